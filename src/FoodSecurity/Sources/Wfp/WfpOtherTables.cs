using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Wfp;

/// <summary>
/// Tables that come beside the prices and hold nothing to load, so that they are named instead of taken for a broken file of prices.
/// <code>
/// market_id,market,countryiso3,admin1,admin2,latitude,longitude
/// 1895,Managua,NIC,Managua,Managua,12.11,-86.24
///
/// date,code,usdprice
/// 2020-01-15,Western-Colombo-Economic Centre-Pettah-Rice (white)-KG-Wholesale-LKR,0.57
/// </code>
/// The markets with their places stand in the prices too. The checked selection joins market, commodity and package by a hyphen that also
/// stands inside their names, so its rows cannot be told apart for certain.
/// </summary>
internal static class WfpOtherTables
{
    private static readonly string[] Markets = ["market_id", "market", "countryiso3", "admin1", "admin2", "latitude", "longitude"];
    private static readonly string[] Checked = ["date", "code", "usdprice"];

    public static Recognition? Recognise(FileHead head)
    {
        var cells = head.Cells().Where(c => !HeaderMatch.IsIndex(c)).ToList();
        return cells.Count == Markets.Length && Markets.All(cells.Contains)
                ? Named(
                    head,
                    "WFP's table of markets: names and places, no observation",
                    "the prices themselves (wfp_food_prices_….csv); they hold the same markets with their places"
                )
            : cells.Count == Checked.Length && Checked.All(cells.Contains)
                ? Named(
                    head,
                    "WFP's checked selection of prices: market, commodity and package joined into one code",
                    "the prices themselves (wfp_food_prices_….csv); they hold the same figures with their market, commodity and package"
                )
            : null;
    }

    private static Recognition Named(FileHead head, string found, string expected) =>
        new(90, new DataProblem(head.Shown, 0, "", found, expected));
}
