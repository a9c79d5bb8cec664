using System.Data.Common;
using System.Globalization;

namespace FoodSecurity.Database;

/// <summary>A number that grows with every change of the data; caches and ETags are keyed by it, so that nothing served is stale.</summary>
public static class DataVersion
{
    public static long Read(DbConnection connection) =>
        long.Parse(connection.One<string>("select value from setting where name = 'data_version'") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>Raises the number and tells other programs when the transaction commits.</summary>
    public static void Raise(DbConnection connection, DbTransaction transaction)
    {
        connection.Run(
            """
            insert into setting (name, value) values ('data_version', '1')
            on conflict (name) do update set value = cast(cast(setting.value as bigint) + 1 as text)
            """,
            transaction: transaction
        );
        Dialects.Of(connection).Announce(connection, transaction);
    }
}
