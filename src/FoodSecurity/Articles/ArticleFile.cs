using System.Security.Cryptography;
using System.Text.Json;
using FoodSecurity.Observations;

namespace FoodSecurity.Articles;

/// <summary>Reads the reviewed articles of <c>seeds/articles/*.json</c>.</summary>
public static class ArticleFile
{
    /// <summary>Excerpts longer than this are refused: excerpts are quotations, not republication.</summary>
    public const int LongestExcerpt = 400;

    /// <exception cref="DataFormatException">The file is not an article, or an excerpt contradicts itself.</exception>
    public static (Article Article, string Sha256) Read(string path)
    {
        var name = Path.GetFileName(path);
        var bytes = File.ReadAllBytes(path);
        ArticleSeed json;
        try
        {
            json = JsonSerializer.Deserialize<ArticleSeed>(bytes, ArticleJson.Options) ?? throw new JsonException("null");
        }
        catch (JsonException wrong)
        {
            throw new DataFormatException(
                new DataProblem(name, (wrong.LineNumber ?? 0) + 1, wrong.Path ?? "", wrong.Message, "an article as in seeds/README.md")
            );
        }

        foreach (var excerpt in json.Excerpts)
        {
            Check(name, excerpt);
        }

        return (json.ToArticle(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static void Check(string file, ExcerptSeed excerpt)
    {
        var length = excerpt.Exact.EnumerateRunes().Count();
        if (length is 0 or > LongestExcerpt)
        {
            throw new DataFormatException(
                new DataProblem(file, 0, "exact", excerpt.Exact, $"an excerpt of 1 to {LongestExcerpt} characters")
            );
        }

        if (excerpt.Start is { } start && excerpt.End is { } end && end - start != length)
        {
            throw new DataFormatException(
                new DataProblem(file, 0, "start, end", $"{start}–{end}", $"a length of {length} code points as in \"exact\"")
            );
        }

        if (excerpt.Claim is { } claim && claim.Area != excerpt.Target.Area)
        {
            throw new DataFormatException(new DataProblem(file, 0, "claim", claim.Area, $"the area of its target, {excerpt.Target.Area}"));
        }

        foreach (
            var date in new[]
            {
                excerpt.Target.From,
                excerpt.Target.To,
                excerpt.Claim?.Period?.From,
                excerpt.Claim?.Period?.To,
                excerpt.Claim?.Base?.From,
                excerpt.Claim?.Base?.To,
            }
        )
        {
            if (date is not null && !PartialDate.IsValid(date))
            {
                throw new DataFormatException(new DataProblem(file, 0, "target", date, "yyyy, yyyy-MM or yyyy-MM-dd"));
            }
        }
    }

    private sealed record ArticleSeed(
        string Slug,
        string Title,
        string Published,
        IReadOnlyList<ExcerptSeed> Excerpts,
        string? Dateline = null,
        string? Agency = null,
        string? Author = null,
        string? Outlet = null,
        string? Address = null,
        string? Language = null,
        string? Note = null,
        string? Rights = null,
        string? Retrieved = null,
        string? TextSha256 = null,
        long? TextLength = null
    )
    {
        public Article ToArticle() =>
            new()
            {
                Slug = Slug,
                Title = Title,
                PublishedOn = Published,
                Dateline = Dateline,
                Agency = Agency,
                Author = Author,
                Outlet = Outlet,
                Address = Address,
                Language = Language ?? "en",
                Note = Note,
                Rights = Rights,
                RetrievedOn = Retrieved,
                TextSha256 = TextSha256,
                TextLength = TextLength,
                Excerpts = [.. Excerpts.OrderBy(e => e.Number).Select(e => e.ToExcerpt())],
            };
    }

    private sealed record ExcerptSeed(
        int Number,
        string Exact,
        string Kind,
        TargetSeed Target,
        string? Prefix = null,
        string? Suffix = null,
        long? Start = null,
        long? End = null,
        string? Attribution = null,
        string? Relation = null,
        string? Cause = null,
        Claim? Claim = null,
        string? Language = null,
        OtherWording? Original = null,
        OtherWording? Translation = null,
        IReadOnlyList<string>? Tags = null
    )
    {
        public Excerpt ToExcerpt() =>
            new()
            {
                Number = Number,
                Exact = Exact,
                Prefix = Prefix ?? "",
                Suffix = Suffix ?? "",
                Start = Start,
                End = End,
                Kind = Kind,
                Attribution = Attribution,
                Relation = Relation,
                Cause = Cause,
                Target = new ExcerptTarget(Target.Area, Target.Subject, Target.Period, Target.From, Target.To, Target.Event),
                Claim = Claim,
                Language = Language,
                Original = Original,
                Translation = Translation,
                Tags = Tags is null ? [] : ExcerptTags.Of(Tags),
            };
    }

    private sealed record TargetSeed(
        string Area,
        string Subject,
        string Period,
        string? From = null,
        string? To = null,
        string? Event = null
    );
}
