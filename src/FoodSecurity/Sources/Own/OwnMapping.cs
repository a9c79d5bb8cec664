using System.Security.Cryptography;
using System.Text.Json;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Own;

/// <summary>Where a field of an observation comes from: a column of the table, or the same content in every row.</summary>
/// <param name="Column">Heading; empty for a constant.</param>
/// <param name="Constant">Content of every row; empty for a column.</param>
public sealed record OwnField(string Column, string Constant);

/// <summary>
/// How a table of an office's own is to be read: which column is what, what is the same in every row, and what the table's own words mean.
/// JSON, or the same as csv (see README.md beside this file):
/// <code>
/// {"title": "District harvest survey 2023", "columns": {"area": "Country", "item": "Crop", "period": "Year", "value": "Tonnes", "dimension:district": "District"},
///  "constants": {"element": "production", "unit": "t", "source": "Ministry of Agriculture"},
///  "words": {"item": {"Mais": "maize", "Weizen": "wheat"}}}
///
/// field,column,constant,text,means
/// area,Country,,,
/// element,,production,,
/// item,Crop,,,
/// item,,,Mais,maize
/// </code>
/// </summary>
public sealed class OwnMapping
{
    public const string Dimension = "dimension:";

    public static readonly string[] Required = ["area", "item", "element", "unit", "period", "value"];

    public static readonly string[] Optional =
    [
        "status",
        "source",
        "source_address",
        "published_on",
        "note",
        "basis",
        "lower",
        "upper",
        "edition",
        "flag",
    ];

    /// <summary>What may be said of the table as a whole.</summary>
    public static readonly string[] Told = ["dataset", "title", "licence", "released_on", "header"];

    private readonly Dictionary<(string Field, string Text), string> _words = [];

    private OwnMapping(string name, string sha256)
    {
        FileName = name;
        Sha256 = sha256;
    }

    public string FileName { get; }

    public string Sha256 { get; }

    public Dictionary<string, OwnField> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>dataset, title, licence, released_on, and the heading by which the header line is known where lines stand before it.</summary>
    public Dictionary<string, string> Whole { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="DataFormatException">It is malformed, names a field that does not exist, or leaves one out that every figure needs.</exception>
    public static OwnMapping Read(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new DataFormatException(new DataProblem(name, 0, "", "no such file", "a mapping file, .json or .csv"));
        }

        var bytes = File.ReadAllBytes(path);
        var mapping = new OwnMapping(name, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        if (bytes.AsSpan().TrimStart((byte)' ').StartsWith("{"u8) || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            mapping.ReadJson(bytes);
        }
        else
        {
            mapping.ReadCsv(path);
        }

        foreach (var field in Required.Where(f => !mapping.Fields.ContainsKey(f)))
        {
            throw mapping.Wrong(
                0,
                field,
                "nothing",
                $"a column or a constant for \"{field}\"; every figure needs {string.Join(", ", Required)}"
            );
        }

        return mapping;
    }

    /// <summary>What a text of the table means; the text itself where the mapping says nothing of it.</summary>
    public string Means(string field, string text) => _words.TryGetValue((field, text.Trim()), out var means) ? means : text.Trim();

    private void ReadJson(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(
                bytes,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            foreach (var part in json.RootElement.EnumerateObject())
            {
                switch (part.Name)
                {
                    case "columns":
                        foreach (var field in part.Value.EnumerateObject())
                        {
                            Add(0, field.Name, new OwnField(field.Value.GetString() ?? "", ""));
                        }

                        break;
                    case "constants":
                        foreach (var field in part.Value.EnumerateObject())
                        {
                            Add(
                                0,
                                field.Name,
                                new OwnField(
                                    "",
                                    field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText()
                                )
                            );
                        }

                        break;
                    case "words":
                        foreach (var field in part.Value.EnumerateObject())
                        {
                            foreach (var word in field.Value.EnumerateObject())
                            {
                                _words[(field.Name, word.Name.Trim())] = word.Value.GetString() ?? "";
                            }
                        }

                        break;
                    default:
                        Tell(0, part.Name, part.Value.GetString() ?? "");
                        break;
                }
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw Wrong(
                ((wrong as JsonException)?.LineNumber ?? 0) + 1,
                "",
                wrong.Message,
                "columns, constants and words, each an object of texts"
            );
        }
    }

    private void ReadCsv(string path)
    {
        var context = new ReadContext(null!, FileName);
        using var csv = CsvSource.Open(SourceFile.Open(path));
        int field = csv.Require("field"),
            column = csv.Find("column"),
            constant = csv.Find("constant"),
            text = csv.Find("text"),
            means = csv.Find("means");
        while (csv.Read(context))
        {
            var name = csv.Text(field).Trim();
            if (csv.Text(text).Length > 0)
            {
                _words[(name, csv.Text(text).Trim())] = csv.Text(means).Trim();
            }
            else if (Told.Contains(name))
            {
                Tell(csv.Line, name, csv.Text(constant).Trim());
            }
            else
            {
                Add(csv.Line, name, new OwnField(csv.Text(column).Trim(), csv.Text(constant).Trim()));
            }
        }

        if (context.ProblemCount > 0)
        {
            throw new DataFormatException(context.Problems, context.ProblemCount);
        }
    }

    private void Add(long line, string name, OwnField field)
    {
        if (!Required.Contains(name) && !Optional.Contains(name) && !name.StartsWith(Dimension, StringComparison.Ordinal))
        {
            var known = Required.Concat(Optional).ToList();
            throw Wrong(
                line,
                "field",
                name,
                $"one of {string.Join(", ", known)}, or dimension:NAME; nearest: {string.Join(", ", NearestNames.Of(name, known))}"
            );
        }

        if (field.Column.Length > 0 == field.Constant.Length > 0)
        {
            throw Wrong(line, name, field.Column, "either a column or a constant");
        }

        if (!Fields.TryAdd(name, field))
        {
            throw Wrong(line, "field", name, "each field once");
        }
    }

    private void Tell(long line, string name, string text)
    {
        if (!Told.Contains(name))
        {
            throw Wrong(line, "field", name, "columns, constants, words, " + string.Join(", ", Told));
        }

        Whole[name] = text;
    }

    private DataFormatException Wrong(long line, string column, string found, string expected) =>
        new(new DataProblem(FileName, line, column, found, expected));
}
