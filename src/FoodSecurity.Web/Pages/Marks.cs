using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Claims;
using FoodSecurity.Series;
using FoodSecurity.Wording;
using Microsoft.AspNetCore.Html;

namespace FoodSecurity.Web.Pages;

/// <summary>Small pieces of HTML that several pages share. Everything is encoded here or nowhere.</summary>
public static partial class Marks
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    /// <summary>A sentence with its numbers linked to their traces.</summary>
    public static IHtmlContent Phrases(IEnumerable<Phrase> phrases)
    {
        var html = new StringBuilder();
        foreach (var phrase in phrases)
        {
            html.Append(phrase.Trace is { } address ? Link(address, phrase.Text) : Encode(Whole(phrase.Text)));
        }

        return new HtmlString(html.ToString());
    }

    public static IHtmlContent Number(Phrase phrase) =>
        new HtmlString(phrase.Trace is { } address ? Link(address, phrase.Text) : Encode(phrase.Text));

    /// <summary>A link that leaves the site; an address that is no web address stays text.</summary>
    public static IHtmlContent Outside(string address, string text) =>
        new HtmlString(
            address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                ? $"<a href=\"{Encode(address)}\" rel=\"noopener\">{Encode(text)}</a>"
                : Encode(text)
        );

    /// <summary>What a source says, as a word with a colour; the word alone is enough.</summary>
    public static IHtmlContent Badge(FindingOutcome outcome, Texts t)
    {
        var color = outcome switch
        {
            FindingOutcome.Supports => "badge yes",
            FindingOutcome.Contradicts => "badge no",
            _ => "badge",
        };
        return new HtmlString($"<b class=\"{color}\">{Encode(FindingList.Outcome(outcome, t))}</b>");
    }

    public static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A number and its unit do not part at the end of a line: their space is a no-break one.</summary>
    /// <summary>Text whose numbers stay on one line with their units.</summary>
    public static string Whole(string text) => NumberSpace().Replace(text, "\u00a0");

    [GeneratedRegex(@"(?<=\d) (?=(?:%|Mt|kt|t|t/ha|kg|ha|M|k|million|thousand)(?![A-Za-z]))|(?<=\d [Mk]) (?=ha)")]
    private static partial Regex NumberSpace();

    private static string Link(string address, string text) => $"<a class=\"n\" href=\"{Encode(address)}\">{Encode(text)}</a>";

    // A plus sign is harmless in text and attributes; "+6.9 %" stays readable in the page's source.
    private static string Encode(string text) => Encoder.Encode(text).Replace("&#x2B;", "+", StringComparison.Ordinal);
}
