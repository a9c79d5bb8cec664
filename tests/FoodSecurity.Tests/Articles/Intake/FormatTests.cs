using System.Text;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Intake;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace FoodSecurity.Tests.Articles.Intake;

/// <summary>Each kind of file gives its text and what it states of itself.</summary>
public class FormatTests
{
    private const string First =
        "The rice harvest of the northern provinces rose by 6.9 percent in 2023, an official of the farm ministry said on Thursday after a meeting with growers.";
    private const string Second =
        "Imports of grain fell by half in the same year, according to figures that the customs office published – and prices “held steady”, traders said.";
    private const string Third =
        "Farmers in the west spoke of good rains in May and of dry weeks in August, when the ears were filling and every hand was needed in the fields.";
    private static readonly DateOnly Today = new(2024, 3, 1);

    private static readonly string Page = $$"""
        <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Harvest up 6.9 percent | The Example</title>
        <meta property="og:title" content="Harvest up 6.9 percent"><meta property="og:site_name" content="The Example">
        <meta property="article:published_time" content="2024-02-01T23:30:00+09:00"><meta name="author" content="A. Writer">
        <link rel="canonical" href="/news/harvest?utm_source=feed">
        <script>alert("never shown")</script><style>p { color: red }</style></head>
        <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <article><h1>Harvest up 6.9 percent</h1>
        <p>SEOUL, Feb. 1 (Yonhap) -- {{First}}</p><p>{{Second.Replace("–", "&ndash;", StringComparison.Ordinal)}}</p>
        <p>{{Third}}<br>Second   line.</p><script>document.write("nor this")</script><p hidden>Hidden words that nobody sees on the page.</p></article>
        <footer>All rights reserved. Cookies. Imprint.</footer></body></html>
        """;

    [Fact]
    public void A_page_gives_its_article_without_menus_scripts_and_what_is_hidden()
    {
        var read = Read(Page, "harvest.html", address: "https://www.example.org/news/harvest?utm_source=feed");
        read.Format.ShouldBe("html");
        read.Text.ShouldContain("SEOUL, Feb. 1 (Yonhap) -- " + First + "\n\n" + Second + "\n\n" + Third + "\nSecond line.");
        foreach (var unseen in new[] { "never shown", "nor this", "Sport", "Imprint", "Hidden words", "<", "color" })
        {
            read.Text.ShouldNotContain(unseen);
        }

        var d = read.Details;
        (d.Title, d.Outlet, d.Author, d.PublishedOn, d.Language).ShouldBe(
            ("Harvest up 6.9 percent", "The Example", "A. Writer", "2024-02-01", "en-GB")
        );
        (d.Dateline, d.Agency).ShouldBe(("SEOUL", "Yonhap"));
        d.Address.ShouldBe("https://www.example.org/news/harvest?utm_source=feed");
        read.Doubts.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_page_says_of_itself_in_JSON_LD_goes_first()
    {
        var read = Read(
            Page.Replace(
                "</head>",
                """
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","headline":"no"},{"@type":["NewsArticle"],"headline":"Rice harvest up",
                "datePublished":"2024-02-02","author":[{"@type":"Person","name":"B. Writer"},{"name":"C. Writer"}],"publisher":{"name":"Example Wire"}}]}</script>
                <script type="application/ld+json">{ broken </script></head>
                """,
                StringComparison.Ordinal
            )
        );
        (read.Details.Title, read.Details.PublishedOn, read.Details.Author, read.Details.Outlet).ShouldBe(
            ("Rice harvest up", "2024-02-02", "B. Writer, C. Writer", "Example Wire")
        );
        read.Doubts.ShouldHaveSingleItem().ShouldContain("JSON-LD that cannot be read");
    }

    [Fact]
    public void Plain_text_gives_title_dateline_and_language_where_its_opening_tells_them()
    {
        var read = Read($"Harvest up 6.9 percent\n\nSEOUL — {First}\n\n{Second}\n");
        (read.Format, read.Details.Title, read.Details.Dateline, read.Details.Agency, read.Details.Language).ShouldBe(
            ("text", "Harvest up 6.9 percent", "SEOUL", null, "en")
        );
        read.Text.ShouldEndWith(Second + "\n", Case.Sensitive, "a text is kept as it was received");
        read.Doubts.ShouldHaveSingleItem().ShouldContain("No date");
        Read(First + "\n" + Second).Details.Title.ShouldBe("");
        Read("북한의 쌀 수확량이 2023년에 늘었다고 한국 정부가 밝혔다.").Details.Language.ShouldBe("ko");
        Read("La récolte de riz a augmenté dans le nord du pays, selon les autorités et les paysans de la région.")
            .Details.Language.ShouldBe("fr");
    }

    [Theory]
    [InlineData("SEOUL, Dec. 28 (Yonhap) -- North Korea", "SEOUL", "Yonhap")]
    [InlineData("Seoul (Reuters) - North Korea", "Seoul", "Reuters")]
    [InlineData("PORT-AU-PRINCE, Haiti (AP) — Hunger", "PORT-AU-PRINCE, Haiti", "AP")]
    [InlineData("ADDIS ABABA — Hunger", "ADDIS ABABA", null)]
    [InlineData("Nairobi, 12 April 2022 (AFP) - Hunger", "Nairobi", "AFP")]
    [InlineData("UNITED NATIONS, March 3, 2024 – Hunger", "UNITED NATIONS", null)]
    [InlineData("The harvest – a good one – rose.", null, null)]
    [InlineData("Officials said the harvest rose (again) - twice.", null, null)]
    public void Datelines_are_told_from_sentences(string opening, string? place, string? agency)
    {
        var details = Read(opening + " and more words after it.").Details;
        (details.Dateline, details.Agency).ShouldBe((place, agency));
    }

    [Theory]
    [InlineData("NAIROBI, 12 April 2022 - Maize prices rose by 20 percent in 2021.", "NAIROBI", "2022-04-12")]
    [InlineData("UNITED NATIONS, March 3, 2022 – Maize prices rose by 20 percent in 2021.", "UNITED NATIONS", "2022-03-03")]
    [InlineData("SEOUL, Dec. 28 (Yonhap) -- Maize prices rose by 20 percent in 2021.", "SEOUL", null)]
    public void The_day_of_a_dateline_is_the_day_of_publication_where_its_year_is_stated(string text, string place, string? day)
    {
        var details = Read(text).Details;
        (details.Dateline, details.PublishedOn).ShouldBe((place, day));
    }

    [Fact]
    public void Markdown_is_read_as_its_reader_sees_it()
    {
        var read = Read(
            $"---\ntitle: \"Harvest up\"\ndate: 2024-02-01\nauthor: A. Writer\n---\n\n# Another title\n\n{First}\n\n* *one* [link](https://example.org/x)\n* two\n\n<script>alert(1)</script>\n",
            "a.md"
        );
        read.Format.ShouldBe("markdown");
        read.Text.ShouldBe($"Another title\n\n{First}\n\none link\ntwo");
        (read.Details.Title, read.Details.PublishedOn, read.Details.Author).ShouldBe(("Harvest up", "2024-02-01", "A. Writer"));
        Read("# A heading\n\n" + First, "a.markdown").Details.Title.ShouldBe("A heading");
    }

    [Fact]
    public void A_mail_gives_its_text_part_and_headers()
    {
        var mail =
            $"From: \"A. Writer\" <a@wire.example.org>\r\nTo: desk@example.org\r\nSubject: =?utf-8?B?{Convert.ToBase64String("Harvest up – rice"u8)}?=\r\nDate: Thu, 01 Feb 2024 23:30:00 +0900\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + "The caf=E9 was full. "
            + First
            + "\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nxx\r\n--b--\r\n";
        var read = Read(mail);
        read.Format.ShouldBe("mail");
        read.Text.ShouldBe("The café was full. " + First);
        (read.Details.Title, read.Details.Author, read.Details.PublishedOn, read.Details.Outlet).ShouldBe(
            ("Harvest up – rice", "A. Writer", "2024-02-01", "wire.example.org")
        );
        read.Doubts.ShouldHaveSingleItem().ShouldContain("1 attachments");
    }

    [Fact]
    public void A_mail_of_HTML_alone_is_read_as_a_page()
    {
        var read = Read(
            "From: a@example.org\r\nSubject: Up\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>"
                + First
                + "</p><script>x</script></body></html>"
        );
        read.Text.ShouldBe(First);
    }

    [Fact]
    public void A_PDF_with_text_gives_it_with_its_lines_joined()
    {
        var builder = new PdfDocumentBuilder
        {
            DocumentInformation =
            {
                Title = "Harvest up",
                Author = "A. Writer",
                CreationDate = "D:20240201120000Z",
            },
        };
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        var y = 780;
        foreach (
            var line in new[]
            {
                "The rice harvest of the northern provinces rose by 6.9 per-",
                "cent in 2023, an official said.",
                "It still needs imports.",
            }
        )
        {
            page.AddText(line, 11, new UglyToad.PdfPig.Core.PdfPoint(50, y), font);
            y -= 14;
        }

        var read = ArticleIntake.Read(builder.Build(), "a.pdf", today: Today);
        read.Format.ShouldBe("pdf");
        read.Text.ShouldBe(
            "The rice harvest of the northern provinces rose by 6.9 percent in 2023, an official said. It still needs imports."
        );
        (read.Details.Title, read.Details.Author, read.Details.PublishedOn).ShouldBe(("Harvest up", "A. Writer", "2024-02-01"));
    }

    [Fact]
    public void A_PDF_of_pictures_or_a_damaged_one_is_told_so()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        Should.Throw<IntakeException>(() => ArticleIntake.Read(builder.Build())).Message.ShouldContain("no text, only pictures");
        Should
            .Throw<IntakeException>(() =>
                ArticleIntake.Read(Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer"))
            )
            .Message.ShouldContain("damaged");
    }

    [Fact]
    public void A_date_in_the_future_is_left_open_and_told()
    {
        var read = Read(Page.Replace("2024-02-01T", "2099-02-01T", StringComparison.Ordinal));
        read.Details.PublishedOn.ShouldBeNull();
        read.Doubts.ShouldContain(d => d.Contains("in the future (2099-02-01)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2024-02-01", "2024-02-01")]
    [InlineData("2024-02-01T23:30:00+09:00", "2024-02-01")]
    [InlineData("D:20240201120000+09'00'", "2024-02-01")]
    [InlineData("Thu, 01 Feb 2024 23:30:00 +0900", "2024-02-01")]
    [InlineData("February 1st, 2024", "2024-02-01")]
    [InlineData("1 février 2024", null)]
    [InlineData("02/01/2024", null)]
    [InlineData("2024-02-31", null)]
    [InlineData("", null)]
    public void Dates_are_read_where_they_mean_one_day(string text, string? day) => StatedDate.Read(text).ShouldBe(day);

    private static ReceivedArticle Read(string text, string? name = null, string? address = null) =>
        ArticleIntake.Read(Encoding.UTF8.GetBytes(text), name, address: address, today: Today);
}
