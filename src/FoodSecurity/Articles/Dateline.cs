using System.Text.RegularExpressions;

namespace FoodSecurity.Articles;

/// <summary>
/// The line that says where and when a text was written, before its first sentence: "SEOUL, Dec. 28 (Yonhap) --", "PORT SUDAN, 22 March 2024 -", "(Seoul, Dec. 15)",
/// "Rome/Khartoum, 15 December 2023:".
/// </summary>
/// <param name="Length">Characters up to the first sentence.</param>
/// <param name="Place">Where; as printed.</param>
/// <param name="Day">When, as printed; empty where it does not say.</param>
/// <param name="Agency">Whose report; null where it does not say.</param>
internal sealed partial record Dateline(int Length, string Place, string Day, string? Agency)
{
    private const int Longest = 110;

    /// <summary>The dateline that begins at a place of a text and ends before another; null where none does.</summary>
    public static Dateline? At(string text, int start, int end)
    {
        var length = Math.Min(end - start, Longest);
        return
            (Open().Match(text, start, length) is { Success: true } open ? open : Bracketed().Match(text, start, length))
                is { Success: true } found
            ? new Dateline(
                found.Length,
                found.Groups["place"].Value.Trim(' ', ','),
                found.Groups["day"].Value,
                found.Groups["agency"].Success ? found.Groups["agency"].Value.Trim() : null
            )
            : null;
    }

    private const string Where = @"(?<place>\p{Lu}[\p{L}.'’\-]*(?:[ ,/]+\p{Lu}[\p{L}.'’\-]*){0,4}?)";

    // a place in capitals needs nothing but a dash behind it, any other a day or an agency
    private const string Capitals = @"(?<place>\p{Lu}[\p{Lu}.'’\-]{2,}(?:[ ,/]+\p{Lu}[\p{L}.'’\-]*){0,4}?)";
    private const string Month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,7}";
    private const string When =
        @"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?(?<day>"
        + Month
        + @"\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? "
        + Month
        + @"\.?(?:,? \d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|"
        + Month
        + @" \d{4})";
    private const string Whose = @"\((?<agency>[^()\n]{2,40})\)";
    private const string Dash = @"\s*(?:—|–|--|-(?=\s)|―)\s*";
    private const string End = "(?:" + Dash + @"|:\s+)";

    [GeneratedRegex(
        @"\G\s*(?:"
            + (Capitals + @"(?:,?\s+" + When + @")?(?:,?\s*" + Whose + @")?(?:,?\s+" + When + ")?" + Dash + "|")
            + (Where + @",?\s+" + When + @"(?:,?\s*" + Whose + ")?" + End + "|")
            + (Where + @",?\s*" + Whose + @"(?:,?\s+" + When + ")?" + End + ")"),
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Open();

    [GeneratedRegex(
        @"\G\s*[\(\[]" + Where + @",?\s+" + When + @"(?:,?\s*" + Whose + @")?[\)\]](?:" + Dash + @"|:)?\s*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Bracketed();
}
