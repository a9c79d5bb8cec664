using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Reading;

/// <summary>Compares a header line with the columns of a format.</summary>
internal static class HeaderMatch
{
    /// <summary>
    /// 100 where all required columns and no foreign ones are there, 80 with foreign ones beside them; a complaint naming the
    /// missing columns where at least a third are there; null otherwise.
    /// </summary>
    /// <param name="head">The file's first lines.</param>
    /// <param name="line">Which of them is the header, from 0.</param>
    /// <param name="format">Name of the format, for the complaint.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that may be.</param>
    public static Recognition? Judge(
        FileHead head,
        int line,
        string format,
        IReadOnlyCollection<string> required,
        IReadOnlyCollection<string> optional
    )
    {
        var found = head.Cells(line);
        var missing = required.Where(r => !found.Contains(r)).ToList();
        if (missing.Count == 0)
        {
            return new Recognition(found.All(f => IsIndex(f) || required.Contains(f) || optional.Contains(f)) ? 100 : 80);
        }

        // Columns whose letters only changed case are the same columns, where no heading stands twice.
        if (missing.All(m => found.Count(f => f.Equals(m, StringComparison.OrdinalIgnoreCase)) == 1))
        {
            return new Recognition(found.All(f => IsIndex(f) || Among(required, f) || Among(optional, f)) ? 95 : 75);
        }

        var share = (required.Count - missing.Count) / (double)required.Count;
        return share < 1 / 3.0 ? null : new Recognition((int)(share * 50), Complaint(head, line, format, missing));
    }

    /// <summary>The first line with a cell of this content, from 0; -1 where none of the first lines has it.</summary>
    public static int LineWith(FileHead head, string heading)
    {
        for (var i = 0; i < Math.Min(head.Lines.Count, 20); i++)
        {
            if (head.Cells(i).Contains(heading, StringComparer.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>True for the heading of a column of row numbers that spreadsheets and scripts put before a table.</summary>
    public static bool IsIndex(string heading) =>
        heading.Length == 0
        || heading.StartsWith("Unnamed: ", StringComparison.Ordinal)
        || heading is "index" or "...1" or "V1" or "rownames";

    public static DataProblem Complaint(FileHead head, int line, string format, IReadOnlyList<string> missing) =>
        new(
            head.Shown,
            head.Number(line),
            missing[0],
            head.Lines[line],
            $"the header of {format}; missing column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing.Select(m => '"' + m + '"'))}"
        );

    private static bool Among(IReadOnlyCollection<string> columns, string heading) =>
        columns.Contains(heading, StringComparer.OrdinalIgnoreCase);
}
