using FoodSecurity.Observations;
using FoodSecurity.Sources.Inform;

namespace FoodSecurity.Tests.Sources.Inform;

public sealed class InformReaderTests
{
    [Fact]
    public void Every_row_is_one_observation_and_one_is_read_in_every_field()
    {
        var (rows, context, reader) = RecordedFile.Read("inform/trends.csv");
        reader.ShouldBeOfType<InformReader>();
        (context.Rows, rows.Count).ShouldBe((24, 24));
        rows[0]
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "inform",
                        Area = "AFG",
                        Item = "people",
                        Element = "risk-index",
                        Unit = "index",
                    },
                    Period = Period.CalendarYear(2024),
                    Value = 7.8,
                    ValueText = "7.8",
                    Status = ObservationStatus.Estimated,
                    Line = 2,
                    Column = "IndicatorScore",
                }
            );
        rows[0].Series.Native.ShouldBe("AFG INFORM");
    }

    [Fact]
    public void The_four_indices_of_north_korea() =>
        RecordedFile
            .ReadAll("inform/trends.csv")
            .Where(r => r.Series.Area == "PRK")
            .Select(r => r.Series.Element)
            .Distinct()
            .ShouldBe(["risk-index", "hazard-index", "vulnerability-index", "coping-index"], ignoreOrder: true);

    [Fact]
    public void An_index_nobody_knows_is_listed()
    {
        var text = File.ReadAllText(RecordedFile.PathOf("inform/trends.csv")).Replace(",CC,", ",CC.INS,", StringComparison.Ordinal);
        RecordedFile.Read(RecordedFile.Make("trends.csv", text)).Context.UnknownCodes().ShouldHaveSingleItem().Code.ShouldBe("CC.INS");
    }
}
