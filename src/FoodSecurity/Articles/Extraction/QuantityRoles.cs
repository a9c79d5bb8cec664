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
            var lead = q.First - 1;
            if (q.Quantity.Unit.Length == 0)
            {
                q = Complete(q, lead, i + 1 < all.Count ? all[i + 1] : null, indicator, sentence);
            }

            var unit = q.Quantity.Unit;
            var relative = unit is "percent" or "percentage-points" or "times";
            var fits = indicator.Takes(unit);
            if (unit == "people" && q.Quantity.Value <= 1 || (moving && relative && !fits && q.End < at && HasComma(sentence, q.End, at) && all.Count > 1))
            {
                continue;
            }

            if (!fits && !relative || unit is "people" && indicator.Takes("people") == false)
            {
                continue;
            }

            if (sentence.Is(lead, WordUse.From) && !sentence.Is(lead - 1, WordUse.Moved) | (fits && moving) && !relative | fits)
            {
                before ??= q;
            }
            else if (sentence.Is(lead, WordUse.Than) || (sentence.Is(lead, WordUse.ThanCompared) && sentence.Is(lead - 1, WordUse.Compared)))
            {
                before ??= fits ? q : before;
            }
            else if (moving && sentence.Is(lead, WordUse.Reached) && fits)
            {
                reached ??= q;
            }
            else if (moving && relative && !(fits && quantity is not null))
            {
                quantity = quantity is null || Math.Abs(q.First - at) < Math.Abs(quantity.First - at) ? q : quantity;
            }
            else if (moving && fits)
            {
                if (sentence.Is(lead, WordUse.By) || (sentence.Is(lead, WordUse.Of) && sentence.Marks.Any(m => m.Layer == Layer.Relation && m.End >= q.First - 1 && m.First < q.First - 1 && m.Row.Is("role", "noun"))) || (quantity is null && IsDirectlyBehindMove(sentence, q.First)))
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

    private static bool HasComma(Sentence sentence, int from, int to) =>
        sentence.Marks.Exists(m => m.Layer == Layer.Border && m.Row.Is("kind", "comma") && m.First >= from && m.First < to);

    private static bool IsDirectlyBehindMove(Sentence sentence, int at) =>
        sentence.Marks.Any(m => m.Layer == Layer.Relation && m.Row["role"] is "verb" or "adverb" && m.End == at);

    /// <summary>"from 10 to 15 per cent": the unit stands once; a large bare number beside hunger counts people.</summary>
    private static QuantityMark Complete(QuantityMark q, int lead, QuantityMark? next, ClaimIndicator indicator, Sentence sentence)
    {
        if (next is { Quantity.Unit.Length: > 0 } && sentence.Is(lead, WordUse.From) && next.First - q.End <= 6)
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
