using System.Text.Encodings.Web;
using System.Text.Json;
using FoodSecurity.Sources.Own;

namespace FoodSecurity.Answers.Uploads;

/// <summary>Which column of a table holds what, as chosen on a form, and what is the same in every row; written as a mapping file.</summary>
public sealed record OwnColumns
{
    /// <summary>What a form asks for, in its order.</summary>
    public static readonly IReadOnlyList<string> Roles =
    [
        "area",
        "item",
        "element",
        "period",
        "value",
        "unit",
        "status",
        "source",
        "basis",
        "published_on",
        "note",
    ];

    public static readonly IReadOnlyList<string> Needed = OwnMapping.Required;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Headings that usually mean a role, lower case.</summary>
    private static readonly Dictionary<string, string[]> Usual = new()
    {
        ["area"] = ["area", "country", "country name", "countryname", "area code", "iso3", "adm0_name", "country code"],
        ["item"] = ["item", "crop", "commodity", "product", "cmname"],
        ["element"] = ["element", "indicator", "variable", "measure"],
        ["period"] = ["period", "year", "marketing year", "date", "time", "season"],
        ["value"] = ["value", "amount", "quantity", "figure", "obs_value"],
        ["unit"] = ["unit", "units", "unit of measure"],
        ["status"] = ["status", "obs_status"],
        ["source"] = ["source", "row_source", "reference"],
        ["basis"] = ["basis"],
        ["published_on"] = ["published_on", "published"],
        ["note"] = ["note", "notes", "remark", "comment"],
    };

    /// <summary>Role to heading.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Role to what every row states.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Title of the release; empty: its file's name.</summary>
    public string Title { get; init; } = "";

    /// <summary>The mapping file: {"title":…,"columns":{"area":"Country"},"constants":{"unit":"t"}}.</summary>
    public string ToJson() =>
        JsonSerializer.Serialize(
            Title.Length > 0
                ? new
                {
                    title = Title,
                    columns = Columns,
                    constants = Constants,
                }
                : (object)new { columns = Columns, constants = Constants },
            Options
        );

    /// <summary>What the headings most likely mean; a heading is used once.</summary>
    public static OwnColumns Guess(IReadOnlyList<string> headings)
    {
        var columns = new Dictionary<string, string>();
        foreach (var role in Roles)
        {
            if (headings.FirstOrDefault(h => Usual[role].Contains(h.Trim().ToLowerInvariant()) && !columns.ContainsValue(h)) is { } heading)
            {
                columns[role] = heading;
            }
        }

        return new OwnColumns { Columns = columns };
    }
}
