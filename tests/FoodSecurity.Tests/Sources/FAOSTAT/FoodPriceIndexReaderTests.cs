using FoodSecurity.Observations;
using FoodSecurity.Sources.FAOSTAT;

namespace FoodSecurity.Tests.Sources.FAOSTAT;

public sealed class FoodPriceIndexReaderTests
{
    private static readonly IReadOnlyList<Observation> Rows = RecordedFile.ReadAll("faostat/food_price_indices.csv");

    [Fact]
    public void Every_month_is_six_observations_and_empty_rows_are_none()
    {
        var (rows, context, reader) = RecordedFile.Read("faostat/food_price_indices.csv");
        reader.ShouldBeOfType<FoodPriceIndexReader>();
        (context.Rows, rows.Count).ShouldBe((24, 144));
    }

    [Fact]
    public void One_figure_is_read_in_every_field() =>
        Rows[4]
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "fao-ffpi",
                        Area = "WORLD",
                        Item = "vegetable-oils",
                        Element = "price-index",
                        Unit = "index",
                        Dimensions = "base=2014-2016",
                        Frequency = Frequency.Monthly,
                    },
                    Period = Period.Month(1990, 1),
                    Value = 44.59,
                    ValueText = "44.59",
                    Line = 5,
                    Column = "Oils",
                }
            );

    [Fact]
    public void A_spreadsheet_has_turned_the_months_of_this_century_round() =>
        Rows.Where(r => r.Column == "Meat").Select(r => r.Period.Label).TakeLast(4).ShouldBe(["2024-12", "2025-01", "2025-02", "2025-03"]);

    [Theory]
    [InlineData("1990-01", 1990, 1)]
    [InlineData("Jan-90", 1990, 1)]
    [InlineData("1-Feb", 2001, 2)]
    [InlineData("Sep-24", 2024, 9)]
    [InlineData("Sep 2024", 2024, 9)]
    [InlineData("2024-09-01", 2024, 9)]
    public void Months_in_either_style(string printed, int year, int month)
    {
        var text =
            $"FAO Food Price Index,,,,,,\n2014-2016=100,,,,,,\nDate,Food Price Index,Meat,Dairy,Cereals,Oils,Sugar\n{printed},64.4,74.3,53.5,64.1,44.59,87.9\n";
        RecordedFile.ReadAll(RecordedFile.Make("ffpi.csv", text))[0].Period.ShouldBe(Period.Month(year, month));
    }

    [Fact]
    public void Another_base_is_another_series()
    {
        var text = File.ReadAllText(RecordedFile.PathOf("faostat/food_price_indices.csv"))
            .Replace("2014-2016=100", "2002-2004=100", StringComparison.Ordinal);
        RecordedFile.ReadAll(RecordedFile.Make("ffpi.csv", text))[0].Series.Dimensions.ShouldBe("base=2002-2004");
    }
}
