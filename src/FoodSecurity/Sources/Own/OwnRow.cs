using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Own;

/// <summary>Reads the current row of a mapped table; every cell of it is checked, so that one run tells all that is wrong.</summary>
internal sealed class OwnRow
{
    private readonly CsvSource _csv;
    private readonly ReadContext _context;
    private readonly OwnMapping _mapping;
    private readonly RowMemory<Resolution> _series = new();
    private readonly Dictionary<string, int> _columns = [];

    public OwnRow(CsvSource csv, OwnMapping mapping, ReadContext context)
    {
        _csv = csv;
        _context = context;
        _mapping = mapping;
        foreach (var (role, heading) in mapping.Columns)
        {
            _columns[role] = csv.Require(heading);
        }
    }

    /// <summary>The observation of the row; null where the row was refused (the context knows why).</summary>
    public Observation? Read()
    {
        var known = Series();
        var settled = known.Settled(_context, _csv.Line);
        var hasPeriod = Period.TryParse(Cell("period"), known.MarketingStart, out var period);
        if (!hasPeriod)
        {
            Bad("period", "2023, 2023/24, 2017-2019 (a mean), 2022-10, 2022-10-05 or 2020-01-01/2023-08-26");
        }

        var printed = Cell("value");
        double? value = null;
        var bound = ValueBound.Exact;
        var hasValue = printed.Length == 0 || Figure.TryRead(printed, out var number, out bound) && (value = number) is not null;
        if (!hasValue)
        {
            Bad("value", Figure.Expected);
        }

        var hasStatus = ObservationStatusCodes.TryParse(Cell("status").ToLowerInvariant(), out var status);
        if (!hasStatus)
        {
            Bad("status", "one of " + string.Join(", ", ObservationStatusCodes.Names) + ", or an empty cell");
        }

        if (!settled || !hasPeriod || !hasValue || !hasStatus)
        {
            return null;
        }

        return new Observation
        {
            Series = known.Series!.Frequency == FrequencyOf(period) ? known.Series : known.Series with { Frequency = FrequencyOf(period) }, Period = period, Value = value, ValueText = printed, Bound = bound,
            Status = value is null && status == ObservationStatus.Unspecified ? ObservationStatus.Missing : status,
            RowSource = Cell("source"), PublishedOn = Cell("published_on"), Note = Cell("note"), Line = _csv.Line, Column = _mapping.Columns.GetValueOrDefault("value", "value"),
        };
    }

    private static Frequency FrequencyOf(Period period) => period.Kind switch
    {
        PeriodKind.Month => Frequency.Monthly,
        PeriodKind.Day or PeriodKind.Window => Frequency.Irregular,
        _ => Frequency.Yearly,
    };

    private string Cell(string role) =>
        _columns.TryGetValue(role, out var column) ? _csv.Text(column).Trim() : _mapping.Constants.GetValueOrDefault(role, "");

    private void Bad(string role, string expected)
    {
        if (_columns.TryGetValue(role, out var column))
        {
            _csv.Bad(_context, column, expected);
        }
        else
        {
            _context.Problem(_csv.Member, _csv.Line, role, Cell(role), expected);
        }
    }

    private Resolution Series()
    {
        _series.Start();
        foreach (var role in new[] { "area", "item", "element", "unit", "basis" })
        {
            _series.With(Cell(role));
        }

        return _series.TryGet(out var known) ? known : _series.Keep(Resolve());
    }

    private Resolution Resolve()
    {
        var (made, words) = (new Resolution(), _context.Words);
        string areaText = Cell("area"), basis = Cell("basis");
        var area = words.FindArea(areaText)?.Code ?? made.Miss<string>("area", "own", areaText, areaText);
        var item = Named("item", words.Items.Values.Select(i => (i.Code, i.Name)));
        var element = Named("element", words.Elements.Values.Select(e => (e.Code, e.Name)));
        var unit = Named("unit", words.Units.Values.SelectMany(u => new[] { (u.Code, u.Name), (u.Code, Name: u.Symbol) }));
        var hasBasis = basis.Length == 0 || words.Bases.ContainsKey(basis) || made.Miss<string>("basis", "own", basis, basis) is not null;
        return area is null || item is null || element is null || unit is null || !hasBasis ? made
            : made.Of(new SeriesKey { Dataset = _mapping.Dataset, Area = area, Item = item, Element = element, Unit = unit, Basis = basis }, words.MarketingStart(_mapping.Dataset, area, item));

        string? Named(string role, IEnumerable<(string Code, string Name)> all)
        {
            var text = Cell(role);
            return all.Where(n => text.Length > 0 && (n.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || n.Name.Equals(text, StringComparison.OrdinalIgnoreCase))).Select(n => n.Code).FirstOrDefault()
                ?? made.Miss<string>(role, "own", text, text);
        }
    }
}
