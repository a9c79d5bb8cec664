using System.Reflection;
using System.Text.RegularExpressions;
using FoodSecurity.Answers;

namespace FoodSecurity.Tests.House;

/// <summary>How files and types are cut and named.</summary>
public partial class FileRules
{
    private static readonly string[] ForbiddenEndings = ["Manager", "Helper", "Helpers", "Service", "Util", "Utils", "Info", "Base", "Dto"];
    private static readonly string[] ForbiddenFolders = ["Common", "Shared", "Core", "Helpers", "Utils", "Misc"];
    private static readonly string[] TopLevel = ["src", "tests", "seeds", "datasets"];

    [Fact]
    public void No_file_is_over_400_lines() =>
        TooLong(Clone.Files("src", ".cs", ".cshtml", ".sql", ".js", ".mjs", ".css").Concat(Clone.Files("tests", ".cs"))).ShouldBeEmpty();

    [Fact]
    public void Half_of_the_source_files_are_under_90_lines_and_nine_of_ten_under_250()
    {
        var lengths = Clone.Files("src", ".cs").Select(f => File.ReadLines(f).Count()).Order().ToList();
        lengths[lengths.Count / 2].ShouldBeLessThanOrEqualTo(90, "median of the lengths of src/**/*.cs");
        lengths[lengths.Count * 9 / 10].ShouldBeLessThan(250, "90th percentile of the lengths of src/**/*.cs");
    }

    [Fact]
    public void A_planted_long_file_is_caught()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllLines(path, Enumerable.Repeat("//", 401));
        try
        {
            TooLong([path]).ShouldHaveSingleItem().ShouldContain("401 lines");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        BadNames(
                new[] { typeof(Archive).Assembly, Assembly.Load("foodsec"), Assembly.Load("FoodSecurity.Web") }.SelectMany(a =>
                    a.GetTypes()
                )
            )
            .ShouldBeEmpty();

    [Fact]
    public void A_planted_bad_name_is_caught() => BadNames([typeof(PlantedHelper), typeof(PlantedDto<int>)]).Count.ShouldBe(2);

    [Fact]
    public void No_folder_is_a_drawer_for_everything() =>
        Directory
            .EnumerateDirectories(Path.Combine(Clone.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => !Clone.Short(f).Split('/').Any(p => p is "bin" or "obj") && ForbiddenFolders.Contains(Path.GetFileName(f)))
            .Select(Clone.Short)
            .ShouldBeEmpty();

    [Fact]
    public void The_top_level_holds_src_tests_seeds_and_datasets() =>
        Directory
            .EnumerateDirectories(Clone.Root)
            .Select(f => Path.GetFileName(f)!)
            .Where(f => !f.StartsWith('.') && f is not ("bin" or "obj" or "artifacts" or "TestResults"))
            .Except(TopLevel)
            .ShouldBeEmpty("what others publish goes to datasets/, what we decide to seeds/, all else beside what it describes");

    [Fact]
    public void No_catch_goes_on_silently() =>
        Clone
            .Files("src", ".cs", ".cshtml")
            .Concat(Clone.Files("tests", ".cs").Where(f => !f.EndsWith("FileRules.cs", StringComparison.Ordinal)))
            .SelectMany(f => Silent(Clone.Short(f), File.ReadAllText(f)))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("try { X(); } catch { }")]
    [InlineData("try { X(); } catch (Exception) { }")]
    [InlineData("try { X(); } catch (IOException wrong) when (wrong.HResult == 1)\n{\n    // nothing to do\n}")]
    public void A_planted_silent_catch_is_caught(string code) => Silent("planted.cs", code).ShouldHaveSingleItem();

    [Fact]
    public void A_catch_that_does_something_is_left_alone() => Silent("fine.cs", "catch (Exception wrong) { Log(wrong); }").ShouldBeEmpty();

    private static List<string> TooLong(IEnumerable<string> files) =>
        [
            .. files
                .Select(f => (File: f, Lines: File.ReadLines(f).Count()))
                .Where(f => f.Lines > 400)
                .Select(f => $"{Clone.Short(f.File)} has {f.Lines} lines: split it by what a reader looks for."),
        ];

    private static List<string> BadNames(IEnumerable<Type> types) =>
        [
            .. types
                .Where(t => !t.Name.Contains('<'))
                .Select(t => (t.FullName, Name: t.Name.Split('`')[0]))
                .Where(t => ForbiddenEndings.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal)))
                .Select(t => $"{t.FullName}: say what it is, not that it is something."),
        ];

    private static List<string> Silent(string file, string code) =>
        [
            .. EmptyCatch()
                .Matches(code)
                .Select(m => $"{file}, line {code[..m.Index].Count(c => c == '\n') + 1}: a catch that goes on silently."),
        ];

    [GeneratedRegex(@"\bcatch\s*(\([^)]*\))?\s*(when\s*\([^{]*\))?\s*\{(\s|//[^\n]*)*\}")]
    private static partial Regex EmptyCatch();

    private sealed class PlantedHelper;

    private sealed class PlantedDto<T>
    {
        public T? Value { get; init; }
    }
}
