using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout;

/// <summary>Finds a place for the words of the shaded area: above it, below it or within, never across an edge or a line.</summary>
internal static class SpreadLabel
{
    public static void Place(PlacedChart chart, Obstacles obstacles)
    {
        if (chart.Spec.Spread is not { Label.Length: > 0 } spread)
        {
            return;
        }
        ChartSizes sizes = chart.Sizes;
        ChartSpreadPoint[] points =
        [
            .. spread.Points.Where(point =>
                point.X >= chart.Spec.From && point.X <= chart.Spec.To && double.IsFinite(point.Low) && double.IsFinite(point.High)
            ),
        ];
        for (int i = 1; i < points.Length; i++)
        {
            obstacles.AddInk(chart.Scale.At(points[i - 1].X, points[i - 1].High), chart.Scale.At(points[i].X, points[i].High));
            obstacles.AddInk(chart.Scale.At(points[i - 1].X, points[i - 1].Low), chart.Scale.At(points[i].X, points[i].Low));
        }
        double width = ChartFonts.Width(spread.Label, sizes.EndNote),
            height = sizes.EndNote * 1.2,
            away = sizes.Round(5);
        (double Cost, Box Box)? best = null;
        foreach (ChartSpreadPoint point in points)
        {
            double x = chart.Scale.X(point.X),
                high = chart.Scale.Y(point.High),
                low = chart.Scale.Y(point.Low);
            foreach (
                (double top, double penalty) in ((double, double)[])
                    [(high - away - height, 0), (low + away, 40), (high + away, 80), (low - away - height, 80)]
            )
            {
                Box box = new(x - width / 2, top, x + width / 2, top + height);
                double cost = Math.Abs(x - chart.Plot.MiddleX) * 0.5 + penalty;
                if (cost < (best?.Cost ?? double.PositiveInfinity) && chart.Plot.Holds(box) && obstacles.IsFree(box))
                {
                    best = (cost, box);
                }
            }
        }
        if (best is { } found)
        {
            chart.Texts.Add(new(found.Box.Left, found.Box.Top + sizes.EndNote, spread.Label, sizes.EndNote, ChartPalette.Spread));
        }
    }
}
