using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Claims;
using FoodSecurity.Web.Caching;
using FoodSecurity.Wording;

namespace FoodSecurity.Web.Pages;

/// <summary>An excerpt as the article page shows it: its chart, and per source what it said then and says now.</summary>
public sealed record CheckView(
    StoryPart Part,
    ExcerptFindings Found,
    DateOnly? Then,
    bool OnlyThen,
    IReadOnlyList<FindingChange> Changes,
    PictureCache Pictures,
    Archive Archive,
    Texts T
)
{
    private IReadOnlyList<(string Heading, CheckedClaim Check)>? _columns;
    private IReadOnlyList<CheckRow>? _rows;

    /// <summary>What is in view, each with its heading: the day in the past, and now; one alone where both are the same.</summary>
    public IReadOnlyList<(string Heading, CheckedClaim Check)> Columns => _columns ??= Wanted();

    /// <summary>The verdicts over the columns: one where both are the same, though single figures differ.</summary>
    public IReadOnlyList<(string Heading, CheckedClaim Check)> Verdicts =>
        Columns is [var then, var now] && VerdictText.Line(then.Check, T) == VerdictText.Line(now.Check, T)
            ? [(T["check.on-day-and-now", Dates.Long(Then!.Value)], now.Check)]
            : Columns;

    /// <summary>What the sources say: those that speak first, the silent last.</summary>
    public IEnumerable<CheckRow> Wholes => Rows.Where(r => r.Role != EvidenceRole.Part);

    /// <summary>The single crops inside the sources' totals.</summary>
    public IEnumerable<CheckRow> Parts => Rows.Where(r => r.Role == EvidenceRole.Part);

    /// <summary>What no data can check, said once where both columns say it.</summary>
    public IReadOnlyList<string> NotCheckable => [.. Columns.SelectMany(c => c.Check.NotCheckable).Distinct()];

    public string Say(FindingChange change) => ArticleFeed.Changed(Archive, change);

    private IReadOnlyList<CheckRow> Rows => _rows ??= AllRows();

    /// <summary>True where two findings say the same: with the same figures, for the same reason, with the same doubts.</summary>
    public static bool IsSame(Finding? a, Finding? b) =>
        a is not null
        && b is not null
        && (a.Outcome, a.Text, a.Reason) == (b.Outcome, b.Text, b.Reason)
        && a.Doubts.SequenceEqual(b.Doubts);

    private IReadOnlyList<(string Heading, CheckedClaim Check)> Wanted()
    {
        var t = T;
        if (Found.Then is not { } then || Then is not { } day)
        {
            return [(t["check.now"], Found.Now)];
        }

        var on = t["check.on-day", Dates.Long(day)];
        return OnlyThen ? [(on, then)]
            : VerdictText.Line(then, t) == VerdictText.Line(Found.Now, t)
            && then.Findings.Count == Found.Now.Findings.Count
            && then.Findings.Zip(Found.Now.Findings).All(p => IsSame(p.First, p.Second))
                ? [(t["check.on-day-and-now", Dates.Long(day)], Found.Now)]
            : [(on, then), (t["check.now"], Found.Now)];
    }

    private IReadOnlyList<CheckRow> AllRows()
    {
        var columns = Columns;
        var keys = columns.SelectMany(c => c.Check.Findings).Select(f => (f.Role, f.Source, f.Counts, f.Dataset)).Distinct();
        return
        [
            .. keys.Select(k => new CheckRow(
                    k.Source,
                    k.Counts,
                    k.Role,
                    [.. columns.Select(c => c.Check.Findings.FirstOrDefault(f => (f.Role, f.Source, f.Counts, f.Dataset) == k))]
                ))
                .OrderBy(r => r.Cells.Min(c => c is null ? int.MaxValue : FindingList.Rank(c))),
        ];
    }
}

/// <summary>A row of the findings table; null where a column has no such finding.</summary>
public sealed record CheckRow(string Source, string Counts, EvidenceRole Role, IReadOnlyList<Finding?> Cells)
{
    public string Address => Cells.Select(c => c?.Address).FirstOrDefault(a => a is { Length: > 0 }) ?? "";

    /// <summary>True where all columns say the same: one cell across them is enough.</summary>
    public bool IsSettled => Cells.Count > 1 && Cells.Skip(1).All(c => CheckView.IsSame(Cells[0], c));
}
