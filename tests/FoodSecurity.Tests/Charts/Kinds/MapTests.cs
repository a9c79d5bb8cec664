using System.Text;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Marks;
using FoodSecurity.Charts.Maps;
using FoodSecurity.Observations;

namespace FoodSecurity.Tests.Charts.Kinds;

public class MapTests
{
    // Two squares that share the arc 0: Kenya on the left, a country without a number on the right.
    private const string Two = """
        {"type":"Topology","objects":{"countries":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","arcs":[[0,1]],"id":"706","properties":{"name":"Somalia"}},
        {"type":"MultiPolygon","arcs":[[[-1,2]]],"properties":{"name":"Somaliland"}}]}},
        "arcs":[[[10,0],[0,10]],[[10,10],[-10,0],[0,-10],[10,0]],[[10,0],[10,0],[0,10],[-10,0]]],
        "transform":{"scale":[0.5,0.25],"translate":[40,0]}}
        """;

    [Fact]
    public void Arcs_are_decoded_forwards_and_backwards()
    {
        var tables = BoundaryTables.From(new MemoryStream(Encoding.UTF8.GetBytes(Two)), KindSamples.Words);
        string[] rows = tables["countries.csv"].Split('\n');
        rows[0].ShouldBe("area,ring,lon,lat");
        rows[1..5].ShouldBe(["SOM,1,45,0", "SOM,1,45,2.5", "SOM,1,40,2.5", "SOM,1,40,0"]);
        rows[5].ShouldBe("SOM,2,45,2.5", "arc −1 is arc 0 backwards");
        tables["disputed.csv"].Split('\n')[1..3].ShouldBe(["Somaliland / Somalia,1,45,0", "Somaliland / Somalia,1,45,2.5"]);
    }

    [Fact]
    public void A_number_that_is_no_area_is_told() =>
        Should
            .Throw<DataFormatException>(() =>
                BoundaryTables.From(new MemoryStream(Encoding.UTF8.GetBytes(Two.Replace("706", "999"))), KindSamples.Words)
            )
            .Message.ShouldContain("Somalia");

    [Fact]
    public void The_outlines_are_of_our_areas_and_hold_what_the_source_has_no_number_for()
    {
        var outlines = KindSamples.Outlines;
        outlines.Rings.Count.ShouldBeInRange(170, 180);
        outlines.Rings.Keys.Where(c => !KindSamples.Words.Areas.ContainsKey(c)).ShouldBe(["x-crimea"]);
        outlines.Rings.ContainsKey("XKX").ShouldBeTrue();
        outlines.Rings["SOM"].Count.ShouldBe(2);
        outlines.Rings["CYP"].Count.ShouldBe(2);
        outlines.Disputed.Count.ShouldBe(5);
        outlines
            .Rings.Values.SelectMany(r => r)
            .SelectMany(r => r)
            .ShouldAllBe(s => Math.Abs(s.Longitude) <= 180 && Math.Abs(s.Latitude) <= 90);
    }

    [Fact]
    public void Equal_earth_is_as_published()
    {
        // The ends of the projection: half its width at the equator and half its height at the pole (Šavrič, Patterson and Jenny 2019; PROJ: 2.706630, 1.317363).
        var flat = new EqualEarth(0);
        flat.Of(new GeoSpot(180, 0)).X.ShouldBe(2.706630, 1e-5);
        flat.Of(new GeoSpot(0, 90)).Y.ShouldBe(1.317363, 1e-5);
        flat.Of(new GeoSpot(-90, -45)).X.ShouldBe(-flat.Of(new GeoSpot(90, 45)).X, 1e-12);
    }

    [Fact]
    public void A_ring_across_the_seam_appears_at_both_edges()
    {
        GeoSpot[] ring = [new(170, 60), new(-170, 60), new(-170, 70), new(170, 70)];
        var parts = new EqualEarth(0).Cut(ring).ToList();
        parts.Count.ShouldBe(2);
        parts.SelectMany(p => p).ShouldAllBe(s => Math.Abs(s.Longitude) <= 180);
    }

    [Fact]
    public void Rings_are_clipped_and_words_stay_inside()
    {
        Spot[] square = [new(0, 0), new(10, 0), new(10, 10), new(0, 10)];
        Clip.Ring(square, new Box(5, 5, 20, 20)).ShouldBe([new(10, 5), new(10, 10), new(5, 10), new(5, 5)], ignoreOrder: true);
        Clip.Ring(square, new Box(20, 20, 30, 30)).ShouldBeEmpty();
        Clip.Holds(square, new Box(2, 2, 8, 8)).ShouldBeTrue();
        Clip.Holds(square, new Box(2, 2, 12, 8)).ShouldBeFalse();
        Clip.Middle(square).ShouldBe(new Spot(5, 5));
    }
}
