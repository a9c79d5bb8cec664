using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
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
    public IReadOnlyDictionary<int, IReadOnlyList<WordChange>> Unconfirmed { get; private set; } =
        new Dictionary<int, IReadOnlyList<WordChange>>();

    public Vocabulary Words => Archive.Words;

    public string ByLine =>
        string.Join(
            " · ",
            new[]
            {
                Article.Outlet ?? Article.Agency,
                Article.Author,
                Article.PublishedOn.Length > 0 ? Dates.Long(Article.PublishedOn) : T["page.desk-edit.no-date"],
                Article.Dateline,
                Article.NeedsSecondApproval ? T["page.desk-edit.needs-second"] : null,
            }.OfType<string>()
        );

    public string WhyNone =>
        Text.Length == 0 ? T["page.desk-edit.without"]
        : Text.Length > ArticleReading.LongestSearched ? T["page.desk-edit.too-long"]
        : !Reading.Knows(Article.Language) ? T["page.desk-edit.no-tables", Article.Language]
        : Article.Excerpts.Count > 0 ? T["page.desk-edit.nothing-more"]
        : T["page.desk-edit.nothing-found"];

    /// <summary>The place of a proposal as the forms send it: "120-190".</summary>
    public static string Place(Proposal proposal) => string.Create(CultureInfo.InvariantCulture, $"{proposal.Start}-{proposal.End}");

    public static bool HasFigures(IReadOnlyList<WordChange> changes) => WordChange.Weight(changes) == ChangeWeight.Figures;

    public IActionResult OnGet(string slug) => With(slug, Show);

    public IActionResult OnPostKeep(string slug, string[] chosen) => With(slug, () => Try(
                () =>
                {
                    if (chosen.Length == 0)
                    {
                        throw new ArticleException(T["page.desk-edit.none-to-keep"]);
                    }

                    var proposed = Reading.Propose(Article, Desk.Text(slug) ?? "").ToLookup(Place);
                    var found = chosen
                        .Distinct()
                        .Select(c => proposed[c].FirstOrDefault() ?? throw new ArticleException(T["page.desk-edit.text-changed"]))
                        .ToList();
                    var saved = Desk.Save(slug, found, Me);
                    return To(
                        Address,
                        T.Count("page.desk-edit.kept", saved.Added.Count)
                            + string.Concat(saved.Refused.Select(r => " " + T["page.desk-edit.not-kept", r.Why, Short(r.Proposal.Exact)]))
                    );
                },
                _ => Show()
            ));

    public IActionResult OnPostApprove(string slug, int[] chosen) => With(slug, () => Try(
                () =>
                {
                    if (chosen.Length == 0)
                    {
                        throw new ArticleException(T["page.desk-edit.none-to-approve"]);
                    }

                    foreach (var number in chosen)
                    {
                        if (
                            Article.Excerpts.FirstOrDefault(e => e.Number == number) is { } now
                            && Seen(now) != Request.Form[$"seen-{number}"]
                        )
                        {
                            throw new ArticleException(T["page.desk-edit.excerpt-changed", number]);
                        }

                        Desk.Approve(slug, number, Me);
                    }

                    return To(
                        Address,
                        T.Count("page.desk-edit.approved", chosen.Length)
                            + (Article.State == ArticleState.Published ? " " + T["page.desk-edit.seen-now"] : "")
                    );
                },
                _ => Again(slug)
            ));

    public IActionResult OnPostPublish(string slug) => With(slug, () => Try(
                () =>
                {
                    Desk.Publish(slug, Me);
                    return To(Address, T["page.desk-edit.published"]);
                },
                _ => Show()
            ));

    public IActionResult OnPostWithdraw(string slug, string? because) => With(slug, () => Try(
                () =>
                {
                    Desk.Withdraw(slug, Me, because ?? "");
                    return To(Address, T["page.desk-edit.withdrawn"]);
                },
                _ => Show()
            ));

    public IActionResult OnPostRemove(string slug, string? because) => With(slug, () => Try(
                () =>
                {
                    Desk.Remove(slug, Me, because ?? "");
                    return To(ListAddress, T["page.desk-edit.removed", Article.Title]);
                },
                _ =>
                {
                    Removing = true;
                    return Show();
                }
            ));

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

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
