namespace FoodSecurity.Database.Engines;

public enum StoreTrouble
{
    /// <summary>Another program is writing; this one waited and gave up.</summary>
    Busy,

    /// <summary>No room is left where the database stands.</summary>
    Full,

    /// <summary>The server does not answer, or does not let us in.</summary>
    Unreachable,

    /// <summary>The file or the database is not what was expected.</summary>
    Unfit,
}

/// <summary>The database cannot do what was asked, for a reason a person can mend. Nothing was written.</summary>
public sealed class StoreException(StoreTrouble trouble, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreTrouble Trouble { get; } = trouble;
}
