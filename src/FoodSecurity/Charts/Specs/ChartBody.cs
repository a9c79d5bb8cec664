namespace FoodSecurity.Charts.Specs;

/// <summary>What stands between heading and foot of a picture where it is neither lines nor bars over time. Data and words, no pixels.</summary>
public abstract record ChartBody;

/// <summary>What a surface means; the palette turns it into a colour or a hatching.</summary>
public readonly record struct ChartFill(FillKind Kind, int Step = 0)
{
    /// <summary>A series' colour.</summary>
    public static ChartFill Slot(int color) => new(FillKind.Slot, color);

    /// <summary>0 least to 6 most.</summary>
    public static ChartFill Amount(int step) => new(FillKind.Amount, step);

    /// <summary>−3 far below to +3 far above.</summary>
    public static ChartFill Change(int step) => new(FillKind.Change, step + 3);

    /// <summary>1 to 5, in the colours of the IPC.</summary>
    public static ChartFill Phase(int phase) => new(FillKind.Phase, phase - 1);

    public static ChartFill NoData { get; } = new(FillKind.NoData);
    public static ChartFill NoAccess { get; } = new(FillKind.NoAccess);
    public static ChartFill NotApplicable { get; } = new(FillKind.NotApplicable);
    public static ChartFill Quiet { get; } = new(FillKind.Quiet);
}

public enum FillKind
{
    Slot,
    Amount,
    Change,
    Phase,

    /// <summary>Nobody has published a figure: slanted lines.</summary>
    NoData,

    /// <summary>Those who measure could not get there: crossed lines.</summary>
    NoAccess,

    /// <summary>The question does not arise there: dots.</summary>
    NotApplicable,

    /// <summary>Context, in grey.</summary>
    Quiet,
}

/// <summary>An entry of the key above a body.</summary>
public sealed record ChartKeyEntry(string Label, ChartFill Fill)
{
    /// <summary>True where it explains outlined marks: estimates.</summary>
    public bool IsHollow { get; init; }
}
