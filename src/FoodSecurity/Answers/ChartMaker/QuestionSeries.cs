using System.Data.Common;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Database;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>From a question to the series it names, each on its basis and labelled by source; nothing is scaled yet.</summary>
internal sealed class QuestionSeries(Archive archive, DbConnection connection, ChartQuestion question, Texts t, AreaHeld? held = null)
{
    private const int TopItems = 3;
    private const int MostLines = 60;

    private readonly Vocabulary _words = archive.Words;
    private readonly SeriesLabels _labels = new(archive.Words, () => held?.Releases ?? ReleaseQuery.All(connection), t);
    private readonly List<string> _leftOut = [];
    private readonly List<string> _silent = [];
    private readonly SortedSet<string> _notThen = new(StringComparer.Ordinal);

    public FoundSeries Find()
    {
        var elements = question.ElementsOrDefault;
        if (
            question.Items.Count == 0
            && elements is [StaplePrice.Element]
            && question.Areas.Count == 1
            && StaplePrice.Of(connection, question.Areas[0], question.Sources, _words) is { } staple
        )
        {
            question = question with { Items = [staple] };
        }

        var lines = Labelled(question.Areas.SelectMany(area => elements.SelectMany(element => Of(area, element)))).ToList();
        var chosen = new SeriesChoice(question, _words, t);
        lines = chosen.Of(lines);
        lines = question.Card.ShowsVintages ? Vintages.Of(lines, archive, connection, question, t) : lines;
        if (lines.Count == 0)
        {
            throw Nothing(elements);
        }

        if (lines.Count > MostLines && !question.Card.ShowsCountries && question.Card.Takes != SeriesTaken.National)
        {
            throw RefusedException.Because(
                t["make.refused.lines", lines.Count, MostLines],
                (t["make.instead.first-area"], question with { Areas = [.. question.Areas.Take(1)], Items = [.. question.Items.Take(3)] }),
                (t["make.instead.heat"], question with { Kind = HeatKind.Word }),
                (t["make.instead.season"], question with { Kind = SeasonKind.Word, Items = [.. question.Items.Take(1)] })
            );
        }

        lines = Grown(lines);
        return new FoundSeries { Lines = LineColors.Give(Ordered(lines), _words) }.Say(
            string.Join(", ", new[] { chosen.Caption, BasisCaption(lines) }.Where(c => c.Length > 0)),
            [
                .. _leftOut.Distinct().Take(4),
                .. _silent.Distinct().Take(4).Select(s => t["make.note.silent", s]),
                .. _notThen,
                .. chosen.Notes,
            ]
        );
    }

    /// <summary>The same, where finding nothing is no refusal.</summary>
    public IReadOnlyList<LabelledSeries> Any() =>
        LineColors.Give(
            Ordered(Labelled(question.Areas.SelectMany(area => question.ElementsOrDefault.SelectMany(element => Of(area, element))))),
            _words
        );

    /// <summary>Every series of some elements of the first line's place and source, restatements among them.</summary>
    public IReadOnlyList<LabelledSeries> Beside(LabelledSeries line, IReadOnlyList<string> elements) =>
        elements.Count == 0
            ? []
            : Labelled(
                Query(
                    new SeriesQuestion
                    {
                        Area = line.Series.Key.Area,
                        Elements = elements,
                        Datasets = [line.Key],
                        AsOf = question.AsOf,
                    }
                )
            );

    private IReadOnlyList<LabelledSeries> Labelled(IEnumerable<TimeSeries> series) => _labels.Label([.. series]);

    private IReadOnlyList<TimeSeries> Query(SeriesQuestion asked) =>
        held?.Find(asked) ?? SeriesQuery.Find(connection, asked, archive.Corrections);

    private IEnumerable<TimeSeries> Of(string area, string element)
    {
        var all = Read(area, element);
        var basis = new BasisSteps(_words, question.Basis, t);
        var wanted = question.Items.Count > 0 ? Named(area, element) : DefaultItems(area, element, all);
        foreach (var item in wanted)
        {
            // All grains of USDA make its cereals: it publishes no total.
            var sources = all.GroupBy(s => s.Key.Dataset)
                .Select(g =>
                    (
                        Dataset: g.Key,
                        Series: item == "cereals" ? basis.Cereals(g.Key, [.. g]) : basis.Item(g.Key, [.. g.Where(s => s.Key.Item == item)])
                    )
                );
            foreach (var series in sources.SelectMany(s => s.Series))
            {
                if (!series.IsEmpty || (question.Card.ShowsEmpty && series.Points.Count > 0))
                {
                    yield return series;
                }
                else if (
                    MissingFigures.Said(
                        string.Join(
                            ", ",
                            new[]
                            {
                                _words.Items[item].Name,
                                Labelled([series])[0].Label,
                                question.Areas.Count > 1 ? _words.Areas[area].Name : "",
                            }.Where(n => n.Length > 0)
                        ),
                        series.Points,
                        t
                    ) is
                    { Length: > 0 } said
                )
                {
                    _silent.Add(said);
                }
            }
        }

        _leftOut.AddRange(basis.LeftOut);
    }

    /// <summary>The items asked for, with "top3" as the three that are largest here.</summary>
    private IReadOnlyList<string> Named(string area, string element) =>
        [
            .. question
                .Items.SelectMany(item => LargestItems.IsWord(item) ? Largest(area, element, LargestItems.Count(item)) : [item])
                .Distinct(),
        ];

    private IReadOnlyList<string> Largest(string area, string element, int most)
    {
        var there = Read(area, element).Where(s => s.Points.Any(p => p.Value is > 0)).Select(s => (s.Key.Dataset, s.Key.Item)).ToHashSet();
        return LargestItems
            .RankedBy(element, _words)
            .Select(by =>
                LargestItems.Of([.. Read(area, by).Where(s => there.Contains((s.Key.Dataset, s.Key.Item)))], question.Sources, _words, most)
            )
            .FirstOrDefault(found => found.Count > 0, []);
    }

    private IReadOnlyList<TimeSeries> Read(string area, string element)
    {
        if (IndicatorCatalog.Computing(element) is { } indicator)
        {
            return ComputedSeries.Of(indicator, e => Read(area, e), _words, t);
        }

        // Cereals are made of others, and the largest are found among all; any other item stands for itself, and a map asks for it two hundred times.
        var items = question.Items.Any(i => i == "cereals" || LargestItems.IsWord(i)) ? [] : question.Items;
        var asked = new SeriesQuestion
        {
            Area = area,
            Items = items,
            Elements = [element],
            Datasets = question.Sources,
        };
        if (
            question.Card.Takes == SeriesTaken.National
            && question.Which.Count == 0
            && Query(asked with { AsOf = question.AsOf, Dimension = SeriesChoice.Present }) is { Count: > 0 } present
        )
        {
            // Projections, two of three figures, are not shown unless they are asked for.
            return MainStatements(present);
        }

        if (held?.Find(asked with { AsOf = question.AsOf }) is { } kept)
        {
            return MainStatements(kept);
        }

        var known = SeriesQuery.Find(connection, asked with { AsOf = question.AsOf }, archive.Corrections);
        if (question.AsOf is { } day)
        {
            var today = SeriesQuery.Find(connection, asked, archive.Corrections);
            _notThen.UnionWith(
                today
                    .Where(s => !s.IsEmpty)
                    .Select(s => s.Key.Dataset)
                    .Except(known.Where(s => !s.IsEmpty).Select(s => s.Key.Dataset))
                    .Select(d => t["make.note.not-held-then", _words.Datasets[d].Short, Dates.Long(day)])
            );
            known = KeptPlaces.Of(known, today, _words);
        }

        return MainStatements(known);
    }

    /// <summary>Restatements and other estimators stay out where the main statement is there.</summary>
    private static IReadOnlyList<TimeSeries> MainStatements(IReadOnlyList<TimeSeries> all) =>
        [
            .. all.GroupBy(s => (s.Key.Dataset, s.Key.Item, s.Key.Basis))
                .SelectMany(g => g.Any(s => s.Key.Dimensions.Length == 0) ? g.Where(s => s.Key.Dimensions.Length == 0) : g),
        ];

    /// <summary>The total where there is one, with the RDA's food crops beside it; else what the element is about; else the largest crops.</summary>
    private IReadOnlyList<string> DefaultItems(string area, string element, IReadOnlyList<TimeSeries> all)
    {
        List<TimeSeries>? output = null;
        decimal Size(string item) => (
                output ??= [
                    .. Query(
                        new SeriesQuestion
                        {
                            Area = area,
                            Elements = ["production"],
                            AsOf = question.AsOf,
                        }
                    ),
                ]
            ).Where(s => s.Key.Item == item).Select(s => (s.Last?.Value ?? 0) * _labels.Factor(s)).DefaultIfEmpty(0).Max();
        var items = all.Where(s => !s.IsEmpty).Select(s => s.Key.Item).Distinct().ToList();
        if (items.Count <= 1)
        {
            return items;
        }

        if (question.Card.PairsMeasures)
        {
            // Both measures of one crop of one source: the source with most crops, and of these the largest.
            var both = question
                .ElementsOrDefault.Select(e => Read(area, e).Where(s => !s.IsEmpty).Select(s => (s.Key.Dataset, s.Key.Item)).ToHashSet())
                .Aggregate((a, b) => [.. a.Intersect(b)]);
            return [.. both.Select(b => b.Item).Distinct().OrderByDescending(Size).ThenBy(i => i, StringComparer.Ordinal).Take(1)];
        }

        var adds =
            _words.Elements.GetValueOrDefault(element)?.Quantity is "mass" or "area" || IndicatorCatalog.Computing(element) is not null;
        if (adds && (items.Contains("cereals") || all.Any(s => _words.Datasets[s.Key.Dataset].Cereals == CerealsFrom.Grains)))
        {
            return question.Basis.Length == 0 && items.Contains("food-crops") ? ["cereals", "food-crops"] : ["cereals"];
        }

        return [.. items.OrderByDescending(Size).ThenBy(i => i, StringComparer.Ordinal).Take(TopItems)];
    }

    /// <summary>Where lines are drawn over time, one that was never above zero gives way to those that were.</summary>
    private List<LabelledSeries> Grown(List<LabelledSeries> lines)
    {
        var grown = lines.Where(l => l.Series.Points.Any(p => p.Value is not (null or 0))).ToList();
        if (grown.Count == 0 || grown.Count == lines.Count || !question.Card.LeavesOutZeros)
        {
            return lines;
        }

        _leftOut.AddRange(
            lines
                .Except(grown)
                .Select(l => t["make.note.zero", string.Join(", ", new[] { _words.Items[l.Series.Key.Item].Name, l.Source })])
        );
        return grown;
    }

    /// <summary>Area by area as asked, and of each the sources as asked, or as a country's page has them.</summary>
    private IReadOnlyList<LabelledSeries> Ordered(IReadOnlyList<LabelledSeries> lines)
    {
        var areas = lines.Select(l => l.Series.Key.Area).Distinct().ToList();
        var order = question.Sources.ToList();
        int Rank(string dataset) =>
            order.Count == 0 ? _words.Datasets[dataset].Rank
            : order.IndexOf(dataset) is var at and >= 0 ? at
            : order.Count;
        return [.. lines.OrderBy(l => areas.IndexOf(l.Series.Key.Area)).ThenBy(l => Rank(l.Key))];
    }

    private string BasisCaption(List<LabelledSeries> lines)
    {
        if (question.Basis.Length > 0)
        {
            return t["make.basis.on", _words.Bases[question.Basis].Name.Lower()];
        }

        var bases = lines.Select(l => l.Series.Key.Basis).Where(b => b.Length > 0).Distinct().ToList();
        return bases.Count switch
        {
            0 => "",
            1 when lines.All(l => l.Series.Key.Basis == bases[0]) => _words.Bases.GetValueOrDefault(bases[0])?.Name.Lower() ?? bases[0],
            _ => t["make.basis.differ"],
        };
    }

    /// <summary>Sorts of the items asked for that have what the items themselves have not: rice is priced as white, local or imported rice.</summary>
    private IEnumerable<string> Narrower(IReadOnlyList<string> elements)
    {
        bool IsSortOf(string item) =>
            _words.Items.GetValueOrDefault(item) is { Parent.Length: > 0 } known
            && (question.Items.Contains(known.Parent) || IsSortOf(known.Parent));
        // one row per item with its number of series
        return question.Items.Count == 0
            ? []
            : connection
                .Rows<(string Item, long Series)>(
                    "select item as Item, count(*) as Series from series where area in @Areas and element in @elements group by item order by count(*) desc, item",
                    new { question.Areas, elements }
                )
                .Where(r => IsSortOf(r.Item))
                .Select(r => r.Item)
                .Take(2);
    }

    private RefusedException Nothing(IReadOnlyList<string> elements)
    {
        var instead = new List<(string, ChartQuestion)>();
        if (question.Sources.Count > 0)
        {
            instead.Add((t["make.instead.all-sources"], question with { Sources = [] }));
        }

        instead.AddRange(
            Narrower(elements).Select(item => (t["make.instead.item", _words.Items[item].Name.Lower()], question with { Items = [item] }))
        );
        if (question.Items.Count > 0)
        {
            instead.Add((t["make.instead.default-items"], question with { Items = [] }));
        }

        if (question.Basis.Length > 0)
        {
            instead.Add((t["make.instead.published"], question with { Basis = "" }));
        }

        instead.Add((t["make.instead.default"], new ChartQuestion { Areas = question.Areas }));
        string ItemName(string item) =>
            LargestItems.IsWord(item) ? t["make.largest", LargestItems.Count(item)] : _words.Items[item].Name.Lower();
        string Names(IEnumerable<string> codes, Func<string, string> name) => t.List([.. codes.Select(name)]);
        var what = question.Items.Count > 0 ? Names(question.Items, ItemName) : t["make.anything"];
        var reason =
            _silent.Count > 0
                ? t["make.refused.silent", string.Join(' ', _silent.Distinct().Take(6))]
                : t[
                    "make.refused.nothing",
                    Names(elements, e => _words.Elements[e].Name.Lower()),
                    what,
                    Names(question.Areas, a => _words.Areas[a].Name)
                ];
        return new RefusedException(
            new MakingRefusal(RefusalCause.Contradiction, string.Join(' ', [reason, .. _leftOut.Distinct()])) { Instead = instead }
        );
    }
}
