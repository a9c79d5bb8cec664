namespace FoodSecurity.Database.Engines;

/// <summary>
/// The engine's bulk way into one table: values are given in the order of the columns, then the row is ended. Nothing else may be asked of
/// the connection between a row and <see cref="Rest"/>.
/// </summary>
public abstract class RowWriter : IDisposable
{
    /// <summary>An integer column of any width.</summary>
    public abstract void Write(long value);

    public abstract void Write(double? value);

    public abstract void Write(long? value);

    /// <summary>Null writes null; empty text is text.</summary>
    public abstract void Write(string? value);

    public abstract void EndRow();

    /// <summary>Sends what is under way, so that the connection can be asked; writing may go on afterwards.</summary>
    public abstract void Rest();

    public abstract void Dispose();
}
