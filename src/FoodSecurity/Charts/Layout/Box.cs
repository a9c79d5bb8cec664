namespace FoodSecurity.Charts.Layout;

/// <summary>A rectangle in pixels; y grows downwards.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;
    public double MiddleX => (Left + Right) / 2;
    public double MiddleY => (Top + Bottom) / 2;

    public static Box Around(double x, double y, double radius) => new(x - radius, y - radius, x + radius, y + radius);

    public Box Grow(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Holds(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    /// <summary>Distance of a point from the rectangle's edge; 0 inside.</summary>
    public double Distance(Spot spot)
    {
        double dx = Math.Max(0, Math.Max(Left - spot.X, spot.X - Right));
        double dy = Math.Max(0, Math.Max(Top - spot.Y, spot.Y - Bottom));
        return Math.Sqrt(dx * dx + dy * dy);
    }

    /// <summary>True where the stroke from one spot to another touches the rectangle.</summary>
    public bool Crosses(Spot from, Spot to)
    {
        double enter = 0,
            leave = 1;
        return Clip(from.X, to.X - from.X, Left, Right, ref enter, ref leave)
            && Clip(from.Y, to.Y - from.Y, Top, Bottom, ref enter, ref leave)
            && enter <= leave;
    }

    private static bool Clip(double start, double step, double low, double high, ref double enter, ref double leave)
    {
        if (Math.Abs(step) < 1e-9)
        {
            return start >= low && start <= high;
        }
        double a = (low - start) / step,
            b = (high - start) / step;
        enter = Math.Max(enter, Math.Min(a, b));
        leave = Math.Min(leave, Math.Max(a, b));
        return enter <= leave;
    }
}

/// <summary>A point in pixels; y grows downwards.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public double Distance(Spot other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));
}
