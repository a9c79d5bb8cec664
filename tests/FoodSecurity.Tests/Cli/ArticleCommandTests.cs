using System.Text.Json;
using FoodSecurity.Exports;
using FoodSecurity.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace FoodSecurity.Tests.Cli;

/// <summary>Articles from a shell: looked at without a trace, added, approved, published, exported, removed.</summary>
public sealed class ArticleCommandTests : IDisposable
{
    private const string News = """
        Talks in the capital end without a word

        SEOUL — North Korea’s crop output rose 6.9 percent to 4.82 million tons in 2023, South Korea’s Rural Development Administration said on Thursday.

        The talks went on behind closed doors until late in the evening, and no statement was made when they had ended. Delegates left by train for the border town,
        where the mayor had prepared a dinner with music; the guests thanked him and went to bed early. It snowed during the night, and the morning was clear and cold.
        Reporters who had waited in front of the hall were given tea. Some of them had come a long way, and one had lost her gloves on the road through the hills.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-article-cli-").FullName;

    private string Database => Path.Combine(_folder, "a.db");

    private string NewsFile
    {
        get
        {
            var path = Path.Combine(_folder, "news.txt");
            File.WriteAllText(path, News);
            return path;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Check_prints_the_proposals_and_saves_nothing()
    {
        var ended = Run("article", "check", NewsFile, "--date", "2024-02-01", "--json");
        ended.Code.ShouldBe(0, ended.Errors);
        File.Exists(Database).ShouldBeFalse();
        using var json = JsonDocument.Parse(ended.Output);
        var proposal = json.RootElement.GetProperty("proposals").EnumerateArray().ShouldHaveSingleItem();
        proposal.GetProperty("exact").GetString()!.ShouldContain("crop output rose 6.9 percent");
        proposal.GetProperty("area").GetString().ShouldBe("PRK");
        proposal.GetProperty("indicator").GetString().ShouldBe("crop-output");
        proposal.GetProperty("period").GetProperty("from").GetString().ShouldBe("2023");
        proposal.GetProperty("relation").GetString().ShouldBe("rise");
        proposal.GetProperty("quantity").GetProperty("value").GetDecimal().ShouldBe(6.9m);
        proposal.GetProperty("attribution").GetProperty("provider").GetString().ShouldBe("rda");
        (proposal.GetProperty("end").GetInt32() - proposal.GetProperty("start").GetInt32()).ShouldBe(
            proposal.GetProperty("exact").GetString()!.EnumerateRunes().Count()
        );
        Run("article", "check", NewsFile).Output.ShouldContain("PRK · crop-output");
    }

    [Fact]
    public void A_text_without_a_claim_is_a_message_and_no_error()
    {
        var path = Path.Combine(_folder, "dinner.txt");
        File.WriteAllText(path, "The mayor had prepared a dinner with music. The guests thanked him and went to bed early.");
        var ended = Run("article", "check", path, "--json");
        ended.Code.ShouldBe(0);
        ended.Errors.ShouldContain("That is no error");
        JsonDocument.Parse(ended.Output).RootElement.GetProperty("proposals").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(new byte[0], "empty")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 0, 0 }, "office document")]
    public void Bad_input_is_told_and_ends_with_2(byte[] bytes, string why)
    {
        var path = Path.Combine(_folder, "bad.txt");
        File.WriteAllBytes(path, bytes);
        var ended = Run("article", "check", path);
        ended.Code.ShouldBe(2);
        ended.Errors.ShouldContain(why);
        ended.Errors.ShouldNotContain("   at ");
        Run("article", "check", Path.Combine(_folder, "none.txt")).Code.ShouldBe(1);
        Run("article", "check", "http://127.0.0.1:9/").Errors.ShouldContain("private, local or reserved");
    }

    [Fact]
    public void From_draft_to_annotation_to_nothing()
    {
        var added = Run("article", "add", NewsFile, "--date", "2024-02-01", "--outlet", "The Example");
        added.Code.ShouldBe(0, added.Errors);
        var slug = added.Output.Trim();
        slug.ShouldBe("talks-in-the-capital-end-without-a-word-2024-02-01");
        var again = Run("article", "add", NewsFile, "--date", "2024-02-01");
        again.Code.ShouldBe(1);
        again.Errors.ShouldContain(slug);
        Run("article", "export", slug).Code.ShouldBe(1, "a draft is not exported");
        var asked = Run("article", "approve", slug);
        asked.Code.ShouldBe(1, "nobody approves without saying what");
        asked.Errors.ShouldContain("by number, or --all");
        asked.Errors.ShouldContain("1  “North Korea’s crop output rose 6.9 percent");
        Run("article", "approve", slug, "--publish").Errors.ShouldContain("at least one approved excerpt");
        Run("article", "approve", slug, "--all", "--publish")
            .Errors.ShouldContain("Excerpt 1 is approved: “North Korea’s crop output rose 6.9 percent");
        Run("article", "list").Output.ShouldContain("published");
        var exported = Run("article", "export", slug, "--host", "https://food.example");
        var back = AnnotationReader.Read(exported.Output);
        (back.Slug, back.Outlet, back.PublishedOn).ShouldBe((slug, "The Example", "2024-02-01"));
        back.Excerpts.ShouldHaveSingleItem().Claim!.Quantity!.Value.ShouldBe(6.9m);
        exported.Output.ShouldNotContain("gloves");
        var workbook = Path.Combine(_folder, "a.xlsx");
        Run("article", "export", slug, "--format", "xlsx", "--out", workbook).Code.ShouldBe(0);
        AnnotationTable.ReadXlsx(File.ReadAllBytes(workbook)).Excerpts.Count.ShouldBe(1);
        Run("article", "remove", slug, "--because", "a test").Code.ShouldBe(0);
        Run("article", "list", "--json").Output.Trim().ShouldBe("[]");
    }

    [Fact]
    public void A_corrected_text_is_tried_then_put_in_place()
    {
        var slug = Published();
        var corrected = Path.Combine(_folder, "corrected.txt");
        File.WriteAllText(corrected, "CORRECTED\n\n" + News.Replace("rose 6.9 percent", "fell 6.9 percent", StringComparison.Ordinal));
        var tried = Run("article", "replace", slug, corrected, "--try");
        tried.Code.ShouldBe(0, tried.Errors);
        tried.Output.ShouldContain("1  changes and is a draft again");
        tried.Output.ShouldContain("“rose” → “fell”");
        tried.Errors.ShouldContain("nothing is kept");
        Run("article", "export", slug).Output.ShouldContain("rose 6.9 percent");
        using (var json = JsonDocument.Parse(Run("article", "replace", slug, corrected, "--json").Output))
        {
            var excerpt = json.RootElement.GetProperty("excerpts").EnumerateArray().ShouldHaveSingleItem();
            (excerpt.GetProperty("anchor").GetString(), excerpt.GetProperty("state").GetString()).ShouldBe(("approximate", "draft"));
            excerpt.GetProperty("likeness").GetDouble().ShouldBeInRange(0.8, 0.999);
        }

        var all = Run("article", "approve", slug, "--all");
        all.Code.ShouldBe(1);
        all.Errors.ShouldContain("a corrected text changed its words");
        Run("article", "approve", slug, "1").Code.ShouldBe(0);
        Run("article", "export", slug).Output.ShouldContain("fell 6.9 percent");
        Run("article", "replace", slug, corrected).Errors.ShouldContain("kept already");
        Run("article", "replace", "nowhere", corrected).Code.ShouldBe(1);
    }

    [Fact]
    public void What_is_known_of_an_article_is_corrected()
    {
        var slug = Run("article", "add", NewsFile).Output.Trim();
        Run("article", "approve", slug, "--all", "--publish").Errors.ShouldContain("needs its date of publication");
        Run("article", "correct", slug).Code.ShouldBe(1);
        Run("article", "correct", slug, "--date", "2999-01-01").Errors.ShouldContain("lies in the future");
        Run("article", "correct", slug, "--date", "2024-02-01", "--outlet", "The Example").Code.ShouldBe(0);
        Run("article", "correct", slug, "--outlet", "", "--author", "A. Writer").Code.ShouldBe(0);
        Run("article", "approve", slug, "--publish").Code.ShouldBe(0);
        var read = AnnotationReader.Read(Run("article", "export", slug).Output);
        (read.PublishedOn, read.Outlet, read.Author).ShouldBe(("2024-02-01", null, "A. Writer"));
        Run("article", "correct", "nowhere", "--title", "x").Code.ShouldBe(1);
    }

    [Theory]
    [InlineData("jsonld")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void Excerpts_go_out_and_come_back(string format)
    {
        var slug = Published();
        var file = Path.Combine(_folder, "excerpts.file");
        Run("article", "export", slug, "--format", format, "--out", file).Code.ShouldBe(0);
        var same = Run("article", "import", file);
        same.Output.ShouldContain("1  here already, the same");
        Run("article", "remove", slug, "--because", "a test").Code.ShouldBe(0);
        var tried = Run("article", "import", file, "--try", "--json");
        tried.Code.ShouldBe(0, tried.Errors);
        JsonDocument.Parse(tried.Output).RootElement.GetProperty("is_new").GetBoolean().ShouldBeTrue();
        Run("article", "list", "--json").Output.Trim().ShouldBe("[]");
        var taken = Run("article", "import", file);
        taken.Errors.ShouldContain("draft without a text");
        taken.Output.ShouldContain("1  new draft");
        var again = taken.Output.Split('\n')[0].Trim();
        Run("article", "export", again).Code.ShouldBe(1, "what comes in is a draft");
        var back = AnnotationReader.Read(Run("article", "export", again, "--drafts").Output);
        back.Excerpts.ShouldHaveSingleItem().Claim!.Quantity!.Value.ShouldBe(6.9m);
        Run("article", "replace", again, NewsFile).Output.ShouldContain("1  stays");
    }

    [Fact]
    public void What_is_no_file_of_excerpts_is_told()
    {
        var path = Path.Combine(_folder, "bad");
        foreach (
            var (content, code, why) in new[]
            {
                ("", 1, "no excerpts"),
                ("{\"a\":1}", 1, "no annotation"),
                ("a,b\n1,2\n", 1, "no excerpts"),
                ("{ not json", 1, "no JSON-LD"),
            }
        )
        {
            File.WriteAllText(path, content);
            var ended = Run("article", "import", path);
            ended.Code.ShouldBe(code, content);
            ended.Errors.ShouldContain(why);
            ended.Errors.ShouldNotContain("   at ");
        }

        File.WriteAllBytes(path, [0xFF, 0xFE, 0x00]);
        Run("article", "import", path).Code.ShouldBe(2);
        File.WriteAllBytes(path, [0x50, 0x4B, 3, 4, 0, 0]);
        Run("article", "import", path).Errors.ShouldContain("no workbook");
        Run("article", "import", Path.Combine(_folder, "none")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_is_fetched_through_the_proxy_of_the_environment()
    {
        await using var proxy = await LocalServer.StartAsync(async c =>
        {
            c.Response.ContentType = "text/html; charset=utf-8";
            await c.Response.WriteAsync(
                $"<html lang=en><head><title>Talks in the capital</title></head><body><article>{string.Concat(News.Split("\n\n").Select(p => $"<p>{p}</p>"))}</article></body></html>"
            );
        });
        var settings = new Dictionary<string, string>
        {
            ["http_proxy"] = proxy.Address,
            ["no_proxy"] = "",
            ["HTTPS_PROXY"] = "",
            ["ALL_PROXY"] = "",
        };
        var added = Foodsec.RunWith(
            settings,
            Database,
            "article",
            "add",
            "http://news.example-agency.org/harvest",
            "--date",
            "2024-02-01",
            "--outlet",
            "The Example"
        );
        added.Code.ShouldBe(0, added.Errors);
        added.Output.Trim().ShouldBe("talks-in-the-capital-2024-02-01");
        added.Errors.Trim().ShouldBe("One excerpt is proposed as a draft.", "the date was given, so that none is missed");
        proxy.Asked.ShouldHaveSingleItem().Headers.Host.ToString().ShouldBe("news.example-agency.org");
        using var list = JsonDocument.Parse(Run("article", "list", "--json").Output);
        list.RootElement[0].GetProperty("excerpts").GetArrayLength().ShouldBeGreaterThan(0);
        var inside = Foodsec.RunWith(settings, Database, "article", "add", "http://10.0.0.7/harvest");
        inside.Code.ShouldBe(2);
        inside.Errors.ShouldContain("private, local or reserved");
        proxy.Asked.Count.ShouldBe(1);
    }

    private string Published()
    {
        var slug = Run("article", "add", NewsFile, "--date", "2024-02-01", "--outlet", "The Example").Output.Trim();
        Run("article", "approve", slug, "--all", "--publish").Code.ShouldBe(0);
        return slug;
    }

    private Ended Run(params string[] arguments) => Foodsec.Run(Database, arguments);
}
