using FoodSecurity.Articles;

namespace FoodSecurity.Web.Pages;

/// <summary>What is known about an article as the inputs of a form; used where one is added and where it is corrected.</summary>
public sealed record DetailsForm(ArticleDetails Details)
{
    /// <summary>The field that <see cref="Complaint"/> is about; "" where it is about none.</summary>
    public string Field { get; private init; } = "";

    public string Complaint { get; private init; } = "";

    /// <summary>True where only an administrator may take away that a second person must approve.</summary>
    public bool ApprovalIsFixed { get; init; }

    public static DetailsForm Of(IFormCollection sent)
    {
        string? Some(string name) => sent[name].ToString() is { Length: > 0 } text ? text : null;
        return new DetailsForm(
            new ArticleDetails
            {
                Title = sent["title"].ToString(),
                PublishedOn = Some("published"),
                Dateline = Some("dateline"),
                Agency = Some("agency"),
                Author = Some("author"),
                Outlet = Some("outlet"),
                Address = Some("address"),
                Language = sent["language"].ToString(),
                RetrievedOn = Some("retrieved"),
                Rights = Some("rights"),
                Note = Some("note"),
                NeedsSecondApproval = sent["second"] == "yes",
            }
        );
    }

    /// <summary>The same with what was refused beside its field.</summary>
    public DetailsForm Refused(string why) => this with { Complaint = why, Field = FieldOf(why) };

    public string? Error(string field) => Field == field ? Complaint : null;

    private static string FieldOf(string why)
    {
        foreach (
            var (start, field) in new[]
            {
                ("An article needs a title", "title"),
                ("title", "title"),
                ("date of publication", "published"),
                ("A published article needs its date", "published"),
                ("dateline", "dateline"),
                ("agency", "agency"),
                ("author", "author"),
                ("outlet", "outlet"),
                ("address", "address"),
                ("language", "language"),
                ("date of retrieval", "retrieved"),
                ("rights note", "rights"),
                ("note", "note"),
            }
        )
        {
            if (why.StartsWith(start, StringComparison.Ordinal))
            {
                return field;
            }
        }

        return "";
    }
}
