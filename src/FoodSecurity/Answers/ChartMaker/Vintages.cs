using System.Data.Common;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>One series as it was known after each release of its dataset.</summary>
internal static class Vintages
{
    private const int Most = 8;

    /// <summary>The first published line, once for each release that changed it; computed lines have no vintages of their own.</summary>
    public static List<LabelledSeries> Of(
        IReadOnlyList<LabelledSeries> lines,
        Archive archive,
        DbConnection connection,
        ChartQuestion question,
        Texts t
    )
    {
        var known = new List<LabelledSeries>();
        foreach (var line in lines.Where(l => l.Series.Points.All(p => p.Parts.Count == 0)))
        {
            var key = line.Series.Key;
            var days = ReleaseQuery
                .All(connection)
                .Values.Where(r => r.Dataset == key.Dataset)
                .Select(r => PartialDate.End(r.ReleasedOn))
                .Concat(line.Series.Points.Select(p => PartialDate.End(p.PublishedOn)))
                .OfType<DateOnly>()
                .Where(d => question.AsOf is not { } last || d <= last)
                .Distinct()
                .Order()
                .ToList();
            foreach (var day in days.TakeLast(Most))
            {
                var then = SeriesQuery
                    .Find(
                        connection,
                        new SeriesQuestion
                        {
                            Area = key.Area,
                            Items = [key.Item],
                            Elements = [key.Element],
                            Datasets = [key.Dataset],
                            Basis = key.Basis,
                            AsOf = day,
                        },
                        archive.Corrections
                    )
                    .FirstOrDefault(s => s.Key == key);
                if (then is { IsEmpty: false } && (known.Count == 0 || !Same(known[^1].Series, then)))
                {
                    known.Add(line with { Series = then, Counts = t["make.vintage", Dates.Long(day)] });
                }
            }

            if (known.Count > 1)
            {
                return known;
            }

            known.Clear();
        }

        return known.Count > 0 ? known : [.. lines.Take(1)];
    }

    private static bool Same(TimeSeries a, TimeSeries b) =>
        a.Points.Select(p => (p.Period, p.Value)).SequenceEqual(b.Points.Select(p => (p.Period, p.Value)));
}
