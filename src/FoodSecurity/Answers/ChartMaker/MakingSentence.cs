using System.Globalization;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>A chart said in a few hedged sentences: last value and its rank, trend, range over the sources, how many are independent, and gaps.</summary>
internal sealed class MakingSentence(
    MadeChart made,
    IReadOnlyList<LabelledSeries> series,
    IReadOnlyDictionary<string, ChartUnit> units,
    int from,
    int to,
    Vocabulary words,
    Texts t
)
{
    private const int MostLines = 4;
    private const int MostOfBalance = 12;
    private const int TrendYears = 5;
    private const decimal Level = 0.03m;

    private readonly List<Phrase> _said = [];

    public IReadOnlyList<Phrase> Write(string place, string subject)
    {
        var lines = series.Where(l => Last(l) is not null).ToList();
        if (lines.Count == 0)
        {
            return [];
        }

        var isBalance = lines.Select(l => l.Series.Key.Element).Distinct().Count() > 1;
        var many = lines.Count > MostLines && !isBalance;
        // Of many lines the largest are said, and what they have in common is left to the picture.
        lines = many ? [.. lines.OrderByDescending(l => Last(l)!.Value!.Value * l.Factor)] : lines;
        Say(t[many ? "make.say.highest" : "make.say.subject", Marks(subject), place, lines.Count]);
        var shown = lines.Take(many ? MostLines : MostOfBalance).ToList();
        var isOneMoment = (many || isBalance) && shown.Select(l => (Last(l)!.Period.Label, Manner(Last(l)!))).Distinct().Count() == 1;
        foreach (var (line, i) in shown.Select((l, i) => (l, i)))
        {
            Say(i == 0 ? " " : "; ");
            Value(line, Last(line)!, lines.Count > 1, !many && !isBalance, !isOneMoment);
        }

        Say(isOneMoment ? t[$"make.say.all-{Manner(Last(shown[0])!)}", PeriodWords.Of(Last(shown[0])!.Period)] + "." : ".");
        if (many || isBalance)
        {
            return _said;
        }

        Trend(lines[0]);
        Range();
        Gaps(lines);
        return _said;
    }

    private void Value(LabelledSeries line, SeriesPoint point, bool isOneOfMany, bool isWhole, bool withPeriod)
    {
        Say(t["make.say.by", Name(line, isOneOfMany)]);
        _said.Add(new Phrase(Figure(line, point.Value!.Value), made.Chart.Trace(line, point)));
        if (withPeriod)
        {
            Say(t[$"make.say.{Manner(point)}", PeriodWords.Of(point.Period)]);
        }

        if (!isWhole || !IsYear(point))
        {
            return;
        }

        // A change of a share in per cent would be taken for percentage points.
        if (
            made.Question.Scale is AskedScale.Total or AskedScale.PerCapita or AskedScale.Log
            && made.Unit != ChartUnit.Percent
            && YearOnYear.At(line.Series, point.Period.Year) is { } change
        )
        {
            Say(" (" + (change == 0 ? t["make.say.unchanged"] : t["make.say.change", Numbers.Change(change)]) + ")");
        }

        if (OwnRank.Of(line, point, made.Question.From, t) is { Length: > 0 } rank)
        {
            Say(", " + rank);
        }
    }

    /// <summary>Mean of the last five figures against the five before; said only where both are whole.</summary>
    private void Trend(LabelledSeries line)
    {
        var points = InView(line).Where(p => p.Status != ObservationStatus.Forecast && IsYear(p)).TakeLast(2 * TrendYears).ToList();
        if (
            points.Count < 2 * TrendYears
            || points[^1].Period.Year - points[0].Period.Year != 2 * TrendYears - 1
            || made.Question.Scale is AskedScale.Change
        )
        {
            return;
        }

        decimal early = points.Take(TrendYears).Average(p => p.Value!.Value),
            late = points.Skip(TrendYears).Average(p => p.Value!.Value);
        if (early <= 0)
        {
            return;
        }

        var ratio = late / early - 1;
        var key =
            Math.Abs(ratio) < Level ? "level"
            : ratio > 0 ? "up"
            : "down";
        Say(
            " "
                + t[
                    $"make.say.trend.{key}",
                    points[TrendYears].Period.Label,
                    points[^1].Period.Label,
                    Numbers.Percent(Math.Abs(ratio) * 100, 0),
                    points[0].Period.Label,
                    points[TrendYears - 1].Period.Label,
                    Name(line, true)
                ]
        );
    }

    private void Range()
    {
        if (made.Comparison is not { } comparison)
        {
            return;
        }

        if (comparison.Spread is { } spread)
        {
            var year = made.Chart.Series.Where(l => l.Series.At(spread.Year)?.Value is not null).ToList();
            var (low, high) = (year.MinBy(l => l.ValueAt(spread.Year)), year.MaxBy(l => l.ValueAt(spread.Year)));
            if (low is not null && high is not null && low != high)
            {
                Say(" " + t["make.say.range", spread.Year.ToString(CultureInfo.InvariantCulture)]);
                _said.Add(
                    new Phrase(Figure(low, low.Series.At(spread.Year)!.Value!.Value), made.Chart.Trace(low, low.Series.At(spread.Year)!))
                );
                Say(t["make.say.range-to", low.Source]);
                _said.Add(
                    new Phrase(
                        Figure(high, high.Series.At(spread.Year)!.Value!.Value),
                        made.Chart.Trace(high, high.Series.At(spread.Year)!)
                    )
                );
                Say(t["make.say.range-end", high.Source]);
            }
        }
        else
        {
            Say(" " + t["make.say.bases"]);
        }

        Say(" " + t.Count("make.say.independent", comparison.Independent));
    }

    private void Gaps(List<LabelledSeries> lines)
    {
        if (!lines.All(l => IsYear(l.Series.Last!)))
        {
            return;
        }

        foreach (var group in lines.GroupBy(l => SpecParts.Holes(l.Series, from, to, t)).Where(g => g.Key.Length > 0).Take(2))
        {
            Say(" " + t["make.say.gap", t.List([.. group.Take(MostLines).Select(l => Name(l, true)).Distinct()]), group.Key]);
        }

        foreach (var line in lines.Take(MostLines).Where(l => Last(l)!.Period.End.Year < to - 1 && Last(l) == l.Series.Last))
        {
            Say(" " + t["make.say.silent", Name(line, true), Last(line)!.Period.Label]);
        }
    }

    /// <summary>What tells a line from the others: place, source, crop, measure, market, in this order.</summary>
    private string Name(LabelledSeries line, bool isOneOfMany)
    {
        var key = line.Series.Key;
        bool Differ(Func<LabelledSeries, string> by) => isOneOfMany && series.Any(l => by(l) != by(line));
        var parts = new List<string>();
        Add(Differ(l => l.Series.Key.Area), words.Areas[key.Area].Name);
        Add(Differ(l => l.Source), line.Source);
        Add(Differ(l => l.Series.Key.Item), words.Items[key.Item].Name.Lower());
        Add(Differ(l => l.Series.Key.Element), words.Elements[key.Element].Name.Lower());
        foreach (
            var (dimension, _, name) in SeriesChoice
                .Words(key)
                .Where(d => d.Dimension is "market" or "pricetype" or "area" or "level1" or "validity" or "estimator")
        )
        {
            Add(Differ(l => l.Series.Key.Dimension(dimension)), name);
        }

        Add(parts.Count == 0, line.Source);
        Add(made.Question.Card.ShowsVintages, line.Counts);
        return string.Join(", ", parts);

        void Add(bool tells, string part)
        {
            if (tells && part.Length > 0)
            {
                parts.Add(part);
            }
        }
    }

    private string Figure(LabelledSeries line, decimal value)
    {
        var size = value * line.Factor;
        var unit = units.GetValueOrDefault(line.Series.Key.Element) ?? made.Unit;
        return (
            unit.Short is "Mt" or "kt" or "t"
                ? Numbers.Mass(size)
                : unit.Say(size, Math.Abs(size))
                    .Replace("M ha", "million ha", StringComparison.Ordinal)
                    .Replace("k ha", "thousand ha", StringComparison.Ordinal)
        ).Trim();
    }

    private static string Manner(SeriesPoint point) =>
        point.Status switch
        {
            ObservationStatus.Forecast => "in-forecast",
            ObservationStatus.Estimated or ObservationStatus.Imputed or ObservationStatus.Provisional => "in-estimate",
            _ => "in",
        };

    private static bool IsYear(SeriesPoint point) => point.Period.Kind is PeriodKind.CalendarYear or PeriodKind.MarketingYear;

    private SeriesPoint? Last(LabelledSeries line) => InView(line).LastOrDefault();

    private IEnumerable<SeriesPoint> InView(LabelledSeries line) =>
        line.Series.Points.Where(p => p.Value is not null && p.Period.Year >= from && p.Period.Year <= to);

    private void Say(string text) => _said.Add(new Phrase(text));

    private static string Marks(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
