using FoodSecurity.Observations;

namespace FoodSecurity.Sources;

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
    public static Recognition? Judge(FileHead head, int line, string format, IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional)
    {
        var found = head.Cells(line);
        var missing = required.Where(r => !found.Contains(r)).ToList();
        if (missing.Count == 0)
        {
            return new Recognition(found.All(f => f.Length == 0 || required.Contains(f) || optional.Contains(f)) ? 100 : 80);
        }

        var share = (required.Count - missing.Count) / (double)required.Count;
        return share < 1 / 3.0 ? null : new Recognition((int)(share * 50), Complaint(head, line, format, missing));
    }

    public static DataProblem Complaint(FileHead head, int line, string format, IReadOnlyList<string> missing) =>
        new(head.Shown, line + 1, missing[0], head.Lines[line],
            $"the header of {format}; missing column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing.Select(m => '"' + m + '"'))}");
}
