namespace FoodSecurity.Charts.Layout;

/// <summary>Sets pins side by side above the plot, in as few rows as keep each near its place; row 0 is the lowest.</summary>
internal static class PinLane
{
    /// <summary>How far a pin may stand from its place, in widths of a pin, where there are one, two, three ... rows: a few stack straight, many spread.</summary>
    private static readonly double[] Reach = [0.45, 1, 2, 3];

    /// <param name="wanted">Where each pin belongs.</param>
    /// <param name="left">Left edge of the lane.</param>
    /// <param name="right">Right edge of the lane.</param>
    /// <param name="width">Room one pin takes.</param>
    public static (double X, int Row)[] Place(IReadOnlyList<double> wanted, double left, double right, double width)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i)];
        for (int rows = 1; ; rows++)
        {
            (double X, int Row)[] places = InRows(wanted, order, rows, left, right, width);
            double reach = width * Reach[Math.Min(rows, Reach.Length) - 1];
            bool near = places
                .Zip(wanted)
                .All(pair =>
                    Math.Abs(pair.First.X - Math.Clamp(pair.Second, left + width / 2, Math.Max(left, right - width) + width / 2)) <= reach
                );
            bool fits = (wanted.Count + rows - 1) / rows * width <= right - left;
            if (rows >= wanted.Count || (near && fits))
            {
                return places;
            }
        }
    }

    private static (double X, int Row)[] InRows(
        IReadOnlyList<double> wanted,
        int[] order,
        int rows,
        double left,
        double right,
        double width
    )
    {
        (double X, int Row)[] places = new (double, int)[wanted.Count];
        for (int row = 0; row < rows; row++)
        {
            int[] members = [.. order.Where((_, rank) => rank % rows == row)];
            double[] edges = LabelColumn.Place([.. members.Select(i => wanted[i])], [.. members.Select(_ => width)], left, right, 0);
            for (int k = 0; k < members.Length; k++)
            {
                places[members[k]] = (edges[k] + width / 2, row);
            }
        }
        return places;
    }
}
