using FoodSecurity.Observations;
using FoodSecurity.Sources.FAOSTAT;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Tests.Sources.FAOSTAT;

public sealed class FaostatBulkReaderTests
{
    private static readonly IReadOnlyList<Observation> Suite = RecordedFile.ReadAll("faostat/fs_2019_bulk.csv");
    private static readonly IReadOnlyList<Observation> Crops = RecordedFile.ReadAll("faostat/qcl_current_layout.csv");

    [Fact]
    public void Both_layouts_are_recognised_and_counted()
    {
        RecordedFile.Read("faostat/fs_2019_bulk.csv").Reader.ShouldBeOfType<FaostatBulkReader>();
        RecordedFile.Read("faostat/qcl_current_layout.csv").Reader.ShouldBeOfType<FaostatBulkReader>();
        Suite.Count.ShouldBe(29);
        Crops.Count.ShouldBe(8);
    }

    [Fact]
    public void One_row_of_the_layout_of_2019_is_read_in_every_field()
    {
        Suite
            .Single(r => r.Series.Area == "PRK" && r.ValueText == "47.8")
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "fao-fs",
                        Area = "PRK",
                        Item = "people",
                        Element = "undernourishment",
                        Unit = "percent",
                        Native = "116 210041 6121",
                    },
                    Period = Period.Mean(2016, 2018),
                    Value = 47.8,
                    ValueText = "47.8",
                    Status = ObservationStatus.Estimated,
                    Flag = "F",
                    Line = 24,
                    Column = "Value",
                }
            );
    }

    [Fact]
    public void One_row_of_the_current_layout_is_read_in_every_field()
    {
        Crops[2]
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "fao-qcl",
                        Area = "PRK",
                        Item = "wheat",
                        Element = "yield",
                        Unit = "kg-per-ha",
                        Native = "116 15 5412",
                    },
                    Period = Period.CalendarYear(2023),
                    Value = 1230.8,
                    ValueText = "1230.8",
                    Status = ObservationStatus.Estimated,
                    Flag = "E",
                    Line = 4,
                    Column = "Value",
                }
            );
        Crops[2].Series.Native.ShouldBe("116 15 5412");
    }

    [Fact]
    public void Area_116_of_fao_is_north_korea_though_it_is_cambodia_in_m49()
    {
        Suite.Single(r => r.Series.Native == "115 210041 6121").Series.Area.ShouldBe("KHM");
        Suite.Where(r => r.Series.Native.StartsWith("116 ", StringComparison.Ordinal)).ShouldAllBe(r => r.Series.Area == "PRK");
        Crops.Single(r => r.Series.Native.StartsWith("115 ", StringComparison.Ordinal)).Series.Area.ShouldBe("KHM");
    }

    [Fact]
    public void China_351_is_the_aggregate_and_41_the_mainland()
    {
        Crops.Single(r => r.Series.Native.StartsWith("351 ", StringComparison.Ordinal)).Series.Area.ShouldBe("CHINA-FAO");
        Crops.Single(r => r.Series.Native.StartsWith("41 ", StringComparison.Ordinal)).Series.Area.ShouldBe("CHN");
    }

    [Fact]
    public void Less_than_keeps_its_sign_its_bound_and_its_number()
    {
        var row = Suite.Single(r => r.Series.Area == "AUS");
        (row.Value, row.Bound, row.ValueText).ShouldBe((2.5, ValueBound.LessThan, "<2.5"));
    }

    [Fact]
    public void An_empty_value_with_a_flag_is_a_missing_observation_never_zero()
    {
        var rows = Suite.Where(r => r.Series.Element == "severe-food-insecurity").ToList();
        rows.Count.ShouldBe(3);
        rows.ShouldAllBe(r => r.Value == null && r.ValueText == "" && r.Flag == "NV" && r.Status == ObservationStatus.Missing);
    }

    [Fact]
    public void Latin_1_is_read_where_it_was_published()
    {
        // Two bytes of the excerpt are no UTF-8 ("Côte d'Ivoire"); nothing is refused.
        Suite.Count(r => r.Series.Area == "CIV").ShouldBe(2);
    }

    [Fact]
    public void Years_and_three_year_averages_stand_in_one_file()
    {
        Suite.Single(r => r.Series.Element == "political-stability").Period.ShouldBe(Period.CalendarYear(2017));
        Suite.Single(r => r.Series.Element == "political-stability").Value.ShouldBe(-0.48);
    }

    [Fact]
    public void Dollars_are_per_person_though_the_unit_does_not_say_so()
    {
        Suite.Single(r => r.Series.Element == "gdp-per-person").Series.Unit.ShouldBe("int-dollar-per-person");
    }

    [Fact]
    public void Paddy_is_the_basis_of_tonnes_not_of_hectares()
    {
        Crops.Single(r => r.Series is { Area: "PRK", Item: "rice", Element: "production" }).Series.Basis.ShouldBe("paddy");
        Crops.Single(r => r.Series is { Area: "PRK", Item: "rice", Element: "area-harvested" }).Series.Basis.ShouldBe("");
    }

    [Fact]
    public void A_line_break_inside_quotes_counts_as_a_line()
    {
        Crops.Single(r => r.Series.Area == "CIV").Line.ShouldBe(8);
        Crops.Single(r => r.Series.Area == "CIV").Note.ShouldBe("two\nlines of note");
        Crops[^1].Line.ShouldBe(10);
    }

    [Fact]
    public void M_of_the_current_layout_says_that_no_figure_can_exist()
    {
        var row = Crops.Single(r => r.Series.Area == "CIV");
        (row.Value, row.Status, row.Flag).ShouldBe((null, ObservationStatus.NotApplicable, "M"));
    }

    [Fact]
    public void A_bulk_file_is_whole_and_its_domain_is_told_by_name_or_items()
    {
        var draft = new FaostatBulkReader().Describe(RecordedFile.Open("faostat/fs_2019_bulk.csv"));
        (draft.Dataset, draft.Coverage).ShouldBe(("fao-fs", ReleaseCoverage.Whole));
        var named = RecordedFile.Make(
            "Production_Crops_Livestock_E_All_Data_(Normalized).csv",
            File.ReadAllBytes(RecordedFile.PathOf("faostat/qcl_current_layout.csv"))
        );
        new FaostatBulkReader().Describe(SourceFile.Open(named)).Dataset.ShouldBe("fao-qcl");
    }
}
