namespace FoodSecurity.Articles.Extraction;

/// <summary>What the figures of a clause mean: the size of a change, what was reached, what it was before.</summary>
internal readonly record struct QuantityRoles(QuantityMark? Quantity, QuantityMark? Reached, QuantityMark? Before)
{
    public IEnumerable<QuantityMark> Used => new[] { Quantity, Reached, Before }.Where(q => q is not null)!;

    public static QuantityRoles Read(Sentence sentence, Clause clause, ClaimIndicator indicator, ClaimRelation relation, int at)
    {
        var all = sentence.Quantities.Where(q => clause.Holds(q.First)).ToList();
        QuantityMark? quantity = null, reached = null, before = null;
        var moving = relation is ClaimRelation.Rise or ClaimRelation.Fall;
        for (var i = 0; i < all.Count; i++)
        {
            var q = all[i];
            var lead = q.First > 0 ? sentence.Word(q.First - 1) : "";
            if (q.Quantity.Unit.Length == 0)
            {
                q = Complete(q, lead, i + 1 < all.Count ? all[i + 1] : null, indicator, sentence);
            }

            var unit = q.Quantity.Unit;
            var relative = unit is "percent" or "percentage-points" or "times";
            var fits = indicator.Takes(unit);
            if (!fits && !relative || unit is "people" && indicator.Takes("people") == false)
            {
                continue;
            }

            if (lead is "from" or "From" && !IsBehind(sentence, q.First - 2, "down", "up", "came") | (fits && moving) && !relative | fits)
            {
                before ??= q;
            }
            else if (lead is "than" or "with" or "against" or "versus" && IsComparison(sentence, q.First - 1))
            {
                before ??= fits ? q : before;
            }
            else if (moving && lead is "to" or "reach" or "reaching" or "reached" or "totalling" or "hit" or "hitting" or "at" or "At" or "stands" or "averaging" && fits)
            {
                reached ??= q;
            }
            else if (moving && relative && !(fits && quantity is not null))
            {
                quantity ??= q;
            }
            else if (moving && fits)
            {
                if (lead is "by" or "of" || (quantity is null && IsDirectlyBehindMove(sentence, q.First)))
                {
                    quantity ??= q;
                }
                else
                {
                    reached ??= q;
                }
            }
            else if (relation is ClaimRelation.Above or ClaimRelation.Below or ClaimRelation.Equal)
            {
                if (relative)
                {
                    quantity ??= q;
                }
                else
                {
                    reached ??= q;
                }
            }
            else if (!moving && fits)
            {
                quantity ??= q;
            }
        }

        return new QuantityRoles(quantity, reached, before);
    }

    private static bool IsDirectlyBehindMove(Sentence sentence, int at) =>
        sentence.Marks.Any(m => m.Layer == Layer.Relation && m.Row["role"] is "verb" or "adverb" && m.End == at);

    private static bool IsComparison(Sentence sentence, int at) => sentence.Word(at) is not "with" || (at > 0 && sentence.Word(at - 1) is "compared");

    private static bool IsBehind(Sentence sentence, int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (at >= 0 && sentence.Word(at).SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"from 10 to 15 per cent": the unit stands once; a large bare number beside hunger counts people.</summary>
    private static QuantityMark Complete(QuantityMark q, ReadOnlySpan<char> lead, QuantityMark? next, ClaimIndicator indicator, Sentence sentence)
    {
        if (next is { Quantity.Unit.Length: > 0 } && lead is "from" or "From" && next.First - q.End <= 6)
        {
            var step = next.Quantity.Unit == "percent" && q.Quantity.Step >= 1 ? 1 : q.Quantity.Step;
            return q with { Quantity = q.Quantity with { Unit = next.Quantity.Unit, Step = step } };
        }

        if (indicator.Takes("people") && q.Quantity.Value >= 100)
        {
            return q with { Quantity = q.Quantity with { Unit = indicator.Takes("deaths") ? "deaths" : "people" } };
        }

        return indicator.Takes("points") && q.End <= sentence.Tokens.Count ? q with { Quantity = q.Quantity with { Unit = "points" } } : q;
    }
}
