using System.Text;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Tests.Sources;

/// <summary>Publishers' files as spreadsheets and scripts save them: what is certain reads as the original, what is not is refused.</summary>
public sealed class SavedAnewTests
{
    private static readonly string[] Files =
    [
        "usda/psd.csv",
        "wfp/wfp_food_prices_ken.csv",
        "ipc/ipc_ken_area_long.csv",
        "faostat/qcl_2020_export.csv",
        "worldbank/wdi_cereal_production.csv",
        "inform/trends.csv",
        "owid/cereal-production.csv",
        "fewsnet/staple_prices_zw.csv",
        "faostat/food_price_indices.csv",
        "compiled/rda.csv",
    ];

    public static TheoryData<string> Names => [.. Files];

    /// <summary>The cells of every line; lines keep their order and number.</summary>
    private static List<string[]> Cells(string name)
    {
        var lines = new List<string[]>();
        foreach (var line in File.ReadAllText(RecordedFile.PathOf(name)).TrimStart('\uFEFF').Split('\n'))
        {
            var cells = new List<string>();
            var cell = new StringBuilder();
            var text = line.TrimEnd('\r');
            var quoted = false;
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[i++]);
                }
                else if (text[i] == '"')
                {
                    quoted = !quoted;
                }
                else if (text[i] == ',' && !quoted)
                {
                    cells.Add(cell.ToString());
                    cell.Clear();
                }
                else
                {
                    cell.Append(text[i]);
                }
            }

            lines.Add([.. cells, cell.ToString()]);
        }

        return lines;
    }

    private static string Written(IEnumerable<string[]> lines, char delimiter) =>
        string.Join(
            "\r\n",
            lines.Select(l =>
                string.Join(
                    delimiter,
                    l.Select(c =>
                        c.Contains(delimiter) || c.Contains('"') ? '"' + c.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : c
                    )
                )
            )
        );

    private static void ReadsAsTheOriginal(string name, byte[] content, long moved = 0)
    {
        var path = RecordedFile.Make(Path.GetFileName(name), content);
        RecordedFile.ReadAll(path).Select(r => r with { Line = r.Line - moved }).ShouldBe(RecordedFile.ReadAll(name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_semicolons(string name) => ReadsAsTheOriginal(name, Encoding.UTF8.GetBytes(Written(Cells(name), ';')));

    [Theory]
    [MemberData(nameof(Names))]
    public void With_tabs_in_utf_16(string name) =>
        ReadsAsTheOriginal(name, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Written(Cells(name), '\t'))]);

    [Theory]
    [MemberData(nameof(Names))]
    public void With_a_line_that_names_the_separator(string name) =>
        ReadsAsTheOriginal(
            name,
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("sep=;\r\n" + Written(Cells(name), ';'))],
            moved: 1
        );

    [Theory]
    [InlineData("usda/psd.csv")]
    [InlineData("wfp/wfp_food_prices_ken.csv")]
    [InlineData("inform/trends.csv")]
    [InlineData("compiled/rda.csv")]
    public void With_a_column_of_row_numbers(string name) =>
        ReadsAsTheOriginal(
            name,
            Encoding.UTF8.GetBytes(Written(Cells(name).Select((l, i) => l.Length > 1 ? [i == 0 ? "" : $"{i}", .. l] : l), ','))
        );

    [Theory]
    [InlineData("usda/psd.csv")]
    [InlineData("wfp/wfp_food_prices_ken.csv")]
    [InlineData("ipc/ipc_ken_area_long.csv")]
    [InlineData("inform/trends.csv")]
    public void With_its_columns_turned_round_and_in_capitals(string name)
    {
        var lines = Cells(name).Select((l, i) => l.Length == 1 ? l : [.. l.Reverse().Select(c => i == 0 ? c.ToUpperInvariant() : c)]);
        var read = RecordedFile.ReadAll(RecordedFile.Make(Path.GetFileName(name), Written(lines, ',')));
        read.Select(r => (r.Series, r.Period, r.Value, r.Line))
            .ShouldBe(RecordedFile.ReadAll(name).Select(r => (r.Series, r.Period, r.Value, r.Line)));
    }

    [Fact]
    public void With_decimal_commas_that_the_file_settles()
    {
        var lines = Cells("wfp/wfp_food_prices_ken.csv")
            .Select((l, i) => i < 2 || l.Length < 16 ? l : [.. l[..14], l[14].Replace('.', ','), l[15].Replace('.', ',')]);
        ReadsAsTheOriginal("wfp/wfp_food_prices_ken.csv", Encoding.UTF8.GetBytes(Written(lines, ';')));
    }

    [Fact]
    public void A_comma_that_may_be_either_is_refused_with_the_choice_that_settles_it()
    {
        const string Text = "area;item;element;unit;period;value\nPRK;rice;production;1000-t;2023;1,451\n";
        var path = RecordedFile.Make("figures.csv", Text);
        var problem = RecordedFile.Read(path).Context.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column, problem.Value).ShouldBe((2, "value", "1,451"));
        problem.Expected.ShouldContain("--commas");
        RecordedFile.Read(path, new ReadingChoices { Commas = CommaMeaning.Decimal }).Rows[0].Value.ShouldBe(1.451);
        RecordedFile.Read(path, new ReadingChoices { Commas = CommaMeaning.Thousands }).Rows[0].Value.ShouldBe(1451);
    }

    [Fact]
    public void A_column_with_points_and_commas_is_refused()
    {
        const string Text =
            "area;item;element;unit;period;value\nPRK;rice;production;1000-t;2022;1451.5\nPRK;rice;production;1000-t;2023;1451,5\n";
        RecordedFile.Read(RecordedFile.Make("figures.csv", Text)).Context.Problems.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public void Latin_1_is_read_where_the_caller_says_so()
    {
        var text = File.ReadAllText(RecordedFile.PathOf("faostat/fs_2025_export.csv"));
        var path = RecordedFile.Make("export.csv", Encoding.Latin1.GetBytes(text));
        RecordedFile.Read(path).Context.Problems.Count.ShouldBe(2);
        var (rows, context, _) = RecordedFile.Read(path, new ReadingChoices { Latin1 = true });
        context.Problems.ShouldBeEmpty();
        rows.Count.ShouldBe(19);
    }

    [Theory]
    [InlineData("15/01/2006", DateOrder.Unstated, true)]
    [InlineData("1/15/2006", DateOrder.Unstated, true)]
    [InlineData("15.01.2006", DateOrder.Unstated, true)]
    [InlineData("2006-01-15 00:00:00", DateOrder.Unstated, true)]
    [InlineData("1/15/2006", DateOrder.DayFirst, false)]
    [InlineData("2006/01/15", DateOrder.Unstated, false)]
    public void Dates_that_can_be_read_one_way(string printed, DateOrder said, bool good)
    {
        var text = File.ReadAllText(RecordedFile.PathOf("wfp/wfp_food_prices_hti.csv")).Split('\n');
        var row = printed + text[2][text[2].IndexOf(',', StringComparison.Ordinal)..];
        var path = RecordedFile.Make("wfp_food_prices_hti.csv", text[0] + "\n" + row + "\n");
        var (rows, context, _) = RecordedFile.Read(path, new ReadingChoices { Dates = said });
        (context.Problems.Count == 0).ShouldBe(good);
        rows.ShouldAllBe(r => r.Period == Period.Month(2006, 1));
    }

    [Fact]
    public void A_date_that_can_be_read_two_ways_is_refused_unless_the_file_or_the_caller_settles_it()
    {
        var text = File.ReadAllText(RecordedFile.PathOf("ipc/ipc_ken_area_long.csv")).Split('\n');
        string Dated(string from, string to) =>
            string.Join(
                '\n',
                [text[0], text[1].Replace("2025-07-01", from, StringComparison.Ordinal).Replace("2025-09-30", to, StringComparison.Ordinal)]
            );
        var open = RecordedFile.Make("ipc.csv", Dated("3/4/2021", "3/5/2021"));
        RecordedFile.Read(open).Context.Problems[0].Expected.ShouldContain("--dates dmy");
        RecordedFile.Read(open, new ReadingChoices { Dates = DateOrder.DayFirst }).Rows[0].Period.Start.ShouldBe(new DateOnly(2021, 4, 3));
        RecordedFile
            .Read(open, new ReadingChoices { Dates = DateOrder.MonthFirst })
            .Rows[0]
            .Period.Start.ShouldBe(new DateOnly(2021, 3, 4));
        var settled = RecordedFile.Make("ipc.csv", Dated("3/4/2021", "30/5/2021"));
        RecordedFile.ReadAll(settled)[0].Period.ShouldBe(Period.Window(new DateOnly(2021, 4, 3), new DateOnly(2021, 5, 30)));
    }

    [Fact]
    public void Zeros_a_spreadsheet_took_off_the_codes_come_back()
    {
        var text = File.ReadAllText(RecordedFile.PathOf("usda/psd.csv"))
            .Replace("\n0", "\n", StringComparison.Ordinal)
            .Replace(",028,", ",28,", StringComparison.Ordinal);
        RecordedFile.ReadAll(RecordedFile.Make("psd.csv", text)).ShouldBe(RecordedFile.ReadAll("usda/psd.csv"));
    }

    [Fact]
    public void A_row_that_begins_with_a_number_sign_is_not_passed_over()
    {
        const string Text =
            "area,item,element,unit,period,value,note\nPRK,rice,production,1000-t,2022,1,\n#PRK,rice,production,1000-t,2023,1,x\n";
        RecordedFile.Read(RecordedFile.Make("figures.csv", Text)).Context.UnknownCodes().ShouldHaveSingleItem().Line.ShouldBe(3);
    }
}
