using System.Globalization;
using FoodSecurity.Wording;

namespace FoodSecurity.Web.Pages.Charts;

/// <summary>The choices a chart address can hold; what cannot be read is refused with the reason.</summary>
/// <param name="From">First year in view.</param>
/// <param name="To">Last year in view.</param>
/// <param name="AsOf">What was known at the end of this day.</param>
public readonly record struct ChartChoice(int? From, int? To, DateOnly? AsOf)
{
    /// <summary>Asks a data file for all years of its series, not for those in view alone: <c>years=all</c>.</summary>
    public const string AllYears = "all";

    /// <summary>Reads ?from=, ?to= and ?asof=; the complaint says which and what was expected.</summary>
    public static (ChartChoice Choice, string? Complaint) Read(IQueryCollection query, Texts t)
    {
        if (!Year(query["from"], out var from))
        {
            return (default, t["page.query.found", "from", query["from"].ToString(), t["page.query.year", 1990]]);
        }

        if (!Year(query["to"], out var to))
        {
            return (default, t["page.query.found", "to", query["to"].ToString(), t["page.query.year", 2024]]);
        }

        if (from > to)
        {
            return (default, t["page.query.from-to", from, to!]);
        }

        DateOnly? asOf = null;
        if (query["asof"] is { Count: > 0 } text && text[0] is { Length: > 0 } day)
        {
            if (Dates.Asked(day) is not { } date)
            {
                return (default, t["page.query.found", "asof", day, t["page.query.day"]]);
            }

            asOf = date;
        }

        return (new ChartChoice(from, to, asOf), null);
    }

    /// <summary>The choice as the query of an address, shortest form; empty for none.</summary>
    public string Query
    {
        get
        {
            var parts = new List<string>();
            if (From is { } from)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"from={from}"));
            }

            if (To is { } to)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"to={to}"));
            }

            if (AsOf is { } day)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"asof={day:yyyy-MM-dd}"));
            }

            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    private static bool Year(string? text, out int? year)
    {
        year = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1000 and <= 2200)
        {
            year = value;
            return true;
        }

        return false;
    }
}
