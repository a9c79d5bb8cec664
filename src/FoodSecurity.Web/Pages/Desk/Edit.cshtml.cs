using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;
using FoodSecurity.Observations;
using FoodSecurity.Wording;
using Microsoft.AspNetCore.Mvc;

namespace FoodSecurity.Web.Pages;

/// <summary>An article at the desk: its text with what is proposed beside it, its excerpts, and what can be done with them.</summary>
public sealed class ArticleEditModel(Archive archive, ArticleReading reading, TimeProvider time) : DeskPage(archive, reading, time)
{
    public string Text { get; private set; } = "";

    /// <summary>Passages that are proposed and not kept yet.</summary>
    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    public IReadOnlyList<TextPiece> Pieces { get; private set; } = [];

    public long Shown { get; private set; }

    public long WithDrafts { get; private set; }

    public long Allowed { get; private set; }

    /// <summary>True where the removal was refused: then its form stays open.</summary>
    public bool Removing { get; private set; }

    /// <summary>What a corrected text changed in the words of excerpts that nobody has compared yet.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<WordChange>> Unconfirmed { get; private set; } = new Dictionary<int, IReadOnlyList<WordChange>>();

    public Vocabulary Words => Archive.Words;

    public string ByLine => string.Join(" · ", new[]
    {
        Article.Outlet ?? Article.Agency, Article.Author, Article.PublishedOn.Length > 0 ? Dates.Long(Article.PublishedOn) : "no date yet", Article.Dateline,
        Article.NeedsSecondApproval ? "needs a second person’s approval" : null,
    }.OfType<string>());

    public string WhyNone => Text.Length == 0 ? "Without the text nothing can be proposed."
        : Text.Length > ArticleReading.LongestSearched ? "The text is too long to be searched: quote passages yourself."
        : !Reading.Knows(Article.Language) ? $"There are no tables for the language “{Article.Language}” yet: quote passages yourself."
        : Article.Excerpts.Count > 0 ? "Nothing more was found in the text." : "No sentence was found that says something of harvests, food or hunger. Quote passages yourself, if there are any.";

    /// <summary>The place of a proposal as the forms send it: "120-190".</summary>
    public static string Place(Proposal proposal) => string.Create(CultureInfo.InvariantCulture, $"{proposal.Start}-{proposal.End}");

    public static bool HasFigures(IReadOnlyList<WordChange> changes) => WordChange.Weight(changes) == ChangeWeight.Figures;

    public IActionResult OnGet(string slug) => With(slug, Show);

    public IActionResult OnPostKeep(string slug, string[] chosen) => With(slug, () => Try(() =>
    {
        if (chosen.Length == 0)
        {
            throw new ArticleException("Nothing was chosen: tick the passages to be kept.");
        }

        var proposed = Reading.Propose(Article, Desk.Text(slug) ?? "").ToLookup(Place);
        var found = chosen.Distinct().Select(c => proposed[c].FirstOrDefault() ?? throw new ArticleException("The text or what is proposed has changed meanwhile: choose again.")).ToList();
        var saved = Desk.Save(slug, found, Me);
        return To(Address, $"{Say(saved.Added.Count, "draft")} kept." + string.Concat(saved.Refused.Select(r => $" Not kept, because {r.Why}: “{Short(r.Proposal.Exact)}”.")));
    }, _ => Show()));

    public IActionResult OnPostApprove(string slug, int[] chosen) => With(slug, () => Try(() =>
    {
        if (chosen.Length == 0)
        {
            throw new ArticleException("Nothing was chosen: tick the excerpts to be approved.");
        }

        foreach (var number in chosen)
        {
            if (Article.Excerpts.FirstOrDefault(e => e.Number == number) is { } now && Seen(now) != Request.Form[$"seen-{number}"])
            {
                throw new ArticleException($"Excerpt {number} was changed meanwhile: look at it again.");
            }

            Desk.Approve(slug, number, Me);
        }

        return To(Address, $"{Say(chosen.Length, "excerpt")} approved." + (Article.State == ArticleState.Published ? " Readers see them now." : ""));
    }, _ => Again(slug)));

    public IActionResult OnPostPublish(string slug) => With(slug, () => Try(() =>
    {
        Desk.Publish(slug, Me);
        return To(Address, "The article is published.");
    }, _ => Show()));

    public IActionResult OnPostWithdraw(string slug, string? because) => With(slug, () => Try(() =>
    {
        Desk.Withdraw(slug, Me, because ?? "");
        return To(Address, "The article is withdrawn: readers no longer see it.");
    }, _ => Show()));

    public IActionResult OnPostRemove(string slug, string? because) => With(slug, () => Try(() =>
    {
        Desk.Remove(slug, Me, because ?? "");
        return To(ListAddress, $"The article “{Article.Title}” is removed with everything derived from it.");
    }, _ =>
    {
        Removing = true;
        return Show();
    }));

    private IActionResult Again(string slug) => With(slug, Show);

    private IActionResult Show()
    {
        Text = Desk.Text(Article.Slug) ?? "";
        var kept = Article.Excerpts.Select(e => (e.Start, e.End)).ToHashSet();
        Proposals = [.. Reading.Propose(Article, Text).Where(p => !kept.Contains((p.Start, p.End)))];
        Pieces = MarkedText.Of(Text, MarkedText.Marks(Article, Proposals));
        Unconfirmed = Desk.Unconfirmed(Article);
        Allowed = ExcerptLimits.Allowed(Article.TextLength);
        Shown = ExcerptLimits.Shown(Article.Excerpts.Where(e => e.State == ExcerptState.Approved));
        WithDrafts = ExcerptLimits.Shown(Article.Excerpts.Where(e => e.State != ExcerptState.Orphaned));
        return Page();
    }

    private static string Say(int count, string what) => count == 1 ? $"One {what} is" : $"{count} {what}s are";

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
