using FoodSecurity.Observations;
using FoodSecurity.Sources.Ipc;

namespace FoodSecurity.Tests.Sources.Ipc;

public sealed class IpcReaderTests
{
    private static readonly IReadOnlyList<Observation> Rows = RecordedFile.ReadAll("ipc/ipc_global_national_long.csv");

    private static string Text(string name) => File.ReadAllText(RecordedFile.PathOf("ipc/" + name));

    [Fact]
    public void Every_row_is_a_number_and_a_share_and_the_countrys_population_stands_once_a_period()
    {
        var (rows, context, reader) = RecordedFile.Read("ipc/ipc_global_national_long.csv");
        reader.ShouldBeOfType<IpcReader>();
        context.Rows.ShouldBe(35);
        rows.Count(r => r.Series.Element == "people-in-phase").ShouldBe(35);
        rows.Count(r => r.Series.Element == "share-in-phase").ShouldBe(35);
        rows.Count(r => r.Series.Element == "country-population").ShouldBe(4);
    }

    [Fact]
    public void One_row_is_read_in_every_field()
    {
        var made = new Observation
        {
            Series = new SeriesKey
            {
                Dataset = "ipc",
                Area = "AFG",
                Item = "people",
                Element = "people-in-phase",
                Unit = "persons",
                Dimensions = "phase=3+;total=yes;validity=current",
                Frequency = Frequency.Irregular,
            },
            Period = Period.Window(new DateOnly(2023, 4, 1), new DateOnly(2023, 4, 30)),
            Edition = "2023-04",
            PublishedOn = "2023-04",
            Value = 17213584,
            ValueText = "17213584",
            Status = ObservationStatus.Estimated,
            Line = 4,
            Column = "Number",
        };
        Rows.Single(r => r.Line == 4 && r.Column == "Number").ShouldBe(made);
        Rows.Single(r => r.Line == 4 && r.Column == "Percentage")
            .ShouldBe(
                made with
                {
                    Series = made.Series with { Element = "share-in-phase", Unit = "ratio" },
                    Value = 0.4,
                    ValueText = "0.4",
                    Column = "Percentage",
                }
            );
    }

    [Fact]
    public void Totals_are_told_from_phases()
    {
        Rows.Where(r => r.Series.Element == "people-in-phase" && r.Series.Dimension("total") == "yes")
            .Select(r => r.Series.Dimension("phase"))
            .Distinct()
            .ShouldBe(["all", "3+"]);
        foreach (
            var analysis in Rows.Where(r => r.Series.Element == "people-in-phase" && r.Series.Area == "AFG")
                .GroupBy(r => (r.Edition, r.Period))
        )
        {
            double Sum(Func<string, bool> phases) => analysis.Where(r => phases(r.Series.Dimension("phase"))).Sum(r => r.Value!.Value);
            Sum(p => p is "1" or "2" or "3" or "4" or "5").ShouldBe(Sum(p => p == "all"), 5);
            Sum(p => p is "3" or "4" or "5").ShouldBe(Sum(p => p == "3+"), 5);
        }
    }

    [Fact]
    public void The_population_analysed_is_not_the_countrys()
    {
        var ethiopia = Rows.Where(r => r.Series.Area == "ETH").ToList();
        ethiopia.First(r => r.Series.Element == "country-population").Value.ShouldBe(114964000);
        ethiopia.First(r => r.Series.Dimension("phase") == "all").Value.ShouldBe(56346877);
    }

    [Fact]
    public void A_projection_is_a_forecast()
    {
        Rows.Where(r => r.Series.Dimension("validity") == "first projection").ShouldAllBe(r => r.Status == ObservationStatus.Forecast);
        Rows.Any(r => r.Series.Dimension("validity") == "first projection").ShouldBeTrue();
    }

    [Fact]
    public void Two_analyses_of_one_month_are_told_apart_by_the_population_they_analysed()
    {
        var ethiopia = Rows.Where(r => r.Series.Area == "ETH" && r.Column == "Number" && r.Series.Dimension("validity") == "current")
            .ToList();
        ethiopia.Count.ShouldBe(14);
        ethiopia.Select(r => (r.Series, r.Period, r.Edition)).Distinct().Count().ShouldBe(14);
        ethiopia
            .Where(r => r.Series.Dimension("phase") == "3")
            .Select(r => (r.Series.Dimensions, r.Value))
            .ShouldBe([("phase=3;validity=current", 12072236), ("analysed=8980967;phase=3;validity=current", 3091605)]);
    }

    [Fact]
    public void One_analysis_printed_twice_is_a_repeat_and_not_another()
    {
        var tigray = RecordedFile
            .ReadAll("ipc/ipc_global_level1_long.csv")
            .Where(r => r.Series.Dimension("level1") == "Tigray" && r.Column == "Number")
            .ToList();
        tigray.Count.ShouldBeGreaterThan(tigray.Select(r => (r.Series, r.Period, r.Edition)).Distinct().Count());
        tigray.ShouldAllBe(r => r.Series.Dimension("analysed") == "");
    }

    [Fact]
    public void Both_analyses_are_held_and_nothing_is_warned_of()
    {
        var store = FoodSecurity.Database.Store.Open(Path.Combine(RecordedFile.Folder(), "ipc.db"));
        var report = FoodSecurity.Sources.Loading.FileLoader.Load(
            store,
            RecordedFile.Words,
            RecordedFile.PathOf("ipc/ipc_global_national_long.csv"),
            new FoodSecurity.Sources.Loading.LoadOptions()
        );
        report.Warnings.ShouldBeEmpty();
        using var connection = store.OpenReader();
        var held = FoodSecurity
            .Series.SeriesQuery.Find(connection, new FoodSecurity.Series.SeriesQuestion { Area = "ETH", Elements = ["people-in-phase"] })
            .Where(s => s.Key.Dimension("phase") == "all" && s.Key.Dimension("validity") == "current");
        held.SelectMany(s => s.Points.Select(p => p.Value)).ShouldBe([56346877m, 8980967m], ignoreOrder: true);
    }

    [Fact]
    public void Parts_of_a_country_stay_names()
    {
        var level1 = RecordedFile.ReadAll("ipc/ipc_global_level1_long.csv");
        level1[0].Series.Dimensions.ShouldBe("level1=Badakhshan;phase=all;total=yes;validity=current");
        var areas = RecordedFile.ReadAll("ipc/ipc_ken_area_long.csv");
        areas[0].Series.Dimensions.ShouldBe("area=Marsabit;level1=Others;phase=all;total=yes;validity=current");
        (areas[0].Series.Area, areas[0].Edition, areas[0].Value).ShouldBe(("KEN", "2025-07", 515000));
    }

    [Fact]
    public void The_line_of_tags_changes_nothing()
    {
        var lines = Text("ipc_global_national_long.csv").Split('\n');
        var without = RecordedFile.ReadAll(RecordedFile.Make("ipc.csv", string.Join('\n', lines.Where((_, i) => i != 1))));
        without.Select(r => r with { Line = r.Line + 1 }).ShouldBe(Rows);
    }

    [Fact]
    public void Titles_may_stand_before_the_header()
    {
        var text = "Acute food insecurity - population tracking tool,,,,,,,,\n\n" + Text("ipc_global_national_long.csv");
        RecordedFile.ReadAll(RecordedFile.Make("ipc.csv", text)).Select(r => r with { Line = r.Line - 2 }).ShouldBe(Rows);
    }

    [Theory]
    [InlineData(
        "Apr 2023,AFG,43100596,current,2023-04-01,2023-04-30,3+",
        "Apr 2023,AFG,43100596,current,2023-04-01,2023-04-30,3-5",
        "Phase"
    )]
    [InlineData(
        "Apr 2023,AFG,43100596,current,2023-04-01,2023-04-30,3+",
        "Apr 2023,AFG,43100596,now,2023-04-01,2023-04-30,3+",
        "Validity period"
    )]
    [InlineData(
        "Apr 2023,AFG,43100596,current,2023-04-01,2023-04-30,3+",
        "April,AFG,43100596,current,2023-04-01,2023-04-30,3+",
        "Date of analysis"
    )]
    [InlineData("Apr 2023,AFG,43100596,current,2023-04-01,2023-04-30,3+", "Apr 2023,AFG,43100596,current,2023-04-01,2022-04-30,3+", "To")]
    [InlineData("Apr 2023,AFG,43100596,current,2023-04-01,2023-04-30,3+", "Apr 2023,AFG,43100596,current,soon,2023-04-30,3+", "From")]
    public void A_word_nobody_knows_is_refused_with_its_place(string before, string after, string column)
    {
        var (_, context, _) = RecordedFile.Read(
            RecordedFile.Make("ipc.csv", Text("ipc_global_national_long.csv").Replace(before, after, StringComparison.Ordinal))
        );
        var problem = context.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column).ShouldBe((4, column));
    }

    [Theory]
    [InlineData("Apr 2023", "2023-04")]
    [InlineData("Apr-23", "2023-04")]
    [InlineData("April 2023", "2023-04")]
    [InlineData("2023-04-01", "2023-04")]
    [InlineData("2023", null)]
    [InlineData("", null)]
    public void The_month_of_an_analysis(string text, string? month) => IpcSeries.Analysis(text).ShouldBe(month);

    [Fact]
    public void An_end_on_the_first_of_a_month_means_that_month()
    {
        var text = Text("ipc_global_national_long.csv").Replace("2023-04-30", "2023-04-01", StringComparison.Ordinal);
        RecordedFile.ReadAll(RecordedFile.Make("ipc.csv", text)).Select(r => r.Period).ShouldBe(Rows.Select(r => r.Period));
    }
}
