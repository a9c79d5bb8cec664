using FoodSecurity.Series;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>Where the numbers of a made chart come from: a published one has its trace; a computed one names the chart, the line and the period, and shows its parts.</summary>
public sealed record MadeTrace(MadeChart Made, LabelledSeries Line, SeriesPoint Point)
{
    /// <summary>Indicators of standing series whose traces have addresses of their own.</summary>
    private static readonly HashSet<string> Standing = ["grains-total", "cereals-rice-as-paddy"];

    public static string Address(ChartQuestion question, LabelledSeries line, SeriesPoint point)
    {
        var key = line.Series.Key;
        var indicator = key.Dimension("indicator");
        if (
            indicator.Length == 0
            || (
                Standing.Contains(indicator)
                && key.Element is "production" or "import-quantity"
                && !(indicator == "grains-total" && key.Basis.StartsWith("rice-milled-", StringComparison.Ordinal))
            )
        )
        {
            return TraceAddress.Of(line.Series, point);
        }

        var query = ChartAddress.Query(question.WithoutSize);
        return $"/charts/{question.Kind}/trace{query}{(query.Length == 0 ? '?' : '&')}line={Name(line)}&at={TraceAddress.Slug(point.Period)}";
    }

    /// <summary>The line and period an address names, or null.</summary>
    public static MadeTrace? Find(MadeChart made, string line, string at) =>
        made
            .Chart.Series.Where(l => Name(l) == line)
            .SelectMany(l => l.Series.Points.Where(p => TraceAddress.Slug(p.Period) == at).Select(p => new MadeTrace(made, l, p)))
            .FirstOrDefault();

    /// <summary>"usda-psd.PRK.rice.production.milled".</summary>
    public static string Name(LabelledSeries line)
    {
        var key = line.Series.Key;
        return string.Join('.', new[] { key.Dataset, key.Area, key.Item, key.Element, key.Basis }.Where(p => p.Length > 0));
    }
}
