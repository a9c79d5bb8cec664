using FoodSecurity.Observations;

namespace FoodSecurity.Tests.Sources.FAOSTAT;

/// <summary>Trade, producer prices and consumer prices: rows in the layout FAO documents, written here.</summary>
public sealed class FaostatPriceTests
{
    private const string Yearly =
        "Area Code,Area Code (M49),Area,Item Code,Item Code (CPC),Item,Element Code,Element,Year Code,Year,Unit,Value,Flag,Note\n";
    private const string ByMonth =
        "Area Code,Area Code (M49),Area,Item Code,Item,Element Code,Element,Months Code,Months,Year Code,Year,Unit,Value,Flag,Note\n";

    [Fact]
    public void Trade_has_quantities_and_values()
    {
        var rows = Read(
            "Trade_CropsLivestock_E_All_Data_(Normalized).csv",
            Yearly
                + "116,'408,Democratic People's Republic of Korea,15,'0111,Wheat,5610,Import quantity,2020,2020,t,120000,X,\n"
                + "116,'408,Democratic People's Republic of Korea,15,'0111,Wheat,5622,Import value,2020,2020,1000 USD,30100,X,\n"
        );
        rows.Select(r => (r.Series.Dataset, r.Series.Area, r.Series.Item, r.Series.Element, r.Series.Unit, r.Value))
            .ShouldBe([
                ("fao-tcl", "PRK", "wheat", "import-quantity", "t", 120000),
                ("fao-tcl", "PRK", "wheat", "import-value", "1000-usd", 30100),
            ]);
    }

    [Fact]
    public void Producer_prices_in_three_currencies_are_three_series_and_months_are_not_years()
    {
        const string Kenya = "114,'404,Kenya,15,Wheat,";
        var rows = Read(
            "Prices_E_All_Data_(Normalized).csv",
            ByMonth
                + Kenya
                + "5530,Producer Price (LCU/tonne),7021,Annual value,2020,2020,LCU,34000,A,\n"
                + Kenya
                + "5531,Producer Price (SLC/tonne),7021,Annual value,2020,2020,SLC,34000,A,\n"
                + Kenya
                + "5532,Producer Price (USD/tonne),7021,Annual value,2020,2020,USD,319.3,A,\n"
                + Kenya
                + "5539,Producer Price Index (2014-2016 = 100),7021,Annual value,2020,2020,,101.2,E,\n"
                + Kenya
                + "5530,Producer Price (LCU/tonne),7002,February,2020,2020,LCU,33500,A,\n"
        );
        rows.Select(r => (r.Series.Element, r.Series.Unit, r.Series.Frequency, r.Period.TidyText))
            .ShouldBe([
                ("price", "lcu-per-t", Frequency.Yearly, "2020"),
                ("price", "slc-per-t", Frequency.Yearly, "2020"),
                ("price", "usd-per-t", Frequency.Yearly, "2020"),
                ("price-index", "index", Frequency.Yearly, "2020"),
                ("price", "lcu-per-t", Frequency.Monthly, "2020-02"),
            ]);
        rows.ShouldAllBe(r => r.Series.Dataset == "fao-pp");
    }

    [Fact]
    public void Consumer_prices_are_indicators_by_month()
    {
        var rows = Read(
            "cp.csv",
            ByMonth
                + "231,'840,United States of America,23013,\"Consumer Prices, Food Indices (2015 = 100)\",6125,Value,7001,January,2024,2024,,130.500000,X,base year is 2015\n"
                + "231,'840,United States of America,23014,Food price inflation,6121,Value,7012,December,2023,2023,%,2.7,E,\n"
        );
        rows.Select(r => (r.Series.Dataset, r.Series.Item, r.Series.Element, r.Series.Unit, r.Period, r.Note))
            .ShouldBe([
                ("fao-cp", "food", "consumer-price-index", "index", Period.Month(2024, 1), "base year is 2015"),
                ("fao-cp", "food", "price-inflation", "percent", Period.Month(2023, 12), ""),
            ]);
    }

    [Theory]
    [InlineData("NR")]
    [InlineData("NV")]
    [InlineData("")]
    public void A_figure_that_is_not_reported_is_missing_and_not_zero_and_keeps_its_print(string printed)
    {
        var row = Read(
                "Trade_CropsLivestock_E_All_Data_(Normalized).csv",
                Yearly + $"116,'408,Democratic People's Republic of Korea,15,'0111,Wheat,5610,Import quantity,2020,2020,t,{printed},X,\n"
            )
            .ShouldHaveSingleItem();
        (row.Value, row.Status, row.ValueText).ShouldBe(((double?)null, ObservationStatus.Missing, printed));
    }

    [Fact]
    public void A_month_that_is_none_is_a_bad_cell()
    {
        var text =
            ByMonth
            + "231,'840,United States of America,23013,\"Consumer Prices, Food Indices (2015 = 100)\",6125,Value,7013,,2024,2024,,130.5,X,\n";
        var problem = RecordedFile.Read(RecordedFile.Make("cp.csv", text)).Context.Problems.ShouldHaveSingleItem();
        (problem.Column, problem.Value).ShouldBe(("Months Code", "7013"));
    }

    private static IReadOnlyList<Observation> Read(string name, string text) => RecordedFile.ReadAll(RecordedFile.Make(name, text));
}
