using System.Data.Common;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Charts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>From a question to the series it names, each on its basis and labelled by source; nothing is scaled yet.</summary>
internal sealed class QuestionSeries(Archive archive, DbConnection connection, ChartQuestion question, Texts t)
{
    private const string Scatter = "scatter";
    private const string Coverage = "coverage";
    private const int TopItems = 3;
    private const int MostLines = 60;

    /// <summary>Sources in the order of a country's page; others follow as found.</summary>
    private static readonly List<string> Order = ["wb-wdi", "rda", "usda-psd", "fao-wfp"];

    private readonly Vocabulary _words = archive.Words;
    private readonly List<string> _leftOut = [];
    private readonly List<string> _silent = [];

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

        var lines = question.Areas.SelectMany(area => elements.SelectMany(element => Of(area, element))).ToList();
        var chosen = new KindSeries(question, _words, t);
        lines = chosen.Of(lines);
        lines = question.Kind == Vintages.Kind ? Vintages.Of(lines, archive, connection, question, t) : lines;
        if (lines.Count == 0)
        {
            throw Nothing(elements);
        }

        if (lines.Count > MostLines && question.Kind is not (KindAreas.Map or KindSeries.Phases))
        {
            throw RefusedException.Because(
                t["make.refused.lines", lines.Count, MostLines],
                (t["make.instead.first-area"], question with { Areas = [.. question.Areas.Take(1)], Items = [.. question.Items.Take(3)] }),
                (t["make.instead.heat"], question with { Kind = KindSeries.Heat }),
                (t["make.instead.season"], question with { Kind = KindSeries.Season, Items = [.. question.Items.Take(1)] })
            );
        }

        return new FoundSeries { Lines = Colored(lines) }.Say(
            string.Join(", ", new[] { chosen.Caption, BasisCaption(lines) }.Where(c => c.Length > 0)),
            [.. _leftOut.Distinct().Take(4), .. _silent.Distinct().Take(4).Select(s => t["make.note.silent", s]), .. chosen.Notes]
        );
    }

    /// <summary>The same, where finding nothing is no refusal.</summary>
    public IReadOnlyList<LabelledSeries> Any() =>
        [.. question.Areas.SelectMany(area => question.Elements.SelectMany(element => Of(area, element)))];

    private IEnumerable<LabelledSeries> Of(string area, string element)
    {
        var all = Read(area, element);
        var basis = new BasisSteps(_words, question.Basis, t);
        var wanted = question.Items.Count > 0 ? question.Items : DefaultItems(area, element, all);
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
                var line = Label(series);
                if (!series.IsEmpty || (question.Kind == Coverage && series.Points.Count > 0))
                {
                    yield return line;
                }
                else if (
                    MissingFigures.Said(
                        string.Join(
                            ", ",
                            new[] { _words.Items[item].Name, line.Label, question.Areas.Count > 1 ? _words.Areas[area].Name : "" }.Where(
                                n => n.Length > 0
                            )
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

    private IReadOnlyList<TimeSeries> Read(string area, string element)
    {
        // Cereals are made of others; any other item stands for itself, and a map asks for it two hundred times.
        var items = question.Items.Contains("cereals") ? [] : question.Items;
        var asked = new SeriesQuestion
        {
            Area = area,
            Items = items,
            Elements = [element],
            Datasets = question.Sources,
        };
        if (
            question.Kind == KindSeries.Phases
            && question.Which.Count == 0
            && SeriesQuery.Find(connection, asked with { AsOf = question.AsOf, Dimension = KindSeries.Present }, archive.Corrections)
                is { Count: > 0 } present
        )
        {
            // Projections, two of three figures, are not shown unless they are asked for.
            return MainStatements(present);
        }

        var known = SeriesQuery.Find(connection, asked with { AsOf = question.AsOf }, archive.Corrections);
        if (question.AsOf is not null)
        {
            var today = SeriesQuery.Find(connection, asked, archive.Corrections);
            known = AreaFigures.KeptPlaces(known, today);
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
                    .. SeriesQuery.Find(
                        connection,
                        new SeriesQuestion
                        {
                            Area = area,
                            Elements = ["production"],
                            AsOf = question.AsOf,
                        }
                    ),
                ]
            ).Where(s => s.Key.Item == item).Select(s => (s.Last?.Value ?? 0) * Factor(s)).DefaultIfEmpty(0).Max();
        var items = all.Where(s => !s.IsEmpty).Select(s => s.Key.Item).Distinct().ToList();
        if (items.Count <= 1)
        {
            return items;
        }

        if (question.Kind == Scatter)
        {
            // Both measures of one crop of one source: the source with most crops, and of these the largest.
            var both = question
                .ElementsOrDefault.Select(e => Read(area, e).Where(s => !s.IsEmpty).Select(s => (s.Key.Dataset, s.Key.Item)).ToHashSet())
                .Aggregate((a, b) => [.. a.Intersect(b)]);
            return [.. both.Select(b => b.Item).Distinct().OrderByDescending(Size).ThenBy(i => i, StringComparer.Ordinal).Take(1)];
        }

        var adds = _words.Elements.GetValueOrDefault(element)?.Quantity is "mass" or "area";
        if (adds && (items.Contains("cereals") || all.Any(s => s.Key.Dataset == "usda-psd")))
        {
            return question.Basis.Length == 0 && items.Contains("food-crops") ? ["cereals", "food-crops"] : ["cereals"];
        }

        return [.. items.OrderByDescending(Size).ThenBy(i => i, StringComparer.Ordinal).Take(TopItems)];
    }

    private LabelledSeries Label(TimeSeries series) =>
        new()
        {
            Series = series,
            Source = SourceName(series),
            Counts = Counts(series),
            Factor = Factor(series),
        };

    /// <summary>The World Bank's cereals and undernourishment are FAO's figures under another roof.</summary>
    private string SourceName(TimeSeries series) =>
        series.Key is { Dataset: "wb-wdi", Element: "production" } ? "FAO" : _words.Datasets[series.Key.Dataset].Short;

    private string Counts(TimeSeries series)
    {
        var basis = _words.Bases.GetValueOrDefault(series.Key.Basis)?.Short ?? "";
        var name = series.Key.Item switch
        {
            "cereals" when series.Key.Dataset == "usda-psd" => t["make.counts.grains"],
            "cereals" or "food-crops" => _words.Items[series.Key.Item].Name.Lower(),
            _ => "",
        };
        var dimensions = series.Key.Dimensions.Contains("indicator=", StringComparison.Ordinal)
            ? ""
            : string.Join(", ", series.Key.Dimensions.Split(';').Select(d => d[(d.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        return string.Join(", ", new[] { name, basis, dimensions }.Where(p => p.Length > 0));
    }

    private decimal Factor(TimeSeries series) => _words.Units.GetValueOrDefault(series.Key.Unit) is { } unit ? (decimal)unit.Factor : 1m;

    /// <summary>One source keeps its colour on a page; lines of one source are told apart by their order.</summary>
    private static IReadOnlyList<LabelledSeries> Colored(List<LabelledSeries> lines)
    {
        static int Slot(LabelledSeries s) =>
            s.Key switch
            {
                "wb-wdi" => 0,
                "usda-psd" => 1,
                "rda" => 2,
                "fao-wfp" => 3,
                "fao-qcl" => 0,
                "fao-fs" => 0,
                _ => 4,
            };
        var bySource = lines.Select(Slot).Distinct().Count() == lines.Count;
        return
        [
            .. lines
                .OrderBy(l => lines.FindIndex(o => o.Series.Key.Area == l.Series.Key.Area))
                .ThenBy(l => Order.IndexOf(l.Key) is var at and >= 0 ? at : Order.Count)
                .Select((l, i) => l with { Color = bySource ? Slot(l) : i }),
        ];
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
        string Names(IEnumerable<string> codes, Func<string, string> name) => t.List([.. codes.Select(name)]);
        var what = question.Items.Count > 0 ? Names(question.Items, i => _words.Items[i].Name.Lower()) : t["make.anything"];
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
