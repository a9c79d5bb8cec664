using System.Text;
using FoodSecurity.Observations;

namespace FoodSecurity.Articles.Extraction;

/// <summary>What a place of a phrase that is not a fixed word may hold.</summary>
internal enum Slot : byte { None, Year, ShortYear, Count, Month, Day }

/// <summary>One step of a phrase: a word, or a slot.</summary>
internal readonly record struct PhraseStep(int Word, Letters Letters, Slot Slot);

/// <summary>
/// The notation of the phrase columns: words; (a|b c|d) for a choice; [x] for what may be missing; {year}, {yy}, {n}, {month}, {day} for slots.
/// A word written with a capital must have one in the text, a word in capitals must be in capitals.
/// </summary>
internal static class PhrasePattern
{
    private const int MostForms = 4000;

    /// <summary>All plain forms of a phrase.</summary>
    /// <exception cref="DataFormatException">A bracket stays open, a slot is unknown, or there are too many forms.</exception>
    public static IEnumerable<List<PhraseStep>> Expand(string phrase, WordList words, string table, long line)
    {
        var at = 0;
        var forms = Sequence(phrase, ref at, '\0') ?? throw Wrong(table, line, phrase, "brackets that close");
        if (forms.Count > MostForms)
        {
            throw Wrong(table, line, phrase, $"at most {MostForms} forms of one phrase");
        }

        foreach (var form in forms)
        {
            var steps = new List<PhraseStep>();
            foreach (var part in form.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (part[0] == '{')
                {
                    steps.Add(new PhraseStep(-1, Letters.Small, SlotOf(part) is var slot and not Slot.None ? slot : throw Wrong(table, line, part, "{year}, {yy}, {n}, {month} or {day}")));
                    continue;
                }

                var tokens = new List<Token>();
                Tokenizer.Cut(part, 0, part.Length, words.Add, tokens);
                steps.AddRange(tokens.Select(t => new PhraseStep(t.Word, t.Letters, Slot.None)));
            }

            if (steps.Count > 0)
            {
                yield return steps;
            }
        }
    }

    private static Slot SlotOf(string part) => part switch
    {
        "{year}" => Slot.Year, "{yy}" => Slot.ShortYear, "{n}" => Slot.Count, "{month}" => Slot.Month, "{day}" => Slot.Day, _ => Slot.None,
    };

    /// <summary>Reads up to the closing mark; null where it is missing.</summary>
    private static List<string>? Sequence(string text, ref int at, char close)
    {
        var all = new List<string>();
        var current = new List<string> { "" };
        while (at < text.Length)
        {
            var c = text[at++];
            if (c == close)
            {
                all.AddRange(current);
                return all;
            }

            if (c == '|' && close != '\0')
            {
                all.AddRange(current);
                current = [""];
            }
            else if (c is '(' or '[')
            {
                if (Sequence(text, ref at, c == '(' ? ')' : ']') is not { } inner)
                {
                    return null;
                }

                if (c == '[')
                {
                    inner.Add("");
                }

                current = [.. current.SelectMany(_ => inner, (a, b) => a + b)];
            }
            else
            {
                var run = new StringBuilder().Append(c);
                while (at < text.Length && text[at] is not ('(' or '[' or '|' or ')' or ']'))
                {
                    run.Append(text[at++]);
                }

                current = [.. current.Select(a => a + run)];
            }
        }

        return close == '\0' ? current : null;
    }

    private static DataFormatException Wrong(string table, long line, string value, string expected) =>
        new(new DataProblem(table, line, "phrase", value, expected));
}
