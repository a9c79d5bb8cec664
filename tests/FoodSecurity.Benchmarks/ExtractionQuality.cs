using FoodSecurity.Articles;
using FoodSecurity.Articles.Extraction;
using FoodSecurity.Observations;
using FoodSecurity.Tests.Articles.Extraction;

namespace FoodSecurity.Benchmarks;

/// <summary>How well sentences become claims, measured on the gold sentences.</summary>
internal static class ExtractionQuality
{
    /// <param name="part">One of the parts, or all where it is empty.</param>
    /// <param name="mistakes">Whether to show each mistake; never of a test part, which no rule may be written after.</param>
    public static int Run(string part, bool mistakes)
    {
        var root = Root();
        var extraction = ClaimExtraction.Load(Path.Combine(root, "seeds"), Vocabulary.Load(Path.Combine(root, "seeds")));
        foreach (var name in part.Length > 0 ? [part] : GoldSentence.Parts)
        {
            var sentences = GoldSentence.Read(Path.Combine(root, "tests", "FoodSecurity.Tests", "Recorded", "claims", name + ".jsonl"));
            var score = GoldScore.Of(sentences, extraction);
            Console.WriteLine($"{name}: {sentences.Count} sentences, {sentences.Count(s => s.Claims.Count > 0)} of them with claims");
            foreach (var field in score.All)
            {
                Console.WriteLine("  " + field);
            }

            if (mistakes && name.EndsWith("development", StringComparison.Ordinal))
            {
                score.Mistakes.ForEach(Console.WriteLine);
            }
        }

        return 0;
    }

    /// <summary>What is read in each line of a file, dated 2023-12-28.</summary>
    public static int Read(string file, bool reasons)
    {
        var seeds = Path.Combine(Root(), "seeds");
        var extraction = ClaimExtraction.Load(seeds, Vocabulary.Load(seeds));
        foreach (var line in File.ReadLines(file).Where(l => l.Trim().Length > 0))
        {
            Console.WriteLine(line);
            foreach (var p in extraction.Propose(new ArticleText(line, new DateOnly(2023, 12, 28))))
            {
                Console.WriteLine("    " + GoldScore.Record(p.Claim));
                if (reasons)
                {
                    p.Because.ToList()
                        .ForEach(b =>
                            Console.WriteLine($"        {b.Field} {b.Value} \"{b.Words}\" by {b.Rule[..Math.Min(b.Rule.Length, 60)]}")
                        );
                }
            }
        }

        return 0;
    }

    internal static string Root()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FoodSecurity.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException(
            "Run it inside a working copy: there is no FoodSecurity.sln above " + Environment.CurrentDirectory
        );
    }
}
