using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;
using FoodSecurity.Articles.Desk;
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

    /// <summary>True where a stated permission lifts the limit on what is shown of the article.</summary>
    public bool IsPermitted { get; private set; }

    /// <summary>The drafts that still fit into what may be shown, the shortest chosen first.</summary>
    public IReadOnlyList<Excerpt> Fitting { get; private set; } = [];

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

                    return Approve(slug, chosen);
                },
                _ => Again(slug)
            ));

    /// <summary>All drafts but those whose words a corrected text changed: these are compared one by one.</summary>
    public IActionResult OnPostApproveAll(string slug) =>
        With(slug, () =>
            Try(
                () =>
                    Approve(
                        slug,
                        [.. Article.Excerpts.Where(e => MayApprove(e) && e.Anchor != AnchorState.Approximate).Select(e => e.Number)]
                    ),
                _ => Again(slug)
            )
        );

    /// <summary>Approves what can be approved and says of every other one why it is not.</summary>
    private IActionResult Approve(string slug, IReadOnlyList<int> numbers)
    {
        var changed = numbers
            .Where(n => Article.Excerpts.FirstOrDefault(e => e.Number == n) is { } now && Seen(now) != Request.Form[$"seen-{n}"])
            .ToList();
        var result = Desk.Approve(slug, numbers.Except(changed), Me);
        var others = string.Join(
            ' ',
            changed
                .Select(n => T["page.desk-edit.excerpt-changed", n])
                .Concat(result.Refused.Select(r => T["page.desk-edit.not-approved", r.Number, r.Why]))
        );
        if (result.Approved.Count == 0)
        {
            throw new ArticleException(others.Length > 0 ? others : T["page.desk-edit.none-to-approve"]);
        }

        var said = T.Count("page.desk-edit.approved", result.Approved.Count, string.Join(", ", result.Approved));
        var seen = Article.State == ArticleState.Published ? " " + T["page.desk-edit.seen-now"] : "";
        return To(Address, $"{said}{seen} {others}".TrimEnd());
    }

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
        Allowed = ExcerptLimits.Allowed(Article.TextLength, Article.Rights);
        IsPermitted = ExcerptLimits.IsPermitted(Article.Rights);
        Fitting = ExcerptLimits.Fitting(Article);
        Shown = ExcerptLimits.Shown(Article.Excerpts.Where(e => e.State == ExcerptState.Approved));
        WithDrafts = ExcerptLimits.Shown(Article.Excerpts.Where(e => e.State != ExcerptState.Orphaned));
        return Page();
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
