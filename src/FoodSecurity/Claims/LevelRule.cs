using FoodSecurity.Articles;

namespace FoodSecurity.Claims;

/// <summary>
/// Levels, one-sided levels and intervals (METHODS 9.4): supports within the tolerance of the words, close within the estimate's error beyond it, else contradicts.
/// </summary>
internal static class LevelRule
{
    public static Judgement Judge(Claim claim, Evidence evidence, FindingWords words, CommonBasis? basis)
    {
        if (ClaimPeriods.Closed(claim.Period) is not { } period)
        {
            return Judgement.Closed(Gate.Period, words.OpenPeriod);
        }

        var candidates = ClaimPeriods.Candidates(evidence, period, claim.Period!.Kind);
        if (candidates.Count == 0)
        {
            return Judgement.Closed(Gate.Period, words.NoFigure(evidence, period, claim.Period.Kind));
        }

        var figure = Nearest(candidates, claim.Quantity, evidence.Unit);
        var steps = new List<ConversionStep>();
        if (
            claim.Facets.GetValueOrDefault("rice-form") is { Length: > 0 } form
            && evidence.Facets.GetValueOrDefault("rice-form") is { Length: > 0 } own
            && own != form
        )
        {
            if (basis?.Convert(evidence, figure, form) is not { } converted)
            {
                return Judgement.Closed(Gate.Basis, words.OtherRice(own, form), figure);
            }

            figure = converted.Figure;
            steps.Add(converted.Step);
        }

        if (claim.Quantity is not { } quantity)
        {
            return new Judgement
            {
                Figures = [figure],
                Steps = steps,
                Sentence = words.Value(evidence, figure),
            };
        }

        if (StatedUnits.In(quantity, evidence.Unit) is not { } stated)
        {
            return Judgement.Closed(Gate.Unit, words.OtherUnit(quantity, evidence), figure);
        }

        var level = Level(figure, stated, figure.DeviationBy(evidence.Error), claim.Relation, IsOfRice(evidence, figure));
        var aspects = new List<Aspect> { Softened(claim.Relation, stated, figure, Between(candidates, stated, level, evidence), evidence) };
        if (claim.Reached is { Unit: "months" } months && figure.FoodUse is > 0 and var use)
        {
            aspects.Add(
                Compare(
                    AspectKind.Months,
                    12 * figure.Low / use,
                    12 * figure.High / use,
                    months,
                    12 * figure.DeviationBy(evidence.Error) / use,
                    0
                )
            );
        }

        return new Judgement
        {
            Figures = [figure],
            Steps = steps,
            Aspects = aspects,
            Sentence = words.Value(evidence, figure),
            Reason = words.Measures(aspects, evidence.Unit),
        };
    }

    /// <summary>Rice is counted as paddy and milled, and so is a total that holds some.</summary>
    public static bool IsOfRice(Evidence evidence, Figure figure) => evidence.Item == "rice" || figure.Rice is not null;

    /// <summary>Of several figures that may be meant the one nearest to what is stated; without a statement the likeliest.</summary>
    private static Figure Nearest(IReadOnlyList<Figure> candidates, ClaimQuantity? quantity, string unit) =>
        quantity is not null && StatedUnits.In(quantity, unit) is { } stated
            ? candidates.MinBy(f => Math.Max(0, Math.Max(stated.Value - f.High, f.Low - (stated.Upper ?? stated.Value))))!
            : candidates[0];

    private const decimal FarOff = 3;

    /// <summary>
    /// What is rather of something else than wrong: three times as much or a third; of trade and stocks also less than all, which may be a part that the
    /// sentence does not name (more than all cannot).
    /// </summary>
    public static Aspect Softened(ClaimRelation relation, ClaimQuantity stated, Figure figure, Aspect level, Evidence evidence)
    {
        var upper = stated.Upper ?? stated.Value;
        var isOfSomethingElse =
            evidence.Unit is "t" or "ha" or "t-per-ha"
            && !figure.IsRange
            && stated.Value > 0
            && (stated.Value > FarOff * figure.High || FarOff * upper < figure.Low);
        var isPart = evidence.IsFlow && relation == ClaimRelation.Level && upper < figure.Low;
        return level is { Outcome: FindingOutcome.Contradicts, Slip: not { Explains: true } } && (isOfSomethingElse || isPart)
            ? level with
            {
                Outcome = FindingOutcome.Close,
                IsOfSomethingElse = true,
            }
            : level;
    }

    /// <summary>A year that lies in two published ones may have any figure between theirs: what lies there is not contradicted.</summary>
    private static Aspect Between(IReadOnlyList<Figure> candidates, ClaimQuantity stated, Aspect level, Evidence evidence)
    {
        var (low, high) = (candidates.Min(f => f.Low), candidates.Max(f => f.High));
        var inside = stated.Value <= high && (stated.Upper ?? stated.Value) >= low;
        return level.Outcome == FindingOutcome.Contradicts && candidates.Count > 1 && inside && !evidence.IsState
            ? level with
            {
                Outcome = FindingOutcome.Close,
            }
            : level;
    }

    /// <summary>A figure against a stated one, in one unit; "above" and "below" make it one-sided where the words do not.</summary>
    public static Aspect Level(
        Figure figure,
        ClaimQuantity stated,
        decimal deviation,
        ClaimRelation relation = ClaimRelation.Level,
        bool isOfRice = false
    )
    {
        var side = Tolerance.Side(stated) is var own and not 0
            ? own
            : relation switch
            {
                ClaimRelation.Above => 1,
                ClaimRelation.Below => -1,
                _ => 0,
            };
        var aspect = Compare(AspectKind.Level, figure.Low, figure.High, stated, deviation, side);
        return aspect.Outcome == FindingOutcome.Supports || figure.IsRange || side != 0
            ? aspect
            : aspect with
            {
                Slip = UnitSlip.Between(figure.Value, stated.Value, isOfRice),
            };
    }

    /// <summary>An interval (or a point) found against an interval (or a point) stated.</summary>
    /// <param name="kind">What is judged.</param>
    /// <param name="low">Lower end found.</param>
    /// <param name="high">Upper end found.</param>
    /// <param name="stated">What the sentence states, in the same unit.</param>
    /// <param name="deviation">Standard error of what was found.</param>
    /// <param name="side">+1: at least; −1: at most; 0: this much.</param>
    public static Aspect Compare(AspectKind kind, decimal low, decimal high, ClaimQuantity stated, decimal deviation, int side)
    {
        var tolerance = side != 0 || stated.Upper is not null ? 0 : Tolerance.Of(stated);
        var upper = stated.Upper ?? stated.Value;
        var distance = side switch
        {
            > 0 => stated.Value - high,
            < 0 => low - upper,
            _ => Math.Max(stated.Value - tolerance - high, low - upper - tolerance),
        };
        var outcome =
            distance <= 0 ? FindingOutcome.Supports
            : distance <= deviation ? FindingOutcome.Close
            : FindingOutcome.Contradicts;
        return new Aspect(kind, outcome, low == high ? low : (low + high) / 2, stated.Value, tolerance, deviation);
    }
}
