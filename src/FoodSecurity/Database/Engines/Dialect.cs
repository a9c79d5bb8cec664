using System.Data.Common;
using Dapper;

namespace FoodSecurity.Database.Engines;

/// <summary>What differs between the engines. Feature code writes one SQL for both and asks here for the few things SQL has no common word for.</summary>
internal abstract class Dialect
{
    /// <summary>How a location is shown: a path, or host and database; never a password.</summary>
    public abstract string Show(string location);

    /// <summary>Turns a setting into the connection string for reading or for writing; patience is how long to wait for another program's transaction.</summary>
    public abstract string ConnectionString(string location, bool reading, TimeSpan patience);

    public abstract DbConnection Open(string connectionString, bool reading);

    /// <summary>Lets go of pooled connections to this place.</summary>
    public abstract void Close(params ReadOnlySpan<string> connectionStrings);

    public abstract bool HasTable(DbConnection connection, string table);

    /// <summary>Every table that holds data, in order of name, with the columns of its primary key.</summary>
    public abstract IReadOnlyList<(string Table, IReadOnlyList<string> Key)> Tables(DbConnection connection);

    /// <summary>Begins a transaction that sees one state of the database until it ends.</summary>
    public abstract DbTransaction BeginReading(DbConnection connection);

    /// <summary>A shared migration in this engine's words.</summary>
    public abstract string Translate(DbConnection connection, string migration);

    /// <summary>Whether a migration is for this engine: 0003_partitions_postgres.sql is for one alone.</summary>
    public abstract bool Runs(string migration);

    /// <summary>A statement of feature code in this engine's words.</summary>
    public virtual string Word(string sql) => sql;

    /// <summary>Begins a transaction that is the only writing one; waits for another for as long as the connection's patience allows.</summary>
    /// <exception cref="StoreException">Another program writes, and did not end in time.</exception>
    public abstract DbTransaction BeginWriting(DbConnection connection);

    /// <summary>Tells other programs, when the transaction commits, that the data changed.</summary>
    public virtual void Announce(DbConnection connection, DbTransaction transaction) { }

    /// <summary>Opens the engine's bulk way into a table; rows go in the order of the columns named.</summary>
    public abstract RowWriter OpenRows(DbConnection connection, string table, IReadOnlyList<string> columns);

    /// <summary>A prepared question where asking costs no round trip; null on a server.</summary>
    public virtual RowLookup? OpenLookup(DbConnection connection, string sql) => null;

    /// <summary>Tunes a connection for one big load.</summary>
    public virtual void PrepareLoad(DbConnection connection) { }

    /// <summary>Tells the planner how large a staging table has become.</summary>
    public void Measure(DbConnection connection, DbTransaction transaction, string table) =>
        connection.Execute("analyze " + table, transaction: transaction);

    /// <summary>After a load is committed: keeps the planner's picture of the tables true, where it does not look for itself soon enough.</summary>
    public virtual void AfterLoad(DbConnection connection, long changes) { }

    /// <summary>What an engine's error means for the person at the keyboard; null where it is a fault of ours.</summary>
    public abstract StoreException? Explain(Exception wrong);
}
