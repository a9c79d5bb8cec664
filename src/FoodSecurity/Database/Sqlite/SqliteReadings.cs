namespace FoodSecurity.Database.Sqlite;

/// <summary>
/// The reading connections of this program that nobody uses at the moment, the last returned at the end. What a connection holds (pages, prepared
/// questions, remembered texts) is worth some megabytes, so few are kept, and those that have waited longest go first.
/// </summary>
internal static class SqliteReadings
{
    private const int MostIdle = 24;

    private static readonly Lock Gate = new();
    private static readonly LinkedList<SqliteReading> Idle = [];

    // A connection left open would keep the last writer from putting its log away when the program ends.
    static SqliteReadings() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Close(_ => true);

    public static SqliteReading? Take(string connectionString)
    {
        lock (Gate)
        {
            for (var node = Idle.Last; node is not null; node = node.Previous)
            {
                if (node.Value.ConnectionString == connectionString)
                {
                    Idle.Remove(node);
                    return node.Value.Lend();
                }
            }

            return null;
        }
    }

    public static void Return(SqliteReading reading)
    {
        SqliteReading? oldest = null;
        lock (Gate)
        {
            Idle.AddLast(reading);
            if (Idle.Count > MostIdle)
            {
                oldest = Idle.First!.Value;
                Idle.RemoveFirst();
            }
        }

        oldest?.Discard();
    }

    public static void Close(params ReadOnlySpan<string> connectionStrings)
    {
        var places = connectionStrings.ToArray();
        Close(reading => places.Contains(reading.ConnectionString));
    }

    private static void Close(Func<SqliteReading, bool> isMeant)
    {
        List<SqliteReading> closing;
        lock (Gate)
        {
            closing = [.. Idle.Where(isMeant)];
            closing.ForEach(reading => Idle.Remove(reading));
        }

        closing.ForEach(reading => reading.Discard());
    }
}
