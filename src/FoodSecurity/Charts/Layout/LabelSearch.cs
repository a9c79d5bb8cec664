namespace FoodSecurity.Charts.Layout;

/// <summary>
/// Looks for the place of a line's name in the plot: on a lattice, the best touches nothing and is nearest to its own line. Places are tried from
/// the line's end outwards, and the search ends where no place further out can be better, so that few are ever measured.
/// </summary>
internal sealed class LabelSearch
{
    private const double EndWeight = 0.25;

    private readonly PlacedChart chart;
    private readonly Obstacles obstacles;
    private readonly List<Spot> own;
    private readonly List<Spot> others;
    private readonly Spot end;
    private readonly bool isReference;

    public LabelSearch(PlacedChart chart, Obstacles obstacles, LineParts line)
    {
        (this.chart, this.obstacles, isReference) = (chart, obstacles, line.Line.IsReference);
        own = Path(line);
        others = [.. chart.Lines.Where(other => other != line).SelectMany(Path)];
        end = chart.Scale.At(line.End!.Value.X, line.End.Value.Y);
    }

    /// <returns>The box, and the stroke from line to label where it is too far away to be understood without; null where everything is taken.</returns>
    public (Box Box, (Spot From, Spot To)? Leader)? Find(double width, double height, double pad)
    {
        Box[] places = [.. Lattice(width, height)];
        double[] least = [.. places.Select(box => box.Distance(end) * EndWeight)];
        int[] order = [.. Enumerable.Range(0, places.Length)];
        Array.Sort(least, order);
        (double Cost, int Index, (Spot, Spot)? Leader)? best = null;
        for (int i = 0; i < order.Length && least[i] <= (best?.Cost ?? double.MaxValue); i++)
        {
            int index = order[i];
            Box box = places[index];
            if (!obstacles.IsFree(box.Grow(pad)))
            {
                continue;
            }
            Spot nearest = Nearest(own, box);
            double near = box.Distance(nearest),
                cost = near + least[i];
            if (cost > (best?.Cost ?? double.MaxValue))
            {
                continue;
            }
            (Spot From, Spot To)? leader = LeaderOf(box, nearest, near);
            if (leader is not null && isReference)
            {
                // Far from its line a reference is better told in the key than by one more stroke across the data.
                continue;
            }
            cost += Ambiguity(box, near) + Confusion(leader);
            if (
                double.IsFinite(cost)
                && (best is not { } known || cost < known.Cost - 1e-6 || (cost < known.Cost + 1e-6 && index < known.Index))
            )
            {
                best = (cost, index, leader);
            }
        }
        return best is { } found ? (places[found.Index], found.Leader) : null;
    }

    private IEnumerable<Box> Lattice(double width, double height)
    {
        Box area = chart.Plot;
        double step = chart.Sizes.Round(5);
        for (double y = area.Top + 2; y + height < area.Bottom - 3; y += step)
        {
            for (double x = area.Left + 3; x + width < area.Right - 2; x += step)
            {
                yield return new(x, y, x + width, y + height);
            }
        }
    }

    private (Spot From, Spot To)? LeaderOf(Box box, Spot nearest, double near) =>
        near <= chart.Sizes.Round(18)
            ? null
            : (nearest, new(Math.Clamp(nearest.X, box.Left, box.Right), Math.Clamp(nearest.Y, box.Top, box.Bottom)));

    /// <summary>A name that stands nearer to another line than to its own would be read as that one's.</summary>
    private double Ambiguity(Box box, double near)
    {
        double wrong = others.Count == 0 ? double.PositiveInfinity : box.Distance(Nearest(others, box));
        return wrong < near * 1.3 ? 60 + near - wrong : 0;
    }

    /// <summary>A leader through words is out of the question; one across another line is a last resort.</summary>
    private double Confusion((Spot From, Spot To)? leader)
    {
        if (leader is not { } stroke)
        {
            return 0;
        }
        double length = stroke.From.Distance(stroke.To),
            clear = chart.Sizes.Round(8) / length;
        Spot start = new(stroke.From.X + (stroke.To.X - stroke.From.X) * clear, stroke.From.Y + (stroke.To.Y - stroke.From.Y) * clear);
        if (!obstacles.IsFree(start, stroke.To))
        {
            return double.PositiveInfinity;
        }
        bool crossesLine = false;
        for (double part = clear; part <= 1 && !crossesLine; part += 3 / length)
        {
            Spot at = new(stroke.From.X + (stroke.To.X - stroke.From.X) * part, stroke.From.Y + (stroke.To.Y - stroke.From.Y) * part);
            crossesLine = obstacles.TouchesInk(Box.Around(at.X, at.Y, 1));
        }
        return crossesLine ? 75 : 15;
    }

    private static Spot Nearest(List<Spot> spots, Box box)
    {
        double least = double.PositiveInfinity;
        Spot nearest = spots[0];
        foreach (Spot spot in spots)
        {
            double dx = Math.Max(0, Math.Max(box.Left - spot.X, spot.X - box.Right)),
                dy = Math.Max(0, Math.Max(box.Top - spot.Y, spot.Y - box.Bottom));
            double square = dx * dx + dy * dy;
            if (square < least)
            {
                (least, nearest) = (square, spot);
            }
        }
        return nearest;
    }

    /// <summary>The line's spots in pixels, close enough together to measure distances.</summary>
    private List<Spot> Path(LineParts line)
    {
        List<Spot> spots = [.. line.Values.Select(value => chart.Scale.At(value.X, value.Y))];
        foreach (IReadOnlyList<Spot> path in line.Solid.Concat(line.Dotted).Concat(line.Faint))
        {
            for (int i = 1; i < path.Count; i++)
            {
                Spot a = chart.Scale.At(path[i - 1].X, path[i - 1].Y),
                    b = chart.Scale.At(path[i].X, path[i].Y);
                int pieces = (int)(a.Distance(b) / 8);
                for (int k = 1; k < pieces; k++)
                {
                    spots.Add(new(a.X + (b.X - a.X) * k / pieces, a.Y + (b.Y - a.Y) * k / pieces));
                }
            }
        }
        return spots;
    }
}
