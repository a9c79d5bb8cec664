using FoodSecurity.Articles;
using FoodSecurity.Database;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>What can be chosen for some areas: only what has figures for one of them, each code with its name.</summary>
public sealed record ChartOffers
{
    public IReadOnlyList<(string Code, string Name)> Elements { get; init; } = [];

    /// <summary>Items of the elements chosen.</summary>
    public IReadOnlyList<(string Code, string Name)> Items { get; init; } = [];
    public IReadOnlyList<(string Code, string Name)> Sources { get; init; } = [];
    public IReadOnlyList<(string Code, string Name)> Bases { get; init; } = [];

    /// <summary>What the providers of the measure add (market, price type, validity), each dimension with its words and names.</summary>
    public IReadOnlyList<(string Dimension, IReadOnlyList<(string Word, string Name)> Words)> Which { get; init; } = [];

    /// <summary>By what excerpts on the areas can be chosen.</summary>
    public IReadOnlyList<NoteTag> Notes { get; init; } = [];

    /// <summary>True where some sources count by calendar year and others by marketing year.</summary>
    public bool HasBothYears { get; init; }
    public int? FirstYear { get; init; }
    public int? LastYear { get; init; }

    public static ChartOffers Of(Archive archive, ChartQuestion question)
    {
        question = CountryAreas.Fill(question, archive.Words);
        if (question.Areas.Count == 0)
        {
            return new ChartOffers();
        }

        using var connection = archive.Read();
        // one row per series of the areas that has a figure
        var rows = connection.Rows<OfferRow>(
            """
            select s.item as Item, s.element as Element, s.dataset as Dataset, s.basis as Basis, s.dimensions as Dimensions, min(p.start_on) as First, max(p.start_on) as Last, min(p.kind) as Kind
            from series s join observation o on o.series_id = s.id join period p on p.id = o.period_id
            where s.area in @Areas and o.value is not null group by s.id, s.item, s.element, s.dataset, s.basis, s.dimensions
            """,
            new { question.Areas }
        );
        var words = archive.Words;
        var elements = question.ElementsOrDefault;
        var needed = elements.SelectMany(e => IndicatorCatalog.Computing(e)?.Needs ?? [e]).ToHashSet();
        var computed = IndicatorCatalog
            .All.Where(i =>
                i.Measure is not null && rows.GroupBy(r => (r.Dataset, r.Item)).Any(g => i.Needs.All(g.Select(r => r.Element).Contains))
            )
            .Select(i => i.Measure!.Code);
        var chosen = rows.Where(r => needed.Contains(r.Element)).ToList();
        var ofSources = chosen.Where(r => question.Sources.Count == 0 || question.Sources.Contains(r.Dataset)).ToList();
        var ofItems = ofSources.Where(r => question.Items.Count == 0 || question.Items.Contains(r.Item)).ToList();
        var bases = ofSources.Select(r => r.Basis).Where(b => b.Length > 0).Distinct().ToList();
        var convertible = bases.Any(b => b == "paddy" || b == "rice-as-paddy" || b.Contains("milled", StringComparison.Ordinal));
        return new ChartOffers
        {
            Elements = Named(rows.Select(r => r.Element).Concat(computed), e => words.Elements[e].Name, words.Elements.Keys),
            Items = Named(
                ofSources
                    .Select(r => r.Item)
                    .Concat(ofSources.Any(r => words.Datasets[r.Dataset].Cereals == CerealsFrom.Grains) ? ["cereals"] : []),
                i => words.Items[i].Name,
                words.Items.Keys
            ),
            Sources = Named(
                chosen.Select(r => r.Dataset),
                d => $"{words.Datasets[d].Short}, {words.Datasets[d].Title}",
                words.Datasets.Keys
            ),
            Bases = Named(convertible ? ["paddy", "milled", "milled-0.66", .. bases] : bases, b => words.Bases[b].Name, words.Bases.Keys),
            Which = Dimensions(ofItems),
            HasBothYears =
                chosen.Select(r => r.Kind).Distinct().Count(k => k is (int)PeriodKind.CalendarYear or (int)PeriodKind.MarketingYear) > 1,
            Notes = MakingAnnotations.Known(
                ArticleStore
                    .All(connection)
                    .Select(a => a with { Excerpts = [.. a.Excerpts.Where(e => question.Areas.Contains(e.Target.Area))] })
            ),
            FirstYear = Year(chosen.Select(r => r.First).Min(StringComparer.Ordinal)),
            LastYear = Year(chosen.Select(r => r.Last).Max(StringComparer.Ordinal)),
        };
    }

    private static IReadOnlyList<(string, string)> Named(IEnumerable<string> codes, Func<string, string> name, IEnumerable<string> known)
    {
        var wanted = codes.ToHashSet();
        return [.. known.Where(wanted.Contains).Select(c => (c, name(c)))];
    }

    /// <summary>Dimensions in which the series differ.</summary>
    private static IReadOnlyList<(string, IReadOnlyList<(string, string)>)> Dimensions(IEnumerable<OfferRow> rows) =>
        [
            .. rows.Select(r => r.Dimensions)
                .Distinct()
                .SelectMany(SeriesChoice.Words)
                .GroupBy(w => w.Dimension)
                .Select(g =>
                    (
                        g.Key,
                        (IReadOnlyList<(string, string)>)
                            [.. g.DistinctBy(w => w.Word).OrderBy(w => w.Name, StringComparer.Ordinal).Select(w => (w.Word, w.Name))]
                    )
                )
                .Where(g => g.Item2.Count > 1),
        ];

    private static int? Year(string? day) =>
        day is { Length: >= 4 } && int.TryParse(day.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture, out var year)
            ? year
            : null;

    private sealed record OfferRow
    {
        public string Item { get; init; } = "";
        public string Element { get; init; } = "";
        public string Dataset { get; init; } = "";
        public string Basis { get; init; } = "";
        public string Dimensions { get; init; } = "";
        public long Kind { get; init; }
        public string First { get; init; } = "";
        public string Last { get; init; } = "";
    }
}
