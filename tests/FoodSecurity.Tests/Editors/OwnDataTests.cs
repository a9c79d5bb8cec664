using System.IO.Compression;
using System.Net;
using System.Text;
using FoodSecurity.Editors;

namespace FoodSecurity.Tests.Editors;

/// <summary>A table of an office's own on its way in by plain forms, and out again.</summary>
public sealed class OwnDataTests : IDisposable
{
    private const string Table = "Country,Crop,Year,Tonnes\nNorth Korea,Rice,2022,1402000\nPRK,rice,2023,1451000.5\n";
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["column.area"] = "Country",
        ["column.item"] = "Crop",
        ["column.period"] = "Year",
        ["column.value"] = "Tonnes",
        ["constant.unit"] = "t",
        ["constant.element"] = "production",
        ["keep"] = "yes",
    };

    private readonly EditorSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_table_is_sent_mapped_tried_loaded_traced_and_withdrawn()
    {
        var browser = await _site.SignedIn("anna");
        var address = await Sent(browser, "figures.csv", Encoding.UTF8.GetBytes(Table));
        var page = await browser.Page(address);
        page.QuerySelector("select[name='column.area'] option[selected]")!.TextContent.ShouldBe("Country", "usual headings are guessed");
        page.QuerySelectorAll("table tbody tr").Last().TextContent.ShouldContain("1451000.5");

        var tried = await browser.Send(address, new(Columns), "?handler=Try");
        tried.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Browser.Read(tried)).QuerySelector("[role=status]")!.TextContent.ShouldContain("2 new");
        (await browser.Get("/trace/own/PRK/rice/production/2023")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a trial writes nothing");

        var loaded = await browser.Send(address, new(Columns), "?handler=Load");
        loaded.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var release = loaded.Headers.Location!.ToString();
        release.ShouldBe("/sources/own/tables/releases/1");
        (await browser.Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "the file is no longer waiting");
        (await browser.Page("/trace/own/PRK/rice/production/2023"))
            .QuerySelector("dl")!
            .TextContent.ShouldContain("PRK,rice,2023,1451000.5");
        (await browser.Page(release + "?kind=new")).QuerySelectorAll("tbody tr").Length.ShouldBe(2);

        (await browser.Send(release + "/withdraw", new() { ["because"] = " " })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Browser.Read(await browser.Send(release + "/withdraw", new() { ["because"] = "a test" })))
            .QuerySelector("[role=status]")!
            .TextContent.ShouldContain("2 figures");
        (await browser.Get("/trace/own/PRK/rice/production/2023")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var withdrawn = (await browser.Page(release)).QuerySelector(".asof")!.TextContent;
        withdrawn.ShouldContain("anna");
        withdrawn.ShouldContain("a test");

        using var connection = _site.Archive.Read();
        AuditLog
            .Read(connection, 2, 0)
            .Select(e => (e.Editor, e.Action, e.Subject))
            .ShouldBe([("anna", "withdraw", "release 1"), ("anna", "load", "release 1")]);
        var again = await Sent(browser, "figures.csv", Encoding.UTF8.GetBytes(Table));
        (await browser.Send(again, new(Columns), "?handler=Load"))
            .Headers.Location!.ToString()
            .ShouldEndWith("/releases/2", Case.Sensitive, "a withdrawn file may be loaded again");
    }

    [Fact]
    public async Task A_trial_tells_each_bad_row_with_column_value_and_what_was_expected()
    {
        var browser = await _site.SignedIn("anna");
        var address = await Sent(
            browser,
            "bad.csv",
            Encoding.UTF8.GetBytes(
                "Country,Crop,Year,Tonnes\nNorth Korea,Rice,20222,1\nNorth Korea,Rice,2022,many\nNorth Korea,Rice,2023,5\n"
            )
        );
        var answer = await browser.Send(address, new(Columns), "?handler=Load");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var rows = (await Browser.Read(answer))
            .QuerySelectorAll("[role=alert] tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(d => d.TextContent).ToList())
            .ToList();
        rows.Select(r => (r[1], r[2], r[3])).ShouldBe([("2", "Year", "20222"), ("3", "Tonnes", "many")]);
        rows.ShouldAllBe(r => r[0].StartsWith("bad.csv") && r[4].Length > 0);
        using var connection = _site.Archive.Read();
        FoodSecurity.Series.ReleaseQuery.All(connection).ShouldBeEmpty();
    }

    [Fact]
    public async Task Unknown_names_come_with_the_nearest_known()
    {
        var browser = await _site.SignedIn("anna");
        var address = await Sent(browser, "bad.csv", Encoding.UTF8.GetBytes("Country,Crop,Year,Tonnes\nNorth Koera,Rice,2022,1\n"));
        var answer = await browser.Send(address, new(Columns), "?handler=Try");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).QuerySelector("[role=alert] tbody tr")!.TextContent.ShouldContain("North Korea");
    }

    [Fact]
    public async Task What_is_needed_and_not_told_is_asked_for()
    {
        var browser = await _site.SignedIn("anna");
        var address = await Sent(browser, "figures.csv", Encoding.UTF8.GetBytes(Table));
        var answer = await browser.Send(address, new() { ["column.area"] = "Country" }, "?handler=Try");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("item");
    }

    [Fact]
    public async Task A_workbook_is_read_by_its_own_rows()
    {
        var browser = await _site.SignedIn("anna");
        var address = await Sent(browser, "figures.xlsx", Workbook());
        var page = await browser.Page(address);
        page.QuerySelector("h1")!.TextContent.ShouldContain("figures.xlsx");
        page.QuerySelectorAll("table")
            .Last()
            .QuerySelectorAll("tbody tr")
            .Select(r => r.QuerySelector("td")!.TextContent)
            .ShouldBe(["2", "4"], "the empty row counts");
        var loaded = await browser.Send(address, new(Columns), "?handler=Load");
        loaded.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var trace = (await browser.Page("/trace/own/PRK/rice/production/2023")).QuerySelector("dl")!.TextContent;
        trace.ShouldContain("1,451,000.5");
        trace.ShouldContain("Line4");
    }

    [Theory]
    [InlineData("figures.pdf", "%PDF-1.7")]
    [InlineData("figures.xlsx", "PK not a zip at all")]
    [InlineData("../../etc/passwd", "")]
    public async Task What_is_no_table_is_refused_in_words(string name, string content)
    {
        var browser = await _site.SignedIn("anna");
        var sent = await browser.SendFile("/load", name, Encoding.UTF8.GetBytes(content));
        var text =
            sent.StatusCode == HttpStatusCode.Redirect
                ? await (await browser.Get(sent.Headers.Location!.ToString())).Content.ReadAsStringAsync()
                : await sent.Content.ReadAsStringAsync();
        text.ShouldContain("role=\"alert\"");
    }

    [Theory]
    [InlineData("../../figures.csv", "figures.csv")]
    [InlineData("C:\\data\\figures.csv", "figures.csv")]
    [InlineData("owner", "table.csv")]
    [InlineData("origin.json", "table.csv")]
    [InlineData("fig<b>ures.csv", "fig_b_ures.csv")]
    public async Task A_name_leads_nowhere(string name, string shown)
    {
        var browser = await _site.SignedIn("anna");
        (await browser.Page(await Sent(browser, name, Encoding.UTF8.GetBytes(Table))))
            .QuerySelector("h1")!
            .TextContent.ShouldBe("Load " + shown);
    }

    [Fact]
    public async Task A_file_on_its_way_is_seen_by_its_sender_only()
    {
        var address = await Sent(await _site.SignedIn("anna"), "figures.csv", Encoding.UTF8.GetBytes(Table));
        (await (await _site.SignedIn("bert")).Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_release_changed_has_its_other_forms()
    {
        var browser = await _site.SignedIn("anna");
        foreach (var text in new[] { Table, Table.Replace("1402000", "701000") })
        {
            await browser.Send(await Sent(browser, "figures.csv", Encoding.UTF8.GetBytes(text)), new(Columns), "?handler=Load");
        }

        const string Release = "/sources/own/tables/releases/2";
        var page = await _site.NewBrowser().Page(Release);
        page.QuerySelector("tbody")!.TextContent.ShouldContain("−50.0 %");
        page.QuerySelector("a[href$='/withdraw']").ShouldBeNull("readers see no button");
        (await browser.Page(Release)).QuerySelector("a[href$='/withdraw']").ShouldNotBeNull();
        var csv = await (await browser.Get(Release + ".csv")).Content.ReadAsStringAsync();
        csv.Split("\r\n")[1].ShouldStartWith("changed,PRK,rice,production,t,");
        csv.ShouldContain(",-701000,-0.5,");
        using var json = System.Text.Json.JsonDocument.Parse(await (await browser.Get(Release + ".json")).Content.ReadAsStringAsync());
        json.RootElement.GetProperty("differences")[0].GetProperty("change_ratio").GetDecimal().ShouldBe(-0.5m);
        foreach (
            var (address, status) in new[]
            {
                (Release + "?kind=odd", 400),
                (Release + "?kind=9", 400),
                (Release + "?from=-1", 400),
                (Release + ".csv?by=odd", 400),
                ("/sources/own/tables/releases/9", 404),
                ("/sources/usda/psd/releases/2", 404),
                ("/sources/own/tables/releases/9.json", 404),
            }
        )
        {
            ((int)(await browser.Get(address)).StatusCode).ShouldBe(status, address);
        }
    }

    private static async Task<string> Sent(Browser browser, string name, byte[] bytes)
    {
        var answer = await browser.SendFile("/load", name, bytes);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>A workbook with shared and inline texts, numbers, a formula's result and an empty row.</summary>
    private static byte[] Workbook()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
            const string Relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
            const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Add(
                "_rels/.rels",
                $"<Relationships {Relations}><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            );
            Add(
                "xl/workbook.xml",
                $"<workbook {Main} xmlns:r=\"{Office}\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            );
            Add(
                "xl/_rels/workbook.xml.rels",
                $"<Relationships {Relations}><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            );
            Add(
                "xl/sharedStrings.xml",
                $"<sst {Main}><si><t>Country</t></si><si><t>Crop</t></si><si><t>Year</t></si><si><r><t>Ton</t></r><r><t>nes</t></r></si><si><t>North Korea</t></si></sst>"
            );
            Add(
                "xl/worksheets/sheet1.xml",
                $"""
                <worksheet {Main}><sheetData>
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
                <row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" t="inlineStr"><is><t>Rice</t></is></c><c r="C2"><v>2022</v></c><c r="D2"><f>1+1</f><v>1402000</v></c></row>
                <row r="4"><c r="A4" t="s"><v>4</v></c><c r="B4" t="str"><v>Rice</v></c><c r="C4"><v>2023</v></c><c r="D4"><v>1451000.5</v></c></row>
                </sheetData></worksheet>
                """
            );

            void Add(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
