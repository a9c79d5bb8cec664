using System.CommandLine;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Observations.Releases;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec withdraw RELEASE-ID --because "…"</c>: takes a release back and restores what it superseded.</summary>
internal static class WithdrawCommand
{
    public static Command Create()
    {
        var id = new Argument<long>("RELEASE-ID")
        {
            Description = "The release's number, as \"foodsec sources --json\" and its page show it.",
        };
        var because = new Option<string>("--because") { Description = "Why; kept and shown with the release.", Required = true };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command(
            "withdraw",
            "Take a release back, all or nothing: what it superseded comes back; the release stays in the list with date, who and why."
        )
        {
            id,
            because,
            json,
        };
        command.SetAction(parsed =>
        {
            var archive = Archive.Open();
            try
            {
                var report = ReleaseRemoval.Run(archive, parsed.GetValue(id), EditorCommand.Who, parsed.GetValue(because)!);
                Console.Error.WriteLine(ReleaseRemoval.Describe(archive, report));
                if (parsed.GetValue(json))
                {
                    Output.Json(report);
                }

                return ExitCodes.Fine;
            }
            catch (WithdrawalException refused)
            {
                Console.Error.WriteLine(refused.Message);
                return ExitCodes.NotFound;
            }
        });
        return command;
    }
}
