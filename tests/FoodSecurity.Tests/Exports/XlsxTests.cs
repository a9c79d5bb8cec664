using System.Data;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Exports;
using FoodSecurity.Series;
using FoodSecurity.Tests.Answers;
using FoodSecurity.Tests.Answers.ChartMaker;

namespace FoodSecurity.Tests.Exports;

/// <summary>Workbooks read back: they open, hold numbers, leave missing cells empty, and their formulas give the values beside them.</summary>
public class XlsxTests(ShippedArchive shipped)
{
    [Theory]
    [InlineData("/charts/line?areas=PRK")]
    [InlineData("/charts/line?areas=PRK&items=cereals&basis=paddy")]
    [InlineData("/charts/line?areas=PRK,KOR&items=rice&sources=usda-psd&scale=percapita&smooth=3")]
    [InlineData("/charts/line?areas=PRK&items=rice,maize&sources=usda-psd&scale=share")]
    [InlineData("/charts/line?areas=PRK&items=rice&sources=usda-psd&scale=change")]
    [InlineData("/charts/line?areas=PRK&items=rice&sources=usda-psd&scale=index&base=2000")]
    public void A_workbook_opens_and_balances(string address)
    {
        using var document = Open(address);
        new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        Sheets(document).Keys.ShouldBe(["Data", "Figures", "Annotations", "Sources", "Notes"]);
        var values = Sheets(document)
            .SelectMany(s => s.Value.Select(c => (Key: $"{s.Key}!{c.Key}", c.Value)))
            .ToDictionary(c => c.Key, c => c.Value);
        var formulas = values.Where(c => c.Value.CellFormula is not null).ToList();
        formulas.ShouldNotBeEmpty();
        foreach (var (cell, formula) in formulas.Where((_, i) => i % 5 == 0))
        {
            Compute(formula.CellFormula!.Text, values)
                .ShouldBe(double.Parse(formula.CellValue!.Text, CultureInfo.InvariantCulture), 1e-6, cell);
        }
    }

    [Fact]
    public void Missing_is_an_empty_cell_and_a_number_is_a_number()
    {
        using var document = Open("/charts/line?areas=PRK");
        var data = Sheets(document)["Data"];
        data.Values.Where(c => c.CellReference!.Value![1..] != "1" && c.CellReference.Value[0] >= 'D')
            .ShouldAllBe(c => c.DataType == null && c.CellValue != null);
        data.Count(c => c.Key[0] == 'E').ShouldBeLessThan(data.Count(c => c.Key[0] == 'B'), "the RDA has holes");
    }

    [Fact]
    public void Excerpts_sources_and_notes_are_inside()
    {
        using var document = Open("/charts/line?areas=PRK");
        string All(string sheet) => string.Join('\n', Sheets(document)[sheet].Values.Select(c => c.InnerText));
        All("Annotations").ShouldContain("stabilising the agricultural production");
        All("Sources").ShouldContain("USDA");
        All("Notes").ShouldContain("never zero");
        All("Figures").ShouldContain("/trace/usda-psd/PRK/rice/production/");
    }

    private SpreadsheetDocument Open(string address)
    {
        var made = ChartMaking.Of(shipped.Archive, ChartQuestionTests.Read(address).Question!).Made!;
        using var connection = shipped.Archive.Read();
        return SpreadsheetDocument.Open(
            new MemoryStream(ChartWorkbook.Write(made.Chart, shipped.Archive.Words, ReleaseQuery.All(connection))),
            false
        );
    }

    private static Dictionary<string, Dictionary<string, Cell>> Sheets(SpreadsheetDocument document) =>
        document
            .WorkbookPart!.Workbook!.Descendants<Sheet>()
            .ToDictionary(
                s => s.Name!.Value!,
                s =>
                    ((WorksheetPart)document.WorkbookPart.GetPartById(s.Id!.Value!))
                        .Worksheet!.Descendants<Cell>()
                        .ToDictionary(c => c.CellReference!.Value!)
            );

    /// <summary>Puts the values of the cells into the formula and lets the framework compute it.</summary>
    private static double Compute(string formula, Dictionary<string, Cell> values)
    {
        var filled = System.Text.RegularExpressions.Regex.Replace(formula, @"Figures!([A-Z]+\d+)", m =>
            values[m.Value].CellValue!.Text is var text && text.Contains('.', StringComparison.Ordinal) ? text : text + ".0"
        );
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        return Convert.ToDouble(table.Compute(filled, ""), CultureInfo.InvariantCulture);
    }
}
