using FoodSecurity.Observations;
using FoodSecurity.Sources.FAOSTAT;

namespace FoodSecurity.Tests.Sources.FAOSTAT;

public sealed class FaostatWideReaderTests
{
    private static readonly IReadOnlyList<Observation> Rows = RecordedFile.ReadAll("faostat/fs_2025_wide.csv");

    private static IEnumerable<Observation> Korean(string native) => Rows.Where(r => r.Series.Native == "116 " + native);

    [Fact]
    public void A_row_gives_one_observation_for_each_column_of_its_kind()
    {
        var (rows, context, reader) = RecordedFile.Read("faostat/fs_2025_wide.csv");
        reader.ShouldBeOfType<FaostatWideReader>();
        context.Rows.ShouldBe(29);
        rows.Count.ShouldBe(689);
        Korean("210041 6121").Count().ShouldBe(23);
        Korean("220001 6128").Count().ShouldBe(25);
    }

    [Fact]
    public void One_cell_is_read_in_every_field()
    {
        Korean("210041 6121")
            .Single(r => r.Column == "Y20172019")
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
                    Period = Period.Mean(2017, 2019),
                    Value = 47,
                    ValueText = "47",
                    Line = 10,
                    Column = "Y20172019",
                }
            );
    }

    [Fact]
    public void No_figure_after_2017_to_2019_is_known_from_the_file()
    {
        Korean("210041 6121")
            .Where(r => r.Status == ObservationStatus.Missing)
            .Select(r => r.Column)
            .ShouldBe(["Y20182020", "Y20192021", "Y20202022", "Y20212023", "Y20222024"]);
    }

    [Fact]
    public void A_row_without_any_figure_is_missing_throughout()
    {
        var silent = Korean("210401 6121").ToList();
        silent.Count.ShouldBe(23);
        silent.ShouldAllBe(r => r.Value == null && r.Status == ObservationStatus.Missing && r.Period.Kind == PeriodKind.MultiYearMean);
    }

    [Fact]
    public void Bounds_of_a_confidence_interval_are_series_of_their_own()
    {
        Korean("210401 61211").First().Series.Dimensions.ShouldBe("estimate=lower");
        Korean("210401 6121").First().Series.Dimensions.ShouldBe("");
    }

    [Fact]
    public void An_index_without_printed_unit_keeps_its_sign()
    {
        var first = Korean("21032 6125").First();
        (first.Series.Unit, first.Value, first.Period).ShouldBe(("index", -0.02, Period.CalendarYear(2000)));
    }

    [Fact]
    public void A_value_below_the_limit_keeps_its_sign_and_a_figure_without_flag_has_no_status()
    {
        Rows.Where(r => r.Series.Area == "DNK" && r.Value is not null)
            .ShouldAllBe(r => r.Bound == ValueBound.LessThan && r.Status == ObservationStatus.Unspecified);
    }

    [Fact]
    public void The_wide_file_with_flags_gives_every_figure_its_status()
    {
        const string Korea = "116,'408,Democratic People's Republic of Korea,15,'0111,Wheat,5312,Area harvested,ha";
        var rows = RecordedFile.ReadAll(
            RecordedFile.Make(
                "Production_Crops_Livestock_E_All_Data.csv",
                "Area Code,Area Code (M49),Area,Item Code,Item Code (CPC),Item,Element Code,Element,Unit,Y2020,Y2020F,Y2020N,Y2021,Y2021F,Y2021N,Y2022,Y2022F,Y2022N\n"
                    + Korea
                    + ",54733,E,by FAO,0,M,,,,\n"
            )
        );
        rows.Select(r => (r.Column, r.Value, r.Status, r.Flag, r.Note))
            .ShouldBe([
                ("Y2020", 54733d, ObservationStatus.Estimated, "E", "by FAO"),
                ("Y2021", (double?)null, ObservationStatus.NotApplicable, "M", ""),
                ("Y2022", null, ObservationStatus.Missing, "", ""),
            ]);
        rows[0]
            .Series.ShouldBe(
                new SeriesKey
                {
                    Dataset = "fao-qcl",
                    Area = "PRK",
                    Item = "wheat",
                    Element = "area-harvested",
                    Unit = "ha",
                }
            );
    }

    [Fact]
    public void Old_flags_of_a_wide_file_keep_their_old_meaning()
    {
        var rows = RecordedFile.ReadAll(
            RecordedFile.Make(
                "Production_Crops_E_All_Data.csv",
                "Area Code,Area,Item Code,Item,Element Code,Element,Unit,Y2016,Y2016F,Y2017,Y2017F\n116,Democratic People's Republic of Korea,15,Wheat,5312,Area harvested,ha,71000,,72000,F\n"
            )
        );
        rows.Select(r => (r.Period.Year, r.Status)).ShouldBe([(2016, ObservationStatus.Official), (2017, ObservationStatus.Estimated)]);
    }
}
