namespace FoodSecurity.Observations.Releases;

/// <summary>Which keys a file has brought so far, and on which line: a few bytes a row, so that no database need be asked whether a key repeats.</summary>
internal sealed class SeenKeys
{
    private readonly Dictionary<long, Seen> _plain = [];
    private readonly Dictionary<(long Series, string Edition), Seen> _editions = [];
    private long _lastSeries = -1;
    private Seen? _last;

    /// <summary>Series the file has brought.</summary>
    public IEnumerable<long> Series => _plain.Keys.Concat(_editions.Keys.Select(k => k.Series)).Distinct();

    /// <summary>False where the key was there before; tells its latest line then.</summary>
    public bool Add(long series, long period, string edition, long line, out long before) =>
        Of(series, edition).Add((int)period, (uint)line, out before);

    public bool Contains(long series, long period, string edition) =>
        (edition.Length == 0 ? _plain.GetValueOrDefault(series) : _editions.GetValueOrDefault((series, edition)))?.Contains((int)period)
        == true;

    private Seen Of(long series, string edition)
    {
        if (edition.Length > 0)
        {
            if (!_editions.TryGetValue((series, edition), out var seen))
            {
                _editions.Add((series, edition), seen = new Seen());
            }

            return seen;
        }

        if (series != _lastSeries)
        {
            if (!_plain.TryGetValue(series, out _last))
            {
                _plain.Add(series, _last = new Seen());
            }

            _lastSeries = series;
        }

        return _last!;
    }

    private sealed class Seen
    {
        private int[] _periods = new int[4];
        private uint[] _lines = new uint[4];
        private int _count;
        private int _highest = -1;

        public bool Contains(int period) => _periods.AsSpan(0, _count).Contains(period);

        public bool Add(int period, uint line, out long before)
        {
            before = 0;
            if (period <= _highest && _periods.AsSpan(0, _count).IndexOf(period) is >= 0 and var at)
            {
                before = _lines[at];
                _lines[at] = line;
                return false;
            }

            if (_count == _periods.Length)
            {
                // Half as much again: most series end near where they are.
                Array.Resize(ref _periods, _count + Math.Max(4, _count / 2));
                Array.Resize(ref _lines, _periods.Length);
            }

            _periods[_count] = period;
            _lines[_count++] = line;
            _highest = Math.Max(_highest, period);
            return true;
        }
    }
}
