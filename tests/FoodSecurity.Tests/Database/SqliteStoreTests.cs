using System.Data.Common;
using FoodSecurity.Database;

namespace FoodSecurity.Tests.Database;

/// <summary>The behaviour of every engine, on a SQLite file.</summary>
public sealed class SqliteStoreTests : StoreTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-store-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "store.db");

    protected override Store Open() => Store.Open(Path);

    protected override void Remove() => Directory.Delete(_folder, recursive: true);

    protected override IReadOnlyList<string> Tables(DbConnection connection) =>
        connection.Rows<string>("select name from sqlite_master where type = 'table' order by name");

    [Fact]
    public void Readers_cannot_write()
    {
        using var connection = Open().OpenReader();
        Should.Throw<DbException>(() => connection.Run("delete from release"));
    }

    [Fact]
    public void The_file_and_its_folder_are_made_where_they_are_missing()
    {
        var path = System.IO.Path.Combine(_folder, "new", "folder", "a.db");
        Store.Open(path).Location.ShouldBe(path);
        File.Exists(path).ShouldBeTrue();
    }

    [Fact]
    public void Programs_that_start_together_on_a_new_file_do_not_trip_over_each_other()
    {
        var failures = new System.Collections.Concurrent.ConcurrentBag<Exception>();
        using var gate = new Barrier(4);
        var programs = Enumerable
            .Range(0, 4)
            .Select(_ => new Thread(() =>
            {
                for (var file = 0; file < 8; file++)
                {
                    gate.SignalAndWait();
                    try
                    {
                        Store.Open(System.IO.Path.Combine(_folder, $"together-{file}.db"));
                    }
                    catch (Exception wrong)
                    {
                        failures.Add(wrong);
                    }
                }
            }))
            .ToList();
        programs.ForEach(p => p.Start());
        programs.ForEach(p => p.Join());
        failures.ShouldBeEmpty();
    }
}
