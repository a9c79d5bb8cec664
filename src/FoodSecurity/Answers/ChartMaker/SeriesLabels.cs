using System.Text.RegularExpressions;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>The one place that says whose a series is, what it counts, which colour it has and by what it is multiplied into the base unit.</summary>
internal sealed class SeriesLabels(Vocabulary words, Func<IReadOnlyDictionary<long, Release>> releases, Texts t)
{
    /// <summary>The series under their labels, in the order given.</summary>
    public IReadOnlyList<LabelledSeries> Label(IReadOnlyList<TimeSeries> series)
    {
        var lineage = new Lineage(words);
        var whose = series.Select(s => Whose(s, lineage)).ToList();
        // One that passes on another's figures goes by the other's name ("FAO" by way of the World Bank), unless both are there.
        return
        [
            .. series.Select(
                (s, i) =>
                    whose[i].Origin is { Length: > 0 } origin && whose.Any(w => w.Origin != origin && w.Own == origin)
                        ? Label(s, whose[i].Own, t["label.republishing"]) with
                        {
                            Republishes = origin,
                        }
                    : whose[i].Origin is { Length: > 0 } only
                    && whose.Where(w => w.Origin == only).Select(w => w.Own).Distinct().Count() == 1
                        ? Label(s, only, "") with
                        {
                            Republishes = only,
                        }
                    : Label(s, whose[i].Own, IsMean(s) ? Edition(s) : "")
            ),
        ];
    }

    /// <summary>Multiplies the published unit into its base unit.</summary>
    public decimal Factor(TimeSeries series) => words.Units.GetValueOrDefault(series.Key.Unit) is { } unit ? (decimal)unit.Factor : 1m;

    private LabelledSeries Label(TimeSeries series, string source, string edition) =>
        new()
        {
            Series = series,
            Source = source,
            Counts = string.Join(", ", new[] { Counts(series, source), edition }.Where(p => p.Length > 0)),
            Factor = Factor(series),
        };

    private (string Own, string Origin) Whose(TimeSeries series, Lineage lineage)
    {
        var dataset = words.Datasets[series.Key.Dataset];
        var origins = lineage
            .LinksOf(dataset.Code, series.Key.Element)
            .Select(l => words.Datasets.GetValueOrDefault(l.From))
            .OfType<DatasetCard>()
            .ToList();
        return (dataset.Short, origins.Select(o => o.Provider).Distinct().Count() == 1 ? origins[0].Short : "");
    }

    /// <summary>Item, basis and dimensions; that a basis is the source's own ("grain equivalent (RDA)") need not be said beside its name.</summary>
    private string Counts(TimeSeries series, string source)
    {
        var basis = words.Bases.GetValueOrDefault(series.Key.Basis)?.Short ?? "";
        var name = series.Key.Item switch
        {
            "cereals" when words.Datasets[series.Key.Dataset].Cereals == CerealsFrom.Grains => t["make.counts.grains"],
            "cereals" or "food-crops" => words.Items[series.Key.Item].Name.Lower(),
            _ => "",
        };
        var dimensions = series.Key.Dimensions.Contains("indicator=", StringComparison.Ordinal)
            ? ""
            : string.Join(", ", series.Key.Dimensions.Split(';').Select(d => d[(d.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        var said = string.Join(", ", new[] { name, basis, dimensions }.Where(p => p.Length > 0));
        return Regex.Replace(said, $@" \({Regex.Escape(source)}\b[^)]*\)", "", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>Means of several years come in editions that differ in method.</summary>
    private static bool IsMean(TimeSeries series) => series.Points.Any(p => p.Period.Kind == PeriodKind.MultiYearMean);

    /// <summary>"edition of 2019", by the release that gave the last figure.</summary>
    private string Edition(TimeSeries series) =>
        series.Last?.Origin is { } origin
        && releases().GetValueOrDefault(origin.ReleaseId) is { } release
        && (release.ReleasedOn ?? release.RetrievedOn) is { Length: >= 4 } day
            ? t["label.edition", day[..4]]
            : t["label.edition-unknown"];
}
