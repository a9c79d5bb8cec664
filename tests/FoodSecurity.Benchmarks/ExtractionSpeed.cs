using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Extraction;
using FoodSecurity.Observations;
using FoodSecurity.Tests.Articles.Extraction;

namespace FoodSecurity.Benchmarks;

/// <summary>Time to read articles made of the gold sentences, alone and in a batch, and texts made to be slow.</summary>
internal static class ExtractionSpeed
{
    private const int Words = 1000;
    private const int Batch = 1000;

    /// <param name="warm">Whether to warm up first, as the site does when it starts.</param>
    public static int Run(bool warm)
    {
        var root = ExtractionQuality.Root();
        var start = Stopwatch.GetTimestamp();
        var extraction = ClaimExtraction.Load(Path.Combine(root, "seeds"), Vocabulary.Load(Path.Combine(root, "seeds")));
        Console.WriteLine($"| tables read | | {Text(start)} |");
        var sentences = GoldSentence.Read(Path.Combine(root, "tests", "FoodSecurity.Tests", "Recorded", "claims", "development.jsonl"));
        var articles = Enumerable.Range(0, Batch).Select(i => Article(sentences, i)).ToList();
        if (warm)
        {
            start = Stopwatch.GetTimestamp();
            extraction.WarmUp();
            Console.WriteLine($"| warming up | | {Text(start)} |");
        }

        var (compiled, methods) = (JitInfo.GetCompilationTime(), JitInfo.GetCompiledMethodCount());
        start = Stopwatch.GetTimestamp();
        extraction.Propose(articles[0]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| the first article of {Words} words, {(warm ? "after warming up" : "nothing warm")} | 50 ms | {Text(start)}, {(JitInfo.GetCompilationTime() - compiled).TotalMilliseconds:0} of them compiling {JitInfo.GetCompiledMethodCount() - methods} methods |"
            )
        );
        for (var i = 0; i < 50; i++)
        {
            extraction.Propose(articles[i]);
        }

        var taken = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            start = Stopwatch.GetTimestamp();
            extraction.Propose(articles[i]);
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        taken.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| an article of {Words} words, warm: median, slowest of 200 | 50 ms | {taken[100]:0.0} ms, {taken[^1]:0.0} ms |"
            )
        );
        start = Stopwatch.GetTimestamp();
        var proposals = 0;
        Parallel.ForEach(articles, new ParallelOptions { MaxDegreeOfParallelism = 2 }, a =>
            Interlocked.Add(ref proposals, extraction.Propose(a).Count)
        );
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {Batch} articles on two cores, {proposals} proposals | 100/s | {Batch / seconds:0}/s |"
            )
        );
        foreach (var (name, text) in Hostile())
        {
            start = Stopwatch.GetTimestamp();
            var count = extraction.Propose(new ArticleText(text, new DateOnly(2024, 1, 1))).Count;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name}, {text.Length / 1e6:0.0} MB, {count} proposals | no hang | {Text(start)} |"
                )
            );
        }

        return 0;
    }

    private static ArticleText Article(IReadOnlyList<GoldSentence> sentences, int seed)
    {
        var text = new StringBuilder();
        var words = 0;
        for (var i = seed * 7; words < Words; i++)
        {
            var sentence = sentences[i % sentences.Count].Text;
            text.Append(sentence).Append(i % 4 == 3 ? "\n\n" : " ");
            words += sentence.Count(c => c == ' ') + 1;
        }

        return new ArticleText(text.ToString(), new DateOnly(2023, 12, 28), "Food prices in Kenya");
    }

    internal static IEnumerable<(string, string)> Hostile() =>
        [
            ("no full stop", string.Concat(Enumerable.Repeat("the rice harvest in Kenya and ", 340_000))),
            ("no space", new string('a', 10_000_000)),
            ("digits", new string('1', 10_000_000)),
            ("100,000 quotes", string.Concat(Enumerable.Repeat("“\"'", 100_000))),
            ("commas and harvests", string.Concat(Enumerable.Repeat("harvest,", 500_000))),
            ("full stops", new string('.', 3_000_000)),
            ("numbers", string.Concat(Enumerable.Repeat("one hundred million and a half ", 100_000))),
            ("empty lines", string.Concat(Enumerable.Repeat("\n \n", 1_000_000))),
        ];

    private static string Text(long start) =>
        string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
}
