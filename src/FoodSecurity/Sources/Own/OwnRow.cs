using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Own;

/// <summary>Reads one row of an own table after another; null where something in it is wrong, which is then told in full.</summary>
internal sealed class OwnRow
{
    private readonly CsvSource _csv;
    private readonly OwnMapping _mapping;
    private readonly ReadContext _context;
    private readonly DayCells _days;
    private readonly Dictionary<string, (int Column, string Constant)> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Text), string?> _known = [];
    private readonly Dictionary<string, SeriesKey> _series = new(StringComparer.Ordinal);

    public OwnRow(SourceFile file, CsvSource csv, OwnMapping mapping, ReadContext context)
    {
        _csv = csv;
        _mapping = mapping;
        _context = context;
        foreach (var (name, field) in mapping.Fields)
        {
            _fields[name] = field.Column.Length > 0 ? (csv.Require(field.Column), "") : (-1, field.Constant);
        }

        ValueColumn = _fields["value"].Column;
        _days = new DayCells(file, csv, [.. new[] { _fields["period"].Column }.Where(c => c >= 0)]);
    }

    public int ValueColumn { get; }

    public Observation? Read()
    {
        // All of a row is looked at, so that one run tells everything that is wrong with it.
        string? area = Named("area"),
            item = Named("item"),
            element = Named("element"),
            unit = Named("unit"),
            basis = Named("basis");
        var dated = PeriodOf(area, item);
        var good =
            Number("value", out var value, out var bound)
            & Number("lower", out var lower, out _)
            & Number("upper", out var upper, out _)
            & StatusOf(value, lower, out var status)
            & Date();
        if (area is null || item is null || element is null || unit is null || basis is null || dated is not { } when || !good)
        {
            return null;
        }

        return new Observation
        {
            Series = SeriesOf(area, item, element, unit, basis, when),
            Period = when,
            Edition = Text("edition"),
            Value = value,
            ValueText = value is null ? "" : Text("value"),
            Bound = bound,
            Lower = lower,
            Upper = upper,
            Status = status,
            Flag = Text("flag"),
            Note = Text("note"),
            PublishedOn = Text("published_on"),
            RowSource = Text("source"),
            RowSourceAddress = Text("source_address"),
            Member = _csv.Member,
            Line = _csv.Line,
            Column = ValueColumn < 0 ? "" : _csv.Header[ValueColumn],
        };
    }

    private SeriesKey SeriesOf(string area, string item, string element, string unit, string basis, Period period)
    {
        var frequency = period.Kind switch
        {
            PeriodKind.Month => Frequency.Monthly,
            PeriodKind.Day or PeriodKind.Window => Frequency.Irregular,
            _ => Frequency.Yearly,
        };
        var dimensions = SeriesKey.JoinDimensions(
            _fields
                .Keys.Where(k => k.StartsWith(OwnMapping.Dimension, StringComparison.Ordinal))
                .Select(k => (k[OwnMapping.Dimension.Length..], Text(k)))
        );
        var key = string.Join('\u001f', area, item, element, unit, basis, dimensions, frequency);
        return _series.TryGetValue(key, out var known)
            ? known
            : _series[key] = new SeriesKey
            {
                Dataset = _mapping.Whole.GetValueOrDefault("dataset", Tidy.TidyReader.OwnDataset),
                Area = area,
                Item = item,
                Element = element,
                Unit = unit,
                Basis = basis,
                Dimensions = dimensions,
                Frequency = frequency,
                Native = string.Join(' ', new[] { Raw("area"), Raw("item"), Raw("element") }.Where(t => t.Length > 0)),
            };
    }

    /// <summary>The code of a name: our code, or an exact name whatever the case of its letters. Told and null where there is none.</summary>
    private string? Named(string kind)
    {
        if (!_fields.ContainsKey(kind))
        {
            return "";
        }

        var text = Text(kind);
        if (!_known.TryGetValue((kind, text), out var code))
        {
            var words = _context.Words;
            code = _known[(kind, text)] = kind switch
            {
                "area" => words.FindArea(text)?.Code,
                "item" => words.Items.ContainsKey(text)
                    ? text
                    : Alone(words.Items.Values.Where(i => Same(i.Name, text)).Select(i => i.Code)),
                "element" => words.Elements.ContainsKey(text)
                    ? text
                    : Alone(words.Elements.Values.Where(e => Same(e.Name, text)).Select(e => e.Code)),
                "unit" => words.Units.ContainsKey(text)
                    ? text
                    : words.Unit("any", text)
                        ?? Alone(
                            words
                                .Units.Values.Where(u => Same(u.Name, text) || (u.Symbol.Length > 0 && u.Symbol == text))
                                .Select(u => u.Code)
                        ),
                _ => text.Length == 0 || words.Bases.ContainsKey(text)
                    ? text
                    : Alone(words.Bases.Values.Where(b => Same(b.Name, text) || Same(b.Short, text)).Select(b => b.Code)),
            };
        }

        if (code is null)
        {
            var near = NearestNames.Of(text, _context.Words.Known(kind, "own").SelectMany(k => new[] { k.Name, k.Code }));
            Bad(
                kind,
                $"{(kind is "unit" or "basis" ? "a" : "an")} {kind} by its code or exact name"
                    + (near.Count > 0 ? "; nearest known: " + string.Join(", ", near) : "")
                    + $"; or say under \"words\" in {_mapping.FileName} what it means"
            );
        }

        return code;
    }

    private Period? PeriodOf(string? area, string? item)
    {
        var text = Text("period");
        var start =
            area is null || item is null
                ? null
                : _context.Words.MarketingStart(_mapping.Whole.GetValueOrDefault("dataset", Tidy.TidyReader.OwnDataset), area, item);
        if (Period.TryParse(text, start, out var period))
        {
            return period;
        }

        var column = _fields["period"].Column;
        if (column >= 0 && text.AsSpan().IndexOfAny('/', '.', ':') >= 0 && text == _csv.Text(column).Trim())
        {
            return _days.TryRead(_context, column, out var day) ? Period.Day(day) : null;
        }

        Bad("period", "2023, 2023/24, 2017-2019 (a mean), 2022-10, 2022-10-05 or 2020-01-01/2023-08-26");
        return null;
    }

    private bool Number(string field, out double? value, out ValueBound bound)
    {
        value = null;
        bound = ValueBound.Exact;
        var text = Text(field);
        if (text.Length == 0)
        {
            return true;
        }

        if (Figure.TryRead(text, out var figure, out bound))
        {
            value = figure;
            return true;
        }

        Bad(field, Figure.Expected);
        return false;
    }

    private bool StatusOf(double? value, double? lower, out ObservationStatus status)
    {
        var text = Text("status");
        if (!ObservationStatusCodes.TryParse(text.ToLowerInvariant(), out status))
        {
            Bad(
                "status",
                "one of "
                    + string.Join(", ", ObservationStatusCodes.Names)
                    + $"; or say under \"words\" in {_mapping.FileName} what it means"
            );
            return false;
        }

        if (value is null && lower is null && text.Length == 0)
        {
            status = ObservationStatus.Missing;
        }

        if (value is not null && status is (ObservationStatus.Missing or ObservationStatus.Suppressed or ObservationStatus.NotApplicable))
        {
            Bad("value", $"an empty cell where the status is {text}");
            return false;
        }

        return true;
    }

    private bool Date()
    {
        var text = Text("published_on");
        if (text.Length == 0 || Stamp.IsOne(text))
        {
            return true;
        }

        Bad("published_on", "yyyy, yyyy-MM, yyyy-MM-dd or an empty cell");
        return false;
    }

    private string Text(string field) => _mapping.Means(field, Raw(field));

    private string Raw(string field) =>
        !_fields.TryGetValue(field, out var place) ? ""
        : place.Column < 0 ? place.Constant
        : _csv.Text(place.Column);

    private void Bad(string field, string expected)
    {
        var column = _fields[field].Column;
        if (column >= 0)
        {
            _csv.Bad(_context, column, expected);
        }
        else
        {
            _context.Problem(_csv.Member, _csv.Line, field, Raw(field), expected);
        }
    }

    private static bool Same(string name, string text) => name.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static string? Alone(IEnumerable<string> codes) => codes.Distinct().Take(2).ToList() is [var one] ? one : null;
}
