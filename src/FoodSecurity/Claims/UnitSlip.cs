using FoodSecurity.Articles;

namespace FoodSecurity.Claims;

/// <summary>A stated figure that differs from a source's by nothing but a unit or a basis: ×1000, ×0.66, pounds for kilograms ...</summary>
/// <param name="Code">thousand, million, milled-fao-wfp (0.66), milled-fao (0.667), milled-rda (0.72), pounds, short-tons.</param>
/// <param name="Factor">The source's figure over the stated one comes within 2 % of it.</param>
public sealed record UnitSlip(string Code, double Factor)
{
    private const double Near = 0.02;

    /// <summary>
    /// True where such a slip explains the difference: a factor of a thousand or of milling is no accident, a tenth or the double may well be one.
    /// </summary>
    public bool Explains => Code is "thousand" or "million" || Code.StartsWith("milled", StringComparison.Ordinal);

    private static readonly (string Code, double Factor)[] Known =
    [
        ("thousand", 1e3),
        ("million", 1e6),
        ("milled-fao-wfp", 0.66),
        ("milled-fao", 0.667),
        ("milled-rda", 0.72),
        ("pounds", 2.2046),
        ("short-tons", 0.90718),
    ];

    /// <summary>The slip that best explains the ratio, either way round; null where none comes within 2 %, or where nothing needs explaining.</summary>
    /// <param name="source">The source's figure.</param>
    /// <param name="stated">The figure of the sentence, in the same unit.</param>
    /// <param name="isOfRice">True where rice is in it, which is counted as paddy or milled.</param>
    public static UnitSlip? Between(decimal source, decimal stated, bool isOfRice = true)
    {
        if (source <= 0 || stated <= 0)
        {
            return null;
        }

        var ratio = (double)source / (double)stated;
        var best = Known
            .Where(k => isOfRice || !k.Code.StartsWith("milled", StringComparison.Ordinal))
            .SelectMany(k => new[] { new UnitSlip(k.Code, k.Factor), new UnitSlip(k.Code, 1 / k.Factor) })
            .MinBy(s => Math.Abs(ratio / s.Factor - 1))!;
        return Math.Abs(ratio / best.Factor - 1) <= Near ? best : null;
    }
}

/// <summary>How exactly a sentence states a figure.</summary>
internal static class Tolerance
{
    /// <summary>Half a unit of the last significant digit; "about" and "nearly": 10 per cent where that is more.</summary>
    public static decimal Of(ClaimQuantity quantity) =>
        quantity.Hedge is "about" or "nearly" ? Math.Max(quantity.Step / 2, Math.Abs(quantity.Value) * 0.1m) : quantity.Step / 2;

    /// <summary>+1: at least this; −1: at most this; 0: this.</summary>
    public static int Side(ClaimQuantity quantity) =>
        quantity.Hedge switch
        {
            "more-than" or "at-least" => 1,
            "less-than" or "up-to" => -1,
            _ => 0,
        };
}

/// <summary>Stated quantities in the base units that evidence is in.</summary>
internal static class StatedUnits
{
    /// <summary>The quantity in the unit of the evidence; null where the two measure different things.</summary>
    public static ClaimQuantity? In(ClaimQuantity quantity, string unit)
    {
        var factor = (quantity.Unit, unit) switch
        {
            ("kg", "t") => 0.001m,
            ("", _) => 1m,
            ("persons" or "deaths" or "people", "people") => 1m,
            var (a, b) when a == b => 1m,
            _ => (decimal?)null,
        };
        return factor is { } f
            ? quantity with
            {
                Value = quantity.Value * f,
                Upper = quantity.Upper * f,
                Step = quantity.Step * f,
                Unit = unit,
            }
            : null;
    }
}
