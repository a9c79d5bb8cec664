using System.Globalization;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>Writes the shortest address that says the same: what has its default is left out, and the parts always come in one order.</summary>
public static class ChartAddress
{
    /// <summary>"/charts/line?areas=PRK,KOR&amp;items=rice&amp;from=1990".</summary>
    public static string Of(ChartQuestion question) => $"/charts/{question.Kind}{Query(question)}";

    /// <summary>The same chart as a file: "/charts/line.svg?…".</summary>
    public static string File(ChartQuestion question, string ending) => $"/charts/{question.Kind}.{ending}{Query(question)}";

    /// <summary>The query with its question mark; empty where everything has its default.</summary>
    public static string Query(ChartQuestion q)
    {
        var parts = Parts(q).Select(p => p.Value.Length == 0 ? p.Name : $"{p.Name}={p.Value}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>The parts that are not left out, in order; all values are plain letters, digits, comma, point and hyphen.</summary>
    public static IEnumerable<(string Name, string Value)> Parts(ChartQuestion q)
    {
        var invariant = CultureInfo.InvariantCulture;
        (string, string)?[] all =
        [
            List("areas", q.Areas),
            List("items", q.Items),
            List("elements", q.Elements.SequenceEqual(q.Card.Elements) ? [] : q.Elements),
            List("sources", q.Sources),
            List("which", q.Which),
            q.From is { } from ? ("from", from.ToString(invariant)) : null,
            q.To is { } to ? ("to", to.ToString(invariant)) : null,
            q.Basis.Length > 0 ? ("basis", q.Basis) : null,
            q.YearBasis != YearBasis.Published ? ("year", Name(q.YearBasis)) : null,
            q.Scale != AskedScale.Total ? ("scale", Name(q.Scale)) : null,
            q.Smooth.IsNone ? null : ("smooth", Name(q.Smooth)),
            q.BaseYear is { } year ? ("base", year.ToString(invariant)) : null,
            List("align", [.. q.Align.Select(y => y.ToString(invariant))]),
            List("ref", q.References),
            q.AsOf is { } day ? ("asof", day.ToString("yyyy-MM-dd", invariant)) : null,
            q.Notes is { } tags ? ("notes", tags.Count == 0 ? "none" : string.Join(',', tags)) : null,
            .. q.Options.OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => ((string, string)?)(o.Name, o.Value)),
            q.Language != "en" ? ("lang", q.Language) : null,
            q.Width is { } width ? ("w", width.ToString(invariant)) : null,
            q.IsDouble ? ("scale2", "") : null,
        ];
        return all.Where(p => p is not null).Select(p => p!.Value);
    }

    public static string Name(AskedScale scale) => scale.ToString().ToLowerInvariant();

    public static string Name(YearBasis years) => years.ToString().ToLowerInvariant();

    public static string Name(Smoothing smooth) =>
        smooth.IsNone ? "none" : string.Create(CultureInfo.InvariantCulture, $"{smooth.Years}{(smooth.IsTrailing ? "-trailing" : "")}");

    private static (string, string)? List(string name, IReadOnlyList<string> values) =>
        values.Count == 0 ? null : (name, string.Join(',', values));
}
