using System.Globalization;
using System.Text.RegularExpressions;
using FoodSecurity.Observations;

namespace FoodSecurity.Articles;

/// <summary>What is known about an article apart from its text; each part can be corrected. Null or empty: not known.</summary>
public sealed partial record ArticleDetails
{
    private const int LongestLine = 500,
        LongestNote = 4_000;

    public string Title { get; init; } = "";

    /// <summary>yyyy-MM-dd; needed before the article is published.</summary>
    public string? PublishedOn { get; init; }
    public string? Dateline { get; init; }
    public string? Agency { get; init; }
    public string? Author { get; init; }
    public string? Outlet { get; init; }

    /// <summary>Absolute http or https address.</summary>
    public string? Address { get; init; }

    /// <summary>BCP 47.</summary>
    public string Language { get; init; } = "en";

    /// <summary>yyyy-MM-dd.</summary>
    public string? RetrievedOn { get; init; }
    public string? Rights { get; init; }
    public string? Note { get; init; }
    public bool NeedsSecondApproval { get; init; }

    public static ArticleDetails Of(Article article) =>
        new()
        {
            Title = article.Title,
            PublishedOn = article.PublishedOn.Length > 0 ? article.PublishedOn : null,
            Dateline = article.Dateline,
            Agency = article.Agency,
            Author = article.Author,
            Outlet = article.Outlet,
            Address = article.Address,
            Language = article.Language,
            RetrievedOn = article.RetrievedOn,
            Rights = article.Rights,
            Note = article.Note,
            NeedsSecondApproval = article.NeedsSecondApproval,
        };

    /// <summary>The same without blanks at the ends; empty parts are null.</summary>
    /// <param name="today">Dates after the day after this one are refused: somewhere it is tomorrow already.</param>
    /// <exception cref="ArticleException">A part cannot be what it says.</exception>
    public ArticleDetails Checked(DateOnly today)
    {
        var clean = this with
        {
            Title = One(Title, "title") ?? "",
            PublishedOn = Day(PublishedOn, "date of publication", today),
            Dateline = One(Dateline, "dateline"),
            Agency = One(Agency, "agency"),
            Author = One(Author, "author"),
            Outlet = One(Outlet, "outlet"),
            Address = One(Address, "address"),
            Language = One(Language, "language") ?? "en",
            RetrievedOn = Day(RetrievedOn, "date of retrieval", today),
            Rights = Most(Rights, "rights note", LongestNote),
            Note = Most(Note, "note", LongestNote),
        };
        if (clean.Title.Length == 0)
        {
            throw new ArticleException("An article needs a title.");
        }

        if (clean.Address is { } address && CanonicalAddress.Of(address) is null)
        {
            throw new ArticleException($"address: found \"{address}\", expected an http or https address.");
        }

        return LanguageTag().IsMatch(clean.Language)
            ? clean
            : throw new ArticleException($"language: found \"{clean.Language}\", expected a language tag such as en, fr, ko or pt-BR.");
    }

    private static string? Day(string? text, string name, DateOnly today)
    {
        if (One(text, name) is not { } day)
        {
            return null;
        }

        if (day.Length != 10 || PartialDate.Start(day) is not { } date)
        {
            throw new ArticleException($"{name}: found \"{day}\", expected yyyy-MM-dd.");
        }

        return date <= today.AddDays(1)
            ? day
            : throw new ArticleException(
                $"{name}: {day} lies in the future (today is {today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})."
            );
    }

    private static string? One(string? text, string name) => Most(text is null ? null : Blank().Replace(text, " "), name, LongestLine);

    private static string? Most(string? text, string name, int most) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length <= most ? CleanText.Of(text).Trim()
        : throw new ArticleException(
            string.Create(CultureInfo.InvariantCulture, $"{name}: {text.Length} characters, expected at most {most}.")
        );

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blank();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();
}
