using System.Globalization;
using FoodSecurity.Articles;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>
/// How a sentence may be meant if one thing in it was read wrongly: the year before or after, another crop, the total instead of a crop, the usual base.
/// Before a sentence with figures is called contradicted these are tried: a figure that fits one of them speaks for a slip of reading, not for a falsehood.
/// </summary>
internal static class OtherReadings
{
    private static readonly string[] Crops = ["wheat", "rice", "maize", "barley", "sorghum", "millet", "oats", "rye"];

    public static IEnumerable<Claim> Of(Claim claim)
    {
        if (claim.Base is not null)
        {
            yield return claim with
            {
                Base = null,
            };
        }

        foreach (var years in new[] { -1, 1 })
        {
            if (Shifted(claim.Period, years) is { } period)
            {
                yield return claim with
                {
                    Period = period,
                    Base = Shifted(claim.Base, years),
                };
            }
        }

        if (claim.Item is not { Length: > 0 } item || claim.Indicator is "price")
        {
            yield break;
        }

        foreach (var crop in Crops.Where(c => c != item))
        {
            yield return claim with
            {
                Item = crop,
            };
        }

        if (claim.Indicator == "item-output")
        {
            yield return claim with
            {
                Indicator = "crop-output",
                Item = null,
            };
            yield return claim with
            {
                Indicator = "cereal-output",
                Item = "cereals",
            };
        }
    }

    private static ClaimPeriod? Shifted(ClaimPeriod? period, int years) =>
        period is { From: { } from, To: { } to } && Moved(from, years) is { } begins && Moved(to, years) is { } ends
            ? period with
            {
                From = begins,
                To = ends,
            }
            : null;

    private static string? Moved(string date, int years) =>
        PartialDate.IsValid(date)
            ? (int.Parse(date[..4], CultureInfo.InvariantCulture) + years).ToString("0000", CultureInfo.InvariantCulture) + date[4..]
            : null;
}
