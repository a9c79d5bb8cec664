using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Observations.Releases;

/// <summary>
/// Gives series and periods their numbers during a load; readers hand over the same key object again and again, so identity is tried first.
/// New ones are kept back until <see cref="Write"/>: during a load the connection is busy with observations.
/// </summary>
internal sealed class KeyIds
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly Dictionary<SeriesKey, long> _byReference = new(ReferenceEqualityComparer.Instance as IEqualityComparer<SeriesKey>);
    private readonly Dictionary<SeriesKey, long> _series = [];
    private readonly Dictionary<Period, long> _periods = [];
    private readonly List<(long Id, SeriesKey Key)> _newSeries = [];
    private readonly List<(long Id, Period Period)> _newPeriods = [];
    private readonly (long Id, Period Period)[] _recent = new (long, Period)[256];
    private readonly string _dataset;
    private SeriesKey? _lastKey;
    private long _lastKeyId;
    private long _lastSeries;
    private long _lastPeriod;

    public KeyIds(DbConnection connection, DbTransaction transaction, string dataset)
    {
        _connection = connection;
        _transaction = transaction;
        _dataset = dataset;
        _lastSeries = connection.One<long?>("select max(id) from series", transaction: transaction) ?? 0;
        ReadSeries();
        ReadPeriods();
    }

    public long Series(SeriesKey key)
    {
        if (ReferenceEquals(key, _lastKey))
        {
            return _lastKeyId;
        }

        if (!_byReference.TryGetValue(key, out var id))
        {
            if (key.Dataset != _dataset)
            {
                throw new InvalidOperationException($"A release of {_dataset} cannot hold a row of {key.Dataset}.");
            }

            if (!_series.TryGetValue(key, out id))
            {
                id = ++_lastSeries;
                _newSeries.Add((id, key));
                _series.Add(key, id);
            }

            _byReference.Add(key, id);
        }

        (_lastKey, _lastKeyId) = (key, id);
        return id;
    }

    public long Period(Period period)
    {
        // Years come in turn again and again: a place by the year, and a look at the four things a period is.
        ref var recent = ref _recent[period.Start.Year & (_recent.Length - 1)];
        if (
            recent.Id > 0
            && recent.Period.Start == period.Start
            && recent.Period.End == period.End
            && recent.Period.Kind == period.Kind
            && recent.Period.StartStated == period.StartStated
            && ReferenceEquals(recent.Period.Label, period.Label)
        )
        {
            return recent.Id;
        }

        recent = (FindPeriod(period), period);
        return recent.Id;
    }

    private long FindPeriod(Period period)
    {
        if (!_periods.TryGetValue(period, out var id))
        {
            id = ++_lastPeriod;
            _newPeriods.Add((id, period));
            _periods.Add(period, id);
        }

        return id;
    }

    /// <summary>Writes the series and periods that are new.</summary>
    public void Write()
    {
        using var series = Dialects
            .Of(_connection)
            .OpenRows(
                _connection,
                "series",
                ["id", "dataset", "area", "item", "element", "unit", "basis", "dimensions", "frequency", "native"]
            );
        foreach (var (id, key) in _newSeries)
        {
            series.Write(id);
            foreach (var text in (ReadOnlySpan<string>)[key.Dataset, key.Area, key.Item, key.Element, key.Unit, key.Basis, key.Dimensions])
            {
                series.Write(text);
            }

            series.Write((long)key.Frequency);
            series.Write(key.Native);
            series.EndRow();
        }

        series.Rest();
        using var periods = Dialects
            .Of(_connection)
            .OpenRows(_connection, "period", ["id", "kind", "start_on", "end_on", "label", "start_stated"]);
        foreach (var (id, period) in _newPeriods)
        {
            periods.Write(id);
            periods.Write((long)period.Kind);
            periods.Write(period.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            periods.Write(period.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            periods.Write(period.Label);
            periods.Write(period.StartStated ? 1L : 0L);
            periods.EndRow();
        }

        periods.Rest();
        _newSeries.Clear();
        _newPeriods.Clear();
    }

    private void ReadSeries()
    {
        // one row per series of the dataset
        var rows = _connection.Rows<SeriesRow>(
            "select id, dataset, area, item, element, unit, basis, dimensions, frequency, native from series where dataset = @_dataset",
            new { _dataset },
            _transaction
        );
        foreach (var row in rows)
        {
            _series[row.Key] = row.Id;
        }
    }

    private void ReadPeriods()
    {
        // one row per period
        foreach (
            var row in _connection.Rows<PeriodRow>(
                "select id, kind, start_on as StartOn, end_on as EndOn, label, start_stated as StartStated from period",
                transaction: _transaction
            )
        )
        {
            _periods[row.Period] = row.Id;
            _lastPeriod = Math.Max(_lastPeriod, row.Id);
        }
    }
}
