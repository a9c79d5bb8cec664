using FoodSecurity.Answers.Articles;
using FoodSecurity.Observations;

namespace FoodSecurity.Web.Background;

/// <summary>
/// Makes ready, once the site answers, what reads articles: tables and compiled code. It takes about a tenth of a second of one processor in the background; without it the
/// first article given to the desk would wait that long. Only the first site of a process does it.
/// </summary>
public sealed class ReadingWarmUp(ArticleReading reading, ILogger<ReadingWarmUp> log) : BackgroundService
{
    private static int _started;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Interlocked.Exchange(ref _started, 1) == 0 ? Task.Run(Warm, stoppingToken) : Task.CompletedTask;

    private void Warm()
    {
        try
        {
            reading.WarmUp();
        }
        catch (DataFormatException wrong)
        {
            // the page that proposes passages says the same when somebody asks it
            log.LogWarning(wrong, "The tables articles are read by cannot be used");
        }
    }
}
