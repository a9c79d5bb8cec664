using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Wfp;

namespace FoodSecurity.Tests.Sources.Wfp;

public sealed class WfpPriceReaderTests
{
    private static readonly IReadOnlyList<Observation> Kenya = RecordedFile.ReadAll("wfp/wfp_food_prices_ken.csv");

    private static string Text(string name) => File.ReadAllText(RecordedFile.PathOf("wfp/" + name));

    [Fact]
    public void Every_row_is_a_price_in_local_money_and_one_in_dollars_and_the_line_of_tags_is_none()
    {
        var (rows, context, reader) = RecordedFile.Read("wfp/wfp_food_prices_ken.csv");
        reader.ShouldBeOfType<WfpPriceReader>();
        context.Rows.ShouldBe(28);
        rows.Count.ShouldBe(56);
        rows[0].Line.ShouldBe(3);
    }

    [Fact]
    public void One_row_is_read_in_every_field()
    {
        var row = Kenya.Single(r => r.Line == 4 && r.Column == "price");
        row.ShouldBe(
            new Observation
            {
                Series = new SeriesKey
                {
                    Dataset = "wfp-prices",
                    Area = "KEN",
                    Item = "maize-white",
                    Element = "price",
                    Unit = "currency-per-package",
                    Frequency = Frequency.Monthly,
                    Dimensions =
                        "admin1=Coast;admin2=Mombasa;category=cereals and tubers;currency=KES;market=Mombasa;package=90 KG;pricetype=Wholesale",
                },
                Period = Period.Month(2006, 1),
                Value = 1480,
                ValueText = "1480",
                Status = ObservationStatus.Unspecified,
                Flag = "actual",
                Line = 4,
                Column = "price",
            }
        );
        row.Series.Native.ShouldBe("KEN market 191 at -4.05 39.67, commodity 67");
    }

    [Fact]
    public void Dollars_are_a_series_of_their_own_worked_out_by_wfp()
    {
        var row = Kenya.Single(r => r.Line == 4 && r.Column == "usdprice");
        (row.Value, row.Series.Unit, row.IsDerived).ShouldBe((20.58, "usd-per-package", true));
        (row.Series.Dimension("currency"), row.Series.Dimension("conversion")).ShouldBe(("USD", "wfp"));
    }

    [Fact]
    public void A_price_reported_in_dollars_does_not_meet_the_one_worked_out()
    {
        var rows = RecordedFile
            .ReadAll("wfp/wfp_food_prices_nic.csv")
            .Where(r => r.Series.Dimension("currency") == "USD" && r.Line > 15)
            .ToList();
        rows.Count.ShouldBe(12);
        rows.Select(r => (r.Series, r.Period)).Distinct().Count().ShouldBe(12);
    }

    [Fact]
    public void Packages_are_never_put_together()
    {
        Kenya.Where(r => r.Series.Item == "maize-white").Select(r => r.Series.Dimension("package")).Distinct().ShouldBe(["90 KG", "KG"]);
        RecordedFile
            .ReadAll("wfp/wfp_food_prices_hti.csv")
            .Select(r => r.Series.Dimension("package"))
            .Distinct()
            .ShouldBe(["Marmite", "Pound"], ignoreOrder: true);
    }

    [Fact]
    public void A_flag_belongs_to_the_figure_so_that_a_market_keeps_one_line()
    {
        var sugar = Kenya
            .Where(r => r.Series.Item == "sugar" && r.Series.Dimension("market") == "Kalobeyei (Village 3)" && r.Column == "price")
            .ToList();
        sugar.Select(r => r.Series).Distinct().ShouldHaveSingleItem();
        sugar
            .Select(r => (r.Flag, r.Status))
            .Distinct()
            .ShouldBe(
                [
                    ("actual", ObservationStatus.Unspecified),
                    ("actual,aggregate", ObservationStatus.Estimated),
                    ("aggregate", ObservationStatus.Estimated),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Files_before_2025_have_no_numbers_and_join_the_same_series()
    {
        var old = RecordedFile.ReadAll(RecordedFile.Make("wfp_food_prices_bgd.csv", Text("bgd_2022.csv")));
        var recent = RecordedFile.ReadAll("wfp/wfp_food_prices_bgd.csv");
        old[0].Series.Native.ShouldContain("market without number");
        recent.Select(r => r.Series).ShouldContain(old[0].Series);
        recent.Single(r => r.Series.Equals(old[0].Series) && r.Period == old[0].Period).Value.ShouldBe(old[0].Value);
    }

    [Fact]
    public void A_row_dated_1900_is_kept_noted_and_told()
    {
        var (rows, context, _) = RecordedFile.Read("wfp/wfp_food_prices_bgd.csv");
        context.Problems.ShouldBeEmpty();
        var odd = rows.Where(r => r.Period.Year == 1900).ToList();
        odd.Count.ShouldBe(2);
        odd.ShouldAllBe(r => r.Note == "Implausible date: the file prints 1900-08-15");
        context.Warnings.ShouldHaveSingleItem().ShouldContain("Line 3: implausible date 1900-08-15");
    }

    [Fact]
    public void A_national_average_has_no_province()
    {
        var average = RecordedFile.ReadAll("wfp/wfp_food_prices_nic.csv").First(r => r.Series.Dimension("market") == "National Average");
        average.Series.Dimension("admin1").ShouldBe("");
    }

    [Theory]
    [InlineData("wfp_food_prices_hti (1).csv", "HTI")]
    [InlineData("WFP_FOOD_PRICES_HTI.csv", "HTI")]
    [InlineData("wfp_food_prices_hti_2024.csv", "HTI")]
    public void The_country_stands_in_the_name(string name, string area) =>
        RecordedFile.ReadAll(RecordedFile.Make(name, Text("wfp_food_prices_hti.csv"))).ShouldAllBe(r => r.Series.Area == area);

    [Fact]
    public void A_file_that_states_no_country_is_refused_unless_the_caller_says_it()
    {
        var path = RecordedFile.Make("prices.csv", Text("wfp_food_prices_hti.csv"));
        Should.Throw<DataFormatException>(() => RecordedFile.Read(path)).Problems[0].Expected.ShouldContain("--area");
        RecordedFile.Read(path, new ReadingChoices { Area = "hti" }).Rows.ShouldAllBe(r => r.Series.Area == "HTI");
    }

    [Fact]
    public void Global_files_state_the_country_in_a_column_and_are_a_part_only()
    {
        var lines = Text("wfp_food_prices_nic.csv").Split('\n');
        var text = "countryiso3," + lines[0] + "\n" + string.Join('\n', lines[1..^1].Select((l, i) => (i % 2 == 0 ? "NIC," : "HTI,") + l));
        var path = RecordedFile.Make("wfp_food_prices_global_2024.csv", text);
        RecordedFile.ReadAll(path).Select(r => r.Series.Area).Distinct().ShouldBe(["NIC", "HTI"]);
        new WfpPriceReader().Describe(SourceFile.Open(path)).Coverage.ShouldBe(ReleaseCoverage.Part);
        new WfpPriceReader().Describe(RecordedFile.Open("wfp/wfp_food_prices_ken.csv")).Coverage.ShouldBe(ReleaseCoverage.Whole);
    }

    [Fact]
    public void A_day_that_is_not_the_15th_stays_a_day()
    {
        var text = Text("wfp_food_prices_hti.csv").Replace("2005-01-15,Artibonite", "2005-01-08,Artibonite", StringComparison.Ordinal);
        var rows = RecordedFile.ReadAll(RecordedFile.Make("wfp_food_prices_hti.csv", text));
        rows[0].Period.ShouldBe(Period.Day(new DateOnly(2005, 1, 8)));
        rows[0].Series.Frequency.ShouldBe(Frequency.Irregular);
    }

    [Fact]
    public void An_unknown_commodity_is_kept_as_named_and_told_with_the_nearest_names()
    {
        var text = Text("wfp_food_prices_ken.csv").Replace("Maize (white),67", "Maize (wite),9967", StringComparison.Ordinal);
        var (rows, context, _) = RecordedFile.Read(RecordedFile.Make("wfp_food_prices_ken.csv", text));
        context.HasUnknown.ShouldBeFalse();
        rows.Count.ShouldBe(RecordedFile.ReadAll("wfp/wfp_food_prices_ken.csv").Count);
        var kept = rows.Where(r => r.Series.Item == "as-named").ToList();
        kept.ShouldNotBeEmpty();
        kept.ShouldAllBe(r => r.Series.Dimension("item") == "Maize (wite)" && r.Series.Dimension("market").Length > 0);
        var warning = context.Warnings.ShouldHaveSingleItem();
        warning.ShouldContain("9967 \"Maize (wite)\"");
        warning.ShouldContain("nearest known: Maize (white)");
    }

    [Theory]
    [InlineData("wfp_markets_nic.csv", "WFP's table of markets")]
    [InlineData("wfp_food_prices_lka_qc.csv", "WFP's checked selection of prices")]
    public void Tables_that_come_beside_the_prices_are_named(string name, string found) =>
        Should.Throw<DataFormatException>(() => RecordedFile.Read("wfp/" + name)).Problems[0].Value.ShouldStartWith(found);
}
