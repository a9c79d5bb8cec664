using System.Text.Json;

namespace FoodSecurity.Articles.Intake;

/// <summary>What the JSON-LD of a page (schema.org's NewsArticle, Report and their like) states of the article.</summary>
internal static class JsonLdDetails
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "Report",
        "BlogPosting",
        "ScholarlyArticle",
        "WebPage",
    };

    /// <summary>Details of the first thing that is an article, before any mere page; empty where there is none.</summary>
    public static (ArticleDetails Details, IReadOnlyList<string> Doubts) Read(IEnumerable<string> scripts)
    {
        var doubts = new List<string>();
        var found = new List<(string Kind, ArticleDetails Details)>();
        foreach (var script in scripts)
        {
            try
            {
                using var json = JsonDocument.Parse(
                    script,
                    new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
                );
                found.AddRange(Things(json.RootElement).Select(t => (Kind(t)!, Details(t))));
            }
            catch (JsonException)
            {
                doubts.Add("The page describes itself in JSON-LD that cannot be read; that part was left out.");
            }
        }

        return (
            found.OrderBy(f => f.Kind == "WebPage").Select(f => f.Details).FirstOrDefault() ?? new ArticleDetails { Language = "" },
            doubts
        );
    }

    private static IEnumerable<JsonElement> Things(JsonElement root)
    {
        var waiting = new Queue<JsonElement>([root]);
        while (waiting.TryDequeue(out var one))
        {
            if (one.ValueKind == JsonValueKind.Array)
            {
                foreach (var each in one.EnumerateArray())
                {
                    waiting.Enqueue(each);
                }
            }
            else if (one.ValueKind == JsonValueKind.Object)
            {
                if (Kind(one) is not null)
                {
                    yield return one;
                }

                if (one.TryGetProperty("@graph", out var graph))
                {
                    waiting.Enqueue(graph);
                }
            }
        }
    }

    private static string? Kind(JsonElement thing) =>
        !thing.TryGetProperty("@type", out var type) ? null
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(Text).FirstOrDefault(t => t is not null && Kinds.Contains(t))
        : Text(type) is { } one && Kinds.Contains(one) ? one
        : null;

    private static ArticleDetails Details(JsonElement thing) =>
        new()
        {
            Title = Field(thing, "headline") ?? "",
            PublishedOn = StatedDate.Read(Field(thing, "datePublished")),
            Author = Names(thing, "author"),
            Outlet = Names(thing, "publisher"),
            Address = Field(thing, "url") ?? Field(thing, "mainEntityOfPage"),
            Language = HtmlDetails.Language(Field(thing, "inLanguage")) ?? "",
        };

    private static string? Field(JsonElement thing, string name) =>
        thing.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@id", out var id)
                ? Text(id)
                : Text(value)
            : null;

    /// <summary>Names of one or several persons or organisations, each a text or an object with a name.</summary>
    private static string? Names(JsonElement thing, string field)
    {
        if (!thing.TryGetProperty(field, out var value))
        {
            return null;
        }

        var names = (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value])
            .Select(v => v.ValueKind == JsonValueKind.Object && v.TryGetProperty("name", out var name) ? Text(name) : Text(v))
            .Where(n => !string.IsNullOrWhiteSpace(n) && CanonicalAddress.Of(n) is null)
            .ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()?.Trim() is { Length: > 0 } text
                ? text
                : null
            : null;
}
