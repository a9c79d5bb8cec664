using FoodSecurity.Claims;

namespace FoodSecurity.Web.Pages;

/// <summary>A table of findings: the sources' own, or the crops inside them.</summary>
public sealed record CheckTable(CheckView View, IReadOnlyList<CheckRow> Rows, string Caption)
{
    /// <summary>The cells of a row: one across all columns where these say the same.</summary>
    public IEnumerable<(string Heading, int Span, Finding? Finding)> Cells(CheckRow row)
    {
        var headings = View.Columns.Select(c => c.Heading).ToList();
        return row.IsSettled
            ? [(string.Join(", ", headings), headings.Count, row.Cells[^1])]
            : headings.Zip(row.Cells, (h, c) => (h, 1, c));
    }

    /// <summary>True where the row above gives the same reason in the same column: it is not said twice.</summary>
    public bool IsRepeatedReason(CheckRow row, string heading)
    {
        var at = Rows.ToList().IndexOf(row);
        return at > 0 && Reason(Rows[at - 1], heading) is { Length: > 0 } above && above == Reason(row, heading);
    }

    private string? Reason(CheckRow row, string heading) => Cells(row).FirstOrDefault(c => c.Heading == heading).Finding?.Reason;
}
