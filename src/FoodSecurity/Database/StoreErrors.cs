using System.Data.Common;
using FoodSecurity.Database.Engines;

namespace FoodSecurity.Database;

/// <summary>Errors of both engines in words for the person at the keyboard.</summary>
public static class StoreErrors
{
    /// <summary>What an error of either engine means, or null where it is a fault of ours.</summary>
    public static StoreException? Explain(Exception wrong) =>
        wrong as StoreException ?? (wrong is DbException ? Dialects.Sqlite.Explain(wrong) ?? Dialects.PostgreSql.Explain(wrong) : null);
}
