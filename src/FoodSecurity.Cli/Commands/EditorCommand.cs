using System.CommandLine;
using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Editors;
using Spectre.Console;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec editor add|list|disable|enable|password</c>: the accounts of those who may load and withdraw on the site.</summary>
internal static class EditorCommand
{
    public const string PasswordSetting = "FOODSEC_EDITOR_PASSWORD";

    /// <summary>Who works at this shell, for the book of changes.</summary>
    public static string Who => "shell: " + Environment.UserName;

    public static Command Create() =>
        new("editor", "Accounts of those who may load and withdraw on the site; the first administrator is made here.")
        {
            Add(),
            List(),
            Named("disable", "Shut an account and sign it out.", (store, name) => store.Disable(name, true, Who), "is shut"),
            Named("enable", "Open an account again.", (store, name) => store.Disable(name, false, Who), "is open"),
            Named(
                "password",
                $"Set another password: asked for, or taken from {PasswordSetting} or standard input.",
                (store, name) => store.SetPassword(name, Password(), Who),
                "has a new password"
            ),
        };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "Letters, digits, dots, hyphens, underscores, at signs." };
        var role = new Option<string>("--role") { Description = "editor or administrator.", DefaultValueFactory = _ => "editor" };
        role.AcceptOnlyFromAmong("editor", "administrator");
        var command = new Command("add", $"Make an account. The password is asked for, or taken from {PasswordSetting} or standard input.")
        {
            name,
            role,
        };
        command.SetAction(parsed =>
            Try(() =>
            {
                var made = new EditorStore(Archive.Open().Store).Add(
                    parsed.GetValue(name)!,
                    parsed.GetValue(role) == "administrator" ? EditorRole.Administrator : EditorRole.Editor,
                    Password(),
                    Who
                );
                Console.Error.WriteLine($"Account {made.Name} is made ({parsed.GetValue(role)}).");
            })
        );
        return command;
    }

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command("list", "List the accounts with their last sign-in.") { json };
        command.SetAction(parsed =>
        {
            var all = new EditorStore(Archive.Open().Store).All();
            if (parsed.GetValue(json))
            {
                Output.Json(
                    all.Select(e => new
                    {
                        e.Name,
                        e.Role,
                        e.CreatedAt,
                        e.LastSignInAt,
                        e.DisabledAt,
                    })
                );
                return ExitCodes.Fine;
            }

            var table = new Table().AddColumns("name", "role", "made", "last sign-in", "shut");
            foreach (var e in all)
            {
                table.AddRow(
                    new[] { e.Name, e.Role.ToString().ToLowerInvariant(), e.CreatedAt, e.LastSignInAt ?? "never", e.DisabledAt ?? "" }
                        .Select(Output.Plain)
                        .ToArray()
                );
            }

            Output.Print(table);
            return ExitCodes.Fine;
        });
        return command;
    }

    private static Command Named(string verb, string description, Action<EditorStore, string> change, string done)
    {
        var name = new Argument<string>("NAME") { Description = "The account's name." };
        var command = new Command(verb, description) { name };
        command.SetAction(parsed =>
            Try(() =>
            {
                change(new EditorStore(Archive.Open().Store), parsed.GetValue(name)!);
                Console.Error.WriteLine($"Account {parsed.GetValue(name)} {done}.");
            })
        );
        return command;
    }

    private static int Try(Action change)
    {
        try
        {
            change();
            return ExitCodes.Fine;
        }
        catch (EditorException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return ExitCodes.NotFound;
        }
    }

    /// <summary>From the setting, else from standard input where it is no terminal, else typed twice without being shown.</summary>
    private static string Password()
    {
        if (Environment.GetEnvironmentVariable(PasswordSetting) is { Length: > 0 } set)
        {
            return set;
        }

        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        var password = Typed($"Password (at least {EditorStore.ShortestPassword} characters): ");
        return Typed("The same again: ") == password
            ? password
            : throw new EditorException("The two passwords differ; nothing was changed.");
    }

    private static string Typed(string prompt)
    {
        Console.Error.Write(prompt);
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && text.Length > 0)
            {
                text.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return text.ToString();
    }
}
