using System.Text;
using AngleSharp.Dom;

namespace FoodSecurity.Articles.Intake;

/// <summary>The text of a page's elements as a reader sees it: paragraphs apart by an empty line, runs of blanks as one. Walks without recursion: depth costs no stack.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "select",
        "textarea",
        "button",
        "input",
        "datalist",
        "dialog",
        "map",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "table",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "address",
        "hr",
        "form",
        "fieldset",
        "details",
        "summary",
        "center",
        "li",
        "dt",
        "dd",
        "tr",
        "caption",
    };

    /// <summary>Blocks that end a line and no paragraph.</summary>
    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase) { "li", "dt", "dd", "tr", "caption" };

    public static string Of(INode root)
    {
        var text = new StringBuilder();
        for (var node = root; node is not null; )
        {
            var enters = Enter(node, text);
            if (enters && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                Leave(node, text);
                node = node.Parent;
            }

            if (node is null || node == root)
            {
                break;
            }

            Leave(node, text);
            node = node.NextSibling;
        }

        return text.ToString().Trim();
    }

    private static bool Enter(INode node, StringBuilder text)
    {
        switch (node)
        {
            case IText words:
                Append(text, words.Data, node.ParentElement?.LocalName == "pre");
                return false;
            case IElement element:
                if (Unseen.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
                {
                    return false;
                }

                if (element.LocalName == "br")
                {
                    End(text, 1 + (text.Length > 0 && text[^1] == '\n' ? 1 : 0));
                    return false;
                }

                Break(element, text);
                if (element.LocalName is "td" or "th" && text.Length > 0 && text[^1] != '\n')
                {
                    text.Append('\t');
                }

                return true;
            default:
                return node is IDocument or IDocumentFragment;
        }
    }

    private static void Leave(INode node, StringBuilder text)
    {
        if (node is IElement element && element.LocalName != "br" && !Unseen.Contains(element.LocalName))
        {
            Break(element, text);
        }
    }

    private static void Break(IElement element, StringBuilder text)
    {
        if (Lines.Contains(element.LocalName))
        {
            End(text, 1);
        }
        else if (Blocks.Contains(element.LocalName))
        {
            End(text, 2);
        }
    }

    /// <summary>Ends the line with so many line ends, unless it has ended so already.</summary>
    private static void End(StringBuilder text, int ends)
    {
        while (text.Length > 0 && text[^1] is ' ' or '\t')
        {
            text.Length--;
        }

        for (
            var there =
                text.Length == 0 ? ends
                : text[^1] != '\n' ? 0
                : text.Length > 1 && text[^2] == '\n' ? 2
                : 1;
            there < ends;
            there++
        )
        {
            text.Append('\n');
        }
    }

    private static void Append(StringBuilder text, string words, bool preformatted)
    {
        foreach (var c in words)
        {
            if (preformatted || !(c is ' ' or '\n' or '\t' or '\r' or '\f' or '\u00A0'))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n' or '\t'))
            {
                text.Append(' ');
            }
        }
    }
}
