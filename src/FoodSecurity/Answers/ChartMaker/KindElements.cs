using FoodSecurity.Observations;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>What a kind shows when nothing is asked for: a balance its lines, phases the shares of people in them, all else production.</summary>
public static class KindElements
{
    private static readonly string[] Production = ["production"];
    private static readonly string[] Balance =
    [
        "beginning-stocks",
        "production",
        "import-quantity",
        "domestic-consumption",
        "export-quantity",
    ];

    public static IReadOnlyList<string> Of(string kind) =>
        kind switch
        {
            "balance" or "tornado" => Balance,
            "scatter" => ["area-harvested", "yield"],
            "phases" => ["share-in-phase"],
            "season" => ["price"],
            _ => Production,
        };

    /// <summary>The question with what a kind needs beyond its elements: a balance is of one source, and so are two measures against each other.</summary>
    internal static ChartQuestion Fill(ChartQuestion question, Vocabulary words) =>
        question is { Kind: "balance" or "tornado" or "scatter", Sources.Count: 0, Elements.Count: 0 }
            ? question with
            {
                Sources = [words.DatasetWith(DatasetCard.FullBalance).Code],
            }
            : question;
}
