using System.Diagnostics;
using System.Globalization;

namespace FoodSecurity.Benchmarks.Charts;

/// <summary>A program that draws on demand and stays alive between rounds, so that all are warm alike.</summary>
internal sealed class Drawer : IDisposable
{
    private readonly Process process;

    public Drawer(string name, int times, string program, params ReadOnlySpan<string> arguments)
    {
        (Name, Times) = (name, times);
        process = new Process
        {
            StartInfo = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true },
        };
        foreach (var argument in arguments)
        {
            process.StartInfo.ArgumentList.Add(argument);
        }

        process.Start();
    }

    public string Name { get; }

    /// <summary>Drawings in a round: about a second's work.</summary>
    public int Times { get; }

    public List<double> Milliseconds { get; } = [];

    public int Bytes { get; private set; }

    public double Median => LoadBenchmark.Median(Milliseconds);

    /// <summary>Draws before anything is counted, and keeps the last picture so that it can be looked at.</summary>
    public void WarmUp(string file) => Ask($"{Times * 2} {file}");

    public void Round() => Milliseconds.Add(Ask(Times.ToString(CultureInfo.InvariantCulture)));

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private double Ask(string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
        var answer = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{Name} ended without an answer.");
        var parts = answer.Split(' ');
        Bytes = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return double.Parse(parts[0], CultureInfo.InvariantCulture);
    }
}
