using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>
/// Relations between two measures of one source and period (METHODS 2.2, 3, 9.5a): what a country grows and buys of what it uses. P production,
/// M imports, X exports: self-sufficiency P/(P+M−X), import dependency M/(P+M−X), imports against production M/P, in per cent.
/// </summary>
internal static class RatioEvidence
{
    public const string SelfSufficiency = "self-sufficiency",
        ImportDependency = "import-dependency",
        ImportsToProduction = "imports-to-production";

    public static readonly IReadOnlyList<string> Elements = ["production", "import-quantity", "export-quantity"];

    /// <summary>
    /// The claim as a level of a ratio: "imports more than it grows" is more than 100 % of imports to production, "imports twice what it grows" 200 %.
    /// Any other claim comes back as it is.
    /// </summary>
    public static Claim AsLevel(Claim claim)
    {
        if (claim.Indicator == "imports" && claim.Against == "production")
        {
            return claim with
            {
                Indicator = ImportsToProduction,
                Against = null,
                Base = null,
                Quantity = Percent(claim.Quantity),
                Relation =
                    claim.Relation == ClaimRelation.Rise ? ClaimRelation.Above
                    : claim.Relation == ClaimRelation.Fall ? ClaimRelation.Below
                    : claim.Relation,
            };
        }

        return
            claim.Indicator is SelfSufficiency or ImportDependency
            && claim.Relation is ClaimRelation.Level or ClaimRelation.Above or ClaimRelation.Below
            ? claim with
            {
                Quantity = Percent(claim.Quantity),
            }
            : claim;
    }

    /// <summary>The ratio of each period in which one source has both measures; a country that exports nothing often has no figure for it, which the caller says.</summary>
    /// <param name="indicator">Which ratio.</param>
    /// <param name="production">P of one source.</param>
    /// <param name="imports">M of the same.</param>
    /// <param name="exports">X of the same; null where it is not held: then only what needs no exports is worked out.</param>
    public static Evidence? Of(string indicator, Evidence? production, Evidence? imports, Evidence? exports)
    {
        if (production is null || imports is null || (exports is null && indicator != ImportsToProduction))
        {
            return null;
        }

        var figures = new List<Figure>();
        foreach (var p in production.Figures)
        {
            var (m, x) = (At(imports, p.Period), At(exports, p.Period));
            if (m is null || (x is null && indicator != ImportsToProduction))
            {
                continue;
            }

            var used = p.Value + m.Value - (x?.Value ?? 0);
            decimal? ratio = indicator switch
            {
                SelfSufficiency when used > 0 => p.Value / used,
                ImportDependency when used > 0 => m.Value / used,
                ImportsToProduction when p.Value > 0 => m.Value / p.Value,
                _ => null,
            };
            if (ratio is { } share)
            {
                // Both measures may be off, each by its own error (first order).
                var relative = Math.Sqrt(Math.Pow(production.Error.Relative, 2) + Math.Pow(imports.Error.Relative, 2));
                figures.Add(
                    new Figure(p.Period, 100 * share)
                    {
                        Trace = p.Trace,
                        Edition = p.Edition,
                        IsForecast = p.IsForecast || m.IsForecast,
                        Deviation = 100 * share * (decimal)relative,
                    }
                );
            }
        }

        return production with
        {
            Unit = "percent",
            IsRatio = true,
            Figures = figures,
            Role = EvidenceRole.Subject,
            Facets = new Dictionary<string, string>(),
        };
    }

    private static Figure? At(Evidence? evidence, Period period) => evidence?.Figures.FirstOrDefault(f => f.Period == period);

    private static ClaimQuantity Percent(ClaimQuantity? quantity) =>
        quantity switch
        {
            null => new ClaimQuantity("", 100, null, "percent", null, 0),
            { Unit: "times" } => quantity with
            {
                Value = 100 * quantity.Value,
                Upper = 100 * quantity.Upper,
                Step = 100 * quantity.Step,
                Unit = "percent",
            },
            _ => quantity,
        };
}
