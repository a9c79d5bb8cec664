namespace FoodSecurity.Observations;

/// <summary>Finds the known names a mistyped one may have meant.</summary>
public static class NearestNames
{
    /// <summary>At most <paramref name="most"/> of the candidates, nearest first; none that shares almost nothing.</summary>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> candidates, int most = 3) =>
        candidates
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(c => (Name: c, Distance: Distance(text, c)))
            .Where(c => c.Distance <= Math.Max(2, Math.Max(text.Length, c.Name.Length) * 6 / 10))
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Take(most)
            .Select(c => c.Name)
            .ToList();

    /// <summary>Edit distance with transpositions (Damerau–Levenshtein, optimal string alignment), ignoring case.</summary>
    public static int Distance(string a, string b)
    {
        a = a.ToUpperInvariant();
        b = b.ToUpperInvariant();
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
