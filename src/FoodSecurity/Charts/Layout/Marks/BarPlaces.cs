using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>Places of bars, of the values above them and of the categories below.</summary>
internal static class BarPlaces
{
    public static IEnumerable<ChartBar> InView(ChartSpec spec) =>
        spec.Bars.Where(bar => bar.X >= spec.From - 0.5 && bar.X <= spec.To + 0.5);

    /// <summary>Smallest distance between two bars, in units of X.</summary>
    public static double Spacing(ChartSpec spec)
    {
        double[] places = [.. spec.Bars.Select(bar => bar.X).Distinct().Order()];
        double least = places.Zip(places.Skip(1), (a, b) => b - a).DefaultIfEmpty(1).Min();
        return least > 0 ? least : 1;
    }

    public static double? Value(ChartBar bar) => bar.Y is double y && double.IsFinite(y) ? y : null;

    /// <summary>The bar's rectangle in pixels; of a missing bar the place where it would begin.</summary>
    public static Box Rectangle(PlacedChart chart, ChartBar bar)
    {
        double zero = chart.Scale.Y(0),
            end = chart.Scale.Y(Value(bar) ?? 0);
        double left = chart.Scale.X(bar.X - chart.BarWidth / 2),
            right = chart.Scale.X(bar.X + chart.BarWidth / 2);
        return new(left, Math.Min(zero, end), right, Math.Max(zero, end));
    }

    /// <summary>Room above the highest grid line for the value of a bar that reaches it.</summary>
    public static double Headroom(PlacedChart chart) =>
        InView(chart.Spec).Any(bar => bar.ValueLabel.Length > 0) ? chart.Sizes.Axis * 1.7 : 0;

    public static void AddTo(PlacedChart chart, Obstacles obstacles)
    {
        foreach (ChartBar bar in InView(chart.Spec))
        {
            obstacles.Add(Rectangle(chart, bar));
            if (Shown(chart, bar))
            {
                obstacles.Add(ValueText(chart, bar).Box);
            }
        }
    }

    /// <summary>Values above the bars (below those under zero), and a small mark where a figure is missing.</summary>
    public static void AddValues(PlacedChart chart, Obstacles obstacles)
    {
        foreach (ChartBar bar in InView(chart.Spec))
        {
            Box place = Rectangle(chart, bar);
            if (Value(bar) is null && !chart.IsEmpty)
            {
                double half = Math.Min(place.Width * 0.3, chart.Sizes.Round(6)),
                    y = place.Bottom - chart.Sizes.Round(6);
                chart.Strokes.Add(
                    new(new(place.MiddleX - half, y), new(place.MiddleX + half, y), ChartPalette.Base, chart.Sizes.Round(1.5))
                );
                obstacles.Add(new(place.MiddleX - half, y - 2, place.MiddleX + half, y + 2));
            }
            else if (Value(bar) is not null && Shown(chart, bar))
            {
                chart.Texts.Add(ValueText(chart, bar));
            }
            if (bar.Status == MarkStatus.Break)
            {
                double x = place.Left - (chart.Scale.X(bar.X + Spacing(chart.Spec)) - chart.Scale.X(bar.X + chart.BarWidth)) / 2;
                double middle = chart.Scale.Y(0);
                chart.Strokes.Add(
                    new(
                        new(x, middle - chart.Sizes.Round(7)),
                        new(x, middle + chart.Sizes.Round(7)),
                        ChartPalette.Ink,
                        chart.Sizes.Round(1.5)
                    )
                );
            }
        }
    }

    /// <summary>Upper edge of the bar at X with the value above it; null where there is none.</summary>
    public static double? TopAt(PlacedChart chart, double x)
    {
        ChartBar? bar = InView(chart.Spec).FirstOrDefault(bar => Math.Abs(bar.X - x) < 1e-6);
        return bar is null ? null
            : Shown(chart, bar) && Value(bar) >= 0 ? ValueText(chart, bar).Box.Top - 2
            : Rectangle(chart, bar).Top - 1;
    }

    private static PlacedText ValueText(PlacedChart chart, ChartBar bar)
    {
        ChartSizes sizes = chart.Sizes;
        Box place = Rectangle(chart, bar);
        // Under a bar that reaches the foot of the plot stand the years: its value goes into the bar.
        double foot = chart.Scale.Area.Bottom - sizes.Axis * 0.4;
        bool isInside = Value(bar) < 0 && place.Bottom + sizes.Axis > foot;
        double y =
            isInside ? foot
            : Value(bar) < 0 ? place.Bottom + sizes.Axis
            : place.Top - sizes.Axis * 0.4;
        // The value of the outermost bar stays within the drawing.
        double half = ChartFonts.Width(bar.ValueLabel, sizes.Axis, bold: true) * 0.55 + 1;
        return new(
            Math.Clamp(place.MiddleX, half, Math.Max(half, chart.Width - half)),
            y,
            bar.ValueLabel,
            sizes.Axis,
            ChartPalette.Ink,
            TextAnchor.Middle
        )
        {
            Bold = true,
            Halo = isInside,
        };
    }

    /// <summary>All values where all fit side by side, else only the largest and the last.</summary>
    private static bool Shown(PlacedChart chart, ChartBar bar)
    {
        if (bar.ValueLabel.Length == 0 || Value(bar) is not double value)
        {
            return false;
        }
        double slot = chart.Scale.X(bar.X + Spacing(chart.Spec)) - chart.Scale.X(bar.X);
        ChartBar[] bars = [.. InView(chart.Spec).Where(other => Value(other) is not null).OrderBy(other => other.X)];
        if (bars.All(other => ChartFonts.Width(other.ValueLabel, chart.Sizes.Axis, bold: true) + chart.Sizes.Round(3) <= slot))
        {
            return true;
        }
        ChartBar largest = bars.MaxBy(other => Math.Abs(Value(other)!.Value))!;
        if (bar == largest)
        {
            return true;
        }
        double room = Math.Abs(chart.Scale.X(bar.X) - chart.Scale.X(largest.X));
        double needed =
            (ChartFonts.Width(bar.ValueLabel, chart.Sizes.Axis, true) + ChartFonts.Width(largest.ValueLabel, chart.Sizes.Axis, true)) / 2;
        double neighbour = bars.Length > 1 ? Math.Abs(Value(bars[^2])!.Value) : 0;
        return bar == bars[^1] && room > needed + chart.Sizes.Round(4) && Math.Abs(value) >= neighbour;
    }

    /// <summary>Category labels: level where they fit, else aslant, else every n-th; years are always thinned.</summary>
    /// <returns>Where they end.</returns>
    public static double AddCategories(PlacedChart chart)
    {
        ChartSizes sizes = chart.Sizes;
        double top = chart.Plot.Bottom + sizes.Round(6);
        ChartTick[] all = [.. InView(chart.Spec).OrderBy(bar => bar.X).Select(bar => new ChartTick(bar.X, bar.Label))];
        double slot = chart.Scale.X(chart.Spec.From + Spacing(chart.Spec)) - chart.Scale.X(chart.Spec.From);
        bool years = all.All(tick => tick.Label.Length == 4 && tick.Label.All(char.IsAsciiDigit));
        if (YearAxis.AreApart(all, chart.Scale, sizes) || years || slot < sizes.Axis * 1.7)
        {
            foreach (ChartTick tick in years ? YearAxis.Round(all, chart.Scale, sizes) : YearAxis.Thin(all, chart.Scale, sizes))
            {
                double half = ChartFonts.Width(tick.Label, sizes.Axis) / 2 + 1;
                double x = Math.Clamp(chart.Scale.X(tick.X), half, Math.Max(half, chart.Width - half));
                chart.Texts.Add(new(x, top + sizes.Axis, tick.Label, sizes.Axis, ChartPalette.Muted, TextAnchor.Middle));
            }
            return top + sizes.Axis * 1.3;
        }
        double longest = all.Max(tick => ChartFonts.Width(tick.Label, sizes.Axis));
        foreach (ChartTick tick in all)
        {
            chart.Texts.Add(
                new(
                    chart.Scale.X(tick.X) + sizes.Axis * 0.35,
                    top + sizes.Axis * 0.5,
                    tick.Label,
                    sizes.Axis,
                    ChartPalette.Muted,
                    TextAnchor.End
                )
                {
                    Turn = -45,
                }
            );
        }
        return top + sizes.Axis + longest * 0.71;
    }
}
