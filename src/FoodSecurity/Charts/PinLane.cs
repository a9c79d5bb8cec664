namespace FoodSecurity.Charts;

/// <summary>Sets pins side by side above the plot, in as many rows as keep each near its place; row 0 is the lowest.</summary>
internal static class PinLane
{
    /// <param name="wanted">Where each pin belongs.</param>
    /// <param name="left">Left edge of the lane.</param>
    /// <param name="right">Right edge of the lane.</param>
    /// <param name="width">Room one pin takes.</param>
    public static (double X, int Row)[] Place(IReadOnlyList<double> wanted, double left, double right, double width)
    {
        (double X, int Row)[] places = new (double, int)[wanted.Count];
        List<double> ends = [];
        double half = width / 2;
        foreach (int item in Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i))
        {
            double x = Math.Clamp(wanted[item], Math.Min(left + half, right - half), right - half);
            int row = 0;
            while (row < ends.Count && !Fits(ends[row], x, right, width))
            {
                row++;
            }
            if (row == ends.Count)
            {
                ends.Add(double.NegativeInfinity);
            }
            x = Math.Max(x, ends[row] + half);
            ends[row] = x + half;
            places[item] = (x, row);
        }
        return places;
    }

    private static bool Fits(double end, double x, double right, double width)
    {
        double at = Math.Max(x, end + width / 2);
        return at - x <= width * 0.6 && at + width / 2 <= right + 1e-9;
    }
}
