using System.Data.Common;
using FoodSecurity.Database;
using FoodSecurity.Database.Engines;

namespace FoodSecurity.Tests.Database;

/// <summary>The behaviour of every engine, on a PostgreSQL server.</summary>
public sealed class PostgresStoreTests(PostgresServer server) : StoreTests
{
    private readonly List<Store> _opened = [];
    private string? _location;

    private string Location => _location ??= server.NewDatabase();

    protected override Store Open()
    {
        var store = Store.Open(Location);
        _opened.Add(store);
        return store;
    }

    protected override void Remove() => _opened.ForEach(s => s.Close());

    // Partitions are seen through their parents.
    protected override IReadOnlyList<string> Tables(DbConnection connection) =>
        connection.Rows<string>(
            "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition order by relname"
        );

    [Fact]
    public void Readers_cannot_write()
    {
        using var connection = Open().OpenReader();
        Should.Throw<DbException>(() => connection.Run("delete from release"));
    }

    [Fact]
    public void Tables_keyed_by_series_are_partitioned_by_it()
    {
        using var connection = Open().OpenReader();
        connection
            .Rows<string>("select pg_get_partkeydef(oid) || ' ' || relname from pg_class where relkind = 'p' order by relname")
            .ShouldBe(["HASH (series_id) observation", "HASH (series_id) observation_history"]);
    }

    [Fact]
    public void Text_compares_byte_by_byte_whatever_the_servers_language()
    {
        using var connection = Open().OpenReader();
        connection
            .One<long>(
                """
                select count(*) from information_schema.columns where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'
                and table_name <> 'migration'
                """
            )
            .ShouldBe(0);
    }

    [Fact]
    public void Programs_that_start_together_on_a_new_database_do_not_trip_over_each_other()
    {
        var location = Location;
        Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 6 }, _ => Store.Open(location));
    }

    [Fact]
    public void Another_program_hears_of_a_new_version_at_once()
    {
        var (writing, other) = (Open(), Open());
        other.Listen();
        SpinWait.SpinUntil(() => other.Hears, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        var before = other.Version();
        Write(writing, Draft(), Row("2020", "5"));
        SpinWait.SpinUntil(() => other.Version() > before, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        other.Version().ShouldBe(before + 1);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_told_in_plain_words() =>
        Should
            .Throw<StoreException>(() => Store.Open("Host=/nowhere;Database=foodsec;Username=nobody;Timeout=2"))
            .Trouble.ShouldBe(StoreTrouble.Unreachable);

    [Theory]
    [InlineData("postgres://reader:p%40ss@db.example.org:5433/food?sslmode=require", "postgres://db.example.org:5433/food")]
    [InlineData("postgresql://db/food", "postgres://db:5432/food")]
    [InlineData("Host=db;Port=5433;Database=food;Password=secret", "postgres://db:5433/food")]
    public void A_server_is_named_in_two_ways_and_shown_without_its_password(string setting, string shown) =>
        Dialects.Of(setting).Show(setting).ShouldBe(shown);

    [Theory]
    [InlineData("/data/foodsec.db")]
    [InlineData("a=b.db")]
    public void A_path_is_no_server(string setting) => Dialects.Of(setting).ShouldBe(Dialects.Sqlite);
}
