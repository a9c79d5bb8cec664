using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Specs;

/// <summary>Why there is no figure: the words of a publisher that lists a period without one.</summary>
public static class MissingFigures
{
    private const int LongestNote = 80;

    /// <summary>True where more is known than that there is none: it is withheld, the question does not arise, or a note says why.</summary>
    public static bool HasReason(SeriesPoint point) =>
        point.Value is null
        && (
            point.Status is ObservationStatus.Suppressed or ObservationStatus.NotApplicable
            || (point.Origin is not null && point.Note.Length > 0)
        );

    /// <summary>"Rice, FAO: withheld by the publisher for 2019; listed without a figure (no survey) for 2020 and 2021."; empty without points.</summary>
    public static string Said(string name, IEnumerable<SeriesPoint> points, Texts t)
    {
        var reasons = points
            .Where(p => p.Value is null)
            .GroupBy(p => Reason(p, t))
            .Select(g => t["missing.for", g.Key, t.List(Runs([.. g.Select(p => p.Period.Year)]))])
            .ToList();
        return reasons.Count == 0 ? "" : t["missing.said", name, string.Join("; ", reasons)];
    }

    /// <summary>Years in a row as spans: "1997–2002", "2006".</summary>
    public static IReadOnlyList<string> Runs(IEnumerable<int> years)
    {
        var spans = new List<(int First, int Last)>();
        foreach (var year in years.Distinct().Order())
        {
            if (spans.Count > 0 && spans[^1].Last == year - 1)
            {
                spans[^1] = (spans[^1].First, year);
            }
            else
            {
                spans.Add((year, year));
            }
        }

        return [.. spans.Select(s => s.First == s.Last ? SpecParts.Year(s.First) : $"{SpecParts.Year(s.First)}–{SpecParts.Year(s.Last)}")];
    }

    private static string Reason(SeriesPoint point, Texts t)
    {
        var status = point.Status switch
        {
            ObservationStatus.Suppressed => t["missing.suppressed"],
            ObservationStatus.NotApplicable => t["missing.not-applicable"],
            _ => t["missing.listed"],
        };
        return point.Note.Length is > 0 and <= LongestNote ? $"{status} ({point.Note})" : status;
    }
}
