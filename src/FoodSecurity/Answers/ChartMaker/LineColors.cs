using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>The one place that gives lines their palette slots: a source keeps its colour on a page, crops of one place keep theirs, other lines go by their order.</summary>
internal static class LineColors
{
    private const int Slots = 8;

    /// <summary>Colour of one that passes on figures beside those of the original.</summary>
    private const int Republished = 3;

    public static IReadOnlyList<LabelledSeries> Give(IReadOnlyList<LabelledSeries> lines, Vocabulary words)
    {
        int OfSource(LabelledSeries line) =>
            line.Republishes.Length > 0 && line.Source != line.Republishes ? Republished : words.Datasets[line.Key].Color;

        if (AreAllDifferent(lines.Select(OfSource)))
        {
            return [.. lines.Select(l => l with { Color = OfSource(l) })];
        }

        var ofCrops = lines.Select(l => l.Series.Key.Area).Distinct().Count() == 1 && lines.Count <= Slots;
        if (!ofCrops || lines.Select(l => l.Series.Key.Item).Distinct().Count() == 1)
        {
            return [.. lines.Select((l, i) => l with { Color = i })];
        }

        var free = Enumerable.Range(0, Slots).ToList();
        var given = new int?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            given[i] = OfCrop(lines[i].Series.Key.Item) is { } slot && free.Remove(slot) ? slot : null;
        }

        return
        [
            .. lines.Select(
                (l, i) =>
                {
                    var slot = given[i] ?? free[0];
                    free.Remove(slot);
                    return l with { Color = slot };
                }
            ),
        ];
    }

    private static bool AreAllDifferent(IEnumerable<int> slots)
    {
        var all = slots.ToList();
        return all.Distinct().Count() == all.Count;
    }

    private static int? OfCrop(string item) =>
        item switch
        {
            "wheat" => 0,
            "rice" => 1,
            "barley" => 2,
            "millet" => 3,
            "maize" => 4,
            "sorghum" or "cereals" => 5,
            "oats" => 6,
            _ => null,
        };
}
