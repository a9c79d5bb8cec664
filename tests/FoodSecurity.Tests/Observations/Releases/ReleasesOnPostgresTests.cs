using System.Data.Common;
using FoodSecurity.Database;
using FoodSecurity.Editors;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Series;
using FoodSecurity.Sources.Loading;
using FoodSecurity.Tests.Database;

namespace FoodSecurity.Tests.Observations.Releases;

/// <summary>Withdrawing, telling differences, checking and keeping accounts say the same on PostgreSQL.</summary>
public sealed class ReleasesOnPostgresTests(PostgresServer server)
{
    [Fact]
    public void Releases_are_withdrawn_told_and_checked_on_a_server()
    {
        using var room = new ReleaseRoom(server.NewDatabase());
        room.Write("2020-01-01", true, Row("2016", 1), Row("2017", 2), Row("2018", 3));
        var middle = room.Write("2021-01-01", true, Row("2017", 20), Row("2018", 30), Row("2019", 40));
        room.Write("2022-01-01", true, Row("2018", 300), Row("2019", 400));
        using (var connection = room.Store.OpenReader())
        {
            ReleaseDifferenceQuery
                .Find(connection, new DifferenceQuestion { ReleaseId = middle, Area = "PRK" })
                .Select(d => (d.Period.Label, d.Relative))
                .ShouldBe([("2018", 9m), ("2017", 9m)]);
            foreach (var kind in Enum.GetValues<DifferenceKind>())
            {
                var question = new DifferenceQuestion
                {
                    ReleaseId = middle,
                    Kind = kind,
                    Order = DifferenceOrder.Absolute,
                };
                ReleaseDifferenceQuery.Find(connection, question).Count.ShouldBe((int)ReleaseDifferenceQuery.Count(connection, question));
            }

            var record = TrackRecordQuery.OfRelease(connection, middle).ShouldHaveSingleItem();
            TrackRecordQuery.OfSeries(connection, [record.Key]).ShouldHaveSingleItem().Points.ShouldBe(record.Points);
            TrackRecordQuery.OfSeries(connection, [record.Key], new DateOnly(1990, 1, 1)).ShouldBeEmpty();
            TrackRecordQuery.Figures(connection, record.Key, record.Points[0].Period).Count.ShouldBe(record.Points[0].Figures);
            record.Points.Select(p => p.Period.Label).ShouldBe(["2017", "2018", "2019"]);
        }

        ReleaseWithdrawal.Run(room.Store, middle, "anna", "a test", (c, t) => AuditLog.Write(c, t, "anna", "withdraw", "release 2"));
        room.Shown().ShouldBe("2018=300 2019=400");
        room.History().ShouldBe(["2016=1 1>3", "2017=2 1>3", "2018=3 1>3"]);
        room.Shown(new DateOnly(2021, 6, 1)).ShouldBe("2016=1 2017=2 2018=3");
    }

    [Fact]
    public void Loads_are_checked_and_the_book_only_grows_on_a_server()
    {
        using var room = new ReleaseRoom(server.NewDatabase());
        var words = Vocabulary.Load(House.Clone.Seeds);
        var file = Path.Combine(room.Folder, "own.csv");
        File.WriteAllText(
            file,
            "area,item,element,unit,period,value\nPRK,rice,production,1000-t,2020,-5\nPRK,people,undernourishment,percent,2020,120\n"
        );
        Should.Throw<DataFormatException>(() => FileLoader.Load(room.Store, words, file, new LoadOptions())).Problems.Count.ShouldBe(2);
        File.WriteAllText(
            file,
            "area,item,element,unit,period,value\nPRK,rice,total-supply,1000-t,2020,500\nPRK,rice,beginning-stocks,1000-t,2020,1\nPRK,rice,production,1000-t,2020,2\nPRK,rice,import-quantity,1000-t,2020,3\n"
        );
        FileLoader.Load(room.Store, words, file, new LoadOptions { DryRun = true }).New.ShouldBe(4);
        FileLoader.Load(room.Store, words, file, new LoadOptions()).Warnings.ShouldHaveSingleItem().ShouldContain("500 against 6");

        var editors = new EditorStore(room.Store);
        editors.Add("anna", EditorRole.Administrator, "a long enough password", "test");
        editors.SignIn("ANNA", "a long enough password").ShouldNotBeNull();
        Should.Throw<EditorException>(() => editors.Disable("anna", true, "test"));
        using var connection = room.Store.OpenWriter();
        Should.Throw<DbException>(() => connection.Run("delete from audit_entry")).Message.ShouldContain("only grows");
        Should.Throw<DbException>(() => connection.Run("update audit_entry set editor = 'x'")).Message.ShouldContain("only grows");
        AuditLog.Count(connection).ShouldBe(2);
    }

    private static Observation Row(string period, double value) => ReleaseRoom.Row(period, value);
}
