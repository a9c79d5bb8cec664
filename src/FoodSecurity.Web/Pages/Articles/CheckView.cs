using FoodSecurity.Answers;
using FoodSecurity.Answers.Checking;
using FoodSecurity.Claims;

namespace FoodSecurity.Web.Pages;

/// <summary>An excerpt as the article page shows it: its chart, and per source what it said then and says now.</summary>
public sealed record CheckView(StoryPart Part, ExcerptFindings Found, DateOnly? Then, bool OnlyThen, IReadOnlyList<FindingChange> Changes, PictureCache Pictures, PageTexts T)
{
    /// <summary>The columns in view, each with its heading: the day in the past, and now.</summary>
    public IReadOnlyList<(string Heading, CheckedClaim Check)> Columns =>
    [
        .. Found.Then is { } then && Then is { } day ? [(T["page.check.on", Wording.Dates.Long(day)], then)] : Array.Empty<(string, CheckedClaim)>(),
        .. OnlyThen ? [] : new[] { (T["page.check.now"], Found.Now) },
    ];

    /// <summary>One row per series: what it says in each column. Those that vote come first, then what is inside them, then figures beside them.</summary>
    public IReadOnlyList<CheckRow> Rows
    {
        get
        {
            var columns = Columns;
            var keys = columns.SelectMany(c => c.Check.Findings).Select(f => (f.Role, f.Source, f.Counts, f.Dataset)).Distinct().ToList();
            return [.. keys.Select(k => new CheckRow(k.Source, k.Counts, k.Role,
                    [.. columns.Select(c => c.Check.Findings.FirstOrDefault(f => (f.Role, f.Source, f.Counts, f.Dataset) == k))]))
                .OrderBy(r => r.Role == EvidenceRole.Context).ThenBy(r => keys.FindIndex(k => k.Source == r.Source && k.Role == EvidenceRole.Subject)).ThenBy(r => r.Role)];
        }
    }

    /// <summary>What no data can check, said once where both columns say it.</summary>
    public IReadOnlyList<string> NotCheckable => [.. Columns.SelectMany(c => c.Check.NotCheckable).Distinct()];
}

/// <summary>A row of the findings table; null where a column has no such finding.</summary>
public sealed record CheckRow(string Source, string Counts, EvidenceRole Role, IReadOnlyList<Finding?> Cells)
{
    public string Address => Cells.Select(c => c?.Address).FirstOrDefault(a => a is { Length: > 0 }) ?? "";
}
