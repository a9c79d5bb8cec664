using FoodSecurity.Observations;
using FoodSecurity.Sources.Ipc;

namespace FoodSecurity.Tests.Sources.Ipc;

public sealed class IpcWideReaderTests
{
    private static Observation Of(IEnumerable<Observation> rows, string area, string element, string phase, string validity = "current") =>
        rows.Single(r =>
            r.Series.Area == area
            && r.Series.Element == element
            && r.Series.Dimension("phase") == phase
            && r.Series.Dimension("validity") == validity
        );

    [Fact]
    public void An_analysis_without_a_current_period_has_only_its_projection()
    {
        var (rows, context, reader) = RecordedFile.Read("ipc/wide_2023.csv");
        reader.ShouldBeOfType<IpcWideReader>();
        context.Problems.ShouldBeEmpty();
        context.Rows.ShouldBe(4);
        rows.Count.ShouldBe((6 * 13) + 6);
        rows.Where(r => r.Series.Area == "CAF" && r.Series.Element != "country-population")
            .Select(r => r.Series.Dimension("validity"))
            .Distinct()
            .ShouldBe(["first projection"]);
    }

    [Fact]
    public void One_row_is_read_in_every_field_as_in_the_long_table()
    {
        var row = Of(RecordedFile.ReadAll("ipc/wide_2023.csv").Where(r => r.Edition == "2021-06"), "AGO", "people-in-phase", "3+");
        row.ShouldBe(
            new Observation
            {
                Series = new SeriesKey
                {
                    Dataset = "ipc",
                    Area = "AGO",
                    Item = "people",
                    Element = "people-in-phase",
                    Unit = "persons",
                    Dimensions = "phase=3+;total=yes;validity=current",
                    Frequency = Frequency.Irregular,
                },
                Period = Period.Window(new DateOnly(2021, 6, 1), new DateOnly(2021, 9, 30)),
                Edition = "2021-06",
                PublishedOn = "2021-06",
                Value = 1315532,
                ValueText = "1315532",
                Status = ObservationStatus.Estimated,
                Line = 5,
                Column = "Phase 3+ number current",
            }
        );
    }

    [Fact]
    public void Tags_in_each_others_place_do_not_swap_phases_1_and_2()
    {
        var rows = RecordedFile.ReadAll("ipc/wide_2023.csv").Where(r => r.Edition == "2021-06").ToList();
        Of(rows, "AGO", "people-in-phase", "1").Value.ShouldBe(531260);
        Of(rows, "AGO", "share-in-phase", "1").Value.ShouldBe(0.2);
        Of(rows, "AGO", "people-in-phase", "2").Value.ShouldBe(820998);
    }

    [Fact]
    public void Headings_of_2022_and_the_first_of_the_last_month_mean_the_same()
    {
        var rows = RecordedFile.ReadAll("ipc/wide_2022.csv");
        rows.Count.ShouldBe((3 * (13 + 12)) + 2);
        rows[0].Period.ShouldBe(Period.Window(new DateOnly(2021, 6, 1), new DateOnly(2021, 9, 30)));
        rows.Count(r => r.Series.Element == "country-population").ShouldBe(2);
        rows[0].Series.Dimension("level1").ShouldBe("Cunene");
        rows[0].Series.Dimension("area").ShouldBe("Cuvelai");
    }

    [Fact]
    public void The_portals_export_has_titles_and_a_header_cut_over_three_lines()
    {
        var (rows, context, reader) = RecordedFile.Read("ipc/portal_made.csv");
        reader.ShouldBeOfType<IpcWideReader>();
        context.Problems.ShouldBeEmpty();
        context.UnknownCodes().ShouldBeEmpty();
        context.Rows.ShouldBe(2);
        var country = rows.Where(r => r.Series.Dimension("area").Length == 0).ToList();
        Of(country, "AGO", "people-in-phase", "all").Value.ShouldBe(2667790);
        Of(country, "AGO", "share-in-phase", "3+", "first projection").Value.ShouldBe(0.58);
        var stage = rows.First(r => r.Series.Element == "area-phase");
        (stage.Value, stage.Series.Dimension("area"), stage.Column).ShouldBe((3, "Cuvelai", "Current Area Phase"));
    }

    [Theory]
    [InlineData("Phase 3 number current", "current", "3", false)]
    [InlineData("Phase 3+ percentage second projection", "second projection", "3+", true)]
    [InlineData("phase5_percentage_projected", "first projection", "5", true)]
    [InlineData("p3plus_population", "current", "3+", false)]
    [InlineData("affected_population_projected", "first projection", "all", false)]
    [InlineData("First Projection Phase P3+ #", "first projection", "3+", false)]
    [InlineData("Second Projection Phase 4 %", "second projection", "4", true)]
    public void Three_generations_of_headings(string heading, string validity, string phase, bool share) =>
        IpcHeading.Of(heading).ShouldBe(new IpcHeading(IpcColumn.Figure, validity, phase, share));

    [Fact]
    public void Per_cent_where_shares_are_expected_is_refused()
    {
        var text = File.ReadAllText(RecordedFile.PathOf("ipc/wide_2023.csv"))
            .Replace(",0.47,7451417,", ",47,7451417,", StringComparison.Ordinal);
        RecordedFile
            .Read(RecordedFile.Make("ipc.csv", text))
            .Context.Problems.ShouldHaveSingleItem()
            .Column.ShouldBe("Phase 3+ percentage current");
    }
}
