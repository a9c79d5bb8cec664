using System.Text.Json;
using System.Text.Json.Serialization;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Own;

/// <summary>
/// Which column of a table of somebody's own holds what, and what is the same in every row:
/// <c>{"dataset":"own","columns":{"area":"Country","value":"Tonnes"},"constants":{"unit":"t"}}</c>. Names on the left are ours, on the right the table's headings.
/// </summary>
public sealed record OwnMapping
{
    /// <summary>What a row may state, in the order it is asked for; those of <see cref="Required"/> must be stated by a column or a constant.</summary>
    public static readonly IReadOnlyList<string> Roles = ["area", "item", "element", "period", "value", "unit", "status", "source", "basis", "published_on", "note"];

    public static readonly string[] Required = ["area", "item", "element", "period", "value", "unit"];

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public string Dataset { get; init; } = "own";

    /// <summary>Role to heading.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Role to what every row states; a role with a column of its own does not look here, so that an empty cell stays empty.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    public string? Title { get; init; }

    /// <summary>Roles that must be stated and are not.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Lacking => [.. Required.Where(r => !Columns.ContainsKey(r) && !Constants.ContainsKey(r))];

    /// <exception cref="DataFormatException">Not such a text, or it names a role that is none of <see cref="Roles"/>.</exception>
    public static OwnMapping Read(string path)
    {
        var fileName = Path.GetFileName(path);
        OwnMapping? read;
        try
        {
            read = JsonSerializer.Deserialize<OwnMapping>(System.IO.File.ReadAllText(path), Options);
        }
        catch (JsonException torn)
        {
            throw new DataFormatException(new DataProblem(fileName, (torn.LineNumber ?? 0) + 1, "", torn.Message, """JSON such as {"dataset":"own","columns":{"area":"Country"},"constants":{"unit":"t"}}"""));
        }

        var foreign = read?.Columns.Keys.Concat(read.Constants.Keys).FirstOrDefault(r => !Roles.Contains(r));
        return foreign is null && read is not null ? read
            : throw new DataFormatException(new DataProblem(fileName, 0, foreign ?? "", foreign ?? "null", "one of " + string.Join(", ", Roles)));
    }
}
