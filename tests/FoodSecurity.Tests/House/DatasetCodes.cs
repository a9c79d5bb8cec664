using System.Text.RegularExpressions;
using FoodSecurity.Observations;

namespace FoodSecurity.Tests.House;

/// <summary>No code outside a reader knows a dataset's code: what sets a dataset apart stands on its card in seeds/datasets.csv.</summary>
public partial class DatasetCodes
{
    /// <summary>Codes that are words of the program too, and so prove nothing as a literal.</summary>
    private static readonly string[] Words = ["own", "events"];

    private static readonly HashSet<string> Codes = [.. Vocabulary.Load(Path.Combine(Clone.Root, "seeds")).Datasets.Keys.Except(Words)];

    [Fact]
    public void Only_readers_and_seeds_know_the_code_of_a_dataset() =>
        Clone
            .Files("src", ".cs", ".cshtml")
            .Where(f => !Clone.Short(f).StartsWith("src/FoodSecurity/Sources/", StringComparison.Ordinal))
            .SelectMany(f => Named(Clone.Short(f), File.ReadAllText(f)))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("if (key.Dataset == \"usda-psd\") { }", 1)]
    [InlineData("key.Dataset is \"rda\" or \"fao-wfp\"", 2)]
    [InlineData("/// <summary>Short stable name (\"usda-psd\").</summary>", 0)]
    [InlineData("words.DatasetWith(\"full-balance\").Code", 0)]
    public void A_planted_code_is_caught(string code, int caught) => Named("planted.cs", code).Count.ShouldBe(caught);

    private static List<string> Named(string file, string code) =>
        [
            .. Comment()
                .Replace(code, "")
                .Split('\n')
                .SelectMany(l => Literal().Matches(l))
                .Where(m => Codes.Contains(m.Groups[1].Value))
                .Select(m => $"{file}: {m.Value} is a dataset's code; ask its card (seeds/datasets.csv, DatasetCard) instead"),
        ];

    [GeneratedRegex("\"([^\"\\\\\n]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
