using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>Who says a sentence or a part of it; the tokens of the speaker's name from First up to End.</summary>
internal sealed record SpeakerMark(int First, int End, int Verb, ClaimAttribution Attribution, LexiconRow Row);

/// <summary>Finds who said it: before the verb ("the ministry said"), behind it ("as confirmed by a Seoul official"), or behind an inverted one (", said the minister").</summary>
internal static class AttributionReader
{
    private const int LongestName = 14;

    public static List<SpeakerMark> Read(Sentence sentence)
    {
        var found = new List<SpeakerMark>();
        foreach (var speech in sentence.Marks.Where(m => m.Layer == Layer.Speech).ToList())
        {
            if (speech.Row.Is("form", "passive"))
            {
                continue;
            }

            var span = speech.Row.Is("form", "by") ? After(sentence, speech.End) : Before(sentence, speech) ?? Inverted(sentence, speech);
            if (span is { } s && Named(sentence, s.First, s.End) is { } attribution)
            {
                found.Add(new SpeakerMark(s.First, s.End, speech.First, attribution, speech.Row));
            }
        }

        return found;
    }

    /// <summary>Several speakers: the one nearest to the claim speaks, an agency passes it on.</summary>
    public static ClaimAttribution? Join(Sentence sentence, IReadOnlyList<SpeakerMark> speakers)
    {
        if (speakers.Count == 0)
        {
            return null;
        }

        var agency = speakers.FirstOrDefault(s => IsAgency(sentence, s));
        var speaker = speakers.FirstOrDefault(s => !IsAgency(sentence, s));
        return speaker is null ? agency!.Attribution
            : agency is null ? speaker.Attribution
            : speaker.Attribution with { Through = agency.Attribution.Speaker };
    }

    private static bool IsAgency(Sentence sentence, SpeakerMark s) =>
        sentence.Marks.Any(m => m.Layer == Layer.Speaker && m.First >= s.First && m.End <= s.End && m.Row.Is("role", "agency"))
        && !sentence.Marks.Any(m => m.Layer == Layer.Speaker && m.First >= s.First && m.End <= s.End && !m.Row.Is("role", "agency"));

    private static (int First, int End)? Before(Sentence sentence, Mark speech)
    {
        var first = speech.First;
        while (first > 0 && speech.First - first < LongestName && !Stops(sentence, first - 1))
        {
            first--;
        }

        var end = speech.First;
        while (end > first && (sentence.IsComma(end - 1) || sentence.Is(end - 1, WordUse.BeforeSaying)))
        {
            end--;
        }

        return end > first && !HoldsClaim(sentence, first, end) ? (first, end) : null;
    }

    private static (int First, int End)? Inverted(Sentence sentence, Mark speech) =>
        sentence.IsComma(speech.First - 1) || sentence.IsQuote(speech.First - 1) ? After(sentence, speech.End) : null;

    private static (int First, int End)? After(Sentence sentence, int at)
    {
        var count = sentence.Tokens.Count;
        var first = at;
        var end = first;
        while (end < count && end - first < LongestName && !Ends(sentence, end))
        {
            end++;
        }

        return end > first && !HoldsClaim(sentence, first, end) ? (first, end) : null;
    }

    private static bool Stops(Sentence sentence, int token) =>
        sentence.IsPause(token) || sentence.Is(token, WordUse.NameStarts) || sentence.Periods.Any(p => token >= p.First && token < p.End);

    private static bool Ends(Sentence sentence, int token) =>
        sentence.IsPause(token)
        || sentence.Is(token, WordUse.NameEnds)
        || sentence.Marks.Any(m => m.Layer is Layer.Relation && m.Row["role"] is "verb" or "level" or "copula" && m.First == token)
        || sentence.Periods.Any(p => token >= p.First && token < p.End);

    /// <summary>A name does not hold an indicator or a number: "output data showed" speaks of no one.</summary>
    private static bool HoldsClaim(Sentence sentence, int first, int end) =>
        sentence.Marks.Any(m =>
            m.Layer is Layer.Indicator && m.First >= first && m.First < end && m.Row["strength"] is "strong" && m.Row["relation"].Length > 0
        )
        || sentence.Marks.Any(m =>
            m.Layer is Layer.Relation
            && m.First >= first
            && m.First < end
            && m.Row["role"] is "verb" or "transitive" or "destroys" or "level" or "noun"
        )
        || sentence.Quantities.Any(q => q.First >= first && q.First < end);

    private static ClaimAttribution? Named(Sentence sentence, int first, int end)
    {
        while (first < end && (sentence.IsPause(first) || sentence.Is(first, WordUse.Opening)))
        {
            first++;
        }

        if (first >= end || (first == end - 1 && sentence.Is(first, WordUse.Nobody)))
        {
            return null;
        }

        var words = sentence.Words(first, end);

        var known = sentence.Marks.Where(m => m.Layer == Layer.Speaker && m.First >= first && m.First < end).ToList();
        var provider = known.Select(m => m.Row["provider"]).FirstOrDefault(p => p.Length > 0);
        if (known.Any(m => m.Row["role"] is "publisher" or "agency"))
        {
            var person = known.Any(m => m.Row.Is("role", "anonymous"));
            return new ClaimAttribution(words, !person, provider);
        }

        if (sentence.Areas.Any(a => a.First >= first && a.End <= end) && end - first <= 3 && !known.Any(m => m.Row.Is("role", "anonymous")))
        {
            // "Pyongyang said", "the North's ministry said": a government speaks in its own name
            return new ClaimAttribution(words, true);
        }

        var anonymous = known.Any(m => m.Row.Is("role", "anonymous"));
        var (capitals, office) = (false, false);
        for (var i = first; i < end; i++)
        {
            var token = sentence.Tokens[i];
            office |= sentence.Is(i, WordUse.Office);
            capitals |=
                token.Letters != Letters.Small
                && token.Kind == TokenKind.Word
                && i > 0
                && !sentence.Areas.Any(a => i >= a.First && i < a.End);
        }

        return anonymous || capitals || office ? new ClaimAttribution(words, capitals || (office && !anonymous)) : null;
    }
}
