using System.Text.Json;
using System.Text.Json.Serialization;

namespace FoodSecurity.Tests.Articles.Extraction;

/// <summary>A sentence of our own writing with what a careful reader would record of it, one per line of <c>Recorded/claims/*.jsonl</c>.</summary>
/// <param name="Id">Number within its file.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Claims">What it says; empty: nothing to be proposed.</param>
/// <param name="Before">What stands before it in the same paragraph.</param>
/// <param name="Title">Title of the article.</param>
/// <param name="Published">Day of publication; 2023-12-28 where none is given.</param>
public sealed record GoldSentence(
    string Id,
    string Text,
    IReadOnlyList<GoldClaim> Claims,
    string? Before = null,
    string? Title = null,
    string? Published = null
)
{
    /// <summary>The parts that are there: rules and tables are tuned on those of development and judged by those of test.</summary>
    public static readonly IReadOnlyList<string> Parts = ["development", "test", "second-development", "second-test"];

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<GoldSentence> Read(string path) =>
        [.. File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<GoldSentence>(l, Json)!)];
}

/// <summary>One record. Empty or null: the sentence leaves it open.</summary>
/// <param name="Area">Area code.</param>
/// <param name="Indicator">Code of <c>seeds/claims/indicators.csv</c>.</param>
/// <param name="Relation">Name of the relation.</param>
/// <param name="Period">"from/to", either end may be empty; null: no time.</param>
/// <param name="Item">Item code.</param>
/// <param name="Quantity">"value unit" or "value-upper unit".</param>
/// <param name="Reached">The same for the figure beside a change.</param>
/// <param name="Modality">Name of the modality; null: plain.</param>
public sealed record GoldClaim(
    string Area,
    string Indicator,
    string Relation,
    string? Period = null,
    string? Item = null,
    string? Quantity = null,
    string? Reached = null,
    string? Modality = null
)
{
    /// <summary>What is stated, in one short line.</summary>
    public override string ToString() =>
        string.Join(
            ' ',
            new[]
            {
                Area,
                Item,
                Indicator,
                Modality,
                Relation,
                Quantity,
                Reached is null ? null : "to " + Reached,
                Period is null ? null : "in " + Period,
            }.Where(p => !string.IsNullOrEmpty(p))
        );
}
