using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Series as lines of a time chart, by years or months.</summary>
internal static class KindLines
{
    /// <summary>More lines than this in one plot cannot be told apart.</summary>
    public const int Most = 8;

    public static IReadOnlyList<ChartLine> Of(KindParts parts) => [.. parts.Series.Select((s, i) => Line(parts, s, i))];

    private static ChartLine Line(KindParts parts, LabelledSeries series, int index)
    {
        var line = SpecParts.Line(series, parts.Input.Unit, parts.From, parts.To, parts.Largest, parts.Texts);
        return line with
        {
            Points = Marks(parts, series, line),
            Key = FormattableString.Invariant($"{series.Key}-{index}"),
            Label = parts.Name(series),
            Color = parts.Color(series),
        };
    }

    /// <summary>The marks of a line, of months where its series is of months.</summary>
    public static IReadOnlyList<ChartMark> Marks(KindParts parts, LabelledSeries series, ChartLine line) =>
        series.Series.IsMonthly ? [.. Dated(parts, series)] : line.Points;

    /// <summary>Months and days stand at the middle of their period; a month without a figure leaves the line open.</summary>
    private static IEnumerable<ChartMark> Dated(KindParts parts, LabelledSeries series)
    {
        SeriesPoint? before = null;
        foreach (var (point, value) in parts.Points(series))
        {
            if (before is { } last && (point.Period.Start.DayNumber - last.Period.End.DayNumber) > 31)
            {
                yield return new ChartMark { X = TimeScale.At(last.Period.End.AddDays(1)) };
            }

            before = point;
            yield return new ChartMark
            {
                X = Middle(point),
                Y = parts.Input.Unit.Of(value),
                Text = parts.Texts["chart.read-out", series.Source, point.Period.Label, SpecParts.Bound(point) + parts.Say(value)],
            };
        }
    }

    private static double Middle(SeriesPoint point) => (TimeScale.At(point.Period.Start) + TimeScale.AtEnd(point.Period.End)) / 2;

    /// <summary>The finished time chart with bands, pins and notes.</summary>
    public static ChartSpec Spec(string id, KindParts parts, string heading, IReadOnlyList<ChartLine> lines)
    {
        var names = parts.Series.Select(s => s with { Source = parts.Name(s), Counts = "" }).ToList();
        var alt = AltText.Of(parts.Input.Place, heading, names, parts.Input.Unit, parts.Largest, parts.From, parts.To, parts.Texts);
        // Months stand before and after the middle of their year, which is where its number stands.
        var months = parts.Series.Where(s => s.Series.IsMonthly).SelectMany(s => parts.Points(s)).Select(p => Middle(p.Point)).ToList();
        double from = months.Append(parts.From).Min(),
            to = months.Append(parts.To).Max();
        var single = parts.From == parts.To && (months.Count == 0 || to - from < 0.2);
        var spec = parts.Start(id, heading, parts.Span, alt) with
        {
            From = single ? parts.From - 1 : from,
            To = single ? parts.To + 1 : to,
            Lines = lines,
            Notes = parts.Notes(),
            FromZero = parts.Input.Scale is not ChartScale.Index,
        };
        return SpecParts.Annotate(spec, parts.Input.Annotations, (a, year) => SpecParts.PinOnLine(lines, parts.Series, a, year));
    }
}
