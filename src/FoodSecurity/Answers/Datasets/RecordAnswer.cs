using System.Globalization;
using System.Text;
using System.Text.Json;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Datasets;

/// <summary>How the first figures behind a chart held up, as a table and as files.</summary>
public sealed record RecordView
{
    /// <summary>Records of the published series that are drawn, or that went into a computed one; empty where none was revised.</summary>
    public required IReadOnlyList<TrackRecord> Records { get; init; }

    /// <summary>Address of the csv and the JSON without their ending.</summary>
    public required string Address { get; init; }

    /// <summary>Question mark and day where the records are those of a day in the past.</summary>
    public string Query { get; init; } = "";
}

/// <summary>Track records of a chart's series.</summary>
public static class RecordAnswer
{
    private static readonly string[] Columns =
    [
        "dataset",
        "area",
        "item",
        "element",
        "unit",
        "basis",
        "dimensions",
        "period",
        "first",
        "first_known_on",
        "latest",
        "latest_known_on",
        "change_ratio",
        "figures",
    ];

    /// <param name="archive">Where to look.</param>
    /// <param name="areaCode">The area whose chart it is.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="asOf">Only figures known at the end of this day; null: all.</param>
    public static RecordView Of(Archive archive, string areaCode, TracedChart chart, DateOnly? asOf)
    {
        using var connection = archive.Read();
        return new RecordView
        {
            Records = TrackRecordQuery.OfSeries(
                connection,
                [.. chart.Series.SelectMany(s => Published(s.Series.Key, s.Series.Points)).Distinct()],
                asOf
            ),
            Address = $"/areas/{areaCode}/{chart.Id}/record",
            Query = asOf is { } day ? "?asof=" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
        };
    }

    /// <summary>UTF-8 csv with a header line, one row per period that was revised.</summary>
    public static string Csv(RecordView view)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Columns).Append("\r\n");
        foreach (var record in view.Records)
        {
            var k = record.Key;
            foreach (var p in record.Points)
            {
                text.AppendJoin(
                        ',',
                        new[]
                        {
                            k.Dataset,
                            k.Area,
                            k.Item,
                            k.Element,
                            k.Unit,
                            k.Basis,
                            k.Dimensions,
                            p.Period.Label,
                            p.First.ToString(CultureInfo.InvariantCulture),
                            p.FirstKnown,
                            p.Latest.ToString(CultureInfo.InvariantCulture),
                            p.LatestKnown,
                            p.Change?.ToString("0.######", CultureInfo.InvariantCulture) ?? "",
                            p.Figures.ToString(CultureInfo.InvariantCulture),
                        }.Select(ReleaseFiles.Cell)
                    )
                    .Append("\r\n");
            }
        }

        return text.ToString();
    }

    /// <summary>One object per series with its periods and means.</summary>
    public static string JsonText(RecordView view) =>
        JsonSerializer.Serialize(view.Records.Select(ReleaseFiles.Record), ReleaseFiles.Options);

    /// <summary>A published series stands for itself, a computed one for what went into it.</summary>
    private static IEnumerable<SeriesKey> Published(SeriesKey key, IEnumerable<SeriesPoint> points) =>
        key.Dimension("indicator").Length == 0
            ? [key]
            : points.SelectMany(p => p.Parts).SelectMany(p => Published(p.Key, [p.Point])).Distinct();
}
