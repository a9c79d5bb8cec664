using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>Whether a word for an indicator means it here.</summary>
internal sealed class IndicatorMeaning(Sentence sentence, ClaimTables tables, ArticleContext context)
{
    private const int Near = 12;

    /// <summary>A word such as "output" or "shortage" counts only beside a food, or where the sentence before spoke of it; "produced" only with a food and a figure.</summary>
    public bool Is(Mark indicator, IReadOnlyList<(string Item, Mark? Mark)> items, Clause clause)
    {
        var row = indicator.Row;
        if (row.Is("kind", "abroad") && !sentence.Of(Layer.Context, clause.First, clause.End).Any(m => m.Row.Is("kind", "abroad")))
        {
            return false;
        }

        if (row.Is("kind", "fields") && !sentence.Of(Layer.Context, clause.First, clause.End).Any(m => m.Row.Is("kind", "fields")))
        {
            return false;
        }

        // "diesel costs 10,000 pounds": the price is not that of the food named before
        if (
            row.Is("indicator", "price")
            && !items.Any(i => i.Mark is not null)
            && sentence.Of(Layer.Context, clause.First, clause.End).Any(m => m.Row.Is("kind", "goods"))
        )
        {
            return false;
        }

        // "cotton yarn sales abroad"
        if (
            row["strength"] is "weak"
            && !items.Any(i => i.Mark is not null)
            && sentence
                .Of(Layer.Context, clause.First, clause.End)
                .Any(m =>
                    m.Row.Is("kind", "goods")
                    && (indicator.First - m.End is 0 or 1 || (m.First - indicator.End is 0 or 1 && sentence.Is(m.First - 1, WordUse.Of)))
                )
        )
        {
            return false;
        }

        var food =
            sentence.Of(Layer.Context, clause.First, clause.End).Any(m => m.Row.Is("kind", "food"))
            || sentence.Of(Layer.Item, clause.First, clause.End).Any();
        switch (row["strength"])
        {
            case "strong":
                // a famine in a book or a museum is no news
                return row["relation"].Length == 0 || !sentence.Marks.Any(m => m.Layer == Layer.Context && m.Row.Is("kind", "fiction"));
            case "aim":
                return false;
            case "verb":
                var figure = sentence.Quantities.Any(q => clause.Holds(q.First) && Fits(row, q));
                var object_ = sentence.Of(Layer.Item, indicator.End, clause.End).Any(m => m.First - indicator.End <= Near);
                return figure && (object_ || items.Count > 0)
                    || (
                        (object_ || items.Count > 0)
                        && sentence.Of(Layer.Relation, clause.First, clause.End).Any(m => m.Row["role"] is "verb" or "rank" or "adverb")
                    )
                    || ((object_ || items.Count > 0) && ModalityReader.Ended(sentence, clause))
                    || (figure && (SpokeOf(row["indicator"]) || row.Is("kind", "alone") || context.TopicItem is not null));
            case "beside":
                return items.Any(i => i.Mark is { } m && (Statement.Gap(m, indicator) <= 2 || row.Is("kind", "subject")));
            case "death":
                return sentence
                        .Of(Layer.Indicator, clause.First, clause.End)
                        .Any(m =>
                            m.Row["indicator"]
                                is "famine"
                                    or "undernourishment"
                                    or "food-shortage"
                                    or "malnutrition"
                                    or "acute-food-insecurity"
                        )
                    && sentence.Quantities.Any(q =>
                        clause.Holds(q.First) && q.Quantity.Unit is "people" or "" or "deaths" && q.Quantity.Value > 100
                    );
            default:
                return items.Count > 0
                    || (food && row["indicator"] is not "exports")
                    || SpokeOf(row["indicator"])
                    || context.TopicItem is not null
                    || context.SpeaksOfFood;
        }
    }

    public bool Fits(LexiconRow row, QuantityMark q) =>
        tables.Indicators[row["indicator"]] is var indicator
        && (
            indicator.Takes(q.Quantity.Unit)
            || (row["indicator"] is "crop-output" or "imports" && tables.Indicators["yield"].Takes(q.Quantity.Unit))
            || (q.Quantity is { Unit: "", Value: >= 1000 } && indicator.Takes("people"))
            || indicator.Takes(q.Quantity.Unit + "-per-ha")
            || (row.Is("kind", "loss") && q.Quantity.Unit == "percent" && sentence.Is(q.End, WordUse.Of))
        );

    private bool SpokeOf(string indicator) => context.Topic is { } topic && Family(topic.Indicator) == Family(indicator);

    public static string Family(string indicator) =>
        indicator switch
        {
            "cereal-output" or "item-output" => "crop-output",
            "food-shortage" => "uncovered-deficit",
            "food-inflation" or "price-index" => "price",
            _ => indicator,
        };
}
