using FoodSecurity.Articles;
using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Claims;

/// <summary>
/// Rises, falls and standstills (METHODS 9.4): the change of the logarithm against u·√(2(1−ρ)); the stated size of the change; the level reached.
/// </summary>
internal static class MovementRule
{
    public static Judgement Judge(Claim claim, Evidence evidence, FindingWords words)
    {
        if (ClaimPeriods.Closed(claim.Period) is not { } period || ClaimPeriods.BaseOf(claim) is not { } earlier)
        {
            return Judgement.Closed(Gate.Period, words.OpenPeriod);
        }

        var kind = claim.Period!.Kind;
        if (ClaimPeriods.Find(evidence, period, kind) is not { } now)
        {
            return Judgement.Closed(Gate.Period, words.NoFigure(evidence, period, kind));
        }

        if (ClaimPeriods.Find(evidence, earlier, claim.Base?.Kind ?? kind) is not { } before)
        {
            return Judgement.Closed(Gate.Period, words.NoFigureBefore(evidence, earlier), now) with
            {
                Sentence = words.Value(evidence, now),
            };
        }

        if (evidence.RevisesWhole && now.Edition != before.Edition)
        {
            return Judgement.Closed(Gate.Vintage, words.OtherEditions(before, now), before, now);
        }

        var sign = claim.Relation switch
        {
            ClaimRelation.Rise or ClaimRelation.Above => 1,
            ClaimRelation.Fall or ClaimRelation.Below => -1,
            _ => 0,
        };
        var aspects = new List<Aspect> { Direction(evidence, before.Value, now.Value, sign) };
        if (
            claim.Quantity is { } size
            && claim.Relation is ClaimRelation.Rise or ClaimRelation.Fall or ClaimRelation.Above or ClaimRelation.Below
            && Change(evidence, before, now, claim.Quantity!, sign) is { } change
        )
        {
            aspects.Add(change);
        }

        if (claim.Reached is { } reached && StatedUnits.In(reached, evidence.Unit) is { } level)
        {
            aspects.Add(LevelRule.Level(now, level, now.DeviationBy(evidence.Error)));
        }

        return new Judgement
        {
            Figures = [before, now],
            Aspects = aspects,
            Sentence = words.Change(evidence, before, now),
            Reason = words.Measures(aspects, evidence.Unit),
            Doubts = IsRepeated(before, now) ? [words.Repeated(evidence, before, now)] : [],
        };
    }

    /// <summary>The same figure again. One digit alone may well be the same by rounding: "2" after "2" of 10,000 tonnes says nothing.</summary>
    internal static bool IsRepeated(Figure before, Figure now) =>
        now.Value == before.Value && Math.Abs(now.Value) >= 10 * now.Grain && now.Value != 0 && before.Period != now.Period;

    /// <summary>Above a change that two estimates can tell, the direction is known; a standstill is anything below half of it.</summary>
    private static Aspect Direction(Evidence evidence, decimal before, decimal now, int sign)
    {
        var needed = evidence.Error.Detectable;
        var change = before > 0 && now > 0 ? Math.Log((double)(now / before)) : 0;
        var outcome =
            sign != 0 ? evidence.Error.Direction(before, now, sign)
            : before <= 0 || now <= 0 ? FindingOutcome.Close
            : Math.Abs(change) <= needed / 2 ? FindingOutcome.Supports
            : Math.Abs(change) < needed ? FindingOutcome.Close
            : FindingOutcome.Contradicts;
        return new Aspect(AspectKind.Direction, outcome, (decimal)change, (decimal)needed) { IsUnknown = before <= 0 || now <= 0 };
    }

    /// <summary>The stated size of a change: per cent of growth, times, or the difference in the unit of the figures.</summary>
    private static Aspect? Change(Evidence evidence, Figure before, Figure now, ClaimQuantity size, int sign)
    {
        var side = Tolerance.Side(size);
        if (size.Unit == "percent" && before.Value > 0)
        {
            var growth = 100 * sign * (now.Value / before.Value - 1);
            return LevelRule.Compare(
                AspectKind.Change,
                growth,
                growth,
                size,
                100 * evidence.Error.OfGrowth(before.Value, now.Value),
                side
            ) with
            {
                Unit = "percent",
            };
        }

        if (size.Unit == "times" && before.Value > 0 && now.Value > 0)
        {
            var ratio = sign >= 0 ? now.Value / before.Value : before.Value / now.Value;
            return LevelRule.Compare(AspectKind.Change, ratio, ratio, size, ratio * (decimal)evidence.Error.Detectable, side) with
            {
                Unit = "times",
            };
        }

        var points = size.Unit == "percentage-points" && evidence.Unit == "percent" ? size with { Unit = "percent" } : size;
        if (size.Unit is "percent" or "times" || StatedUnits.In(points, evidence.Unit) is not { } stated)
        {
            return null;
        }

        var difference = sign * (now.Value - before.Value);
        return LevelRule.Compare(
            AspectKind.Change,
            difference,
            difference,
            stated,
            evidence.Error.OfDifference(before.Value, now.Value),
            side
        ) with
        {
            Unit = evidence.Unit,
        };
    }
}
