namespace FoodSecurity.Answers;

/// <summary>One entry of the gallery: a kind and what it is shown with, in the words of the chart address.</summary>
/// <param name="Kind">Id of the kind.</param>
/// <param name="Areas">Area codes; the code of an aggregate stands for its members.</param>
/// <param name="Items">Item codes.</param>
/// <param name="Elements">Element codes.</param>
/// <param name="Source">Dataset code.</param>
public sealed record GallerySample(string Kind, string Areas, string Items, string Elements, string Source)
{
    public int? From { get; init; }
    public int? To { get; init; }
    public string Basis { get; init; } = "";
    /// <summary>True where the program ships nothing of the sort: the entry says so and has no picture.</summary>
    public bool NeedsOwnData { get; init; }

    /// <summary>The address of the chart maker that makes this picture.</summary>
    public string Address
    {
        get
        {
            string?[] parts =
            [
                Areas.Length > 0 ? "areas=" + Areas : null, Items.Length > 0 ? "items=" + Items : null, Elements.Length > 0 ? "elements=" + Elements : null, Source.Length > 0 ? "sources=" + Source : null,
                From is { } from ? FormattableString.Invariant($"from={from}") : null, To is { } to ? FormattableString.Invariant($"to={to}") : null, Basis.Length > 0 ? "basis=" + Basis : null,
            ];
            return $"/charts/{Kind}?" + string.Join('&', parts.Where(p => p is not null));
        }
    }
}

/// <summary>What the gallery shows, every kind at least once, all from shipped data.</summary>
public static class GallerySamples
{
    private const string Horn = "ETH,KEN,SOM,SDN,UGA,TZA,RWA,BDI,ERI,DJI,MDG,MWI";
    private const string Hungry = "PRK,HTI,YEM,AFG,ZMB,KEN,MDG,ETH,IND,PAK,NGA,BGD,RWA,MOZ,UGA,TZA";

    public static IReadOnlyList<GallerySample> All { get; } =
    [
        new("line", "ETH,KEN,TZA,UGA", "maize", "production", "usda-psd") { From = 1990 },
        new("spread", "PRK", "cereals", "production", "") { From = 1985, Basis = "rice-as-paddy" },
        new("stack", "ETH", "maize,wheat,sorghum,barley,millet", "production", "usda-psd") { From = 1993 },
        new("bar", "EGY,IDN,TUR,DZA,BGD,NGA,PHL,MAR,JPN,MEX,BRA,YEM,KEN,SDN", "wheat", "import-quantity", "usda-psd") { To = 2024 },
        new("grouped-bar", "ETH,KEN,TZA,UGA", "maize", "yield", "usda-psd") { From = 2018, To = 2024 },
        new("stacked-bar", "SDN", "sorghum,millet,wheat", "production", "usda-psd") { From = 2008 },
        new("dumbbell", Hungry, "", "undernourishment", "fao-fs") { From = 2005 },
        new("slope", "PRK,HTI,KEN,ETH,IND,RWA,MOZ", "", "undernourishment", "fao-fs") { From = 2005 },
        new("multiples", "ETH,KEN,TZA,UGA,ZMB,MWI,MOZ,ZWE,ZAF,NGA,GHA,MLI", "maize", "yield", "usda-psd") { From = 1961 },
        new("scatter", "ETH,KEN,TZA,UGA,ZMB,MWI,MOZ,ZWE,ZAF,NGA,GHA,MLI,AGO,COD,BFA,BEN,TGO,CMR,SEN,EGY", "maize", "area-harvested,yield", "usda-psd") { To = 2023 },
        new("season", "KEN", "maize", "price", "wfp-food-prices") { NeedsOwnData = true },
        new("heat", Hungry, "", "undernourishment", "fao-fs"),
        new("phases", "AFG", "", "population-in-phase", "ipc") { NeedsOwnData = true },
        new("balance", "PRK", "cereals", "production,commercial-imports,concessional-imports,food-aid,utilization,uncovered-deficit", "fao-wfp"),
        new("tornado", "EGY", "wheat", "beginning-stocks,production,import-quantity,domestic-consumption,export-quantity", "usda-psd") { To = 2024 },
        new("vintages", "PRK", "", "undernourishment", "fao-fs"),
        new("coverage", "PRK", "", "production", "") { From = 1980 },
        new("map", "WORLD", "", "undernourishment", "fao-fs"),
        new("map", "AFRICA", "maize", "yield", "usda-psd") { To = 2023 },
    ];
}
