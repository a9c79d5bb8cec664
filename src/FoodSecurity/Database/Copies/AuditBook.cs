using System.Data.Common;
using System.Globalization;

namespace FoodSecurity.Database.Copies;

/// <summary>Brings the lines of one book of changes into another. Neither loses a line: a book only grows.</summary>
internal static class AuditBook
{
    /// <summary>Adds the lines the target does not hold, in their order, behind its own; a line is the same where all of it but its number is.</summary>
    public static CopiedTable Append(DbConnection source, DbConnection target, DbTransaction writing)
    {
        var held = Lines(target, writing).Select(l => l with { Id = 0 }).ToHashSet();
        var missing = Lines(source, null).Where(l => !held.Contains(l with { Id = 0 })).ToList();
        foreach (var line in missing)
        {
            target.Run(
                """
                insert into audit_entry (id, happened_at, editor, action, subject, old_value, new_value)
                select coalesce(max(id), 0) + 1, @HappenedAt, @Editor, @Action, @Subject, @OldValue, @NewValue from audit_entry
                """,
                line,
                writing
            );
        }

        return new CopiedTable(
            "audit_entry",
            missing.Count,
            string.Create(CultureInfo.InvariantCulture, $"added to the {held.Count} held")
        );
    }

    // one row per line of the book, oldest first
    private static IReadOnlyList<Line> Lines(DbConnection connection, DbTransaction? transaction) =>
        connection.Rows<Line>(
            """
            select id as Id, happened_at as HappenedAt, editor as Editor, action as Action, subject as Subject, old_value as OldValue, new_value as NewValue from audit_entry order by id
            """,
            transaction: transaction
        );

    private sealed record Line
    {
        public long Id { get; init; }
        public string HappenedAt { get; init; } = "";
        public string Editor { get; init; } = "";
        public string Action { get; init; } = "";
        public string Subject { get; init; } = "";
        public string? OldValue { get; init; }
        public string? NewValue { get; init; }
    }
}
