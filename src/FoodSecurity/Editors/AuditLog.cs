using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Editors;

/// <summary>One line of the book of changes: who, when, what, and what stood there before and after.</summary>
public sealed record AuditEntry
{
    public long Id { get; init; }
    public string HappenedAt { get; init; } = "";
    public string Editor { get; init; } = "";

    /// <summary>A verb of ours: sign-in, load, withdraw, account-add, account-disable, account-enable, account-password, restore, article-… and excerpt-… of the editing desk.</summary>
    public string Action { get; init; } = "";

    /// <summary>What it was done to: "release 12", "account anna".</summary>
    public string Subject { get; init; } = "";
    public string? OldValue { get; init; }
    public string? NewValue { get; init; }
}

/// <summary>The book of changes. It only grows: there is no statement here that changes or takes out a line, and SQLite refuses both by trigger.</summary>
public static class AuditLog
{
    /// <summary>Adds a line within the transaction of what it tells, so that neither is kept without the other.</summary>
    public static void Write(
        DbConnection connection,
        DbTransaction transaction,
        string editor,
        string action,
        string subject,
        string? oldValue = null,
        string? newValue = null
    ) =>
        connection.Run(
            """
            insert into audit_entry (id, happened_at, editor, action, subject, old_value, new_value)
            select coalesce(max(id), 0) + 1, @now, @editor, @action, @subject, @oldValue, @newValue from audit_entry
            """,
            new
            {
                now = Now(),
                editor,
                action,
                subject,
                oldValue,
                newValue,
            },
            transaction
        );

    /// <summary>Adds a line on its own.</summary>
    public static void Write(Store store, string editor, string action, string subject, string? oldValue = null, string? newValue = null)
    {
        using var connection = store.OpenWriter();
        using var transaction = connection.BeginWriting();
        Write(connection, transaction, editor, action, subject, oldValue, newValue);
        transaction.Commit();
    }

    // one row per line of the book, newest first
    public static IReadOnlyList<AuditEntry> Read(DbConnection connection, int count, long offset) =>
        connection.Rows<AuditEntry>(
            """
            select id as Id, happened_at as HappenedAt, editor as Editor, action as Action, subject as Subject, old_value as OldValue, new_value as NewValue
            from audit_entry order by happened_at desc, id desc limit @count offset @offset
            """,
            new { count, offset }
        );

    public static long Count(DbConnection connection) => connection.One<long>("select count(*) from audit_entry");

    /// <summary>This moment as text, in UTC.</summary>
    public static string Now() => DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
