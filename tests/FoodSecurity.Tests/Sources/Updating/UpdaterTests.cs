using FoodSecurity.Answers.Datasets;
using FoodSecurity.Database;
using FoodSecurity.Fetching;
using FoodSecurity.Series;
using FoodSecurity.Sources.Updating;
using FoodSecurity.Tests.Database;
using FoodSecurity.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace FoodSecurity.Tests.Sources.Updating;

/// <summary>An update against a publisher that behaves, changes, fails and comes back.</summary>
public abstract class UpdaterTests : IDisposable
{
    private readonly TestTime _time = new() { PassAtOnce = TimeSpan.FromSeconds(30) };
    private readonly string _folder = RecordedFile.Folder();
    private readonly Store _store;
    private byte[] _content = File.ReadAllBytes(RecordedFile.PathOf("usda/psd.csv"));
    private string _etag = "\"one\"";
    private int _status = 200;

    protected UpdaterTests(string? database = null) => _store = Store.Open(database ?? Path.Combine(_folder, "test.db"));

    public void Dispose()
    {
        _store.Close();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_new_file_becomes_a_release_with_its_origin()
    {
        await using var server = await StartAsync();
        var outcome = await UpdateAsync(server);
        outcome.Result.ShouldBe(UpdateResult.Loaded, outcome.Error);
        var release = Releases().ShouldHaveSingleItem();
        release.Dataset.ShouldBe("usda-psd");
        release.PublisherAddress.ShouldBe(server.Address + "/psd.csv");
        release.ObtainedFrom.ShouldBe(server.Address + "/psd.csv");
        release.RetrievedOn.ShouldBe("2026-05-03");
        release.Sha256.ShouldBe(State().Sha256);
        File.ReadAllBytes(Path.Combine(_folder, "downloads", "usda-psd", "2026-05-03", "psd.csv")).ShouldBe(_content);
        State().ETag.ShouldBe("\"one\"");
        State().LastSuccess.ShouldBe("2026-05-03T08:00:00Z");
    }

    [Fact]
    public async Task What_is_loaded_is_counted_in_the_coverage()
    {
        await using var server = await StartAsync();
        await UpdateAsync(server);
        using var connection = _store.OpenReader();
        CoverageAnswer
            .Counts(connection, "usda-psd", null)
            .Sum(c => c.Figures)
            .ShouldBe(RecordedFile.ReadAll("usda/psd.csv").Count(r => r.Value is not null));
        CoverageAnswer.Counts(connection, "usda-psd", "production").Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_loaded_again()
    {
        await using var server = await StartAsync();
        await UpdateAsync(server);
        _time.Now += TimeSpan.FromDays(1);
        (await UpdateAsync(server)).Result.ShouldBe(UpdateResult.Unchanged);
        server.Asked.Last().Headers.IfNoneMatch.ToString().ShouldBe("\"one\"");
        Releases().Count.ShouldBe(1);
        State().LastChecked.ShouldBe("2026-05-04T08:00:00Z");
    }

    [Fact]
    public async Task A_zip_made_anew_around_the_same_data_is_no_new_release()
    {
        _content = RecordedFile.Zip("psd.csv", File.ReadAllBytes(RecordedFile.PathOf("usda/psd.csv")));
        await using var server = await StartAsync();
        (await UpdateAsync(server)).Result.ShouldBe(UpdateResult.Loaded);
        (_content, _etag) = (
            RecordedFile.Zip("psd_of_another_moment.csv", File.ReadAllBytes(RecordedFile.PathOf("usda/psd.csv"))),
            "\"two\""
        );
        _time.Now += TimeSpan.FromDays(1);
        (await UpdateAsync(server)).Result.ShouldBe(UpdateResult.Unchanged);
        Releases().Count.ShouldBe(1);
        State().ETag.ShouldBe("\"two\"");
        Directory.GetFiles(Path.Combine(_folder, "downloads"), "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_is_noted_and_what_was_loaded_stays()
    {
        await using var server = await StartAsync();
        await UpdateAsync(server);
        _status = 404;
        _time.Now += TimeSpan.FromDays(1);
        var outcome = await UpdateAsync(server);
        outcome.Result.ShouldBe(UpdateResult.Failed);
        outcome.Error!.ShouldContain(server.Address);
        outcome.Error!.ShouldContain("404");
        _time.Now += TimeSpan.FromDays(1);
        await UpdateAsync(server);
        State().FailingSince.ShouldBe("2026-05-04T08:00:00Z");
        State().Failure.ShouldBe(DownloadState.Unreachable);
        State().LastChecked.ShouldBe("2026-05-05T08:00:00Z");
        State().LastSuccess.ShouldBe("2026-05-03T08:00:00Z");
        Releases().Count.ShouldBe(1);
        _status = 200;
        (await UpdateAsync(server)).Result.ShouldBe(UpdateResult.Unchanged);
        State().FailingSince.ShouldBeNull();
        State().Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_cannot_be_loaded_is_kept_aside_and_asked_for_again()
    {
        await using var server = await StartAsync();
        await UpdateAsync(server);
        var good = _content;
        (_content, _etag) = ("<!doctype html><html>Down for maintenance</html>"u8.ToArray(), "\"two\"");
        var outcome = await UpdateAsync(server);
        outcome.Result.ShouldBe(UpdateResult.Failed);
        outcome.Error!.ShouldContain("HTML page");
        State().Failure.ShouldBe(DownloadState.Unusable);
        State().ETag.ShouldBe("\"one\"");
        Releases().Count.ShouldBe(1);
        File.Exists(Path.Combine(_folder, "downloads", "usda-psd", "incoming", "psd.csv")).ShouldBeTrue();
        (_content, _etag) = (good, "\"three\"");
        (await UpdateAsync(server)).Result.ShouldBe(UpdateResult.Unchanged);
        State().Failure.ShouldBeNull();
    }

    [Fact]
    public async Task A_file_of_another_dataset_is_refused()
    {
        await using var server = await StartAsync();
        var outcome = await UpdateAsync(server, "fao-qcl");
        outcome.Error!.ShouldContain("expected fao-qcl, which this address is listed for");
        Releases().ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_one_update_runs_at_a_time()
    {
        await using var server = await StartAsync();
        using (UpdateLease.Take(_store, _time))
        {
            var wrong = await Should.ThrowAsync<UpdateRunningException>(() => UpdateAsync(server));
            wrong.Message.ShouldContain("Another update is running");
            server.Asked.ShouldBeEmpty();
        }

        (await UpdateAsync(server)).Result.ShouldBe(UpdateResult.Loaded);
        using var connection = _store.OpenReader();
        UpdateLease.LastFinished(connection).ShouldBe("2026-05-03T08:00:00Z");
    }

    [Fact]
    public async Task The_lease_of_a_program_that_died_lapses()
    {
        await using var server = await StartAsync();
        _ = UpdateLease.Take(_store, _time);
        _time.Now += UpdateLease.Lasts + TimeSpan.FromSeconds(1);
        (await UpdateAsync(server)).Result.ShouldBe(UpdateResult.Loaded);
    }

    private Task<LocalServer> StartAsync() =>
        LocalServer.StartAsync(async c =>
        {
            if (_status != 200 || c.Request.Headers.IfNoneMatch == _etag)
            {
                c.Response.StatusCode = _status != 200 ? _status : StatusCodes.Status304NotModified;
                return;
            }

            await c.SendRest(_content, _etag);
        });

    private async Task<UpdateOutcome> UpdateAsync(LocalServer server, string dataset = "usda-psd")
    {
        using var download = new Download(LocalServer.Limits, _time);
        var updater = new Updater(_store, RecordedFile.Words, download, _time, Path.Combine(_folder, "downloads"));
        return (
            await updater.RunAsync(
                [new PlannedDownload(dataset, "usda", server.Address + "/psd.csv", "psd.csv", "", "")],
                new UpdateOptions()
            )
        ).Single();
    }

    private IReadOnlyCollection<Release> Releases()
    {
        using var connection = _store.OpenReader();
        return [.. ReleaseQuery.All(connection).Values];
    }

    private DownloadState State()
    {
        using var connection = _store.OpenReader();
        return DownloadStates.All(connection).Single();
    }
}

public sealed class UpdaterOnSqliteTests : UpdaterTests;

public sealed class UpdaterOnPostgresTests(PostgresServer server) : UpdaterTests(server.NewDatabase());
