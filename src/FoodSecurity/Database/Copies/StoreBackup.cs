using System.Data.Common;
using FoodSecurity.Database.Engines;
using Microsoft.Data.Sqlite;

namespace FoodSecurity.Database.Copies;

/// <summary>
/// A backup is one SQLite file, whichever engine it was taken from; readers and loads go on meanwhile. A half-written backup never stands
/// under its name, and a restore puts all of it in the place of what was there, or nothing.
/// </summary>
public static class StoreBackup
{
    /// <summary>Writes the state of this moment into a new file.</summary>
    /// <exception cref="StoreException">The file is there already, or there is no room for it.</exception>
    public static void Write(Store store, string file)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file))
        {
            throw new StoreException(StoreTrouble.Unfit, $"{file} is there already; a backup does not overwrite.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var part = file + ".part";
        Remove(part);
        try
        {
            if (store.IsServer)
            {
                CopyInto(store, part);
            }
            else
            {
                using var connection = store.OpenWriter();
                connection.Run("vacuum into @part", new { part });
            }

            Check(part);
            File.Move(part, file);
        }
        catch (SqliteException wrong) when (StoreErrors.Explain(wrong) is { } told)
        {
            throw told;
        }
        finally
        {
            Remove(part);
        }
    }

    /// <summary>Puts a backup in the place of what a database holds. The backup itself is only read; one of an older version is brought up to date on the way.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="store">What it is put into; its book of changes is kept and gets the lines of the backup's that it does not hold.</param>
    /// <param name="told">Called with each table when its rows are across.</param>
    /// <param name="alongside">What else belongs to the same transaction: a line of the book that tells of the restoring.</param>
    /// <exception cref="StoreException">The file is missing or not sound.</exception>
    public static IReadOnlyList<CopiedTable> Restore(
        string file,
        Store store,
        Action<CopiedTable>? told = null,
        Action<DbConnection, DbTransaction>? alongside = null
    )
    {
        if (!File.Exists(file))
        {
            throw new StoreException(StoreTrouble.Unfit, $"There is no file {file}.");
        }

        Check(file);
        var folder = Directory.CreateTempSubdirectory("foodsec-restore-").FullName;
        try
        {
            var copy = Path.Combine(folder, "backup.db");
            File.Copy(file, copy);
            var source = Store.Open(copy);
            try
            {
                return StoreCopy.Run(source, store, replace: true, told, alongside);
            }
            finally
            {
                source.Close();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void CopyInto(Store store, string part)
    {
        var made = Store.Open(part);
        try
        {
            StoreCopy.Run(store, made);
            using var connection = made.OpenWriter();
            // One file, without a log beside it.
            connection.One<string>("pragma journal_mode = delete");
        }
        finally
        {
            made.Close();
        }
    }

    /// <summary>Reads every page and says whether the file is a sound database of ours.</summary>
    private static void Check(string file)
    {
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = file,
                    Mode = SqliteOpenMode.ReadOnly,
                    Pooling = false,
                }.ToString()
            );
            connection.Open();
            var found = connection.One<string>("pragma integrity_check(1)");
            if (found != "ok" || !Dialects.Sqlite.HasTable(connection, "migration"))
            {
                throw new StoreException(
                    StoreTrouble.Unfit,
                    found == "ok" ? $"{file} is not a database of this program." : $"{file} is damaged: {found}"
                );
            }
        }
        catch (SqliteException wrong)
        {
            throw new StoreException(StoreTrouble.Unfit, $"{file} is not a sound database ({wrong.Message.TrimEnd('.')}).", wrong);
        }
    }

    private static void Remove(string part)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["", "-wal", "-shm", "-journal"])
        {
            File.Delete(part + suffix);
        }
    }
}
