using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Articles.Desk;

/// <summary>Articles that are here already: the same text, the same address, or nearly the same text.</summary>
internal static class Duplicates
{
    public static void Refuse(IReadOnlyList<ArticleDuplicate> found, bool evenIfAlike)
    {
        if (found.FirstOrDefault(f => !evenIfAlike || f.Likeness == Likeness.SameText) is { } first)
        {
            var how = first.Likeness switch
            {
                Likeness.SameText => "The same text",
                Likeness.SameAddress => "An article of the same address",
                _ => string.Create(CultureInfo.InvariantCulture, $"Nearly the same text (about {first.Share * 100:0} % in common)"),
            };
            throw new DuplicateArticleException($"{how} is here already: \"{first.Title}\" ({first.Slug}).", found);
        }
    }

    public static List<ArticleDuplicate> Find(
        DbConnection connection,
        DbTransaction? transaction,
        string clean,
        string? address,
        string? except
    )
    {
        string hash = CleanText.Sha256(clean),
            trimmed = CleanText.Sha256(clean.Trim()),
            key = CanonicalAddress.Of(address) ?? "",
            sketch = TextSketch.Of(clean);
        // one row per article: its marks
        return
        [
            .. connection
                .Rows<MarkedRow>(
                    """
                    select slug as Slug, title as Title, published_on as PublishedOn, text_sha256 as Hash, address_key as AddressKey, sketch as Sketch from article
                    """,
                    transaction: transaction
                )
                .Where(r => r.Slug != except)
                .Select(r =>
                {
                    var share = r.Hash == hash || r.Hash == trimmed ? 1 : TextSketch.Share(sketch, r.Sketch ?? "");
                    Likeness? likeness =
                        r.Hash == hash || r.Hash == trimmed ? Likeness.SameText
                        : key.Length > 0 && r.AddressKey == key ? Likeness.SameAddress
                        : share >= TextSketch.NearlySame ? Likeness.NearlySameText
                        : null;
                    return likeness is { } like ? new ArticleDuplicate(r.Slug, r.Title, r.PublishedOn, like, share) : null;
                })
                .OfType<ArticleDuplicate>()
                .OrderBy(d => d.Likeness)
                .ThenByDescending(d => d.Share),
        ];
    }

    public sealed record MarkedRow
    {
        public string Slug { get; init; } = "";
        public string Title { get; init; } = "";
        public string PublishedOn { get; init; } = "";
        public string? Hash { get; init; }
        public string? AddressKey { get; init; }
        public string? Sketch { get; init; }
    }
}
