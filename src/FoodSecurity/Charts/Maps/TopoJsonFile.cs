using System.Text.Json;

namespace FoodSecurity.Charts.Maps;

/// <summary>
/// Reads countries of a TopoJSON file as npm's <c>world-atlas</c> publishes Natural Earth: arcs of quantised steps, shared between neighbours.
/// </summary>
/// <remarks>
/// {"type":"Topology","objects":{"countries":{"type":"GeometryCollection","geometries":[
/// {"type":"MultiPolygon","arcs":[[[0]],[[1]]],"id":"242","properties":{"name":"Fiji"}}, …]}},
/// "arcs":[[[99478,40237],[69,98],…]],"transform":{"scale":[0.0036,0.0017],"translate":[-180,-85.6]}}
/// Arc −1 is arc 0 backwards, −2 arc 1 (TopoJSON Format Specification 1.0, 2.1.4).
/// </remarks>
internal sealed class TopoJsonFile
{
    private readonly IReadOnlyList<IReadOnlyList<GeoSpot>> arcs;

    private TopoJsonFile(IReadOnlyList<IReadOnlyList<GeoSpot>> arcs, IReadOnlyList<TopoCountry> countries) =>
        (this.arcs, Countries) = (arcs, countries);

    public IReadOnlyList<TopoCountry> Countries { get; }

    /// <exception cref="JsonException">The file is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">It lacks a member of a topology.</exception>
    public static TopoJsonFile Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var transform = root.GetProperty("transform");
        double[] scale = Pair(transform.GetProperty("scale")),
            shift = Pair(transform.GetProperty("translate"));
        var arcs = root.GetProperty("arcs").EnumerateArray().Select(arc => Steps(arc, scale, shift)).ToList();
        var countries = root.GetProperty("objects")
            .GetProperty("countries")
            .GetProperty("geometries")
            .EnumerateArray()
            .Select(Country)
            .ToList();
        return new TopoJsonFile(arcs, countries);
    }

    /// <summary>The spots of a ring, the first not repeated at the end.</summary>
    public IReadOnlyList<GeoSpot> Ring(IReadOnlyList<int> ring)
    {
        List<GeoSpot> spots = [];
        foreach (var index in ring)
        {
            var arc = Arc(index);
            spots.AddRange(spots.Count == 0 ? arc : arc.Skip(1));
        }

        if (spots.Count > 1 && spots[0] == spots[^1])
        {
            spots.RemoveAt(spots.Count - 1);
        }

        return spots;
    }

    public IEnumerable<GeoSpot> Arc(int index) => index >= 0 ? arcs[index] : arcs[~index].Reverse();

    private static TopoCountry Country(JsonElement geometry)
    {
        var rings =
            geometry.GetProperty("type").GetString() == "Polygon"
                ? Rings(geometry.GetProperty("arcs"))
                : geometry.GetProperty("arcs").EnumerateArray().SelectMany(Rings);
        return new TopoCountry(
            geometry.TryGetProperty("id", out var id) ? id.GetString() ?? "" : "",
            geometry.GetProperty("properties").GetProperty("name").GetString() ?? "",
            [.. rings]
        );
    }

    private static IEnumerable<IReadOnlyList<int>> Rings(JsonElement polygon) =>
        polygon.EnumerateArray().Select(ring => (IReadOnlyList<int>)[.. ring.EnumerateArray().Select(i => i.GetInt32())]);

    private static double[] Pair(JsonElement pair) => [.. pair.EnumerateArray().Select(n => n.GetDouble())];

    private static List<GeoSpot> Steps(JsonElement arc, double[] scale, double[] shift)
    {
        List<GeoSpot> spots = [];
        double x = 0,
            y = 0;
        foreach (var step in arc.EnumerateArray())
        {
            var pair = Pair(step);
            (x, y) = (x + pair[0], y + pair[1]);
            spots.Add(new GeoSpot(x * scale[0] + shift[0], y * scale[1] + shift[1]));
        }

        return spots;
    }
}

/// <summary>A country as the file has it: UN M49 number (empty where it has none), name, rings as arc numbers.</summary>
internal sealed record TopoCountry(string Id, string Name, IReadOnlyList<IReadOnlyList<int>> Rings);
