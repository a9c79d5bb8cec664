using System.Text.Json;
using FoodSecurity.Exports;

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
        (proposal.GetProperty("end").GetInt32() - proposal.GetProperty("start").GetInt32()).ShouldBe(proposal.GetProperty("exact").GetString()!.EnumerateRunes().Count());
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
        Run("article", "approve", slug, "--publish").Code.ShouldBe(0);
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

    private Ended Run(params string[] arguments) => Foodsec.Run(Database, arguments);
}
