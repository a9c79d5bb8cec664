using FoodSecurity.Answers.Datasets;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>Sources shown beside one another: how many are independent, how far apart they lie where they may be compared, and why they differ.</summary>
public sealed record SourceComparison
{
    /// <summary>Sources that stand on one another count as one; each group names its sources.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Groups { get; init; }

    /// <summary>The last year that most sources have, with lowest and highest in the base unit; null where bases differ.</summary>
    public SpreadYear? Spread { get; init; }

    /// <summary>The same chart on a basis that all can be brought to; null where it is on one already or there is none.</summary>
    public ChartQuestion? OnCommonBasis { get; init; }

    /// <summary>One row per source: what it counts, on which basis, for which year, of which release.</summary>
    public required IReadOnlyList<SourceFacets> Facets { get; init; }

    public int Independent => Groups.Count;

    /// <summary>Null where fewer than two sources speak of one place and item.</summary>
    internal static SourceComparison? Of(
        IReadOnlyList<LabelledSeries> lines,
        ChartQuestion question,
        Vocabulary words,
        IReadOnlyDictionary<long, Release> releases,
        Texts t
    )
    {
        var datasets = lines.Select(l => l.Key).Distinct().ToList();
        if (
            datasets.Count < 2
            || lines.Select(l => l.Series.Key.Area).Distinct().Count() > 1
            || lines.Select(l => l.Series.Key.Element).Distinct().Count() > 1
        )
        {
            return null;
        }

        var isOneBasis =
            lines.Select(l => Family(l.Series.Key.Basis)).Distinct().Count() == 1
            && lines.Select(l => l.Series.Key.Item).Distinct().Count() == 1;
        var years = isOneBasis
            ? SourceSpread
                .Of([.. lines.Select(l => (l.Series, l.Factor))])
                .Where(y => (question.From is not { } f || y.Year >= f) && (question.To is not { } to || y.Year <= to))
                .ToList()
            : [];
        return new SourceComparison
        {
            Groups =
            [
                .. new Lineage(words)
                    .IndependentGroups(datasets, lines[0].Series.Key.Element)
                    .Select(g => g.Select(d => lines.First(l => l.Key == d).Source).Distinct().ToList()),
            ],
            Spread = years.LastOrDefault(y => y.Sources == years.Max(x => x.Sources)),
            OnCommonBasis =
                isOneBasis || question.Basis.Length > 0 || lines[0].Series.Key.Element != "production"
                    ? null
                    : question with
                    {
                        Basis = "paddy",
                    },
            Facets = [.. lines.Select(l => SourceFacets.Of(l, words, releases, t))],
        };
    }

    /// <summary>Milling rates of one kind of rice are close enough to stand side by side, paddy and milled are not.</summary>
    private static string Family(string basis) =>
        basis.StartsWith("milled", StringComparison.Ordinal) ? "milled"
        : basis.StartsWith("rice-milled", StringComparison.Ordinal) ? "rice-milled"
        : basis;
}

/// <summary>What must be known of a source before its figure is set against another's.</summary>
public sealed record SourceFacets(
    string Source,
    string Counts,
    string Basis,
    string Year,
    string Status,
    string Lineage,
    string Release,
    string Coverage
)
{
    internal static SourceFacets Of(LabelledSeries line, Vocabulary words, IReadOnlyDictionary<long, Release> releases, Texts t)
    {
        var key = line.Series.Key;
        var dataset = words.Datasets[key.Dataset];
        var points = line.Series.Points.Where(p => p.Value is not null).ToList();
        var kinds = points.Select(p => p.Period.Kind).Distinct().ToList();
        var last = points.LastOrDefault();
        var year = kinds.Contains(PeriodKind.MarketingYear)
            ? last is { Period: { StartStated: true } period }
                ? t[
                    "make.facet.marketing",
                    period.Start.ToString("MMMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB")),
                    period.End.ToString("MMMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))
                ]
                : t["make.facet.marketing-unstated"]
            : kinds.Contains(PeriodKind.MultiYearMean)
                ? t["make.facet.mean"]
                : t["make.facet.calendar"];
        var statuses = points.GroupBy(p => p.Status).OrderByDescending(g => g.Count()).Select(g => g.Key.Name()).Take(2);
        var used = ChartCaption
            .ReleasesOf([line.Series])
            .Select(id => releases[id])
            .Where(r => r.Dataset == key.Dataset)
            .Select(r => r.ReleasedOn ?? r.RetrievedOn)
            .Where(d => d is not null)
            .Max(StringComparer.Ordinal);
        var derived = LineageText.Origins(words, key.Dataset, key.Element, t);
        return new SourceFacets(
            line.Source,
            words.Items.GetValueOrDefault(key.Item)?.Name ?? key.Item,
            words.Bases.GetValueOrDefault(key.Basis)?.Name ?? t["make.basis.unstated"],
            year,
            string.Join(", ", statuses),
            derived.Count > 0 ? t["make.facet.republishes", t.List(derived)] : t["make.facet.own"],
            used is null ? t["source.undated"] : Dates.Long(used),
            dataset.Description
        );
    }
}
