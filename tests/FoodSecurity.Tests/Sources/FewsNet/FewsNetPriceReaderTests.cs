using FoodSecurity.Observations;
using FoodSecurity.Sources.FewsNet;

namespace FoodSecurity.Tests.Sources.FewsNet;

public sealed class FewsNetPriceReaderTests
{
    private static readonly IReadOnlyList<Observation> Rows = RecordedFile.ReadAll("fewsnet/staple_prices_zw.csv");

    [Fact]
    public void Every_row_is_one_observation()
    {
        var (rows, context, reader) = RecordedFile.Read("fewsnet/staple_prices_zw.csv");
        reader.ShouldBeOfType<FewsNetPriceReader>();
        (context.Rows, rows.Count).ShouldBe((21, 21));
    }

    [Fact]
    public void One_row_is_read_in_every_field()
    {
        var row = Rows.First(r => r.Series.Item == "maize-grain-white" && r.Series.Dimension("currency") == "ZWL");
        row.ShouldBe(
            new Observation
            {
                Series = new SeriesKey
                {
                    Dataset = "fewsnet",
                    Area = "ZWE",
                    Item = "maize-grain-white",
                    Element = "price",
                    Unit = "currency-per-package",
                    Frequency = Frequency.Monthly,
                    Dimensions = "admin1=Harare;currency=ZWL;market=Harare, Mbare;origin=Local;package=kg;pricetype=Retail",
                },
                Period = row.Period,
                Value = row.Value,
                ValueText = row.ValueText,
                Line = row.Line,
                Column = "value",
                RowSource = "Famine Early Warning Systems Network (FEWS NET), Zimbabwe, Price (ZWL)",
            }
        );
        row.Period.Kind.ShouldBe(PeriodKind.Month);
        row.Series.Native.ShouldBe("R01122AC at -17.868 31.0312");
    }

    [Fact]
    public void One_market_is_priced_in_two_currencies() =>
        Rows.Where(r => r.Series.Item == "maize-grain-white")
            .Select(r => r.Series.Dimension("currency"))
            .Distinct()
            .ShouldBe(["ZWL", "USD"], ignoreOrder: true);

    [Fact]
    public void A_month_without_a_report_is_missing_not_zero()
    {
        var empty = Rows.Where(r => r.Value is null).ToList();
        empty.Count.ShouldBeGreaterThanOrEqualTo(3);
        empty.ShouldAllBe(r => r.Status == ObservationStatus.Missing);
    }

    [Fact]
    public void Packages_keep_their_size() =>
        Rows.Select(r => r.Series.Dimension("package")).Distinct().ShouldBe(["L", "kg", "700 g", "125 g"], ignoreOrder: true);
}
