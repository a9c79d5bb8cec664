using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using FoodSecurity.Articles;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>New articles and changed findings as an Atom feed (RFC 4287). Ids name the matter, not the site or the database's rows of it, and stay the same.</summary>
public static class ArticleFeed
{
    private const int Most = 50;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="archive">Where the articles are.</param>
    /// <param name="site">Scheme and host the feed is asked under.</param>
    public static XDocument Of(Archive archive, string site)
    {
        IReadOnlyList<Article> articles;
        using (var connection = archive.Read())
        {
            articles = ArticleStore.All(connection);
        }

        var t = archive.Texts;
        var titles = articles.ToDictionary(a => a.Slug, a => a.Title);
        var entries = articles
            .Where(a => Added(a).Length > 0)
            .Select(a =>
                (
                    At: Added(a),
                    Entry: Entry(
                        site,
                        "article " + a.Slug,
                        a.Slug,
                        "",
                        t["feed.article", a.Title],
                        Added(a),
                        t.Count("feed.article-text", a.Excerpts.Count, Wording.Dates.Long(a.PublishedOn))
                    )
                )
            )
            .Concat(
                FindingWatch
                    .Changes(archive, Most)
                    .Where(c => titles.ContainsKey(c.Article))
                    .Select(c =>
                        (
                            c.At,
                            Entry: Entry(
                                site,
                                string.Create(CultureInfo.InvariantCulture, $"change {c.Article} {c.Excerpt} {c.At}"),
                                c.Article,
                                string.Create(CultureInfo.InvariantCulture, $"#excerpt-{c.Excerpt}"),
                                t["feed.change", titles[c.Article], c.Excerpt],
                                c.At,
                                Changed(archive, c)
                            )
                        )
                    )
            )
            .OrderByDescending(e => e.At, StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        return new XDocument(
            new XDeclaration("1.0", "utf-8", null),
            new XElement(
                Atom + "feed",
                new XElement(Atom + "id", Id("feed")),
                new XElement(Atom + "title", t["feed.title"]),
                new XElement(Atom + "updated", entries.Count > 0 ? entries[0].At : "1970-01-01T00:00:00Z"),
                new XElement(Atom + "author", new XElement(Atom + "name", "FoodSecurity")),
                new XElement(
                    Atom + "link",
                    new XAttribute("rel", "self"),
                    new XAttribute("type", "application/atom+xml"),
                    new XAttribute("href", site + "/articles/feed.atom")
                ),
                new XElement(
                    Atom + "link",
                    new XAttribute("rel", "alternate"),
                    new XAttribute("type", "text/html"),
                    new XAttribute("href", site + "/articles")
                ),
                entries.Select(e => e.Entry)
            )
        );
    }

    /// <summary>"Was …, is now …, because of …", in one text.</summary>
    public static string Changed(Archive archive, FindingChange change) =>
        (
            change.Was == change.Is
                ? archive.Texts["change.figures", change.Is.Split(". ")[0], change.Because]
                : archive.Texts["change.text", change.Was, change.Is, change.Because]
        ) + (change.Sources.Count > 0 ? " " + string.Join("; ", change.Sources) + "." : "");

    /// <summary>When readers could see it here first; of the articles shipped, the day they were published at all.</summary>
    private static string Added(Article article) =>
        article.PublishedAt is { Length: > 0 } here ? here
        : PartialDate.End(article.PublishedOn) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z"
        : "";

    private static XElement Entry(string site, string matter, string slug, string fragment, string title, string at, string text) =>
        new(
            Atom + "entry",
            new XElement(Atom + "id", Id(matter)),
            new XElement(Atom + "title", Clean(title)),
            new XElement(Atom + "updated", at),
            new XElement(
                Atom + "link",
                new XAttribute("rel", "alternate"),
                new XAttribute("type", "text/html"),
                new XAttribute("href", $"{site}/articles/{Uri.EscapeDataString(slug)}{fragment}")
            ),
            new XElement(Atom + "summary", new XAttribute("type", "text"), Clean(text))
        );

    /// <summary>A UUID made of the matter's own words (RFC 9562, version 8): the same wherever and whenever the feed is made.</summary>
    private static string Id(string matter)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("foodsecurity " + matter))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return "urn:uuid:" + new Guid(bytes, bigEndian: true);
    }

    /// <summary>Without the characters that XML cannot hold.</summary>
    private static string Clean(string text) =>
        string.Concat(
            text.Where(
                (c, i) =>
                    System.Xml.XmlConvert.IsXmlChar(c)
                    || (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]))
            )
        );
}
