using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.Language;
using Microsoft.AspNetCore.Razor.Language.Intermediate;

namespace FoodSecurity.Tests.House;

/// <summary>Nothing a reader reads stands in a page, in its code or in a script: it stands in Wording/Texts.en*.json, where a translation can replace it.</summary>
public partial class LiteralTexts
{
    /// <summary>The same in every language: formats, a word that is a name, the beginning of an address.</summary>
    private static readonly HashSet<string> Allowed = ["SVG", "PNG", "PDF", "CSV", "XLSX", "JSON", "SHA-256", "FoodSecurity", "https://"];

    /// <summary>Words of the data that pages compare with and do not show.</summary>
    private static readonly HashSet<string> OfTheData = ["policy aim", "not named"];

    /// <summary>Attributes that are read or spoken.</summary>
    private static readonly string[] Spoken = ["title", "alt", "aria-label", "placeholder", "label"];

    /// <summary>Files that recognise sentences of others instead of saying any.</summary>
    private static readonly string[] Recognising = ["DetailsForm.cs"];

    [Fact]
    public void No_page_has_words_of_its_own()
    {
        var pages = Clone.Files("src/FoodSecurity.Web", ".cshtml");
        pages.Count.ShouldBeGreaterThan(40);
        pages
            .SelectMany(f =>
                Literals(File.ReadAllText(f)).Select(l => $"{Clone.Short(f)}: “{l}” belongs into Wording/Texts.en.pages*.json")
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_code_of_the_site_has_sentences_of_its_own() =>
        Clone
            .Files("src/FoodSecurity.Web", ".cs")
            .Where(f => !Recognising.Contains(Path.GetFileName(f)))
            .SelectMany(f => Sentences(File.ReadAllText(f)).Select(l => $"{Clone.Short(f)}: {l} belongs into Wording/Texts.en.pages*.json"))
            .ShouldBeEmpty();

    [Fact]
    public void No_script_has_words_of_its_own() =>
        Clone
            .Files("src/FoodSecurity.Web/wwwroot", ".mjs", ".js")
            .SelectMany(f =>
                Shown().Matches(File.ReadAllText(f)).Select(m => $"{Clone.Short(f)}: {m.Value} belongs into a data attribute of the page")
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("<p>Hello there</p>", "Hello there")]
    [InlineData("@if (Model.X > 0) { <p>@Model.X figures</p> }", "figures")]
    [InlineData("@foreach (var x in Model.List) { var y = x; <li>@y <text>, lost</text></li> }", ", lost")]
    [InlineData("<input placeholder=\"a name\" value=\"@Model.X\">", "a name")]
    [InlineData("<div class=\"scroll\" aria-label=\"Table of @Model.X\"></div>", "Table of")]
    [InlineData("<p>@(Model.X ? \"none at all\" : T[\"page.x\"])</p>", "none at all")]
    [InlineData("@{ ViewData[\"Title\"] = \"A page – FoodSecurity\"; }", "A page – FoodSecurity")]
    public void Planted_words_of_a_page_are_caught(string page, string words) =>
        Literals("@model X\n" + page).ShouldHaveSingleItem().ShouldBe(words);

    [Theory]
    [InlineData("@* a remark *@<p class=\"two words\">@T[\"page.a.b\"] · <a href=\"/a b\">CSV</a> <code>foodsec load</code> – 5 %</p>")]
    [InlineData("@{ var list = new List<string>(); if (list.Count > 0 && list.Count < 3) { <p>@list.Count</p> } }")]
    [InlineData("@functions { string A() => $\"<a class=\\\"x y\\\">\"; }<p></p>")]
    public void What_is_no_word_is_left_alone(string page) => Literals(page).ShouldBeEmpty();

    [Theory]
    [InlineData("return Missing.Bad(this, \"from lies after to\");", 1)]
    [InlineData("return Missing.Bad(this, $\"No article “{slug}”\");", 1)]
    [InlineData("log.LogWarning(\"No usable font\"); throw new InvalidOperationException(\"site.css has no dark colours.\");", 0)]
    [InlineData("log.LogWarning(\n    \"Loaded {Dataset}, {File}: {Rows} rows\",\n    report.Dataset);", 0)]
    [InlineData("return Missing.Bad(\n    this,\n    \"from lies after to\");", 1)]
    [InlineData("html.AppendHtml(\"<b class=\\\"badge no\\\">\"); var x = t[\"page.a.b\"];", 0)]
    public void Planted_sentences_in_code_are_caught(string code, int caught) => Sentences(code).Count.ShouldBe(caught);

    [Fact]
    public void Planted_words_of_a_script_are_caught() =>
        Shown()
            .Count("button.textContent = 'Copy it'; x.title = `Close`; x.className = 'tools copy'; x.textContent = words.done;")
            .ShouldBe(2);

    /// <summary>Words in text and in spoken attributes, and sentences in the page's code, as the Razor parser tells them apart.</summary>
    private static List<string> Literals(string page)
    {
        var engine = RazorProjectEngine.Create(RazorConfiguration.Default, RazorProjectFileSystem.Create("/"));
        var parsed = engine
            .Process(
                RazorSourceDocument.Create(Section().Replace(Directive().Replace(page, ""), "$1"), "page.cshtml"),
                FileKinds.Legacy,
                [],
                []
            )
            .GetDocumentIntermediateNode();
        var markup = new System.Text.StringBuilder();
        var code = new System.Text.StringBuilder();
        Walk(parsed, markup, code);
        var body = new HtmlParser().ParseDocument("<body><template>" + markup + "</template>");
        var content = ((AngleSharp.Html.Dom.IHtmlTemplateElement)body.QuerySelector("template")!).Content;
        var texts = content
            .Descendants<IText>()
            .Where(t => t.ParentElement?.LocalName is not ("code" or "script" or "style"))
            .Select(t => t.Data);
        var spoken = content.Descendants<IElement>().SelectMany(e => Spoken.Select(e.GetAttribute).OfType<string>());
        return
        [
            .. texts
                .Concat(spoken)
                .SelectMany(t => t.Split(Place))
                .Select(t => t.Trim())
                .Select(t => Allowed.Contains(t.Trim(' ', ',')) ? "" : t)
                .Where(t => Words().IsMatch(t)),
            .. Sentences(code.ToString()).Select(s => s.Trim('"', '$')).Where(s => !OfTheData.Contains(s)),
        ];
    }

    private const char Place = '\u0001';

    private static void Walk(IntermediateNode node, System.Text.StringBuilder markup, System.Text.StringBuilder code)
    {
        switch (node)
        {
            case HtmlContentIntermediateNode html:
                markup.Append(Tokens(html));
                return;
            case HtmlAttributeIntermediateNode attribute:
                markup.Append(attribute.Prefix);
                foreach (var part in attribute.Children)
                {
                    markup.Append(part is HtmlAttributeValueIntermediateNode value ? value.Prefix + Tokens(value) : Place);
                    if (part is not HtmlAttributeValueIntermediateNode)
                    {
                        code.AppendLine(Tokens(part));
                    }
                }

                markup.Append(attribute.Suffix);
                return;
            case CSharpExpressionIntermediateNode expression:
                markup.Append(Place);
                code.AppendLine(Tokens(expression));
                return;
            case CSharpCodeIntermediateNode statement:
                code.AppendLine(Tokens(statement));
                return;
        }

        foreach (var child in node.Children)
        {
            Walk(child, markup, code);
        }
    }

    private static string Tokens(IntermediateNode node) =>
        string.Concat(node.Children.Select(c => c is IntermediateToken token ? token.Content : Tokens(c)));

    /// <summary>String literals with two words side by side; what goes to the log or to whoever runs the program is for the operator, in English.</summary>
    private static List<string> Sentences(string code) =>
        [
            .. Wrapped()
                .Replace(code, "$1")
                .Split('\n')
                .Where(l => !Operator().IsMatch(l))
                .SelectMany(l => Literal().Matches(l))
                .Select(m => m.Value)
                .Where(l => !MachineWord().IsMatch(l) && TwoWords().IsMatch(Markup().Replace(Filled().Replace(l, "…"), ""))),
        ];

    /// <summary>A call that the formatter broke after its parenthesis or a comma is one statement still.</summary>
    [GeneratedRegex(@"([(\[,])\s*\n\s*")]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Words();

    [GeneratedRegex(@"\p{L}{2,}[,:;]? [“‘(]?\p{L}{2,}|\p{L}{2,} “|\p{L}{2,} [–—·] \p{L}{2,}")]
    private static partial Regex TwoWords();

    [GeneratedRegex(@"\$?""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex Literal();

    /// <summary>Media types, headers of answers, classes of badges.</summary>
    [GeneratedRegex(@"^""(?:[a-z]+/[a-z+.-]+; |public, |badge )")]
    private static partial Regex MachineWord();

    [GeneratedRegex(@"^@(?:page|model|inject|addTagHelper|using)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^@section\s+\w+\s*\{(.*)\}\s*$", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Filled();

    [GeneratedRegex(@"<[^<>]*>?|\\""[^""]*\\""")]
    private static partial Regex Markup();

    [GeneratedRegex(
        @"^\s*//|\blog\.|throw new InvalidOperationException|ContentSecurityPolicy|Regex\(|const string|\bGet\(|media|=> throw"
    )]
    private static partial Regex Operator();

    [GeneratedRegex("""(?:textContent|innerText|title|ariaLabel|placeholder|alt)\s*[:=]\s*['"`][^'"`\n]*\p{L}{2}[^'"`\n]*['"`]""")]
    private static partial Regex Shown();
}
