using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Datasets;

/// <summary>The differences of a release as files.</summary>
public static class ReleaseFiles
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private static readonly string[] Columns =
    [
        "kind",
        "area",
        "item",
        "element",
        "unit",
        "basis",
        "dimensions",
        "period",
        "edition",
        "old_value",
        "old_as_printed",
        "old_status",
        "old_release",
        "new_value",
        "new_as_printed",
        "new_status",
        "release",
        "change",
        "change_ratio",
        "line",
        "trace",
    ];

    /// <summary>UTF-8 csv with a header line; a missing figure is an empty cell.</summary>
    public static string Csv(ReleaseView view)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Columns).Append("\r\n");
        foreach (var d in view.Differences)
        {
            var k = d.Key;
            text.AppendJoin(
                    ',',
                    new[]
                    {
                        KindName(view.Question.Kind),
                        k.Area,
                        k.Item,
                        k.Element,
                        k.Unit,
                        k.Basis,
                        k.Dimensions,
                        d.Period.Label,
                        d.Edition,
                        Number(d.Old),
                        d.OldText,
                        d.OldStatus?.Name() ?? "",
                        d.OldRelease?.ToString(CultureInfo.InvariantCulture) ?? "",
                        Number(d.New),
                        d.NewText,
                        d.NewStatus?.Name() ?? "",
                        view.Release.Id.ToString(CultureInfo.InvariantCulture),
                        Number(d.Absolute),
                        d.Relative is { } ratio ? ratio.ToString("0.######", CultureInfo.InvariantCulture) : "",
                        d.Line.ToString(CultureInfo.InvariantCulture),
                        d.Address,
                    }.Select(Cell)
                )
                .Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>The release, its counts and warnings, and its differences.</summary>
    public static string JsonText(ReleaseView view) =>
        JsonSerializer.Serialize(
            new
            {
                release = view.Release,
                dataset = view.Dataset.Code,
                provider = view.Provider.Code,
                address = view.Address,
                warnings = view.Warnings,
                kind = KindName(view.Question.Kind),
                total = view.Total,
                offset = view.Question.Offset,
                differences = view.Differences.Select(d => new
                {
                    d.Key.Area,
                    d.Key.Item,
                    d.Key.Element,
                    d.Key.Unit,
                    d.Key.Basis,
                    d.Key.Dimensions,
                    period = d.Period.Label,
                    d.Edition,
                    old = d.Old,
                    old_as_printed = d.OldText,
                    old_status = d.OldStatus?.Name(),
                    d.OldRelease,
                    @new = d.New,
                    new_as_printed = d.NewText,
                    new_status = d.NewStatus?.Name(),
                    change = d.Absolute,
                    change_ratio = d.Relative,
                    d.Line,
                    trace = d.Address,
                }),
                records = view.Records.Select(Record),
            },
            Options
        );

    internal static object Record(TrackRecord r) =>
        new
        {
            r.Key.Dataset,
            r.Key.Area,
            r.Key.Item,
            r.Key.Element,
            r.Key.Unit,
            r.Key.Basis,
            r.Key.Dimensions,
            mean_change = r.MeanChange,
            mean_size = r.MeanSize,
            periods = r.Points.Select(p => new
            {
                period = p.Period.Label,
                p.First,
                p.FirstKnown,
                p.Latest,
                p.LatestKnown,
                p.Change,
                p.Figures,
            }),
        };

    public static string KindName(DifferenceKind kind) => kind.ToString().ToLowerInvariant();

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Quoted where need be; a text a spreadsheet would take for a formula stays a text.</summary>
    internal static string Cell(string text)
    {
        if (
            text.Length > 0
            && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
            && !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        )
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(",\"\r\n") ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}
