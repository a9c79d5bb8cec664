using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;

namespace FoodSecurity.Web.Pages;

/// <summary>A passage that is marked in a text: its label, the id of what it is told under, and whether it is proposed, draft or approved.</summary>
public sealed record TextMark(int Start, int End, string Label, string Target, string Kind);

/// <summary>A piece of the text between two edges of marks.</summary>
/// <param name="Text">The words; not encoded.</param>
/// <param name="Kind">"" where nothing covers it; else the strongest of what does: approved, draft, proposed.</param>
/// <param name="Begin">The marks that begin here.</param>
public sealed record TextPiece(string Text, string Kind, IReadOnlyList<TextMark> Begin);

/// <summary>Cuts a text at the edges of its marks, which may overlap.</summary>
public static class MarkedText
{
    private static readonly string[] Strength = ["proposed", "draft", "approved"];

    public static IReadOnlyList<TextPiece> Of(string text, IReadOnlyList<TextMark> marks)
    {
        var points = new CodePoints(text);
        var within = marks.Where(m => m.Start >= 0 && m.End <= points.Length && m.Start < m.End).ToList();
        var edges = within.SelectMany(m => new[] { m.Start, m.End }).Append(0).Append(points.Length).Distinct().Order().ToList();
        return
        [
            .. edges.Zip(edges.Skip(1), (start, end) =>
                new TextPiece(
                    points.Slice(start, end),
                    within.Where(m => m.Start <= start && m.End >= end).Select(m => m.Kind).MaxBy(k => Array.IndexOf(Strength, k)) ?? "",
                    [.. within.Where(m => m.Start == start)]
                )
            ),
        ];
    }

    /// <summary>The marks of an article: its excerpts by number, what is proposed and not kept yet by letter.</summary>
    public static IReadOnlyList<TextMark> Marks(Article article, IReadOnlyList<Proposal> proposals) =>
        [
            .. article
                .Excerpts.Where(e => e is { Start: not null, End: not null, State: not ExcerptState.Orphaned })
                .Select(e => new TextMark(
                    (int)e.Start!,
                    (int)e.End!,
                    $"{e.Number}",
                    $"excerpt-{e.Number}",
                    e.State == ExcerptState.Approved ? "approved" : "draft"
                )),
            .. proposals.Select((p, i) => new TextMark(p.Start, p.End, Letter(i), $"proposal-{Letter(i)}", "proposed")),
        ];

    /// <summary>A, B … Z, AA, AB …</summary>
    public static string Letter(int index) => (index >= 26 ? Letter((index / 26) - 1) : "") + (char)('A' + (index % 26));
}
