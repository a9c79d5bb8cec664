using System.Text;
using FoodSecurity.Observations;

namespace FoodSecurity.Tests.Sources;

/// <summary>Every way a file can be wrong ends with file, line, column, value and what was expected.</summary>
public sealed class BadInputTests
{
    private static readonly byte[] Psd = File.ReadAllBytes(RecordedFile.PathOf("usda/psd.csv"));

    private static DataProblem Refused(string path) => Should.Throw<DataFormatException>(() => RecordedFile.Read(path)).Problems[0];

    private static DataProblem Refused(string name, string text) => Refused(RecordedFile.Make(name, text));

    /// <summary>A csv too long to fit one buffer, so that its compressed form can be cut in mid-stream.</summary>
    private static byte[] Long()
    {
        var text = new StringBuilder("area,item,element,unit,period,value,note\n");
        var chance = new Random(1);
        for (var i = 0; i < 60_000; i++)
        {
            text.Append($"PRK,rice,production,1000-t,2023,{i},{chance.Next():x}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    [Fact]
    public void A_file_that_is_not_there()
    {
        var problem = Refused("/nowhere/psd.csv");
        (problem.File, problem.Value).ShouldBe(("psd.csv", "no such file"));
    }

    [Fact]
    public void An_empty_file()
    {
        var problem = Refused("empty.csv", "");
        (problem.File, problem.Value, problem.Expected).ShouldBe(("empty.csv", "an empty file", "a header line and data"));
        Refused(RecordedFile.Make("empty.csv.gz", RecordedFile.Gzip([]))).Value.ShouldBe("an empty file");
    }

    [Fact]
    public void A_zip_cut_off()
    {
        var problem = Refused(RecordedFile.Make("psd.zip", RecordedFile.Zip("psd.csv", Psd)[..^200]));
        problem.File.ShouldBe("psd.zip");
        problem.Expected.ShouldContain("cut off or damaged");
    }

    [Fact]
    public void A_zip_damaged_in_the_middle()
    {
        var bytes = RecordedFile.Zip("figures.csv", Long());
        bytes[bytes.Length / 2] ^= 0xff;
        var problem = Refused(RecordedFile.Make("figures.zip", bytes));
        problem.File.ShouldBe("figures.zip!figures.csv");
        problem.Line.ShouldBeGreaterThan(1000);
        problem.Expected.ShouldContain("cut off or damaged");
    }

    [Fact]
    public void A_gzip_file_cut_off_in_the_middle_does_not_end_in_silence()
    {
        var bytes = RecordedFile.Gzip(Long());
        var problem = Refused(RecordedFile.Make("figures.csv.gz", bytes[..(bytes.Length / 2)]));
        problem.Line.ShouldBeGreaterThan(1000);
        problem.Expected.ShouldContain("cut off or damaged");
    }

    [Fact]
    public void A_plain_file_cut_off_in_the_middle_of_a_row()
    {
        var (rows, context, _) = RecordedFile.Read(RecordedFile.Make("psd.csv", Psd[..^40]));
        rows.Count.ShouldBe(31);
        var problem = context.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Expected).ShouldBe((33, "12 cells as in the header, not 9"));
    }

    [Fact]
    public void A_quote_that_never_closes()
    {
        var problem = Refused(
            "figures.csv",
            "area,item,element,unit,period,value\nPRK,rice,production,1000-t,2023,1\nPRK,\"rice,production,1000-t,2023,1\n"
        );
        problem.Line.ShouldBe(3);
        problem.Expected.ShouldContain("quotes");
    }

    [Fact]
    public void A_wrong_header_shows_what_was_found_and_the_nearest_format()
    {
        var text = Encoding.UTF8.GetString(Psd).Replace("Market_Year,", "Marketing_Year,", StringComparison.Ordinal);
        var problem = Refused("psd.csv", text);
        (problem.File, problem.Line, problem.Column).ShouldBe(("psd.csv", 1, "Market_Year"));
        problem.Value.ShouldStartWith("Commodity_Code,Commodity_Description");
        problem.Expected.ShouldBe("the header of USDA PSD bulk; missing column \"Market_Year\"");
    }

    [Fact]
    public void A_header_like_no_format_lists_the_formats()
    {
        var problem = Refused("other.csv", "a,b,c\n1,2,3\n");
        problem.Value.ShouldBe("a,b,c");
        problem.Expected.ShouldContain("USDA PSD bulk");
        problem.Expected.ShouldContain("FoodSecurity tidy csv");
    }

    [Theory]
    [InlineData("usda/psd.csv", "1451.0000", "14S1.0000", 16, "Value")]
    [InlineData("usda/psd.csv", "North\",2023,2025,03,028", "North\",20Z3,2025,03,028", 16, "Market_Year")]
    [InlineData("usda/psd.csv", "North\",2023,2025,03,028", "North\",2023,2025,13,028", 16, "Month")]
    [InlineData("faostat/qcl_2020_export.csv", "\"2113019\"", "\"2,113,019\"", 15, "Value")]
    [InlineData("faostat/fs_2025_wide.csv", "\"47\"", "\"47 %\"", 10, "Y20172019")]
    [InlineData("worldbank/wdi_undernourishment.csv", "\"35.9\"", "\"n/a\"", 9, "2001")]
    [InlineData("compiled/rda.csv", "2008,rice,186,", "2008,rice,l86,", 8, "value")]
    [InlineData("compiled/fao_wfp.csv", "2004/05,production,4235,", "2004/06,production,4235,", 3, "marketing_year")]
    public void A_letter_in_a_value_column(string name, string before, string after, long line, string column)
    {
        var text = File.ReadAllText(RecordedFile.PathOf(name));
        text.ShouldContain(before);
        var (rows, context, _) = RecordedFile.Read(RecordedFile.Make(Path.GetFileName(name), ReplaceFirst(text, before, after)));
        rows.ShouldNotBeEmpty();
        var problem = context.Problems.ShouldHaveSingleItem();
        (problem.File, problem.Line, problem.Column).ShouldBe((Path.GetFileName(name), line, column));
        problem.Value.ShouldNotBeEmpty();
        problem.Expected.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("usda/psd.csv", ",KN,\"Korea, North\",1960", ",QQ,\"Korea Nort\",1960", "psd", "North Korea")]
    [InlineData("faostat/oa_export.csv", "\"116\",\"Cambodia\"", "\"999\",\"Cambodja\"", "m49", "Cambodia")]
    public void An_unknown_area_comes_with_the_nearest_names(string name, string before, string after, string system, string nearest)
    {
        var text = File.ReadAllText(RecordedFile.PathOf(name)).Replace(before, after, StringComparison.Ordinal);
        var (_, context, _) = RecordedFile.Read(RecordedFile.Make("file.csv", text));
        var code = context.UnknownCodes().ShouldHaveSingleItem();
        (code.Kind, code.System).ShouldBe(("area", system));
        code.Nearest.ShouldContain(nearest);
        context.UnknownRows.ShouldBe(code.Rows);
    }

    [Fact]
    public void Latin_1_where_utf_8_is_expected()
    {
        var text = File.ReadAllText(RecordedFile.PathOf("faostat/fs_2025_export.csv"));
        var (rows, context, _) = RecordedFile.Read(RecordedFile.Make("export.csv", Encoding.Latin1.GetBytes(text)));
        rows.Count.ShouldBe(17);
        context
            .Problems.Select(p => p.ToString())
            .ShouldBe([
                "export.csv, line 12, column \"Area\": found \"Côte d'Ivoire\", expected UTF-8 text (this looks like latin-1; --encoding latin1 reads it so)",
                "export.csv, line 13, column \"Area\": found \"Côte d'Ivoire\", expected UTF-8 text (this looks like latin-1; --encoding latin1 reads it so)",
            ]);
    }

    [Theory]
    [InlineData("page.csv", "<!DOCTYPE html><html></html>", "an HTML page")]
    [InlineData("data.csv", "{\"a\": 1}", "JSON")]
    [InlineData("data.csv", "<?xml version=\"1.0\"?><a/>", "an XML document")]
    [InlineData("report.csv", "%PDF-1.7 abc", "a PDF document")]
    [InlineData("binary.csv", "abc\0def", "bytes that are not text")]
    public void A_file_of_another_kind_says_what_it_looks_like(string name, string content, string kind) =>
        Refused(name, content).Value.ShouldStartWith(kind);

    [Fact]
    public void A_mark_before_the_header_and_windows_line_ends_do_no_harm()
    {
        var text =
            "\uFEFFarea,item,element,unit,period,value\r\nPRK,rice,production,1000-t,2023,1\r\n\r\nPRK,rice,production,1000-t,2024,2\r\n";
        RecordedFile.ReadAll(RecordedFile.Make("figures.csv", text)).Select(r => r.Line).ShouldBe([2, 4]);
    }

    [Fact]
    public void Fifty_problems_are_kept_and_all_are_counted()
    {
        var text = new StringBuilder("area,item,element,unit,period,value\n");
        for (var i = 0; i < 80; i++)
        {
            text.Append("PRK,rice,production,1000-t,2023,x\n");
        }

        var (_, context, _) = RecordedFile.Read(RecordedFile.Make("figures.csv", text.ToString()));
        (context.Problems.Count, context.ProblemCount, context.Rows).ShouldBe((50, 80, 80));
    }

    private static string ReplaceFirst(string text, string before, string after)
    {
        var at = text.IndexOf(before, StringComparison.Ordinal);
        return text[..at] + after + text[(at + before.Length)..];
    }
}
