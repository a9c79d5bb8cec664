using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>Foods that a clause leaves out because what stands before it has named them.</summary>
internal sealed class ContextItems(Sentence sentence, ClaimTables tables, ArticleContext context)
{
    /// <summary>The food the clause leaves out: that of the claim before, of the paragraph or of the topic.</summary>
    public Statement Fill(Statement statement, Clause clause, Claim? before)
    {
        if (statement.Items.Count > 0 || statement.Indicator is not { } named)
        {
            return statement;
        }

        if (named.Row.Is("kind", "alone") && before?.Item is { } grown)
        {
            return statement with { Items = [(grown, null)] };
        }

        if (
            (
                named.Row["strength"] is "weak" or "verb"
                || named.Row["indicator"] is "area-harvested" or "area-planted" or "yield"
                || (named.Row.Is("kind", "bare") && (context.LastClaim?.Item is not null || Earlier(clause, named) is not null))
            )
            && (Earlier(clause, named) ?? context.TopicItem) is { } meant
            && tables.CanBe(meant, tables.Indicators[named.Row["indicator"]].Subject)
            && tables.Indicators[named.Row["indicator"]].Item is not ItemChoice.AllFood
            && sentence.Of(Layer.Item, clause.First, clause.End).All(i => i.End <= named.First && i.Row.Is("item", meant))
        )
        {
            return statement with { Items = [(meant, null)] };
        }

        return
            context.Topic is { Item.Length: > 0 } topic
            && named.Row.Is("strength", "weak")
            && IndicatorMeaning.Family(topic.Indicator) == IndicatorMeaning.Family(named.Row["indicator"])
            ? statement with
            {
                Items = [(topic.Item, null)],
            }
            : statement;
    }

    /// <summary>The food the sentence named last before the indicator: "Wheat did worse: the crop was ...".</summary>
    private string? Earlier(Clause clause, Mark indicator) =>
        sentence
            .Marks.FindAll(m => m.Layer == Layer.Item && m.End <= Math.Max(clause.First, indicator.First) && m.Row["item"].Length > 0)
            .MaxBy(m => m.First)
            ?.Row["item"];

    /// <summary>The harvest an earlier paragraph spoke of, of the food this one named last.</summary>
    public Claim? Harvest(Statement statement) =>
        context.LastHarvest is { } harvest && statement.Items.Count == 0 && context.TopicItem is { } item
            ? harvest with
            {
                Item = item,
            }
            : context.LastHarvest;
}
