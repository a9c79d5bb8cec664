using System.Diagnostics;
using System.Globalization;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FoodSecurity.Articles.Intake;

/// <summary>
/// Parses a page without running, fetching or trusting anything of it. A page may be built to take all memory, time or stack: elements, depth and time are bounded,
/// and whatever is out of bounds is refused.
/// </summary>
internal static class GuardedPage
{
    public const int MostElements = 200_000;

    /// <summary>Real pages stay below a hundred; AngleSharp itself builds no deeper than 512.</summary>
    public const int Deepest = 400;

    /// <summary>Reading a page of ten megabytes takes a second or two.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <exception cref="IntakeException">Too many elements, nested too deep, or it takes too long.</exception>
    public static IHtmlDocument Parse(string html)
    {
        var began = Stopwatch.GetTimestamp();
        var elements = 0;
        INode? last = null;
        var parser = new HtmlParser(
            new HtmlParserOptions
            {
                IsScripting = false,
                OnCreated = (element, _) =>
                {
                    // An element has its place once the next one is made. Looked at now and then, so that the parser's own work on a deep tree stays small.
                    if (elements % 256 == 0 && last is not null && Depth(last) > Deepest)
                    {
                        throw TooDeep();
                    }

                    last = element;
                    if (++elements > MostElements)
                    {
                        throw new IntakeException(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"The page has more than {MostElements:N0} elements: that is no article. Paste its text instead."
                            )
                        );
                    }

                    if (Stopwatch.GetElapsedTime(began) > Longest)
                    {
                        throw new IntakeException(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"The page takes more than {Longest.TotalSeconds:0} seconds to read: it is built to. Paste its text instead."
                            )
                        );
                    }
                },
            },
            BrowsingContext.New(Configuration.Default)
        );
        var document = parser.ParseDocument(html);
        CheckDepth(document);
        return document;
    }

    /// <summary>Whoever reads the tree after us may walk it by recursion: a tree that deep would take the stack.</summary>
    private static void CheckDepth(INode root)
    {
        var depth = 0;
        for (var node = root; ; )
        {
            if (node.FirstChild is { } child)
            {
                node = child;
                if (++depth > Deepest)
                {
                    throw TooDeep();
                }

                continue;
            }

            while (node.NextSibling is null)
            {
                if (node.Parent is not { } parent || parent == root)
                {
                    return;
                }

                node = parent;
                depth--;
            }

            node = node.NextSibling;
        }
    }

    private static int Depth(INode node)
    {
        var depth = 0;
        for (var at = node.Parent; at is not null; at = at.Parent)
        {
            depth++;
        }

        return depth;
    }

    private static IntakeException TooDeep() =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The page nests its elements more than {Deepest} deep: that is no article. Paste its text instead."
            )
        );
}
