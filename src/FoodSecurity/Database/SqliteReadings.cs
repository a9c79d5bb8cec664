using System.Collections.Concurrent;

namespace FoodSecurity.Database;

/// <summary>The reading connections of this program that nobody uses at the moment, by their place.</summary>
internal static class SqliteReadings
{
    private const int MostIdle = 64;

    private static readonly ConcurrentDictionary<string, ConcurrentBag<SqliteReading>> Idle = new(StringComparer.Ordinal);

    // A connection left open would keep the last writer from putting its log away when the program ends.
    static SqliteReadings() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Close([.. Idle.Keys]);

    public static SqliteReading? Take(string connectionString) =>
        Idle.TryGetValue(connectionString, out var idle) && idle.TryTake(out var reading) ? reading.Lend() : null;

    /// <summary>False where enough wait already: the connection is to be closed.</summary>
    public static bool Return(SqliteReading reading)
    {
        var idle = Idle.GetOrAdd(reading.ConnectionString, _ => []);
        if (idle.Count >= MostIdle)
        {
            return false;
        }

        idle.Add(reading);
        return true;
    }

    public static void Close(params ReadOnlySpan<string> connectionStrings)
    {
        foreach (var text in connectionStrings)
        {
            if (Idle.TryRemove(text, out var idle))
            {
                while (idle.TryTake(out var reading))
                {
                    reading.Dispose();
                }
            }
        }
    }
}
