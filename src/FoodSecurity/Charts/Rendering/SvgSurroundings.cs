using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Type;

namespace FoodSecurity.Charts.Rendering;

/// <summary>Writes words, leaders and pins of a chart as SVG, with each style said once per run of equal ones.</summary>
internal sealed class SvgSurroundings(PlacedChart chart, SvgBuilder svg)
{
    public void Write()
    {
        foreach (
            IGrouping<(ChartInk Ink, double Width), PlacedStroke> strokes in chart.Strokes.GroupBy(stroke => (stroke.Ink, stroke.Width))
        )
        {
            WriteStrokes(strokes.Select(stroke => (IReadOnlyList<Spot>)[stroke.From, stroke.To]), strokes.Key.Ink, strokes.Key.Width);
        }
        foreach (IGrouping<ChartInk, PlacedPin> pins in chart.Pins.Where(pin => pin.Target is not null).GroupBy(pin => pin.StemInk))
        {
            WriteStrokes(pins.Select(pin => pin.Stem), pins.Key, chart.Sizes.Round(1));
        }
        WriteWords();
        WritePins();
    }

    private void WriteStrokes(IEnumerable<IReadOnlyList<Spot>> strokes, ChartInk ink, double width)
    {
        string path = string.Concat(strokes.Select(SvgBuilder.Path));
        if (path.Length > 0)
        {
            svg.Raw("<path").Attribute("d", path).Raw(" fill=\"none\"").Attribute("stroke", ink);
            if (width != 1)
            {
                svg.Attribute("stroke-width", width);
            }
            svg.Raw("/>");
        }
    }

    private void WriteWords()
    {
        for (int start = 0, end; start < chart.Texts.Count; start = end)
        {
            PlacedText first = chart.Texts[start];
            end = start + 1;
            while (end < chart.Texts.Count && SameStyle(first, chart.Texts[end]))
            {
                end++;
            }
            bool alone = end == start + 1;
            svg.Raw(alone ? "<text" : "<g");
            WriteStyle(first);
            svg.Raw(alone ? "" : ">");
            for (int i = start; i < end; i++)
            {
                WritePlace(chart.Texts[i], alone);
            }
            svg.Raw(alone ? "" : "</g>");
        }
    }

    private static bool SameStyle(PlacedText a, PlacedText b) =>
        a.Size == b.Size
        && a.Ink == b.Ink
        && a.Anchor == b.Anchor
        && a.Bold == b.Bold
        && a.Halo == b.Halo
        && a.Language == b.Language
        && a.FromRight == b.FromRight;

    private void WriteStyle(PlacedText text)
    {
        svg.Attribute("font-size", text.Size).Attribute("fill", text.Ink);
        // In words from the right the start is on the right.
        if (text.Anchor == TextAnchor.Middle || (text.Anchor == TextAnchor.End) != text.FromRight)
        {
            svg.Attribute("text-anchor", text.Anchor == TextAnchor.Middle ? "middle" : "end");
        }
        if (text.Language.Length > 0)
        {
            svg.Attribute("lang", text.Language);
        }
        if (text.FromRight)
        {
            svg.Raw(" direction=\"rtl\"");
        }
        if (text.Bold)
        {
            svg.Raw(" font-weight=\"700\"");
        }
        if (text.Halo)
        {
            svg.Raw(" paint-order=\"stroke\" stroke-linejoin=\"round\"")
                .Attribute("stroke", ChartPalette.Paper)
                .Attribute("stroke-width", text.Size * 0.25);
        }
    }

    private void WritePlace(PlacedText text, bool open)
    {
        svg.Raw(open ? "" : "<text").Attribute("x", text.X).Attribute("y", text.Y);
        if (text.Turn != 0)
        {
            svg.Attribute("transform", $"rotate({SvgBuilder.Number(text.Turn)} {SvgBuilder.Number(text.X)} {SvgBuilder.Number(text.Y)})");
        }
        if (MayLeave(text))
        {
            svg.Attribute("textLength", text.Box.Right - text.Box.Left).Raw(" lengthAdjust=\"spacingAndGlyphs\"");
        }
        if (TextDirection.IsMixed(text.Text))
        {
            // The first letter gives the direction, whatever that of the page is.
            svg.Raw(" style=\"unicode-bidi:plaintext\"");
        }
        svg.Raw(">").Text(text.Text).Raw("</text>");
    }

    /// <summary>True where the words of a reader's wider font would leave the drawing: DejaVu Sans runs up to a fifth wider than Noto Sans.</summary>
    private bool MayLeave(PlacedText text)
    {
        const double wider = 0.2;
        Box box = text.Box;
        double grow = (box.Right - box.Left) * wider;
        (double left, double right) = text.Anchor switch
        {
            TextAnchor.Middle => (grow / 2, grow / 2),
            TextAnchor.End => (grow, 0),
            _ => (0.0, grow),
        };
        return text.Turn == 0 && (box.Left < left || box.Right + right > chart.Frame.Width);
    }

    private void WritePins()
    {
        if (chart.Pins.Count == 0)
        {
            return;
        }
        bool page = chart.Frame.Form == ChartForm.Page;
        svg.Raw("<g")
            .Attribute("font-size", chart.Sizes.PinText)
            .Attribute("fill", ChartPalette.Pin)
            .Raw(" font-weight=\"700\" text-anchor=\"middle\">");
        foreach (PlacedPin pin in chart.Pins)
        {
            bool link = page && pin.Address.Length > 0;
            PlacedText number = Surroundings.PinText(pin, chart.Sizes);
            if (link)
            {
                svg.Raw("<a").Attribute("href", pin.Address).Raw(">");
            }
            svg.Raw("<circle")
                .Attribute("cx", pin.X)
                .Attribute("cy", pin.Y)
                .Attribute("r", pin.Radius)
                .Raw("/><text")
                .Attribute("x", number.X)
                .Attribute("y", number.Y)
                .Attribute("fill", number.Ink);
            if (number.Size != chart.Sizes.PinText)
            {
                svg.Attribute("font-size", number.Size);
            }
            svg.Raw(">").Text(number.Text).Raw(link ? "</text></a>" : "</text>");
        }
        svg.Raw("</g>");
    }
}
