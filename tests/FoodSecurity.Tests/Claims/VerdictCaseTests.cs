using FoodSecurity.Answers.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Tests.Answers;

namespace FoodSecurity.Tests.Claims;

/// <summary>Case 28-verdicts: plain sentences with known answers, each as an article of one sentence with its date, held against the shipped data.</summary>
public class VerdictCaseTests(ShippedArchive shipped)
{
    /// <summary>Sentences that are judged rightly as they are read, but are still read wrongly; the list only shrinks.</summary>
    private static readonly string[] Misread = ["Myanmar produced 19.2 million tonnes of milled rice"];

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Recorded", "claims", "28-verdicts.tsv")).Skip(1))
        {
            var cells = line.Split('\t');
            rows.Add(cells[0], cells[1], cells[2]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_verdict_is_the_known_one_or_a_weaker_one(string date, string sentence, string right)
    {
        using var reading = new ArticleReading(shipped.Archive);
        var verdicts = ArticleVerdicts
            .Read(shipped, reading, date, sentence)
            .Where(j => j.Check.Verdict is VerdictKind.Supported or VerdictKind.Contradicted)
            .Select(j => ArticleScore.Verdict(j.Check))
            .ToList();
        var wanted =
            right.StartsWith("supported", StringComparison.Ordinal) ? "supported"
            : right.StartsWith("contradicted", StringComparison.Ordinal) ? "contradicted"
            : "";
        if (Misread.Any(m => sentence.StartsWith(m, StringComparison.Ordinal)))
        {
            verdicts.ShouldContain(v => v != wanted, "read rightly now: take it off the list");
            return;
        }

        verdicts.ShouldAllBe(v => v == wanted, right);
    }
}
