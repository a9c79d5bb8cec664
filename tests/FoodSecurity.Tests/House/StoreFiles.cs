using System.Globalization;
using System.Text.RegularExpressions;

namespace FoodSecurity.Tests.House;

/// <summary>Migrations are numbered without a gap; tables and columns are named in one way.</summary>
public partial class StoreFiles
{
    [Fact]
    public void Migrations_are_numbered_without_a_gap()
    {
        var numbers = Clone.Files("src/FoodSecurity/Database/Migrations", ".sql").Select(f => Path.GetFileName(f)!).ToList();
        numbers.ShouldAllBe(n => Numbered().IsMatch(n), "0001_what_it_does.sql");
        numbers.Select(n => int.Parse(n[..4], CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, numbers.Count));
    }

    [Fact]
    public void Tables_are_snake_case_and_unquoted() =>
        Clone
            .Files("src/FoodSecurity/Database/Migrations", ".sql")
            .SelectMany(f => Table().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value.Replace("%s", "0", StringComparison.Ordinal))
            .ShouldAllBe(n => Snake().IsMatch(n));

    [GeneratedRegex(@"^\d{4}_[a-z0-9_]+\.sql$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"create (?:table|index|unique index)(?: if not exists)? (\S+)")]
    private static partial Regex Table();

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Snake();
}
