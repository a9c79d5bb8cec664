using AngleSharp.Html.Dom;

namespace FoodSecurity.Articles.Intake;

/// <summary>What a page states of itself: meta tags (Open Graph, Dublin Core, Highwire's citation_*), JSON-LD of schema.org, its canonical address and language.</summary>
internal static class HtmlDetails
{
    private static readonly string[] Titles = ["citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title"];
    private static readonly string[] Dates =
    [
        "article:published_time",
        "og:article:published_time",
        "citation_publication_date",
        "citation_date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "publish-date",
        "pubdate",
        "date",
    ];
    private static readonly string[] Outlets =
    [
        "og:site_name",
        "citation_journal_title",
        "dc.publisher",
        "dcterms.publisher",
        "application-name",
    ];
    private static readonly string[] Authors =
    [
        "author",
        "citation_author",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "article:author",
    ];

    public static (ArticleDetails Details, IReadOnlyList<string> Doubts) Read(IHtmlDocument page, string? address)
    {
        var meta = page.QuerySelectorAll("meta")
            .Select(m =>
                (
                    Name: (m.GetAttribute("property") ?? m.GetAttribute("name") ?? m.GetAttribute("itemprop") ?? "")
                        .Trim()
                        .ToLowerInvariant(),
                    Content: m.GetAttribute("content")
                )
            )
            .Where(m => m.Name.Length > 0 && !string.IsNullOrWhiteSpace(m.Content))
            .ToLookup(m => m.Name, m => Line(m.Content!));
        var (stated, doubts) = JsonLdDetails.Read(page.QuerySelectorAll("script[type='application/ld+json']").Select(s => s.TextContent));
        var canonical = page.QuerySelector("link[rel~='canonical']")?.GetAttribute("href") ?? First(meta, "og:url");
        var where = new[] { Absolute(canonical, address), stated.Address, address }.FirstOrDefault(a => CanonicalAddress.Of(a) is not null);
        var title =
            stated.Title.Length > 0 ? stated.Title : First(meta, Titles) ?? Line(page.QuerySelector("h1")?.TextContent) ?? Line(page.Title);
        return (
            new ArticleDetails
            {
                Title = title ?? "",
                Address = where,
                PublishedOn = stated.PublishedOn
                    ?? Dates.SelectMany(d => meta[d]).Select(StatedDate.Read).OfType<string>().FirstOrDefault()
                    ?? page.QuerySelectorAll("time[datetime]")
                        .Select(t => StatedDate.Read(t.GetAttribute("datetime")))
                        .OfType<string>()
                        .FirstOrDefault(),
                Author = stated.Author ?? Authors.SelectMany(a => meta[a]).FirstOrDefault(a => CanonicalAddress.Of(a) is null),
                Outlet = stated.Outlet ?? First(meta, Outlets) ?? (CanonicalAddress.Of(where) is { } key ? key.Split('/', '?')[0] : null),
                Language = Language(
                    page.DocumentElement.GetAttribute("lang")
                        ?? First(meta, "og:locale", "dc.language", "dcterms.language", "language")
                        ?? stated.Language
                ) ?? "",
            },
            doubts
        );
    }

    /// <summary>"en_US" as pages write it, as the tag "en-US"; null where it is none.</summary>
    internal static string? Language(string? tag) =>
        tag?.Trim().Replace('_', '-') is { Length: >= 2 and <= 20 } clean
        && clean.Split('-') is var parts
        && parts[0].Length is 2 or 3
        && parts.All(p => p.Length is > 0 and <= 8 && p.All(char.IsAsciiLetterOrDigit))
            ? clean
            : null;

    private static string? First(ILookup<string, string?> meta, params string[] names) =>
        names.SelectMany(n => meta[n]).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));

    private static string? Absolute(string? address, string? page) =>
        address is null ? null
        : Uri.TryCreate(page, UriKind.Absolute, out var stands) && Uri.TryCreate(stands, address, out var whole) ? whole.ToString()
        : address;

    private static string? Line(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
