using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Observations.Releases;

public sealed class ReleaseDifferenceTests : IDisposable
{
    private readonly ReleaseRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Changes_stand_biggest_first_by_ratio_or_by_amount()
    {
        _room.Write("2020-01-01", true, Row("2016", 100), Row("2017", 10), Row("2018", 0), Row("2019", 50), Row("2015", 7));
        var second = _room.Write("2021-01-01", true, Row("2016", 150), Row("2017", 30), Row("2018", 1), Row("2019", 50), Row("2020", 9));
        Find(second)
            .Select(d => (d.Period.Label, d.Absolute, d.Relative))
            .ShouldBe([("2018", 1m, null), ("2017", 20m, 2m), ("2016", 50m, 0.5m)]);
        Find(second, order: DifferenceOrder.Absolute).Select(d => d.Period.Label).ShouldBe(["2016", "2017", "2018"]);
        var first = Find(second)[1];
        (first.OldText, first.NewText, first.OldRelease, first.Address).ShouldBe(("10", "30", 1L, "/trace/own/PRK/rice/production/2017"));
        Find(second, DifferenceKind.New).Select(d => (d.Period.Label, d.Old, d.New)).ShouldBe([("2020", null, 9m)]);
        Find(second, DifferenceKind.Vanished).Select(d => (d.Period.Label, d.Old, d.New)).ShouldBe([("2015", 7m, null)]);
        Find(second, DifferenceKind.Older).ShouldBeEmpty();
    }

    [Fact]
    public void An_older_release_changed_nothing_and_is_not_told_as_changed_by_the_newer()
    {
        var newer = _room.Write("2022-01-01", false, Row("2019", 3));
        var older = _room.Write("2020-01-01", false, Row("2019", 2), Row("2018", 1));
        Find(newer).ShouldBeEmpty();
        Find(newer, DifferenceKind.New).Select(d => d.Period.Label).ShouldBe(["2019"]);
        Find(older).ShouldBeEmpty();
        Find(older, DifferenceKind.Older).Select(d => d.New).ShouldBe([2m]);
        Find(older, DifferenceKind.New).Select(d => d.Period.Label).ShouldBe(["2018"]);
    }

    [Fact]
    public void What_a_superseded_release_changed_is_still_told()
    {
        _room.Write("2020-01-01", false, Row("2019", 1));
        var second = _room.Write("2021-01-01", false, Row("2019", 2));
        _room.Write("2022-01-01", false, Row("2019", 3));
        Find(second).Select(d => (d.Old, d.New)).ShouldBe([(1m, 2m)]);
    }

    [Fact]
    public void A_change_of_status_or_print_counts_and_stands_last()
    {
        _room.Write("2020-01-01", false, Row("2018", 1), Row("2019", 5));
        var second = _room.Write("2021-01-01", false, Row("2018", 2), Row("2019", 5) with { Status = ObservationStatus.Estimated });
        Find(second)
            .Select(d => (d.Period.Label, d.OldStatus, d.NewStatus))
            .ShouldBe([
                ("2018", ObservationStatus.Official, ObservationStatus.Official),
                ("2019", ObservationStatus.Official, ObservationStatus.Estimated),
            ]);
    }

    [Fact]
    public void Pages_and_areas_cut_the_list()
    {
        _room.Write("2020-01-01", false, Enumerable.Range(1990, 30).Select(y => Row(y.ToString(), 10)));
        var second = _room.Write("2021-01-01", false, Enumerable.Range(1990, 30).Select(y => Row(y.ToString(), 10 + y - 1980)));
        using var connection = _room.Store.OpenReader();
        var question = new DifferenceQuestion
        {
            ReleaseId = second,
            Count = 10,
            Offset = 20,
        };
        ReleaseDifferenceQuery.Count(connection, question).ShouldBe(30);
        ReleaseDifferenceQuery.Find(connection, question).Select(d => d.Period.Year).ShouldBe(Enumerable.Range(1990, 10).Reverse());
        ReleaseDifferenceQuery.Count(connection, question with { Area = "KOR" }).ShouldBe(0);
        ReleaseDifferenceQuery.Find(connection, question with { Area = "PRK", Offset = 0 }).Count.ShouldBe(10);
    }

    [Fact]
    public void A_track_record_sets_the_first_estimate_against_the_latest()
    {
        _room.Write("2019-01-01", false, Row("2018", 100), Row("2017", 50), Row("2016", 80));
        _room.Write("2020-01-01", false, Row("2018", 110), Row("2017", 60));
        var third = _room.Write("2021-01-01", false, Row("2018", 120), Row("2017", 50));
        using var connection = _room.Store.OpenReader();
        var record = TrackRecordQuery.OfRelease(connection, third).ShouldHaveSingleItem();
        record
            .Points.Select(p => (p.Period.Label, p.First, p.FirstKnown, p.Latest, p.LatestKnown, p.Figures))
            .ShouldBe([("2017", 50m, "2019-01-01", 50m, "2021-01-01", 3), ("2018", 100m, "2019-01-01", 120m, "2021-01-01", 3)]);
        (record.MeanChange, record.MeanSize, record.Widest!.Period.Label).ShouldBe((0.1m, 0.1m, "2018"));
        TrackRecordQuery.OfArea(connection, "own", "PRK").ShouldHaveSingleItem().Points.Count.ShouldBe(2);

        var key = record.Key;
        TrackRecordQuery
            .OfSeries(connection, [key])
            .ShouldHaveSingleItem()
            .Points.Select(p => p.Latest)
            .ShouldBe(record.Points.Select(p => p.Latest));
        TrackRecordQuery.OfSeries(connection, [key with { Area = "KOR" }]).ShouldBeEmpty();
        TrackRecordQuery
            .OfSeries(connection, [key], new DateOnly(2020, 6, 1))
            .ShouldHaveSingleItem()
            .Points.Select(p => (p.Period.Label, p.Latest))
            .ShouldBe([("2017", 60m), ("2018", 110m)]);
        TrackRecordQuery
            .Figures(connection, key, record.Points[1].Period)
            .Select(f => (f.KnownOn, f.Value))
            .ShouldBe([("2019-01-01", 100m), ("2020-01-01", 110m), ("2021-01-01", 120m)]);
    }

    [Fact]
    public void A_rows_own_date_goes_before_its_releases_and_editions_are_successive_figures()
    {
        _room.Write(
            "2024-01-01",
            false,
            Row("2018", 100) with
            {
                PublishedOn = "2018-12",
                Edition = "a",
            },
            Row("2018", 90) with
            {
                PublishedOn = "2020-05",
                Edition = "b",
            }
        );
        using var connection = _room.Store.OpenReader();
        var point = TrackRecordQuery.OfArea(connection, "own", "PRK").ShouldHaveSingleItem().Points.ShouldHaveSingleItem();
        (point.First, point.FirstKnown, point.Latest, point.Change).ShouldBe((100m, "2018-12", 90m, -0.1m));
    }

    private static Observation Row(string period, double? value) => ReleaseRoom.Row(period, value);

    private IReadOnlyList<ReleaseDifference> Find(
        long release,
        DifferenceKind kind = DifferenceKind.Changed,
        DifferenceOrder order = DifferenceOrder.Relative
    )
    {
        using var connection = _room.Store.OpenReader();
        var question = new DifferenceQuestion
        {
            ReleaseId = release,
            Kind = kind,
            Order = order,
        };
        var found = ReleaseDifferenceQuery.Find(connection, question);
        found.Count.ShouldBe((int)ReleaseDifferenceQuery.Count(connection, question));
        return found;
    }
}
