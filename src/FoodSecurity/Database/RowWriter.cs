namespace FoodSecurity.Database;

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

/// <summary>A prepared question by one number: ask, then step through the rows. Only where the engine runs inside the program.</summary>
public abstract class RowLookup : IDisposable
{
    public abstract void Ask(long value);

    public abstract bool Next();

    public abstract bool IsNull(int column);

    public abstract long Long(int column);

    public abstract double Double(int column);

    /// <summary>UTF-8; valid until the next row.</summary>
    public abstract ReadOnlySpan<byte> Text(int column);

    public abstract void Dispose();
}
