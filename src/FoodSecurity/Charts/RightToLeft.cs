using System.Text;

namespace FoodSecurity.Charts;

/// <summary>
/// Lines of scripts that run from right to left, with figures and Latin words in them that do not. What browsers do by the whole of Unicode's bidirectional algorithm (UAX 9) is
/// done here as far as a quoted sentence needs it: figures keep their order, marks at their ends stand on the side where the sentence goes on, brackets are turned.
/// </summary>
internal static class RightToLeft
{
    private const string Brackets = "()[]{}<>«»‹›";

    /// <summary>Letters of Hebrew, Arabic and their neighbours; digits, also Arabic ones, run from left to right.</summary>
    public static bool Is(char c) => Is(new Rune(char.IsSurrogate(c) ? ' ' : c));

    public static bool Is(Rune rune) => rune.Value is (>= 0x0590 and < 0x0900) or (>= 0xFB1D and < 0xFEFF) && !Rune.IsDigit(rune);

    /// <summary>A run of such a line as it is drawn: letters from the right are turned when they are shaped; else the marks at both ends change sides.</summary>
    public static string Part(string part)
    {
        if (part.Any(Is))
        {
            return part;
        }
        int first = 0, last = part.Length;
        while (first < last && !IsCore(part[first]))
        {
            first++;
        }
        while (last > first && !IsCore(part[last - 1]))
        {
            last--;
        }
        return Turned(part[last..]) + part[first..last] + Turned(part[..first]);
    }

    private static bool IsCore(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '%' or '€' or '$';

    private static string Turned(string marks) => string.Concat(marks.Reverse().Select(c => Brackets.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Brackets[at ^ 1] : c));
}
