using System.Globalization;
using System.Text;

namespace FoodSecurity.Observations;

/// <summary>One thing wrong with a file: where it stands, what was found, what was expected.</summary>
/// <param name="File">File name, with the member of a zip after a '!'.</param>
/// <param name="Line">Physical line from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">Heading of the column; empty where the line as a whole is meant.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Expected">What should stand there.</param>
public sealed record DataProblem(string File, long Line, string Column, string Value, string Expected)
{
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", line {Line}");
        }

        if (Column.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", column \"{Column}\"");
        }

        var shown = Value.Length > 80 ? Value[..80] + "…" : Value;
        text.Append(CultureInfo.InvariantCulture, $": found \"{shown}\", expected {Expected}");
        return text.ToString();
    }
}

/// <summary>A file that cannot be loaded. Holds the first fifty problems and the number of all; nothing was written.</summary>
public sealed class DataFormatException : Exception
{
    public const int Kept = 50;

    public DataFormatException(IReadOnlyList<DataProblem> problems, long total)
        : base(Describe(problems, total))
    {
        Problems = problems;
        Total = total;
    }

    public DataFormatException(DataProblem problem)
        : this([problem], 1) { }

    public IReadOnlyList<DataProblem> Problems { get; }

    public long Total { get; }

    private static string Describe(IReadOnlyList<DataProblem> problems, long total)
    {
        var lines = string.Join(Environment.NewLine, problems);
        return total > problems.Count
            ? string.Create(CultureInfo.InvariantCulture, $"{lines}{Environment.NewLine}… and {total - problems.Count} more problems.")
            : lines;
    }
}

/// <summary>Codes of a file that stand in no crosswalk, as one complete list with the nearest known names.</summary>
public sealed class UnknownCodesException(string file, IReadOnlyList<UnknownCode> codes) : Exception(Describe(file, codes))
{
    public IReadOnlyList<UnknownCode> Codes { get; } = codes;

    private static string Describe(string file, IReadOnlyList<UnknownCode> codes)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{file}: {codes.Count} code(s) are in no crosswalk. Add them to seeds/, keep unknown items under their provider's names with --as-named, or load the rest with --skip-unknown."
        );
        foreach (var code in codes)
        {
            text.AppendLine().Append("  ").Append(code);
        }

        return text.ToString();
    }
}

/// <summary>A code or name that no crosswalk knows.</summary>
/// <param name="Kind">area, item, element, indicator, unit, flag ...</param>
/// <param name="System">Which crosswalk was asked ("psd", "fao").</param>
/// <param name="Code">The code as printed.</param>
/// <param name="Name">The name printed beside it; may be empty.</param>
/// <param name="Line">First line it stands in.</param>
/// <param name="Rows">How many rows carry it.</param>
/// <param name="Nearest">Nearest known names, best first.</param>
public sealed record UnknownCode(string Kind, string System, string Code, string Name, long Line, long Rows, IReadOnlyList<string> Nearest)
{
    public override string ToString()
    {
        var name = Name.Length > 0 ? $" \"{Name}\"" : "";
        var near = Nearest.Count > 0 ? $"; nearest known: {string.Join(", ", Nearest)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Kind} {Code}{name} ({System}), first on line {Line}, {Rows} row(s){near}");
    }
}
