using System.Text.RegularExpressions;
using FoodSecurity.Tests.Cli;

namespace FoodSecurity.Tests.House;

/// <summary>What a user can type, open or set stands in the README.</summary>
public partial class ReadmeRule
{
    private static readonly Lazy<string> Readme = new(() => File.ReadAllText(Path.Combine(Clone.Root, "README.md")));

    [Fact]
    public void Every_verb_of_the_command_line_is_in_the_readme() =>
        Foodsec.Verbs.Select(v => v.Name).Where(v => !Regex.IsMatch(Readme.Value, $"`{v}[ `]")).ShouldBeEmpty();

    [Fact]
    public void Every_address_is_in_the_readme()
    {
        // Pages/Errors are shown in the place of others and have no address a reader would type.
        var routes = Clone
            .Files("src/FoodSecurity.Web", ".cshtml")
            .Where(f => !f.Contains("/Pages/Errors/", StringComparison.Ordinal))
            .SelectMany(f => PageRoute().Matches(File.ReadAllText(f)))
            .Concat(Clone.Files("src/FoodSecurity.Web", ".cs").SelectMany(f => MappedRoute().Matches(File.ReadAllText(f))))
            .Select(m => m.Groups[1].Value.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "")
            .Where(s => s.Length > 0 && s[0] != '{')
            .Select(s => Regex.Replace(s, @"[.{].*$", ""))
            .Distinct()
            .ToList();
        routes.Count.ShouldBeGreaterThan(3);
        routes.Where(r => !Regex.IsMatch(Readme.Value, $@"`/{Regex.Escape(r)}\b")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_setting_is_in_the_readme() =>
        Clone
            .Files("src", ".cs")
            .SelectMany(f => Setting().Matches(File.ReadAllText(f)))
            .Select(m => m.Value)
            .Distinct()
            .Where(s => !Readme.Value.Contains($"`{s}`", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void The_readmes_first_command_and_test_command_exist()
    {
        Readme.Value.ShouldContain("tests/run");
        File.Exists(Path.Combine(Clone.Root, "tests", "run")).ShouldBeTrue();
        Directory.Exists(Path.Combine(Clone.Root, "src", "FoodSecurity.Web")).ShouldBeTrue();
    }

    [Fact]
    public void Every_link_inside_the_readme_leads_somewhere() =>
        Link()
            .Matches(Readme.Value)
            .Select(m => m.Groups[1].Value)
            .Where(l => !l.Contains("://", StringComparison.Ordinal) && l[0] != '#')
            .Where(l =>
                !File.Exists(Path.Combine(Clone.Root, l.Split('#')[0])) && !Directory.Exists(Path.Combine(Clone.Root, l.Split('#')[0]))
            )
            .ShouldBeEmpty();

    [GeneratedRegex(@"^@page\s+""(/[^""]*)""", RegexOptions.Multiline)]
    private static partial Regex PageRoute();

    [GeneratedRegex(@"\bMap(?:Get|Methods|Group)\(\s*""(/[^""]*)""")]
    private static partial Regex MappedRoute();

    [GeneratedRegex(@"\bFOODSEC_[A-Z_]+\b")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
