using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>Chooses the foods an indicator is about.</summary>
internal sealed class ItemChoice(Sentence sentence, ArticleContext context)
{
    private const int Near = 12;

    /// <summary>Food in general, which has prices of its own.</summary>
    public const string AllFood = "food";

    /// <summary>The foods an indicator is about: those of its row, those before it ("rice and maize output"), those behind "of".</summary>
    public List<(string Item, Mark? Mark)> Read(Mark indicator, Clause clause)
    {
        if (indicator.Row["item"].Length > 0)
        {
            return [(indicator.Row["item"], indicator)];
        }

        var all = sentence.Of(Layer.Item, clause.First, clause.End).ToList();
        if (all.Find(i => i.First >= indicator.First && i.End <= indicator.End && i.Row["item"].Length > 0) is { } inside)
        {
            return [(inside.Row["item"], inside)];
        }

        var items = all.FindAll(i => i.End <= indicator.First || i.First >= indicator.End);
        var before = items.FindLast(i => i.End <= indicator.First && IsFiller(i.End, indicator.First));
        if (before is not null)
        {
            return Group(items, before);
        }

        var behind = items.Find(i =>
            i.First >= indicator.End
            && i.First - indicator.End <= (indicator.Row.Is("strength", "verb") ? Near : 7)
            && LeadsTo(indicator, i)
        );
        if (behind is not null)
        {
            return Group(items, behind);
        }

        // "the deficit narrowed to 240,000 tonnes of cereals"
        var measured = items.Find(i =>
            sentence.Quantities.Exists(q =>
                (sentence.Is(q.End, WordUse.Of) && i.First > q.End && i.First - q.End <= 4) || (i.First >= q.First && i.End <= q.End)
            )
        );
        if (measured is not null)
        {
            return Group(items, measured);
        }

        // "Bread cost", "bread is dearer": the food is the subject; food in general has prices of its own
        var subject =
            (indicator.Row.Is("indicator", "price") && indicator.Row.Is("strength", "verb")) || indicator.Row.Is("kind", "subject")
                ? items.FindLast(i => i.First < indicator.First) ?? items.Find(i => i.First - indicator.End is 0 or 1)
                : null;
        if (
            sentence.Of(Layer.Context, indicator.End, clause.End).FirstOrDefault(m => m.Row.Is("kind", "item")) is { } meant
            && meant.First - indicator.End <= 4
            && context.LastItem is { } named
        )
        {
            return [(named, meant)];
        }

        // "soybean farmers lost half of their crop", "potato growers planted 54,000 hectares"
        subject ??= sentence.Is(indicator.First - 1, WordUse.Its)
            ? items.FindLast(i => i.End <= indicator.First && i.Row["item"].Length > 0)
            : null;
        // "In maize, farmers had the largest harvest", "Sorghum, the poor man's grain, came to"
        subject ??= items.Find(i =>
            i.First - clause.First <= 1 && sentence.IsComma(i.End) && i.Row["item"].Length > 0 && i.End <= indicator.First
        );
        subject ??= indicator.Row.Is("strength", "verb")
            ? items.FindLast(i => i.End <= indicator.First && indicator.First - i.End <= 2)
            : null;
        return subject is null
            ? []
            :
            [
                (
                    subject.Row["item"] is { Length: > 0 } item ? item
                    : indicator.Row.Is("indicator", "price") ? AllFood
                    : "",
                    subject
                ),
            ];
    }

    private bool LeadsTo(Mark indicator, Mark item)
    {
        if (
            indicator.Row.Is("strength", "verb")
            || (indicator.Row.Is("strength", "beside") && item.First - indicator.End <= 1)
            || (item.First == indicator.End && indicator.Row["indicator"] is "imports" or "exports")
            || (item.First == indicator.End && sentence.Is(indicator.End - 2, WordUse.Food))
        )
        {
            return true;
        }

        for (var i = indicator.End - 1; i < item.First; i++)
        {
            if (
                sentence.Is(i, WordUse.Food)
                || (sentence.Is(i, WordUse.AreaFood) && indicator.Row["indicator"].StartsWith("area", StringComparison.Ordinal))
            )
            {
                return true;
            }

            if (sentence.Marks.Any(m => m.Layer == Layer.Relation && m.First == i && m.Row["role"] is "verb"))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsFiller(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!sentence.Is(i, WordUse.Filler))
            {
                return false;
            }
        }

        return to - from <= 3;
    }

    /// <summary>Foods that share a noun: "rice, wheat and maize output".</summary>
    public List<(string Item, Mark? Mark)> Group(List<Mark> items, Mark one)
    {
        var at = items.IndexOf(one);
        int first = at,
            last = at;
        while (first > 0 && IsList(items[first - 1].End, items[first].First))
        {
            first--;
        }

        while (last + 1 < items.Count && IsList(items[last].End, items[last + 1].First))
        {
            last++;
        }

        return [.. items[first..(last + 1)].DistinctBy(i => i.Row["item"]).Select(i => (i.Row["item"], (Mark?)i))];
    }

    private bool IsList(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!sentence.IsComma(i) && !sentence.Is(i, WordUse.List))
            {
                return false;
            }
        }

        return to > from;
    }
}
