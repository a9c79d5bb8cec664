using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>Clauses that say of what the clause or sentence before them spoke, without naming it.</summary>
internal sealed class CarriedStatement(Sentence sentence, ClaimTables tables, ArticleContext context)
{
    private const int Beside = 5;

    /// <summary>"they came to 840,000 tonnes", "Mato Grosso alone accounted for 22 million tonnes", "sorghum came to 350,000 tonnes"</summary>
    private Statement? Taken(Clause clause, Claim? before)
    {
        if (
            (before ?? context.LastClaim) is not { Relation: not (ClaimRelation.Aim or ClaimRelation.None) } last
            || sentence.Of(Layer.Relation, clause.First, clause.End).FirstOrDefault() is not { } level
            || level.Row["role"] is not ("level" or "copula")
            || !sentence.Quantities.Exists(q =>
                clause.Holds(q.First)
                && q.First - level.End <= 1
                && (
                    tables.Indicators[last.Indicator].Takes(q.Quantity.Unit)
                    || (q.Quantity is { Unit: "", Value: >= 1000 } && tables.Indicators[last.Indicator].Takes("people"))
                    || tables.Indicators["item-output"].Takes(q.Quantity.Unit)
                )
            )
        )
        {
            return null;
        }

        if (
            sentence.Of(Layer.Context, clause.First, level.First).Any(m => m.Row.Is("kind", "figure"))
            || sentence.Is(level.First - 1, WordUse.It) && level.First - clause.First <= Beside + 2
        )
        {
            return new Statement(null, null, [], true);
        }

        var item = sentence.Of(Layer.Item, clause.First, level.First).FirstOrDefault(i => i.First - clause.First <= 1);
        var place = sentence.Areas.Exists(a => a.First - clause.First is 0 or 1 && a.End <= level.First && level.First - a.End <= 2);
        return level.Row.Is("role", "level") && (place || item is { } i && i.Row["item"].Length > 0)
            ? new Statement(null, null, item is null ? [] : [(item.Row["item"], item)], true)
            : null;
    }

    /// <summary>"It was the smallest in thirty years"</summary>
    private Statement? Ranked(Clause clause, List<Mark> moves, Claim? before) =>
        (before ?? context.LastClaim) is { Relation: not (ClaimRelation.Aim or ClaimRelation.None) }
        && (sentence.Is(clause.First, WordUse.It) || IsTotal(clause))
        && moves.Find(m => m.Row.Is("role", "rank")) is { } rank
        && rank.First - clause.First <= Beside
            ? new Statement(null, rank, IsTotal(clause) ? [("", null)] : [], true)
            : null;

    /// <summary>"The total": of all foods, not of the one named last.</summary>
    private bool IsTotal(Clause clause) => sentence.Of(Layer.Context, clause.First, clause.First + 2).Any(m => m.Row.Is("kind", "total"));

    /// <summary>"… but fell in 2023", "Maize slipped to 1.5 million tonnes": the clause or sentence before says of what.</summary>
    public Statement? Read(Clause clause, List<Mark> moves, Claim? before)
    {
        var pointed = sentence.Of(Layer.Context, clause.First, clause.End).Any(m => m.Row.Is("kind", "figure"));
        if ((Ranked(clause, moves, before) ?? Taken(clause, before)) is { } told)
        {
            return told;
        }

        var move = moves.Find(m => m.Row["role"] is "verb" or "compare" or "adverb" || (pointed && m.Row.Is("role", "adjective")));
        if (
            move is null
            || (before ?? context.LastClaim ?? context.LastHarvest) is not { } last
            || last.Relation == ClaimRelation.Aim
            || last.Relation == ClaimRelation.None
        )
        {
            return null;
        }

        var item = sentence.Of(Layer.Item, clause.First, move.First).FirstOrDefault();
        // "wheat up 4 per cent, oats unchanged"
        var beside = item is not null && before is not null && item.First - clause.First <= 1 && move.First - item.End <= 1;
        var starts = pointed || move.First - clause.First <= 2 && (before is not null || sentence.Is(clause.First, WordUse.It));
        var figure = sentence.Quantities.Any(q => clause.Holds(q.First)) || sentence.Periods.Any(p => clause.Holds(p.First)) || beside;
        return (item is not null && item.Row["item"].Length > 0 || starts) && figure
            ? new Statement(null, move, item is null ? [] : [(item.Row["item"], item)], true)
            : null;
    }
}
