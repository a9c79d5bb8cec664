using System.Globalization;
using System.Text;
using FoodSecurity.Observations;

namespace FoodSecurity.Charts.Maps;

/// <summary>
/// Turns a TopoJSON of countries into the two tables of <c>seeds/boundaries/</c>. What the file cannot say by number is decided here, by name,
/// and follows whose figures cover the land: UN statistics of Cyprus and Somalia are drawn with the land the file keeps apart, behind a dashed line;
/// Crimea belongs to no area, since neither Ukraine's nor Russia's figures cover it throughout.
/// </summary>
public static class BoundaryTables
{
    private static readonly Dictionary<string, string> ByName = new()
    {
        ["N. Cyprus"] = "CYP",
        ["Somaliland"] = "SOM",
        ["Kosovo"] = "XKX",
    };

    /// <summary>Pairs whose common line is disputed.</summary>
    private static readonly (string One, string Other)[] DisputedPairs =
    [
        ("N. Cyprus", "Cyprus"),
        ("Somaliland", "Somalia"),
        ("Kosovo", "Serbia"),
        ("W. Sahara", "Morocco"),
    ];

    /// <summary>A spot in Crimea; the ring around it is taken out of the country that has it.</summary>
    private static readonly GeoSpot Crimea = new(34.3, 45.2);

    /// <summary>Tables by file name, UTF-8 csv with \n.</summary>
    /// <exception cref="DataFormatException">A country's number or name stands for no area.</exception>
    public static IReadOnlyDictionary<string, string> From(Stream topology, Vocabulary words)
    {
        var file = TopoJsonFile.Read(topology);
        List<(string Code, IReadOnlyList<GeoSpot> Ring)> rings = [];
        List<(string Name, IReadOnlyList<GeoSpot> Line)> disputed = [];
        foreach (var country in file.Countries)
        {
            var code = Code(country, words);
            foreach (var ring in country.Rings.Select(file.Ring))
            {
                var crimea = Holds(ring, Crimea) && ring.Count < 40;
                rings.Add((crimea ? "x-crimea" : code, ring));
            }
        }

        foreach (var (one, other) in DisputedPairs)
        {
            disputed.AddRange(Shared(file, one, other).Select(arc => ($"{one} / {other}", (IReadOnlyList<GeoSpot>)[.. file.Arc(arc)])));
        }

        disputed.AddRange(
            Shared(file, "Ukraine", "Russia", arc => file.Arc(arc).All(s => s.Longitude < 36 && s.Latitude < 46.4))
                .Select(arc => ("Crimea / Ukraine", (IReadOnlyList<GeoSpot>)[.. file.Arc(arc)]))
        );
        return new Dictionary<string, string>
        {
            ["countries.csv"] = Table("area", rings.Where(r => r.Code != "ATA").OrderBy(r => r.Code, StringComparer.Ordinal)),
            ["disputed.csv"] = Table("name", disputed),
        };
    }

    private static string Code(TopoCountry country, Vocabulary words) =>
        ByName.TryGetValue(country.Name, out var known)
            ? known
            : words.Areas.Values.FirstOrDefault(a => a.Level == AreaLevel.Country && a.M49.Length > 0 && a.M49 == country.Id)?.Code
                ?? throw new DataFormatException(
                    new DataProblem("topology", 0, "id", $"{country.Id} {country.Name}", "the M49 number of an area in areas.csv")
                );

    private static IEnumerable<int> Shared(TopoJsonFile file, string one, string other, Func<int, bool>? where = null)
    {
        HashSet<int> Arcs(string name) =>
            [.. file.Countries.Where(c => c.Name == name).SelectMany(c => c.Rings).SelectMany(r => r).Select(i => i < 0 ? ~i : i)];
        return Arcs(one).Intersect(Arcs(other)).Where(arc => where is null || where(arc)).Order();
    }

    private static bool Holds(IReadOnlyList<GeoSpot> ring, GeoSpot spot)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            GeoSpot a = ring[i],
                b = ring[j];
            if (
                a.Latitude > spot.Latitude != b.Latitude > spot.Latitude
                && spot.Longitude < (b.Longitude - a.Longitude) * (spot.Latitude - a.Latitude) / (b.Latitude - a.Latitude) + a.Longitude
            )
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static string Table(string name, IEnumerable<(string Name, IReadOnlyList<GeoSpot> Spots)> lines)
    {
        var text = new StringBuilder($"{name},ring,lon,lat\n");
        var number = 0;
        foreach (var (of, spots) in lines)
        {
            number++;
            var last = "";
            foreach (var spot in spots)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"{Round(spot.Longitude)},{Round(spot.Latitude)}");
                if (place != last)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{of},{number},{place}\n");
                }

                last = place;
            }
        }

        return text.ToString();
    }

    private static string Round(double degrees)
    {
        var text = Math.Round(degrees, 2).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
