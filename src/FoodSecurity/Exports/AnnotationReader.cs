using System.Text.Json;
using FoodSecurity.Articles;

namespace FoodSecurity.Exports;

/// <summary>
/// Reads Web Annotations back: our own without loss, those of other tools as far as they quote: words, surroundings, position, tags. What comes in is a draft, whoever wrote it.
/// </summary>
public static class AnnotationReader
{
    private const int MostAnnotations = 10_000;

    /// <summary>The article the annotations are about, with their excerpts as drafts; what the file does not say is empty.</summary>
    /// <exception cref="ArticleException">Not such a file, or it quotes nothing.</exception>
    public static Article Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var items = Items(document.RootElement).ToList();
            if (items.Count is 0 or > MostAnnotations)
            {
                throw new ArticleException(
                    items.Count == 0
                        ? "The file holds no annotation (W3C Web Annotation: an Annotation, AnnotationPage or AnnotationCollection)."
                        : $"The file holds more than {MostAnnotations} annotations."
                );
            }

            var article = Source(items.Select(i => Target(i)).FirstOrDefault(t => t.ValueKind == JsonValueKind.Object));
            return article with { Excerpts = [.. items.Select((item, i) => Excerpt(item, i + 1))] };
        }
        catch (JsonException wrong)
        {
            throw new ArticleException($"The file is no JSON-LD of annotations: {wrong.Message}");
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root.EnumerateArray().SelectMany(Items);
        }

        return root.ValueKind != JsonValueKind.Object ? []
            : Is(root, "Annotation") ? [root]
            : root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object && Is(i, "Annotation"))
            : root.TryGetProperty("first", out var first) ? Items(first)
            : [];
    }

    private static Excerpt Excerpt(JsonElement annotation, int number)
    {
        var selectors = Each(Target(annotation), "selector").ToList();
        var quote = selectors.FirstOrDefault(s => Is(s, "TextQuoteSelector"));
        if (Text(quote, "exact") is not { } exact)
        {
            throw new ArticleException($"Annotation {number} quotes no words (TextQuoteSelector with \"exact\").");
        }

        var place = selectors.FirstOrDefault(s => Is(s, "TextPositionSelector"));
        var bodies = Each(annotation, "body").ToList();
        var tags = bodies.Where(b => Text(b, "purpose") == "tagging").Select(b => Text(b, "value")).OfType<string>();
        var own = bodies
            .Where(b => Text(b, "purpose") == "assessing" && Text(b, "format") == "application/json")
            .Select(b => Own(Text(b, "value"), number))
            .OfType<ExportedExcerpt>()
            .FirstOrDefault()
            ?? new ExportedExcerpt(
                number,
                "claim",
                new ExcerptTarget("", "", "", null, null, null),
                null,
                null,
                null,
                null,
                AnchorState.Exact,
                null,
                null,
                null,
                [.. tags]
            );
        return own.At(exact, Text(quote, "prefix") ?? "", Text(quote, "suffix") ?? "", Number(place, "start"), Number(place, "end"));
    }

    private static ExportedExcerpt? Own(string? value, int number)
    {
        try
        {
            return ArticleJson.Read<ExportedExcerpt>(value);
        }
        catch (JsonException wrong)
        {
            throw new ArticleException($"Annotation {number}: its body cannot be read: {wrong.Message}");
        }
    }

    private static Article Source(JsonElement target)
    {
        if (target.ValueKind != JsonValueKind.Object || !target.TryGetProperty("source", out var source))
        {
            return new Article { Language = "" };
        }

        return source.ValueKind == JsonValueKind.String
            ? new Article { Address = source.GetString(), Language = "" }
            : new Article
            {
                Slug = Text(source, "dc:identifier") ?? "",
                Title = Text(source, "dc:title") ?? "",
                Author = Text(source, "dc:creator"),
                Outlet = Text(source, "dc:publisher"),
                Agency = Text(source, "schema:sourceOrganization"),
                Dateline = Text(source, "schema:locationCreated"),
                PublishedOn = Text(source, "dcterms:issued") ?? "",
                RetrievedOn = Text(source, "schema:dateCreated"),
                Rights = Text(source, "dc:rights"),
                Note = Text(source, "dc:description"),
                Address = Text(source, "schema:url"),
                Language = Text(source, "language") ?? "",
                TextSha256 = Text(source, "schema:sha256"),
                TextLength = Number(source, "schema:size"),
                State = ArticleState.Draft,
            };
    }

    private static JsonElement Target(JsonElement annotation) => Each(annotation, "target").FirstOrDefault();

    private static IEnumerable<JsonElement> Each(JsonElement of, string name) =>
        of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : [value];

    private static bool Is(JsonElement thing, string type) =>
        Each(thing, "type").Any(t => t.ValueKind == JsonValueKind.String && t.GetString() == type);

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object
        && of.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static long? Number(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object
        && of.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var number)
            ? number
            : null;
}
