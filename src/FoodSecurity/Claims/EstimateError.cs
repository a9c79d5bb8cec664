namespace FoodSecurity.Claims;

/// <summary>
/// How far a single estimate may be off. These are our assumptions, shown to the reader and adjustable: no institution publishes them.
/// </summary>
/// <param name="Relative">Relative standard error of one estimate.</param>
/// <param name="Correlation">Correlation of the errors of two years of one source.</param>
public sealed record EstimateError(double Relative, double Correlation)
{
    /// <summary>Remote crop estimates: 5 %, correlation 0.5.</summary>
    public static readonly EstimateError Remote = new(0.05, 0.5);

    /// <summary>Surveys and counts by those who have access: 2 %, correlation 0.5.</summary>
    public static readonly EstimateError OfficialSurvey = new(0.02, 0.5);

    /// <summary>What is so by definition or decision: no error.</summary>
    public static readonly EstimateError Definition = new(0, 0);

    /// <summary>Smallest change of the logarithm that counts as one: u·√(2(1−ρ)).</summary>
    public double Detectable => Relative * Math.Sqrt(2 * (1 - Correlation));

    /// <summary>Standard error of one figure, in its unit.</summary>
    public decimal Of(decimal value) => (decimal)Relative * Math.Abs(value);

    /// <summary>Direction of a change against a claimed one (+1 rise, −1 fall).</summary>
    public FindingOutcome Direction(decimal before, decimal now, int claimed)
    {
        if (before <= 0 || now <= 0)
        {
            return FindingOutcome.Close;
        }

        var change = Math.Log((double)(now / before)) * claimed;
        return change >= Detectable && change != 0 ? FindingOutcome.Supports
            : change <= -Detectable && change != 0 ? FindingOutcome.Contradicts
            : FindingOutcome.Close;
    }

    /// <summary>Standard error of the growth of one source between two periods, as a ratio: (v1/v0)·u·√(2(1−ρ)).</summary>
    public decimal OfGrowth(decimal before, decimal now) => before == 0 ? 0 : Math.Abs(now / before) * (decimal)Detectable;

    /// <summary>Standard error of the difference of two figures of one source, in their unit.</summary>
    public decimal OfDifference(decimal before, decimal now)
    {
        double a = (double)before,
            b = (double)now;
        return (decimal)(Relative * Math.Sqrt(Math.Max(0, a * a + b * b - 2 * Correlation * a * b)));
    }

    /// <summary>Standard error of a figure less the mean of <paramref name="years"/> others of the same source.</summary>
    public decimal OfAnomaly(decimal value, decimal mean, int years)
    {
        double v = (double)value,
            m = (double)mean,
            r = Correlation;
        return (decimal)(Relative * Math.Sqrt(Math.Max(0, v * v + m * m * (1 + (years - 1) * r) / years - 2 * r * v * m)));
    }

    /// <summary>
    /// A deficit is a small difference of large numbers: √((u·production)² + (u·use)²), in the unit of both.
    /// </summary>
    public static decimal OfDeficit(decimal production, double productionError, decimal use, double useError) =>
        (decimal)Math.Sqrt(Math.Pow(productionError * (double)production, 2) + Math.Pow(useError * (double)use, 2));
}
