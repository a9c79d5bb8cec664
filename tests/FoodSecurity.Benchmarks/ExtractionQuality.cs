using FoodSecurity.Articles.Extraction;
using FoodSecurity.Observations;
using FoodSecurity.Tests.Articles.Extraction;

namespace FoodSecurity.Benchmarks;

/// <summary>How well sentences become claims, measured on the gold sentences.</summary>
internal static class ExtractionQuality
{
    /// <param name="part">development, test, or both where it is empty; the mistakes are shown of the development part only.</param>
    public static int Run(string part, bool mistakes)
    {
        var root = Root();
        var extraction = ClaimExtraction.Load(Path.Combine(root, "seeds"), Vocabulary.Load(Path.Combine(root, "seeds")));
        foreach (var name in part.Length > 0 ? [part] : new[] { "development", "test" })
        {
            var sentences = GoldSentence.Read(Path.Combine(root, "tests", "FoodSecurity.Tests", "Recorded", "claims", name + ".jsonl"));
            var score = GoldScore.Of(sentences, extraction);
            Console.WriteLine($"{name}: {sentences.Count} sentences, {sentences.Count(s => s.Claims.Count > 0)} of them with claims");
            foreach (var field in score.All)
            {
                Console.WriteLine("  " + field);
            }

            if (mistakes && name == "development")
            {
                score.Mistakes.ForEach(Console.WriteLine);
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

        throw new DirectoryNotFoundException("Run it inside a working copy: there is no FoodSecurity.sln above " + Environment.CurrentDirectory);
    }
}
