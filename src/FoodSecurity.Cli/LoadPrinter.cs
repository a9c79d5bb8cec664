using System.Globalization;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Loading;

namespace FoodSecurity.Cli;

/// <summary>Tells how a load comes along: rows, rows per second and the time left, on one line of standard error.</summary>
internal sealed class LoadPrinter
{
    private readonly bool _live = !Console.IsErrorRedirected;
    private DateTime _last = DateTime.MinValue;

    public void Progress(LoadProgress at)
    {
        if (DateTime.UtcNow - _last < TimeSpan.FromMilliseconds(_live ? 250 : 2000))
        {
            return;
        }

        _last = DateTime.UtcNow;
        var left = at.Left is { } time
            ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Max(1, time.TotalSeconds):0} s left")
            : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"  {at.File}: {at.Rows:N0} rows, {at.RowsPerSecond:N0} rows/s{left}");
        if (_live)
        {
            Console.Error.Write("\r" + text.PadRight(78));
        }
        else
        {
            Console.Error.WriteLine(text);
        }
    }

    public void Done(LoadReport report)
    {
        if (_live)
        {
            Console.Error.Write("\r" + new string(' ', 78) + "\r");
        }

        Console.Error.WriteLine(Describe(report));
        foreach (var warning in report.Warnings.Take(10))
        {
            Console.Error.WriteLine("    " + warning);
        }

        if (report.Warnings.Count > 10)
        {
            Console.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"    … {report.Warnings.Count - 10} more warnings are kept with the release.")
            );
        }
    }

    public static string Describe(LoadReport r) =>
        r.AlreadyLoaded
            ? $"{r.Dataset}: {r.FileName} was loaded before; nothing changed."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Dataset}: {r.FileName} ({r.Format}): {r.RowsRead:N0} rows in {r.Elapsed.TotalSeconds:0.0} s ({r.RowsRead / Math.Max(0.001, r.Elapsed.TotalSeconds):N0} rows/s); {r.New:N0} new, {r.Changed:N0} changed, {r.Unchanged:N0} unchanged, {r.Vanished:N0} vanished, {r.Older:N0} older, {r.Repeated:N0} repeated, {r.Skipped:N0} skipped."
            );
}
