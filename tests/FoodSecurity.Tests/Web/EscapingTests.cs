using System.Text.Json.Nodes;
using FoodSecurity.Answers;
using FoodSecurity.Tests.House;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FoodSecurity.Tests.Web;

/// <summary>A site whose seeds have markup planted in names, titles, excerpts and addresses, with the smallest dataset.</summary>
public sealed class PlantedSite : Site
{
    public const string Script = "<script>alert(1)</script>";
    public const string Image = "<img src=x onerror=alert(2)>";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        var seeds = Path.Combine(Folder, "seeds");
        foreach (var file in Directory.EnumerateFiles(Clone.Seeds, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(seeds, Path.GetRelativePath(Clone.Seeds, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, Plant(Path.GetFileName(file), File.ReadAllText(file)));
        }

        var datasets = Path.Combine(Folder, "datasets");
        foreach (
            var file in new[] { "rda", "compiled" }.SelectMany(d =>
                Directory.EnumerateFiles(Path.Combine(Clone.Datasets, d), "*", SearchOption.AllDirectories)
            )
        )
        {
            var copy = Path.Combine(datasets, Path.GetRelativePath(Clone.Datasets, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        builder.UseSetting("FOODSEC_DATASETS", datasets);
        builder.ConfigureTestServices(s => s.AddSingleton(_ => Archive.Open(Path.Combine(Folder, "planted.db"), seeds)));
    }

    private static string Plant(string file, string text) =>
        file switch
        {
            "areas.csv" => text.Replace(",North Korea,", $",North {Script}Korea{Image},", StringComparison.Ordinal),
            "datasets.csv" => text.Replace(
                "Estimates of food crop output in North Korea",
                $"Estimates {Script}{Image}",
                StringComparison.Ordinal
            ),
            "items.csv" => text.Replace(",Maize,", $",Maize{Image},", StringComparison.Ordinal),
            _ when file.EndsWith(".json", StringComparison.Ordinal) => text.Replace(
                    "\"title\": \"",
                    $"\"title\": \"{Script}{Image}",
                    StringComparison.Ordinal
                )
                .Replace("\"agency\": \"KCNA\"", $"\"agency\": \"{Script}\"", StringComparison.Ordinal)
                .Replace("\"address\": null", "\"address\": \"javascript:alert(3)\"", StringComparison.Ordinal)
                .Replace("\"attribution\": \"", $"\"attribution\": \"{Image}", StringComparison.Ordinal)
                .Replace("\"cause\": \"", $"\"cause\": \"{Script}", StringComparison.Ordinal),
            _ => text,
        };
}

/// <summary>Nothing from data is taken for markup.</summary>
public sealed class EscapingTests(PlantedSite site) : IClassFixture<PlantedSite>
{
    [Fact]
    public async Task Markup_in_names_titles_and_excerpts_is_shown_as_text_everywhere()
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/"]);
        var seen = 0;
        while (waiting.TryDequeue(out var address) && asked.Count < 400)
        {
            if (!asked.Add(address))
            {
                continue;
            }

            var answer = await site.Get(address);
            ((int)answer.Status).ShouldBe(200, address);
            if (answer.Type is not ("text/html" or "image/svg+xml"))
            {
                continue;
            }

            var page = answer.Page;
            page.QuerySelectorAll("script:not([src^='/charts.mjs']):not([type='application/ld+json'])").ShouldBeEmpty(address);
            page.QuerySelectorAll("script[type='application/ld+json']")
                .ShouldAllBe(s => !s.TextContent.Contains('<') && JsonNode.Parse(s.TextContent) != null, address);
            page.QuerySelectorAll("img").ShouldBeEmpty(address);
            page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty(address);
            page.All.SelectMany(e => e.Attributes)
                .Where(a => a.Name is "href" or "src" && a.Value.TrimStart().StartsWith("javascript", StringComparison.OrdinalIgnoreCase))
                .ShouldBeEmpty(address);
            seen += page.DocumentElement.TextContent.Contains(PlantedSite.Script, StringComparison.Ordinal) ? 1 : 0;
            foreach (var link in answer.Type == "text/html" ? Site.Links(page) : [])
            {
                waiting.Enqueue(link);
            }
        }

        seen.ShouldBeGreaterThan(20, "the planted text has to be on the pages for this test to mean anything");
    }

    [Theory]
    [InlineData("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/areas/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")]
    [InlineData("/areas/PRK/%3Cscript%3E")]
    [InlineData("/areas/PRK?asof=%22%3E%3Cscript%3E")]
    [InlineData("/articles/%3Cscript%3E")]
    [InlineData("/sources/%3Cscript%3E/x")]
    [InlineData("/nothing?%3Cscript%3E")]
    public async Task Markup_in_an_address_is_shown_as_text(string address)
    {
        var page = (await site.Get(address)).Page;
        page.QuerySelectorAll("script,img").ShouldBeEmpty();
    }
}
