using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>Places upright bars with the key above and the categories below.</summary>
internal sealed class ColumnsPlaces(PlacedChart chart, ColumnsBody body)
{
    /// <summary>A single bar is no wall.</summary>
    private const double WidestBar = 110;

    private readonly ChartSizes sizes = chart.Sizes;

    public double Place(double top)
    {
        double y = KeyRow.Place(chart, [.. body.Series.Select(s => new ChartKeyEntry(s.Label, s.Fill))], top);
        if (chart.Spec.Unit.Length > 0)
        {
            chart.Texts.Add(new(sizes.Margin, y + sizes.Axis, chart.Spec.Unit, sizes.Axis, ChartPalette.Muted));
            y += sizes.Axis * 1.9;
        }
        ValueAxis axis = ValueAxis.For(
            Extents(),
            fromZero: true,
            (int)Math.Clamp(sizes.PlotHeight / sizes.Round(52), 2, 6),
            body.AxisNumber
        );
        double left = sizes.Margin + Pane.NumbersWidth(axis, sizes),
            right = chart.Width - sizes.Margin;
        double head = body.ValueNumber is null ? sizes.Round(4) : sizes.Axis * 1.2;
        Pane pane = new(chart, new Box(left, Math.Ceiling(y + head), right, Math.Ceiling(y + head + sizes.PlotHeight)), axis);
        pane.AddLevelGrid();
        double slot = (right - left) / body.Categories.Count;
        for (int i = 0; i < body.Categories.Count; i++)
        {
            if (body.IsStacked)
            {
                PlaceStack(pane, i, left + (i + 0.5) * slot, Math.Min(slot * 0.72, sizes.Round(WidestBar)));
            }
            else
            {
                PlaceGroup(pane, i, left + (i + 0.5) * slot, Math.Min(slot * 0.8, sizes.Round(WidestBar) * body.Series.Count));
            }
        }
        double zero = Pane.Crisp(pane.Y(0));
        chart.Strokes.Add(new(new(left, zero), new(right, zero), ChartPalette.Base, 1));
        return Categories(pane, slot);
    }

    private IEnumerable<double> Extents()
    {
        foreach (int i in Enumerable.Range(0, body.Categories.Count))
        {
            double[] values = [.. body.Series.Select(s => s.Values[i]).Where(v => v is not null).Select(v => v!.Value)];
            foreach (double value in body.IsStacked ? [values.Where(v => v > 0).Sum(), values.Where(v => v < 0).Sum()] : values)
            {
                yield return value;
            }
        }
    }

    private void PlaceStack(Pane pane, int i, double middle, double width)
    {
        double up = 0,
            down = 0;
        foreach (ColumnSeries series in body.Series)
        {
            if (series.Values[i] is not { } value || value == 0)
            {
                continue;
            }
            double from = value > 0 ? up : down,
                to = from + value;
            (up, down) = value > 0 ? (to, down) : (up, to);
            Bar(
                series,
                i,
                new Box(middle - width / 2, pane.Y(Math.Max(from, to)), middle + width / 2, pane.Y(Math.Min(from, to))),
                seam: true
            );
        }
        if (body.ValueNumber is { } print && up > 0 && Fits(print(up), width / 0.72))
        {
            chart.Texts.Add(
                new(middle, pane.Y(up) - sizes.Axis * 0.4, print(up), sizes.Axis, ChartPalette.Ink, TextAnchor.Middle)
                {
                    Bold = true,
                    Halo = true,
                }
            );
        }
        if (body.Series.All(s => s.Values[i] is null))
        {
            Absent(pane, middle, width);
        }
    }

    private void PlaceGroup(Pane pane, int i, double middle, double width)
    {
        double each = width / body.Series.Count;
        for (int k = 0; k < body.Series.Count; k++)
        {
            double left = middle - width / 2 + k * each,
                bar = each * (body.Series.Count > 1 ? 0.92 : 0.9);
            if (body.Series[k].Values[i] is not { } value)
            {
                Absent(pane, left + bar / 2, bar);
                continue;
            }
            Bar(body.Series[k], i, new Box(left, pane.Y(Math.Max(0, value)), left + bar, pane.Y(Math.Min(0, value))), seam: false);
            if (body.ValueNumber is { } print && Fits(print(value), each * 0.98))
            {
                // a bar that reaches the foot of the pane has the words of the axis under it
                double y =
                    value < 0 ? Math.Min(pane.Y(value) + sizes.Axis, pane.Box.Bottom - sizes.Axis * 0.4) : pane.Y(value) - sizes.Axis * 0.4;
                chart.Texts.Add(new(left + bar / 2, y, print(value), sizes.Axis, ChartPalette.Ink, TextAnchor.Middle) { Halo = true });
            }
        }
    }

    private bool Fits(string words, double room) => ChartFonts.Width(words, sizes.Axis, true) <= room;

    private void Bar(ColumnSeries series, int i, Box box, bool seam)
    {
        bool hollow = i < series.Hollow.Count && series.Hollow[i];
        PlacedShape shape = PlacedShape.Of(box, series.Fill) with
        {
            Text =
                $"{series.Label}, {body.Categories[i]}: {(body.ValueNumber ?? (v => v.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)))(series.Values[i]!.Value)} {chart.Spec.Unit}",
        };
        chart.Shapes.Add(
            hollow ? KeyRow.Hollow(shape, sizes)
            : seam && box.Height > 3 ? shape with { Stroke = ChartPalette.Paper, StrokeWidth = sizes.Round(0.75) }
            : shape
        );
    }

    /// <summary>A short stroke over the axis where there is no figure: missing is not zero.</summary>
    private void Absent(Pane pane, double middle, double width)
    {
        double half = Math.Min(width * 0.3, sizes.Round(6)),
            y = pane.Y(0) - sizes.Round(6);
        chart.Strokes.Add(new(new(middle - half, y), new(middle + half, y), ChartPalette.Base, sizes.Round(1.5)));
    }

    private double Categories(Pane pane, double slot)
    {
        double y = pane.Box.Bottom + sizes.Round(6) + sizes.Axis;
        PlotScale scale = new(pane.Box, 0, body.Categories.Count, 0, 1);
        ChartTick[] all = [.. body.Categories.Select((label, i) => new ChartTick(i + 0.5, label))];
        bool years = all.All(tick => tick.Label.Length == 4 && tick.Label.All(char.IsAsciiDigit));
        if (!years && !YearAxis.AreApart(all, scale, sizes) && slot > sizes.Axis * 2.4)
        {
            return Wrapped(all, scale, slot, y);
        }
        foreach (
            ChartTick tick in YearAxis.AreApart(all, scale, sizes) ? all
            : years ? YearAxis.Round(all, scale, sizes)
            : YearAxis.Thin(all, scale, sizes)
        )
        {
            double half = ChartFonts.Width(tick.Label, sizes.Axis) / 2;
            chart.Texts.Add(
                new(Math.Min(scale.X(tick.X), chart.Width - half), y, tick.Label, sizes.Axis, ChartPalette.Muted, TextAnchor.Middle)
            );
        }
        return y + sizes.Axis * 0.3;
    }

    private double Wrapped(ChartTick[] all, PlotScale scale, double slot, double y)
    {
        double end = y;
        foreach (ChartTick tick in all)
        {
            double at = y;
            foreach (string line in TextLines.Wrap(tick.Label, slot * 0.98, sizes.Axis))
            {
                chart.Texts.Add(new(scale.X(tick.X), at, line, sizes.Axis, ChartPalette.Muted, TextAnchor.Middle));
                end = Math.Max(end, at);
                at += sizes.Axis * 1.2;
            }
        }
        return end + sizes.Axis * 0.3;
    }
}
