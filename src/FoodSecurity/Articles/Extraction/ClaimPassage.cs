using System.Globalization;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Articles.Extraction.Statements;

namespace FoodSecurity.Articles.Extraction;

/// <summary>What of a sentence a claim is quoted with, of which kind it is and which cause it gives.</summary>
internal sealed class ClaimPassage(Sentence sentence, ArticleContext context)
{
    /// <summary>A period that ended this many years before the article is history.</summary>
    private const int HistoryYears = 8;

    /// <summary>A clause's words in the text, with those of the gapped clauses it lends its verb; a sentence with one claim is quoted whole, an aim from the verb that voices it.</summary>
    public (int Start, int End) Span(Clause clause, List<Clause> clauses, Mark? aim)
    {
        var from = clauses.IndexOf(clause);
        var to = from;
        while (from > 0 && clauses[from].IsGapped)
        {
            from--;
        }

        while (to + 1 < clauses.Count && clauses[to + 1].IsGapped)
        {
            to++;
        }

        var voiced = aim is not null && aim.First > clause.First && sentence.Is(aim.First - 1, WordUse.And);
        var tokens = sentence.Tokens;
        var start =
            voiced ? tokens[aim!.First].Start
            : from == 0 ? sentence.Span.Start
            : tokens[clauses[from].First].Start;
        var end = to == clauses.Count - 1 ? sentence.Span.End : tokens[clauses[to].End - 1].End;
        return Excerpts.Cap(sentence, start, end);
    }

    public string Kind(Claim claim, bool isCause)
    {
        if (claim.Relation == ClaimRelation.Aim)
        {
            return "policy aim";
        }

        if (isCause)
        {
            return "cause";
        }

        return
            claim.Period is { To.Length: >= 4 } period
            && context.Published is { } day
            && period.Kind != "event"
            && int.Parse(period.To[..4], CultureInfo.InvariantCulture) <= day.Year - HistoryYears
            ? "history"
            : "claim";
    }

    public string? Cause(Clause clause)
    {
        var mark = sentence.Of(Layer.Cause, clause.First, clause.End).FirstOrDefault();
        if (mark is null)
        {
            return null;
        }

        var first = mark.Row.Is("form", "lead") ? mark.First + 1 : mark.End;
        var end = first;
        while (end < clause.End && !sentence.IsPause(end) && !sentence.Is(end, WordUse.CauseEnds))
        {
            end++;
        }

        return end > first ? sentence.Words(first, end) : null;
    }
}
