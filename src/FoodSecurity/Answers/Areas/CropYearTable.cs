using System.Globalization;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.Areas;

/// <summary>One year, crop by crop, each source in its own column on its own basis: where totals agree and crops do not.</summary>
public sealed record CropYearTable(int Year, IReadOnlyList<string> Sources, IReadOnlyList<CropRow> Rows)
{
    /// <summary>The years excerpts make claims about, the last year with all sources, at most two; only where two sources have crops.</summary>
    public static IReadOnlyList<CropYearTable> Of(AreaSeries series, IReadOnlyList<ChartAnnotation> annotations, Archive archive)
    {
        var claimed = annotations
            .Where(a => a.Excerpt is { Target.Subject: "production", Relation: not null } && a.IsPoint)
            .Select(a => a.Start!.Value.Year);
        var counts = series
            .Crops.SelectMany(c => c.Series.Points.Where(p => p.Value is > 0).Select(p => (p.Period.Year, c.Source)))
            .GroupBy(y => y.Year)
            .Select(g => (Year: g.Key, Sources: g.Select(y => y.Source).Distinct().Count()))
            .Where(y => y.Sources > 1)
            .ToList();
        var fullest = counts.Where(y => y.Sources == counts.Max(c => c.Sources)).Select(y => y.Year).DefaultIfEmpty(0).Max();
        return
        [
            .. claimed.Append(fullest).Where(y => counts.Any(c => c.Year == y)).Distinct().Take(2).Select(y => Build(y, series, archive)),
        ];
    }

    private static CropYearTable Build(int year, AreaSeries series, Archive archive)
    {
        var present = series.Crops.Where(c => c.Series.At(year)?.Value is > 0).ToList();
        var sources = present.Select(c => c.Source).Distinct().Order(StringComparer.Ordinal).ToList();
        var rows = present
            .GroupBy(c => c.Series.Key.Item)
            .OrderByDescending(g => g.Max(c => c.ValueAt(year)!.Value))
            .Select(g => new CropRow(
                OneName(archive.Words.Items.GetValueOrDefault(g.Key)?.Name ?? g.Key),
                [.. sources.Select(s => Cell(g.FirstOrDefault(c => c.Source == s), year, archive))]
            ))
            .ToList();
        return new CropYearTable(year, sources, rows);
    }

    private static CropCell? Cell(LabelledSeries? crop, int year, Archive archive)
    {
        if (crop?.Series.At(year) is not { Value: { } value } point)
        {
            return null;
        }

        var notes = new List<string>();
        if (crop.Series.Key.Basis.Length > 0)
        {
            notes.Add(archive.Words.Bases.GetValueOrDefault(crop.Series.Key.Basis)?.Short ?? crop.Series.Key.Basis);
        }

        var equal = crop
            .Series.Points.Where(p => p.Value is not null && p.Period.Year <= year)
            .Reverse()
            .TakeWhile(p => p.Value == value)
            .ToList();
        if (equal.Count >= 3)
        {
            notes.Add(archive.Texts["table.repeated", equal[^1].Period.Label]);
        }

        return new CropCell(
            new Phrase(Numbers.Fixed(value * crop.Factor / 1000m, 0), TraceAddress.Of(crop.Series, point)),
            string.Join(", ", notes)
        );
    }

    private static string OneName(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}

public sealed record CropRow(string Crop, IReadOnlyList<CropCell?> Cells);

/// <summary>Thousand tonnes as printed or converted, with basis and doubts beside it; null cells are "no figure".</summary>
public sealed record CropCell(Phrase Value, string Note);
