using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Sources;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Loading;
using FoodSecurity.Sources.Own;

namespace FoodSecurity.Tests.Sources.Own;

public sealed class OwnReaderTests
{
    private const string Mapping = """
        {
          "title": "District harvest survey",
          "columns": { "area": "Country", "item": "Crop", "period": "Year", "value": "Tonnes", "dimension:district": "District" },
          "constants": { "element": "production", "unit": "t", "status": "provisional", "source": "Ministry of Agriculture" },
          "words": { "item": { "Mais": "maize" }, "value": { "n/a": "" }, "status": { "prov": "provisional" } }
        }
        """;

    private const string Table =
        "District;Country;Crop;Year;Tonnes\nKitui;Kenya;Mais;2023;1451,5\nMakueni;KEN;Wheat;2023/24;980\nKitui;Kenya;Mais;2022;12,25\n";

    private static (IReadOnlyList<Observation> Rows, ReadContext Context) Read(
        string table,
        string mapping = Mapping,
        ReadingChoices? choices = null,
        string name = "map.json"
    )
    {
        var file = SourceCatalog.Open(RecordedFile.Make("harvest.csv", table), choices);
        var context = new ReadContext(RecordedFile.Words, file.Name);
        return ([.. new OwnReader(OwnMapping.Read(RecordedFile.Make(name, mapping))).Read(file, context)], context);
    }

    [Fact]
    public void One_row_is_read_in_every_field()
    {
        var (rows, context) = Read(Table);
        context.Problems.ShouldBeEmpty();
        rows.Count.ShouldBe(3);
        rows[0]
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "own",
                        Area = "KEN",
                        Item = "maize",
                        Element = "production",
                        Unit = "t",
                        Dimensions = "district=Kitui",
                    },
                    Period = Period.CalendarYear(2023),
                    Value = 1451.5,
                    ValueText = "1451.5",
                    Status = ObservationStatus.Provisional,
                    Line = 2,
                    Column = "Tonnes",
                    RowSource = "Ministry of Agriculture",
                }
            );
        rows[0].Series.Native.ShouldBe("Kenya Mais production");
        rows[1].Period.Label.ShouldBe("2023/24");
    }

    [Fact]
    public void A_mapping_may_be_a_csv()
    {
        const string Csv =
            "field,column,constant,text,means\ntitle,,District harvest survey,,\narea,Country,,,\nitem,Crop,,,\nperiod,Year,,,\nvalue,Tonnes,,,\ndimension:district,District,,,\n"
            + "element,,production,,\nunit,,t,,\nstatus,,provisional,,\nsource,,Ministry of Agriculture,,\nitem,,,Mais,maize\n";
        Read(Table, Csv, name: "map.csv").Rows.ShouldBe(Read(Table).Rows);
    }

    [Fact]
    public void Every_bad_row_is_told_with_row_column_content_and_reason()
    {
        var (_, context) = Read(
            """
            District;Country;Crop;Year;Tonnes
            Kitui;Kenia;Mais;2023;1451,5
            Kitui;Kenya;Maiz;20x3;many
            Kitui;Kenya;Mais;2021;5
            Kitui;Kenya;Mais;2021;6
            Kitui;Kenya;Mais
            """
        );
        context
            .Problems.Select(p => (p.Line, p.Column, p.Value))
            .ShouldBe([
                (2, "Country", "Kenia"),
                (3, "Crop", "Maiz"),
                (3, "Year", "20x3"),
                (3, "Tonnes", "many"),
                (5, "Tonnes", "6"),
                (6, "", "Kitui;Kenya;Mais"),
            ]);
        context.Problems[0].Expected.ShouldContain("nearest known: Kenya");
        context.Problems[4].Expected.ShouldContain("stands in row 4 already");
    }

    [Fact]
    public void More_than_fifty_bad_rows_are_all_told()
    {
        var table = "District;Country;Crop;Year;Tonnes\n" + string.Concat(Enumerable.Range(0, 80).Select(_ => "Kitui;Kenya;Mais;2023;x\n"));
        Read(table).Context.Problems.Count.ShouldBe(80);
    }

    [Fact]
    public void A_dry_run_and_a_load_with_a_bad_row_write_nothing_and_the_load_put_right_does()
    {
        var store = Store.Open(Path.Combine(RecordedFile.Folder(), "own.db"));
        var mapping = RecordedFile.Make("map.json", Mapping);
        var options = new LoadOptions { Mapping = mapping };
        var bad = RecordedFile.Make("harvest.csv", Table + "Kitui;Kenya;Mais;2020;x\n");
        Should
            .Throw<DataFormatException>(() => FileLoader.Load(store, RecordedFile.Words, bad, options with { DryRun = true }))
            .Problems.ShouldHaveSingleItem()
            .Line.ShouldBe(5);
        Should.Throw<DataFormatException>(() => FileLoader.Load(store, RecordedFile.Words, bad, options));
        var good = RecordedFile.Make("harvest.csv", Table);
        FileLoader.Load(store, RecordedFile.Words, good, options with { DryRun = true }).RowsRead.ShouldBe(3);
        FileLoader.Load(store, RecordedFile.Words, good, options).New.ShouldBe(3);
        FileLoader.Load(store, RecordedFile.Words, good, options).AlreadyLoaded.ShouldBeTrue();
        FileLoader
            .Load(store, RecordedFile.Words, good, options with { Mapping = RecordedFile.Make("map.json", Mapping + " ") })
            .Unchanged.ShouldBe(3);
    }

    [Fact]
    public void An_empty_value_is_missing_and_words_may_say_so()
    {
        var (rows, context) = Read(
            Table.Replace("12,25", "n/a", StringComparison.Ordinal),
            Mapping.Replace(", \"status\": \"provisional\"", "", StringComparison.Ordinal)
        );
        context.Problems.ShouldBeEmpty();
        (rows[2].Value, rows[2].Status).ShouldBe((null, ObservationStatus.Missing));
    }

    [Fact]
    public void A_date_of_the_table_follows_the_callers_order()
    {
        var table = Table.Replace(";2022;", ";3/4/2022;", StringComparison.Ordinal);
        Read(table).Context.Problems.ShouldHaveSingleItem().Expected.ShouldContain("--dates");
        Read(table, choices: new ReadingChoices { Dates = DateOrder.DayFirst })
            .Rows[2]
            .Period.ShouldBe(Period.Day(new DateOnly(2022, 4, 3)));
    }

    [Theory]
    [InlineData("\"unit\": \"t\", ", "", "unit")]
    [InlineData("\"period\": \"Year\"", "\"perriod\": \"Year\"", "perriod")]
    [InlineData("\"title\"", "\"titel\"", "titel")]
    [InlineData("\"columns\": {", "\"columns\": {{", "")]
    public void A_mapping_that_is_wrong_says_where(string before, string after, string found)
    {
        var problem = Should
            .Throw<DataFormatException>(() => Read(Table, Mapping.Replace(before, after, StringComparison.Ordinal)))
            .Problems[0];
        problem.File.ShouldBe("map.json");
        (problem.Column + problem.Value).ShouldContain(found);
    }

    [Fact]
    public void A_column_that_is_not_there_is_named() =>
        Should
            .Throw<DataFormatException>(() => Read(Table, Mapping.Replace("\"Tonnes\"", "\"Tons\"", StringComparison.Ordinal)))
            .Problems[0]
            .Expected.ShouldBe("a column \"Tons\"");
}
