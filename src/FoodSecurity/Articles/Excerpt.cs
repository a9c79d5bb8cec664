namespace FoodSecurity.Articles;

/// <summary>How far an excerpt is: readers see approved ones alone. An orphaned one has lost its place in the text.</summary>
public enum ExcerptState
{
    Draft,
    Approved,
    Orphaned,
}

/// <summary>How an excerpt sits in the text that is kept now.</summary>
public enum AnchorState
{
    /// <summary>Its words stand at its position.</summary>
    Exact,

    /// <summary>Its words stood elsewhere in a corrected text; the position was changed.</summary>
    Moved,

    /// <summary>Its words differ a little in a corrected text; they were taken from there and need approval again.</summary>
    Approximate,

    /// <summary>Not found in a corrected text, or at more than one place.</summary>
    Orphaned,
}

/// <summary>A quoted passage with its place in the text (W3C TextQuoteSelector and TextPositionSelector) and what it speaks of.</summary>
public sealed record Excerpt
{
    public required int Number { get; init; }
    public required string Exact { get; init; }
    public string Prefix { get; init; } = "";
    public string Suffix { get; init; } = "";

    /// <summary>Position in Unicode code points of the text as received, end exclusive.</summary>
    public long? Start { get; init; }
    public long? End { get; init; }

    /// <summary>policy aim, history, cause, claim.</summary>
    public required string Kind { get; init; }

    /// <summary>Who said it, and whether that person is named; null: the article itself.</summary>
    public string? Attribution { get; init; }
    public required ExcerptTarget Target { get; init; }

    /// <summary>rise, fall, level, deficit ...; null where nothing is claimed that data could check.</summary>
    public string? Relation { get; init; }

    /// <summary>The cause the sentence gives, never checked against data.</summary>
    public string? Cause { get; init; }

    /// <summary>What it claims, whole; null where nobody has said yet.</summary>
    public Claim? Claim { get; init; }
    public ExcerptState State { get; init; } = ExcerptState.Approved;
    public AnchorState Anchor { get; init; } = AnchorState.Exact;

    /// <summary>BCP 47; null: that of the article.</summary>
    public string? Language { get; init; }

    /// <summary>The words it was translated from, where the article itself is a translation.</summary>
    public OtherWording? Original { get; init; }
    public OtherWording? Translation { get; init; }

    /// <summary>Words to find it by: lower case, without bars, in order of the alphabet.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How a proposal was read; null where a person wrote it.</summary>
    public ExcerptReading? Reading { get; init; }

    /// <summary>Who proposed, wrote or corrected it last, and when (UTC).</summary>
    public string? EditedBy { get; init; }
    public string? EditedAt { get; init; }
    public string? ApprovedBy { get; init; }
    public string? ApprovedAt { get; init; }

    /// <summary>The same passage with another claim; target, relation, attribution and cause follow from it.</summary>
    public Excerpt With(Claim claim) =>
        this with
        {
            Claim = claim,
            Target = ExcerptTarget.Of(claim),
            Cause = claim.Cause,
            Relation = claim.Relation == ClaimRelation.None ? null : claim.Relation.ToString().ToLowerInvariant(),
            Attribution = claim.Attribution is { } who
                ? who.Speaker + (who.IsNamed ? "" : " (not named)") + (who.Through is { } through ? ", as reported by " + through : "")
                : null,
        };

    /// <summary>A draft of a proposal; its number is given when it is kept.</summary>
    public static Excerpt Of(Proposal proposal) =>
        new Excerpt
        {
            Number = 0,
            Exact = proposal.Exact,
            Prefix = proposal.Prefix,
            Suffix = proposal.Suffix,
            Start = proposal.Start,
            End = proposal.End,
            Kind = proposal.Kind,
            State = ExcerptState.Draft,
            Target = ExcerptTarget.Of(proposal.Claim),
            Reading =
                proposal.Because.Count + proposal.NotUnderstood.Count > 0
                    ? new ExcerptReading(proposal.Because, proposal.NotUnderstood)
                    : null,
        }.With(proposal.Claim);
}

/// <summary>The passage in another language.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Source">Whose wording it is: the outlet and date of an original, the translator of a translation.</param>
/// <param name="Address">Where it stands; null where it stands nowhere.</param>
public sealed record OtherWording(string Text, string Language, string Source, string? Address = null);

/// <summary>Which words of a proposal led to what, and which led to nothing.</summary>
public sealed record ExcerptReading(IReadOnlyList<ProposalReason> Because, IReadOnlyList<string> NotUnderstood);

/// <summary>What an excerpt speaks of: where, what and when. A null From or To leaves the period open.</summary>
/// <param name="Area">Area code.</param>
/// <param name="Subject">production, imports, shortage, uncovered-deficit ...</param>
/// <param name="PeriodText">The period in the words of whoever tied it.</param>
/// <param name="From">First date as precise as known, or null.</param>
/// <param name="To">Last date as precise as known, or null.</param>
/// <param name="EventKind">Kind of the event whose dates the period takes, where it has one of its own source.</param>
public sealed record ExcerptTarget(string Area, string Subject, string PeriodText, string? From, string? To, string? EventKind)
{
    /// <summary>The target of a claim: crop output stands on the charts of production, whatever is short on those of shortage.</summary>
    public static ExcerptTarget Of(Claim claim)
    {
        var period = claim.Period;
        var text =
            period is null ? ""
            : period.Text.Length > 0 ? period.Text
            : period.From == period.To ? period.From ?? ""
            : $"{period.From}/{period.To}";
        var subject = claim.Indicator switch
        {
            "crop-output" or "cereal-output" or "item-output" or "harvest" => "production",
            "famine" or "hunger" or "food-shortage" => "shortage",
            "area-harvested" or "area-planted" => "area",
            "food-inflation" or "price-index" => "price",
            var other => other,
        };
        return new ExcerptTarget(claim.Area, subject, text, period?.From, period?.To, period?.Event);
    }
}
