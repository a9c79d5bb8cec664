using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout;

/// <summary>The words around the plot: title and subtitle above, key, excerpts, notes, sources and address below.</summary>
internal static class PictureText
{
    /// <returns>Where the plot may begin.</returns>
    public static double AddHeading(PlacedChart chart)
    {
        if (chart.Frame.Form == ChartForm.Page)
        {
            return 0;
        }
        ChartSizes sizes = chart.Sizes;
        double width = chart.Width - 2 * sizes.Margin,
            y = sizes.Margin;
        foreach (string line in TextLines.Balanced(Ours(chart, chart.Spec.Title), width, sizes.Title, bold: true))
        {
            chart.Texts.Add(new(sizes.Margin, y + sizes.Title * 0.85, line, sizes.Title, ChartPalette.Ink) { Bold = true });
            y += sizes.Title * 1.25;
        }
        y += sizes.Round(3);
        y = AddLines(chart, Ours(chart, chart.Spec.Subtitle), sizes.Margin, y, width, sizes.Subtitle, ChartPalette.Muted);
        return y + sizes.Round(14);
    }

    /// <summary>Adds what stands below the plot and sets the height of the whole.</summary>
    public static void AddFoot(PlacedChart chart, double y)
    {
        ChartSizes sizes = chart.Sizes;
        y = AddKey(chart, y);
        if (chart.Frame.Form == ChartForm.Page)
        {
            chart.Height = Math.Ceiling(y + 2);
            return;
        }
        double width = chart.Width - 2 * sizes.Margin;
        y += sizes.Round(18);
        y = AddExcerpts(chart, y, width);
        foreach (string note in chart.Spec.Notes)
        {
            y = AddLines(chart, Ours(chart, note), sizes.Margin, y, width, sizes.Small, ChartPalette.Muted) + sizes.Round(2);
        }
        y += sizes.Round(chart.Spec.Notes.Count > 0 ? 8 : 2);
        chart.Strokes.Add(new(new(sizes.Margin, y), new(chart.Width - sizes.Margin, y), ChartPalette.Hair, 1));
        y += sizes.Round(8);
        y = AddSource(chart, y, width);
        chart.Height = Math.Ceiling(y + sizes.Margin * 0.7);
    }

    /// <summary>The address stands at the right of the last line of the sources, or below where that is full.</summary>
    private static double AddSource(PlacedChart chart, double y, double width)
    {
        ChartSizes sizes = chart.Sizes;
        string address = chart.Spec.Address;
        double addressWidth = ChartFonts.Width(address, sizes.Small);
        IReadOnlyList<string> lines = TextLines.Tidy(Ours(chart, chart.Spec.SourceLine), width, sizes.Small);
        double after = y + lines.Count * sizes.Small * 1.4;
        y = AddLines(chart, Ours(chart, chart.Spec.SourceLine), sizes.Margin, y, width, sizes.Small, ChartPalette.Muted);
        double last = lines.Count == 0 ? 0 : ChartFonts.Width(lines[^1], sizes.Small);
        if (address.Length > 0 && last + addressWidth + sizes.Round(24) <= width * 0.97)
        {
            double line = lines.Count == 0 ? y + sizes.Small : after - sizes.Small * 0.4;
            chart.Texts.Add(new(chart.Width - sizes.Margin, line, address, sizes.Small, ChartPalette.Muted, TextAnchor.End));
            return Math.Max(y, line + sizes.Small * 0.4);
        }
        return AddLines(chart, address, sizes.Margin, y, width, sizes.Small, ChartPalette.Muted);
    }

    private static double AddExcerpts(PlacedChart chart, double y, double width)
    {
        IReadOnlyList<ChartExcerpt> excerpts = chart.Spec.Excerpts;
        if (excerpts.Count == 0)
        {
            return y;
        }
        ChartSizes sizes = chart.Sizes;
        if (chart.Width < 760 || excerpts.Count == 1)
        {
            return AddColumn(chart, excerpts, sizes.Margin, y, excerpts.Count == 1 ? width * 0.86 : width) + sizes.Round(4);
        }
        double gap = sizes.Round(30),
            half = (width - gap) / 2;
        double[] heights = [.. excerpts.Select(excerpt => Height(chart, excerpt, half))];
        int split = Enumerable.Range(1, excerpts.Count).MinBy(n => Math.Max(heights.Take(n).Sum(), heights.Skip(n).Sum()));
        double left = AddColumn(chart, [.. excerpts.Take(split)], sizes.Margin, y, half);
        double right = AddColumn(chart, [.. excerpts.Skip(split)], sizes.Margin + half + gap, y, half);
        return Math.Max(left, right) + sizes.Round(4);
    }

    private static double AddColumn(PlacedChart chart, IReadOnlyList<ChartExcerpt> excerpts, double x, double y, double width)
    {
        ChartSizes sizes = chart.Sizes;
        foreach (ChartExcerpt excerpt in excerpts)
        {
            double radius = sizes.PinRadius * 0.95,
                indent = Indent(sizes),
                top = y;
            chart.Pins.Add(new(excerpt.Number, x + radius, y + sizes.Excerpt * 0.66, radius) { IsPeriod = true });
            y = AddLines(chart, Quoted(excerpt.Quote), x + indent, y, width - indent, sizes.Excerpt, ChartPalette.Ink, excerpt.Language);
            y = AddLines(chart, Ours(chart, excerpt.Attribution), x + indent, y, width - indent, sizes.Small, ChartPalette.Muted);
            foreach (ChartWording wording in excerpt.Wordings)
            {
                y += sizes.Round(3);
                y = AddLines(chart, wording.Quote, x + indent, y, width - indent, sizes.Small, ChartPalette.Ink, wording.Language);
                y = AddLines(chart, Ours(chart, wording.Attribution), x + indent, y, width - indent, sizes.Small, ChartPalette.Muted);
            }
            y = Math.Max(y, top + 2 * radius) + sizes.Round(9);
        }
        return y;
    }

    private static double Indent(ChartSizes sizes) => sizes.PinRadius * 1.9 + sizes.Round(8);

    private static double Height(PlacedChart chart, ChartExcerpt excerpt, double width)
    {
        ChartSizes sizes = chart.Sizes;
        double room = width - Indent(sizes);
        return TextLines.Tidy(Quoted(excerpt.Quote), room, sizes.Excerpt).Count * sizes.Excerpt * 1.4
            + TextLines.Tidy(Ours(chart, excerpt.Attribution), room, sizes.Small).Count * sizes.Small * 1.4
            + sizes.Round(9)
            + excerpt.Wordings.Sum(w =>
                sizes.Round(3)
                + (TextLines.Tidy(w.Quote, room, sizes.Small).Count + TextLines.Tidy(Ours(chart, w.Attribution), room, sizes.Small).Count)
                    * sizes.Small
                    * 1.4
            );
    }

    /// <summary>Quotation marks, unless the words bring their own.</summary>
    private static string Quoted(string quote) =>
        quote.Length == 0 || "“\"«„‘「『".Contains(quote[0], StringComparison.Ordinal) ? quote : $"“{quote}”";

    private static double AddKey(PlacedChart chart, double y)
    {
        ChartSizes sizes = chart.Sizes;
        if (chart.KeyRows.Count > 0)
        {
            y += sizes.Round(8);
        }
        foreach ((ChartInk ink, string text, bool thin) in chart.KeyRows)
        {
            double x = sizes.Margin + sizes.Round(24),
                middle = y + sizes.EndNote * 0.6;
            chart.Strokes.Add(
                new(new(sizes.Margin, middle), new(x - sizes.Round(6), middle), ink, thin ? sizes.Round(1) : sizes.LineWidth)
            );
            y = AddLines(chart, Ours(chart, text), x, y, chart.Width - sizes.Margin - x, sizes.EndNote, ink) + sizes.Round(2);
        }
        return y;
    }

    /// <summary>Sentences of ours keep the direction of their language, whatever name they begin with.</summary>
    private static string Ours(PlacedChart chart, string text) => TextDirection.InLanguage(text, chart.Spec.Language);

    // The language of words that are quoted; those from right to left stand at the right edge.
    private static double AddLines(
        PlacedChart chart,
        string text,
        double x,
        double y,
        double width,
        double size,
        ChartInk ink,
        string language = "en"
    )
    {
        bool fromRight = language != "en" && TextDirection.BeginsFromRight(text);
        foreach (string line in TextLines.Tidy(text, width, size))
        {
            chart.Texts.Add(
                new(fromRight ? x + width : x, y + size, line, size, ink, fromRight ? TextAnchor.End : TextAnchor.Start)
                {
                    Language = language == "en" ? "" : language,
                    FromRight = fromRight,
                }
            );
            y += size * 1.4;
        }
        return y;
    }
}
