using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace FoodSecurity.Web.Pages;

/// <summary>What a mark of a sentence becomes: an element with one attribute.</summary>
/// <param name="Name">The mark's name in the text: "sources" for &lt;sources&gt;…&lt;/sources&gt;.</param>
/// <param name="Element">Name of the element.</param>
/// <param name="Attribute">Name of its attribute.</param>
/// <param name="Value">Value of the attribute, not encoded.</param>
public sealed record TextTag(string Name, string Element, string Attribute, string Value);

/// <summary>
/// A sentence from the resource files with its places filled and its marks turned into elements. A translator can set marks and places anywhere, but bring no markup:
/// marks without a <see cref="TextTag"/> are letters, except the plain ones, which have no attributes; a mark left open ends with the sentence.
/// </summary>
public sealed partial class MarkedSentence : IHtmlContent
{
    private static readonly HashSet<string> Plain = ["b", "code", "em", "small", "strong"];

    private readonly string _sentence;
    private readonly object[] _values;
    private readonly TextTag[] _tags;

    private MarkedSentence(string sentence, object[] values, TextTag[] tags) => (_sentence, _values, _tags) = (sentence, values, tags);

    /// <param name="sentence">With places {0}, {1} and marks.</param>
    /// <param name="values">What fills the places, in order, and the <see cref="TextTag"/>s, anywhere among them. <see cref="IHtmlContent"/> is written as it is, all else is encoded.</param>
    public static IHtmlContent Of(string sentence, params object[] values) =>
        new MarkedSentence(sentence, [.. values.Where(v => v is not TextTag)], [.. values.OfType<TextTag>()]);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var open = new Stack<(string Name, string Element)>();
        var at = 0;
        foreach (var part in Part().EnumerateMatches(_sentence))
        {
            writer.Write(Letters(_sentence[at..part.Index]));
            at = part.Index + part.Length;
            Write(_sentence.AsSpan(part.Index, part.Length).ToString(), open, writer, encoder);
        }

        writer.Write(Letters(_sentence[at..]));
        while (open.TryPop(out var left))
        {
            writer.Write($"</{left.Element}>");
        }
    }

    private void Write(string part, Stack<(string Name, string Element)> open, TextWriter writer, HtmlEncoder encoder)
    {
        if (part[0] == '{')
        {
            var place = int.Parse(part.AsSpan(1, part.Length - 2), CultureInfo.InvariantCulture);
            if (place >= _values.Length)
            {
                writer.Write(part);
            }
            else if (_values[place] is IHtmlContent content)
            {
                content.WriteTo(writer, encoder);
            }
            else
            {
                encoder.Encode(writer, Convert.ToString(_values[place], CultureInfo.InvariantCulture) ?? "");
            }

            return;
        }

        var ends = part[1] == '/';
        var name = part.Trim('<', '>', '/');
        if (ends && open.TryPeek(out var last) && last.Name == name)
        {
            open.Pop();
            writer.Write($"</{last.Element}>");
        }
        else if (!ends && Array.Find(_tags, t => t.Name == name) is { } tag)
        {
            open.Push((name, tag.Element));
            writer.Write($"<{tag.Element} {tag.Attribute}=\"");
            encoder.Encode(writer, tag.Value);
            writer.Write("\">");
        }
        else if (!ends && Plain.Contains(name))
        {
            open.Push((name, name));
            writer.Write(part);
        }
        else
        {
            writer.Write(Letters(part));
        }
    }

    /// <summary>Our own words, in which only what would be taken for markup is encoded.</summary>
    private static string Letters(string text) =>
        text.AsSpan().IndexOfAny('&', '<', '>') < 0
            ? text
            : text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\d{1,2}\}|</?[a-z][a-z-]*>")]
    private static partial Regex Part();
}
