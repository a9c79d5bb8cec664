using System.Diagnostics;
using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;

namespace FoodSecurity.Benchmarks;

/// <summary>All findings of every shipped article, as known now and on the day of publication, from the shipped database; nothing is kept from one run to the next.</summary>
internal static class FindingsBenchmark
{
    private const int Times = 200;

    public static int Run(string? database)
    {
        var archive = Archive.Open(database);
        ShippedData.Load(archive, null, null, null);
        using var connection = archive.Read();
        Console.WriteLine("| article | excerpts | findings | aim | median | 95th of 100 |\n|---|---|---|---|---|---|");
        foreach (var article in ArticleStore.All(connection))
        {
            var taken = new List<double>();
            var findings = 0;
            for (var i = 0; i < Times; i++)
            {
                var start = Stopwatch.GetTimestamp();
                findings = ArticleFindings.Of(archive, article).Sum(f => f.Now.Findings.Count + (f.Then?.Findings.Count ?? 0));
                taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            var warm = taken.Skip(Times / 4).Order().ToList();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {article.Slug} | {article.Excerpts.Count} | {findings} | 30 ms | {warm[warm.Count / 2]:0.0} ms | {warm[warm.Count * 95 / 100]:0.0} ms |"
                )
            );
        }

        return 0;
    }
}
