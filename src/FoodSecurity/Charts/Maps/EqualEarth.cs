using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Marks;

namespace FoodSecurity.Charts.Maps;

/// <summary>
/// The Equal Earth projection: equal areas, so that no country looks larger than it is.
/// Šavrič, Patterson and Jenny: The Equal Earth map projection, IJGIS 33 (2019), 454–465.
/// </summary>
/// <param name="middle">Longitude in the middle of the map, degrees.</param>
internal sealed class EqualEarth(double middle)
{
    private const double A1 = 1.340264,
        A2 = -0.081106,
        A3 = 0.000893,
        A4 = 0.003796;
    private static readonly double M = Math.Sqrt(3) / 2;

    /// <summary>Place on the flat map, y upwards; the unit is the radius of the Earth.</summary>
    public Spot Of(GeoSpot spot)
    {
        double theta = Math.Asin(M * Math.Sin(spot.Latitude * Math.PI / 180)),
            t2 = theta * theta,
            t6 = t2 * t2 * t2;
        double lambda = Turn(spot.Longitude) * Math.PI / 180;
        double x = lambda * Math.Cos(theta) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
        return new(x, theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2)));
    }

    /// <summary>A ring in the parts that lie between the map's seams; one that crosses a seam appears at both edges.</summary>
    public IEnumerable<IReadOnlyList<GeoSpot>> Cut(IReadOnlyList<GeoSpot> ring)
    {
        const double seam = 179.999;
        List<Spot> turned = [];
        foreach (GeoSpot spot in ring)
        {
            double longitude = Turn(spot.Longitude);
            while (turned.Count > 0 && Math.Abs(longitude - turned[^1].X) > 180)
            {
                longitude += longitude < turned[^1].X ? 360 : -360;
            }
            turned.Add(new(longitude, spot.Latitude));
        }
        double west = turned.Min(spot => spot.X),
            east = turned.Max(spot => spot.X);
        for (int shift = -360; shift <= 360; shift += 360)
        {
            if (west + shift < seam && east + shift > -seam)
            {
                IReadOnlyList<Spot> part = Clip.Ring(
                    [.. turned.Select(spot => spot with { X = spot.X + shift })],
                    new Box(-seam, -90, seam, 90)
                );
                yield return [.. part.Select(spot => new GeoSpot(spot.X + middle, spot.Y))];
            }
        }
    }

    private double Turn(double longitude)
    {
        double turned = longitude - middle;
        return turned > 180 ? turned - 360
            : turned < -180 ? turned + 360
            : turned;
    }
}
