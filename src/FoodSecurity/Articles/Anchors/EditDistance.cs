namespace FoodSecurity.Articles.Anchors;

/// <summary>How many code points have to be put in, taken out or changed to make one passage another (Levenshtein), also where the other is looked for in a text (Sellers 1980).</summary>
internal static class EditDistance
{
    /// <summary>1 for equal passages, 0 for passages that have nothing in common; equal empty ones are 1.</summary>
    public static double Likeness(ReadOnlySpan<int> one, ReadOnlySpan<int> other) =>
        one.Length == 0 && other.Length == 0 ? 1 : 1 - (double)Between(one, other) / Math.Max(one.Length, other.Length);

    public static int Between(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        var row = new int[one.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            row[i] = i;
        }

        for (var j = 1; j <= other.Length; j++)
        {
            var diagonal = row[0];
            row[0] = j;
            for (var i = 1; i <= one.Length; i++)
            {
                var next = Math.Min(Math.Min(row[i], row[i - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = row[i];
                row[i] = next;
            }
        }

        return row[one.Length];
    }

    /// <summary>Places of a text that are like a passage: apart from each other, the likest first.</summary>
    /// <param name="text">Where.</param>
    /// <param name="passage">What.</param>
    /// <param name="most">The largest distance that still counts.</param>
    public static List<(int Start, int End, int Distance)> Find(ReadOnlySpan<int> text, ReadOnlySpan<int> passage, int most) =>
        Find(text, passage, most, out _);

    /// <summary>The same, with the number of code points that were compared: the work it took.</summary>
    public static List<(int Start, int End, int Distance)> Find(
        ReadOnlySpan<int> text,
        ReadOnlySpan<int> passage,
        int most,
        out long compared
    )
    {
        compared = 0;
        var ends = new List<(int Start, int End, int Distance)>();
        int m = passage.Length,
            reach = Math.Min(m, most + 1);
        var distance = new int[m + 1];
        var start = new int[m + 1];
        for (var i = 0; i <= m; i++)
        {
            distance[i] = i;
        }

        // Only rows that can still lead to a place within the distance are worked on (Ukkonen's cut-off).
        for (var j = 1; j <= text.Length; j++)
        {
            int diagonal = 0,
                diagonalStart = j - 1;
            start[0] = j;
            var limit = Math.Min(m, reach + 1);
            compared += limit;
            for (var i = 1; i <= limit; i++)
            {
                // Above the reach of the column before stands nothing that counts.
                var above = i <= reach ? distance[i] : most + 1;
                int best = diagonal + (passage[i - 1] == text[j - 1] ? 0 : 1),
                    from = diagonalStart;
                if (above + 1 < best)
                {
                    (best, from) = (above + 1, start[i]);
                }

                if (distance[i - 1] + 1 < best)
                {
                    (best, from) = (distance[i - 1] + 1, start[i - 1]);
                }

                (diagonal, diagonalStart) = (above, start[i]);
                (distance[i], start[i]) = (best, from);
            }

            reach = limit;
            while (reach > 0 && distance[reach] > most)
            {
                reach--;
            }

            if (reach == m)
            {
                ends.Add((start[m], j, distance[m]));
            }
        }

        var apart = new List<(int Start, int End, int Distance)>();
        foreach (var place in ends.OrderBy(p => p.Distance).ThenBy(p => Math.Abs(p.End - p.Start - m)))
        {
            if (!apart.Exists(a => place.Start < a.End && a.Start < place.End))
            {
                apart.Add(place);
            }
        }

        return apart;
    }
}
