using FoodSecurity.Wording;
using Microsoft.AspNetCore.Html;

namespace FoodSecurity.Web.Pages;

/// <summary>The languages a site speaks: those with texts of their own, English always among them.</summary>
public sealed class SiteLanguages(IReadOnlyDictionary<string, Texts> byCode)
{
    public static SiteLanguages Shipped { get; } = new(Texts.Languages.ToDictionary(l => l, Texts.For, StringComparer.Ordinal));

    /// <summary>The texts of a language; English where it has none.</summary>
    public Texts For(string? language) => language is not null && byCode.TryGetValue(language, out var texts) ? texts : Texts.English;
}

/// <summary>
/// The texts of one page, in the language its address asks for by ?lang=, if there are texts of that language, else in English. Pages know it as T.
/// What the indexer gives is plain text and is encoded where it is written; <see cref="Html"/> is for sentences with links or marks in them.
/// </summary>
public sealed class PageTexts(Texts texts)
{
    public Texts Texts => texts;

    /// <summary>Code of the language the page is in.</summary>
    public string Language => texts.Language;

    public string this[string key, params object[] values] => texts[key, values];

    /// <summary>The texts of the page that answers a request.</summary>
    public static PageTexts Of(HttpContext context) => context.RequestServices.GetRequiredService<PageTexts>();

    public string Count(string key, long number, params object[] values) => texts.Count(key, number, values);

    /// <summary>The title of a page, with the site's name.</summary>
    public string Title(string key, params object[] values) => texts["page.title", texts[key, values]];

    /// <summary>A sentence with marks in it: {0} is filled with a value, &lt;name&gt;…&lt;/name&gt; becomes what the <see cref="TextTag"/> of that name says. All else is encoded.</summary>
    public IHtmlContent Html(string key, params object[] values) => MarkedSentence.Of(texts.Raw(key), values);

    /// <summary>The same for a number: {0} is the number.</summary>
    public IHtmlContent HtmlCount(string key, long number, params object[] values) =>
        MarkedSentence.Of(texts.Raw(texts.KeyFor(key, number)), [number, .. values]);

    /// <summary>A part of a sentence that is a link.</summary>
    public TextTag Link(string name, string address) => new(name, "a", "href", address);

    /// <summary>A part of a sentence in an element of a class.</summary>
    public TextTag Mark(string name, string element, string style) => new(name, element, "class", style);
}
