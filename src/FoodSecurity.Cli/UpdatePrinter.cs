using System.Globalization;
using FoodSecurity.Fetching;
using FoodSecurity.Sources.Loading;
using FoodSecurity.Sources.Updating;

namespace FoodSecurity.Cli;

/// <summary>Tells how an update comes along: bytes, speed and the time left, on one line of standard error, and a line for each file that is done.</summary>
internal sealed class UpdatePrinter
{
    private readonly bool _live = !Console.IsErrorRedirected;
    private readonly LoadPrinter _loads = new();
    private DateTime _last = DateTime.MinValue;

    public void Begins(PlannedDownload planned) => Console.Error.WriteLine($"{planned.Dataset}: asking {planned.Address}");

    public void Downloading(DownloadProgress at)
    {
        if (at.Waiting is { } why)
        {
            Write("  " + why, over: false);
        }
        else if (DateTime.UtcNow - _last > TimeSpan.FromMilliseconds(_live ? 250 : 5000))
        {
            _last = DateTime.UtcNow;
            Write("  " + Describe(at), over: true);
        }
    }

    public void Loading(LoadProgress at) => _loads.Progress(at);

    public void Done(UpdateOutcome outcome)
    {
        if (outcome.Report is { } report)
        {
            _loads.Done(report);
        }
        else
        {
            Write("  " + (outcome.Result == UpdateResult.Failed ? "failed: " + outcome.Error : "unchanged"), over: false);
        }
    }

    /// <summary>"12.3 of 45.6 MB, 1.20 MB/s, about 28 s left".</summary>
    internal static string Describe(DownloadProgress at)
    {
        var total = at.Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all / 1e6:0.0}") : "";
        var left = at.Left is { } time
            ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Max(1, time.TotalSeconds):0} s left")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{at.Bytes / 1e6:0.0}{total} MB, {at.BytesPerSecond / 1e6:0.00} MB/s{left}");
    }

    private void Write(string text, bool over)
    {
        if (_live)
        {
            Console.Error.Write("\r" + text.PadRight(78) + (over ? "" : "\n"));
        }
        else
        {
            Console.Error.WriteLine(text);
        }
    }
}
