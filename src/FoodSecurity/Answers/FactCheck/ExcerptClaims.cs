using FoodSecurity.Articles;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>The claim of an excerpt, from what was tied to it where it has none of its own.</summary>
internal static class ExcerptClaims
{
    public static Claim Of(Excerpt excerpt)
    {
        if (excerpt.Claim is { } whole)
        {
            return whole;
        }

        var target = excerpt.Target;
        var (indicator, relation) = (target.Subject, excerpt.Relation) switch
        {
            ("production", "rise") => ("crop-output", ClaimRelation.Rise),
            ("production", "fall") => ("crop-output", ClaimRelation.Fall),
            ("production", _) => ("crop-output", excerpt.Kind == "policy aim" ? ClaimRelation.Aim : ClaimRelation.None),
            ("shortage", _) => ("famine", ClaimRelation.Famine),
            ("uncovered-deficit", _) => ("uncovered-deficit", ClaimRelation.Shortage),
            ("imports", _) => ("imports", excerpt.Relation == "rise" ? ClaimRelation.Rise : ClaimRelation.Fall),
            var (subject, relation_) => (
                subject,
                relation_ switch
                {
                    "rise" => ClaimRelation.Rise,
                    "fall" => ClaimRelation.Fall,
                    _ => ClaimRelation.None,
                }
            ),
        };
        var kind =
            target.EventKind is not null ? "event"
            : target.From is null || target.To is null ? "open"
            : target.From == target.To && target.From.Length == 4 ? "year"
            : "years";
        return new Claim
        {
            Area = target.Area,
            Indicator = indicator,
            Relation = relation,
            Cause = excerpt.Cause,
            Period = new ClaimPeriod(target.PeriodText, kind, target.From, target.To, target.EventKind),
            Attribution = Speaker(excerpt.Attribution),
        };
    }

    private static ClaimAttribution? Speaker(string? attribution)
    {
        const string NotNamed = " (not named)",
            Through = ", as reported by ";
        if (attribution is null)
        {
            return null;
        }

        var parts = attribution.Split(Through, 2);
        return new ClaimAttribution(
            parts[0].Replace(NotNamed, "", StringComparison.Ordinal),
            !parts[0].EndsWith(NotNamed, StringComparison.Ordinal),
            null,
            parts.Length > 1 ? parts[1] : null
        );
    }
}
