using System.Globalization;
using FoodSecurity.Observations;

namespace FoodSecurity.Charts.Maps;

/// <summary>Outlines of areas in degrees, from <c>seeds/boundaries/</c>: public domain, Natural Earth 1:110m. They imply no opinion on legal status.</summary>
public sealed class Boundaries
{
    private Boundaries(
        IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<GeoSpot>>> rings,
        IReadOnlyList<IReadOnlyList<GeoSpot>> disputed
    ) => (Rings, Disputed) = (rings, disputed);

    /// <summary>Rings by area code; an area may have many. Codes that begin with "x-" are land without an area code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<GeoSpot>>> Rings { get; }

    /// <summary>Lines that are drawn dashed.</summary>
    public IReadOnlyList<IReadOnlyList<GeoSpot>> Disputed { get; }

    /// <summary>Reads <c>boundaries/countries.csv</c> and <c>boundaries/disputed.csv</c> of a seeds folder.</summary>
    /// <exception cref="DataFormatException">A table is missing or malformed.</exception>
    public static Boundaries Load(string seeds)
    {
        var folder = Path.Combine(seeds, "boundaries");
        var rings = Read(folder, "countries.csv", "area")
            .GroupBy(r => r.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<IReadOnlyList<GeoSpot>>)[.. g.Select(r => r.Line)], StringComparer.Ordinal);
        return new Boundaries(rings, [.. Read(folder, "disputed.csv", "name").Select(r => r.Line)]);
    }

    private static IEnumerable<(string Name, IReadOnlyList<GeoSpot> Line)> Read(string folder, string file, string name) =>
        SeedTable
            .Read(folder, file, name, "ring", "lon", "lat")
            .GroupBy(r => (Name: r[name], Ring: int.Parse(r["ring"], CultureInfo.InvariantCulture)))
            .Select(g =>
                (g.Key.Name, (IReadOnlyList<GeoSpot>)[.. g.Select(r => new GeoSpot(r.Number("lon")!.Value, r.Number("lat")!.Value))])
            );
}

/// <summary>A place on the globe in degrees.</summary>
public readonly record struct GeoSpot(double Longitude, double Latitude);
