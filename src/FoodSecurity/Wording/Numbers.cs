using System.Globalization;

namespace FoodSecurity.Wording;

/// <summary>How numbers are written: a thin rule set, the same in pages, pictures and files. Display rounding never feeds back into calculation.</summary>
public static class Numbers
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Fixed decimals with thousands separators: 1,451 or 4.82. Halves are rounded away from zero; the minus is a minus, not a hyphen.</summary>
    public static string Fixed(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero)
            .ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), English)
            .Replace('-', '−');

    /// <summary>A mass in tonnes in the unit a reader expects: 4.82 million t, 112 thousand t, 450 t.</summary>
    public static string Mass(decimal tonnes) =>
        Math.Abs(tonnes) switch
        {
            >= 99_950_000m => Fixed(tonnes / 1_000_000m, 0) + " million t",
            >= 9_995_000m => Fixed(tonnes / 1_000_000m, 1) + " million t",
            >= 999_500m => Fixed(tonnes / 1_000_000m, 2) + " million t",
            >= 9_950m => Fixed(tonnes / 1000m, 0) + " thousand t",
            >= 999.5m => Fixed(tonnes / 1000m, 1) + " thousand t",
            _ => Fixed(tonnes, 0) + " t",
        };

    /// <summary>The short form for labels in pictures: 4.82 Mt, 112 kt, 450 t.</summary>
    public static string MassShort(decimal tonnes) =>
        Math.Abs(tonnes) switch
        {
            >= 99_950_000m => Fixed(tonnes / 1_000_000m, 0) + " Mt",
            >= 9_995_000m => Fixed(tonnes / 1_000_000m, 1) + " Mt",
            >= 99_500m => Fixed(tonnes / 1_000_000m, 2) + " Mt",
            >= 999.5m => Fixed(tonnes / 1000m, 0) + " kt",
            _ => Fixed(tonnes, 0) + " t",
        };

    /// <summary>A change in per cent with its sign: +6.9 %, −3.1 %, 0.0 %. The minus is a minus, not a hyphen.</summary>
    public static string Change(decimal ratio)
    {
        var percent = Math.Round(ratio * 100m, 1, MidpointRounding.AwayFromZero);
        var sign =
            percent > 0 ? "+"
            : percent < 0 ? "−"
            : "";
        return sign + Fixed(Math.Abs(percent), 1) + " %";
    }

    public static string Percent(decimal percent, int decimals = 1) => Fixed(percent, decimals) + " %";

    /// <summary>Decimals that keep three significant digits of the largest value of a picture.</summary>
    public static int DecimalsFor(decimal largest) =>
        Math.Abs(largest) switch
        {
            0m or >= 100m => 0,
            >= 10m => 1,
            >= 0.1m => 2,
            >= 0.01m => 3,
            >= 0.001m => 4,
            >= 0.0001m => 5,
            _ => 6,
        };

    /// <summary>A value beside a largest one, with the decimals of <see cref="DecimalsFor"/>; what is not zero is never written as zero: 0.005 beside 50, 3.5 × 10⁻⁹ where even that is too long.</summary>
    public static string Beside(decimal value, decimal largest)
    {
        var decimals = DecimalsFor(largest);
        if (value == 0 || Math.Round(value, decimals, MidpointRounding.AwayFromZero) != 0)
        {
            return Fixed(value, decimals);
        }

        var first = (int)Math.Ceiling(-Math.Log10((double)Math.Abs(value)));
        return first <= 6 ? Fixed(value, first) : Scientific((double)value);
    }

    /// <summary>Two or three digits and a power of ten: 3.5 × 10⁻⁹.</summary>
    public static string Scientific(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        var parts = value.ToString("0.##E+0", CultureInfo.InvariantCulture).Split('E');
        var power = string.Concat(
                parts[1]
                    .Select(c =>
                        c switch
                        {
                            '-' => '⁻',
                            '+' => ' ',
                            _ => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'],
                        }
                    )
            )
            .Trim();
        return parts[0].Replace('-', '−') + " × 10" + power;
    }
}
