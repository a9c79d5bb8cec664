using System.Text.RegularExpressions;
using FoodSecurity.Wording;

namespace FoodSecurity.Tests.House;

/// <summary>Every sentence the code asks for is there, and none is there that nobody asks for.</summary>
public partial class TextKeys
{
    [Fact]
    public void Every_text_key_in_the_code_is_in_the_resource_file()
    {
        var known = Texts.English.Keys.ToHashSet();
        var used = Used().ToList();
        used.Count.ShouldBeGreaterThan(50);
        used.Where(u => !Matches(u.Pattern, known).Any())
            .Select(u => $"{u.File}: no text \"{u.Pattern}\" in Texts.en*.json")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_in_the_resource_file_is_used()
    {
        var patterns = Used().Select(u => u.Pattern).ToHashSet();
        Texts.English.Keys.Where(k => !patterns.Any(p => Regex.IsMatch(k, p))).ShouldBeEmpty("take texts out that nobody asks for");
    }

    [Theory]
    [InlineData("""var x = t["finding.no-such"];""", 1)]
    [InlineData("""var x = texts[plain ? "finding.no-such" : "list.and", a];""", 1)]
    [InlineData("""var x = texts[Is(a.Select(s => s.B), c) ? "finding.no-such" : "list.and", a];""", 1)]
    [InlineData("""var x = Texts.Count("finding.no-such", 3);""", 2)]
    [InlineData("""var x = t[$"chart.{id}.no-such", a];""", 1)]
    [InlineData("""<p>@T.Html("page.no-such", T.Link("now", "/"))</p>""", 1)]
    [InlineData("""ViewData["Title"] = T.Title("page.no-such");""", 1)]
    [InlineData("""<p>@T.HtmlCount("page.no-such", 3)</p>""", 2)]
    [InlineData("""var x = PageTexts.Of(page.HttpContext).Texts["page.no-such", code];""", 1)]
    [InlineData("var x = t.Count(\n    \"page.no-such\",\n    3);", 2)]
    [InlineData("""var x = t["list.and"] + other["whatever.it-is"];""", 0)]
    public void A_planted_unknown_key_is_caught(string code, int caught) =>
        Keys(code).Count(p => !Matches(p, Texts.English.Keys).Any()).ShouldBe(caught);

    private static IEnumerable<string> Matches(string pattern, IEnumerable<string> keys) => keys.Where(k => Regex.IsMatch(k, pattern));

    private static IEnumerable<(string File, string Pattern)> Used() =>
        Clone.Files("src", ".cs", ".cshtml").SelectMany(f => Keys(File.ReadAllText(f)).Select(k => (Clone.Short(f), k)));

    /// <summary>Patterns of the keys a source text asks for; a place in an interpolated key may be any word.</summary>
    private static IEnumerable<string> Keys(string code) =>
        Indexed()
            .Matches(code)
            .SelectMany(m => Literal().Matches(m.Groups["key"].Value))
            .Select(l => Pattern(l.Groups["text"].Value, l.Value[0] == '$'))
            .Concat(Asked().Matches(code).Select(m => Pattern(m.Groups["text"].Value, false)))
            .Concat(
                Counted()
                    .Matches(code)
                    .SelectMany(m =>
                        new[] { Pattern(m.Groups["text"].Value + ".one", false), Pattern(m.Groups["text"].Value + ".other", false) }
                    )
            );

    private static string Pattern(string key, bool interpolated) =>
        "^" + (interpolated ? Regex.Replace(Regex.Escape(key), @"\\\{[^}]*}", "[a-z-]+") : Regex.Escape(key)) + "$";

    [GeneratedRegex(
        """(?<![\w.])(?:(?:\w+\.)*(?:Texts|English|texts)|PageTexts\.Of\([\w.]+\)\.Texts|[tT]|this)\[(?<key>(?:[^"\],()]|"[^"]*"|\((?:[^()]|\([^()]*\))*\))*)"""
    )]
    private static partial Regex Indexed();

    [GeneratedRegex(@"\$?""(?<text>[a-z][^""]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?:Texts|English|texts|\b[tT])\.(?:Count|HtmlCount)\(\s*""(?<text>[^""]+)""")]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?:texts|\b[tT]|PageTexts\.Of\([\w.]+\))\.(?:Html|Title|Raw)\(\s*""(?<text>[^""]+)""")]
    private static partial Regex Asked();
}
