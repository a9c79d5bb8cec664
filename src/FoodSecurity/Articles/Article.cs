namespace FoodSecurity.Articles;

/// <summary>Whether readers see an article.</summary>
public enum ArticleState
{
    Draft,
    Published,
}

/// <summary>An article as it is kept: what is known about it, and its excerpts. Its text is kept apart, for the editing desk alone.</summary>
public sealed record Article
{
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";

    /// <summary>yyyy-MM-dd; empty where a draft's date is not known yet.</summary>
    public string PublishedOn { get; init; } = "";
    public string? Dateline { get; init; }

    /// <summary>The agency whose report the article passes on.</summary>
    public string? Agency { get; init; }
    public string? Author { get; init; }
    public string? Outlet { get; init; }
    public string? Address { get; init; }
    public string Language { get; init; } = "en";
    public string? Note { get; init; }

    /// <summary>Under what right it is quoted, as somebody wrote it.</summary>
    public string? Rights { get; init; }

    /// <summary>yyyy-MM-dd: when the text was taken from where it stands.</summary>
    public string? RetrievedOn { get; init; }
    public string? TextSha256 { get; init; }

    /// <summary>Length of the text in Unicode code points.</summary>
    public long? TextLength { get; init; }
    public ArticleState State { get; init; } = ArticleState.Published;

    /// <summary>True where each excerpt needs another person's approval than its editor's.</summary>
    public bool NeedsSecondApproval { get; init; }

    /// <summary>Who added it; null for the reviewed articles of <c>seeds/articles</c>.</summary>
    public string? AddedBy { get; init; }

    /// <summary>In UTC: yyyy-MM-ddTHH:mm:ssZ, as all times here.</summary>
    public string? AddedAt { get; init; }
    public string? PublishedBy { get; init; }
    public string? PublishedAt { get; init; }

    /// <summary>When a person last changed anything of it here; null while it is as its seed has it.</summary>
    public string? ChangedAt { get; init; }
    public IReadOnlyList<Excerpt> Excerpts { get; init; } = [];
}
