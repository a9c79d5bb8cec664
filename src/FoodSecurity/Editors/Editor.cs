namespace FoodSecurity.Editors;

/// <summary>What an account may do: editors load and withdraw; administrators also read the book of changes.</summary>
public enum EditorRole
{
    Editor,
    Administrator,
}

/// <summary>An account. Reading the site never needs one.</summary>
public sealed record Editor
{
    public long Id { get; init; }
    public string Name { get; init; } = "";
    public EditorRole Role { get; init; }

    /// <summary>When it was made, in UTC: yyyy-MM-ddTHH:mm:ssZ, as all times here.</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>Null where nobody has signed in with it yet.</summary>
    public string? LastSignInAt { get; init; }

    /// <summary>Null where the account may be used.</summary>
    public string? DisabledAt { get; init; }

    /// <summary>Changes with the password and when the account is disabled; a sign-in under another stamp is void.</summary>
    public string Stamp { get; init; } = "";

    public bool IsDisabled => DisabledAt is not null;
}

/// <summary>An account cannot be made or changed as asked; the message says why and is fit to be shown.</summary>
public sealed class EditorException(string message) : Exception(message);
