using FoodSecurity.Articles;
using FoodSecurity.Observations;

namespace FoodSecurity.Web.Pages;

/// <summary>A claim in a line, and what a change did to an excerpt, for people at the desk.</summary>
public static class ExcerptWords
{
    /// <summary>"North Korea · crop-output, rice · 2023 · rise 6.9 percent".</summary>
    public static string Of(Claim claim, Vocabulary words)
    {
        var area = claim.Area.Length == 0 ? "no area" : words.Areas.GetValueOrDefault(claim.Area)?.Name ?? claim.Area;
        var about = claim.Item is { } item ? $"{claim.Indicator}, {words.Items.GetValueOrDefault(item)?.Name ?? item}" : claim.Indicator;
        var parts = new List<string> { area, about, When(claim.Period), claim.Relation.ToString().ToLowerInvariant() };
        if (claim.Quantity is { } quantity)
        {
            parts[^1] += " " + (quantity.Text.Length > 0 ? quantity.Text : FormattableString.Invariant($"{quantity.Value} {quantity.Unit}"));
        }

        if (claim.Modality != ClaimModality.Plain)
        {
            parts.Add(claim.Modality.ToString().ToLowerInvariant() + ", so not a plain claim");
        }

        return string.Join(" · ", parts);
    }

    /// <summary>Each part that differs between two states of an excerpt, in words; an empty one is "–".</summary>
    public static IReadOnlyList<(string What, string Old, string New)> Differences(Excerpt? old, Excerpt? now)
    {
        var before = Parts(old);
        var after = Parts(now);
        return [.. before.Keys.Union(after.Keys).Select(k => (k, before.GetValueOrDefault(k, "–"), after.GetValueOrDefault(k, "–"))).Where(d => d.Item2 != d.Item3)];
    }

    /// <summary>"corrected" for excerpt-correct.</summary>
    public static string Act(string action) => action switch
    {
        "excerpt-add" => "added",
        "excerpt-correct" => "corrected",
        "excerpt-approve" => "approved",
        "excerpt-anchor" => "placed anew in a corrected text",
        "excerpt-remove" => "removed",
        _ => action,
    };

    private static string When(ClaimPeriod? period) => period switch
    {
        null => "no period",
        { From: null, To: null } => period.Event ?? (period.Text.Length > 0 ? period.Text : "no dates"),
        _ when period.From == period.To => period.From!,
        _ => $"{period.From ?? "…"} to {period.To ?? "…"}",
    };

    private static Dictionary<string, string> Parts(Excerpt? excerpt)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (excerpt is null)
        {
            return parts;
        }

        parts["Words"] = excerpt.Exact;
        parts["Place"] = excerpt is { Start: { } start, End: { } end } ? $"{start}–{end}" : "–";
        parts["State"] = excerpt.State.ToString().ToLowerInvariant();
        parts["Place found"] = excerpt.Anchor.ToString().ToLowerInvariant();
        parts["Approved by"] = excerpt.ApprovedBy ?? "–";
        var said = ExcerptForm.Of(ExcerptCorrection.Of(excerpt));
        foreach (var (field, label) in ExcerptFields.Labels.Where(l => said[l.Key].Length > 0))
        {
            parts[label] = said[field];
        }

        return parts;
    }
}
