using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Files;

/// <summary>The head of a JSON answer, and the values of its records as text.</summary>
internal static partial class JsonCells
{
    /// <summary>Names of the properties in the first lines; none where the file is no JSON.</summary>
    public static IReadOnlySet<string> Names(FileHead head) =>
        head.First.AsSpan().TrimStart() is ['{' or '[', ..]
            ? head.Lines.SelectMany(l => Property().Matches(l).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>();

    /// <summary>True where the first record has all of these.</summary>
    public static bool Has(FileHead head, params ReadOnlySpan<string> names)
    {
        var found = Names(head);
        foreach (var name in names)
        {
            if (!found.Contains(name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A property as it is printed; empty where it is null or not there.</summary>
    public static string Text(this JsonElement row, string name) =>
        row.ValueKind != JsonValueKind.Object || !row.TryGetProperty(name, out var value)
            ? ""
            : value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!.Trim(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => "",
            };

    /// <summary>The objects of an array; none where it is not there.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)
            : [];

    /// <summary>
    /// An observation with the figure of a property: missing where it is null, null where it is no figure (which is reported).
    /// </summary>
    public static Observation? Fill(this JsonRecords json, ReadContext context, JsonElement row, string name, string path, Observation made)
    {
        var text = row.Text(name);
        var column = string.Create(CultureInfo.InvariantCulture, $"[{json.Number}]{path}.{name}");
        if (text.Length == 0)
        {
            return made with { Value = null, ValueText = "", Status = ObservationStatus.Missing, Line = json.CurrentLine, Column = column };
        }

        if (Figure.TryRead(text, out var figure, out var bound))
        {
            return made with { Value = figure, Bound = bound, ValueText = text, Line = json.CurrentLine, Column = column };
        }

        context.Problem("", json.CurrentLine, column, text, Figure.Expected);
        return null;
    }

    [GeneratedRegex("\"([A-Za-z0-9_ .-]+)\"\\s*:")]
    private static partial Regex Property();
}
