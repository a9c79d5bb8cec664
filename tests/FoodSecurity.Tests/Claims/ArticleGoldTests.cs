using FoodSecurity.Answers.Articles;
using FoodSecurity.Tests.Answers;

namespace FoodSecurity.Tests.Claims;

public class ArticleGoldTests(ShippedArchive shipped)
{
    /// <summary>For whoever works on the rules: FOODSEC_GOLD names a folder of articles; every mistake is printed.</summary>
    [Fact]
    public void Mistakes_on_a_folder_of_articles_are_printed()
    {
        var folder = Environment.GetEnvironmentVariable("FOODSEC_GOLD");
        Assert.SkipUnless(folder is { Length: > 0 }, "FOODSEC_GOLD names no folder.");
        using var reading = new ArticleReading(shipped.Archive);
        var score = new ArticleScore();
        foreach (var article in Directory.EnumerateFiles(folder!, "*.jsonl").Order().SelectMany(GoldArticle.Read))
        {
            score.Add(shipped, reading, article);
        }

        var output = TestContext.Current.TestOutputHelper!;
        score.Mistakes.ForEach(output.WriteLine);
        score.FalseVerdicts.ForEach(f => output.WriteLine("FALSE " + f));
        output.WriteLine(score.ToString());
    }
}
