using System.Text;
using FoodSecurity.Database.Engines;

namespace FoodSecurity.Observations.Releases;

/// <summary>
/// Sets rows against what is held while they are read, where the engine runs inside the program: most rows of a new release say what is held
/// already and need no staging. A series that a file comes back to again and again is left to the merge.
/// </summary>
internal sealed class HeldCells(RowLookup lookup) : IDisposable
{
    /// <summary>Asked of the lookup: one row per held value of a series, in order of period.</summary>
    public const string Question = """
        select period_id, edition, value, value_text, bound, lower_value, upper_value, status, flag from observation where series_id = ?1 order by period_id, edition
        """;

    private const int MostVisits = 4;

    private readonly Dictionary<long, Visited> _visited = [];
    private readonly Dictionary<int, string> _texts = [];
    private Cell[] _cells = new Cell[128];
    private int _count;
    private int _next;
    private long _series = -1;
    private Visited _current = new();

    /// <summary>Rows found to be held exactly so.</summary>
    public long Unchanged { get; private set; }

    /// <summary>Takes back the count of rows that a later line of the file contradicts.</summary>
    public void Reopen(int rows) => Unchanged -= rows;

    /// <summary>True where the very same figure is held under this key. Asked once for each key of a file.</summary>
    public bool Holds(long series, long period, Observation row)
    {
        if (series != _series)
        {
            Turn(series);
        }

        if (_current.Left)
        {
            return false;
        }

        var at = Find(period, row.Edition);
        if (at < 0)
        {
            return false;
        }

        _current.Met++;
        if (!_cells[at].Same(row))
        {
            return false;
        }

        Unchanged++;
        return true;
    }

    /// <summary>The held keys that a whole release lacks: of series with more held values than were met.</summary>
    public IEnumerable<(long Series, long Period, string Edition)> Missing(SeenKeys seen)
    {
        foreach (var (series, visited) in _visited)
        {
            if (!visited.Left && visited.Held == visited.Met)
            {
                continue;
            }

            Read(series);
            for (var i = 0; i < _count; i++)
            {
                if (!seen.Contains(series, _cells[i].Period, _cells[i].Edition))
                {
                    yield return (series, _cells[i].Period, _cells[i].Edition);
                }
            }
        }

        _series = -1;
    }

    public void Dispose() => lookup.Dispose();

    private void Turn(long series)
    {
        _series = series;
        _next = 0;
        if (!_visited.TryGetValue(series, out var known))
        {
            _visited.Add(series, known = new Visited());
        }

        _current = known;
        known.Left |= ++known.Visits > MostVisits;
        if (!known.Left)
        {
            Read(series);
            known.Held = _count;
        }
    }

    private int Find(long period, string edition)
    {
        // A file in order of time meets what is held in the same order.
        if (_next < _count && _cells[_next].Period == period && _cells[_next].Edition == edition)
        {
            return _next++;
        }

        for (var i = 0; i < _count; i++)
        {
            if (_cells[i].Period == period && _cells[i].Edition == edition)
            {
                _next = i + 1;
                return i;
            }
        }

        return -1;
    }

    private void Read(long series)
    {
        _count = 0;
        lookup.Begin().With(series);
        while (lookup.Next())
        {
            if (_count == _cells.Length)
            {
                Array.Resize(ref _cells, _count * 2);
            }

            _cells[_count++] = new Cell
            {
                Period = lookup.Long(0),
                Edition = Text(1) ?? "",
                Value = Number(2),
                ValueText = Text(3),
                Bound = lookup.Long(4),
                Lower = Number(5),
                Upper = Number(6),
                Status = lookup.Long(7),
                Flag = Text(8) ?? "",
            };
        }
    }

    private double? Number(int column) => lookup.IsNull(column) ? null : lookup.Double(column);

    private string? Text(int column)
    {
        if (lookup.IsNull(column))
        {
            return null;
        }

        var utf8 = lookup.Text(column);
        if (utf8.Length > 3)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        // Flags and empty editions: one string for each.
        var code = utf8.Length;
        foreach (var b in utf8)
        {
            code = (code << 8) | b;
        }

        if (!_texts.TryGetValue(code, out var text))
        {
            _texts.Add(code, text = Encoding.UTF8.GetString(utf8));
        }

        return text;
    }

    private struct Cell
    {
        public long Period,
            Bound,
            Status;
        public string Edition,
            Flag;
        public string? ValueText;
        public double? Value,
            Lower,
            Upper;

        public readonly bool Same(Observation row) =>
            Value.Equals(row.Value)
            && Bound == (long)row.Bound
            && Status == (long)row.Status
            && Flag == row.Flag
            && Lower.Equals(row.Lower)
            && Upper.Equals(row.Upper)
            && ValueText == ObservationRows.Printed(row);
    }

    /// <summary>What is known of a series: values held, those the file brought, how often the file came to it, and whether it was left to the merge.</summary>
    private sealed class Visited
    {
        public int Held,
            Met,
            Visits;
        public bool Left;
    }
}
