using System.Globalization;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Quantities;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>How what a clause speaks of stands or moves, what it is compared with, and the figure that the word for it carries.</summary>
internal sealed class RelationChoice(Sentence sentence)
{
    /// <summary>The relation its words state; null where only a figure could say something.</summary>
    public ClaimRelation? Read(Clause clause, Statement statement, ClaimIndicator indicator)
    {
        if (statement.Move is { } move)
        {
            if (
                (move.Row["role"] is "adjective" or "adverb" && Compared(clause, move) is not null)
                || (move.Row["role"] is "adjective" or "adverb" or "compare" && Average(clause, move) is not null)
            )
            {
                return move.Row["relation"] is "Fall" or "Below" ? ClaimRelation.Below
                    : move.Row.Is("relation", "Equal") ? ClaimRelation.Equal
                    : ClaimRelation.Above;
            }

            return move.Row["relation"] switch
            {
                "Best" => indicator.UpIsGood == false ? ClaimRelation.Lowest : ClaimRelation.Highest,
                "Worst" => indicator.UpIsGood == true ? ClaimRelation.Lowest : ClaimRelation.Highest,
                "Better" => indicator.UpIsGood == false ? ClaimRelation.Fall : ClaimRelation.Rise,
                "Worse" => indicator.UpIsGood == true ? ClaimRelation.Fall : ClaimRelation.Rise,
                var name => Enum.Parse<ClaimRelation>(name),
            };
        }

        return statement.Indicator?.Row["relation"] is { Length: > 0 } own && own != "None" ? Enum.Parse<ClaimRelation>(own) : null;
    }

    /// <summary>What the claim is compared with, where that is not only another time.</summary>
    public string? Against(Clause clause, Statement statement, ClaimRelation? relation)
    {
        if (statement.Move is not { } move)
        {
            return statement.Indicator?.Row["against"] is { Length: > 0 } other ? other : null;
        }

        if (move.Row["against"] is { Length: > 0 } own)
        {
            return own;
        }

        return Average(clause, move) is { } average
            ? average.FromOwn is { From: -5, To: -1 }
                ? "five-year-average"
                : "average"
            : relation is ClaimRelation.Above or ClaimRelation.Below
                ? Compared(clause, move)
                : null;
    }

    /// <summary>"doubled" carries its own figure.</summary>
    public ClaimQuantity? Amount(Statement statement, QuantityRoles roles)
    {
        if (roles.Quantity is null && statement.Indicator is { } whole && whole.Row["amount"] is { Length: > 0 } share)
        {
            var all = decimal.Parse(share, CultureInfo.InvariantCulture);
            return new ClaimQuantity(sentence.Words(whole.First, whole.End), all, null, "percent", "at-least", 1);
        }

        var move =
            statement.Move is { } own && own.Row["amount"].Length == 0
                ? sentence.Marks.Find(m =>
                    m.Layer == Layer.Relation
                    && m.Row["amount"].Length > 0
                    && m.Row["relation"] == own.Row["relation"]
                    && m.First >= own.First
                    && m.First - own.End <= 2
                )
                : statement.Move;
        return move?.Row["amount"].Length > 0 && roles.Quantity is null
            ? new ClaimQuantity(
                sentence.Words(move.First, move.End),
                decimal.Parse(move.Row["amount"], CultureInfo.InvariantCulture),
                null,
                move.Row["unit"],
                null,
                move.Row.Is("unit", "percent") ? 10 : 1
            )
            : roles.Quantity?.Quantity;
    }

    /// <summary>"the 2018-2022 average" behind what is above or below it.</summary>
    private PeriodMark? Average(Clause clause, Mark move) =>
        sentence.Periods.Find(p => p.IsAverage && clause.Holds(p.First) && p.First >= move.First);

    /// <summary>What stands behind "larger than": an average, a need, or the code of another area; null where it is only another time.</summary>
    private string? Compared(Clause clause, Mark move)
    {
        var against = sentence.Of(Layer.Relation, move.End, clause.End).FirstOrDefault(m => m.Row.Is("role", "against"));
        return against?.Row["against"]
            ?? sentence
                .Areas.Find(a => a.First > move.First && a.First < clause.End && a.Area.Length > 0 && AreaChoice.IsCompared(sentence, a))
                ?.Area;
    }
}
