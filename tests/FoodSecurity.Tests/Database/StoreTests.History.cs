using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Tests.Database;

public abstract partial class StoreTests
{
    [Fact]
    public void A_newer_release_tells_what_is_new_changed_unchanged_and_vanished()
    {
        var store = Open();
        Write(store, Draft("2020-01-01", ReleaseCoverage.Whole), Row("2017", "1"), Row("2018", "2"), Row("2019", "3"));
        var report = Write(store, Draft("2021-01-01", ReleaseCoverage.Whole), Row("2018", "2"), Row("2019", "3.5"), Row("2020", "4"));
        (report.New, report.Changed, report.Unchanged, report.Vanished, report.Older).ShouldBe((1, 1, 1, 1, 0));
        Points(store)
            .Select(p => (p.Key, p.Value.Value, p.Value.Origin!.ReleaseId))
            .ShouldBe([("2018", 2m, 1), ("2019", 3.5m, 2), ("2020", 4m, 2)]);
        History(store).ShouldBe([("2017", 1d, 1, 2), ("2019", 3d, 1, 2)]);
    }

    [Fact]
    public void A_release_in_part_makes_nothing_vanish()
    {
        var store = Open();
        Write(store, Draft("2020-01-01", ReleaseCoverage.Whole), Row("2017", "1"), Row("2018", "2"));
        Write(store, Draft("2021-01-01"), Row("2018", "2.5")).Vanished.ShouldBe(0);
        Points(store).Keys.ShouldBe(["2017", "2018"]);
    }

    [Fact]
    public void A_whole_release_lets_vanish_only_in_series_it_holds()
    {
        var store = Open();
        Write(store, Draft("2020-01-01", ReleaseCoverage.Whole), Row("2017", "1"), Row("2017", "9", key: Key("maize")));
        Write(store, Draft("2021-01-01", ReleaseCoverage.Whole), Row("2018", "2", key: Key("maize"))).Vanished.ShouldBe(1);
        Points(store).Keys.ShouldBe(["2017"]);
    }

    [Fact]
    public void An_older_release_goes_to_the_history()
    {
        var store = Open();
        Write(store, Draft("2022-01-01"), Row("2019", "3"), Row("2020", "4"));
        var report = Write(store, Draft("2020-06-01"), Row("2018", "1"), Row("2019", "2.5"));
        (report.New, report.Changed, report.Older).ShouldBe((1, 0, 1));
        Points(store).Select(p => (p.Key, p.Value.Value)).ShouldBe([("2018", 1m), ("2019", 3m), ("2020", 4m)]);
        History(store).ShouldBe([("2019", 2.5, 2, 1)]);
    }

    [Fact]
    public void An_older_release_does_not_bring_back_what_a_newer_whole_one_no_longer_prints()
    {
        var store = Open();
        Write(store, Draft("2025-07-28", ReleaseCoverage.Whole), Row("2018", "47.5"), Row("2019", "47"));
        var report = Write(
            store,
            Draft("2019-10-09", ReleaseCoverage.Whole),
            Row("2000", "40"),
            Row("2018", "47.8"),
            Row("2000", "9", key: Key("maize"))
        );
        (report.New, report.Changed, report.Older).ShouldBe((1, 0, 2));
        Points(store).Keys.ShouldBe(["2018", "2019"]);
        History(store).ShouldBe([("2000", 40d, 2, 1), ("2018", 47.8, 2, 1)]);
        Points(store, new DateOnly(2020, 1, 1)).Select(p => (p.Key, p.Value.Value)).ShouldBe([("2000", 40m), ("2018", 47.8m)]);
    }

    [Theory]
    [InlineData("2025-03", "2025-03-15", true)]
    [InlineData("2025-03-15", "2025-03", false)]
    [InlineData("2025", "2025-03", true)]
    [InlineData("2025-03-31", "2025-04", false)]
    [InlineData("2025-03-31", null, false)]
    [InlineData(null, "2025-03-31", false)]
    public void Of_two_releases_the_later_known_day_is_newer_and_a_month_stands_for_its_last_day(
        string? held,
        string? incoming,
        bool heldIsNewer
    )
    {
        var store = Open();
        Write(store, Draft(held), Row("2019", "3"));
        Write(store, Draft(incoming), Row("2019", "4")).Older.ShouldBe(heldIsNewer ? 1 : 0);
        Points(store)["2019"].Value.ShouldBe(heldIsNewer ? 3m : 4m);
    }

    [Fact]
    public void An_older_whole_release_lets_nothing_newer_vanish()
    {
        var store = Open();
        Write(store, Draft("2022-01-01", ReleaseCoverage.Whole), Row("2019", "3"), Row("2020", "4"));
        Write(store, Draft("2020-06-01", ReleaseCoverage.Whole), Row("2019", "3")).Vanished.ShouldBe(0);
        Points(store).Keys.ShouldBe(["2019", "2020"]);
    }

    [Fact]
    public void A_value_may_change_back_and_each_step_is_kept()
    {
        var store = Open();
        Write(store, Draft("2020-01-01"), Row("2019", "3"));
        Write(store, Draft("2021-01-01"), Row("2019", "4"));
        Write(store, Draft("2022-01-01"), Row("2019", "3"));
        Points(store)["2019"].Origin!.ReleaseId.ShouldBe(3);
        History(store).ShouldBe([("2019", 3d, 1, 2), ("2019", 4d, 2, 3)]);
    }

    [Fact]
    public void A_changed_status_or_print_is_a_change()
    {
        var store = Open();
        Write(store, Draft(), Row("2019", "3"), Row("2020", "4"), Row("2021", "5"));
        var report = Write(
            store,
            Draft(),
            Row("2019", "3.0"),
            Row("2020", "4") with
            {
                Status = ObservationStatus.Forecast,
            },
            Row("2021", "5", line: 99)
        );
        (report.Changed, report.Unchanged).ShouldBe((2, 1));
    }

    /// <summary>Label, value, release and the release that replaced it, in order.</summary>
    private static List<(string, double, long, long)> History(Store store)
    {
        using var connection = store.OpenReader();
        return
        [
            .. connection
                .Rows<HistoryRow>(
                    """
                    select p.label as Label, h.value as Value, h.release_id as Release, h.replaced_by as ReplacedBy
                    from observation_history h join period p on p.id = h.period_id order by p.label, h.release_id
                    """
                )
                .Select(h => (h.Label, h.Value, h.Release, h.ReplacedBy)),
        ];
    }

    private sealed record HistoryRow
    {
        public string Label { get; init; } = "";
        public double Value { get; init; }
        public long Release { get; init; }
        public long ReplacedBy { get; init; }
    }
}
