using FoodSecurity.Articles;

namespace FoodSecurity.Claims;

/// <summary>Above, below or equal to the mean of the years before; highest or lowest since.</summary>
internal static class ComparisonRule
{
    /// <summary>How a claim says which rank it means, the second first.</summary>
    private static readonly string[] Ordinals =
    [
        "second|2nd",
        "third|3rd",
        "fourth|4th",
        "fifth|5th",
        "sixth|6th",
        "seventh|7th",
        "eighth|8th",
    ];

    private const int AverageYears = 5;
    private const int LeastOfFive = 4;

    /// <summary>Against the five years before; fewer than three of them make no average.</summary>
    public static Judgement Average(Claim claim, Evidence evidence, FindingWords words)
    {
        if (ClaimPeriods.Closed(claim.Period) is not { } period)
        {
            return Judgement.Closed(Gate.Period, words.OpenPeriod);
        }

        if (ClaimPeriods.Find(evidence, period, claim.Period!.Kind) is not { } now)
        {
            return Judgement.Closed(Gate.Period, words.NoFigure(evidence, period, claim.Period.Kind));
        }

        // "The 2018–2022 average" says its years itself; else it is the five years before.
        var stated = ClaimPeriods.Closed(claim.Base);
        var years = stated is { } s ? s.To.Year - s.From.Year + 1 : AverageYears;
        bool IsMeant(Figure f) =>
            stated is { } own
                ? ClaimPeriods.Span(evidence, f, claim.Period.Kind).From.Year is var year && year >= own.From.Year && year <= own.To.Year
                : f.Period.Year < now.Period.Year && f.Period.Year >= now.Period.Year - AverageYears;

        // Prices have their seasons: a month stands beside the same month of the years before.
        var before = evidence
            .Figures.Where(f =>
                f.Period.Kind == now.Period.Kind
                && (f.Period.Kind != Observations.PeriodKind.Month || f.Period.Start.Month == now.Period.Start.Month)
                && f.Period != now.Period
                && IsMeant(f)
            )
            .ToList();
        if (before.Count < (stated is null ? LeastOfFive : years))
        {
            return Judgement.Closed(Gate.Period, words.TooFewBefore(before.Count, years), now);
        }

        if (evidence.RevisesWhole && before.Append(now).Select(f => f.Edition).Distinct().Count() > 1)
        {
            return Judgement.Closed(Gate.Vintage, words.OtherEditions(before[0], now), now);
        }

        var mean = before.Average(f => f.Value);
        var (difference, deviation) = (now.Value - mean, evidence.Error.OfAnomaly(now.Value, mean, before.Count));
        var aspects = new List<Aspect>
        {
            new(AspectKind.Comparison, Sided(difference, deviation, claim.Relation), difference, 0, 0, deviation),
        };
        if (claim.Quantity is { Unit: "percent" } size && mean > 0)
        {
            var percent = 100 * difference / mean * (claim.Relation == ClaimRelation.Below ? -1 : 1);
            var sized = LevelRule.Compare(AspectKind.Change, percent, percent, size, 100 * deviation / mean, Tolerance.Side(size)) with
            {
                Unit = "percent",
            };

            // An average whose years are not said may be of other years: its size can bear the sentence out and not contradict it.
            var isVague = claim.Against == "average" && stated is null;
            aspects.Add(isVague && sized.Outcome == FindingOutcome.Contradicts ? sized with { Outcome = FindingOutcome.Close } : sized);
        }

        return new Judgement
        {
            Figures = [.. before, now],
            Aspects = aspects,
            Sentence = words.Anomaly(evidence, now, mean, before),
            Reason = words.Measures(aspects, evidence.Unit),
        };
    }

    /// <summary>Against the highest or lowest of the years since; where fewer than half of these have a figure nothing is said.</summary>
    public static Judgement Rank(Claim claim, Evidence evidence, FindingWords words)
    {
        if (ClaimPeriods.Closed(claim.Period) is not { } period)
        {
            return Judgement.Closed(Gate.Period, words.OpenPeriod);
        }

        if (ClaimPeriods.Find(evidence, period, claim.Period!.Kind) is not { } now)
        {
            return Judgement.Closed(Gate.Period, words.NoFigure(evidence, period, claim.Period.Kind));
        }

        if (claim.Base is null)
        {
            return Judgement.Closed(Gate.Period, words.WhichYears, now) with { Sentence = words.Value(evidence, now) };
        }

        // "The highest since 2016": higher than every year after 2016.
        var since = Observations.PartialDate.End(claim.Base?.From ?? claim.Base?.To);
        var kind = claim.Period.Kind;
        DateOnly Start(Figure f) => ClaimPeriods.Span(evidence, f, kind).From;
        var others = evidence
            .Figures.Where(f => f.Period.Start < now.Period.Start && !f.IsForecast && (since is null || Start(f) > since))
            .ToList();
        var years = since is { } s ? Start(now).Year - s.Year - 1 : others.Count;
        if (others.Count == 0 || others.Count < years || (since is { } day && evidence.Figures[0].Period.Start.Year > day.Year + 1))
        {
            return Judgement.Closed(Gate.Period, words.TooFewBefore(others.Count, years), now);
        }

        if (evidence.RevisesWhole && others.Append(now).Select(f => f.Edition).Distinct().Count() > 1)
        {
            return Judgement.Closed(Gate.Vintage, words.OtherEditions(others[0], now), now);
        }

        var high = claim.Relation == ClaimRelation.Highest;
        if (claim.Facets.GetValueOrDefault("rank") is { Length: > 0 } said)
        {
            return Array.FindIndex(Ordinals, o => o.Split('|').Contains(said, StringComparer.OrdinalIgnoreCase)) is var at and >= 0
                ? Ranked(claim, evidence, words, now, others, at + 2)
                : Judgement.Closed(Gate.Period, words.WhichYears, now);
        }

        var rival = high ? others.MaxBy(f => f.Value)! : others.MinBy(f => f.Value)!;
        var (difference, deviation) = (now.Value - rival.Value, evidence.Error.OfDifference(rival.Value, now.Value));
        var aspect = new Aspect(
            AspectKind.Rank,
            Sided(difference, deviation, high ? ClaimRelation.Above : ClaimRelation.Below),
            difference,
            0,
            0,
            deviation
        );
        return new Judgement
        {
            Figures = [rival, now],
            Aspects = [aspect],
            Sentence = words.Rank(evidence, now, rival, high, years - others.Count),
            Reason = words.Measures([aspect], evidence.Unit),
        };
    }

    /// <summary>"Second-lowest": exactly one year less is lower, and none of the others so near that the order could be another.</summary>
    private static Judgement Ranked(Claim claim, Evidence evidence, FindingWords words, Figure now, List<Figure> others, int rank)
    {
        var relation = claim.Relation == ClaimRelation.Highest ? ClaimRelation.Above : ClaimRelation.Below;
        var sides = others.ConvertAll(f => Sided(now.Value - f.Value, evidence.Error.OfDifference(f.Value, now.Value), relation));
        var (surelyBeyond, surelyBehind) = (
            sides.Count(s => s == FindingOutcome.Contradicts),
            sides.Count(s => s == FindingOutcome.Supports)
        );
        var place = 1 + others.Count(f => relation == ClaimRelation.Above ? f.Value > now.Value : f.Value < now.Value);
        var outcome =
            (surelyBeyond > rank - 1 || others.Count - surelyBehind < rank - 1) && Math.Abs(place - rank) > 1 ? FindingOutcome.Contradicts
            : place == rank ? FindingOutcome.Supports
            : FindingOutcome.Close;
        var aspect = new Aspect(AspectKind.Rank, outcome, place, rank);
        return new Judgement
        {
            Figures = [now],
            Aspects = [aspect],
            Sentence = words.Value(evidence, now),
            Reason = words.Place(place, others.Count + 1, rank),
        };
    }

    /// <summary>A difference against its error: supports only beyond it, contradicts only beyond it the other way.</summary>
    internal static FindingOutcome Sided(decimal difference, decimal deviation, ClaimRelation relation)
    {
        if (relation is ClaimRelation.Equal or ClaimRelation.Unchanged)
        {
            return Math.Abs(difference) <= deviation / 2 ? FindingOutcome.Supports
                : Math.Abs(difference) <= deviation ? FindingOutcome.Close
                : FindingOutcome.Contradicts;
        }

        var sided = relation == ClaimRelation.Below ? -difference : difference;
        return sided > 0 && sided >= deviation ? FindingOutcome.Supports
            : -sided > deviation ? FindingOutcome.Contradicts
            : FindingOutcome.Close;
    }
}
