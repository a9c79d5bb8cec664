namespace FoodSecurity.Charts.Layout;

/// <summary>Sets labels of given heights beneath each other, each as near as possible to where it belongs.</summary>
internal static class LabelColumn
{
    private sealed class Block
    {
        public required List<int> Items { get; init; }
        public required double Height { get; set; }

        /// <summary>Sum of where each item would have the block begin.</summary>
        public required double Wish { get; set; }
        public double Top { get; set; }
    }

    /// <param name="middles">Where the middle of each label belongs.</param>
    /// <param name="heights">Heights, in the same order.</param>
    /// <param name="top">Nothing stands higher.</param>
    /// <param name="bottom">Nothing reaches lower.</param>
    /// <param name="gap">Least space between two labels.</param>
    /// <returns>The top of each label, in the same order; none overlaps while the sum of heights and gaps fits.</returns>
    public static double[] Place(IReadOnlyList<double> middles, IReadOnlyList<double> heights, double top, double bottom, double gap)
    {
        List<Block> blocks = [];
        foreach (int item in Enumerable.Range(0, middles.Count).OrderBy(i => middles[i]).ThenBy(i => i))
        {
            Block block = new()
            {
                Items = [item],
                Height = heights[item],
                Wish = middles[item] - heights[item] / 2,
            };
            Settle(block, top, bottom);
            while (blocks.Count > 0 && blocks[^1].Top + blocks[^1].Height + gap > block.Top)
            {
                block = Join(blocks[^1], block, gap);
                blocks.RemoveAt(blocks.Count - 1);
                Settle(block, top, bottom);
            }
            blocks.Add(block);
        }
        double[] tops = new double[middles.Count];
        foreach (Block block in blocks)
        {
            double at = block.Top;
            foreach (int item in block.Items)
            {
                tops[item] = at;
                at += heights[item] + gap;
            }
        }
        return tops;
    }

    private static Block Join(Block above, Block below, double gap) =>
        new()
        {
            Items = [.. above.Items, .. below.Items],
            Height = above.Height + gap + below.Height,
            Wish = above.Wish + below.Wish - below.Items.Count * (above.Height + gap),
        };

    private static void Settle(Block block, double top, double bottom) =>
        block.Top = Math.Max(top, Math.Min(bottom - block.Height, block.Wish / block.Items.Count));
}
