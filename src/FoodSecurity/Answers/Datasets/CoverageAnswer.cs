using System.Data.Common;
using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers.Datasets;

/// <summary>A row of a coverage table: an area or a region, with the count of figures for each year of the table.</summary>
public sealed record CoverageRow(string Name, string? Code, IReadOnlyList<int> Counts)
{
    public int Total => Counts.Sum();
}

/// <summary>Which years of which areas a dataset has figures for.</summary>
public sealed record CoverageView
{
    public required SourceView Source { get; init; }

    /// <summary>The element the counts are of; null: all elements, by region.</summary>
    public Element? Element { get; init; }

    /// <summary>Elements of the dataset, for choosing one.</summary>
    public IReadOnlyList<Element> Elements { get; init; } = [];

    /// <summary>First to last year without a gap; a marketing year is its first year, a mean of years its middle one.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Regions where no element is chosen, else areas; in order of name.</summary>
    public IReadOnlyList<CoverageRow> Rows { get; init; } = [];

    /// <summary>The day what is counted was known on; null: what is current.</summary>
    public DateOnly? AsOf { get; init; }

    public string Address => Source.Address + "/coverage";
}

/// <summary>Counts what is held, so that a reader sees at a glance where a dataset is silent.</summary>
public static class CoverageAnswer
{
    /// <summary>The coverage of a dataset; null where the dataset or the element is not loaded. Missing and suppressed values are not figures and do not count.</summary>
    public static CoverageView? Of(Archive archive, string provider, string dataset, string? element, DateOnly? asOf = null)
    {
        if (SourceAnswer.Of(archive, provider, dataset) is not { } source)
        {
            return null;
        }

        using var connection = archive.Read();
        var elements = connection
            .Rows<string>("select distinct element from series where dataset = @Code", new { source.Dataset.Code })
            .Where(archive.Words.Elements.ContainsKey)
            .Select(e => archive.Words.Elements[e])
            .OrderBy(e => e.Name, StringComparer.Ordinal)
            .ToList();
        var chosen = elements.Find(e => e.Code == element);
        if (element is not null && chosen is null)
        {
            return null;
        }

        var counts = Counts(connection, source.Dataset.Code, element, asOf);
        return Table(archive.Words, source, chosen, counts) with { Elements = elements, AsOf = asOf };
    }

    // one row per area and span of years of the dataset that has a figure
    internal static IReadOnlyList<CountRow> Counts(DbConnection connection, string dataset, string? element, DateOnly? asOf = null) =>
        connection.Rows<CountRow>(
            $"""
            select a.area as Area, p.kind as Kind, substr(p.start_on, 1, 4) as First, substr(p.end_on, 1, 4) as Last, cast(sum(a.figures) as bigint) as Figures
            from (select s.area, o.period_id, count(*) as figures from series s join {(
                asOf is null ? "observation" : KnownFigures.Table
            )} o on o.series_id = s.id
                  where s.dataset = @dataset and o.value is not null {(
                element is null ? "" : "and s.element = @element"
            )} group by s.area, o.period_id) a
              join period p on p.id = a.period_id
            group by a.area, p.kind, substr(p.start_on, 1, 4), substr(p.end_on, 1, 4)
            """,
            KnownFigures.With(asOf, dataset, element)
        );

    private static CoverageView Table(Vocabulary words, SourceView source, Element? element, IReadOnlyList<CountRow> counts)
    {
        if (counts.Count == 0)
        {
            return new CoverageView { Source = source, Element = element };
        }

        var first = counts.Min(c => c.Year);
        var years = Enumerable.Range(first, counts.Max(c => c.Year) - first + 1).ToList();
        var rows = counts
            .GroupBy(c =>
                element is null ? Region(words, c.Area) : (Name: words.Areas.GetValueOrDefault(c.Area)?.Name ?? c.Area, Code: c.Area)
            )
            .Select(g =>
            {
                var row = new int[years.Count];
                foreach (var c in g)
                {
                    row[c.Year - first] += (int)c.Figures;
                }

                return new CoverageRow(g.Key.Name, g.Key.Code, row);
            });
        return new CoverageView
        {
            Source = source,
            Element = element,
            Years = years,
            Rows = [.. rows.OrderBy(r => r.Name, StringComparer.Ordinal)],
        };
    }

    /// <summary>The region an area lies in; aggregates and former states stand for themselves, since they are never summed with their members.</summary>
    private static (string Name, string? Code) Region(Vocabulary words, string area) =>
        !words.Areas.TryGetValue(area, out var found) ? (area, area)
        : found.Level is AreaLevel.Aggregate or AreaLevel.Former ? (found.Name, found.Code)
        : Country(words, found) is { } country && words.Areas.TryGetValue(country.Parent, out var region) ? (region.Name, null)
        : (found.Name, found.Code);

    private static Area? Country(Vocabulary words, Area area) =>
        area.Level != AreaLevel.Admin1 ? area : words.Areas.GetValueOrDefault(area.Parent);

    internal sealed record CountRow
    {
        public string Area { get; init; } = "";
        public long Kind { get; init; }
        public string First { get; init; } = "";
        public string Last { get; init; } = "";
        public long Figures { get; init; }

        public int Year
        {
            get
            {
                var from = int.Parse(First, System.Globalization.CultureInfo.InvariantCulture);
                return Kind == (long)PeriodKind.MultiYearMean
                    ? (from + int.Parse(Last, System.Globalization.CultureInfo.InvariantCulture)) / 2
                    : from;
            }
        }
    }
}
