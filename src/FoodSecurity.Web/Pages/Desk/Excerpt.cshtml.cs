using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;
using FoodSecurity.Articles.Desk;
using Microsoft.AspNetCore.Mvc;

namespace FoodSecurity.Web.Pages;

/// <summary>What is said of one passage: quoted anew under the number "new", or corrected; previewed, approved, removed.</summary>
public sealed class ArticleExcerptModel(Archive archive, ArticleReading reading, TimeProvider time) : DeskPage(archive, reading, time)
{
    private const string New = "new";

    private Proposal? _proposal;

    /// <summary>The excerpt as it is kept; null for a passage that is being quoted.</summary>
    public Excerpt? Kept { get; private set; }

    /// <summary>Null until the passage is found in the text.</summary>
    public ExcerptForm? Form { get; private set; }

    public TextAnchor Anchor { get; private set; } = new("", "", "", 0, 0);

    public string Quote { get; private set; } = "";

    public string QuoteError { get; private set; } = "";

    /// <summary>Where the words stand, if at several places.</summary>
    public IReadOnlyList<TextAnchor> Places { get; private set; } = [];

    public StoryPart? Previewed { get; private set; }

    public bool IsPreview { get; private set; }

    public IReadOnlyList<ExcerptRevision> Revisions { get; private set; } = [];

    /// <summary>What a corrected text changed in its words, while nobody has compared them; else null.</summary>
    public IReadOnlyList<WordChange>? Unconfirmed { get; private set; }

    /// <summary>How the proposal was read, of which it comes; null where a person chose the words.</summary>
    public ExcerptReading? How => Kept?.Reading ?? (_proposal is { } p ? new ExcerptReading(p.Because, p.NotUnderstood) : null);

    public ExcerptChoices Choices => new(Archive.Words, Reading, T);

    public string Here => $"/articles/{Article.Slug}/excerpts/{(Kept is null ? New : Kept.Number.ToString(CultureInfo.InvariantCulture))}";

    /// <summary>The mark of what the form was filled from: kept through a preview.</summary>
    public string SeenBefore =>
        Request.HasFormContentType
        && Request.Form["seen"].ToString() is { Length: > 0 } seen
        && (IsPreview || Complaint.Length > 0 || Form?.Errors.Count > 0)
            ? seen
            : Seen(Kept!);

    public int Length => CleanText.Length(Anchor.Exact);

    public long WouldShow =>
        ExcerptLimits.Shown(
            Article.Excerpts.Where(e => e.State == ExcerptState.Approved && e.Number != Kept?.Number).Append(Candidate(null))
        );

    public IActionResult OnGet(string slug, string number) => At(slug, number, () =>
        {
            Form = Kept is null ? null : ExcerptForm.Of(ExcerptCorrection.Of(Kept), T);
            return Page();
        });

    /// <summary>Finds a passage in the text: by its words, or by a place of them.</summary>
    public IActionResult OnPostQuote(string slug, string number, string? quote, string? place) => At(slug, number, () =>
        {
            Quote = quote ?? "";
            if (!Find(place))
            {
                Response.StatusCode = Places.Count > 1 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
                return Page();
            }

            Form = ExcerptForm.Of(new ExcerptCorrection { Kind = _proposal?.Kind ?? "claim", Claim = ClaimBefore }, T);
            return Page();
        });

    public IActionResult OnPostPreview(string slug, string number, string? place) => Filled(slug, number, place, said =>
        {
            IsPreview = true;
            Previewed = StoryAnswer.Preview(Archive, Article with { Excerpts = [Candidate(said)] }).Parts.FirstOrDefault();
            return Page();
        });

    public IActionResult OnPostSave(string slug, string number, string? place, string? seen) => Filled(slug, number, place, said => Try(
                () =>
                {
                    if (Kept is { } kept)
                    {
                        CheckSeen(kept, seen);
                        Desk.Correct(slug, kept.Number, said, Me);
                        return To(Here, T["page.desk-excerpt.saved"]);
                    }

                    ExcerptLimits.CheckLength(Anchor.Exact);
                    var added = _proposal is null
                        ? Desk.Add(slug, Anchor.Exact, said, Me, Anchor.Start).Excerpts.Max(e => e.Number)
                        : Correct(slug, _proposal, said);
                    return To(Address + $"#excerpt-{added}", T["page.desk-excerpt.kept", added]);
                },
                _ => Page()
            ));

    public IActionResult OnPostApprove(string slug, string number, string? seen) => At(slug, number, () => Try(
                () =>
                {
                    CheckSeen(Kept!, seen);
                    Desk.Approve(slug, Kept!.Number, Me);
                    return To(
                        Here,
                        Article.State == ArticleState.Published ? T["page.desk-excerpt.approved-seen"] : T["page.desk-excerpt.approved"]
                    );
                },
                _ => OnGet(slug, number)
            ));

    public IActionResult OnPostRemove(string slug, string number) => At(slug, number, () => Try(
                () =>
                {
                    Desk.Remove(slug, Kept!.Number, Me);
                    return To(Address, T["page.desk-excerpt.removed", Kept.Number]);
                },
                _ => OnGet(slug, number)
            ));

    private Claim ClaimBefore =>
        Kept is { } kept
            ? ExcerptCorrection.Of(kept).Claim
            : _proposal?.Claim
                ?? new Claim
                {
                    Area = "",
                    Indicator = "",
                    Relation = ClaimRelation.None,
                };

    /// <summary>A proposal is kept as it was read first, so that what a person changed of it can be seen.</summary>
    private int Correct(string slug, Proposal proposal, ExcerptCorrection said)
    {
        var saved = Desk.Save(slug, [proposal], Me);
        if (saved.Added is not [var number])
        {
            throw new ArticleException(T["page.desk-excerpt.not-kept", string.Join("; ", saved.Refused.Select(r => r.Why))]);
        }

        Desk.Correct(slug, number, said, Me);
        return number;
    }

    private void CheckSeen(Excerpt kept, string? seen)
    {
        if (Seen(kept) != seen)
        {
            throw new ArticleException(T["page.desk-excerpt.changed"]);
        }
    }

    /// <summary>The form as it was sent, for a passage that is there.</summary>
    private IActionResult Filled(string slug, string number, string? place, Func<ExcerptCorrection, IActionResult> next) =>
        At(slug, number, () =>
        {
            if (Kept is null && !Find(place))
            {
                return Refuse(T["page.desk-excerpt.moved"], Page);
            }

            Form = ExcerptForm.Of(Request.Form, T);
            if (Form.Read(ClaimBefore, Archive.Words, [.. Reading.Indicators.Keys]) is { } said)
            {
                return next(said);
            }

            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        });

    /// <summary>The excerpt with what is said of it, not kept anywhere.</summary>
    private Excerpt Candidate(ExcerptCorrection? said)
    {
        var excerpt = Kept
            ?? new Excerpt
            {
                Number = Article.Excerpts.Select(e => e.Number).DefaultIfEmpty().Max() + 1,
                Exact = Anchor.Exact,
                Start = Anchor.Start,
                End = Anchor.End,
                Kind = "claim",
                Target = ExcerptTarget.Of(ClaimBefore),
            };
        return said is null
            ? excerpt
            : excerpt.With(said.Claim) with
            {
                Kind = said.Kind,
                State = ExcerptState.Draft,
                Language = said.Language,
                Original = said.Original,
                Translation = said.Translation,
            };
    }

    private bool Find(string? place)
    {
        var text = Desk.Text(Article.Slug) ?? "";
        var points = new CodePoints(text);
        if (
            place?.Split('-') is [var from, var to]
            && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && start < end
            && end <= points.Length
        )
        {
            Places = [TextAnchor.At(points, start, end)];
        }
        else
        {
            Places = string.IsNullOrWhiteSpace(Quote) ? [] : QuotePlaces.Find(points, Quote);
        }

        QuoteError = Places.Count switch
        {
            0 => string.IsNullOrWhiteSpace(Quote) ? T["page.desk-excerpt.empty"] : T["page.desk-excerpt.not-found"],
            1 => Length1() > ExcerptLimits.LongestExcerpt ? T["page.desk-excerpt.too-long", ExcerptLimits.LongestExcerpt, Length1()] : "",
            _ => T["page.desk-excerpt.places", Places.Count],
        };
        if (QuoteError.Length > 0)
        {
            return false;
        }

        Anchor = Places[0];
        Quote = Anchor.Exact;
        _proposal = Reading.Propose(Article, text).FirstOrDefault(p => p.Start == Anchor.Start && p.End == Anchor.End);
        return true;

        int Length1() => CleanText.Length(Places[0].Exact);
    }

    private IActionResult At(string slug, string number, Func<IActionResult> next) => With(slug, () =>
        {
            if (number != New)
            {
                if (Article.Excerpts.FirstOrDefault(e => e.Number.ToString(CultureInfo.InvariantCulture) == number) is not { } kept)
                {
                    return Missing.View(
                        this,
                        StatusCodes.Status404NotFound,
                        T["page.desk-excerpt.none", number],
                        [(Article.Title, Address)]
                    );
                }

                Kept = kept;
                Anchor = new TextAnchor(kept.Exact, kept.Prefix, kept.Suffix, (int)(kept.Start ?? 0), (int)(kept.End ?? 0));
                Revisions = [.. Desk.Revisions(slug, kept.Number).Reverse()];
                Unconfirmed = Desk.Unconfirmed(Article).GetValueOrDefault(kept.Number);
            }
            else if (Request.Query["handler"].ToString() is "Approve" or "Remove")
            {
                return Missing.View(this, StatusCodes.Status404NotFound, T["page.desk-excerpt.nothing"], [(Article.Title, Address)]);
            }

            return next();
        });
}
