using FoodSecurity.Answers.Articles;
using FoodSecurity.Tests.Answers;

namespace FoodSecurity.Tests.Claims;

public class ArticleGoldTests(ShippedArchive shipped)
{
    /// <summary>
    /// Forty articles by four writers who had not seen the rules; one half was worked on, the other read once. What is reached today, a little below: a change
    /// that makes reading or judging worse fails here. The aims are a recall of 0.92, a precision of 0.95 and no false verdict in a hundred.
    /// </summary>
    [Theory]
    [InlineData("articles-development.jsonl", 0.88, 0.91, 7)]
    [InlineData("articles-test.jsonl", 0.76, 0.89, 16)]
    public void Articles_by_strangers_are_read_and_judged_no_worse_than_before(
        string file,
        double recall,
        double precision,
        int falseVerdicts
    )
    {
        using var reading = new ArticleReading(shipped.Archive);
        var score = new ArticleScore();
        foreach (var article in GoldArticle.Read(Path.Combine(AppContext.BaseDirectory, "Recorded", "claims", file)))
        {
            score.Add(shipped, reading, article);
        }

        // Seen with -showLiveOutput by whoever works on the rules.
        var output = TestContext.Current.TestOutputHelper!;
        score.Mistakes.ForEach(output.WriteLine);
        output.WriteLine(score.ToString());
        score.Gold.ShouldBeGreaterThan(150);
        score.Recall.ShouldBeGreaterThanOrEqualTo(recall, score.ToString());
        score.Precision.ShouldBeGreaterThanOrEqualTo(precision, score.ToString());
        score.FalseVerdicts.Count.ShouldBeLessThanOrEqualTo(falseVerdicts, string.Join(Environment.NewLine, score.FalseVerdicts));
    }
}
