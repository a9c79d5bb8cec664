namespace FoodSecurity.Tests.House;

/// <summary>Folders refer only to what stands left of them. Proven by planted code that breaks the rule and must be caught.</summary>
public class DependencyRule
{
    private static readonly Lazy<IReadOnlySet<Reference>> Own = new(() => CodeReader.Read(typeof(DependencyRule).Assembly.Location));

    [Theory]
    [InlineData("FoodSecurity.dll")]
    [InlineData("FoodSecurity.Web.dll")]
    [InlineData("foodsec.dll")]
    public void Folders_refer_only_to_what_stands_left_of_them(string assembly)
    {
        var references = CodeReader.Read(Path.Combine(AppContext.BaseDirectory, assembly));
        references.ShouldNotBeEmpty();
        FolderRule.Broken(references, "FoodSecurity.").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Observations uses Charts", "InheritsFromTheRight")]
    [InlineData("Series uses Sources", "KnowsItsNeighbour")]
    [InlineData("Indicators uses Database", "AsksTheDatabase")]
    [InlineData("Indicators uses Answers", "ImplementsWhatStandsRight")]
    [InlineData("Claims uses Database", "HoldsAStore")]
    [InlineData("Charts uses Database", "FetchesInALambda")]
    [InlineData("Wording uses Observations", "CatchesFromTheRight")]
    [InlineData("Wording uses Series", "CallsInAnIterator")]
    [InlineData("Answers uses ScottPlot.Plot", "DrawsByItself")]
    [InlineData("Answers uses SkiaSharp.SKColor", "PaintsByItself")]
    [InlineData("Answers uses System.Console", "Prints")]
    [InlineData("Answers uses Microsoft.AspNetCore.Http.HttpContext", "IsAPage")]
    [InlineData("Sources uses System.Net.Http.HttpClient", "Downloads")]
    [InlineData("Sources uses Microsoft.Data.Sqlite.SqliteConnection", "OpensSqlite")]
    [InlineData("\"Helpers\" is no folder", "IsInNoFolder")]
    public void A_planted_violation_is_caught(string rule, string where) =>
        FolderRule.Broken(Own.Value, "FoodSecurity.Planted.").ShouldContain(v => v.Contains(rule) && v.Contains(where));

    [Theory]
    [InlineData("Exports", "Answers", false)]
    [InlineData("Claims", "Articles", true)]
    [InlineData("Claims", "Claims", true)]
    [InlineData("Cli", "Answers", true)]
    [InlineData("Cli", "Web", false)]
    [InlineData("Editors", "Observations", false)]
    [InlineData("Editors", "Database", true)]
    [InlineData("Database", "Wording", false)]
    [InlineData("Charts", "Claims", true)]
    public void The_order_is_that_of_the_design(string from, string to, bool allowed) =>
        FolderRule
            .Broken([new Reference("FoodSecurity." + from, "A", "FoodSecurity." + to, "B")], "FoodSecurity.")
            .Count.ShouldBe(allowed ? 0 : 1);

    [Theory]
    [InlineData("Series", "Npgsql", "NpgsqlConnection", false)]
    [InlineData("Database", "Npgsql", "NpgsqlConnection", true)]
    [InlineData("Exports", "SkiaSharp", "SKDocument", true)]
    [InlineData("Indicators", "ScottPlot", "Plot", false)]
    [InlineData("Fetching", "System.Net.Http", "HttpClient", true)]
    [InlineData("Editors", "Microsoft.AspNetCore.Identity", "PasswordHasher`1", true)]
    [InlineData("Editors", "Microsoft.AspNetCore.Http", "HttpContext", false)]
    [InlineData("Answers", "DocumentFormat.OpenXml.Spreadsheet", "Cell", false)]
    [InlineData("Web", "System", "Console", false)]
    [InlineData("Cli", "System", "Console", true)]
    [InlineData("Answers", "System", "ConsoleKey", true)]
    public void Wrapped_libraries_stay_in_the_folder_that_wraps_them(string folder, string library, string type, bool allowed) =>
        FolderRule.Broken([new Reference("FoodSecurity." + folder, "A", library, type)], "FoodSecurity.").Count.ShouldBe(allowed ? 0 : 1);

    [Fact]
    public void Every_folder_of_the_library_stands_in_the_table()
    {
        var folders = Directory
            .EnumerateDirectories(Path.Combine(Clone.Root, "src", "FoodSecurity"))
            .Select(f => Path.GetFileName(f)!)
            .Where(f => f is not ("bin" or "obj"));
        folders.Except(FolderRule.Steps.SelectMany(s => s)).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_lies_in_the_folder_its_namespace_names()
    {
        foreach (var file in Clone.Files("src/FoodSecurity", ".cs"))
        {
            var expected = Path.GetDirectoryName(Clone.Short(file))!["src/".Length..].Replace('/', '.');
            File.ReadLines(file)
                .ShouldContain(
                    line => line.StartsWith($"namespace {expected};", StringComparison.Ordinal),
                    $"{Clone.Short(file)} says another namespace than its folder"
                );
        }
    }
}
