namespace FoodSecurity.Articles.Desk;

/// <summary>An excerpt as a person has it: the whole of what can be changed of one. Its words and place come from the text alone.</summary>
public sealed record ExcerptCorrection
{
    public static readonly IReadOnlyList<string> Kinds = ["claim", "history", "cause", "policy aim"];

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public required string Kind { get; init; }
    public required Claim Claim { get; init; }

    /// <summary>BCP 47; null: that of the article.</summary>
    public string? Language { get; init; }
    public OtherWording? Original { get; init; }
    public OtherWording? Translation { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>An excerpt as it stands, to be changed in part.</summary>
    public static ExcerptCorrection Of(Excerpt excerpt) =>
        new()
        {
            Kind = excerpt.Kind,
            Claim = excerpt.Claim
                ?? new Claim
                {
                    Area = excerpt.Target.Area,
                    Indicator = excerpt.Target.Subject,
                    Relation = ClaimRelation.None,
                },
            Language = excerpt.Language,
            Original = excerpt.Original,
            Translation = excerpt.Translation,
            Tags = excerpt.Tags,
        };
}

/// <summary>What became of proposals that were to be kept.</summary>
/// <param name="Article">The article with its excerpts as they are now.</param>
/// <param name="Added">Numbers of the new drafts, in the order of the text.</param>
/// <param name="Refused">What was not kept, with the reason.</param>
public sealed record SavedProposals(Article Article, IReadOnlyList<int> Added, IReadOnlyList<(Proposal Proposal, string Why)> Refused);

/// <summary>One change of an excerpt; what is before and after is the excerpt as JSON.</summary>
public sealed record ExcerptRevision
{
    public long Id { get; init; }
    public int Number { get; init; }
    public string HappenedAt { get; init; } = "";
    public string Editor { get; init; } = "";

    /// <summary>excerpt-add, excerpt-correct, excerpt-approve, excerpt-anchor, excerpt-remove.</summary>
    public string Action { get; init; } = "";
    public Excerpt? Old { get; init; }
    public Excerpt? New { get; init; }
}

/// <summary>What was approved of several excerpts.</summary>
/// <param name="Approved">Numbers of those that are approved now.</param>
/// <param name="Refused">Numbers of those that are not, each with the reason.</param>
public sealed record ApprovedExcerpts(IReadOnlyList<int> Approved, IReadOnlyList<(int Number, string Why)> Refused);
