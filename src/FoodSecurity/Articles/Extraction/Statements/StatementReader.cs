using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>Chooses the indicator of a clause and its relation.</summary>
/// <param name="sentence">The sentence.</param>
/// <param name="tables">What claims can be about.</param>
/// <param name="context">What was said before.</param>
/// <param name="last">The statement of the clause before, whose verb a gapped clause leaves out; null at the beginning.</param>
internal sealed class StatementReader(Sentence sentence, ClaimTables tables, ArticleContext context, Statement? last)
{
    private const int Far = 22;
    private readonly ItemChoice _foods = new(sentence, context);
    private readonly MoveChoice _moves = new(sentence);
    private readonly IndicatorMeaning _meaning = new(sentence, tables, context);

    public Statement? Read(Clause clause, Claim? before)
    {
        if (clause.IsGapped && last is not null)
        {
            return Gapped(clause, last);
        }

        if (new RatioReader(sentence, _foods).Read(clause) is { } ratio)
        {
            return ratio;
        }

        var moves = _moves.Of(clause);
        var valid = sentence
            .Of(Layer.Indicator, clause.First, clause.End)
            .Select(m => (Mark: m, Items: _foods.Read(m, clause)))
            .Where(i => _meaning.Is(i.Mark, i.Items, clause))
            .ToList();
        if (valid.Count == 0)
        {
            return new CarriedStatement(sentence, tables, context).Read(clause, moves, before);
        }

        // a price of food in general is that of the index
        valid = valid.ConvertAll(v =>
            v.Mark.Row.Is("indicator", "price") && v.Items is [{ Item: "" }] ? (v.Mark, [(ItemChoice.AllFood, v.Items[0].Mark)]) : v
        );
        var best = valid.Select(v => (v.Mark, v.Items, Move: _moves.Read(v.Mark, moves))).OrderBy(v => Cost(v.Mark, v.Move)).First();
        // "the harvest of 2021: wheat up 4 per cent"
        var subject =
            best.Items.Count == 0 && best.Move is { } m
                ? sentence.Of(Layer.Item, clause.First, clause.End).FirstOrDefault(i => i.End == m.First && i.Row["item"].Length > 0)
                : null;
        return new Statement(best.Mark, best.Move, subject is null ? best.Items : [(subject.Row["item"], subject)], false);
    }

    private Statement Gapped(Clause clause, Statement whole)
    {
        var indicator = sentence.Of(Layer.Indicator, clause.First, clause.End).FirstOrDefault(m => m.Row["strength"] is "strong" or "weak")
            ?? whole.Indicator;
        var items = sentence.Of(Layer.Item, clause.First, clause.End).Where(m => m.Row["item"].Length > 0).ToList();
        return whole with { Indicator = indicator, Items = items.Count > 0 ? _foods.Group(items, items[0]) : whole.Items };
    }

    /// <summary>Less is better: a word that moves beside it, a relation of its own with a date beside it, then the order of the sentence.</summary>
    private double Cost(Mark indicator, Mark? move)
    {
        var cost = (indicator.First / 1000.0) + (Clauses.IsAside(sentence, indicator.First) ? 1 : 0);
        if (
            sentence.Marks.Exists(m =>
                m.Layer == Layer.Border && m.First < indicator.First && indicator.First - m.First <= 3 && m.Row.Is("role", "time")
            ) || sentence.Marks.Exists(m => m.Layer == Layer.Cause && m.First < indicator.First && indicator.First - m.End <= 3)
        )
        {
            cost += 1;
        }

        if (indicator.Row.Is("strength", "death"))
        {
            return cost;
        }

        if (move is not null)
        {
            // "39 percent above the poor outturn of the year before": behind the comparison stands what it is with
            cost +=
                move.First < indicator.First && move.Row["role"] is "compare" or "adverb" && move.Row["place"] is "share" or "behind"
                    ? 1
                    : 0;
            return cost + (Statement.Gap(indicator, move) / 20.0) + (indicator.Row.Is("strength", "verb") ? 0.5 : 0);
        }

        if (indicator.Row["relation"].Length > 0)
        {
            var dated = sentence.Periods.Any(p =>
                !p.IsBase
                && p.Row["role"].Length == 0
                && Math.Min(Math.Abs(p.End - indicator.First), Math.Abs(p.First - indicator.End)) <= 3
            );
            return cost + (dated ? 0.3 : 0.8);
        }

        var near = sentence
            .Quantities.Where(q => _meaning.Fits(indicator.Row, q))
            .Select(q => Math.Abs(q.First - indicator.First))
            .DefaultIfEmpty(Far + 1)
            .Min();
        return cost + (near <= Far ? 0.55 + (near / 100.0) : 3);
    }
}
