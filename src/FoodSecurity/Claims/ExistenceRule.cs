using FoodSecurity.Articles;

namespace FoodSecurity.Claims;

/// <summary>Shortages and surpluses in so many of the last so many periods, and famines by the estimates of those who died.</summary>
internal static class ExistenceRule
{
    /// <summary>"Chronic", where the sentence does not say how often: in eight of the last ten published periods.</summary>
    public const int ChronicTimes = 8,
        ChronicOfLast = 10;

    public static Judgement Judge(Claim claim, Evidence evidence, FindingWords words)
    {
        if (claim.Relation == ClaimRelation.Famine)
        {
            return Famine(claim, evidence, words);
        }

        var sign = claim.Relation == ClaimRelation.Surplus ? -1 : 1;
        if (claim.Times is null && ClaimPeriods.Closed(claim.Period) is { } period)
        {
            return Once(claim, evidence, words, period, sign);
        }

        return Often(claim, evidence, words, sign);
    }

    /// <summary>One period: a deficit is one where it is larger than its own error.</summary>
    private static Judgement Once(Claim claim, Evidence evidence, FindingWords words, (DateOnly From, DateOnly To) period, int sign)
    {
        if (ClaimPeriods.Find(evidence, period, claim.Period!.Kind) is not { } figure)
        {
            return Judgement.Closed(Gate.Period, words.NoFigure(evidence, period, claim.Period.Kind));
        }

        var (size, deviation) = (sign * figure.Value, figure.DeviationBy(evidence.Error));
        var outcome =
            size > 0 && size >= deviation ? FindingOutcome.Supports
            : size < -deviation ? FindingOutcome.Contradicts
            : FindingOutcome.Close;
        var aspect = new Aspect(AspectKind.Existence, outcome, size, 0, 0, deviation);
        return new Judgement
        {
            Figures = [figure],
            Aspects = [aspect],
            Sentence = words.Value(evidence, figure),
            Reason = words.Measures([aspect], evidence.Unit),
        };
    }

    /// <summary>So many of the last so many published periods; nothing is carried beyond the last of them.</summary>
    private static Judgement Often(Claim claim, Evidence evidence, FindingWords words, int sign)
    {
        DateOnly? from = Observations.PartialDate.Start(claim.Period?.From),
            to = Observations.PartialDate.End(claim.Period?.To);
        var known = evidence
            .Figures.Where(f => !f.IsForecast && (to is null || f.Period.Start <= to) && (from is null || f.Period.End >= from))
            .TakeLast(claim.OfLast ?? (from is null ? ChronicOfLast : int.MaxValue))
            .ToList();
        if (known.Count == 0)
        {
            return Judgement.Closed(Gate.Period, words.NoFigures(evidence));
        }

        var (times, ofLast) = (claim.Times ?? ChronicTimes, claim.OfLast ?? ChronicOfLast);
        var count = known.Count(f => sign * f.Value > 0);
        var outcome =
            count * ofLast >= times * known.Count ? FindingOutcome.Supports
            : count * 2 < known.Count ? FindingOutcome.Contradicts
            : FindingOutcome.Close;
        var beyond = known.Count(f => sign * f.Value > f.DeviationBy(evidence.Error));
        return new Judgement
        {
            Figures = known,
            Aspects = [new Aspect(AspectKind.Existence, outcome, count, (decimal)times * known.Count / ofLast)],
            Sentence = words.Often(evidence, known, count, sign),
            Reason = words.OftenReason(times, ofLast, beyond, known.Count),
            KnownTo = to is null || known[^1].Period.End < to ? known[^1].Period.Label : "",
        };
    }

    /// <summary>Whoever estimates the dead as more than none says that there was a famine; how severe it was is left to the figures.</summary>
    private static Judgement Famine(Claim claim, Evidence evidence, FindingWords words)
    {
        if (ClaimPeriods.Closed(claim.Period) is not { } period)
        {
            return Judgement.Closed(Gate.Period, words.OpenPeriod);
        }

        if (ClaimPeriods.Find(evidence, period, claim.Period!.Kind) is not { } deaths)
        {
            return Judgement.Closed(Gate.Period, words.NoFigure(evidence, period, claim.Period.Kind));
        }

        var outcome =
            deaths.Low > 0 ? FindingOutcome.Supports
            : deaths.High <= 0 ? FindingOutcome.Contradicts
            : FindingOutcome.Close;
        var aspect = new Aspect(AspectKind.Existence, outcome, deaths.Low, 0);
        return new Judgement
        {
            Figures = [deaths],
            Aspects = [aspect],
            Sentence = words.Value(evidence, deaths),
            Reason = words.FamineReason,
        };
    }
}
