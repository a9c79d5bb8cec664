using FoodSecurity.Answers;
using FoodSecurity.Fetching;
using FoodSecurity.Sources.Updating;
using FoodSecurity.Web.Pages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FoodSecurity.Web.Background;

/// <summary>
/// Updates on a schedule, where the setting FOODSEC_UPDATE says daily or weekly; off otherwise. Of several programs on one database only one updates at a time,
/// and none so soon after another.
/// </summary>
public sealed class UpdateSchedule(
    Archive archive,
    TimeProvider time,
    Download download,
    IConfiguration configuration,
    ILogger<UpdateSchedule> log
) : BackgroundService
{
    public const string Setting = "FOODSEC_UPDATE";

    /// <summary>How often it looks whether an update is due: often enough that a restart or another program's failure delays none by much.</summary>
    private static readonly TimeSpan Looks = TimeSpan.FromHours(1);

    /// <summary>The pause between updates that a setting means; null: off.</summary>
    /// <exception cref="InvalidOperationException">The setting is none of off, daily, weekly.</exception>
    public static TimeSpan? Every(string? setting) =>
        setting?.Trim().ToUpperInvariant() switch
        {
            null or "" or "OFF" => null,
            "DAILY" => TimeSpan.FromDays(1),
            "WEEKLY" => TimeSpan.FromDays(7),
            _ => throw new InvalidOperationException($"{Setting} is \"{setting}\"; it may be off, daily or weekly."),
        };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Every(configuration[Setting]) is not { } every)
        {
            return;
        }

        log.LogInformation("Updates are looked for every {Days} days", every.TotalDays);
        using var timer = new PeriodicTimer(Looks, time);
        do
        {
            if (IsDue(every))
            {
                await UpdateAsync(stoppingToken);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private bool IsDue(TimeSpan every)
    {
        using var connection = archive.Read();
        return UpdateLease.LastFinished(connection) is not { } last
            || time.GetUtcNow() - DateTimeOffset.Parse(last, System.Globalization.CultureInfo.InvariantCulture) >= every;
    }

    private async Task UpdateAsync(CancellationToken cancel)
    {
        try
        {
            var updater = new Updater(archive.Store, archive.Words, download, time, UpdateFolder.Of(archive.Store));
            await updater.RunAsync(
                DownloadList.Load(archive.SeedsFolder, archive.Words),
                new UpdateOptions { Done = Tell, By = "schedule" },
                cancel
            );
        }
        catch (UpdateRunningException other)
        {
            log.LogInformation("{Reason}", other.Message);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            // The site goes on serving what it has; the next look tries again.
            log.LogError(wrong, "The update broke off");
        }
    }

    private void Tell(UpdateOutcome outcome)
    {
        if (outcome.Result == UpdateResult.Failed)
        {
            log.LogWarning("Update of {Dataset} failed: {Error}", outcome.Download.Dataset, outcome.Error);
        }
        else
        {
            log.LogInformation(
                "Update of {Dataset}, {File}: {Result}",
                outcome.Download.Dataset,
                outcome.Download.FileName,
                outcome.Result
            );
        }
    }
}

/// <summary>What freshness and updates need of the site.</summary>
public static class UpdateSetup
{
    public static void AddUpdates(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(s => new Download(DownloadLimits.OfEnvironment(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CoverageMemory>();
        services.AddHostedService<UpdateSchedule>();
    }
}
