using System.Globalization;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Wording;

namespace FoodSecurity.Web.Security;

/// <summary>The errors a reader assumes, from ?u= and ?rho=; what cannot be read is refused with the reason.</summary>
public static class ErrorQuery
{
    /// <summary>Reads ?u= (0 to 0.5) and ?rho= (0 to 1, 1 left out: two estimates that always err alike would make every change certain).</summary>
    public static (ErrorChoice Choice, string? Complaint) Read(IQueryCollection query, Texts t)
    {
        if (!Number(query["u"], 0.5, out var u))
        {
            return (ErrorChoice.Ours, t["page.query.found", "u", query["u"].ToString(), t["page.query.error"]]);
        }

        return Number(query["rho"], 0.999, out var rho)
            ? (new ErrorChoice(u, rho), null)
            : (ErrorChoice.Ours, t["page.query.found", "rho", query["rho"].ToString(), t["page.query.correlation"]]);
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
