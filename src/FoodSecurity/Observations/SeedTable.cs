using System.Globalization;
using Sylvan.Data.Csv;

namespace FoodSecurity.Observations;

/// <summary>One reviewed table of <c>seeds/</c>. Rows are read whole; a missing column or a short row is an error that names the line.</summary>
public static class SeedTable
{
    /// <summary>Reads a table; each row answers by column name, empty cells as empty text.</summary>
    /// <exception cref="DataFormatException">The file lacks a column or is not there.</exception>
    public static IEnumerable<SeedRow> Read(string folder, string file, params string[] columns)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw new DataFormatException(new DataProblem(path, 0, "", "no such file", "the seed table " + file));
        }

        using var text = new StreamReader(path);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { ResultSetMode = ResultSetMode.SingleResult });
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < csv.FieldCount; i++)
        {
            index[csv.GetName(i)] = i;
        }

        foreach (var column in columns)
        {
            if (!index.ContainsKey(column))
            {
                throw new DataFormatException(new DataProblem(file, 1, column, string.Join(',', index.Keys), "a column of this name"));
            }
        }

        long line = 1;
        while (csv.Read())
        {
            line++;
            var cells = new string[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = i < csv.RowFieldCount ? csv.GetString(i) : "";
            }

            yield return new SeedRow(file, line, index, cells);
        }
    }
}

/// <summary>A row of a seed table.</summary>
public sealed class SeedRow(string file, long line, IReadOnlyDictionary<string, int> index, string[] cells)
{
    public long Line => line;

    /// <summary>Names of the columns of its table.</summary>
    public IEnumerable<string> Columns => index.Keys;

    public string this[string column] => index.TryGetValue(column, out var i) ? cells[i] : "";

    /// <summary>A number, or null where the cell is empty.</summary>
    public double? Number(string column)
    {
        var text = this[column];
        if (text.Length == 0)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new DataFormatException(new DataProblem(file, line, column, text, "a number"));
    }

    public IReadOnlyList<string> List(string column) =>
        this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
