using System.Text.RegularExpressions;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Ipc;

/// <summary>What a column of a wide IPC table holds.</summary>
internal enum IpcColumn
{
    None,
    Figure,
    AreaPhase,
    From,
    To,
    Months,
}

/// <summary>A column of a wide table: its validity, its phase and whether it is a share.</summary>
internal readonly record struct IpcHeading(IpcColumn Kind, string Validity, string Phase, bool Share)
{
    private const string Projected = "first projection";
    private const string Second = "second projection";

    /// <summary>
    /// Three generations of headings say the same: phase3_population_projected (2022), "Phase 3 number projection" (2023), and in the
    /// portal's workbook "First Projection Phase 3 #", cut over three lines.
    /// </summary>
    public static IpcHeading Of(string heading)
    {
        var text = Regex.Replace(heading.Replace('_', ' ').ToLowerInvariant(), @"\s+", " ").Trim();
        var validity =
            text.Contains("second proj", StringComparison.Ordinal) ? Second
            : text.Contains("project", StringComparison.Ordinal) ? Projected
            : "current";
        text = Regex.Replace(text, @"\b(second project(ion|ed)|first project(ion|ed)|project(ion|ed)|current)\b", " ");
        text = Regex.Replace(text, @"\s+", " ").Trim();
        if (text is "from" or "period start")
        {
            return new IpcHeading(IpcColumn.From, validity, "", false);
        }

        if (text is "to" or "thru" or "period end")
        {
            return new IpcHeading(IpcColumn.To, validity, "", false);
        }

        if (text is "analysis period" or "period dates")
        {
            return new IpcHeading(IpcColumn.Months, validity, "", false);
        }

        if (text is "area phase" or "overall phase")
        {
            return new IpcHeading(IpcColumn.AreaPhase, validity, "", false);
        }

        if (
            text
            is "affected population"
                or "population analyzed"
                or "population analysed"
                or "population analyzed #"
                or "population analysed #"
                or "population #"
                or "estimated population"
        )
        {
            return new IpcHeading(IpcColumn.Figure, validity, "all", false);
        }

        var phase = Regex.Match(
            text,
            @"^(?:phase )?(p3plus|p?3\+|p?phase ?[1-5]|[1-5]|phase3plus)\b? ?(population|number|#|percentage|%)$"
        );
        return !phase.Success
            ? default
            : new IpcHeading(
                IpcColumn.Figure,
                validity,
                phase.Groups[1].Value is "p3plus" or "3+" or "p3+" or "phase3plus" ? "3+" : phase.Groups[1].Value[^1..],
                phase.Groups[2].Value is "percentage" or "%"
            );
    }
}

/// <summary>The header of a wide table: one line, or in the portal's workbook up to three, whose upper lines hold for the columns right of them too.</summary>
internal sealed record IpcHeader(int FirstLine, int LastLine, IReadOnlyList<string> Headings)
{
    /// <summary>Null where the first lines hold no such header.</summary>
    public static IpcHeader? Of(FileHead head)
    {
        var first = new[] { "Date of analysis", "analysis_date" }
            .Select(h => HeaderMatch.LineWith(head, h))
            .FirstOrDefault(l => l >= 0, -1);
        if (first < 0)
        {
            return null;
        }

        var last = first;
        while (
            last + 1 < head.Lines.Count
            && last < first + 2
            && head.Cells(last + 1) is { Count: > 8 } next
            && next[0].Length == 0
            && next.All(IsPart)
        )
        {
            last++;
        }

        var headings = new string[head.Cells(first).Count];
        for (var column = 0; column < headings.Length; column++)
        {
            headings[column] = string.Join(
                ' ',
                Enumerable.Range(first, last - first + 1).Select(l => Cell(head, l, column, fill: l < last)).Where(c => c.Length > 0)
            );
        }

        return new IpcHeader(first, last, headings);
    }

    private static bool IsPart(string cell) =>
        cell.Length == 0 || cell is "#" or "%" || Regex.IsMatch(cell, "phase|population|period|^P?3\\+$", RegexOptions.IgnoreCase);

    private static string Cell(FileHead head, int line, int column, bool fill)
    {
        var cells = head.Cells(line);
        var at = Math.Min(column, cells.Count - 1);
        while (fill && at > 0 && cells[at].Length == 0)
        {
            at--;
        }

        return at < 0 ? "" : cells[at];
    }
}
