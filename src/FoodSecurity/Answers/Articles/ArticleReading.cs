using FoodSecurity.Articles;
using FoodSecurity.Articles.Extraction;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Intake;
using FoodSecurity.Fetching;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers.Articles;

/// <summary>Reads articles for the desk: text and details out of what somebody gives, the passages that matter, and what they may be about. Keeps nothing.</summary>
/// <param name="archive">Whose tables and words are used.</param>
/// <param name="download">Fetches pages; null: within <see cref="ArticleIntake.Limits"/>.</param>
public sealed class ArticleReading(Archive archive, Download? download = null) : IDisposable
{
    /// <summary>Texts longer than this are not searched for passages: a person quotes them.</summary>
    public const int LongestSearched = 500_000;

    private readonly Lazy<ClaimExtraction> _extraction = new(() => ClaimExtraction.Load(archive.SeedsFolder, archive.Words));
    private readonly Lazy<Download> _download = new(() => download ?? new Download(ArticleIntake.Limits));

    /// <summary>What claims can be about, by code.</summary>
    public IReadOnlyDictionary<string, ClaimIndicator> Indicators => _extraction.Value.Indicators;

    /// <summary>Kinds of events that articles name instead of dates.</summary>
    public IReadOnlyList<string> Events => [.. _extraction.Value.Events.Select(e => e.Event).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Reads what was pasted: text, or the source of a page.</summary>
    /// <exception cref="ArticleException">It cannot be read as an article; says why.</exception>
    public static ReceivedArticle Pasted(string text) => ArticleIntake.ReadPasted(text);

    /// <summary>Reads a file: text, HTML, Markdown, PDF with text, mail.</summary>
    /// <exception cref="ArticleException">It cannot be read as an article; says why.</exception>
    public static ReceivedArticle File(byte[] bytes, string name, string? contentType) => ArticleIntake.Read(bytes, name, contentType);

    /// <summary>Fetches and reads a page of the public web.</summary>
    /// <exception cref="ArticleException">It cannot be had, or cannot be read as an article; says why and what to do.</exception>
    public Task<ReceivedArticle> Address(string address, CancellationToken cancel) =>
        ArticleIntake.FetchAsync(_download.Value, address, cancel: cancel);

    /// <summary>The passages that say something of harvests or hunger, in the order of the text; none where it is too long to be searched, or in a language without tables.</summary>
    public IReadOnlyList<Proposal> Propose(Article article, string text) =>
        text.Length > LongestSearched
            ? []
            : _extraction.Value.Propose(
                new ArticleText(text, PartialDate.Start(article.PublishedOn), article.Title, article.Dateline, article.Language)
            );

    /// <summary>Reads the tables and makes ready what reads articles; the first to ask does not wait for it then.</summary>
    public void WarmUp() => _extraction.Value.WarmUp();

    public bool Knows(string language) => _extraction.Value.Languages.Contains(language.Split('-')[0], StringComparer.OrdinalIgnoreCase);

    public void Dispose()
    {
        if (_download.IsValueCreated)
        {
            _download.Value.Dispose();
        }
    }
}
