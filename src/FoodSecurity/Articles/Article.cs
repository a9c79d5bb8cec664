namespace FoodSecurity.Articles;

/// <summary>An article as it is kept: what is known about it, and its excerpts. The text itself is not kept.</summary>
public sealed record Article
{
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";
    /// <summary>yyyy-MM-dd.</summary>
    public string PublishedOn { get; init; } = "";
    public string? Dateline { get; init; }
    /// <summary>The agency whose report the article passes on.</summary>
    public string? Agency { get; init; }
    public string? Author { get; init; }
    public string? Outlet { get; init; }
    public string? Address { get; init; }
    public string Language { get; init; } = "en";
    public string? Note { get; init; }
    public string? TextSha256 { get; init; }
    public long? TextLength { get; init; }
    public IReadOnlyList<Excerpt> Excerpts { get; init; } = [];
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
}

/// <summary>What an excerpt speaks of: where, what and when. A null From or To leaves the period open.</summary>
/// <param name="Area">Area code.</param>
/// <param name="Subject">production, imports, shortage, uncovered-deficit ...</param>
/// <param name="PeriodText">The period in the words of whoever tied it.</param>
/// <param name="From">First date as precise as known, or null.</param>
/// <param name="To">Last date as precise as known, or null.</param>
/// <param name="EventKind">Kind of the event whose dates the period takes, where it has one of its own source.</param>
public sealed record ExcerptTarget(string Area, string Subject, string PeriodText, string? From, string? To, string? EventKind);
