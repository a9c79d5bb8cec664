using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>The key above a body: swatches with their words, in as many rows as they need.</summary>
internal static class KeyRow
{
    /// <returns>Where the body may begin.</returns>
    public static double Place(PlacedChart chart, IReadOnlyList<ChartKeyEntry> entries, double top)
    {
        if (entries.Count == 0)
        {
            return top;
        }
        ChartSizes sizes = chart.Sizes;
        double swatch = sizes.EndNote,
            gap = sizes.Round(6),
            between = sizes.Round(18),
            line = sizes.EndNote * 1.75;
        double x = sizes.Margin,
            y = top;
        foreach (ChartKeyEntry entry in entries)
        {
            double width = swatch + gap + ChartFonts.Width(entry.Label, sizes.EndNote) * 1.03;
            if (x > sizes.Margin && x + width > chart.Width - sizes.Margin)
            {
                (x, y) = (sizes.Margin, y + line);
            }
            IReadOnlyList<string> words = TextLines.Wrap(entry.Label, chart.Width - 2 * sizes.Margin - swatch - gap, sizes.EndNote);
            PlacedShape box = PlacedShape.Of(new Box(x, y, x + swatch, y + swatch), entry.Fill);
            chart.Shapes.Add(entry.IsHollow ? Hollow(box, sizes) : box);
            for (int i = 0; i < words.Count; i++)
            {
                chart.Texts.Add(new(x + swatch + gap, y + sizes.EndNote * (0.86 + 1.2 * i), words[i], sizes.EndNote, ChartPalette.Ink));
            }
            y += Math.Max(0, words.Count - 1) * sizes.EndNote * 1.2;
            x += width + between;
        }
        return y + line + sizes.Round(4);
    }

    /// <summary>An estimate's surface: pale with an outline.</summary>
    public static PlacedShape Hollow(PlacedShape shape, ChartSizes sizes) =>
        shape with
        {
            FillOpacity = 0.15,
            Stroke = shape.Fill,
            StrokeWidth = sizes.Round(1.25),
        };
}
