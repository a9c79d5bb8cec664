using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Tidy;

/// <summary>Reads the current row of a tidy file; columns that are absent answer with what origin.json states for every row, else empty.</summary>
internal sealed class TidyRow
{
    private readonly CsvSource _csv;
    private readonly ReadContext _context;
    private readonly string _dataset;
    private readonly Dictionary<string, string> _stated = new(StringComparer.Ordinal);
    private readonly RowMemory<Resolution> _series = new();
    private readonly RowMemory<Period[]> _periods = new();
    private readonly bool _ownLines;
    private readonly int _area,
        _item,
        _element,
        _unit,
        _period,
        _value,
        _basis,
        _dimensions,
        _frequency,
        _edition,
        _text,
        _bound,
        _lower,
        _upper,
        _status,
        _flag,
        _break,
        _derived,
        _published,
        _source,
        _address,
        _note,
        _member,
        _line,
        _column,
        _native;

    public TidyRow(CsvSource csv, Origin? origin, ReadContext context)
    {
        _csv = csv;
        _context = context;
        _dataset = origin?.Dataset ?? TidyReader.OwnDataset;
        foreach (var (heading, content) in origin?.EveryRow ?? new Dictionary<string, string>())
        {
            _stated[heading] = content;
        }

        _ownLines = Stated("line") is "" or "=";
        (_area, _item, _element) = (csv.Require("area"), csv.Require("item"), csv.Require("element"));
        (_unit, _period, _value) = (csv.Require("unit"), csv.Require("period"), csv.Require("value"));
        (_basis, _dimensions, _frequency, _edition) = (
            csv.Find("basis"),
            csv.Find("dimensions"),
            csv.Find("frequency"),
            csv.Find("edition")
        );
        (_text, _bound, _lower, _upper) = (csv.Find("value_text"), csv.Find("bound"), csv.Find("lower"), csv.Find("upper"));
        (_status, _flag, _break, _derived) = (csv.Find("status"), csv.Find("flag"), csv.Find("is_break"), csv.Find("is_derived"));
        (_published, _source, _address, _note) = (
            csv.Find("published_on"),
            csv.Find("source"),
            csv.Find("source_address"),
            csv.Find("note")
        );
        (_member, _line, _column, _native) = (csv.Find("member"), csv.Find("line"), csv.Find("column"), csv.Find("native"));
    }

    /// <summary>The observation of the row; null where the row was refused (the context knows why).</summary>
    public Observation? Read()
    {
        var known = Series();
        if (
            !known.Settled(_context, _csv.Line)
            || PeriodOf(known) is not { } period
            || !Number(_value, out var value, out var bound)
            || !Number(_lower, out var lower, out _)
            || !Number(_upper, out var upper, out _)
            || !Bound(ref bound)
            || !Status(value, lower ?? upper, out var status)
            || !Truth(_break, out var isBreak)
            || !Truth(_derived, out var isDerived)
            || !Date()
            || !Line(out var line)
        )
        {
            return null;
        }

        var series = known.Series!;
        var text = Cell(_text, "value_text");
        return new Observation
        {
            Series = series,
            Period = period,
            Edition = Cell(_edition, "edition"),
            Value = value,
            ValueText = text.Length > 0 ? text : _csv.Text(_value),
            Bound = bound,
            Lower = lower,
            Upper = upper,
            Status = status,
            Flag = Cell(_flag, "flag"),
            IsBreak = isBreak,
            IsDerived = isDerived,
            PublishedOn = Cell(_published, "published_on"),
            RowSource = Cell(_source, "source"),
            RowSourceAddress = Cell(_address, "source_address"),
            Note = _csv.Text(_note),
            Member = Cell(_member, "member"),
            Line = line,
            Column = Cell(_column, "column") is { Length: > 0 } heading ? heading : "value",
        };
    }

    private string Stated(string heading) => _stated.GetValueOrDefault(heading, "");

    private string Cell(int column, string heading) => column >= 0 ? _csv.Text(column) : Stated(heading);

    private ReadOnlySpan<char> Span(int column) => column >= 0 ? _csv.Span(column) : [];

    private Resolution Series()
    {
        _series
            .Start()
            .With(_csv.Span(_area))
            .With(_csv.Span(_item))
            .With(_csv.Span(_element))
            .With(_csv.Span(_unit))
            .With(Span(_basis))
            .With(Span(_dimensions))
            .With(Span(_frequency))
            .With(Span(_native));
        if (_frequency < 0 && Stated("frequency").Length == 0)
        {
            _series.With(FrequencyOf(_csv.Span(_period).Length));
        }

        return _series.TryGet(out var known) ? known : _series.Keep(Resolve());
    }

    private Resolution Resolve()
    {
        var made = new Resolution();
        var words = _context.Words;
        string area = _csv.Text(_area),
            item = _csv.Text(_item),
            element = _csv.Text(_element),
            unit = _csv.Text(_unit),
            basis = Cell(_basis, "basis");
        var known =
            Ask(words.Areas.ContainsKey(area), "area", area)
            & Ask(words.Items.ContainsKey(item), "item", item)
            & Ask(words.Elements.ContainsKey(element), "element", element)
            & Ask(words.Units.ContainsKey(unit), "unit", unit)
            & Ask(basis.Length == 0 || words.Bases.ContainsKey(basis), "basis", basis);
        var frequency = Cell(_frequency, "frequency") is { Length: > 0 } stated ? stated : FrequencyOf(_csv.Span(_period).Length);
        if (!known)
        {
            return made;
        }

        return made.Of(
            new SeriesKey
            {
                Dataset = _dataset,
                Area = words.Areas[area].Code,
                Item = item,
                Element = element,
                Unit = unit,
                Basis = basis,
                Dimensions = Canonical(Cell(_dimensions, "dimensions")),
                Native = _csv.Text(_native),
                Frequency = Enum.TryParse<Frequency>(frequency, ignoreCase: true, out var parsed) ? parsed : Frequency.Yearly,
            },
            words.MarketingStart(_dataset, area, item)
        );

        bool Ask(bool there, string kind, string code) => there || made.Miss<string>(kind, "own", code, "") is not null;
    }

    /// <summary>By the length of a period's text: yyyy-MM (7, as yyyy/yy, told apart when read) and days are not yearly.</summary>
    private string FrequencyOf(int length) =>
        length == 7 && _csv.Span(_period)[4] == '-' ? "monthly"
        : length is 10 or 21 ? "irregular"
        : "yearly";

    private static string Canonical(string dimensions) =>
        dimensions.Length == 0
            ? ""
            : SeriesKey.JoinDimensions(
                dimensions.Split(';').Select(d => d.Split('=', 2)).Where(d => d.Length == 2).Select(d => (d[0].Trim(), d[1].Trim()))
            );

    private Period? PeriodOf(Resolution known)
    {
        _periods.Start().With(_csv.Span(_period));
        Span<char> month = [(char)('a' + (known.MarketingStart ?? 0))];
        if (!_periods.With(month).TryGet(out var kept))
        {
            kept = _periods.Keep(Period.TryParse(_csv.Text(_period), known.MarketingStart, out var read) ? [read] : []);
        }

        if (kept.Length == 0)
        {
            _csv.Bad(_context, _period, "2023, 2023/24, 2017-2019 (a mean), 2022-10, 2022-10-05 or 2020-01-01/2023-08-26");
            return null;
        }

        return kept[0];
    }

    private bool Number(int column, out double? value, out ValueBound bound)
    {
        value = null;
        bound = ValueBound.Exact;
        if (column < 0 || _csv.Span(column).IsEmpty)
        {
            return true;
        }

        if (Figure.TryRead(_csv.Span(column), out var number, out bound))
        {
            value = number;
            return true;
        }

        _csv.Bad(_context, column, Figure.Expected);
        return false;
    }

    private bool Bound(ref ValueBound bound)
    {
        switch (Span(_bound))
        {
            case "" or "exact":
                return true;
            case "less-than":
                bound = ValueBound.LessThan;
                return true;
            case "greater-than":
                bound = ValueBound.GreaterThan;
                return true;
            default:
                _csv.Bad(_context, _bound, "exact, less-than or greater-than");
                return false;
        }
    }

    private bool Status(double? value, double? range, out ObservationStatus status)
    {
        var text = Cell(_status, "status");
        if (!ObservationStatusCodes.TryParse(text, out status))
        {
            _csv.Bad(_context, _status, "one of " + string.Join(", ", ObservationStatusCodes.Names));
            return false;
        }

        if (value is null && range is null && text.Length == 0)
        {
            status = ObservationStatus.Missing;
        }

        if (value is not null && status is (ObservationStatus.Missing or ObservationStatus.Suppressed or ObservationStatus.NotApplicable))
        {
            _csv.Bad(_context, _value, $"an empty cell where the status is {text}");
            return false;
        }

        return true;
    }

    private bool Truth(int column, out bool holds)
    {
        holds = Span(column) is "yes" or "true" or "1";
        if (holds || Span(column) is "" or "no" or "false" or "0")
        {
            return true;
        }

        _csv.Bad(_context, column, "yes, no or an empty cell");
        return false;
    }

    private bool Date()
    {
        var text = Span(_published);
        if (text.IsEmpty || Stamp.IsOne(text))
        {
            return true;
        }

        _csv.Bad(_context, _published, "yyyy, yyyy-MM, yyyy-MM-dd or an empty cell");
        return false;
    }

    private bool Line(out long line)
    {
        line = _csv.Line;
        if (_line < 0)
        {
            return _ownLines || long.TryParse(Stated("line"), out line);
        }

        if (Figure.TryWhole(_csv.Span(_line), out var printed))
        {
            line = printed;
            return true;
        }

        _csv.Bad(_context, _line, "the line in the publisher's file");
        return false;
    }
}
