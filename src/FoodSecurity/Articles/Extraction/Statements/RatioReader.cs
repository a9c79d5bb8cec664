using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>
/// Relations between two measures of one country: "imports more wheat than it grows", "grows less than half of the rice it eats", "imports cover a third of its needs".
/// They are ratios, neither a rise nor a level of one of the two.
/// </summary>
internal sealed class RatioReader(Sentence sentence, ItemChoice foods)
{
    private const int Near = 8;

    /// <summary>The ratio a clause states; null where it states none.</summary>
    public Statement? Read(Clause clause)
    {
        if (Context(clause, "self-sufficient") is { } own)
        {
            return Made(clause, (own.First, own.End, "self-sufficiency"), "self-sufficiency", "Level", "", "100");
        }

        if (Flow(clause) is not { } flow)
        {
            return null;
        }

        var imports = flow.Indicator.StartsWith("import", StringComparison.Ordinal);
        if (imports && Context(clause, "grown") is { } grown && grown.First > flow.At)
        {
            return Made(clause, flow, "imports", "Above", "production");
        }

        var share = sentence.Quantities.Find(q =>
            clause.Holds(q.First) && q.Quantity.Unit == "percent" && q.First >= flow.At && sentence.Is(q.End, WordUse.Of)
        );
        if (share is null || share.First - flow.End > Near)
        {
            return null;
        }

        var whole = sentence.Of(Layer.Context, share.End, clause.End).Any(m => m.Row.Is("kind", "eaten"));
        var food = sentence.Of(Layer.Item, share.End, clause.End).Any(m => m.First - share.End <= 4);
        return imports && (whole || food) ? Made(clause, flow, "import-dependency", "Level", "")
            : !imports && whole ? Made(clause, flow, "self-sufficiency", "Level", "")
            : null;
    }

    /// <summary>The word for what is grown or imported.</summary>
    private (int At, int End, string Indicator)? Flow(Clause clause)
    {
        if (Context(clause, "reliant") is { } reliant)
        {
            return (reliant.First, reliant.End, "imports");
        }

        var mark = sentence
            .Of(Layer.Indicator, clause.First, clause.End)
            .FirstOrDefault(m =>
                m.Row["indicator"] == "imports"
                || (m.Row.Is("indicator", "crop-output") && m.Row.Is("strength", "verb") && !m.Row.Is("kind", "loss"))
            );
        return mark is null ? null : (mark.First, mark.End, mark.Row["indicator"]);
    }

    private Mark? Context(Clause clause, string kind) =>
        sentence.Of(Layer.Context, clause.First, clause.End).FirstOrDefault(m => m.Row.Is("kind", kind));

    private Statement Made(
        Clause clause,
        (int At, int End, string Indicator) flow,
        string indicator,
        string relation,
        string against,
        string amount = ""
    )
    {
        var row = new LexiconRow(
            "context",
            sentence.Words(flow.At, flow.End),
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["indicator"] = indicator,
                ["relation"] = relation,
                ["against"] = against,
                ["amount"] = amount,
                ["strength"] = "strong",
            }
        );
        var items = sentence.Of(Layer.Item, clause.First, clause.End).Where(i => i.Row["item"].Length > 0).ToList();
        return new Statement(
            new Mark(Layer.Indicator, flow.At, flow.End, row, []),
            null,
            items.Count > 0 ? foods.Group(items, items[0]) : [],
            false
        );
    }
}
