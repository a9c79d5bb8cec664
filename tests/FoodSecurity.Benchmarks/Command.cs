using System.Diagnostics;
using System.Globalization;

namespace FoodSecurity.Benchmarks;

/// <summary>Wall-clock and processor seconds of one run of a program.</summary>
internal readonly record struct Timing(double Wall, double Processor);

internal static class Command
{
    /// <summary>Runs a shell command and times it; its output comes back, and where it fails the benchmark ends.</summary>
    public static (Timing Timing, string Output) Run(string command, params ReadOnlySpan<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"TIMEFORMAT='%R %U %S'; time {{ {command} ; }}");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command}\n{error}");
        }

        var seconds = error.TrimEnd().Split('\n')[^1].Split(' ').Select(s => double.Parse(s, CultureInfo.InvariantCulture)).ToArray();
        return (new Timing(seconds[0], seconds[1] + seconds[2]), output.Result.Trim());
    }

    public static bool Exists(string program)
    {
        using var process = Process.Start(
            new ProcessStartInfo("/bin/bash") { ArgumentList = { "-c", $"command -v {program} >/dev/null" } }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
