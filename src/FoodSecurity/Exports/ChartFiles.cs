using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Exports;

/// <summary>A chart's numbers as files: every row with its source, status, release and trace, as published and not rounded.</summary>
public static class ChartFiles
{
    /// <summary>As RFC 4180 has it, on every system.</summary>
    private const string LineEnd = "\r\n";

    private static readonly string[] Columns =
    [
        "source",
        "counts",
        "dataset",
        "area",
        "area_name",
        "m49",
        "item",
        "element",
        "unit",
        "basis",
        "dimensions",
        "period",
        "period_kind",
        "period_start",
        "period_end",
        "value",
        "value_as_printed",
        "bound",
        "status",
        "obs_status",
        "flag",
        "is_derived",
        "published_on",
        "row_source",
        "row_source_address",
        "note",
        "publisher_file",
        "sha256",
        "member",
        "line",
        "column",
        "released_on",
        "retrieved_on",
        "licence",
        "computed_from",
        "trace",
        "row",
    ];

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>UTF-8 csv with a header line; missing values are empty cells with their status, never zero.</summary>
    public static string Csv(TracedChart chart, Vocabulary words, IReadOnlyDictionary<long, Release> releases)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Columns).Append(LineEnd);
        foreach (var series in chart.Series)
        {
            foreach (var point in series.Series.Points)
            {
                text.AppendJoin(',', Row(chart, series, point, words, releases).Select(Quote)).Append(LineEnd);
            }
        }

        foreach (var excerpt in chart.Spec.Excerpts)
        {
            text.AppendJoin(',', Row("excerpt", excerpt.Number, excerpt.Language, excerpt.Quote, excerpt.Attribution, "").Select(Quote))
                .Append(LineEnd);
            foreach (var wording in excerpt.Wordings)
            {
                text.AppendJoin(
                        ',',
                        Row(
                                wording.IsOriginal ? "excerpt original" : "excerpt translation",
                                excerpt.Number,
                                wording.Language,
                                wording.Quote,
                                wording.Source,
                                wording.Address
                            )
                            .Select(Quote)
                    )
                    .Append(LineEnd);
            }
        }

        return text.ToString();
    }

    /// <summary>An excerpt on the chart, or its words in another language, as a row: whose they are under source, the words under note, what it is at the end.</summary>
    private static IEnumerable<string> Row(string what, int number, string language, string quote, string source, string address) =>
        Columns.Select(column =>
            column switch
            {
                "source" => source,
                "note" => quote,
                "dimensions" => string.Create(CultureInfo.InvariantCulture, $"number={number};language={language}"),
                "row_source_address" => address,
                "row" => what,
                _ => "",
            }
        );

    /// <summary>The whole chart as data: words, series with points, excerpts, notes, releases.</summary>
    public static string JsonText(TracedChart chart, Vocabulary words, IReadOnlyDictionary<long, Release> releases)
    {
        var spec = chart.Spec;
        var used = ChartCaption.ReleasesOf(chart.Series.Select(s => s.Series)).Select(id => releases[id]);
        return JsonSerializer.Serialize(
            new
            {
                id = chart.Id,
                spec.Title,
                spec.Subtitle,
                spec.Unit,
                spec.From,
                spec.To,
                spec.AltText,
                spec.Notes,
                spec.SourceLine,
                spec.Address,
                excerpts = spec.Excerpts.Select(e => new
                {
                    e.Number,
                    e.Quote,
                    e.Attribution,
                    e.Language,
                    wordings = e.Wordings.Select(w => new
                    {
                        kind = w.IsOriginal ? "original" : "translation",
                        w.Language,
                        w.Quote,
                        w.Source,
                        address = w.Address.Length > 0 ? w.Address : null,
                    }),
                }),
                spread = spec.Spread?.Points.Select(p => new
                {
                    year = p.X,
                    p.Low,
                    p.High,
                }),
                series = chart.Series.Select(s => new
                {
                    s.Source,
                    s.Counts,
                    key = s.Series.Key with
                    {
                        Native = "",
                    },
                    points = s.Series.Points.Select(p => new
                    {
                        period = p.Period.Label,
                        start = p.Period.Start,
                        end = p.Period.End,
                        p.Value,
                        value_as_printed = p.ValueText.Length > 0 ? p.ValueText : null,
                        bound = p.Bound == ValueBound.Exact ? null : p.Bound.ToString(),
                        status = p.Status.Name(),
                        flag = p.Flag.Length > 0 ? p.Flag : null,
                        line = p.Origin?.Line,
                        release = p.Origin?.ReleaseId,
                        trace = chart.Trace(s, p),
                    }),
                }),
                releases = used.Select(r => new
                {
                    r.Id,
                    r.Dataset,
                    r.FileName,
                    r.Sha256,
                    r.ReleasedOn,
                    r.RetrievedOn,
                    r.Licence,
                    r.PublisherAddress,
                }),
            },
            Json
        );
    }

    private static IEnumerable<string> Row(
        TracedChart chart,
        LabelledSeries series,
        SeriesPoint point,
        Vocabulary words,
        IReadOnlyDictionary<long, Release> releases
    )
    {
        var key = series.Series.Key;
        var area = words.Areas.GetValueOrDefault(key.Area);
        var release = point.Origin is { } origin ? releases.GetValueOrDefault(origin.ReleaseId) : null;
        return
        [
            series.Source,
            series.Counts,
            key.Dataset,
            key.Area,
            area?.Name ?? "",
            area?.M49 ?? "",
            key.Item,
            key.Element,
            key.Unit,
            key.Basis,
            key.Dimensions,
            point.Period.Label,
            point.Period.Kind.ToString(),
            Day(point.Period.Start),
            Day(point.Period.End),
            point.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
            point.ValueText,
            point.Bound == ValueBound.Exact ? "" : point.Bound.ToString(),
            point.Status.Name(),
            point.Status.Sdmx(),
            point.Flag,
            point.IsDerived ? "true" : "",
            point.PublishedOn,
            point.RowSource,
            point.RowSourceAddress,
            point.Note,
            release?.FileName ?? "",
            release?.Sha256 ?? "",
            point.Origin?.Member ?? "",
            point.Origin?.Line.ToString(CultureInfo.InvariantCulture) ?? "",
            point.Origin?.Column ?? "",
            release?.ReleasedOn ?? "",
            release?.RetrievedOn ?? "",
            release?.Licence ?? "",
            string.Join(
                " + ",
                point.Parts.Select(p =>
                    $"{p.Key.Item} {p.Key.Basis} {p.Point.ValueText}".Trim() + (p.Factor == 1m ? "" : " " + p.FactorNote)
                )
            ),
            chart.Trace(series, point),
            "figure",
        ];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Quotes where needed; a text that a spreadsheet would take for a formula is kept a text.</summary>
    private static string Quote(string cell)
    {
        if (
            cell.Length > 1
            && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
            && !decimal.TryParse(cell, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _)
        )
        {
            cell = "'" + cell;
        }

        return cell.AsSpan().ContainsAny(",\"\r\n") ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;
    }
}
