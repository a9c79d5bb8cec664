using System.Data.Common;
using System.Security.Cryptography;
using FoodSecurity.Database;
using Microsoft.AspNetCore.Identity;

namespace FoodSecurity.Editors;

/// <summary>The accounts: made, listed, disabled, and checked at sign-in. Every change stands in the audit log.</summary>
public sealed class EditorStore(Store store)
{
    public const int ShortestPassword = 12;
    public const int LongestPassword = 256;
    public const int LongestName = 64;

    private const string Columns = """
        id as Id, name as Name, role as RoleName, stamp as Stamp, created_at as CreatedAt, last_sign_in_at as LastSignInAt, disabled_at as DisabledAt, password_hash as Hash
        """;

    /// <summary>Makes an account.</summary>
    /// <param name="name">1 to 64 letters, digits, dots, hyphens, underscores or at signs; case does not tell names apart.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="password">At least <see cref="ShortestPassword"/> characters.</param>
    /// <param name="by">Who makes it, for the audit log.</param>
    /// <exception cref="EditorException">The name is taken or malformed, or the password too short.</exception>
    public Editor Add(string name, EditorRole role, string password, string by)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName || !name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@'))
        {
            throw new EditorException($"A name has 1 to {LongestName} letters, digits, dots, hyphens, underscores or at signs.");
        }

        CheckPassword(name, password);
        var hash = PasswordHash.Create(password);
        Write(
            (connection, transaction) =>
            {
                if (connection.One<long>("select count(*) from editor where name_key = @key", new { key = Key(name) }, transaction) > 0)
                {
                    throw new EditorException($"There is an account \"{name}\" already.");
                }

                connection.Run(
                    """
                    insert into editor (id, name, name_key, role, password_hash, stamp, created_at)
                    select coalesce(max(id), 0) + 1, @name, @key, @role, @hash, @stamp, @now from editor
                    """,
                    new
                    {
                        name,
                        key = Key(name),
                        role = RoleName(role),
                        hash,
                        stamp = NewStamp(),
                        now = AuditLog.Now(),
                    },
                    transaction
                );
                AuditLog.Write(connection, transaction, by, "account-add", "account " + name, null, RoleName(role));
            }
        );
        return Find(name)!;
    }

    // one row per account
    public IReadOnlyList<Editor> All()
    {
        using var connection = store.OpenReader();
        return [.. connection.Rows<EditorRow>($"select {Columns} from editor order by name_key").Select(r => r.Editor)];
    }

    public Editor? Find(string name) => Row(name)?.Editor;

    /// <summary>The account of a name and password, its last sign-in set to now; null where they do not fit or the account is disabled.</summary>
    public Editor? SignIn(string name, string password)
    {
        var row = Row(name);
        var typed = password.Length > LongestPassword ? "" : password;
        var result = PasswordHash.Verify(row?.Hash, typed);
        if (row is null || result == PasswordVerificationResult.Failed || row.DisabledAt is not null)
        {
            return null;
        }

        Write(
            (connection, transaction) =>
            {
                // A hash of fewer rounds or an older kind is made anew while the password is at hand.
                var hash = result == PasswordVerificationResult.SuccessRehashNeeded ? PasswordHash.Create(typed) : row.Hash;
                connection.Run(
                    "update editor set last_sign_in_at = @now, password_hash = @hash where id = @Id",
                    new
                    {
                        now = AuditLog.Now(),
                        hash,
                        row.Id,
                    },
                    transaction
                );
                AuditLog.Write(connection, transaction, row.Name, "sign-in", "account " + row.Name);
            }
        );
        return Find(name);
    }

    /// <summary>Shuts an account, or opens it again; whoever is signed in with it is signed out.</summary>
    /// <exception cref="EditorException">No such account, or it is the last administrator's.</exception>
    public void Disable(string name, bool disabled, string by)
    {
        var editor = Find(name) ?? throw Unknown(name);
        Write(
            (connection, transaction) =>
            {
                if (
                    disabled
                    && editor.Role == EditorRole.Administrator
                    && connection.One<long>(
                        "select count(*) from editor where role = 'administrator' and disabled_at is null and id <> @Id",
                        new { editor.Id },
                        transaction
                    ) == 0
                )
                {
                    throw new EditorException($"\"{editor.Name}\" is the last administrator: make another first.");
                }

                var at = disabled ? AuditLog.Now() : null;
                connection.Run(
                    "update editor set disabled_at = @at, stamp = @stamp where id = @Id",
                    new
                    {
                        at,
                        stamp = NewStamp(),
                        editor.Id,
                    },
                    transaction
                );
                AuditLog.Write(
                    connection,
                    transaction,
                    by,
                    disabled ? "account-disable" : "account-enable",
                    "account " + editor.Name,
                    editor.DisabledAt ?? "enabled",
                    at ?? "enabled"
                );
            }
        );
    }

    /// <summary>Sets another password; whoever is signed in with the old one is signed out.</summary>
    /// <exception cref="EditorException">No such account, or the password is too short.</exception>
    public void SetPassword(string name, string password, string by)
    {
        var editor = Find(name) ?? throw Unknown(name);
        CheckPassword(editor.Name, password);
        var hash = PasswordHash.Create(password);
        Write(
            (connection, transaction) =>
            {
                connection.Run(
                    "update editor set password_hash = @hash, stamp = @stamp where id = @Id",
                    new
                    {
                        hash,
                        stamp = NewStamp(),
                        editor.Id,
                    },
                    transaction
                );
                AuditLog.Write(connection, transaction, by, "account-password", "account " + editor.Name);
            }
        );
    }

    private static void CheckPassword(string name, string password)
    {
        if (password.Length < ShortestPassword)
        {
            throw new EditorException($"A password has at least {ShortestPassword} characters.");
        }

        if (password.Length > LongestPassword)
        {
            throw new EditorException($"A password has at most {LongestPassword} characters.");
        }

        if (password.Contains(name, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 5)
        {
            throw new EditorException("A password does not hold the account's name and has at least five different characters.");
        }
    }

    private static string Key(string name) => name.Trim().ToLowerInvariant();

    private static string RoleName(EditorRole role) => role == EditorRole.Administrator ? "administrator" : "editor";

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static EditorException Unknown(string name) => new($"No account \"{name}\".");

    private EditorRow? Row(string name)
    {
        using var connection = store.OpenReader();
        return connection.One<EditorRow>($"select {Columns} from editor where name_key = @key", new { key = Key(name) });
    }

    private void Write(Action<DbConnection, DbTransaction> change)
    {
        using var connection = store.OpenWriter();
        using var transaction = connection.BeginWriting();
        change(connection, transaction);
        transaction.Commit();
    }

    private sealed record EditorRow
    {
        public long Id { get; init; }
        public string Name { get; init; } = "";
        public string RoleName { get; init; } = "";
        public string Stamp { get; init; } = "";
        public string CreatedAt { get; init; } = "";
        public string? LastSignInAt { get; init; }
        public string? DisabledAt { get; init; }
        public string Hash { get; init; } = "";

        public Editor Editor =>
            new()
            {
                Id = Id,
                Name = Name,
                Role = RoleName == "administrator" ? EditorRole.Administrator : EditorRole.Editor,
                Stamp = Stamp,
                CreatedAt = CreatedAt,
                LastSignInAt = LastSignInAt,
                DisabledAt = DisabledAt,
            };
    }
}
