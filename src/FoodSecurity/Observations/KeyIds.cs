using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Observations;

/// <summary>Gives series and periods their numbers during a load; readers hand over the same key object again and again, so identity is tried first.</summary>
internal sealed class KeyIds(DbConnection connection, DbTransaction transaction)
{
    private readonly Dictionary<SeriesKey, long> _byReference = new(ReferenceEqualityComparer.Instance as IEqualityComparer<SeriesKey>);
    private readonly Dictionary<SeriesKey, long> _series = [];
    private readonly Dictionary<Period, long> _periods = [];
    private readonly HashSet<string> _datasetsRead = [];
    private long _lastSeries = connection.One<long?>("select max(id) from series", transaction: transaction) ?? 0;
    private long _lastPeriod = -1;

    public long Series(SeriesKey key)
    {
        if (_byReference.TryGetValue(key, out var id))
        {
            return id;
        }

        if (_datasetsRead.Add(key.Dataset))
        {
            ReadSeries(key.Dataset);
        }

        if (!_series.TryGetValue(key, out id))
        {
            id = ++_lastSeries;
            connection.Run("""
                insert into series (id, dataset, area, item, element, unit, basis, dimensions, frequency, native)
                values (@id, @Dataset, @Area, @Item, @Element, @Unit, @Basis, @Dimensions, @frequency, @Native)
                """, new { id, key.Dataset, key.Area, key.Item, key.Element, key.Unit, key.Basis, key.Dimensions, frequency = (int)key.Frequency, key.Native }, transaction);
            _series.Add(key, id);
        }

        _byReference.Add(key, id);
        return id;
    }

    public long Period(Period period)
    {
        if (_lastPeriod < 0)
        {
            ReadPeriods();
        }

        if (_periods.TryGetValue(period, out var id))
        {
            return id;
        }

        id = ++_lastPeriod;
        connection.Run("insert into period (id, kind, start_on, end_on, label, start_stated) values (@id, @kind, @start, @end, @Label, @stated)", new
        {
            id, kind = (int)period.Kind, start = period.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            end = period.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), period.Label, stated = period.StartStated ? 1 : 0,
        }, transaction);
        _periods.Add(period, id);
        return id;
    }

    private void ReadSeries(string dataset)
    {
        // one row per series of the dataset
        var rows = connection.Rows<SeriesRow>("select id, dataset, area, item, element, unit, basis, dimensions, frequency, native from series where dataset = @dataset",
            new { dataset }, transaction);
        foreach (var row in rows)
        {
            _series[row.Key] = row.Id;
        }
    }

    private void ReadPeriods()
    {
        // one row per period
        foreach (var row in connection.Rows<PeriodRow>("select id, kind, start_on as StartOn, end_on as EndOn, label, start_stated as StartStated from period", transaction: transaction))
        {
            _periods[row.Period] = row.Id;
            _lastPeriod = Math.Max(_lastPeriod, row.Id);
        }

        _lastPeriod = Math.Max(_lastPeriod, 0);
    }
}

/// <summary>A row of the series table.</summary>
public sealed record SeriesRow
{
    public long Id { get; init; }
    public string Dataset { get; init; } = "";
    public string Area { get; init; } = "";
    public string Item { get; init; } = "";
    public string Element { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Basis { get; init; } = "";
    public string Dimensions { get; init; } = "";
    public long Frequency { get; init; }
    public string Native { get; init; } = "";

    public SeriesKey Key => new()
    {
        Dataset = Dataset, Area = Area, Item = Item, Element = Element, Unit = Unit, Basis = Basis, Dimensions = Dimensions,
        Frequency = (Frequency)Frequency, Native = Native,
    };
}

/// <summary>A row of the period table.</summary>
public sealed record PeriodRow
{
    public long Id { get; init; }
    public long Kind { get; init; }
    public string StartOn { get; init; } = "";
    public string EndOn { get; init; } = "";
    public string Label { get; init; } = "";
    public long StartStated { get; init; }

    public Period Period => new((PeriodKind)Kind, Date(StartOn), Date(EndOn), Label) { StartStated = StartStated != 0 };

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
