namespace FoodSecurity.Database.Engines;

/// <summary>
/// A prepared question: begin, give the values in the order of their places, then step through the rows. Only where the engine runs inside the
/// program and asking costs no round trip.
/// </summary>
public abstract class RowLookup : IDisposable
{
    /// <summary>Begins to ask anew.</summary>
    public abstract RowLookup Begin();

    public abstract RowLookup With(long value);

    public abstract RowLookup With(string value);

    /// <summary>Goes to the next row; false at the end.</summary>
    public abstract bool Next();

    public abstract bool IsNull(int column);

    public abstract long Long(int column);

    public abstract double Double(int column);

    /// <summary>UTF-8, empty for null; valid until the next row.</summary>
    public abstract ReadOnlySpan<byte> Text(int column);

    /// <summary>A text that comes again and again, as one string; null for null.</summary>
    public abstract string? Pooled(int column);

    public abstract void Dispose();
}
