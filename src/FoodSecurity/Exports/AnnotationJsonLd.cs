using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FoodSecurity.Articles;

namespace FoodSecurity.Exports;

/// <summary>
/// An article's excerpts as W3C Web Annotations (Web Annotation Data Model, 2017): the passage by both selectors, what it was read as in a body of JSON, tags and other wordings as
/// text bodies; the article as the target's source, in Dublin Core. Its text is not in it.
/// </summary>
public static class AnnotationJsonLd
{
    public const string Context = "http://www.w3.org/ns/anno.jsonld";
    public const string MediaType = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>All excerpts as an AnnotationCollection with its one page.</summary>
    /// <param name="article">With the excerpts to be written.</param>
    /// <param name="host">"https://example.org": where the site stands.</param>
    public static string Collection(Article article, string host)
    {
        var address = $"{host}/articles/{Uri.EscapeDataString(article.Slug)}/annotations.jsonld";
        return new JsonObject
        {
            ["@context"] = Context,
            ["id"] = address,
            ["type"] = "AnnotationCollection",
            ["label"] = article.Title,
            ["total"] = article.Excerpts.Count,
            ["first"] = new JsonObject
            {
                ["id"] = address + "#page",
                ["type"] = "AnnotationPage",
                ["startIndex"] = 0,
                ["items"] = new JsonArray([.. article.Excerpts.Select(e => (JsonNode)Annotation(article, e, host))]),
            },
        }.ToJsonString(Indented);
    }

    /// <summary>One excerpt as an Annotation of its own.</summary>
    public static string One(Article article, Excerpt excerpt, string host)
    {
        var annotation = Annotation(article, excerpt, host);
        annotation.Insert(0, "@context", Context);
        return annotation.ToJsonString(Indented);
    }

    private static JsonObject Annotation(Article article, Excerpt excerpt, string host)
    {
        var page = $"{host}/articles/{Uri.EscapeDataString(article.Slug)}";
        var number = excerpt.Number.ToString(CultureInfo.InvariantCulture);
        var annotation = new JsonObject
        {
            ["id"] = $"{page}/annotations/{number}.jsonld",
            ["type"] = "Annotation",
            ["motivation"] = "assessing",
            ["body"] = Bodies(excerpt),
            ["target"] = new JsonObject { ["source"] = Source(article, page), ["selector"] = Selectors(excerpt) },
        };
        if (excerpt.EditedAt is { } made)
        {
            annotation["created"] = made;
        }

        if (article.PublishedOn.Length == 10)
        {
            annotation["target"]!["state"] = new JsonObject { ["type"] = "TimeState", ["sourceDate"] = article.PublishedOn + "T00:00:00Z" };
        }

        return annotation;
    }

    private static JsonArray Selectors(Excerpt excerpt)
    {
        var quote = new JsonObject { ["type"] = "TextQuoteSelector", ["exact"] = excerpt.Exact };
        Put(quote, "prefix", excerpt.Prefix);
        Put(quote, "suffix", excerpt.Suffix);
        return excerpt is { Start: { } start, End: { } end }
            ?
            [
                quote,
                new JsonObject
                {
                    ["type"] = "TextPositionSelector",
                    ["start"] = start,
                    ["end"] = end,
                },
            ]
            : [quote];
    }

    private static JsonArray Bodies(Excerpt excerpt)
    {
        var bodies = new JsonArray
        {
            new JsonObject
            {
                ["type"] = "TextualBody",
                ["purpose"] = "assessing",
                ["format"] = "application/json",
                ["value"] = ArticleJson.Write(ExportedExcerpt.Of(excerpt)),
            },
        };
        foreach (var tag in excerpt.Tags)
        {
            bodies.Add(
                new JsonObject
                {
                    ["type"] = "TextualBody",
                    ["purpose"] = "tagging",
                    ["value"] = tag,
                }
            );
        }

        foreach (var wording in new[] { excerpt.Original, excerpt.Translation }.OfType<OtherWording>())
        {
            var body = new JsonObject
            {
                ["type"] = "TextualBody",
                ["purpose"] = "describing",
                ["format"] = "text/plain",
                ["language"] = wording.Language,
                ["value"] = wording.Text,
                ["dc:source"] = wording.Source,
            };
            Put(body, "dcterms:references", wording.Address);
            bodies.Add(body);
        }

        return bodies;
    }

    /// <summary>The article in Dublin Core and schema.org's words, whose prefixes the annotation context has.</summary>
    private static JsonObject Source(Article article, string page)
    {
        var source = new JsonObject
        {
            ["id"] = article.Address ?? page,
            ["type"] = "Text",
            ["language"] = article.Language,
        };
        Put(source, "dc:identifier", article.Slug);
        Put(source, "dc:title", article.Title);
        Put(source, "dc:creator", article.Author);
        Put(source, "dc:publisher", article.Outlet);
        Put(source, "schema:sourceOrganization", article.Agency);
        Put(source, "schema:locationCreated", article.Dateline);
        Put(source, "dcterms:issued", article.PublishedOn);
        Put(source, "schema:dateCreated", article.RetrievedOn);
        Put(source, "dc:rights", article.Rights);
        Put(source, "dc:description", article.Note);
        Put(source, "schema:url", article.Address);
        Put(source, "schema:sha256", article.TextSha256);
        if (article.TextLength is { } length)
        {
            source["schema:size"] = length;
        }

        return source;
    }

    private static void Put(JsonObject into, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            into[name] = value;
        }
    }
}
