using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>Places the body of a picture between its heading and its foot.</summary>
internal static class BodyLayout
{
    public static PlacedChart Place(PlacedChart chart, ChartBody body, double top)
    {
        chart.IsEmpty = true; // no plot of years and values: nothing for the axis or a script to read
        double bottom = body switch
        {
            RowsBody rows => new RowsPlaces(chart, rows).Place(top),
            ColumnsBody columns => new ColumnsPlaces(chart, columns).Place(top),
            StackBody stack => new StackPlaces(chart, stack).Place(top),
            FacetsBody facets => new FacetsPlaces(chart, facets).Place(top),
            ScatterBody scatter => new ScatterPlaces(chart, scatter).Place(top),
            CellsBody cells => new CellsPlaces(chart, cells).Place(top),
            MapBody map => new MapPlaces(chart, map).Place(top),
            _ => throw new ArgumentOutOfRangeException(nameof(body), body.GetType().Name, "no such body"),
        };
        PictureText.AddFoot(chart, bottom);
        chart.Scale = new(new Box(0, 0, chart.Width, chart.Height), 0, 1, 0, 1);
        return chart;
    }
}
