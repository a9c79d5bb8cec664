using System.Globalization;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Exports;

/// <summary>The sheet of every figure that went into a chart, published or computed; computed ones are formulas over the rows of their parts.</summary>
internal sealed class WorkbookFigures(Vocabulary words, IReadOnlyDictionary<long, Release> releases)
{
    public const string SheetName = "Figures";
    private const string ValueColumn = "G";

    private readonly Dictionary<SeriesPoint, uint> _rows = new(ReferenceEqualityComparer.Instance);

    public WorkbookSheet Sheet { get; } = Start();

    /// <summary>The formula of a computed point over this sheet, or null for a published one; its parts are put into the sheet.</summary>
    public string? Formula(SeriesKey key, SeriesPoint point)
    {
        if (point.Parts.Count == 0 || point.Value is null)
        {
            return null;
        }

        var parts = point
            .Parts.Select(p => (Cell: $"{SheetName}!{ValueColumn}{Row(p.Key, p.Point).ToString(CultureInfo.InvariantCulture)}", p.Factor))
            .ToList();
        string Times((string Cell, decimal Factor) p) =>
            p.Factor == 1m ? p.Cell : $"{p.Cell}*{p.Factor.ToString(CultureInfo.InvariantCulture)}";
        return key.Dimension("indicator").Split('|')[^1] switch
        {
            "per-head" or "index" => $"{Times(parts[0])}/({Times(parts[1])})",
            "change-on-year-before" => $"100*({parts[0].Cell}/{parts[1].Cell}-1)",
            "share" => $"{Times(parts[0])}/({string.Join('+', parts.Skip(1).Select(Times))})",
            _ => string.Join('+', parts.Select(Times)),
        };
    }

    private uint Row(SeriesKey key, SeriesPoint point)
    {
        if (_rows.TryGetValue(point, out var known))
        {
            return known;
        }

        // Parts first: their rows stand above the row that needs them.
        var formula = Formula(key, point);
        var release = point.Origin is { } origin ? releases.GetValueOrDefault(origin.ReleaseId) : null;
        Sheet.Add(
            WorkbookSheet.Text(words.Datasets.GetValueOrDefault(key.Dataset)?.Short ?? key.Dataset),
            WorkbookSheet.Text(words.Areas.GetValueOrDefault(key.Area)?.Name ?? key.Area),
            WorkbookSheet.Text(words.Items.GetValueOrDefault(key.Item)?.Name ?? key.Item),
            WorkbookSheet.Text(words.Elements.GetValueOrDefault(key.Element)?.Name ?? key.Element),
            WorkbookSheet.Text(key.Basis),
            WorkbookSheet.Text(point.Period.Label),
            formula is null ? WorkbookSheet.Number(point.Value) : WorkbookSheet.Formula(formula, point.Value!.Value),
            WorkbookSheet.Text(key.Unit),
            WorkbookSheet.Text(point.Status.Name()),
            WorkbookSheet.Text(point.ValueText),
            WorkbookSheet.Text(release?.FileName),
            WorkbookSheet.Number(point.Origin?.Line),
            WorkbookSheet.Text(release?.Sha256),
            WorkbookSheet.Text(formula is null ? TraceAddress.Of(key, point.Period) : "")
        );
        return _rows[point] = Sheet.Last;
    }

    private static WorkbookSheet Start()
    {
        var sheet = new WorkbookSheet(SheetName, 16, 20, 20, 18, 14, 12, 14, 12, 12, 14, 34, 10, 24, 50);
        sheet.Heading(
            "source",
            "area",
            "item",
            "element",
            "basis",
            "period",
            "value",
            "unit",
            "status",
            "as printed",
            "file",
            "line",
            "sha256",
            "trace"
        );
        return sheet;
    }
}
