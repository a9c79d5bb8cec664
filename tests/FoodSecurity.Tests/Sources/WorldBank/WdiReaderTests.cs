using FoodSecurity.Observations;
using FoodSecurity.Sources.WorldBank;

namespace FoodSecurity.Tests.Sources.WorldBank;

public sealed class WdiReaderTests
{
    private static readonly IReadOnlyList<Observation> Cereals = RecordedFile.ReadAll("worldbank/wdi_cereal_production.csv");
    private static readonly IReadOnlyList<Observation> Hunger = RecordedFile.ReadAll("worldbank/wdi_undernourishment.csv");

    [Fact]
    public void Rows_and_dates_are_found_behind_the_preamble()
    {
        var (_, context, reader) = RecordedFile.Read("worldbank/wdi_cereal_production.csv");
        context.Rows.ShouldBe(7);
        var draft = reader.ShouldBeOfType<WdiReader>().Describe(RecordedFile.Open("worldbank/wdi_cereal_production.csv"));
        draft.ReleasedOn.ShouldBe("2023-12-18");
        draft.Title.ShouldBe("Cereal production (metric tons)");
        draft.Dataset.ShouldBe("wb-wdi");
        draft.Coverage.ShouldBe(ReleaseCoverage.Whole);
    }

    [Fact]
    public void One_cell_is_read_in_every_field()
    {
        Cereals
            .Single(r => r.Series.Area == "PRK" && r.Period.Year == 2021)
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
                        Native = "PRK AG.PRD.CREL.MT",
                    },
                    Period = Period.CalendarYear(2021),
                    Value = 4481693.78,
                    ValueText = "4481693.78",
                    Line = 10,
                    Column = "2021",
                }
            );
    }

    [Fact]
    public void A_country_without_any_figure_gives_nothing_and_cells_before_the_first_are_left_out()
    {
        Cereals.ShouldNotContain(r => r.Series.Area == "ABW");
        Cereals.Where(r => r.Series.Area == "PRK").Select(r => r.Period.Year).ShouldBe(Enumerable.Range(1961, 61));
    }

    [Fact]
    public void Silence_after_the_last_figure_is_missing_up_to_the_last_year_of_any_country()
    {
        var silent = Hunger.Where(r => r.Series.Area == "PRK" && r.Status == ObservationStatus.Missing).ToList();
        silent.Select(r => r.Column).ShouldBe(["2019", "2020", "2021", "2022", "2023"]);
        silent.ShouldAllBe(r => r.Value == null && r.ValueText == "");
    }

    [Fact]
    public void Undernourishment_is_a_mean_of_three_years_stamped_with_the_middle_one()
    {
        var last = Hunger.Last(r => r.Series.Area == "PRK" && r.Value is not null);
        last.Column.ShouldBe("2018");
        last.ValueText.ShouldBe("47");
        last.Period.ShouldBe(Period.Mean(2017, 2019));
    }

    [Fact]
    public void Aggregates_have_codes_of_their_own()
    {
        Cereals.ShouldContain(r => r.Series.Area == "WORLD");
        RecordedFile.Words.Areas["WORLD"].Level.ShouldBe(AreaLevel.Aggregate);
        Cereals
            .Where(r => r.Series.Native.StartsWith("AFE ", StringComparison.Ordinal))
            .ShouldAllBe(r => RecordedFile.Words.Areas[r.Series.Area].Level == AreaLevel.Aggregate);
    }
}
