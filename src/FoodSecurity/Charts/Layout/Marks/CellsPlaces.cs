using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>Places coloured cells with the key above, row names at the left and column names below.</summary>
internal sealed class CellsPlaces(PlacedChart chart, CellsBody body)
{
    private readonly ChartSizes sizes = chart.Sizes;

    public double Place(double top)
    {
        double y = KeyRow.Place(chart, body.Key, top) + sizes.Round(2);
        double names =
            Math.Min(body.Rows.Max(row => ChartFonts.Width(row.Label, sizes.EndNote)) * 1.06, chart.Width * (sizes.Narrow ? 0.34 : 0.3))
            + sizes.Round(8);
        double side =
            body.SideTitle.Length == 0
                ? 0
                : body.Rows.Select(row => ChartFonts.Width(row.Side, sizes.EndNote))
                    .Append(ChartFonts.Width(body.SideTitle, sizes.Axis))
                    .Max() * 1.03
                    + sizes.Round(10);
        double left = sizes.Margin + names,
            right = chart.Width - sizes.Margin - side,
            slot = (right - left) / body.Columns.Count;
        if (side > 0)
        {
            y += sizes.Axis * 0.6;
            chart.Texts.Add(new(chart.Width - sizes.Margin, y, body.SideTitle, sizes.Axis, ChartPalette.Muted, TextAnchor.End));
            y += sizes.Round(5);
        }
        bool words = WordsFit(slot);
        double first = y;
        foreach (CellRow row in body.Rows)
        {
            y += PlaceRow(row, left, y, slot, names - sizes.Round(8), words);
        }
        PlotScale scale = new(new Box(left, first, right, y), 0, body.Columns.Count, 0, 1);
        ChartTick[] all = [.. body.Columns.Select((label, i) => new ChartTick(i + 0.5, label)).Where(tick => tick.Label.Length > 0)];
        bool years = !body.HasWords && all.All(tick => tick.Label.Length == 4 && tick.Label.All(char.IsAsciiDigit));
        double at = y + sizes.Round(6) + sizes.Axis;
        foreach (
            ChartTick tick in YearAxis.AreApart(all, scale, sizes) ? all
            : years ? YearAxis.Round(all, scale, sizes)
            : YearAxis.Thin(all, scale, sizes)
        )
        {
            double half = ChartFonts.Width(tick.Label, sizes.Axis) / 2 + 1;
            chart.Texts.Add(
                new(
                    Math.Clamp(scale.X(tick.X), half, chart.Width - half),
                    at,
                    tick.Label,
                    sizes.Axis,
                    ChartPalette.Muted,
                    TextAnchor.Middle
                )
            );
        }
        return at + sizes.Axis * 0.3;
    }

    /// <summary>Numbers are printed into all cells or into none.</summary>
    private bool WordsFit(double slot) =>
        body.Rows.SelectMany(row => row.Cells).All(cell => ChartFonts.Width(cell.Inside, sizes.Axis) + sizes.Round(4) <= slot);

    private double PlaceRow(CellRow row, double left, double top, double slot, double names, bool words)
    {
        IReadOnlyList<string> label = TextLines.Wrap(row.Label, names, sizes.EndNote);
        double height = Math.Max(sizes.Round(body.Rows.Count > 20 ? 18 : 22), label.Count * sizes.EndNote * 1.2 + sizes.Round(4));
        double y = top + (height - label.Count * sizes.EndNote * 1.2) / 2 + sizes.EndNote * 0.95;
        foreach (string line in label)
        {
            chart.Texts.Add(new(sizes.Margin, y, line, sizes.EndNote, ChartPalette.Ink));
            y += sizes.EndNote * 1.2;
        }
        double seam = slot > sizes.Round(6) ? sizes.Round(1) : 0,
            gap = sizes.Round(1.5),
            middle = top + (height - gap) / 2;
        for (int i = 0, at = 0; at < row.Cells.Count; i += row.Cells[at].Span, at++)
        {
            Cell cell = row.Cells[at];
            if (cell.Fill is not { } fill)
            {
                continue;
            }
            PlacedShape shape = PlacedShape.Of(
                new Box(left + i * slot, top, left + (i + cell.Span) * slot - seam, top + height - gap),
                fill
            ) with
            {
                Text = cell.Text,
            };
            chart.Shapes.Add(cell.IsHollow ? shape with { FillOpacity = 0.4 } : shape);
            if (words && cell.Inside.Length > 0)
            {
                chart.Texts.Add(
                    new(
                        left + (i + 0.5) * slot - seam / 2,
                        middle + sizes.Axis * 0.36,
                        cell.Inside,
                        sizes.Axis,
                        FillInks.WordsOn(fill),
                        TextAnchor.Middle
                    )
                );
            }
        }
        if (row.Side.Length > 0)
        {
            chart.Texts.Add(
                new(chart.Width - sizes.Margin, middle + sizes.EndNote * 0.36, row.Side, sizes.EndNote, ChartPalette.Muted, TextAnchor.End)
            );
        }
        return height;
    }
}
