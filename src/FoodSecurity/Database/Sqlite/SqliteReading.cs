using System.Data;
using FoodSecurity.Database.Engines;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FoodSecurity.Database.Sqlite;

/// <summary>
/// A read-only connection that is lent out again and again with what it has prepared and remembered: a page asks the same few questions, and
/// preparing one takes longer than answering it. Disposing gives it back.
/// </summary>
internal sealed class SqliteReading(string connectionString) : SqliteConnection(connectionString)
{
    private const int MostPrepared = 64;

    private readonly Dictionary<string, SqliteRowLookup> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, object> _memory = [];
    private readonly Utf8Pool _texts = new();
    private long _version = -1;
    private bool _lent;
    private bool _idle;

    /// <summary>Called once, before the connection is given to a caller.</summary>
    public SqliteReading Lend()
    {
        (_lent, _idle) = (true, false);
        return this;
    }

    /// <summary>Closes it for good.</summary>
    public void Discard()
    {
        _idle = false;
        Dispose();
    }

    public RowLookup Lookup(string sql)
    {
        // Taken out while it is asked: the same question may be asked within its own answer.
        if (_prepared.Remove(sql, out var known))
        {
            return known.Begin();
        }

        return new SqliteRowLookup(Handle!, sql, _texts, Keep);
    }

    /// <summary>Until disposal all questions see one state; null where a transaction of the caller's sees to that already.</summary>
    public IDisposable? OneState()
    {
        if (raw.sqlite3_get_autocommit(Handle!) == 0)
        {
            return null;
        }

        Run("begin");
        return new Seen(this);
    }

    /// <summary>What was made of the database and holds until another connection changes it. Asked within <see cref="OneState"/>.</summary>
    public T Remember<T>()
        where T : class, new()
    {
        using (var version = Lookup("pragma data_version"))
        {
            version.Next();
            if (version.Long(0) != _version)
            {
                _memory.Clear();
                _version = version.Long(0);
            }
        }

        if (!_memory.TryGetValue(typeof(T), out var known))
        {
            _memory.Add(typeof(T), known = new T());
        }

        return (T)known;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _idle)
        {
            // Given back already; whoever takes it next must find it open.
            return;
        }

        if (disposing && _lent)
        {
            _lent = false;
            Transaction?.Dispose();
            if (State == ConnectionState.Open && NativeSqlite.TransactionState(Handle!.DangerousGetHandle(), 0) == 0)
            {
                _idle = true;
                SqliteReadings.Return(this);
                return;
            }
        }

        foreach (var prepared in _prepared.Values)
        {
            prepared.Close();
        }

        _prepared.Clear();
        base.Dispose(disposing);
    }

    private void Keep(SqliteRowLookup lookup)
    {
        if (State != ConnectionState.Open || _prepared.Count >= MostPrepared || !_prepared.TryAdd(lookup.Sql, lookup))
        {
            lookup.Close();
        }
    }

    private void Run(string sql)
    {
        using var lookup = Lookup(sql);
        lookup.Next();
    }

    private sealed class Seen(SqliteReading reading) : IDisposable
    {
        public void Dispose()
        {
            if (reading.State == ConnectionState.Open && raw.sqlite3_get_autocommit(reading.Handle!) == 0)
            {
                reading.Run("commit");
            }
        }
    }
}
