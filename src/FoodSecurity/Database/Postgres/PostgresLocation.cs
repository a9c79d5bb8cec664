using System.Globalization;
using FoodSecurity.Database.Engines;
using Npgsql;

namespace FoodSecurity.Database.Postgres;

/// <summary>Reads the two ways a PostgreSQL server is named: <c>Host=db;Database=foodsec;…</c> and <c>postgres://user:password@db:5432/foodsec?sslmode=require</c>.</summary>
internal static class PostgresLocation
{
    public static bool Names(string location) =>
        IsUri(location)
        || (
            location.Contains('=', StringComparison.Ordinal)
            && location
                .Split(';')
                .Select(p => p.Split('=')[0].Trim())
                .Any(k => k.Equals("Host", StringComparison.OrdinalIgnoreCase) || k.Equals("Server", StringComparison.OrdinalIgnoreCase))
        );

    /// <exception cref="StoreException">The text is neither form, or holds a word the driver does not know.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string location)
    {
        try
        {
            return IsUri(location) ? OfUri(location) : new NpgsqlConnectionStringBuilder(location);
        }
        catch (Exception wrong) when (wrong is ArgumentException or UriFormatException or FormatException)
        {
            throw new StoreException(
                StoreTrouble.Unreachable,
                $"{DatabaseLocation.Setting} names a PostgreSQL server but cannot be read: {wrong.Message} Give \"Host=…;Database=…;Username=…\" or \"postgres://user@host/database\".",
                wrong
            );
        }
    }

    private static bool IsUri(string location) =>
        location.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || location.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static NpgsqlConnectionStringBuilder OfUri(string location)
    {
        var uri = new Uri(location);
        var made = new NpgsqlConnectionStringBuilder { Host = uri.Host.Length > 0 ? Uri.UnescapeDataString(uri.Host) : "localhost" };
        if (uri.Port > 0)
        {
            made.Port = uri.Port;
        }

        if (uri.AbsolutePath.Trim('/') is { Length: > 0 } database)
        {
            made.Database = Uri.UnescapeDataString(database);
        }

        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
        {
            made.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            made.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var n, var v] ? (Uri.UnescapeDataString(n), Uri.UnescapeDataString(v)) : (pair, "");
            // libpq's words where the driver's differ.
            made[
                name switch
                {
                    "sslmode" => "SSL Mode",
                    "sslrootcert" => "Root Certificate",
                    "application_name" => "Application Name",
                    "connect_timeout" => "Timeout",
                    "options" => "Options",
                    "host" => "Host",
                    "port" => "Port",
                    _ => name,
                }
            ] =
                name == "sslmode"
                    ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(value.Replace("-", "", StringComparison.Ordinal))
                    : value;
        }

        return made;
    }
}
