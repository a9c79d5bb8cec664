using System.CommandLine;
using System.Diagnostics;
using System.Reflection;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Cli;

/// <summary>The built command line, run as its users run it: a process of its own, told which database to use.</summary>
internal static class Foodsec
{
    /// <summary>Every verb with its arguments and options.</summary>
    public static IReadOnlyList<Command> Verbs { get; } =
    [
        .. Assembly
            .Load("foodsec")
            .GetTypes()
            .Where(t => t.Namespace == "FoodSecurity.Cli.Commands" && t.GetMethod("Create") is not null)
            .Select(t => (Command)t.GetMethod("Create")!.Invoke(null, null)!)
            .OrderBy(c => c.Name, StringComparer.Ordinal),
    ];

    public static Ended Run(string database, params string[] arguments) => RunWith([], database, arguments);

    public static Ended RunWith(Dictionary<string, string> settings, string database, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "foodsec.dll"), .. arguments])
        {
            WorkingDirectory = Clone.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["FOODSEC_DATABASE"] = database;
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Ended(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}

/// <summary>How a command ended.</summary>
internal sealed record Ended(int Code, string Output, string Errors);
