using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Articles.Intake;

namespace FoodSecurity.Tests.Web.Desk;

/// <summary>Of a published article nothing but its excerpts, with the few words around them that make a quote a selector, is on any page or in any file.</summary>
public sealed partial class NoTextTests(SmallSite site) : IClassFixture<SmallSite>
{
    /// <summary>Words in a row that would be more than a selector's surroundings (32 characters) hold.</summary>
    private const int Run = 8;

    private const string Quote = "The rice harvest of the North came to more in 2022, said the clerk of the office.";

    private static readonly string[] Endings = ["svg", "png", "pdf", "csv", "json", "xlsx"];

    [Fact]
    public async Task The_text_around_the_excerpts_is_nowhere()
    {
        var (before, after) = (Story("before", 40), Story("after", 80));
        var desk = ArticleDesks.Open(site.Archive);
        var slug = desk.Add(
            before + Quote + " " + after,
            new ArticleDetails
            {
                Title = "What the clerk said",
                PublishedOn = "2023-02-01",
                Outlet = "The Example",
            },
            "anna"
        ).Slug;
        desk.Add(
            slug,
            Quote,
            new ExcerptCorrection
            {
                Kind = "claim",
                Claim = new Claim
                {
                    Area = "PRK",
                    Indicator = "crop-output",
                    Item = "rice",
                    Relation = ClaimRelation.Rise,
                    Period = new ClaimPeriod("in 2022", "year", "2022", "2022"),
                },
            },
            "anna"
        );
        desk.Approve(slug, 1, "ben");
        desk.Publish(slug, "ben");
        var secret = Runs(before).Concat(Runs(after)).ToHashSet();
        var quoted = Runs(Quote).ToHashSet();

        var waiting = new Queue<string>([
            "/",
            "/articles",
            $"/articles/{slug}",
            $"/articles/{slug}?asof=2023-02-01",
            $"/articles/{slug}.json",
            "/articles/feed.atom",
            "/search?q=clerk",
            "/areas/PRK",
            "/areas/PRK/output",
            "/api",
            "/charts",
            .. new[] { "jsonld", "csv", "xlsx" }.Select(e => $"/articles/{slug}/annotations.{e}"),
            $"/articles/{slug}/annotations/1.jsonld",
            .. Endings.Select(e => "/areas/PRK/output." + e),
            .. Endings.Select(e => $"/charts/line.{e}?areas=PRK&items=rice&notes={slug}"),
            $"/charts/line?areas=PRK&items=rice&notes={slug}",
        ]);
        var (asked, wrong, showing) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), 0);
        while (waiting.TryDequeue(out var address))
        {
            if (!asked.Add(address) || asked.Count > 250)
            {
                continue;
            }

            var answer = await site.Ask(address);
            var runs = Runs(Readable(answer)).ToHashSet();
            wrong.AddRange(runs.Where(secret.Contains).Take(1).Select(r => $"{address}: {r}"));
            showing += runs.Overlaps(quoted) ? 1 : 0;
            if (answer.Status == HttpStatusCode.OK && answer.Type == "text/html" && asked.Count < 60)
            {
                foreach (
                    var link in Site.Links(answer.Page)
                        .Where(l => l.Contains(slug, StringComparison.Ordinal) || l.StartsWith("/areas/PRK", StringComparison.Ordinal))
                )
                {
                    waiting.Enqueue(link);
                }
            }
        }

        wrong.ShouldBeEmpty();
        asked.Count.ShouldBeGreaterThan(30);
        showing.ShouldBeGreaterThan(15, "the excerpt itself is there, so the test can see what it looks for");
    }

    private static string Story(string name, int sentences) =>
        string.Concat(
            Enumerable
                .Range(sentences * 10, sentences)
                .Select(i => $"In the {name} hours of evening {i} guests spoke of roads, lamps and letters that never came to town {i}. ")
        );

    private static IEnumerable<string> Runs(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).ToList();
        return Enumerable.Range(0, Math.Max(0, words.Count - Run + 1)).Select(i => string.Join(' ', words.Skip(i).Take(Run)));
    }

    /// <summary>The words of an answer: of a PDF its text, of a workbook its parts, of a page what stands between its marks too.</summary>
    private static string Readable(Answer answer)
    {
        if (answer.Status == HttpStatusCode.OK && answer.Type == "application/pdf")
        {
            return ArticleIntake.Read(answer.Body).Text;
        }

        if (answer.Body is [0x50, 0x4B, ..])
        {
            using var zip = new ZipArchive(new MemoryStream(answer.Body));
            return Plain(string.Concat(zip.Entries.Select(e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd())));
        }

        return answer.Type.StartsWith("image/png", StringComparison.Ordinal) ? "" : Plain(answer.Text);
    }

    private static string Plain(string text) => WebUtility.HtmlDecode(Tag().Replace(text, " "));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
