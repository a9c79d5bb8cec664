using System.Text.Json;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Answers.Tracing;
using FoodSecurity.Articles;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Tests.Database;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Answers;

/// <summary>Everything the clone ships, loaded into PostgreSQL, gives the answers that SQLite gives.</summary>
public sealed class AnswersOnPostgresTests(PostgresServer server, ShippedArchive shipped)
    : IClassFixture<AnswersOnPostgresTests.Loaded>,
        IDisposable
{
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly Archive _archive = Loaded.In(server);

    /// <summary>One database for all tests of this class.</summary>
    public sealed class Loaded
    {
        private static readonly Lock Gate = new();
        private static Archive? _archive;

        public static IReadOnlyList<LoadReport> Reports { get; private set; } = [];

        public static Archive In(PostgresServer server)
        {
            lock (Gate)
            {
                if (_archive is null)
                {
                    var archive = Archive.Open(server.NewDatabase(), Clone.Seeds);
                    Reports = ShippedData.Load(archive, Clone.Datasets, null, null);
                    _archive = archive;
                }

                return _archive;
            }
        }
    }

    public void Dispose() => _archive.Store.Close();

    [Fact]
    public void Loading_counts_the_same() =>
        Both(a => (a == _archive ? Loaded.Reports : shipped.Reports).Select(r => r with { Elapsed = default }));

    [Fact]
    public void Loading_again_changes_nothing()
    {
        var version = _archive.Version();
        ShippedData.Load(_archive, Clone.Datasets, null, null).ShouldAllBe(r => r.AlreadyLoaded);
        _archive.Version().ShouldBe(version);
    }

    [Fact]
    public void Every_series_of_every_area_is_the_same()
    {
        using var server = _archive.Read();
        using var file = shipped.Archive.Read();
        foreach (var area in shipped.Archive.Words.Areas.Keys)
        {
            var question = new SeriesQuestion { Area = area };
            var (here, there) = (SeriesQuery.Find(server, question), SeriesQuery.Find(file, question));
            here.Select(s => s.Key).ShouldBe(there.Select(s => s.Key));
            foreach (var (one, other) in here.Zip(there))
            {
                one.Points.SequenceEqual(other.Points).ShouldBeTrue($"{one.Key}");
            }
        }
    }

    [Theory]
    [InlineData("2019-12-31")]
    [InlineData("2023-12-28")]
    public void What_was_known_on_a_day_is_the_same(string day) =>
        Both(a =>
            Find(a, new SeriesQuestion { Area = "PRK", AsOf = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) })
        );

    [Theory]
    [InlineData("usda", "psd")]
    [InlineData("fao", "fs")]
    public void Coverage_of_a_day_is_the_same(string provider, string dataset) =>
        Both(a => CoverageAnswer.Of(a, provider, dataset, null, new DateOnly(2023, 12, 28)) is { } v ? new { v.Years, v.Rows } : null);

    [Fact]
    public void A_choice_of_items_elements_and_datasets_is_the_same() =>
        Both(a =>
            Find(
                a,
                new SeriesQuestion
                {
                    Area = "PRK",
                    Items = ["rice", "maize"],
                    Elements = ["production"],
                    Datasets = ["usda-psd", "rda"],
                    Basis = "milled",
                }
            )
        );

    [Fact]
    public void Sources_releases_and_warnings_are_the_same() =>
        Both(a =>
            SourceAnswer
                .All(a)
                .Select(s => new
                {
                    s.Dataset,
                    s.Count,
                    Releases = s.Releases.Select(r => new { Release = r.Release with { LoadedAt = "" }, r.Warnings }),
                })
        );

    [Fact]
    public void Directory_and_search_are_the_same() =>
        Both(a => new { All = AreaDirectory.ByRegion(a), Korea = AreaDirectory.Search(a, "korea") });

    [Fact]
    public void Country_pages_are_the_same()
    {
        foreach (var area in (string[])["PRK"])
        {
            Both(
                a =>
                    AreaAnswer.Of(a, area) is { } v
                        ? new
                        {
                            v.Lede,
                            v.KeyFigures,
                            v.CropTables,
                            v.Releases.Count,
                        }
                        : null,
                area
            );
        }
    }

    [Fact]
    public void Articles_events_and_traces_are_the_same()
    {
        Both(a =>
        {
            using var connection = a.Read();
            return new { Articles = ArticleStore.All(connection), Events = ReleaseQuery.Events(connection, "PRK") };
        });
        Both(a =>
            TraceText
                .Lines(
                    TraceAnswer
                        .Of(a, new TraceQuestion("usda-psd", "PRK", "rice", "production", "2023-2024") { Basis = "milled" })
                        .ShouldNotBeNull()
                )
                .Select(l => new { l.Name, l.Value })
        );
    }

    private static object Find(Archive archive, SeriesQuestion question)
    {
        using var connection = archive.Read();
        return SeriesQuery.Find(connection, question, archive.Corrections);
    }

    private void Both(Func<Archive, object?> ask, string about = "") =>
        JsonSerializer.Serialize(ask(_archive), Options).ShouldBe(JsonSerializer.Serialize(ask(shipped.Archive), Options), about);
}
