using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;
using FoodSecurity.Sources.Tidy;

namespace FoodSecurity.Tests.Sources.Tidy;

public sealed class TidyReaderTests
{
    private const string Header = "area,item,element,unit,period,value";

    private static (IReadOnlyList<Observation> Rows, ReadContext Context, IReleaseReader Reader) Read(string text) =>
        RecordedFile.Read(RecordedFile.Make("figures.csv", text));

    [Fact]
    public void Six_columns_are_enough()
    {
        var (rows, context, reader) = Read(Header + "\nPRK,rice,production,1000-t,2023,2113\n");
        reader.ShouldBeOfType<TidyReader>();
        context.ProblemCount.ShouldBe(0);
        rows.ShouldHaveSingleItem()
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "own",
                        Area = "PRK",
                        Item = "rice",
                        Element = "production",
                        Unit = "1000-t",
                    },
                    Period = Period.CalendarYear(2023),
                    Value = 2113,
                    ValueText = "2113",
                    Line = 2,
                    Column = "value",
                }
            );
    }

    [Fact]
    public void Every_column_is_read_in_any_order()
    {
        var (rows, context, _) = Read(
            "native,column,line,member,note,source_address,source,published_on,is_derived,is_break,flag,status,upper,lower,bound,value_text,edition,frequency,dimensions,basis,value,period,unit,element,item,area\n"
                + "KN 1,Wert,17,a.csv,\"a \"\"note\"\"\",https://example.org/,WFP,2019-05,yes,yes,E,provisional,1400,1300,less-than,about 1.36 Mt,2019-05-03,irregular,b=2; a=1 ,milled,1360,2018/19,1000-t,production,rice,PRK\n"
        );
        context.Problems.ShouldBeEmpty();
        rows.ShouldHaveSingleItem()
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "own",
                        Area = "PRK",
                        Item = "rice",
                        Element = "production",
                        Unit = "1000-t",
                        Basis = "milled",
                        Dimensions = "a=1;b=2",
                        Frequency = Frequency.Irregular,
                        Native = "KN 1",
                    },
                    Period = Period.MarketingYear(2018, null),
                    Edition = "2019-05-03",
                    Value = 1360,
                    ValueText = "about 1.36 Mt",
                    Bound = ValueBound.LessThan,
                    Lower = 1300,
                    Upper = 1400,
                    Status = ObservationStatus.Provisional,
                    Flag = "E",
                    IsBreak = true,
                    IsDerived = true,
                    PublishedOn = "2019-05",
                    RowSource = "WFP",
                    RowSourceAddress = "https://example.org/",
                    Note = "a \"note\"",
                    Member = "a.csv",
                    Line = 17,
                    Column = "Wert",
                }
            );
    }

    [Theory]
    [InlineData("2023", PeriodKind.CalendarYear, Frequency.Yearly)]
    [InlineData("2023/24", PeriodKind.MarketingYear, Frequency.Yearly)]
    [InlineData("2017-2019", PeriodKind.MultiYearMean, Frequency.Yearly)]
    [InlineData("2022-10", PeriodKind.Month, Frequency.Monthly)]
    [InlineData("2022-10-05", PeriodKind.Day, Frequency.Irregular)]
    [InlineData("2020-01-01/2023-08-26", PeriodKind.Window, Frequency.Irregular)]
    public void Every_form_of_period_is_read_and_tells_the_frequency(string text, PeriodKind kind, Frequency frequency)
    {
        var row = Read(Header + $"\nPRK,rice,production,1000-t,{text},1\n").Rows.ShouldHaveSingleItem();
        (row.Period.Kind, row.Series.Frequency).ShouldBe((kind, frequency));
    }

    [Fact]
    public void An_empty_value_is_missing_and_a_range_alone_is_not()
    {
        var (rows, context, _) = Read(Header + ",lower,upper\nPRK,rice,production,1000-t,2023,,,\nPRK,rice,production,1000-t,2024,,1,2\n");
        context.Problems.ShouldBeEmpty();
        rows.Select(r => r.Status).ShouldBe([ObservationStatus.Missing, ObservationStatus.Unspecified]);
    }

    [Fact]
    public void Wrong_cells_are_told_with_line_column_value_and_what_was_expected()
    {
        var (rows, context, _) = Read(
            Header
                + ",status,published_on,is_break,line\n"
                + "PRK,rice,production,1000-t,2023,1x3,,,,\nPRK,rice,production,1000-t,23,1,,,,\nPRK,rice,production,1000-t,2023,1,oficial,,,\n"
                + "PRK,rice,production,1000-t,2023,1,missing,,,\nPRK,rice,production,1000-t,2023,1,,May 2023,,\nPRK,rice,production,1000-t,2023,1,,,maybe,\nPRK,rice,production,1000-t,2023,1,,,,x\n"
        );
        rows.ShouldBeEmpty();
        context
            .Problems.Select(p => (p.Line, p.Column, p.Value))
            .ShouldBe([
                (2, "value", "1x3"),
                (3, "period", "23"),
                (4, "status", "oficial"),
                (5, "value", "1"),
                (6, "published_on", "May 2023"),
                (7, "is_break", "maybe"),
                (8, "line", "x"),
            ]);
        context
            .Problems[0]
            .ToString()
            .ShouldBe("figures.csv, line 2, column \"value\": found \"1x3\", expected " + "a number, \"<\" and a number, or an empty cell");
    }

    [Fact]
    public void Unknown_codes_come_as_one_list_with_the_nearest_names()
    {
        var (_, context, _) = Read(
            Header
                + ",basis\nPRQ,rice,production,1000-t,2023,1,\nPRK,ryce,production,1000-t,2023,1,\nPRK,rice,prodution,1000-t,2023,1,\nPRK,rice,production,1000t,2023,1,\nPRK,rice,production,1000-t,2023,1,mild\nPRQ,rice,production,1000-t,2024,1,\n"
        );
        var codes = context.UnknownCodes();
        codes
            .Select(c => (c.Kind, c.Code, c.Line, c.Rows))
            .ShouldBe([
                ("area", "PRQ", 2, 2),
                ("basis", "mild", 6, 1),
                ("element", "prodution", 4, 1),
                ("item", "ryce", 3, 1),
                ("unit", "1000t", 5, 1),
            ]);
        codes.Single(c => c.Kind == "item").Nearest.ShouldContain("Rice");
        codes.Single(c => c.Kind == "element").Nearest.ShouldContain("Production");
        context.UnknownRows.ShouldBe(6);
    }

    [Fact]
    public void A_misspelt_heading_is_an_error_and_the_nearest_is_named() =>
        Should
            .Throw<DataFormatException>(() => Read(Header + ",publised_on\n"))
            .Problems.Single()
            .ToString()
            .ShouldBe(
                "figures.csv, line 1, column \"publised_on\": found \"publised_on\", expected a heading of tidy files; nearest: published_on"
            );

    [Fact]
    public void A_heading_that_stands_twice_is_an_error() =>
        Should.Throw<DataFormatException>(() => Read(Header + ",value\n")).Problems.Single().Expected.ShouldBe("each heading once");

    [Fact]
    public void A_missing_column_is_named() =>
        Should
            .Throw<DataFormatException>(() => Read("area,item,element,period,value\nPRK,rice,production,2023,1\n"))
            .Message.ShouldContain("the header of FoodSecurity tidy csv; missing column \"unit\"");

    [Fact]
    public void Repeats_are_errors_and_the_dataset_is_own()
    {
        var draft = new TidyReader().Describe(
            SourceFile.Open(RecordedFile.Make("figures.csv", Header + "\nPRK,rice,production,1000-t,2023,1\n"))
        );
        (draft.Dataset, draft.RepeatsAreErrors, draft.Coverage).ShouldBe(("own", true, ReleaseCoverage.Part));
    }

    [Fact]
    public void A_sidecar_says_whose_figures_they_are()
    {
        var path = RecordedFile.Make("figures.csv", Header + "\nPRK,rice,production,1000-t,2023,1\n");
        File.WriteAllText(
            Path.Combine(Path.GetDirectoryName(path)!, "origin.json"),
            """{"dataset":"rda","title":"Statements","released_on":"2023-12-15","licence":null,"every_row":{"source":"RDA","basis":"milled-0.72"}}"""
        );
        var (rows, _, reader) = RecordedFile.Read(path);
        (rows[0].Series.Dataset, rows[0].RowSource, rows[0].Series.Basis).ShouldBe(("rda", "RDA", "milled-0.72"));
        var draft = reader.Describe(SourceFile.Open(path));
        (draft.Dataset, draft.Title, draft.ReleasedOn, draft.Licence, draft.FileName).ShouldBe(
            ("rda", "Statements", "2023-12-15", null, "figures.csv")
        );
    }

    [Fact]
    public void A_field_the_sidecar_does_not_have_is_an_error()
    {
        var path = RecordedFile.Make("figures.csv", Header + "\nPRK,rice,production,1000-t,2023,1\n");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, "origin.json"), "{\"dataset\":\"rda\",\n\"licnce\":\"x\"}");
        var problem = Should.Throw<DataFormatException>(() => RecordedFile.Read(path)).Problems.Single();
        (problem.File, problem.Line).ShouldBe(("origin.json", 2));
    }
}
