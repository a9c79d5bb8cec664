using System.Globalization;
using FoodSecurity.Answers.Checking;

namespace FoodSecurity.Web;

/// <summary>The errors a reader assumes, from ?u= and ?rho=; what cannot be read is refused with the reason.</summary>
public static class ErrorQuery
{
    /// <summary>Reads ?u= (0 to 0.5) and ?rho= (0 to 1, 1 left out: two estimates that always err alike would make every change certain).</summary>
    public static (ErrorChoice Choice, string? Complaint) Read(IQueryCollection query)
    {
        if (!Number(query["u"], 0.5, out var u))
        {
            return (ErrorChoice.Ours, $"u: found \"{query["u"]}\", expected a standard error from 0 to 0.5, such as 0.03");
        }

        return Number(query["rho"], 0.999, out var rho) ? (new ErrorChoice(u, rho), null)
            : (ErrorChoice.Ours, $"rho: found \"{query["rho"]}\", expected a correlation from 0 to 0.999, such as 0.5");
    }

    private static bool Number(string? text, double most, out double? value)
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > most)
        {
            return false;
        }

        value = number;
        return true;
    }
}
