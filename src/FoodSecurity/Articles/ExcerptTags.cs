namespace FoodSecurity.Articles;

/// <summary>Tags as they are kept: trimmed, lower case, each once, in order of the alphabet.</summary>
public static class ExcerptTags
{
    public static IReadOnlyList<string> Of(IEnumerable<string> words) =>
        [
            .. words
                .SelectMany(w => w.Split('|', ','))
                .Select(w => w.Trim().ToLowerInvariant())
                .Where(w => w.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>"|harvest|prices|", or "".</summary>
    internal static string Write(IReadOnlyList<string> tags) => tags.Count == 0 ? "" : "|" + string.Join('|', Of(tags)) + "|";

    internal static IReadOnlyList<string> Read(string kept) => kept.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
