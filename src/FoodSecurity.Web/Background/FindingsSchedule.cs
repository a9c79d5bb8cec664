using FoodSecurity.Answers;
using FoodSecurity.Answers.FactCheck;

namespace FoodSecurity.Web.Background;

/// <summary>Looks at the findings of every article again whenever the data have changed, by whatever way: a load, an update, a withdrawal, an approval.</summary>
public sealed class FindingsSchedule(Archive archive, TimeProvider time, ILogger<FindingsSchedule> log) : BackgroundService
{
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Looks, time);
        var seen = -1L;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var version = archive.Version();
            if (version != seen)
            {
                seen = Look(version);
            }
        }
    }

    /// <summary>The version that has been looked at; one before any where it broke off, so that the next tick tries again.</summary>
    private long Look(long version)
    {
        try
        {
            if (FindingWatch.Refresh(archive, time) is > 0 and var changed)
            {
                log.LogInformation("{Count} findings on articles have changed", changed);
            }

            return version;
        }
        catch (Exception wrong)
        {
            // A load may be writing; the site goes on, and the next tick looks again.
            log.LogWarning(wrong, "Findings could not be looked at again");
            return -1;
        }
    }
}
