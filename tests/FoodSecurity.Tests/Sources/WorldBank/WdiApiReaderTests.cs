using FoodSecurity.Observations;
using FoodSecurity.Sources.Usda;
using FoodSecurity.Sources.WorldBank;

namespace FoodSecurity.Tests.Sources.WorldBank;

public sealed class WdiApiReaderTests
{
    [Fact]
    public void Holes_are_missing_and_what_lies_before_the_first_figure_is_left_out()
    {
        var (rows, context, reader) = RecordedFile.Read("worldbank/api_made.json");
        reader.ShouldBeOfType<WdiApiReader>();
        context.Problems.ShouldBeEmpty();
        context.Rows.ShouldBe(10);
        rows.Where(r => r.Series.Area == "PRK" && r.Series.Item == "cereals")
            .Select(r => (r.Period.Label, r.Value, r.Status))
            .ShouldBe([
                ("2022", null, ObservationStatus.Missing),
                ("2021", 4782000, ObservationStatus.Unspecified),
                ("2020", null, ObservationStatus.Missing),
                ("2019", 4830880, ObservationStatus.Unspecified),
                ("1961", 3583000, ObservationStatus.Unspecified),
            ]);
    }

    [Fact]
    public void One_figure_is_read_in_every_field() =>
        RecordedFile
            .ReadAll("worldbank/api_made.json")[1]
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "wb-wdi",
                        Area = "PRK",
                        Item = "cereals",
                        Element = "production",
                        Unit = "t",
                        Basis = "rice-as-paddy",
                    },
                    Period = Period.CalendarYear(2021),
                    Value = 4782000,
                    ValueText = "4782000",
                    Line = 1,
                    Column = "[2].value",
                }
            );

    [Fact]
    public void Undernourishment_is_a_mean_stamped_with_its_middle_year() =>
        RecordedFile
            .ReadAll("worldbank/api_made.json")
            .Where(r => r.Series.Element == "undernourishment")
            .Select(r => r.Period)
            .ShouldBe([Period.Mean(2017, 2019), Period.Mean(2016, 2018)]);

    [Fact]
    public void The_answer_states_when_it_was_updated_and_that_it_is_one_page_of_several()
    {
        new WdiApiReader().Describe(RecordedFile.Open("worldbank/api_made.json")).ReleasedOn.ShouldBe("2023-12-18");
        var text = File.ReadAllText(RecordedFile.PathOf("worldbank/api_made.json"))
            .Replace("\"pages\":1", "\"pages\":3", StringComparison.Ordinal);
        RecordedFile.Read(RecordedFile.Make("api.json", text)).Context.Warnings.ShouldHaveSingleItem().ShouldContain("page 1 of 3");
    }

    [Fact]
    public void Usdas_answer_gives_the_rows_of_its_bulk_file()
    {
        var (rows, context, reader) = RecordedFile.Read("usda/psd_api_made.json");
        reader.ShouldBeOfType<PsdApiReader>();
        context.UnknownCodes().ShouldBeEmpty();
        context.Rows.ShouldBe(6);
        var bulk = RecordedFile.ReadAll("usda/psd.csv").ToLookup(r => (r.Series, r.Period));
        foreach (var row in rows)
        {
            var same = bulk[(row.Series, row.Period)].ShouldHaveSingleItem();
            (same.Value, same.Status, same.PublishedOn).ShouldBe((row.Value, row.Status, row.PublishedOn));
        }
    }
}
