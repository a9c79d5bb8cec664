using FoodSecurity.Charts.Kinds;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>
/// Of series that differ by what their provider adds (market, price type, validity), those that were asked for; else those a kind can show,
/// and what was passed over is said.
/// </summary>
internal sealed class SeriesChoice(ChartQuestion question, Vocabulary words, Texts t)
{
    /// <summary>What holds when an analysis is made; its projections have other words.</summary>
    public const string Present = "validity=current";
    private const int MostRows = 24;
    private const int MostLines = 60;

    /// <summary>A price that is less far behind the newest of its place counts as kept up.</summary>
    internal const int MonthsKept = 12;

    /// <summary>Four years: with fewer there is no mean of earlier years for a month.</summary>
    internal const int FewestMonths = 48;

    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>What the one series shown is: its market and price type; else empty.</summary>
    public string Caption { get; private set; } = "";

    /// <summary>The values of the dimensions of series as words of the address, with the dimension they belong to.</summary>
    public static IEnumerable<(string Dimension, string Word, string Name)> Words(SeriesKey key) => Words(key.Dimensions);

    public static IEnumerable<(string Dimension, string Word, string Name)> Words(string dimensions) =>
        SeriesKey
            .SplitDimensions(dimensions)
            .Where(d => d.Name is not ("indicator" or "total" or "conversion"))
            .Select(d => (d.Name, AddressWord.Of(d.Value), d.Value))
            .Where(d => d.Item2.Length > 0);

    public List<LabelledSeries> Of(List<LabelledSeries> lines)
    {
        lines = Years(Asked(lines));
        if (!lines.Any(l => l.Series.Key.Dimensions.Length > 0))
        {
            return lines;
        }

        lines = Local(lines);
        return question.Card.Takes switch
        {
            SeriesTaken.National => National(lines),
            SeriesTaken.Longest => Longest(lines, question.Card.MostSeries),
            _ => lines,
        };
    }

    /// <summary>Within one dimension any of the words will do, and every dimension named must be met.</summary>
    private List<LabelledSeries> Asked(List<LabelledSeries> lines)
    {
        if (question.Which.Count == 0)
        {
            return lines;
        }

        var known = lines.SelectMany(l => Words(l.Series.Key)).DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Dimension);
        if (question.Which.FirstOrDefault(w => !known.ContainsKey(w)) is { } unknown)
        {
            var near = NearestNames.Of(unknown, known.Keys);
            throw RefusedException.Because(
                t["make.refused.which", unknown, near.Count > 0 ? string.Join(", ", near) : t["make.refused.which-none"]],
                (t["make.instead.which"], question with { Which = [] })
            );
        }

        var facets = question.Which.GroupBy(w => known[w]).ToList();
        var met = lines
            .Where(l => Words(l.Series.Key).Select(w => w.Word).ToHashSet() is var own && facets.All(f => f.Any(own.Contains)))
            .ToList();
        return met.Count > 0
            ? met
            : throw RefusedException.Because(
                t["make.refused.which-empty", string.Join(", ", question.Which)],
                (t["make.instead.which"], question with { Which = [] })
            );
    }

    /// <summary>Calendar years and marketing years are different spans: asked for one, the other is left out and never converted.</summary>
    private List<LabelledSeries> Years(List<LabelledSeries> lines)
    {
        if (question.YearBasis == YearBasis.Published)
        {
            return lines;
        }

        var wanted = question.YearBasis == YearBasis.Marketing ? PeriodKind.MarketingYear : PeriodKind.CalendarYear;
        var fits = lines.Where(l => l.Series.Points.All(p => p.Period.Kind == wanted)).ToList();
        if (fits.Count == 0 && lines.Count > 0)
        {
            throw RefusedException.Because(
                t[wanted == PeriodKind.MarketingYear ? "make.refused.no-marketing" : "make.refused.no-calendar"],
                (t["make.instead.year"], question with { YearBasis = YearBasis.Published })
            );
        }

        var left = lines.Except(fits).Select(l => l.Source).Distinct().ToList();
        if (left.Count > 0)
        {
            _notes.Add(t[wanted == PeriodKind.MarketingYear ? "make.note.calendar-left" : "make.note.marketing-left", t.List(left)]);
        }

        return fits;
    }

    /// <summary>Prices in local money stand before the provider's own conversion to dollars.</summary>
    private static List<LabelledSeries> Local(List<LabelledSeries> lines)
    {
        var local = lines
            .Where(l => l.Series.Key.Dimension("conversion").Length == 0 && l.Series.Key.Frequency != Frequency.Irregular)
            .ToList();
        return lines.Any(l => l.Series.Key.Dimension("currency").Length > 0) && local.Count > 0 ? local : lines;
    }

    /// <summary>Phases of whole countries at present; of the areas of an analysis only where they were asked for.</summary>
    private List<LabelledSeries> National(List<LabelledSeries> lines)
    {
        if (question.Which.Count > 0)
        {
            return lines;
        }

        var whole = lines.Where(l => l.Series.Key.Dimension("area").Length == 0 && l.Series.Key.Dimension("level1").Length == 0).ToList();
        var found = whole.Count > 0 ? whole : lines;
        var now = found.Where(l => l.Series.Key.Dimension("validity") is "" or "current").ToList();
        now = now.Count > 0 ? now : found;
        return now.Count <= MostLines ? now : Latest(now);
    }

    /// <summary>The areas of the latest analysis, the hungriest of them.</summary>
    private List<LabelledSeries> Latest(List<LabelledSeries> lines)
    {
        var last = lines.Max(l => l.Series.Last?.Period.Start);
        static string Place(LabelledSeries l) =>
            l.Series.Key.Area + "|" + l.Series.Key.Dimension("level1") + "|" + l.Series.Key.Dimension("area");
        var places = lines.Where(l => l.Series.Last?.Period.Start == last).GroupBy(Place).ToList();
        var kept = places
            .OrderByDescending(g => g.FirstOrDefault(l => l.Series.Key.Dimension("phase") == "3+")?.Series.Last?.Value ?? 0)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(MostRows)
            .ToList();
        _notes.Add(t["make.note.latest-areas", kept.Count, lines.Select(Place).Distinct().Count()]);
        return [.. kept.SelectMany(g => g)];
    }

    /// <summary>
    /// Where more series are there than a picture holds, or packages of several sizes, those of one package with most figures, still kept up before those that ended;
    /// how many were passed over is said.
    /// </summary>
    private List<LabelledSeries> Longest(List<LabelledSeries> lines, int most)
    {
        var groups = lines
            .GroupBy(l =>
                (
                    l.Series.Key.Unit,
                    l.Series.Key.Dimension("package"),
                    l.Series.Key.Dimension("currency"),
                    most == 1 ? "" : l.Series.Key.Item
                )
            )
            .ToList();
        if (lines.Count <= most && (groups.Count == 1 || question.Scale == AskedScale.Index))
        {
            Caption = most == 1 && lines.Count == 1 ? Market(lines[0]) : "";
            return lines;
        }

        var last = lines.Max(l => l.Series.Last?.Period.Start ?? DateOnly.MinValue);
        static int Figures(LabelledSeries l) => l.Series.Points.Count(p => p.Value is not null);
        bool IsKept(LabelledSeries l) =>
            l.Series.Last?.Period.Start.AddMonths(MonthsKept) >= last && (most > 1 || Figures(l) >= FewestMonths);
        var alike = groups.OrderByDescending(g => g.Any(IsKept)).ThenByDescending(g => g.Sum(Figures)).First();
        var kept = alike
            .OrderByDescending(IsKept)
            .ThenByDescending(Figures)
            .ThenBy(l => l.Series.Key.Dimensions, StringComparer.Ordinal)
            .Take(most)
            .ToList();
        Caption = most == 1 ? Market(kept[0]) : "";
        _notes.Add(
            most > 1
                ? t["make.note.longest", kept.Count, lines.Count]
                : t[
                    Figures(kept[0]) == lines.Max(Figures) ? "make.note.longest-one"
                    : IsKept(kept[0]) ? "make.note.longest-kept"
                    : "make.note.longest-package",
                    lines.Count,
                    Said(kept[0])
                ]
        );
        return kept;
    }

    private string Said(LabelledSeries line) => $"{words.Items[line.Series.Key.Item].Name.Lower()}, {Market(line)}";

    /// <summary>"Nairobi, wholesale".</summary>
    private static string Market(LabelledSeries line) =>
        string.Join(
            ", ",
            new[] { "market", "pricetype" }
                .Select(line.Series.Key.Dimension)
                .Where(d => d.Length > 0)
                .Select((d, i) => i == 0 ? d : d.Lower())
        );
}
