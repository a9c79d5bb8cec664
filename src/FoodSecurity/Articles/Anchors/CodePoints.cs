using System.Text;

namespace FoodSecurity.Articles.Anchors;

/// <summary>A text as its Unicode code points, in which positions are counted (W3C Web Annotation Data Model, 4.2.5), not .NET's UTF-16 units.</summary>
public sealed class CodePoints
{
    private readonly int[] _points;
    private readonly Lazy<FoldedText> _folded;

    public CodePoints(string text)
        : this(text.EnumerateRunes().Select(r => r.Value)) { }

    internal CodePoints(IEnumerable<int> points)
    {
        _points = [.. points];
        _folded = new Lazy<FoldedText>(() => FoldedText.Of(this));
    }

    public int Length => _points.Length;

    public ReadOnlySpan<int> Span => _points;

    /// <summary>The same as it is compared; made when it is first asked for.</summary>
    public FoldedText Folded => _folded.Value;

    /// <summary>The text from start to end, end exclusive; positions outside are cut to the text.</summary>
    public string Slice(int start, int end)
    {
        var text = new StringBuilder();
        for (var i = Math.Max(0, start); i < Math.Min(end, _points.Length); i++)
        {
            text.Append(new Rune(_points[i]));
        }

        return text.ToString();
    }

    /// <summary>Every position at which a passage begins, also where passages overlap.</summary>
    public List<int> Find(CodePoints passage)
    {
        var found = new List<int>();
        if (passage.Length == 0)
        {
            return found;
        }

        for (var from = 0; from <= Length - passage.Length; )
        {
            var next = _points.AsSpan(from).IndexOf(passage._points);
            if (next < 0)
            {
                break;
            }

            found.Add(from + next);
            from += next + 1;
        }

        return found;
    }
}
