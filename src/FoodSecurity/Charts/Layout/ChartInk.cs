using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout;

/// <summary>A colour with the CSS custom property that may replace it on a page ("--s0"), for a dark theme.</summary>
public readonly record struct ChartInk(string Hex, string Token)
{
    public byte Red => Convert.ToByte(Hex[1..3], 16);
    public byte Green => Convert.ToByte(Hex[3..5], 16);
    public byte Blue => Convert.ToByte(Hex[5..7], 16);

    /// <summary>Relative luminance, 0 black to 1 white (WCAG 2.2).</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <summary>Contrast to white paper, 1 to 21 (WCAG 2.2).</summary>
    public double ContrastOnWhite => 1.05 / (Luminance + 0.05);

    private static double Linear(byte channel)
    {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}

/// <summary>
/// The colours of every chart. Lines: dark enough to be read as text on white (4.5:1), told apart by the common kinds of
/// colour blindness, and neighbours alternate between lighter and darker so that they part in greyscale too.
/// </summary>
public static class ChartPalette
{
    public static ChartInk Ink { get; } = new("#1f2933", "--ink");
    public static ChartInk Muted { get; } = new("#5f6b7a", "--muted");
    public static ChartInk Hair { get; } = new("#e3e7eb", "--hair");

    /// <summary>The line at zero and the ticks, darker than the grid.</summary>
    public static ChartInk Base { get; } = new("#8a94a0", "--base");
    public static ChartInk Paper { get; } = new("#ffffff", "--paper");
    public static ChartInk Warm { get; } = new("#b45309", "--warm");
    public static ChartInk Cool { get; } = new("#475569", "--cool");
    public static ChartInk Spread { get; } = new("#0072b2", "--spread");

    /// <summary>The ground and the number of a pin.</summary>
    public static ChartInk Pin { get; } = new("#1f2933", "--pin");
    public static ChartInk PinText { get; } = new("#ffffff", "--pin-text");

    /// <summary>One colour per source, by <see cref="ChartLine.Color"/>; larger numbers begin again.</summary>
    public static IReadOnlyList<ChartInk> Slots { get; } =
    [
        new("#c2410c", "--s0"), // vermilion brown
        new("#00588f", "--s1"), // blue
        new("#007f57", "--s2"), // green
        new("#6b2c91", "--s3"), // purple
        new("#956300", "--s4"), // ochre
        new("#2f3a46", "--s5"), // dark grey
        new("#c0267a", "--s6"), // magenta
        new("#0b4f55", "--s7"), // deep teal
    ];

    /// <summary>The colour of a line; references are grey.</summary>
    public static ChartInk Of(ChartLine line) => line.IsReference ? Muted : Slot(line.Color);

    public static ChartInk Slot(int color) => Slots[(color % Slots.Count + Slots.Count) % Slots.Count];
}
