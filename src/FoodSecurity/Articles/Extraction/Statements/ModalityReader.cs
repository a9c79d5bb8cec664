using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>Whether a clause states something, or denies, forecasts, asks or aims at it.</summary>
internal static class ModalityReader
{
    private const int VerbReach = 5;
    private static readonly ClaimModality[] Order =
    [
        ClaimModality.Denied,
        ClaimModality.Negated,
        ClaimModality.Asked,
        ClaimModality.Conditional,
        ClaimModality.Warned,
        ClaimModality.Forecast,
        ClaimModality.Possible,
    ];

    public static (ClaimModality, Mark?) Read(Sentence sentence, Clause clause, Statement statement)
    {
        (ClaimModality Modality, Mark? Mark) best = sentence.IsQuestion ? (ClaimModality.Asked, null) : (ClaimModality.Plain, null);
        foreach (var mark in sentence.Of(Layer.Modality, clause.First, clause.End))
        {
            if (
                mark.Row["modality"].Length == 0
                || mark.Row.Is("scope", "aim")
                || mark.Row.Is("scope", "weak")
                || IsElsewhere(sentence, mark, statement)
            )
            {
                continue;
            }

            if (
                (mark.Row.Is("scope", "verb") && (!Reaches(sentence, mark, statement) || IsParted(sentence, mark, statement)))
                || (mark.Row.Is("scope", "near") && IsParted(sentence, mark, statement))
            )
            {
                continue;
            }

            var modality = Enum.Parse<ClaimModality>(mark.Row["modality"]);
            if (best.Modality == ClaimModality.Plain || Array.IndexOf(Order, modality) < Array.IndexOf(Order, best.Modality))
            {
                best = (modality, mark);
            }
        }

        return best;
    }

    /// <summary>Whether a clause says that something is done no more.</summary>
    public static bool Ended(Sentence sentence, Clause clause) =>
        sentence.Of(Layer.Modality, clause.First, clause.End).Any(m => m.Row.Is("scope", "ended"));

    /// <summary>The words that call for something, before what is called for.</summary>
    public static Mark? Aim(Sentence sentence, Clause clause, Statement statement)
    {
        var named = statement.Indicator;
        return named is null
            ? null
            : sentence
                .Of(Layer.Modality, clause.First, clause.End)
                .LastOrDefault(m =>
                    m.Row.Is("scope", "aim")
                    && (
                        (m.End <= named.First && named.First - m.End <= 14 && !IsBroken(sentence, m.End, named.First))
                        || (m.First >= named.End && m.First - named.End <= 2 && m.End < clause.End)
                    )
                );
    }

    private static bool IsBroken(Sentence sentence, int from, int to) =>
        sentence.Marks.Any(m =>
            m.Layer == Layer.Border && m.First >= from && m.First < to && m.Row["kind"] is "attached" or "clause" && !m.Covers(from)
        );

    /// <summary>In a part that gives a reason or a description, behind what is said.</summary>
    private static bool IsElsewhere(Sentence sentence, Mark mark, Statement statement)
    {
        var last = Math.Max(statement.Move?.End ?? 0, statement.Indicator?.End ?? 0);
        return mark.First >= last
            && sentence.Marks.Any(m =>
                m.Layer == Layer.Border
                && m.Row.Is("kind", "attached")
                && m.First >= last
                && m.End <= mark.First
                && !m.Row.Is("role", "open")
            );
    }

    /// <summary>"Output, which may rise next year, fell": a pause or a border stands between the word and what is said.</summary>
    private static bool IsParted(Sentence sentence, Mark mark, Statement statement) =>
        (statement.Move is not { } move || Parted(sentence, mark, move))
        && (statement.Indicator is not { } indicator || Parted(sentence, mark, indicator));

    private static bool Parted(Sentence sentence, Mark a, Mark b)
    {
        var (from, to) = a.First < b.First ? (a.End, b.First) : (b.End, a.First);
        return to > from
            && sentence.Marks.Exists(m =>
                m.Layer == Layer.Border
                && m.First >= from
                && m.First < to
                && m.Row["kind"] is "attached" or "clause" or "comma"
                && !m.Row.Is("role", "open")
            );
    }

    private static bool Reaches(Sentence sentence, Mark mark, Statement statement)
    {
        var target = statement.Move ?? statement.Indicator!;
        return mark.First <= target.First
            ? target.First - mark.End <= VerbReach
            : mark.First - target.End <= 1 || (statement.Indicator is { } i && mark.First >= i.End && mark.First - i.End <= VerbReach);
    }
}
