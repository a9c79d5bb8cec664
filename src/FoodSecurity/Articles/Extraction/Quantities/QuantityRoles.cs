using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Quantities;

/// <summary>What the figures of a clause mean: the size of a change, what was reached, what it was before.</summary>
internal readonly record struct QuantityRoles(QuantityMark? Quantity, QuantityMark? Reached, QuantityMark? Before)
{
    public IEnumerable<QuantityMark> Used => new[] { Quantity, Reached, Before }.Where(q => q is not null)!;
}

/// <summary>Gives the figures of a clause their roles, by the word before each and by whether its unit is one the indicator's level is stated in.</summary>
/// <param name="sentence">The sentence.</param>
/// <param name="indicator">What the figures are measured against.</param>
/// <param name="relation">How it stands or moves.</param>
/// <param name="at">Where that is said.</param>
/// <param name="perArea">Whether the words name the area a figure is of ("each hectare gave").</param>
internal sealed class QuantityRoleReader(Sentence sentence, ClaimIndicator indicator, ClaimRelation relation, int at, bool perArea)
{
    private readonly bool _moving = relation is ClaimRelation.Rise or ClaimRelation.Fall;
    private QuantityMark? _quantity;
    private QuantityMark? _reached;
    private QuantityMark? _before;
    private QuantityMark? _stated;

    /// <param name="figures">Those of the clause, or of one of several subjects.</param>
    public QuantityRoles Read(List<QuantityMark> figures)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            var q =
                figures[i].Quantity.Unit.Length > 0
                    ? PerArea(figures[i])
                    : Complete(figures[i], i + 1 < figures.Count ? figures[i + 1] : null, i > 0 ? figures[i - 1] : null);
            if (Matters(q, figures.Count))
            {
                Place(q);
            }
        }

        return new QuantityRoles(_quantity, _reached ?? _stated, _before);
    }

    /// <summary>"each hectare gave 24 tonnes": a yield whose area stands elsewhere.</summary>
    private QuantityMark PerArea(QuantityMark q) =>
        !perArea || indicator.Takes(q.Quantity.Unit) || !indicator.Takes(q.Quantity.Unit + "-per-ha") || sentence.Is(q.End, WordUse.Per)
            ? q
            : q with
            {
                Quantity = q.Quantity with { Unit = q.Quantity.Unit + "-per-ha" },
            };

    private static bool IsRelative(QuantityMark q) => q.Quantity.Unit is "percent" or "percentage-points" or "times";

    private bool Matters(QuantityMark q, int count)
    {
        var (relative, fits) = (IsRelative(q), indicator.Takes(q.Quantity.Unit));
        if (q.Quantity.Unit == "people" && q.Quantity.Value <= 1)
        {
            return false;
        }

        // "the crop, 20 per cent of the world's, fell by 3 per cent"
        return (fits || relative) && !(_moving && relative && !fits && q.End < at && HasComma(q.End, at) && count > 1);
    }

    private void Place(QuantityMark q)
    {
        var (relative, fits) = (IsRelative(q), indicator.Takes(q.Quantity.Unit));
        var lead = Lead(q);
        if (sentence.Is(lead, WordUse.From) && (!sentence.Is(lead - 1, WordUse.Moved) || (fits && _moving)) && (!relative || fits))
        {
            _before ??= q;
        }
        else if (sentence.Is(lead, WordUse.Than) || (sentence.Is(lead, WordUse.ThanCompared) && sentence.Is(lead - 1, WordUse.Compared)))
        {
            _before ??= fits ? q : null;
        }
        else if (!_moving)
        {
            Standing(q, relative, fits);
        }
        else if (fits && IsReached(q, lead))
        {
            _reached ??= q;
        }
        else if (relative && !(fits && _quantity is not null))
        {
            _quantity = _quantity is null || Math.Abs(q.First - at) < Math.Abs(_quantity.First - at) ? q : _quantity;
        }
        else if (fits)
        {
            // what no word says it came to is taken for it only where no other figure is
            _ = IsChange(q, lead) ? _quantity ??= q : _stated ??= q;
        }
    }

    private void Standing(QuantityMark q, bool relative, bool fits)
    {
        if (relation is ClaimRelation.Above or ClaimRelation.Below or ClaimRelation.Equal)
        {
            _ = relative ? _quantity ??= q : _reached ??= q;
        }
        else if (fits)
        {
            _quantity ??= q;
        }
    }

    /// <summary>The word before a figure, behind which "the", "a" or "a record" may stand.</summary>
    private int Lead(QuantityMark q)
    {
        var lead = q.First - 1;
        while (
            lead >= 0
            && (
                sentence.Is(lead, WordUse.Article | WordUse.Between)
                || sentence.Marks.Exists(m => m.Layer == Layer.Relation && m.Row.Is("role", "rank") && m.Covers(lead))
            )
        )
        {
            lead--;
        }

        return lead;
    }

    /// <summary>"to 4.8 million tonnes", "below 4 million tonnes"</summary>
    private bool IsReached(QuantityMark q, int lead) => sentence.Is(lead, WordUse.Reached) || sentence.Is(q.First, WordUse.Past);

    /// <summary>"by 300,000 tonnes", "a fall of 300,000 tonnes", "a 300,000-tonne fall", "300,000 tonnes more", "lost 300,000 tonnes"</summary>
    private bool IsChange(QuantityMark q, int lead) =>
        sentence.Is(lead, WordUse.By)
        || (
            sentence.Is(lead, WordUse.Of)
            && sentence.Marks.Exists(m => m.Layer == Layer.Relation && m.Row.Is("role", "noun") && m.End >= lead && m.First < lead)
        )
        || sentence.Is(q.End, WordUse.More)
        || sentence.Marks.Exists(m => m.Layer == Layer.Relation && m.Row.Is("role", "noun") && m.First - q.End is 0 or 1)
        || (
            _quantity is null
            && sentence.Marks.Exists(m =>
                m.Layer == Layer.Relation && m.Row["role"] is "verb" or "adverb" or "transitive" or "destroys" && m.End == q.First
            )
        );

    private bool HasComma(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (sentence.IsComma(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"from 10 to 15 per cent": the unit stands once; a large bare number beside hunger counts people.</summary>
    private QuantityMark Complete(QuantityMark q, QuantityMark? next, QuantityMark? last)
    {
        if (next is { Quantity.Unit.Length: > 0 } && sentence.Is(Lead(q), WordUse.From) && next.First - q.End <= 6)
        {
            return ClauseFigures.Like(q, next);
        }

        if (last is { Quantity.Unit.Length: > 0 } && q.Scale > 1 && q.Scale == last.Scale)
        {
            // "4.5 million tonnes in 2021, fell to 3.7 million"
            return ClauseFigures.Like(q, last);
        }

        if (q.Quantity.Value == 0)
        {
            return q with { Quantity = q.Quantity with { Unit = indicator.Units.Count > 0 ? indicator.Units[0] : "" } };
        }

        if (indicator.Takes("people") && q.Quantity.Value >= 100)
        {
            return q with { Quantity = q.Quantity with { Unit = indicator.Takes("deaths") ? "deaths" : "people" } };
        }

        return indicator.Takes("points") ? q with { Quantity = q.Quantity with { Unit = "points" } } : q;
    }
}
