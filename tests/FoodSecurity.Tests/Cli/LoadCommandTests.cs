using System.Text.Json;
using FoodSecurity.Answers;
using FoodSecurity.Editors;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Cli;

/// <summary>Loading from the shell: exit codes 0, 1, 2, and a database that stays as it was when a file is bad.</summary>
public sealed class LoadCommandTests : IDisposable
{
    private const string Header = "area,item,element,unit,period,value\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-cli-").FullName;

    private string Database => Path.Combine(_folder, "cli.db");

    [Fact]
    public void A_good_file_is_loaded_once_and_again_is_no_change()
    {
        var file = Write("mine.csv", Header + "PRK,rice,production,1000-t,2020,1360\nPRK,rice,production,1000-t,2021,\n");
        var first = Foodsec.Run(Database, "load", file, "--json");
        first.Code.ShouldBe(0, first.Errors);
        using var json = JsonDocument.Parse(first.Output);
        var report = json.RootElement.EnumerateArray().ShouldHaveSingleItem();
        (report.GetProperty("new").GetInt64(), report.GetProperty("dataset").GetString()).ShouldBe((2, "own"));
        var again = Foodsec.Run(Database, "load", file);
        (again.Code, again.Errors).ShouldSatisfyAllConditions(
            a => a.Code.ShouldBe(0),
            a => a.Errors.ShouldContain("was loaded before; nothing changed")
        );
        Foodsec.Run(Database, "series", "PRK", "--item", "rice").Output.ShouldMatch(@"2021\s+│\s+–\s+│\s+missing");
    }

    [Fact]
    public void What_is_loaded_withdrawn_and_restored_at_a_shell_stands_in_the_book_of_changes()
    {
        var backup = Path.Combine(_folder, "backup.db");
        Foodsec.Run(Database, "load", Write("mine.csv", Header + "PRK,rice,production,1000-t,2020,1360\n")).Code.ShouldBe(0);
        Foodsec.Run(Database, "backup", backup).Code.ShouldBe(0);
        Foodsec.Run(Database, "load", Write("bad.csv", Header + "PRK,rice,production,1000-t,2020,1O\n")).Code.ShouldBe(2);
        Foodsec.Run(Database, "withdraw", "1", "--because", "a test").Code.ShouldBe(0);
        var restored = Foodsec.Run(Database, "restore", backup);
        restored.Code.ShouldBe(0, restored.Errors);
        using var connection = Archive.Open(Database, Clone.Seeds).Read();
        var book = AuditLog.Read(connection, 100, 0);
        book.OrderBy(e => e.Id)
            .Select(e => $"{e.Action} {e.Subject}")
            .ShouldBe(["load release 1", "withdraw release 1", "restore database"]);
        book.ShouldAllBe(e => e.Editor == "shell: " + Environment.UserName);
        book.Single(e => e.Action == "load").NewValue.ShouldBe("mine.csv: 1 rows into own");
        Foodsec.Run(Database, "series", "PRK", "--item", "rice").Output.ShouldContain("1360");
    }

    [Fact]
    public void A_bad_cell_ends_with_2_and_says_file_line_column_value_and_what_was_expected()
    {
        Foodsec.Run(Database, "load", Write("good.csv", Header + "PRK,rice,production,1000-t,2020,1360\n")).Code.ShouldBe(0);
        var before = Version();
        var ended = Foodsec.Run(
            Database,
            "load",
            Write("bad.csv", Header + "PRK,rice,production,1000-t,2020,1\nPRK,rice,production,1000-t,2021,1O5\n")
        );
        (ended.Code, ended.Output).ShouldBe((2, ""));
        ended.Errors.ShouldContain("bad.csv, line 3, column \"value\": found \"1O5\", expected ");
        ended.Errors.ShouldContain("written");
        Version().ShouldBe(before);
        Foodsec.Run(Database, "series", "PRK", "--item", "rice", "--element", "production").Output.ShouldContain("1360");
    }

    [Theory]
    [InlineData("area,item,element,unit,period,valeu\nPRK,rice,production,1000-t,2020,1\n", "value")]
    [InlineData("a;b;c\n1;2;3\n", "the header of a known format")]
    [InlineData("", "an empty file")]
    [InlineData("%PDF-1.7\n1 0 obj\n", "expected")]
    [InlineData(Header, "at least one row")]
    [InlineData(Header + "PRK,rice,production,1000-t,2020/2021,5\n", "2023/24")]
    [InlineData(Header + "PRK,rice,production,1000-t,9999/00,5\n", "9999/00")]
    [InlineData(Header + "PRK,rice,production,1000-t,2020,5\nPRK,rice,production,1000-t,2020,6\n", "line 2")]
    public void A_file_that_cannot_be_read_ends_with_2_and_a_reason(string text, string reason)
    {
        var ended = Foodsec.Run(Database, "load", Write("file.csv", text));
        ended.Code.ShouldBe(2, ended.Errors);
        ended.Errors.ShouldContain(reason);
        ended.Errors.ShouldContain("file.csv");
        ended.Errors.ShouldNotContain("   at ");
        Version().ShouldBe(0);
    }

    [Fact]
    public void Unknown_codes_end_with_2_and_one_list_and_can_be_skipped()
    {
        var file = Write("unknown.csv", Header + "PRKK,rice,production,1000-t,2020,1\nPRK,rice,production,1000-t,2020,5\n");
        var ended = Foodsec.Run(Database, "load", file);
        ended.Code.ShouldBe(2);
        ended.Errors.ShouldContain("PRKK");
        ended.Errors.ShouldContain("nearest known: ");
        Version().ShouldBe(0);
        Foodsec.Run(Database, "load", file, "--skip-unknown").Code.ShouldBe(0);
        Version().ShouldBe(1);
    }

    [Fact]
    public void A_dry_run_tells_and_writes_nothing()
    {
        var ended = Foodsec.Run(Database, "load", "--dry-run", Write("good.csv", Header + "PRK,rice,production,1000-t,2020,1360\n"));
        ended.Code.ShouldBe(0, ended.Errors);
        Version().ShouldBe(0);
    }

    [Fact]
    public void A_bad_second_file_leaves_the_first_loaded_and_does_not_say_otherwise()
    {
        var ended = Foodsec.Run(
            Database,
            "load",
            Write("good.csv", Header + "PRK,rice,production,1000-t,2020,1360\n"),
            Write("bad.csv", "x\n")
        );
        ended.Code.ShouldBe(2);
        Version().ShouldBe(1);
        ended.Errors.ShouldNotContain("Nothing was written");
        ended.Errors.ShouldContain("Nothing of this file was written");
    }

    [Fact]
    public void A_database_that_cannot_be_opened_ends_with_1_and_a_reason()
    {
        var noDatabase = Write("text.db", new string('x', 5000));
        foreach (var place in new[] { _folder, noDatabase, Path.Combine(noDatabase, "below", "a.db"), "Host=localhost;Database=x" })
        {
            var ended = Foodsec.Run(place, "areas");
            ended.Code.ShouldBe(1, place + ended.Errors);
            ended.Errors.ShouldNotBeEmpty();
            ended.Errors.ShouldNotContain("   at ");
        }
    }

    [Fact]
    public void An_empty_database_says_how_to_fill_it()
    {
        var ended = Foodsec.Run(Database, "areas");
        ended.Code.ShouldBe(1);
        ended.Errors.ShouldContain("foodsec load");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private long Version() => Archive.Open(Database, Clone.Seeds).Version();
}
