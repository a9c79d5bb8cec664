using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database.Engines;

namespace FoodSecurity.Database.Copies;

/// <summary>One table of a copy: how many rows, and the checksum both sides have.</summary>
public sealed record CopiedTable(string Table, long Rows, string Checksum);

/// <summary>
/// Copies a whole installation from one database to another, of either engine, table by table: from one state of the source, in one
/// transaction of the target. Every row is read back and its checksum compared before anything becomes visible.
/// </summary>
public static class StoreCopy
{
    // The book of changes only grows: a target that has one keeps its lines and gets those it does not hold.
    private const string Book = "audit_entry";

    /// <param name="from">Where from; it is only read.</param>
    /// <param name="to">Where to.</param>
    /// <param name="replace">True to put the copy in the place of what the target holds; else a target that holds releases is refused.</param>
    /// <param name="told">Called with each table when its rows are across.</param>
    /// <param name="alongside">What else belongs to the target's transaction.</param>
    /// <exception cref="StoreException">The target holds data, its tables differ, or what was written reads back differently. Nothing was changed.</exception>
    public static IReadOnlyList<CopiedTable> Run(
        Store from,
        Store to,
        bool replace = false,
        Action<CopiedTable>? told = null,
        Action<DbConnection, DbTransaction>? alongside = null
    )
    {
        using var source = from.OpenReader();
        using var target = to.OpenWriter();
        using var reading = Dialects.Of(source).BeginReading(source);
        using var writing = target.BeginWriting();
        var tables = Dialects.Of(source).Tables(source);
        Check(tables, target, replace);
        var versionBefore = DataVersion.Read(target);
        var copied = new List<CopiedTable>();
        foreach (var (table, key) in tables)
        {
            if (target.One<long>("select count(*) from " + table, transaction: writing) > 0)
            {
                if (table == Book)
                {
                    copied.Add(AuditBook.Append(source, target, writing));
                    told?.Invoke(copied[^1]);
                    continue;
                }

                target.Run("delete from " + table, transaction: writing);
            }

            var sent = Read(source, table, key, target);
            var arrived = Read(target, table, key, null);
            if (sent != arrived)
            {
                throw new StoreException(
                    StoreTrouble.Unfit,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Table {table} reads back differently: {sent.Rows} rows with checksum {sent.Checksum} were sent, {arrived.Rows} with {arrived.Checksum} arrived."
                    )
                );
            }

            copied.Add(sent);
            told?.Invoke(sent);
        }

        if (replace)
        {
            // Caches are keyed by the version: it must not go back.
            target.Run(
                "update setting set value = @highest where name = 'data_version'",
                new { highest = Math.Max(versionBefore, DataVersion.Read(source)).ToString(CultureInfo.InvariantCulture) },
                writing
            );
            DataVersion.Raise(target, writing);
        }

        alongside?.Invoke(target, writing);
        writing.Commit();
        Dialects.Of(target).AfterLoad(target, copied.Sum(c => c.Rows));
        return copied;
    }

    private static void Check(IReadOnlyList<(string Table, IReadOnlyList<string> Key)> tables, DbConnection target, bool replace)
    {
        var there = Dialects.Of(target).Tables(target).Select(t => t.Table).ToList();
        if (!tables.Select(t => t.Table).SequenceEqual(there))
        {
            throw new StoreException(
                StoreTrouble.Unfit,
                $"The two databases have different tables: {string.Join(", ", tables.Select(t => t.Table).Except(there).Concat(there.Except(tables.Select(t => t.Table))))}."
            );
        }

        if (!replace && target.One<long>("select (select count(*) from release) + (select count(*) from article)") is > 0 and var held)
        {
            throw new StoreException(
                StoreTrouble.Unfit,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The target already holds {held} releases and articles; copy into an empty database, or use \"foodsec restore\" to replace what is there."
                )
            );
        }
    }

    /// <summary>Reads a table in order of its key, sums it up, and writes it where a target is given.</summary>
    private static CopiedTable Read(DbConnection connection, string table, IReadOnlyList<string> key, DbConnection? target)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = $"select * from {table} order by {string.Join(", ", key)}";
        using var reader = command.ExecuteReader();
        var kinds = TableChecksum.Kinds(reader);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        using var rows = target is null ? null : Dialects.Of(target).OpenRows(target, table, columns);
        using var sum = new TableChecksum();
        while (reader.Read())
        {
            for (var i = 0; i < kinds.Length; i++)
            {
                Pass(reader, i, kinds[i], sum, rows);
            }

            sum.EndRow();
            rows?.EndRow();
        }

        rows?.Rest();
        return new CopiedTable(table, sum.Done().Rows, sum.Value);
    }

    private static void Pass(DbDataReader reader, int column, ColumnKind kind, TableChecksum sum, RowWriter? rows)
    {
        if (reader.IsDBNull(column))
        {
            sum.AddNull();
            rows?.Write((string?)null);
            return;
        }

        switch (kind)
        {
            case ColumnKind.Whole:
                var whole = reader.GetInt64(column);
                sum.Add(whole);
                rows?.Write(whole);
                break;
            case ColumnKind.Real:
                var real = reader.GetDouble(column);
                sum.Add(real);
                rows?.Write((double?)real);
                break;
            default:
                var text = reader.GetString(column);
                sum.Add(text);
                rows?.Write(text);
                break;
        }
    }
}
