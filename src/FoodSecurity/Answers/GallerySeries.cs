using System.Data.Common;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers;

/// <summary>The series behind an entry of the gallery, labelled by source.</summary>
internal static class GallerySeries
{
    public static IReadOnlyList<LabelledSeries> Of(Archive archive, DbConnection connection, IReadOnlyDictionary<long, Release> releases, GallerySample sample) => sample.Kind switch
    {
        "spread" => AreaSeries.Read(archive, connection, archive.Words.Areas[sample.Areas]).CommonBasis,
        "vintages" => Vintages(archive, connection, releases, sample),
        _ => [.. Members(archive, sample).SelectMany(area => Read(archive, connection, sample, area, null))],
    };

    /// <summary>The countries of an aggregate, else the areas as they are.</summary>
    private static IEnumerable<string> Members(Archive archive, GallerySample sample)
    {
        var areas = archive.Words.Areas;
        return sample.Areas.Split(',').SelectMany<string, string>(code => areas[code].Level != AreaLevel.Aggregate ? [code]
            : areas.Values.Where(a => a.Level == AreaLevel.Country && Within(a.Code, code)).Select(a => a.Code).Order(StringComparer.Ordinal));

        bool Within(string code, string whole)
        {
            for (var steps = 0; steps < 12 && areas.TryGetValue(code, out var area); steps++, code = area.Parent)
            {
                if (code == whole)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static IEnumerable<LabelledSeries> Read(Archive archive, DbConnection connection, GallerySample sample, string area, DateOnly? asOf)
    {
        static IReadOnlyList<string> Split(string codes) => codes.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var question = new SeriesQuestion { Area = area, Items = Split(sample.Items), Elements = Split(sample.Elements), Datasets = Split(sample.Source), AsOf = asOf };
        var found = SeriesQuery.Find(connection, question, archive.Corrections)
            .Where(s => !s.IsEmpty && (s.Key.Dimensions.Length == 0 || (s.Key.Dimension("statement").Length == 0 && s.Key.Dimension("estimator").Length == 0)));
        return found.Where(s => s.Key.Basis != "cereal-equivalent-paddy" && !(s.Key.Dataset == "usda-psd" && s.Key.Basis == "paddy"))
            .GroupBy(s => (s.Key.Dataset, s.Key.Item, s.Key.Element)).Select(g => g.OrderByDescending(s => s.Last!.Period.Year).First())
            .Select((s, i) => new LabelledSeries
            {
                Series = s, Source = archive.Words.Datasets[s.Key.Dataset].Short, Counts = archive.Words.Bases.GetValueOrDefault(s.Key.Basis)?.Short ?? "", Color = Slot(s.Key.Dataset),
                Factor = archive.Words.Units.GetValueOrDefault(s.Key.Unit) is { Quantity: "mass" or "area" or "mass-per-area" } unit ? (decimal)unit.Factor : 1m,
            });
    }

    /// <summary>The series as it was known at the end of each day on which a release of its dataset came out, where that changed it.</summary>
    private static List<LabelledSeries> Vintages(Archive archive, DbConnection connection, IReadOnlyDictionary<long, Release> releases, GallerySample sample)
    {
        var days = releases.Values.Where(r => r.Dataset == sample.Source).Select(r => PartialDate.End(r.ReleasedOn)).Where(d => d is not null).Select(d => d!.Value).Distinct().Order();
        List<LabelledSeries> vintages = [];
        foreach (var day in days)
        {
            if (Read(archive, connection, sample, sample.Areas, day).FirstOrDefault() is { } known
                && (vintages.Count == 0 || !known.Series.Points.Select(p => (p.Period, p.Value)).SequenceEqual(vintages[^1].Series.Points.Select(p => (p.Period, p.Value)))))
            {
                vintages.Add(known with { Counts = archive.Texts["gallery.vintage", Dates.Long(day)], Color = vintages.Count });
            }
        }

        return vintages;
    }

    private static int Slot(string dataset) => dataset switch { "fao-fs" or "fao-qcl" or "wb-wdi" => 0, "usda-psd" => 1, "rda" => 2, "fao-wfp" => 3, _ => 4 };
}
