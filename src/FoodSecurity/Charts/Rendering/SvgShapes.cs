using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Marks;

namespace FoodSecurity.Charts.Rendering;

/// <summary>Writes the shapes of a body as SVG; neighbours of one style share an element unless they carry a read-out.</summary>
internal sealed class SvgShapes(PlacedChart chart, SvgBuilder svg, string prefix)
{
    private bool Page => chart.Frame.Form == ChartForm.Page;

    public void Write()
    {
        WritePatterns();
        for (int start = 0, end; start < chart.Shapes.Count; start = end)
        {
            PlacedShape first = chart.Shapes[start];
            end = start + 1;
            while (end < chart.Shapes.Count && Joins(first, chart.Shapes[end]))
            {
                end++;
            }
            Write(first, [.. chart.Shapes.Skip(start).Take(end - start).SelectMany(shape => shape.Paths)]);
        }
    }

    /// <summary>Areas that may overlap are never joined: the even-odd rule would cut holes.</summary>
    private bool Joins(PlacedShape a, PlacedShape b) =>
        a with { Paths = b.Paths, Text = "" } == b with { Text = "" }
        && (!Page || (a.Text.Length == 0 && b.Text.Length == 0))
        && (!a.IsClosed || a.DotRadius > 0);

    private void WritePatterns()
    {
        ShapeHatch[] used = [.. chart.Shapes.Select(shape => shape.Hatch).Where(hatch => hatch != ShapeHatch.None).Distinct().Order()];
        if (used.Length == 0)
        {
            return;
        }
        double step = SkiaShapes.HatchStep(chart.Sizes),
            half = step / 2,
            size = chart.Sizes.Round(0.75);
        string s = SvgBuilder.Number(step),
            h = SvgBuilder.Number(half, 2);
        svg.Raw("<defs>");
        foreach (ShapeHatch hatch in used)
        {
            svg.Raw("<pattern")
                .Attribute("id", Pattern(hatch))
                .Attribute("width", step)
                .Attribute("height", step)
                .Raw(" patternUnits=\"userSpaceOnUse\"><path")
                .Attribute("d", $"M0 0h{s}v{s}H0z")
                .Attribute("fill", FillInks.Void)
                .Raw("/>");
            if (hatch == ShapeHatch.Dotted)
            {
                svg.Raw("<circle")
                    .Attribute("cx", h)
                    .Attribute("cy", h)
                    .Attribute("r", SvgBuilder.Number(size, 2))
                    .Attribute("fill", FillInks.Hatch)
                    .Raw("/>");
            }
            else
            {
                // A third stroke across each corner, so that the lattice is whole at the tiles' seams.
                string up =
                    $"M0 {s}L{s} 0M-{h} {h}L{h} -{h}M{h} {SvgBuilder.Number(step + half, 2)}L{SvgBuilder.Number(step + half, 2)} {h}";
                string down =
                    $"M0 0L{s} {s}M-{h} {h}L{h} {SvgBuilder.Number(step + half, 2)}M{h} -{h}L{SvgBuilder.Number(step + half, 2)} {h}";
                svg.Raw("<path")
                    .Attribute("d", hatch == ShapeHatch.Crossed ? up + down : up)
                    .Attribute("stroke", FillInks.Hatch)
                    .Attribute("stroke-width", SvgBuilder.Number(size, 2))
                    .Raw("/>");
            }
            svg.Raw("</pattern>");
        }
        svg.Raw("</defs>");
    }

    private void Write(PlacedShape shape, IReadOnlyList<IReadOnlyList<Spot>> paths)
    {
        bool said = Page && shape.Text.Length > 0;
        if (shape.DotRadius > 0)
        {
            WriteDots(shape, [.. paths.SelectMany(path => path)], said);
            return;
        }
        svg.Raw("<path").Attribute("d", string.Concat(paths.Select(path => SvgBuilder.Path(path) + (shape.IsClosed ? "z" : ""))));
        if (shape.Hatch != ShapeHatch.None)
        {
            svg.Attribute("fill", $"url(#{Pattern(shape.Hatch)})");
        }
        else if (shape.Fill is { } fill)
        {
            svg.Attribute("fill", fill);
            if (shape.FillOpacity < 1)
            {
                svg.Attribute("fill-opacity", SvgBuilder.Number(shape.FillOpacity, 2));
            }
        }
        else
        {
            svg.Raw(" fill=\"none\"");
        }
        if (shape.IsClosed && paths.Count > 1)
        {
            svg.Raw(" fill-rule=\"evenodd\"");
        }
        if (shape.Stroke is { } stroke && shape.StrokeWidth > 0)
        {
            svg.Attribute("stroke", stroke).Raw(" stroke-linejoin=\"round\"");
            if (shape.StrokeWidth != 1)
            {
                svg.Attribute("stroke-width", SvgBuilder.Number(shape.StrokeWidth, 2));
            }
            if (SkiaShapes.Dashes(shape.Dash, chart.Sizes) is { } dashes)
            {
                svg.Attribute("stroke-dasharray", string.Join(' ', dashes.Select(part => SvgBuilder.Number(part))))
                    .Raw(shape.Dash == ShapeDash.Dots ? " stroke-linecap=\"round\"" : "");
            }
        }
        Close(shape, said);
    }

    /// <summary>Dots as strokes without length and round ends; hollow ones with paper above.</summary>
    private void WriteDots(PlacedShape shape, IReadOnlyList<Spot> spots, bool said)
    {
        string dots = SvgBuilder.Dots(spots);
        ChartInk edge = shape.Stroke ?? shape.Fill!.Value;
        svg.Raw("<g stroke-linecap=\"round\"><path")
            .Attribute("d", dots)
            .Attribute("stroke", edge)
            .Attribute("stroke-width", SvgBuilder.Number(shape.DotRadius * 2 + shape.StrokeWidth));
        Close(shape, said);
        if (shape.StrokeWidth > 0 && shape.Fill is { } fill)
        {
            svg.Raw("<path")
                .Attribute("d", dots)
                .Attribute("stroke", fill)
                .Attribute("stroke-width", SvgBuilder.Number(shape.DotRadius * 2 - shape.StrokeWidth))
                .Raw("/>");
        }
        svg.Raw("</g>");
    }

    private void Close(PlacedShape shape, bool said)
    {
        if (said)
        {
            svg.Raw("><title>").Text(shape.Text).Raw("</title></path>");
        }
        else
        {
            svg.Raw("/>");
        }
    }

    private string Pattern(ShapeHatch hatch) =>
        $"{prefix}-{hatch switch { ShapeHatch.Crossed => "crossed", ShapeHatch.Dotted => "dotted", _ => "slanted" }}";
}
