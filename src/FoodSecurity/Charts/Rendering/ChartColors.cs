using FoodSecurity.Charts.Layout;
using ScottPlot;

namespace FoodSecurity.Charts.Rendering;

/// <summary>The palette as ScottPlot colours, and back again.</summary>
internal static class ChartColors
{
    private static readonly Dictionary<(byte, byte, byte), ChartInk> Inks = new ChartInk[]
    {
        ChartPalette.Hair,
        ChartPalette.Muted,
        ChartPalette.Base,
        ChartPalette.Paper,
        ChartPalette.Warm,
        ChartPalette.Cool,
        ChartPalette.Spread,
    }
        .Concat(ChartPalette.Slots)
        .ToDictionary(ink => (ink.Red, ink.Green, ink.Blue));

    public static Color Of(ChartInk ink, double opacity = 1) => new(ink.Red, ink.Green, ink.Blue, (byte)Math.Round(opacity * 255));

    public static ChartInk InkOf(Color color) => Inks[(color.R, color.G, color.B)];

    public static double OpacityOf(Color color) => Math.Round(color.A / 255.0, 2);

    public static LinePattern Dots(ChartSizes sizes) => new([(float)sizes.Round(0.5), (float)sizes.Round(4.5)], 0, "dots");

    public static LinePattern Dashes(ChartSizes sizes) => new([(float)sizes.Round(4), (float)sizes.Round(3)], 0, "dashes");
}
