namespace FoodSecurity.Charts.Layout;

/// <summary>What is already drawn in the plot: ink on a fine raster, and boxes of words, bars and pins.</summary>
internal sealed class Obstacles
{
    private const double Cell = 3;
    private readonly Box area;
    private readonly int columns,
        rows;
    private readonly bool[] ink;
    private readonly List<Box> boxes = [];
    private readonly List<(Spot From, Spot To)> stems = [];
    private int[]? sums;

    public Obstacles(Box area)
    {
        this.area = area;
        columns = Math.Max(1, (int)Math.Ceiling(area.Width / Cell));
        rows = Math.Max(1, (int)Math.Ceiling(area.Height / Cell));
        ink = new bool[columns * rows];
    }

    public void Add(Box box) => boxes.Add(box);

    /// <summary>Adds the stem of a pin, which other stems may not cross.</summary>
    public void AddStem(Spot from, Spot to)
    {
        stems.Add((from, to));
        AddInk(from, to);
    }

    /// <summary>Adds a line's ink.</summary>
    public void AddInk(Spot from, Spot to)
    {
        int steps = Math.Max(1, (int)(from.Distance(to) / 1.5));
        for (int i = 0; i <= steps; i++)
        {
            double part = (double)i / steps;
            AddInk(new Spot(from.X + (to.X - from.X) * part, from.Y + (to.Y - from.Y) * part));
        }
    }

    public void AddInk(Spot spot)
    {
        int column = (int)Math.Floor((spot.X - area.Left) / Cell),
            row = (int)Math.Floor((spot.Y - area.Top) / Cell);
        if (column >= 0 && column < columns && row >= 0 && row < rows)
        {
            ink[row * columns + column] = true;
            sums = null;
        }
    }

    public bool IsFree(Box box)
    {
        foreach (Box taken in boxes)
        {
            if (box.Overlaps(taken))
            {
                return false;
            }
        }
        return !TouchesInk(box);
    }

    /// <summary>True where a stroke touches no box and crosses no stem.</summary>
    public bool IsFree(Spot from, Spot to) =>
        !boxes.Any(box => box.Crosses(from, to)) && !stems.Any(stem => Cross(stem.From, stem.To, from, to));

    private static bool Cross(Spot a, Spot b, Spot c, Spot d) => Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

    private static double Side(Spot a, Spot b, Spot spot) => (b.X - a.X) * (spot.Y - a.Y) - (b.Y - a.Y) * (spot.X - a.X);

    public bool TouchesInk(Box box)
    {
        sums ??= Sum();
        int left = Column(box.Left),
            right = Column(box.Right) + 1,
            top = Row(box.Top),
            bottom = Row(box.Bottom) + 1;
        if (box.Right < area.Left || box.Left > area.Right || box.Bottom < area.Top || box.Top > area.Bottom)
        {
            return false;
        }
        int width = columns + 1;
        return sums[bottom * width + right] - sums[top * width + right] - sums[bottom * width + left] + sums[top * width + left] > 0;
    }

    private int Column(double x) => Math.Clamp((int)Math.Floor((x - area.Left) / Cell), 0, columns - 1);

    private int Row(double y) => Math.Clamp((int)Math.Floor((y - area.Top) / Cell), 0, rows - 1);

    /// <summary>Ink cells above and left of each corner, so that any rectangle is asked in four look-ups.</summary>
    private int[] Sum()
    {
        int width = columns + 1;
        int[] total = new int[width * (rows + 1)];
        for (int row = 0; row < rows; row++)
        {
            int line = 0;
            for (int column = 0; column < columns; column++)
            {
                line += ink[row * columns + column] ? 1 : 0;
                total[(row + 1) * width + column + 1] = total[row * width + column + 1] + line;
            }
        }
        return total;
    }
}
