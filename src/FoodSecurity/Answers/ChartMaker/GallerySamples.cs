namespace FoodSecurity.Answers.ChartMaker;

/// <summary>One entry of the gallery: a kind and what it is shown with, as the query of its chart address.</summary>
/// <param name="Kind">Id of the kind.</param>
/// <param name="Words">The query without its question mark.</param>
public sealed record GallerySample(string Kind, string Words)
{
    /// <summary>The address of the chart maker that makes this picture.</summary>
    public string Address => $"/charts/{Kind}?{Words}";

    public IEnumerable<KeyValuePair<string, string>> Query =>
        Words.Split('&').Select(part => part.Split('=', 2)).Select(part => KeyValuePair.Create(part[0], part[1]));
}

/// <summary>What the gallery shows, every kind at least once, all from shipped data.</summary>
public static class GallerySamples
{
    private const string Hungry = "PRK,HTI,YEM,AFG,ZMB,KEN,MDG,ETH,IND,PAK,NGA,BGD,RWA,MOZ,UGA,TZA";

    public static IReadOnlyList<GallerySample> All { get; } =
    [
        new("line", "areas=ETH,KEN,TZA,UGA&items=maize&sources=usda-psd&from=1990"),
        new("spread", "areas=PRK&items=cereals&from=1985&basis=paddy"),
        new("stack", "areas=ETH&items=maize,wheat,sorghum,barley,millet&sources=usda-psd&from=1993"),
        new(
            "bar",
            "areas=EGY,IDN,TUR,DZA,BGD,NGA,PHL,MAR,JPN,MEX,BRA,YEM,KEN,SDN&items=wheat&elements=import-quantity&sources=usda-psd&to=2024"
        ),
        new("grouped-bar", "areas=ETH,KEN,TZA,UGA&items=maize&elements=yield&sources=usda-psd&from=2018&to=2024"),
        new("stacked-bar", "areas=SDN&items=sorghum,millet,wheat&sources=usda-psd&from=2008"),
        new("dumbbell", $"areas={Hungry}&elements=undernourishment&sources=fao-fs&from=2005"),
        new("slope", "areas=PRK,HTI,KEN,ETH,IND,RWA,MOZ&elements=undernourishment&sources=fao-fs&from=2005"),
        new("multiples", "areas=ETH,KEN,TZA,UGA,ZMB,MWI,MOZ,ZWE,ZAF,NGA,GHA,MLI&items=maize&elements=yield&sources=usda-psd&from=1961"),
        new(
            "scatter",
            "areas=ETH,KEN,TZA,UGA,ZMB,MWI,MOZ,ZWE,ZAF,NGA,GHA,MLI,AGO,COD,BFA,BEN,TGO,CMR,SEN,EGY&items=maize&sources=usda-psd&to=2023"
        ),
        new("season", "areas=LKA&items=rice-white"),
        new("heat", $"areas={Hungry}&elements=undernourishment&sources=fao-fs"),
        new("heat", "areas=HTI&items=maize-meal-local&elements=price&from=2019"),
        new("phases", "areas=AFG"),
        new("phases", "areas=KEN"),
        new(
            "balance",
            "areas=PRK&items=cereals&elements=production,commercial-imports,concessional-imports,food-aid,utilization,uncovered-deficit&sources=fao-wfp"
        ),
        new("tornado", "areas=EGY&items=wheat&sources=usda-psd&to=2024"),
        new("vintages", "areas=PRK&elements=undernourishment&sources=fao-fs"),
        new("coverage", "areas=PRK&from=1980"),
        new("map", "areas=WORLD&elements=undernourishment&sources=fao-fs"),
        new("map", "areas=AFRICA&items=maize&elements=yield&sources=usda-psd&to=2023"),
    ];
}
