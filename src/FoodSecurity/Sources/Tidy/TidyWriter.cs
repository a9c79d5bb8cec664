using System.Globalization;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Tidy;

/// <summary>Writes observations in our own csv. Columns that are empty everywhere, or the same in every row, are left out; see <see cref="TidyShape"/>.</summary>
public sealed class TidyWriter(TextWriter text, TidyShape shape)
{
    private readonly string[] _columns = [.. TidyColumns.Required, .. shape.Columns];

    public void WriteHeader() => text.Write(string.Join(',', _columns) + "\n");

    public void Write(Observation cell)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (i > 0)
            {
                text.Write(',');
            }

            Quote(Of(cell, _columns[i]));
        }

        text.Write('\n');
    }

    /// <summary>What stands under a heading; the same text read back gives the same observation.</summary>
    internal static string Of(Observation cell, string column) =>
        column switch
        {
            "area" => cell.Series.Area,
            "item" => cell.Series.Item,
            "element" => cell.Series.Element,
            "unit" => cell.Series.Unit,
            "period" => cell.Period.TidyText,
            "value" => AsPrinted(cell) ? cell.ValueText : cell.Value?.ToString("R", CultureInfo.InvariantCulture) ?? "",
            "basis" => cell.Series.Basis,
            "dimensions" => cell.Series.Dimensions,
            "frequency" => cell.Series.Frequency == Usual(cell.Period.Kind) ? "" : cell.Series.Frequency.ToString().ToLowerInvariant(),
            "edition" => cell.Edition,
            "value_text" => AsPrinted(cell) ? "" : cell.ValueText,
            "bound" => AsPrinted(cell)
                ? ""
                : cell.Bound switch
                {
                    ValueBound.LessThan => "less-than",
                    ValueBound.GreaterThan => "greater-than",
                    _ => "",
                },
            "lower" => cell.Lower?.ToString("R", CultureInfo.InvariantCulture) ?? "",
            "upper" => cell.Upper?.ToString("R", CultureInfo.InvariantCulture) ?? "",
            "status" => cell.Status == ObservationStatus.Missing && cell.Value is null && cell.Lower is null && cell.Upper is null ? ""
            : cell.Status == ObservationStatus.Unspecified && (cell.Value ?? cell.Lower ?? cell.Upper) is not null ? ""
            : cell.Status.Name(),
            "flag" => cell.Flag,
            "is_break" => cell.IsBreak ? "yes" : "",
            "is_derived" => cell.IsDerived ? "yes" : "",
            "published_on" => cell.PublishedOn,
            "source" => cell.RowSource,
            "source_address" => cell.RowSourceAddress,
            "note" => cell.Note,
            "member" => cell.Member,
            "line" => cell.Line.ToString(CultureInfo.InvariantCulture),
            "column" => cell.Column,
            "native" => cell.Series.Native,
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "no such heading"),
        };

    /// <summary>True where the text as printed says value and bound by itself.</summary>
    private static bool AsPrinted(Observation cell) =>
        cell.ValueText.Length == 0
            ? cell.Value is null && cell.Bound == ValueBound.Exact
            : Figure.TryRead(cell.ValueText, out var value, out var bound)
                && cell.Value is { } held
                && held.Equals(value)
                && bound == cell.Bound;

    private static Frequency Usual(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Month => Frequency.Monthly,
            PeriodKind.Day or PeriodKind.Window => Frequency.Irregular,
            _ => Frequency.Yearly,
        };

    private void Quote(string cell)
    {
        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            text.Write(cell);
            return;
        }

        text.Write('"');
        text.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        text.Write('"');
    }
}

/// <summary>Which optional columns a tidy file needs, and what is the same in every row of it.</summary>
public sealed record TidyShape(IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> EveryRow)
{
    /// <summary>Looks through all observations once. Our own dataset needs no line column where rows keep their place.</summary>
    public static TidyShape Of(IEnumerable<Observation> cells)
    {
        var columns = TidyColumns.Optional;
        var same = new string?[columns.Length];
        var varies = new bool[columns.Length];
        var inPlace = true;
        long line = 1;
        foreach (var cell in cells)
        {
            line++;
            inPlace &= cell.Line == line;
            for (var i = 0; i < columns.Length; i++)
            {
                if (!varies[i])
                {
                    var text = TidyWriter.Of(cell, columns[i]);
                    varies[i] = same[i] is { } before && before != text;
                    same[i] ??= text;
                }
            }
        }

        var every = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var kept = new List<string>();
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] == "line" && inPlace)
            {
                every["line"] = "=";
            }
            else if (varies[i] || (same[i] is { Length: > 0 } && !TidyColumns.Stateable.Contains(columns[i])))
            {
                kept.Add(columns[i]);
            }
            else if (same[i] is { Length: > 0 } text)
            {
                every[columns[i]] = text;
            }
        }

        return new TidyShape(kept, every);
    }
}
