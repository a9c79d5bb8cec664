using FoodSecurity.Articles.Extraction.Lexicons;

namespace FoodSecurity.Articles.Extraction.Sentences;

/// <summary>What a found phrase may be part of.</summary>
internal enum Layer : byte
{
    Trap,
    Speaker,
    Period,
    Area,
    Indicator,
    Item,
    Relation,
    Modality,
    Speech,
    Cause,
    Border,
    Context,
    Scope,
}

/// <summary>A phrase found in a sentence: tokens from First up to End, exclusive.</summary>
internal sealed record Mark(Layer Layer, int First, int End, LexiconRow Row, int[] Slots)
{
    public bool Covers(int token) => token >= First && token < End;
}

/// <summary>A sentence, its words and what was found in it.</summary>
internal sealed class Sentence(string text, SentenceSpan span, List<Token> tokens, WordUses uses, Spelling spelling)
{
    private readonly bool[] _taken = new bool[tokens.Count];

    public SentenceSpan Span => span;

    public List<Token> Tokens => tokens;

    public List<Mark> Marks { get; } = [];

    public List<QuantityMark> Quantities { get; } = [];

    public List<PeriodMark> Periods { get; } = [];

    public List<AreaMark> Areas { get; } = [];

    /// <summary>Whether it names a person called like a country: then no other country may be taken from the context.</summary>
    public bool NamesPerson { get; set; }

    public bool IsQuestion => text[span.Start..span.End].AsSpan().TrimEnd("”\"’')").EndsWith("?", StringComparison.Ordinal);

    public string Words(int first, int end) => first >= end ? "" : text[tokens[first].Start..tokens[end - 1].End];

    public ReadOnlySpan<char> Word(int token) => text.AsSpan(tokens[token].Start, tokens[token].End - tokens[token].Start);

    /// <summary>Whether a word has one of these uses; false before the first token and behind the last.</summary>
    public bool Is(int token, WordUse use) => token >= 0 && token < tokens.Count && (uses.Of(tokens[token]) & use) != 0;

    /// <summary>A comma, a quotation mark, a bracket, a dash: not a sign that belongs to a number, nor an apostrophe.</summary>
    public bool IsPause(int token) =>
        tokens[token].Kind == TokenKind.Mark && ",;:.()[]\"“”„«»—–،؛。、…".Contains(text[tokens[token].Start]);

    public bool IsQuote(int token) => token >= 0 && "\"“”„«»’".Contains(text[tokens[token].Start]) && tokens[token].Kind == TokenKind.Mark;

    public bool IsComma(int token) =>
        token >= 0 && token < tokens.Count && text[tokens[token].Start] is ',' or '،' or '、' && tokens[token].Kind == TokenKind.Mark;

    /// <summary>The number a token prints; -1 where it prints none that is understood.</summary>
    public decimal Number(int token) => PrintedNumber.Read(Word(token), spelling).Value;

    /// <summary>How many digits of a printed number stand behind its decimal mark.</summary>
    public int Decimals(int token) => PrintedNumber.Read(Word(token), spelling).Decimals;

    public bool IsFree(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_taken[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Up to where the words from here on belong to nothing found before.</summary>
    public int FreeEnd(int first)
    {
        var taken = Array.IndexOf(_taken, true, first);
        return taken < 0 ? tokens.Count : taken;
    }

    public void Take(int first, int end) => Array.Fill(_taken, true, first, end - first);

    public IEnumerable<Mark> Of(Layer layer, int first, int end) => Marks.Where(m => m.Layer == layer && m.First >= first && m.First < end);

    /// <summary>Finds phrases inside figures, which are taken: "300 grams of grain a day".</summary>
    public void FindInFigures(Layer layer, PhraseTrie phrases, ISlotReader slots)
    {
        foreach (var q in Quantities)
        {
            for (var at = q.First; at < q.End; at++)
            {
                if (tokens[at].Kind == TokenKind.Word && phrases.Match(tokens, at, q.End, slots) is { } match)
                {
                    Marks.Add(new Mark(layer, at, match.End, match.Row, match.Slots));
                    at = match.End - 1;
                }
            }
        }
    }

    /// <summary>Finds all phrases of a table; those of kind or role "none" are passed over; what another layer has taken is left alone.</summary>
    public void Find(Layer layer, PhraseTrie phrases, ISlotReader slots, bool take)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (
                _taken[at]
                || phrases.Match(tokens, at, FreeEnd(at), slots) is not { } match
                || (layer == Layer.Relation && tokens[at].Joined && at > 0)
            )
            {
                continue;
            }

            if (!match.Row.Is("kind", "none") && !match.Row.Is("role", "none"))
            {
                Marks.Add(new Mark(layer, at, match.End, match.Row, match.Slots));
                if (take)
                {
                    Take(at, match.End);
                }
            }

            at = match.End - 1;
        }
    }
}
