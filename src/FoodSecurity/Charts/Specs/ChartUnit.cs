using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Specs;

/// <summary>The unit a picture is drawn in: chosen once for the whole picture from its largest value.</summary>
/// <param name="Divisor">Divides a value in the base unit.</param>
/// <param name="Name">As printed in subtitles ("million t").</param>
/// <param name="Short">As printed beside numbers ("Mt").</param>
public sealed record ChartUnit(decimal Divisor, string Name, string Short)
{
    public static readonly ChartUnit Percent = new(1m, "%", "%");
    public static readonly ChartUnit TonnesPerHectare = new(1m, "t/ha", "t/ha");

    public static ChartUnit Mass(decimal largest) =>
        Math.Abs(largest) switch
        {
            >= 400_000m => new(1_000_000m, "million t", "Mt"),
            >= 1000m => new(1000m, "thousand t", "kt"),
            _ => new(1m, "t", "t"),
        };

    public static ChartUnit Hectares(decimal largest) =>
        Math.Abs(largest) switch
        {
            >= 400_000m => new(1_000_000m, "million ha", "M ha"),
            >= 1000m => new(1000m, "thousand ha", "k ha"),
            _ => new(1m, "ha", "ha"),
        };

    public double Of(decimal value) => (double)(value / Divisor);

    /// <summary>A value with this unit, three significant digits of the picture's largest; what is not zero is never written as zero.</summary>
    public string Say(decimal value, decimal largest) => $"{Numbers.Beside(value / Divisor, largest / Divisor)} {Short}".TrimEnd();
}
