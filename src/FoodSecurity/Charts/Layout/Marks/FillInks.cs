using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>
/// Colours of surfaces. Amounts run from light to dark in one hue, so that order survives greyscale; changes from brown over
/// grey to teal, which the common kinds of colour blindness keep apart; phases in the colours the IPC prescribes.
/// </summary>
internal static class FillInks
{
    public static IReadOnlyList<ChartInk> Amounts { get; } =
    [
        new("#e4edf3", "--q0"),
        new("#c3d9e8", "--q1"),
        new("#96bfd9", "--q2"),
        new("#639fc4", "--q3"),
        new("#347daa", "--q4"),
        new("#135a87", "--q5"),
        new("#08385a", "--q6"),
    ];

    public static IReadOnlyList<ChartInk> Changes { get; } =
    [
        new("#7f3b08", "--v0"),
        new("#cd8b40", "--v1"),
        new("#e8c594", "--v2"),
        new("#eceef0", "--v3"),
        new("#a9d6cf", "--v4"),
        new("#4ba89c", "--v5"),
        new("#0a5149", "--v6"),
    ];

    /// <summary>IPC Technical Manual 3.1, colour scheme: #CDFACD #FAE61E #E67800 #C80000 #640000.</summary>
    public static IReadOnlyList<ChartInk> Phases { get; } =
    [new("#cdfacd", "--ipc1"), new("#fae61e", "--ipc2"), new("#e67800", "--ipc3"), new("#c80000", "--ipc4"), new("#640000", "--ipc5")];

    public static ChartInk Void { get; } = new("#f4f5f7", "--void");
    public static ChartInk Hatch { get; } = new("#9aa4af", "--hatch");
    public static ChartInk Quiet { get; } = new("#b7bfc8", "--quiet");

    /// <summary>Ground colour and hatching of a fill.</summary>
    public static (ChartInk Ground, ShapeHatch Hatch) Of(ChartFill fill) =>
        fill.Kind switch
        {
            FillKind.Slot => (ChartPalette.Slot(fill.Step), ShapeHatch.None),
            FillKind.Amount => (Amounts[Math.Clamp(fill.Step, 0, Amounts.Count - 1)], ShapeHatch.None),
            FillKind.Change => (Changes[Math.Clamp(fill.Step, 0, Changes.Count - 1)], ShapeHatch.None),
            FillKind.Phase => (Phases[Math.Clamp(fill.Step, 0, Phases.Count - 1)], ShapeHatch.None),
            FillKind.NoAccess => (Void, ShapeHatch.Crossed),
            FillKind.NotApplicable => (Void, ShapeHatch.Dotted),
            FillKind.Quiet => (Quiet, ShapeHatch.None),
            _ => (Void, ShapeHatch.Slanted),
        };

    /// <summary>Ink for words on a fill: whichever of dark and white stands out more.</summary>
    public static ChartInk WordsOn(ChartFill fill)
    {
        var ground = Of(fill).Ground;
        double onDark = (ground.Luminance + 0.05) / (ChartPalette.Ink.Luminance + 0.05);
        return onDark >= ground.ContrastOnWhite ? OnLight(fill.Kind) : OnDark;
    }

    /// <summary>Words on a coloured surface keep their colour in a dark theme, as the surface does.</summary>
    private static ChartInk OnLight(FillKind kind) =>
        kind is FillKind.NoData or FillKind.NoAccess or FillKind.NotApplicable ? ChartPalette.Ink : new("#1f2933", "--on-light");

    private static ChartInk OnDark { get; } = new("#ffffff", "--on-dark");
}
