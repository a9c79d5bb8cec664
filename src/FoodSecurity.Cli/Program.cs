using System.CommandLine;
using FoodSecurity.Cli;
using FoodSecurity.Cli.Commands;

var root = new RootCommand(
    "foodsec: public data on crop output and food shortages, loaded, kept with its history, and traced to the printed figure."
)
{
    LoadCommand.Create(),
    UpdateCommand.Create(),
    ExtractCommand.Create(),
    SeriesCommand.Create(),
    TraceCommand.Create(),
    ChartCommand.Create(),
    SourcesCommand.Create(),
    AreasCommand.Create(),
    BoundariesCommand.Create(),
    EditorCommand.Create(),
    CopyCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    DiffCommand.Create(),
    WithdrawCommand.Create(),
    ArticleCommand.Create(),
};
return ExitCodes.Of(root.Parse(args));
