using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Quantities;

/// <summary>
/// Reads numbers in figures and words, with scale, range, hedge and unit: "nearly half a million tonnes", "two to three million people", "$3.2bn", "one in five".
/// What stands in a date is left out, a number without unit keeps an empty unit.
/// </summary>
internal static class QuantityReader
{
    public static void Read(Sentence sentence, Lexicon lexicon)
    {
        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            if (sentence.IsFree(at, at + 1) && !sentence.Is(at - 1, WordUse.Labelled) && Quantity(sentence, lexicon, at) is { } found)
            {
                sentence.Quantities.Add(found);
                sentence.Take(found.First, found.End);
                at = found.End - 1;
            }
        }
    }

    private static QuantityMark? Quantity(Sentence sentence, Lexicon lexicon, int at)
    {
        var tokens = sentence.Tokens;
        var (first, hedge) = (at, (string?)null);
        var hedges = new List<string>();
        while (
            at < tokens.Count
            && lexicon["hedges"].Match(tokens, at, tokens.Count, lexicon) is { } h
            && h.Row["place"].Length == 0
            && sentence.IsFree(at, h.End)
            && !EndsMove(sentence, at)
        )
        {
            hedge ??= h.Row["hedge"].Length > 0 ? h.Row["hedge"] : null;
            hedges.Add(h.Row.Phrase);
            at = h.End;
        }

        var money =
            at < tokens.Count && lexicon["units"].Match(tokens, at, tokens.Count, lexicon) is { } m && m.Row.Is("place", "before")
                ? m
                : (PhraseMatch?)null;
        at = money?.End ?? at;
        if (NumberReader.Read(sentence, lexicon, at) is not { } low)
        {
            return null;
        }

        at = low.End;
        NumberReader.Found? high = null;
        if (RangeWord(sentence, lexicon, first, at) is { } next)
        {
            next =
                lexicon["units"].Match(tokens, next, tokens.Count, lexicon) is { } again && again.Row.Is("place", "before")
                    ? again.End
                    : next;
            if (
                NumberReader.Read(sentence, lexicon, next) is { } second
                && (second.Value > low.Value || second.Scale > low.Scale)
                && !second.IsShare == !low.IsShare
            )
            {
                high = second;
                at = second.End;
                if (low.Scale == 1 && second.Scale > 1 && low.Value < second.Value / second.Scale)
                {
                    low = low with { Value = low.Value * second.Scale, Step = low.Step * second.Scale };
                }
            }
        }

        if (low.IsShare)
        {
            return Made(new ClaimQuantity("", low.Value, high?.Value, "percent", hedge, low.Step), low.Rule);
        }

        while (
            at < tokens.Count
            && lexicon["hedges"].Match(tokens, at, tokens.Count, lexicon) is { } late
            && late.Row.Is("place", "after")
            && sentence.IsFree(at, late.End)
        )
        {
            hedge ??= late.Row["hedge"];
            at = late.End;
        }

        if (money is { } currency)
        {
            var unit = currency.Row["unit"];
            if (at < tokens.Count && lexicon["units"].Match(tokens, at, tokens.Count, lexicon) is { } per && per.Row.Is("place", "per"))
            {
                unit += per.Row["unit"];
                at = per.End;
            }

            return Made(new ClaimQuantity("", low.Value, high?.Value, unit, hedge, low.Step), currency.Row.Rule, isMoney: true);
        }

        var step = low.IsFigure ? low.Step : Math.Max(low.Step, 1);
        if (
            at < tokens.Count
            && lexicon["units"].Match(tokens, at, tokens.Count, lexicon) is { } u
            && !u.Row.Is("place", "before")
            && !u.Row.Is("place", "per")
        )
        {
            at = u.End;
            var factor = u.Row["factor"].Length > 0 ? decimal.Parse(u.Row["factor"], System.Globalization.CultureInfo.InvariantCulture) : 1;
            var unit = u.Row["unit"];
            var isMoney = u.Row.Is("kind", "money");
            if (
                isMoney
                && at < tokens.Count
                && lexicon["units"].Match(tokens, at, tokens.Count, lexicon) is { } each
                && each.Row.Is("place", "per")
            )
            {
                unit += each.Row["unit"];
                at = each.End;
            }

            if (unit is "percent" or "percentage-points")
            {
                step = low.FineStep;
            }

            return Made(new ClaimQuantity("", low.Value * factor, high?.Value * factor, unit, hedge, step * factor), u.Row.Rule, isMoney);
        }

        // a bare "one" or "two" is a word, not a quantity
        return low.IsFigure || low.Scale > 1 || low.Value >= 100
            ? Made(new ClaimQuantity("", low.Value, high?.Value, "", hedge, step), low.Rule)
            : null;

        QuantityMark Made(ClaimQuantity quantity, string rule, bool isMoney = false) =>
            new(first, at, quantity with { Text = sentence.Words(first, at) }, isMoney, rule) { Scale = high?.Scale ?? low.Scale };
    }

    /// <summary>"edged up to 38 per cent": the first word of the hedge belongs to what moved.</summary>
    private static bool EndsMove(Sentence sentence, int at) =>
        sentence.Marks.Exists(m => m.Layer == Layer.Relation && m.First < at && m.End > at);

    /// <summary>The place behind a word that joins the ends of a range, or null.</summary>
    private static int? RangeWord(Sentence sentence, Lexicon lexicon, int first, int at)
    {
        var tokens = sentence.Tokens;
        if (
            (sentence.Is(at, WordUse.To) && sentence.Is(first - 1, WordUse.From))
            || (sentence.Is(at, WordUse.And) && !sentence.Is(first - 1, WordUse.Between))
        )
        {
            // "from 10 to 15 per cent" is a change, "2 per cent and 3" two figures
            return null;
        }

        return
            at < tokens.Count - 1
            && sentence.IsFree(at, at + 1)
            && lexicon["hedges"].Match(tokens, at, tokens.Count, lexicon) is { } range
            && range.Row.Is("place", "between")
            ? range.End
            : null;
    }
}
