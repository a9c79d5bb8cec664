using System.Globalization;
using FoodSecurity.Database.Postgres;
using Npgsql;

namespace FoodSecurity.Database;

/// <summary>
/// Hears from a PostgreSQL server when another program changed the data, so that several web instances see a new version at once and need
/// not ask for each page. The number in the database stays the truth: while the server cannot be heard, it is asked.
/// </summary>
internal sealed class DataVersionWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private readonly string _connectionString;
    private readonly Task _listening;
    private long _heard = -1;

    public DataVersionWatch(string connectionString)
    {
        // A connection of its own for as long as the program runs; a silent line is found out within half a minute.
        _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            KeepAlive = 30,
            ApplicationName = "foodsec version",
        }.ToString();
        _listening = Task.Run(() => Listen(_end.Token));
    }

    /// <summary>The version as last told, or null while the server is not heard.</summary>
    public long? Heard => Interlocked.Read(ref _heard) is >= 0 and var version ? version : null;

    /// <summary>Why the server was last not heard; null where it was.</summary>
    public string? Trouble { get; private set; }

    public void Dispose()
    {
        _end.Cancel();
        _listening.Wait();
        _end.Dispose();
    }

    private async Task Listen(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_connectionString);
                await connection.OpenAsync(end);
                connection.Notification += (_, told) => Hear(long.Parse(told.Payload, CultureInfo.InvariantCulture));
                await using (var listen = new NpgsqlCommand("listen " + PostgresDialect.Channel, connection))
                {
                    await listen.ExecuteNonQueryAsync(end);
                }

                // Read after listening: what is committed in between is told as well.
                Hear(DataVersion.Read(connection));
                while (true)
                {
                    await connection.WaitAsync(end);
                }
            }
            catch (Exception wrong) when (wrong is OperationCanceledException or NpgsqlException or IOException or TimeoutException)
            {
                // The program ends, or the server is not heard: askers ask the database themselves until it is back.
                Trouble = wrong is OperationCanceledException ? null : wrong.Message;
            }
            finally
            {
                Interlocked.Exchange(ref _heard, -1);
            }

            await Task.Delay(Pause, end)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Versions only grow; a notification may arrive after a read that saw a later one.</summary>
    private void Hear(long version)
    {
        var before = Interlocked.Read(ref _heard);
        while (version > before && Interlocked.CompareExchange(ref _heard, version, before) is var now && now != before)
        {
            before = now;
        }
    }
}
