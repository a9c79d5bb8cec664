using System.Globalization;
using System.Text.RegularExpressions;

namespace FoodSecurity.Articles.Anchors;

/// <summary>How much the words of a passage differ from what they were.</summary>
public enum ChangeWeight
{
    /// <summary>The same words, marks and figures; at most written otherwise (curly quotation marks, blanks, composed letters).</summary>
    None,

    /// <summary>Punctuation alone.</summary>
    Marks,

    /// <summary>A word was put in, taken out or replaced: "rose" became "fell".</summary>
    Words,

    /// <summary>A figure is another.</summary>
    Figures,
}

/// <summary>One run of words that was replaced: what stood there and what stands there; one of them is empty where words were put in or taken out.</summary>
public sealed partial record WordChange(string Was, string Is)
{
    /// <summary>The runs that differ, in the order of the text, by the longest common sequence of words, figures and marks; none where only the way of writing differs.</summary>
    public static IReadOnlyList<WordChange> Between(string was, string now)
    {
        var (old, young) = (Parts(was), Parts(now));
        var common = new int[old.Count + 1, young.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = young.Count - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == young[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var changes = new List<WordChange>();
        var (gone, come) = (new List<string>(), new List<string>());
        for (int i = 0, j = 0; i < old.Count || j < young.Count; )
        {
            if (i < old.Count && j < young.Count && old[i] == young[j])
            {
                Close();
                i++;
                j++;
            }
            else if (j == young.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                gone.Add(old[i++]);
            }
            else
            {
                come.Add(young[j++]);
            }
        }

        Close();
        return changes;

        void Close()
        {
            if (gone.Count + come.Count > 0)
            {
                changes.Add(new WordChange(string.Join(' ', gone), string.Join(' ', come)));
                gone.Clear();
                come.Clear();
            }
        }
    }

    /// <summary>The heaviest of the changes.</summary>
    public static ChangeWeight Weight(IEnumerable<WordChange> changes) =>
        changes.Select(c => c.Heaviness).DefaultIfEmpty(ChangeWeight.None).Max();

    private ChangeWeight Heaviness =>
        Any(char.IsDigit) || Any(c => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber)
            ? ChangeWeight.Figures
        : Any(c => char.IsLetter(c) || char.IsSurrogate(c) || char.IsSymbol(c)) ? ChangeWeight.Words
        : ChangeWeight.Marks;

    private bool Any(Func<char, bool> of) => Was.Any(of) || Is.Any(of);

    /// <summary>Words and figures whole, with the points and commas inside them; every other mark by itself.</summary>
    private static List<string> Parts(string text)
    {
        var folded = new CodePoints(text).Folded.Points;
        return [.. Part().Matches(folded.Slice(0, folded.Length)).Select(m => m.Value)];
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:[.,'’][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]")]
    private static partial Regex Part();
}
