using FoodSecurity.Observations;
using FoodSecurity.Sources;
using FoodSecurity.Sources.Files;
using MiniExcelLibs;

namespace FoodSecurity.Tests.Sources;

/// <summary>Workbooks laid out as a csv read as that csv.</summary>
public sealed class WorkbookTests
{
    private static Dictionary<string, object?> Row(params object?[] cells) =>
        cells.Select((c, i) => (c, i)).ToDictionary(c => $"C{c.i:00}", c => c.c);

    private static string Book(params (string Name, Dictionary<string, object?>[] Rows)[] sheets)
    {
        var path = Path.Combine(RecordedFile.Folder(), "table.xlsx");
        MiniExcel.SaveAs(path, sheets.ToDictionary(s => s.Name, s => (object)s.Rows), printHeader: false);
        return path;
    }

    private static Dictionary<string, object?>[] Prices(DateTime day) =>
        [
            Row(
                "date",
                "admin1",
                "admin2",
                "market",
                "market_id",
                "latitude",
                "longitude",
                "category",
                "commodity",
                "commodity_id",
                "unit",
                "priceflag",
                "pricetype",
                "currency",
                "price",
                "usdprice"
            ),
            Row(
                day,
                "Coast",
                "Mombasa",
                "Mombasa",
                191,
                -4.05,
                39.67,
                "cereals and tubers",
                "Maize",
                51,
                "KG",
                "actual",
                "Wholesale",
                "KES",
                16.13,
                0.22
            ),
            Row(
                day,
                "Coast",
                "Mombasa",
                "Mombasa",
                191,
                -4.05,
                39.67,
                "cereals and tubers",
                "Maize (white)",
                67,
                "90 KG",
                "actual",
                "Wholesale",
                "KES",
                1480,
                null
            ),
        ];

    [Fact]
    public void A_sheet_reads_as_its_csv_with_the_row_as_line_and_the_sheet_as_member()
    {
        var rows = RecordedFile.Read(Book(("Prices", Prices(new DateTime(2006, 1, 15)))), new ReadingChoices { Area = "KEN" }).Rows;
        rows.Count.ShouldBe(4);
        var csv = RecordedFile.ReadAll("wfp/wfp_food_prices_ken.csv").First(r => r.Series.Item == "maize" && r.Column == "price");
        rows[0].ShouldBe(csv with { Line = 2, Member = "Prices" });
        (rows[3].Value, rows[3].Status, rows[3].Line).ShouldBe((null, ObservationStatus.Missing, 3));
    }

    [Fact]
    public void The_sheet_whose_header_is_known_is_taken_and_the_caller_may_name_another()
    {
        var path = Book(
            ("Notes", [Row("Prepared by the office"), Row("see the other sheet")]),
            ("Old", Prices(new DateTime(2005, 1, 15))),
            ("New", Prices(new DateTime(2006, 1, 15)))
        );
        SourceCatalog.Open(path).Member.ShouldBe("Old");
        SourceCatalog.Open(path, new ReadingChoices { Sheet = "New" }).Member.ShouldBe("New");
        Should
            .Throw<DataFormatException>(() => SourceCatalog.Open(path, new ReadingChoices { Sheet = "Neu" }))
            .Problems[0]
            .Expected.ShouldContain("Notes, Old, New");
    }

    [Fact]
    public void Rows_keep_their_numbers_past_empty_ones_and_breaks_in_cells()
    {
        var rows = RecordedFile
            .Read(
                Book(
                    (
                        "Tidy",
                        [
                            Row("area", "item", "element", "unit", "period", "value", "note"),
                            Row("PRK", "rice", "production", "1000-t", 2022, 1.5, "two\nlines"),
                            Row(null, null, null, null, null, null, null),
                            Row("PRK", "rice", "production", "1000-t", 2023, 1451, "a \"quoted\", word"),
                        ]
                    )
                )
            )
            .Rows;
        rows.Select(r => (r.Line, r.Value, r.Note)).ShouldBe([(2, 1.5, "two lines"), (4, 1451, "a \"quoted\", word")]);
    }

    [Fact]
    public void A_bad_cell_is_told_with_sheet_row_and_heading()
    {
        var (_, context, _) = RecordedFile.Read(
            Book(
                (
                    "Tidy",
                    [Row("area", "item", "element", "unit", "period", "value"), Row("PRK", "rice", "production", "1000-t", 2022, "#N/A")]
                )
            )
        );
        context.Problems.ShouldHaveSingleItem().ToString().ShouldStartWith("table.xlsx!Tidy, line 2, column \"value\": found \"#N/A\"");
    }

    [Fact]
    public void A_workbook_that_cannot_be_opened_says_so() =>
        Should
            .Throw<DataFormatException>(() =>
                RecordedFile.Read(RecordedFile.Make("table.xlsx", RecordedFile.Zip("xl/workbook.xml", "<workbook/>"u8.ToArray())))
            )
            .Problems[0]
            .Value.ShouldStartWith("an Excel workbook (.xlsx)");

    [Fact]
    public void A_workbook_of_no_known_layout_shows_its_first_row() =>
        Should
            .Throw<DataFormatException>(() => RecordedFile.Read(Book(("Sheet1", [Row("a", "b"), Row(1, 2)]))))
            .Problems[0]
            .Value.ShouldBe("a,b");
}
