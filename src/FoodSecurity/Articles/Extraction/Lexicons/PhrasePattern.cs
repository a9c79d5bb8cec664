using FoodSecurity.Observations;

namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>What a place of a phrase that is not a fixed word may hold.</summary>
internal enum Slot : byte
{
    None,
    Year,
    ShortYear,
    Count,
    Month,
    Day,
}

/// <summary>One step of a phrase: a word, or a slot.</summary>
internal readonly record struct PhraseStep(int Word, Letters Letters, Slot Slot);

/// <summary>A part of a phrase: one step, or a choice of sequences, of which one may be empty.</summary>
internal sealed record PhrasePart(PhraseStep Step, IReadOnlyList<IReadOnlyList<PhrasePart>>? Choices);

/// <summary>
/// The notation of the phrase columns: words; (a|b c|d) for a choice; [x] for what may be missing; {year}, {yy}, {n}, {month}, {day} for slots.
/// A word written with a capital must have one in the text, a word in capitals must be in capitals.
/// </summary>
internal sealed class PhrasePattern
{
    private readonly string _phrase;
    private readonly WordList _words;
    private readonly string _table;
    private readonly long _line;
    private readonly List<Token> _tokens = [];
    private int _at;

    private PhrasePattern(string phrase, WordList words, string table, long line) =>
        (_phrase, _words, _table, _line) = (phrase, words, table, line);

    /// <summary>The parts of a phrase.</summary>
    /// <exception cref="DataFormatException">A bracket stays open or a slot is unknown.</exception>
    public static IReadOnlyList<PhrasePart> Read(string phrase, WordList words, string table, long line) =>
        new PhrasePattern(phrase, words, table, line).Choices('\0')[0];

    /// <summary>The sequences up to the closing mark.</summary>
    private List<IReadOnlyList<PhrasePart>> Choices(char close)
    {
        var all = new List<IReadOnlyList<PhrasePart>>();
        var current = new List<PhrasePart>();
        while (_at < _phrase.Length)
        {
            var c = _phrase[_at++];
            if (c == close)
            {
                all.Add(current);
                return all;
            }

            if (c == '|' && close != '\0')
            {
                all.Add(current);
                current = [];
            }
            else if (c is '(' or '[')
            {
                var inner = Choices(c == '(' ? ')' : ']');
                if (c == '[')
                {
                    inner.Add([]);
                }

                current.Add(new PhrasePart(default, inner));
            }
            else
            {
                var from = _at - 1;
                while (_at < _phrase.Length && _phrase[_at] is not ('(' or '[' or '|' or ')' or ']'))
                {
                    _at++;
                }

                Words(_phrase.AsSpan(from, _at - from), current);
            }
        }

        return close == '\0' ? [current] : throw Wrong(_phrase, "brackets that close");
    }

    private void Words(ReadOnlySpan<char> run, List<PhrasePart> into)
    {
        foreach (var range in run.Split(' '))
        {
            var part = run[range];
            if (part.IsEmpty)
            {
                continue;
            }

            if (part[0] == '{')
            {
                var slot = SlotOf(part);
                into.Add(
                    new PhrasePart(
                        new PhraseStep(
                            -1,
                            Letters.Small,
                            slot != Slot.None ? slot : throw Wrong(part.ToString(), "{year}, {yy}, {n}, {month} or {day}")
                        ),
                        null
                    )
                );
                continue;
            }

            _tokens.Clear();
            var text = part.ToString();
            Tokenizer.Cut(text, 0, text.Length, _words.Spelling, _words.Add, _tokens);
            into.AddRange(_tokens.Select(t => new PhrasePart(new PhraseStep(t.Word, t.Letters, Slot.None), null)));
        }
    }

    private static Slot SlotOf(ReadOnlySpan<char> part) =>
        part switch
        {
            "{year}" => Slot.Year,
            "{yy}" => Slot.ShortYear,
            "{n}" => Slot.Count,
            "{month}" => Slot.Month,
            "{day}" => Slot.Day,
            _ => Slot.None,
        };

    private DataFormatException Wrong(string value, string expected) => new(new DataProblem(_table, _line, "phrase", value, expected));
}
