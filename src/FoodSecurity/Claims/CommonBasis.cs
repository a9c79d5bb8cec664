using System.Globalization;
using FoodSecurity.Observations;

namespace FoodSecurity.Claims;

/// <summary>One step from a published figure to a common basis, with the factor and who says so.</summary>
public sealed record ConversionStep(
    string Label,
    decimal Before,
    decimal After,
    decimal Factor,
    string FromForm,
    string ToForm,
    string Citation
);

/// <summary>
/// Brings totals of crops to one form of rice (METHODS 8.2, default: milled at 0.66). Only the rice inside a total changes; a total whose rice is not known stays unconverted.
/// </summary>
public sealed class CommonBasis(IReadOnlyList<Factor> factors)
{
    public const string Default = "milled-0.66";

    /// <summary>The figure with its rice in another form and the step taken; null where it cannot be converted.</summary>
    /// <param name="evidence">Whose figure it is; its facet rice-form says in which form its rice is.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="to">paddy, or milled-0.NN.</param>
    public (Figure Figure, ConversionStep Step)? Convert(Evidence evidence, Figure figure, string to)
    {
        if (
            figure.Rice is not { } rice
            || !evidence.Facets.TryGetValue("rice-form", out var from)
            || Rate(evidence, from) is not { } fromRate
            || Rate(evidence, to) is not { } toRate
        )
        {
            return null;
        }

        var factor = toRate.Rate / fromRate.Rate;
        var same = rice * toRate.Rate / fromRate.Rate;
        var converted = figure with { Low = figure.Low - rice + same, High = figure.High - rice + same, Rice = same };
        var citation = string.Join("; ", new[] { fromRate.Citation, toRate.Citation }.Where(c => c.Length > 0).Distinct());
        return (converted, new ConversionStep(figure.Period.Label, figure.Value, converted.Value, factor, from, to, citation));
    }

    /// <summary>Milled rice per unit of paddy for a form of rice, with the citation of the factor.</summary>
    private (decimal Rate, string Citation)? Rate(Evidence evidence, string form)
    {
        if (form == "paddy")
        {
            return (1m, "");
        }

        if (form == "milled")
        {
            return Find(evidence, "milled") is { } own ? (own.Value, own.Citation) : null;
        }

        if (
            !form.StartsWith("milled-", StringComparison.Ordinal)
            || !decimal.TryParse(form["milled-".Length..], NumberStyles.Number, CultureInfo.InvariantCulture, out var rate)
        )
        {
            return null;
        }

        var cited = factors.FirstOrDefault(f =>
            f.Item == "rice" && f.FromBasis == "paddy" && f.Value == rate && (f.Area.Length == 0 || f.Area == evidence.Area)
        );
        return cited is null ? null : (rate, cited.Citation);
    }

    private Factor? Find(Evidence evidence, string to) =>
        factors
            .Where(f => f.Item == "rice" && f.FromBasis == "paddy" && f.ToBasis == to && (f.Area.Length == 0 || f.Area == evidence.Area))
            .OrderByDescending(f => f.Source == evidence.Dataset || f.Source == evidence.Provider)
            .ThenByDescending(f => f.Area.Length)
            .FirstOrDefault(f => f.Source == evidence.Dataset || f.Source == evidence.Provider);
}
