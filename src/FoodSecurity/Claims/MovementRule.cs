using System.Diagnostics;
using FoodSecurity.Articles;
using FoodSecurity.Observations;

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
        if (ClaimPeriods.IsSpan(claim))
        {
            period = (new DateOnly(period.To.Year, 1, 1), new DateOnly(period.To.Year, 12, 31));
        }

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

        if (before.Period == now.Period)
        {
            Debug.Assert(claim.Base is null || claim.Base != claim.Period, "A claim whose base is its own period was read wrongly.");
            return Judgement.Closed(Gate.Period, words.OwnBase(now), now);
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
        var aspects = Moved(claim, evidence, before, now, sign);
        if (IsBeside(evidence, now, kind) && aspects.Any(a => a.Outcome == FindingOutcome.Contradicts))
        {
            // The year also lies in another marketing year: what that one bears out is not contradicted.
            var others = Neighbours(evidence, period, kind, now)
                .Select(n => Moved(claim, evidence, n.Before, n.Now, sign))
                .Where(o => o.All(a => a.Outcome != FindingOutcome.Contradicts));
            if (others.Any())
            {
                aspects = [.. aspects.Select(a => a.Outcome == FindingOutcome.Contradicts ? a with { Outcome = FindingOutcome.Close } : a)];
            }
        }

        if (claim.Reached is { } reached && StatedUnits.In(reached, evidence.Unit) is { } level)
        {
            var held = LevelRule.Level(now, level, now.DeviationBy(evidence.Error), isOfRice: LevelRule.IsOfRice(evidence, now));
            aspects.Add(held.Slip is { Explains: true } ? held : LevelRule.Softened(claim.Relation, level, now, held, evidence));
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

    /// <summary>The direction, and the size of the change where one is stated.</summary>
    private static List<Aspect> Moved(Claim claim, Evidence evidence, Figure before, Figure now, int sign)
    {
        var aspects = new List<Aspect> { Direction(evidence, before.Value, now.Value, sign) };
        if (
            claim
                is { Quantity: { } size, Relation: ClaimRelation.Rise or ClaimRelation.Fall or ClaimRelation.Above or ClaimRelation.Below }
            && Change(evidence, before, now, size, sign) is { } change
        )
        {
            aspects.Add(change);
        }

        return aspects;
    }

    /// <summary>True where a calendar year is held against a marketing year that is no harvest.</summary>
    private static bool IsBeside(Evidence evidence, Figure figure, string kind) =>
        figure.Period.Kind == PeriodKind.MarketingYear && !evidence.IsHarvest && kind != "marketing-year";

    /// <summary>The other marketing years that the claimed year lies in, each with the one before it.</summary>
    private static IEnumerable<(Figure Before, Figure Now)> Neighbours(
        Evidence evidence,
        (DateOnly From, DateOnly To) period,
        string kind,
        Figure main
    ) =>
        ClaimPeriods
            .Candidates(evidence, period, kind)
            .Where(f => f.Period != main.Period)
            .Select(f => (Before: evidence.Figures.LastOrDefault(b => b.Period.Start < f.Period.Start), Now: f))
            .Where(p => p.Before is not null)
            .Select(p => (p.Before!, p.Now));

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
