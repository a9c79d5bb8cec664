using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Files;

/// <summary>
/// Figures with a decimal comma, in files whose cells are separated by something else. Whether a column has them is settled by the
/// whole file: "3,5", "0,125" and "1451,000" can only be decimals, "1,451,000" only thousands, "1,451" may be either. A column in which
/// both stand, or points beside commas, is left as printed, so that its cells are refused.
/// </summary>
internal sealed class DecimalCommas
{
    public const string Reason =
        " (a comma may be a decimal sign or a thousands separator here; --commas decimal or --commas thousands says which)";

    private readonly bool[] _decimal;
    private readonly bool _thousands;
    private readonly char[][] _cells;

    private DecimalCommas(bool[] columns, bool thousands)
    {
        _decimal = columns;
        _thousands = thousands;
        _cells = new char[columns.Length][];
    }

    /// <summary>Reads the file through once to see what its commas are.</summary>
    public static DecimalCommas Of(SourceFile file, int columns)
    {
        if (file.Choices.Commas != CommaMeaning.Unstated)
        {
            var all = new bool[columns];
            all.AsSpan().Fill(file.Choices.Commas == CommaMeaning.Decimal);
            return new DecimalCommas(all, file.Choices.Commas == CommaMeaning.Thousands);
        }

        var seen = new (bool Decimal, bool Thousands, bool Point, bool Either)[columns];
        using var records = new CsvRecords(file, latin1: true);
        try
        {
            while (records.Next())
            {
                for (var i = 0; i < Math.Min(columns, records.Row.RowFieldCount); i++)
                {
                    Look(records.Row.GetFieldSpan(i), ref seen[i]);
                }
            }
        }
        catch (DataFormatException)
        {
            // The reader that follows meets the same place and says so; until there, no comma is taken for a decimal one.
            return new DecimalCommas(new bool[columns], false);
        }

        // A column of "1,451" alone follows the others where those agree.
        var elsewhere = seen.Any(s => s is { Decimal: true, Thousands: false, Point: false }) && !seen.Any(s => s.Thousands);
        return new DecimalCommas([.. seen.Select(s => !s.Thousands && !s.Point && (s.Decimal || (s.Either && elsewhere)))], false);
    }

    /// <summary>True for "1,451": a figure whose comma may be either.</summary>
    public static bool Ambiguous(ReadOnlySpan<char> cell) => Parts(cell, ',', out var whole, out var rest) && !Certain(whole, rest);

    /// <summary>The cell with a decimal point where its comma is one; any other cell as it is.</summary>
    public ReadOnlySpan<char> Plain(ReadOnlySpan<char> cell, int column)
    {
        if (column >= _decimal.Length || cell.IndexOf(',') < 0 || !(_decimal[column] || _thousands))
        {
            return cell;
        }

        if (_thousands ? !IsThousands(cell) : !Parts(cell, ',', out _, out _))
        {
            return cell;
        }

        var copy = _cells[column] is { } kept && kept.Length >= cell.Length ? kept : _cells[column] = new char[Math.Max(32, cell.Length)];
        var length = 0;
        foreach (var c in cell)
        {
            if (c != ',')
            {
                copy[length++] = c;
            }
            else if (!_thousands)
            {
                copy[length++] = '.';
            }
        }

        return copy.AsSpan(0, length);
    }

    private static void Look(ReadOnlySpan<char> cell, ref (bool Decimal, bool Thousands, bool Point, bool Either) seen)
    {
        if (cell.IsEmpty || cell.IndexOfAny(',', '.') < 0)
        {
            return;
        }

        if (Parts(cell, ',', out var whole, out var rest))
        {
            seen.Decimal |= Certain(whole, rest);
            seen.Either |= !Certain(whole, rest);
        }
        else if (Parts(cell, '.', out _, out _))
        {
            seen.Point = true;
        }
        else if (IsThousands(cell))
        {
            seen.Thousands = true;
        }
    }

    private static bool Certain(ReadOnlySpan<char> whole, ReadOnlySpan<char> rest) => rest.Length != 3 || whole.Length > 3 || whole is "0";

    /// <summary>A figure of digits, one sign, digits; limits and minus may stand before it.</summary>
    private static bool Parts(ReadOnlySpan<char> cell, char sign, out ReadOnlySpan<char> whole, out ReadOnlySpan<char> rest)
    {
        cell = cell.TrimStart("<>-");
        var at = cell.IndexOf(sign);
        whole = at > 0 ? cell[..at] : default;
        rest = at > 0 ? cell[(at + 1)..] : default;
        return Digits(whole) && Digits(rest);
    }

    /// <summary>Groups of three digits: 1,451,000 or 1,451.5 or 1,451.</summary>
    private static bool IsThousands(ReadOnlySpan<char> cell)
    {
        cell = cell.TrimStart("<>-");
        if (cell.IndexOf('.') is > 0 and var point)
        {
            if (!Digits(cell[(point + 1)..]))
            {
                return false;
            }

            cell = cell[..point];
        }

        var first = cell.IndexOf(',');
        if (first is < 1 or > 3 || !Digits(cell[..first]))
        {
            return false;
        }

        for (; first < cell.Length; first += 4)
        {
            if (cell[first] != ',' || first + 4 > cell.Length || !Digits(cell.Slice(first + 1, 3)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
