using FoodSecurity.Articles;

namespace FoodSecurity.Claims;

/// <summary>
/// Two sources or two subjects against each other (METHODS 8.1, 9.4): a figure of one may be compared with a figure of another only on one basis.
/// </summary>
internal static class PairRule
{
    /// <summary>Facets that no factor of ours can convert; a difference in them closes the gate.</summary>
    private static readonly string[] Fixed = ["crop-set", "coverage"];

    /// <summary>Facets whose difference stays in the result and is said.</summary>
    private static readonly string[] Residual = ["tuber-factor", "soybean-factor", "year-basis"];

    /// <param name="claim">Above, below or equal; or a shortage against the need.</param>
    /// <param name="subject">Whose figure is said to be higher or lower; of a shortage, the harvest.</param>
    /// <param name="against">What it is compared with; of a shortage, the need.</param>
    /// <param name="words">Words.</param>
    /// <param name="basis">Brings rice to one form; null: as printed.</param>
    public static Judgement Judge(Claim claim, Evidence subject, Evidence against, FindingWords words, CommonBasis? basis)
    {
        if (ClaimPeriods.Closed(claim.Period) is not { } period)
        {
            return Judgement.Closed(Gate.Period, words.OpenPeriod);
        }

        var kind = claim.Period!.Kind;
        var other = claim.Base is null ? period : ClaimPeriods.Closed(claim.Base) ?? period;
        if (ClaimPeriods.Find(subject, period, kind) is not { } a)
        {
            return Judgement.Closed(Gate.Period, words.NoFigure(subject, period, kind));
        }

        // Another source may count the same harvest by another year: the claim then names that year as its base.
        if (ClaimPeriods.Find(against, other, claim.Base?.Kind ?? kind) is not { } b)
        {
            return Judgement.Closed(Gate.Period, words.NoFigure(against, other, claim.Base?.Kind ?? kind), a);
        }

        if (subject.Unit != against.Unit)
        {
            return Judgement.Closed(Gate.Unit, words.OtherUnits(subject, against), a, b);
        }

        foreach (var facet in Fixed)
        {
            if (Differs(subject, against, facet) is { } values)
            {
                return Judgement.Closed(Gate.Basis, words.OtherFacet(facet, values.A, values.B), a, b);
            }
        }

        var steps = new List<ConversionStep>();
        if (Differs(subject, against, "rice-form") is { } forms)
        {
            if (basis is null)
            {
                return Judgement.Closed(Gate.Basis, words.OtherRice(forms.A, forms.B), a, b);
            }

            if (Convert(basis, subject, a, forms.A, steps) is not { } first || Convert(basis, against, b, forms.B, steps) is not { } second)
            {
                return Judgement.Closed(Gate.Basis, words.NoConversion(forms.A, forms.B), a, b);
            }

            (a, b) = (first, second);
        }

        var shortage = claim.Relation == ClaimRelation.Shortage;
        var difference = shortage ? b.Value - a.Value : a.Value - b.Value;
        var (da, db) = (a.DeviationBy(subject.Error), b.DeviationBy(against.Error));
        var deviation = (decimal)Math.Sqrt((double)(da * da + db * db));
        var aspects = new List<Aspect>();
        if (shortage && claim.Quantity is { } quantity && StatedUnits.In(quantity, subject.Unit) is { } stated)
        {
            aspects.Add(LevelRule.Level(new Figure(a.Period, difference), stated, deviation));
        }
        else
        {
            aspects.Add(
                new Aspect(
                    AspectKind.Comparison,
                    ComparisonRule.Sided(difference, deviation, shortage ? ClaimRelation.Above : claim.Relation),
                    difference,
                    0,
                    0,
                    deviation
                )
            );
        }

        return new Judgement
        {
            Figures = [a, b],
            Aspects = aspects,
            Steps = steps,
            Sentence = words.Pair(subject, a, against, b, difference),
            Reason = words.Measures(aspects, subject.Unit),
            Doubts = [.. Residual.Where(f => Differs(subject, against, f) is not null).Select(words.MayDiffer)],
        };
    }

    private static Figure? Convert(CommonBasis basis, Evidence evidence, Figure figure, string form, List<ConversionStep> steps)
    {
        if (form == CommonBasis.Default)
        {
            return figure;
        }

        if (basis.Convert(evidence, figure, CommonBasis.Default) is not { } converted)
        {
            return null;
        }

        steps.Add(converted.Step);
        return converted.Figure;
    }

    private static (string A, string B)? Differs(Evidence a, Evidence b, string facet) =>
        a.Facets.TryGetValue(facet, out var first) && b.Facets.TryGetValue(facet, out var second) && first != second
            ? (first, second)
            : null;
}
