namespace FoodSecurity.Articles;

/// <summary>The plain text of an article and what has to be known to understand it.</summary>
/// <param name="Text">Without markup, entities decoded; positions count its Unicode code points.</param>
/// <param name="PublishedOn">What "last year" and "this month" are counted from; null where it is not known: then such words stay open.</param>
/// <param name="Title">Helps to tell which country "the country" is.</param>
/// <param name="Dateline">"SEOUL": where it was written, never what it is about.</param>
/// <param name="Language">BCP 47; the lexicons of this language are used.</param>
public sealed record ArticleText(
    string Text,
    DateOnly? PublishedOn = null,
    string? Title = null,
    string? Dateline = null,
    string Language = "en"
);

/// <summary>A passage proposed as an excerpt, with what was understood of it and why. A person confirms or corrects it.</summary>
public sealed record Proposal
{
    /// <summary>The words of the article, unchanged.</summary>
    public required string Exact { get; init; }

    /// <summary>Up to 32 code points before and after.</summary>
    public string Prefix { get; init; } = "";
    public string Suffix { get; init; } = "";

    /// <summary>Position in Unicode code points of the text, end exclusive.</summary>
    public required int Start { get; init; }
    public required int End { get; init; }

    /// <summary>policy aim, history, cause, claim.</summary>
    public required string Kind { get; init; }
    public required Claim Claim { get; init; }

    /// <summary>Which words led to what.</summary>
    public IReadOnlyList<ProposalReason> Because { get; init; } = [];

    /// <summary>Words that looked as if they mattered and led to nothing.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];
}

/// <summary>One step of understanding.</summary>
/// <param name="Field">area, indicator, item, period, relation, quantity, attribution, cause, modality.</param>
/// <param name="Words">The words of the article, or "" where it follows from the context.</param>
/// <param name="Value">What they were taken for.</param>
/// <param name="Rule">The table and row that says so: "indicators: crop output".</param>
public sealed record ProposalReason(string Field, string Words, string Value, string Rule);
