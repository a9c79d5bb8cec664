using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace FoodSecurity.Cli;

/// <summary>How answers are printed: tables for people, JSON for programs; progress and messages go to standard error.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void Json(object answer) => Console.Out.WriteLine(JsonSerializer.Serialize(answer, Options));

    public static void Print(Table table)
    {
        // A pipe has no width of its own: do not cut what a program reads.
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 400;
        }

        AnsiConsole.Write(table.Border(TableBorder.Minimal));
    }

    public static string Plain(string text) => Markup.Escape(text);
}
