using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Observations;

namespace FoodSecurity.Web.Pages;

/// <summary>A claim in a line, and what a change did to an excerpt, for people at the desk.</summary>
public static class ExcerptWords
{
    /// <summary>"North Korea · crop-output, rice · 2023 · rise 6.9 percent".</summary>
    public static string Of(Claim claim, Vocabulary words, PageTexts t)
    {
        var area = claim.Area.Length == 0 ? t["page.words.no-area"] : words.Areas.GetValueOrDefault(claim.Area)?.Name ?? claim.Area;
        var about = claim.Item is { } item ? $"{claim.Indicator}, {words.Items.GetValueOrDefault(item)?.Name ?? item}" : claim.Indicator;
        var parts = new List<string>
        {
            area,
            about,
            When(claim.Period, t),
            t[$"page.words.relation.{claim.Relation.ToString().ToLowerInvariant()}"],
        };
        if (claim.Quantity is { } quantity)
        {
            parts[^1] +=
                " " + (quantity.Text.Length > 0 ? quantity.Text : FormattableString.Invariant($"{quantity.Value} {quantity.Unit}"));
        }

        if (claim.Modality != ClaimModality.Plain)
        {
            parts.Add(t["page.words.not-plain", t[$"page.words.modality.{claim.Modality.ToString().ToLowerInvariant()}"]]);
        }

        return string.Join(" · ", parts);
    }

    /// <summary>Each part that differs between two states of an excerpt, in words; an empty one is "–".</summary>
    public static IReadOnlyList<(string What, string Old, string New)> Differences(Excerpt? old, Excerpt? now, PageTexts t)
    {
        var before = Parts(old, t);
        var after = Parts(now, t);
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Select(k => (k, before.GetValueOrDefault(k, "–"), after.GetValueOrDefault(k, "–")))
                .Where(d => d.Item2 != d.Item3),
        ];
    }

    /// <summary>"corrected" for excerpt-correct.</summary>
    public static string Act(string action, PageTexts t) =>
        action switch
        {
            "excerpt-add" => t["page.act.added"],
            "excerpt-correct" => t["page.act.corrected"],
            "excerpt-approve" => t["page.act.approved"],
            "excerpt-anchor" => t["page.act.placed"],
            "excerpt-remove" => t["page.act.removed"],
            _ => action,
        };

    private static string When(ClaimPeriod? period, PageTexts t) =>
        period switch
        {
            null => t["page.words.no-period"],
            { From: null, To: null } => period.Event ?? (period.Text.Length > 0 ? period.Text : t["page.words.no-dates"]),
            _ when period.From == period.To => period.From!,
            _ => t["page.from-to", period.From ?? "…", period.To ?? "…"],
        };

    private static Dictionary<string, string> Parts(Excerpt? excerpt, PageTexts t)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (excerpt is null)
        {
            return parts;
        }

        parts[t["page.part.words"]] = excerpt.Exact;
        parts[t["page.part.place"]] = excerpt is { Start: { } start, End: { } end } ? $"{start}–{end}" : "–";
        parts[t["page.part.state"]] = t[$"page.state.{excerpt.State.ToString().ToLowerInvariant()}"];
        parts[t["page.part.found"]] = t[$"page.found.{excerpt.Anchor.ToString().ToLowerInvariant()}"];
        parts[t["page.part.approved-by"]] = excerpt.ApprovedBy ?? "–";
        var said = ExcerptForm.Of(ExcerptCorrection.Of(excerpt), t);
        foreach (var field in ExcerptFields.Names.Where(f => said[f].Length > 0))
        {
            parts[ExcerptFields.Label(field, t)] = said[field];
        }

        return parts;
    }
}
