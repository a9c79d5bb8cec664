using FoodSecurity.Charts.Specs;
using FoodSecurity.Series;

namespace FoodSecurity.Charts.Kinds.Parts;

/// <summary>Which combinations have a meaning. Each rule gives the reason against, or null.</summary>
internal static class KindRules
{
    /// <summary>Parts may be stacked only where they are parts of one whole, of one source, and none is below zero.</summary>
    public static string? AgainstStack(KindParts parts)
    {
        var t = parts.Texts;
        if (parts.Series.Count < 2)
        {
            return t["kind.refuse.one"];
        }

        return parts.Input.Scale is ChartScale.Index or ChartScale.Change ? t["kind.refuse.stack-scale"]
            : parts.Series.Select(s => s.Source).Distinct().Skip(1).Any() ? t["kind.refuse.stack-sources"]
            : parts.Series.Select(s => s.Series.Key.Element).Distinct().Skip(1).Any() ? t["kind.refuse.stack-elements"]
            : Whole(parts) is { } whole ? t["kind.refuse.stack-total", whole.Total, whole.Part]
            : parts.Series.FirstOrDefault(s => parts.Points(s).Any(p => p.Value < 0)) is { } negative
                ? t["kind.refuse.stack-negative", parts.Name(negative)]
            : IsRatio(parts) ? t["kind.refuse.stack-ratio", parts.Input.Subject]
            : null;
    }

    /// <summary>A band between sources has a meaning only where they count the same thing.</summary>
    public static string? AgainstSpread(KindParts parts) =>
        parts.Series.Count < 2 ? parts.Texts["kind.refuse.one"]
        : parts.Series.Select(s => (s.Series.Key.Area, s.Series.Key.Item, s.Series.Key.Element)).Distinct().Skip(1).Any()
            ? parts.Texts["kind.refuse.spread"]
        : null;

    /// <summary>An index needs its base year in every series, and a base that is not zero.</summary>
    public static string? AgainstIndex(KindParts parts)
    {
        if (parts.Input.Scale != ChartScale.Index || parts.Input.BaseYear is not { } year)
        {
            return null;
        }

        var without = parts.Series.Where(s => KindParts.At(s, year) is null or 0).Select(parts.Name).ToList();
        return without.Count == 0 ? null : parts.Texts["kind.refuse.base", year, parts.Texts.List(without)];
    }

    /// <summary>Shares of a whole cannot be told where the whole or a part is below zero.</summary>
    public static string? AgainstShare(KindParts parts) =>
        parts.Input.Scale == ChartScale.Share && parts.InView.Any(v => v < 0) ? parts.Texts["kind.refuse.share"] : null;

    /// <summary>One month does not stand for its year: kinds that show years refuse months.</summary>
    public static string? AgainstMonths(KindParts parts) =>
        parts.Series.FirstOrDefault(s => s.Series.IsMonthly) is { } monthly ? parts.Texts["kind.refuse.months", parts.Name(monthly)] : null;

    /// <summary>What forbids any kind of years.</summary>
    public static string? AgainstYears(KindParts parts) => AgainstAny(parts) ?? AgainstMonths(parts);

    /// <summary>What forbids any kind: an index without its base, shares of negative values.</summary>
    public static string? AgainstAny(KindParts parts) => AgainstIndex(parts) ?? AgainstShare(parts);

    /// <summary>A total among its own parts, by item or by area.</summary>
    public static (string Total, string Part)? Whole(KindParts parts)
    {
        foreach (var total in parts.Series)
        {
            foreach (var part in parts.Series.Where(p => p != total))
            {
                if (Above(total, part, parts))
                {
                    return (parts.Name(total), parts.Name(part));
                }
            }
        }

        return null;
    }

    /// <summary>Rates cannot be added: yields, per cent that are not shares of one whole.</summary>
    private static bool IsRatio(KindParts parts) =>
        parts.Input.Scale != ChartScale.Share
        && (
            parts.Input.Unit == ChartUnit.Percent
            || parts.Input.Unit == ChartUnit.TonnesPerHectare
            || parts.Input.Scale == ChartScale.PerCapita && parts.Series.Select(s => s.Series.Key.Area).Distinct().Skip(1).Any()
        );

    private static bool Above(LabelledSeries total, LabelledSeries part, KindParts parts)
    {
        string item = part.Series.Key.Item,
            area = part.Series.Key.Area;
        var sameArea =
            area == total.Series.Key.Area
            || IsIn(area, total.Series.Key.Area, code => parts.Input.Areas.TryGetValue(code, out var a) ? a.Parent : "");
        var sameItem =
            item == total.Series.Key.Item
            || IsIn(item, total.Series.Key.Item, code => parts.Input.Items.TryGetValue(code, out var i) ? i.Parent : "");
        return sameArea && sameItem && (area, item) != (total.Series.Key.Area, total.Series.Key.Item);
    }

    private static bool IsIn(string code, string whole, Func<string, string> parent)
    {
        for (var (at, steps) = (parent(code), 0); at.Length > 0 && steps < 12; at = parent(at), steps++)
        {
            if (at == whole)
            {
                return true;
            }
        }

        return false;
    }
}
