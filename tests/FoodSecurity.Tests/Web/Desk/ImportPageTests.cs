using System.Net;
using System.Text;
using FoodSecurity.Articles;
using FoodSecurity.Exports;
using FoodSecurity.Tests.Editors;
using static FoodSecurity.Tests.Web.Desk.DeskSteps;

namespace FoodSecurity.Tests.Web.Desk;

/// <summary>Excerpts from a file, and an excerpt's words in other languages, by plain forms.</summary>
public sealed class ImportPageTests : IDisposable
{
    private readonly EditorSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("jsonld")]
    public async Task A_file_is_tried_then_taken_in(string form)
    {
        var browser = await _site.SignedIn("anna");
        var address = await Added(browser);
        var slug = address.Split('/')[2];
        var article = DeskOf(_site).Find(slug)! with
        {
            Excerpts =
            [
                Of(1, Harvest, new OtherWording("la récolte <b>", "fr", "our translation")),
                Of(2, "Words that stand nowhere in it at all.", null),
            ],
        };
        var bytes = form switch
        {
            "csv" => Encoding.UTF8.GetBytes(AnnotationTable.Csv(article, "https://food.example")),
            "xlsx" => AnnotationTable.Xlsx(article, "https://food.example"),
            _ => Encoding.UTF8.GetBytes(AnnotationJsonLd.Collection(article, "https://food.example")),
        };
        var tried = await Browser.Read(await browser.SendFile("/articles/import", "a." + form, bytes, "?handler=Try"));
        tried.QuerySelectorAll("tbody .badge").Select(b => b.TextContent).ShouldBe(["new draft", "kept as orphaned"]);
        tried.QuerySelector("[role=status]")!.TextContent.ShouldContain("Nothing is kept yet");
        DeskOf(_site).Find(slug)!.Excerpts.ShouldBeEmpty();
        string Hidden(string name) => tried.QuerySelector($"input[name={name}]")!.GetAttribute("value") ?? "";
        var done = await Browser.Read(
            await browser.Post("/articles/import", new() { ["content"] = Hidden("content"), ["into"] = Hidden("into") }, "?handler=Keep")
        );
        done.QuerySelector("[role=status]")!.TextContent.ShouldContain("taken in");
        done.QuerySelector($"a[href='{address}']").ShouldNotBeNull();
        var kept = DeskOf(_site).Find(slug)!.Excerpts;
        kept.Select(e => (e.State, e.EditedBy)).ShouldBe([(ExcerptState.Draft, "anna"), (ExcerptState.Orphaned, "anna")]);
        kept[0].Translation!.Text.ShouldBe("la récolte <b>");
    }

    [Fact]
    public async Task What_is_no_file_of_excerpts_is_said_and_nothing_is_made()
    {
        var browser = await _site.SignedIn("anna");
        (await Refused(await browser.Post("/articles/import", [], "?handler=Try"))).ShouldContain("No file was chosen");
        (await Refused(await browser.SendFile("/articles/import", "a.csv", "a,b\n1,2\n"u8.ToArray(), "?handler=Try"))).ShouldContain(
            "no excerpts"
        );
        (await Refused(await browser.SendFile("/articles/import", "a.csv", [0xFF, 0xFE, 0x00], "?handler=Try"))).ShouldContain("UTF-8");
        (await Refused(await browser.SendFile("/articles/import", "a.xlsx", [0x50, 0x4B, 3, 4, 0], "?handler=Try"))).ShouldContain(
            "no workbook"
        );
        (await Refused(await browser.Post("/articles/import", new() { ["content"] = "not base64!" }, "?handler=Keep"))).ShouldContain(
            "No file was chosen"
        );
        AddedOf(_site).ShouldBeEmpty();
    }

    [Fact]
    public async Task Original_and_translation_are_entered_and_previewed_without_a_script()
    {
        var browser = await _site.SignedIn("anna");
        var address = await Added(browser);
        var answer = await browser.Post(address.Replace("/edit", "/excerpts/new"), new() { ["quote"] = Harvest }, "?handler=Quote");
        var page = await Browser.Read(answer);
        page.QuerySelector("textarea[name=original]")!.GetAttribute("dir").ShouldBe("auto");
        var fields = Fields(page);
        (fields["area"], fields["indicator"]) = ("PRK", "crop-output");
        (fields["original"], fields["original-language"], fields["original-source"], fields["original-address"]) = (
            "زاد محصول الأرز <script>",
            "ar",
            "Wakala, 1 February 2024",
            "https://example.org/ar"
        );
        (fields["translation"], fields["translation-language"], fields["translation-source"]) = (
            "la récolte a augmenté",
            "fr",
            "our translation"
        );
        var preview = await Browser.Read(await browser.Post(address.Replace("/edit", "/excerpts/new"), fields, "?handler=Preview"));
        preview
            .QuerySelectorAll(".wording blockquote")
            .Select(q => (q.GetAttribute("lang"), q.GetAttribute("dir"), q.TextContent.Trim()))
            .ShouldBe([("ar", "auto", "“زاد محصول الأرز <script>”"), ("fr", "auto", "“la récolte a augmenté”")]);
        (await browser.Post(address.Replace("/edit", "/excerpts/new"), fields, "?handler=Save")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        var kept = DeskOf(_site).Find(address.Split('/')[2])!.Excerpts.ShouldHaveSingleItem();
        (kept.Original!.Text, kept.Original.Address, kept.Translation!.Language).ShouldBe(
            ("زاد محصول الأرز <script>", "https://example.org/ar", "fr")
        );
        (fields["original-source"], fields["original-language"]) = ("", "Arabisch!");
        var refused = await Refused(await browser.Post(address.Replace("/edit", "/excerpts/1"), fields, "?handler=Save"));
        refused.ShouldContain("Whose original");
        refused.ShouldContain("Language of the original");
    }

    private static Excerpt Of(int number, string words, OtherWording? translation) =>
        new()
        {
            Number = number,
            Exact = words,
            Kind = "claim",
            Translation = translation,
            Target = new ExcerptTarget("PRK", "production", "2023", "2023", "2023", null),
            Claim = new Claim
            {
                Area = "PRK",
                Indicator = "crop-output",
                Relation = ClaimRelation.Rise,
                Period = new ClaimPeriod("2023", "year", "2023", "2023"),
            },
        };
}
