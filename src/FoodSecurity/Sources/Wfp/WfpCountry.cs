using System.Text.RegularExpressions;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Wfp;

/// <summary>The country of a file of prices: a column, what the caller says, or the name WFP gave the file.</summary>
internal static partial class WfpCountry
{
    /// <summary>Alpha-3 code in a name like wfp_food_prices_ken.csv, also with " (1)" after it; else empty.</summary>
    public static string OfName(string fileName) =>
        Named().Match(fileName) is { Success: true } match ? match.Groups[1].Value.ToUpperInvariant() : "";

    /// <summary>The code all rows stand for; empty where a column says it.</summary>
    /// <exception cref="DataFormatException">None of the three says it.</exception>
    public static string Of(SourceFile file, CsvSource csv)
    {
        if (csv.Find("countryiso3") >= 0)
        {
            return "";
        }

        return file.Choices.Area.Length > 0 ? file.Choices.Area.ToUpperInvariant()
            : OfName(file.Name) is { Length: > 0 } code ? code
            : throw new DataFormatException(
                new DataProblem(
                    file.Name,
                    0,
                    "",
                    file.Name,
                    "a name like wfp_food_prices_ken.csv or a column countryiso3: these files state their country nowhere else; --area KEN says it too"
                )
            );
    }

    [GeneratedRegex(@"wfp_food_prices_([a-z]{3})(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
