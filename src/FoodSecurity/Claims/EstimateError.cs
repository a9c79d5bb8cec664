namespace FoodSecurity.Claims;

/// <summary>
/// How far a single estimate may be off. These are our assumptions, shown to the reader: no institution publishes them.
/// </summary>
/// <param name="Relative">Relative standard error of one estimate.</param>
/// <param name="Correlation">Correlation of the errors of two years of one source.</param>
public sealed record EstimateError(double Relative, double Correlation)
{
    /// <summary>Remote crop estimates: 5 %, correlation 0.5.</summary>
    public static readonly EstimateError Remote = new(0.05, 0.5);

    /// <summary>Smallest change of the logarithm that counts as one: u·√(2(1−ρ)).</summary>
    public double Detectable => Relative * Math.Sqrt(2 * (1 - Correlation));

    /// <summary>Direction of a change against a claimed one (+1 rise, −1 fall).</summary>
    public FindingOutcome Direction(decimal before, decimal now, int claimed)
    {
        if (before <= 0 || now <= 0)
        {
            return FindingOutcome.Close;
        }

        var change = Math.Log((double)(now / before)) * claimed;
        return change >= Detectable ? FindingOutcome.Supports : change <= -Detectable ? FindingOutcome.Contradicts : FindingOutcome.Close;
    }
}
