namespace FoodSecurity.Charts.Layout;

/// <summary>
/// Where data stand in pixels: the data area, and the axis limits that ScottPlot is given so that both agree.
/// The area reaches above the highest grid line by the height of the lane in which top pins stand.
/// </summary>
internal sealed record PlotScale(Box Area, double MinX, double MaxX, double MinY, double MaxY)
{
    public double X(double x) => Area.Left + (x - MinX) / (MaxX - MinX) * Area.Width;

    public double Y(double y) => Area.Bottom - (y - MinY) / (MaxY - MinY) * Area.Height;

    public Spot At(double x, double y) => new(X(x), Y(y));

    /// <summary>A scale on which From and To stand the given number of pixels inside the area, with room for a lane above the highest grid line and for marks below the lowest.</summary>
    public static PlotScale For(Box area, double from, double to, double inset, ValueAxis values, double lane, double foot = 0)
    {
        if (to - from < 1e-9)
        {
            (from, to) = (from - 1, to + 1);
        }
        double perPixel = (to - from) / Math.Max(1, area.Width - 2 * inset);
        double valuePerPixel = (values.High - values.Low) / Math.Max(1, area.Height - lane - foot);
        return new(
            area,
            from - inset * perPixel,
            to + inset * perPixel,
            values.Low - foot * valuePerPixel,
            values.High + lane * valuePerPixel
        );
    }
}
