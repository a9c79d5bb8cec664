using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Maps;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>Places a map: Equal Earth for the world, the same turned to the region's middle for a region.</summary>
internal sealed class MapPlaces(PlacedChart chart, MapBody body)
{
    private static readonly (double West, double South, double East, double North) World = (-180, -56, 180, 84);
    private readonly ChartSizes sizes = chart.Sizes;

    public double Place(double top)
    {
        double y = KeyRow.Place(chart, body.Key, top) + sizes.Round(4);
        var view = View();
        double middle = (view.West + view.East) / 2;
        EqualEarth projection = new(middle);
        GeoSpot[] edge = [.. Edge(view)];
        Spot[] corners = [.. edge.Select(projection.Of)];
        double minX = corners.Min(s => s.X),
            maxX = corners.Max(s => s.X),
            minY = corners.Min(s => s.Y),
            maxY = corners.Max(s => s.Y);
        double width = chart.Width - 2 * sizes.Margin,
            tallest = body.Focus.Count == 0 ? width : Math.Max(sizes.PlotHeight * 1.35, sizes.Narrow ? 330 : 0);
        double scale = Math.Min(width / (maxX - minX), tallest / (maxY - minY)),
            height = Math.Ceiling((maxY - minY) * scale);
        double shift = sizes.Margin + (width - (maxX - minX) * scale) / 2;
        Box frame = new(sizes.Margin, y, chart.Width - sizes.Margin, y + height);
        Spot At(GeoSpot spot)
        {
            Spot flat = projection.Of(spot);
            return new(shift + (flat.X - minX) * scale, y + (maxY - flat.Y) * scale);
        }

        foreach (
            (string code, var rings) in body
                .Boundaries.Rings.OrderBy(pair => body.Areas.ContainsKey(pair.Key))
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
        )
        {
            IReadOnlyList<Spot>[] paths =
            [
                .. rings
                    .SelectMany(ring => projection.Cut(ring))
                    .Select(ring => ring.Select(At).ToList())
                    .Select(ring => Clip.Thin(Clip.Ring(ring, frame), sizes.Round(0.7)))
                    .Where(ring => ring.Count > 2),
            ];
            if (paths.Length > 0)
            {
                chart.Shapes.Add(Land(code, paths));
            }
        }
        foreach (var line in body.Boundaries.Disputed)
        {
            Spot[] path = [.. line.Select(At)];
            if (path.All(spot => frame.Holds(Box.Around(spot.X, spot.Y, 0))))
            {
                chart.Shapes.Add(PlacedShape.Line(path, ChartPalette.Paper, sizes.Round(1)));
                chart.Shapes.Add(PlacedShape.Line(path, ChartPalette.Muted, sizes.Round(1), ShapeDash.Dashes));
            }
        }
        Names(frame, At);
        double end = y + height + sizes.Round(8);
        if (chart.Frame.Form == ChartForm.Page)
        {
            end = Disclaimer(end);
        }
        return end;
    }

    private PlacedShape Land(string code, IReadOnlyList<IReadOnlyList<Spot>> paths)
    {
        ChartInk seam = ChartPalette.Paper;
        double width = sizes.Round(body.Focus.Count == 0 ? 0.5 : 0.9);
        if (!body.Areas.TryGetValue(code, out MapArea? area))
        {
            return new PlacedShape(paths)
            {
                Fill = MapInks.Land,
                Stroke = seam,
                StrokeWidth = width,
            };
        }
        (ChartInk ground, ShapeHatch hatch) = FillInks.Of(area.Fill);
        return new PlacedShape(paths)
        {
            Fill = ground,
            Hatch = hatch,
            Stroke = hatch == ShapeHatch.None ? seam : FillInks.Hatch,
            StrokeWidth = width,
            Text = area.Text,
        };
    }

    /// <summary>West, south, east and north of what is shown; a region gets a margin of a tenth.</summary>
    private (double West, double South, double East, double North) View()
    {
        GeoSpot[] spots =
        [
            .. body
                .Focus.Where(HasFigure)
                .SelectMany(code => body.Boundaries.Rings.TryGetValue(code, out var rings) ? Mainland(rings) : []),
        ];
        if (spots.Length == 0)
        {
            return World;
        }
        double west = spots.Min(s => s.Longitude),
            east = spots.Max(s => s.Longitude),
            south = spots.Min(s => s.Latitude),
            north = spots.Max(s => s.Latitude);
        double pad = Math.Max(1.5, Math.Max(east - west, north - south) * 0.08);
        return east - west > 300 ? World : (west - pad, Math.Max(-85, south - pad), east + pad, Math.Min(85, north + pad));
    }

    /// <summary>Land without a figure does not stretch the view (French Southern Territories are in Eastern Africa).</summary>
    private bool HasFigure(string code) =>
        body.Areas.TryGetValue(code, out MapArea? area)
        && area.Fill.Kind is not (FillKind.NoData or FillKind.NoAccess or FillKind.NotApplicable);

    /// <summary>The largest ring: far islands of a country do not stretch the view.</summary>
    private static IReadOnlyList<GeoSpot> Mainland(IReadOnlyList<IReadOnlyList<GeoSpot>> rings) =>
        rings.MaxBy(ring =>
            (ring.Max(s => s.Longitude) - ring.Min(s => s.Longitude)) * (ring.Max(s => s.Latitude) - ring.Min(s => s.Latitude))
        )!;

    private static IEnumerable<GeoSpot> Edge((double West, double South, double East, double North) view)
    {
        for (int i = 0; i <= 20; i++)
        {
            double part = i / 20.0,
                longitude = view.West + (view.East - view.West) * part,
                latitude = view.South + (view.North - view.South) * part;
            yield return new(longitude, view.South);
            yield return new(longitude, view.North);
            yield return new(view.West, latitude);
            yield return new(view.East, latitude);
        }
    }

    /// <summary>Names of a region's areas where they stay apart; the world is left without.</summary>
    private void Names(Box frame, Func<GeoSpot, Spot> at)
    {
        if (body.Focus.Count == 0)
        {
            return;
        }
        List<Box> taken = [];
        foreach (string code in body.Focus.Where(body.Areas.ContainsKey))
        {
            if (!body.Boundaries.Rings.TryGetValue(code, out var rings) || body.Areas[code].Label.Length == 0)
            {
                continue;
            }
            Spot[] ring = [.. Mainland(rings).Select(at)];
            Spot middle = Clip.Middle(ring);
            string[] lines = body.Areas[code].Label.Split('\n');
            double width = TextLines.Width(lines, sizes.EndNote, true),
                height = lines.Length * sizes.EndNote * 1.15;
            Box box = new(middle.X - width / 2, middle.Y - height / 2, middle.X + width / 2, middle.Y + height / 2);
            if (!Clip.Holds(ring, box.Grow(1)) || !frame.Holds(box) || taken.Any(box.Overlaps))
            {
                continue;
            }
            taken.Add(box);
            for (int i = 0; i < lines.Length; i++)
            {
                chart.Texts.Add(
                    new(
                        middle.X,
                        box.Top + sizes.EndNote * (0.9 + i * 1.15),
                        lines[i],
                        sizes.EndNote,
                        FillInks.WordsOn(body.Areas[code].Fill),
                        TextAnchor.Middle
                    )
                    {
                        Bold = i == 0,
                    }
                );
            }
        }
    }

    /// <summary>In a page the disclaimer stands inside the drawing too, so that it travels with it.</summary>
    private double Disclaimer(double y)
    {
        foreach (string line in TextLines.Tidy(body.Disclaimer, chart.Width - 2 * sizes.Margin, sizes.Small))
        {
            chart.Texts.Add(new(sizes.Margin, y + sizes.Small, line, sizes.Small, ChartPalette.Muted));
            y += sizes.Small * 1.35;
        }
        return y;
    }
}

/// <summary>Colours of maps.</summary>
internal static class MapInks
{
    /// <summary>Land that is not asked about.</summary>
    public static ChartInk Land { get; } = new("#e9ebee", "--land");
}
