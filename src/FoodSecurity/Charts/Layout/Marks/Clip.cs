namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>Geometry of rings.</summary>
internal static class Clip
{
    /// <summary>The part of a ring inside a box (Sutherland and Hodgman, 1974).</summary>
    public static IReadOnlyList<Spot> Ring(IReadOnlyList<Spot> ring, Box box)
    {
        if (ring.All(spot => spot.X >= box.Left && spot.X <= box.Right && spot.Y >= box.Top && spot.Y <= box.Bottom))
        {
            return ring;
        }
        IReadOnlyList<Spot> kept = ring;
        kept = Cut(kept, spot => spot.X >= box.Left, (a, b) => AtX(a, b, box.Left));
        kept = Cut(kept, spot => spot.X <= box.Right, (a, b) => AtX(a, b, box.Right));
        kept = Cut(kept, spot => spot.Y >= box.Top, (a, b) => AtY(a, b, box.Top));
        return Cut(kept, spot => spot.Y <= box.Bottom, (a, b) => AtY(a, b, box.Bottom));
    }

    /// <summary>The ring without corners that lie nearer to the last one kept than the given length.</summary>
    public static IReadOnlyList<Spot> Thin(IReadOnlyList<Spot> ring, double least)
    {
        List<Spot> kept = [];
        foreach (Spot spot in ring)
        {
            if (kept.Count == 0 || kept[^1].Distance(spot) >= least)
            {
                kept.Add(spot);
            }
        }
        return kept;
    }

    /// <summary>True where a box lies wholly inside the ring.</summary>
    public static bool Holds(IReadOnlyList<Spot> ring, Box box) =>
        new[] { box.Top, box.MiddleY, box.Bottom }.All(y =>
        {
            double[] crossings =
            [
                .. Enumerable
                    .Range(0, ring.Count)
                    .Select(i => (A: ring[i], B: ring[(i + 1) % ring.Count]))
                    .Where(e => e.A.Y > y != e.B.Y > y)
                    .Select(e => e.A.X + (y - e.A.Y) / (e.B.Y - e.A.Y) * (e.B.X - e.A.X))
                    .Order(),
            ];
            return crossings.Chunk(2).Any(pair => pair.Length == 2 && pair[0] <= box.Left && pair[1] >= box.Right);
        });

    /// <summary>Centre of gravity of a ring's surface.</summary>
    public static Spot Middle(IReadOnlyList<Spot> ring)
    {
        double area = 0,
            x = 0,
            y = 0;
        for (int i = 0; i < ring.Count; i++)
        {
            Spot a = ring[i],
                b = ring[(i + 1) % ring.Count];
            double cross = a.X * b.Y - b.X * a.Y;
            area += cross;
            x += (a.X + b.X) * cross;
            y += (a.Y + b.Y) * cross;
        }
        return Math.Abs(area) < 1e-9 ? ring[0] : new(x / (3 * area), y / (3 * area));
    }

    private static List<Spot> Cut(IReadOnlyList<Spot> ring, Func<Spot, bool> inside, Func<Spot, Spot, Spot> edge)
    {
        List<Spot> kept = [];
        for (int i = 0; i < ring.Count; i++)
        {
            Spot a = ring[i],
                b = ring[(i + 1) % ring.Count];
            if (inside(a))
            {
                kept.Add(a);
            }
            if (inside(a) != inside(b))
            {
                kept.Add(edge(a, b));
            }
        }
        return kept;
    }

    private static Spot AtX(Spot a, Spot b, double x) => new(x, a.Y + (b.Y - a.Y) * (x - a.X) / (b.X - a.X));

    private static Spot AtY(Spot a, Spot b, double y) => new(a.X + (b.X - a.X) * (y - a.Y) / (b.Y - a.Y), y);
}
