using FoodSecurity.Charts.Layout;

namespace FoodSecurity.Tests.Charts;

/// <summary>What must hold of every placed chart, computed from the boxes of its words, pins and marks.</summary>
internal static class PlacedChecks
{
    /// <summary>No word on a word, a pin or a line; no pin on a pin, a line or a mark; everything inside the drawing.</summary>
    public static void NothingOverlaps(PlacedChart chart)
    {
        WordsStandFree(chart);
        PlacedText[] texts = [.. chart.Texts.Where(text => text.Turn == 0)];
        foreach (PlacedText text in texts)
        {
            Box box = text.Box.Grow(-0.6);
            chart.Pins.Where(pin => pin.Box.Grow(-0.6).Overlaps(box)).Select(pin => $"{pin.Number} / {text.Text}").ShouldBeEmpty();
        }
        for (int i = 0; i < chart.Pins.Count; i++)
        {
            Box pin = chart.Pins[i].Box.Grow(-0.3);
            chart
                .Pins.Skip(i + 1)
                .Where(other => other.Box.Grow(-0.3).Overlaps(pin))
                .Select(other => $"{chart.Pins[i]} / {other}")
                .ShouldBeEmpty();
            (pin.Left >= 0 && pin.Right <= chart.Width && pin.Top >= 0 && pin.Bottom <= chart.Height).ShouldBeTrue();
        }
        foreach (LineParts line in chart.Lines)
        {
            foreach (IReadOnlyList<Spot> path in line.Solid.Concat(line.Dotted))
            {
                for (int i = 1; i < path.Count; i++)
                {
                    Spot from = chart.Scale.At(path[i - 1].X, path[i - 1].Y),
                        to = chart.Scale.At(path[i].X, path[i].Y);
                    chart.Pins.Where(pin => pin.Box.Grow(-2).Crosses(from, to)).Select(pin => $"{pin.Number} on a line").ShouldBeEmpty();
                    texts.Where(text => text.Box.Grow(-1).Crosses(from, to)).Select(text => $"{text.Text} on a line").ShouldBeEmpty();
                }
            }
            foreach (
                Box mark in line
                    .Filled.Concat(line.Hollow)
                    .Select(at => Box.Around(chart.Scale.X(at.X), chart.Scale.Y(at.Y), chart.Sizes.MarkRadius - 1))
            )
            {
                chart.Pins.Where(pin => pin.Box.Grow(-1).Overlaps(mark)).Select(pin => $"{pin.Number} on a mark").ShouldBeEmpty();
                texts.Where(text => text.Box.Grow(-1).Overlaps(mark)).Select(text => $"{text.Text} on a mark").ShouldBeEmpty();
            }
        }
    }

    /// <summary>Every word inside the drawing and none on another.</summary>
    public static void WordsStandFree(PlacedChart chart)
    {
        PlacedText[] texts = [.. chart.Texts.Where(text => text.Turn == 0)];
        for (int i = 0; i < texts.Length; i++)
        {
            Box box = texts[i].Box.Grow(-0.6);
            string where = $"{texts[i].Text} at {chart.Width}";
            box.Left.ShouldBeGreaterThanOrEqualTo(-1, where);
            box.Right.ShouldBeLessThanOrEqualTo(chart.Width + 1, where);
            box.Top.ShouldBeGreaterThanOrEqualTo(-1, where);
            box.Bottom.ShouldBeLessThanOrEqualTo(chart.Height, where);
            texts.Skip(i + 1).Where(other => other.Box.Grow(-0.6).Overlaps(box)).Select(other => $"{where} / {other.Text}").ShouldBeEmpty();
        }
    }
}
