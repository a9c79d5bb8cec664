namespace FoodSecurity.Sources.Cells;

/// <summary>
/// Remembers what was worked out for a combination of cells (the series of area, item, element and unit), asked without making a
/// string per row. Files are sorted by series, so the last answer is tried first. Forgets everything when full.
/// </summary>
internal sealed class RowMemory<T>
{
    private const int Most = 200_000;

    private readonly Dictionary<string, T> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private char[] _cells = new char[512];
    private int _length;
    private string? _lastKey;
    private T? _last;

    public RowMemory() => _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Begins the next combination.</summary>
    public RowMemory<T> Start()
    {
        _length = 0;
        return this;
    }

    public RowMemory<T> With(ReadOnlySpan<char> cell)
    {
        if (_length + cell.Length + 1 > _cells.Length)
        {
            Array.Resize(ref _cells, (_length + cell.Length + 1) * 2);
        }

        cell.CopyTo(_cells.AsSpan(_length));
        _length += cell.Length;
        _cells[_length++] = '\u001f';
        return this;
    }

    public bool TryGet(out T value)
    {
        var asked = _cells.AsSpan(0, _length);
        if (_lastKey is not null && asked.SequenceEqual(_lastKey))
        {
            value = _last!;
            return true;
        }

        if (_bySpan.TryGetValue(asked, out var key, out value!))
        {
            _lastKey = key;
            _last = value;
            return true;
        }

        return false;
    }

    public T Keep(T value)
    {
        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        _lastKey = new string(_cells, 0, _length);
        _last = value;
        _known[_lastKey] = value;
        return value;
    }
}
