using FoodSecurity.Observations;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Observations.Releases;

public sealed class ReleaseWithdrawalTests : IDisposable
{
    private readonly ReleaseRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void What_it_superseded_comes_back()
    {
        _room.Write("2020-01-01", false, Row("2018", 1), Row("2019", 2));
        var second = _room.Write("2021-01-01", false, Row("2019", 3), Row("2020", 4));
        var report = Withdraw(second);
        (report.Removed, report.Restored).ShouldBe((2, 1));
        _room.Shown().ShouldBe("2018=1 2019=2");
        _room.History().ShouldBeEmpty();
    }

    [Fact]
    public void A_figure_that_had_vanished_comes_back()
    {
        _room.Write("2020-01-01", true, Row("2018", 1), Row("2019", 2));
        var second = _room.Write("2021-01-01", true, Row("2019", 2.5));
        Withdraw(second);
        _room.Shown().ShouldBe("2018=1 2019=2");
    }

    [Fact]
    public void A_figure_that_a_later_release_lets_vanish_does_not_come_back()
    {
        _room.Write("2020-01-01", true, Row("2018", 1), Row("2019", 2));
        var second = _room.Write("2021-01-01", true, Row("2018", 5), Row("2019", 6));
        _room.Write("2022-01-01", true, Row("2019", 7));
        Withdraw(second);
        _room.Shown().ShouldBe("2019=7");
        _room.History().ShouldBe(["2018=1 1>3", "2019=2 1>3"]);
    }

    /// <summary>The strongest statement: whichever of three releases is withdrawn, loaded in whichever order, the values are those of a store that never saw it.</summary>
    [Theory]
    [MemberData(nameof(Orders))]
    public void Values_are_those_of_a_store_that_never_saw_it(int[] order, int withdrawn, bool whole, bool dated)
    {
        using var never = new ReleaseRoom();
        foreach (var number in order.Where(n => n != withdrawn))
        {
            Load(never, number, whole, dated);
        }

        long id = 0;
        foreach (var number in order)
        {
            var loaded = Load(_room, number, whole, dated);
            id = number == withdrawn ? loaded : id;
        }

        Withdraw(id);
        _room.Shown().ShouldBe(never.Shown());
        foreach (var year in new[] { 2019, 2020, 2021, 2022, 2023 })
        {
            _room.Shown(new DateOnly(year, 6, 1)).ShouldBe(never.Shown(new DateOnly(year, 6, 1)), $"as known in {year}");
        }

        Releases(_room).ShouldNotContain(id, "no figure of it is left, current or superseded");
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Withdrawing_all_leaves_nothing_whatever_the_order(int[] order, int first, bool whole, bool dated)
    {
        var ids = order.ToDictionary(n => n, n => Load(_room, n, whole, dated));
        foreach (var number in order.OrderBy(n => n == first ? 0 : n))
        {
            Withdraw(ids[number]);
        }

        (_room.Count("observation"), _room.Count("observation_history"), _room.Count("series")).ShouldBe((0, 0, 0));
        _room.Count("release").ShouldBe(3);
    }

    [Fact]
    public void Withdrawing_the_middle_keeps_the_order()
    {
        _room.Write("2020-01-01", false, Row("2019", 1));
        var middle = _room.Write("2021-01-01", false, Row("2019", 2));
        _room.Write("2022-01-01", false, Row("2019", 3));
        var report = Withdraw(middle);
        (report.Removed, report.Restored).ShouldBe((0, 0));
        _room.Shown().ShouldBe("2019=3");
        _room.History().ShouldBe(["2019=1 1>3"]);
        _room.Shown(new DateOnly(2021, 6, 1)).ShouldBe("2019=1");
    }

    [Fact]
    public void A_release_that_said_the_earlier_figure_again_keeps_it()
    {
        var first = _room.Write("2020-01-01", false, Row("2019", 1));
        var second = _room.Write("2021-01-01", false, Row("2019", 2));
        _room.Write("2022-01-01", false, Row("2019", 1));
        Withdraw(second);
        Withdraw(first);
        _room.Shown().ShouldBe("2019=1");
        _room.History().ShouldBeEmpty();
    }

    [Fact]
    public void Releases_that_only_confirmed_it_are_named()
    {
        _room.Write("2020-01-01", false, Row("2019", 1));
        var second = _room.Write("2021-01-01", false, Row("2019", 2));
        var third = _room.Write("2022-01-01", false, Row("2019", 2));
        Withdraw(second).Confirming.ShouldBe([third]);
        Withdraw(third);
        _room.Write("2022-01-01", false, "3", [Row("2019", 2)]).Changed.ShouldBe(1, "its file may be loaded again");
        _room.Shown().ShouldBe("2019=2");
    }

    [Fact]
    public void It_stays_in_the_list_with_when_who_and_why()
    {
        var id = _room.Write("2020-01-01", false, Row("2019", 1));
        var version = _room.Version();
        ReleaseWithdrawal.Run(_room.Store, id, "anna", " wrong unit ", (c, t) => { });
        using var connection = _room.Store.OpenReader();
        var release = ReleaseQuery.All(connection)[id];
        (release.IsWithdrawn, release.WithdrawnBy, release.WithdrawnBecause).ShouldBe((true, "anna", "wrong unit"));
        release.WithdrawnAt!.ShouldEndWith("Z");
        _room.Version().ShouldBe(version + 1);
    }

    [Fact]
    public void A_failure_on_the_way_leaves_everything_as_it_was()
    {
        _room.Write("2020-01-01", false, Row("2019", 1));
        var id = _room.Write("2021-01-01", false, Row("2019", 2));
        var version = _room.Version();
        Should.Throw<InvalidOperationException>(() =>
            ReleaseWithdrawal.Run(_room.Store, id, "anna", "why", (_, _) => throw new InvalidOperationException("no room"))
        );
        (_room.Shown(), _room.Version()).ShouldBe(("2019=2", version));
        _room.History().ShouldBe(["2019=1 1>2"]);
    }

    [Fact]
    public void Refusals_say_why()
    {
        var id = _room.Write("2020-01-01", false, Row("2019", 1));
        Should.Throw<WithdrawalException>(() => Withdraw(99)).Message.ShouldContain("No release 99");
        Should.Throw<WithdrawalException>(() => ReleaseWithdrawal.Run(_room.Store, id, "anna", " ")).Message.ShouldContain("why");
        Withdraw(id);
        Should.Throw<WithdrawalException>(() => Withdraw(id)).Message.ShouldContain("already");
    }

    [Fact]
    public void Other_datasets_are_left_alone()
    {
        _room.Write("2020-01-01", false, null, [Row("2019", 9, ReleaseRoom.Key(dataset: "rda"))], "rda");
        var id = _room.Write("2020-01-01", false, Row("2019", 1));
        Withdraw(id);
        _room.Shown().ShouldBe("2019=9");
        _room.Count("series").ShouldBe(1);
    }

    public static TheoryData<int[], int, bool, bool> Orders()
    {
        var data = new TheoryData<int[], int, bool, bool>();
        foreach (var order in new int[][] { [1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1] })
        {
            for (var withdrawn = 1; withdrawn <= 3; withdrawn++)
            {
                data.Add(order, withdrawn, false, true);
                data.Add(order, withdrawn, true, true);
                data.Add(order, withdrawn, false, false);
            }
        }

        return data;
    }

    /// <summary>Three releases: 2018 is in all with other figures, the other years in some.</summary>
    private static long Load(ReleaseRoom room, int number, bool whole, bool dated)
    {
        var rows = number switch
        {
            1 => new[] { Row("2016", 1), Row("2017", 2), Row("2018", 3) },
            2 => [Row("2017", 20), Row("2018", 30), Row("2019", 40)],
            _ => [Row("2016", 100), Row("2018", 300), Row("2019", 400), Row("2020", 500)],
        };
        return room.Write(dated ? $"{2019 + number}-01-01" : null, whole, rows);
    }

    private static HashSet<long> Releases(ReleaseRoom room)
    {
        using var connection = room.Store.OpenReader();
        return
        [
            .. FoodSecurity.Database.Queries.Rows<long>(
                connection,
                "select release_id from observation union select release_id from observation_history union select replaced_by from observation_history"
            ),
        ];
    }

    private static Observation Row(string period, double value, SeriesKey? key = null) => ReleaseRoom.Row(period, value, key);

    private WithdrawalReport Withdraw(long id) => ReleaseWithdrawal.Run(_room.Store, id, "anna", "a test");
}
