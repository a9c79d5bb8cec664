using System.Text.RegularExpressions;
using FoodSecurity.Observations;

namespace FoodSecurity.Tests.House;

/// <summary>No code outside a reader knows a dataset's code: what sets a dataset apart stands on its card in seeds/datasets.csv.</summary>
public partial class DatasetCodes
{
    /// <summary>Codes that are words of the program too, and so prove nothing as a literal.</summary>
    private static readonly string[] Words = ["own", "events"];

    /// <summary>Files that still name one; none may be added, and one that is rid of them goes from the list.</summary>
    private static readonly HashSet<string> NotYetConverted =
    [
        "src/FoodSecurity/Answers/Areas/AreaSeries.cs",
        "src/FoodSecurity/Answers/Areas/AreaView.cs",
        "src/FoodSecurity/Answers/ChartMaker/ChartMaking.cs",
        "src/FoodSecurity/Answers/ChartMaker/ChartOffers.cs",
        "src/FoodSecurity/Answers/ChartMaker/KindElements.cs",
        "src/FoodSecurity/Answers/ChartMaker/MadeTrace.cs",
        "src/FoodSecurity/Answers/ChartMaker/PeerArea.cs",
        "src/FoodSecurity/Answers/ChartMaker/QuestionSeries.cs",
        "src/FoodSecurity/Answers/FactCheck/AreaFigures.cs",
        "src/FoodSecurity/Answers/FactCheck/ClaimEvidence.cs",
        "src/FoodSecurity/Charts/UndernourishmentChart.cs",
    ];

    private static readonly HashSet<string> Codes = [.. Vocabulary.Load(Path.Combine(Clone.Root, "seeds")).Datasets.Keys.Except(Words)];

    [Fact]
    public void Only_readers_and_seeds_know_the_code_of_a_dataset() =>
        Clone
            .Files("src", ".cs", ".cshtml")
            .Where(f => !Clone.Short(f).StartsWith("src/FoodSecurity/Sources/", StringComparison.Ordinal))
            .Where(f => !NotYetConverted.Contains(Clone.Short(f)))
            .SelectMany(f => Named(Clone.Short(f), File.ReadAllText(f)))
            .ShouldBeEmpty();

    [Fact]
    public void The_list_of_what_is_not_yet_converted_only_shrinks() =>
        NotYetConverted
            .Where(f => !File.Exists(Path.Combine(Clone.Root, f)) || Named(f, File.ReadAllText(Path.Combine(Clone.Root, f))).Count == 0)
            .ShouldBeEmpty("it names no dataset any more: take it off the list");

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
