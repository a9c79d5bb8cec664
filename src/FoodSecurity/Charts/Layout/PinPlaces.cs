using FoodSecurity.Charts.Layout.Marks;
using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout;

/// <summary>
/// Finds places for pins. Those of bands and years stand in a lane above the plot; those of values stand near their value,
/// or in the lane with a long stem where everything near is taken.
/// </summary>
internal sealed class PinPlaces(PlacedChart chart)
{
    private static readonly double[] Rings = [7, 14, 24, 36];

    /// <summary>Up to this many years are marked by a line down to the axis; more would make a fence.</summary>
    private const int MostYearLines = 4;

    /// <summary>Degrees from upright, in order of preference.</summary>
    private static readonly double[] Turns = [0, 30, -30, 60, -60, 90, -90, 180, 150, -150, 120, -120];

    private readonly HashSet<int> crowdedOut = [];
    private readonly List<PlacedPin> lane = [];
    private readonly List<PlacedText> laneTexts = [];
    private readonly List<PlacedPin> near = [];
    private readonly Dictionary<int, string> addresses = chart
        .Spec.Excerpts.GroupBy(excerpt => excerpt.Number)
        .ToDictionary(group => group.Key, group => group.First().Address);

    private double Radius => chart.Sizes.PinRadius;
    private double Gap => chart.Sizes.Round(2);

    /// <summary>Leftmost pixel taken in the lane.</summary>
    public double LaneBegins =>
        lane.Select(pin => pin.Box.Left).Concat(laneTexts.Select(text => text.Box.Left)).DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>Periods of which at least a part is in view.</summary>
    public static IEnumerable<ChartPeriod> InView(ChartSpec spec, PlotScale scale) =>
        spec.Periods.Where(period =>
            (period.From ?? scale.MinX) < Math.Max(scale.MaxX, spec.To + 0.5)
            && (period.To ?? scale.MaxX) > Math.Min(scale.MinX, spec.From - 0.5)
            && (period.From ?? double.NegativeInfinity) < (period.To ?? double.PositiveInfinity)
        );

    /// <summary>The part of a period that is in view; of one that lies in the first or last half-year alone a narrow strip at the edge.</summary>
    public static (double From, double To) Extent(ChartPeriod period, PlotScale scale)
    {
        double strip = (scale.MaxX - scale.MinX) * 0.008;
        double from = Math.Clamp(period.From ?? scale.MinX, scale.MinX, scale.MaxX - strip);
        return (from, Math.Clamp(period.To ?? scale.MaxX, from + Math.Min(strip, scale.MaxX - from), scale.MaxX));
    }

    /// <summary>Fills the lane; positions are relative to its lower edge until <see cref="Settle"/>.</summary>
    /// <returns>Height of the lane.</returns>
    public double FillLane()
    {
        lane.Clear();
        laneTexts.Clear();
        PlotScale scale = chart.Scale;
        List<(PlacedPin Pin, double X)> wanted = [];
        foreach (ChartPeriod period in InView(chart.Spec, scale).Where(period => period.Number is not null))
        {
            (double from, double to) = Extent(period, scale);
            double x = (scale.X(from) + scale.X(to)) / 2;
            wanted.Add((Pin(period.Number!.Value) with { IsPeriod = true }, x));
        }
        foreach ((ChartPin pin, int index) in PinsInView())
        {
            if (pin.Y is null || crowdedOut.Contains(index))
            {
                Spot target = new(scale.X(pin.X), pin.Y is double y ? y : double.NaN);
                wanted.Add((Pin(pin.Number) with { Target = target, IsYear = pin.Y is null, StemInk = ChartPalette.Base }, target.X));
            }
        }
        double step = 2 * Radius + Gap;
        (double X, int Row)[] places = PinLane.Place([.. wanted.Select(item => item.X)], scale.Area.Left, scale.Area.Right, step);
        double height = places.Length == 0 ? 0 : (places.Max(place => place.Row) + 1) * step + chart.Sizes.Round(5);
        for (int i = 0; i < places.Length; i++)
        {
            lane.Add(wanted[i].Pin with { X = places[i].X, Y = -Radius - chart.Sizes.Round(4) - places[i].Row * step });
        }
        height = AddNames(height);
        return Math.Max(height, BarPlaces.Headroom(chart));
    }

    /// <summary>Sets the pins of values; false when one found no place and the lane has to be filled again with it.</summary>
    public bool Settle(Obstacles obstacles)
    {
        near.Clear();
        double floor = chart.PlotTop;
        foreach (PlacedPin pin in lane)
        {
            obstacles.Add(Box.Around(pin.X, floor + pin.Y, Radius).Grow(Gap));
            if (pin.Target is { } target)
            {
                obstacles.AddStem(new(target.X, floor), TargetInPixels(target));
            }
        }
        foreach (PlacedText text in laneTexts)
        {
            obstacles.Add((text with { Y = floor + text.Y }).Box.Grow(Gap));
        }
        foreach ((ChartPin pin, int index) in PinsInView().Where(item => item.Pin.Y is not null && !crowdedOut.Contains(item.Index)))
        {
            Spot target = TargetOf(pin);
            if (FindNear(target, obstacles) is not { } place)
            {
                crowdedOut.Add(index);
                return false;
            }
            near.Add(Pin(pin.Number) with { X = place.X, Y = place.Y, Target = target });
            obstacles.Add(Box.Around(place.X, place.Y, Radius).Grow(Gap / 2));
            obstacles.AddStem(place, target);
        }
        return true;
    }

    /// <summary>Hands pins and names over to the chart, in final pixels.</summary>
    public void Finish()
    {
        double floor = chart.PlotTop;
        chart.Texts.AddRange(laneTexts.Select(text => text with { Y = floor + text.Y }));
        foreach (PlacedPin pin in lane)
        {
            Spot? target = pin.Target is { } wanted ? TargetInPixels(wanted) : null;
            Spot? elbow = target is { } at && Math.Abs(at.X - pin.X) > 0.5 ? new(at.X, floor) : null;
            chart.Pins.Add(pin with { Y = floor + pin.Y, Target = target, Elbow = elbow });
        }
        chart.Pins.AddRange(near);
    }

    private PlacedPin Pin(int number) => new(number, 0, 0, Radius) { Address = addresses.GetValueOrDefault(number, "") };

    /// <summary>Without any figure there is no scale, and a pin can only mark its year.</summary>
    private IEnumerable<(ChartPin Pin, int Index)> PinsInView() =>
        chart
            .Spec.Pins.Select((pin, index) => (pin: chart.IsEmpty ? pin with { Y = null } : pin, index))
            .Where(item => item.pin.X >= chart.Spec.From - 0.5 && item.pin.X <= chart.Spec.To + 0.5);

    /// <summary>A target keeps its value until the scale is known; one without value is the base line.</summary>
    private Spot TargetInPixels(Spot target) =>
        new(
            target.X,
            double.IsNaN(target.Y) ? YearLineEnd : Math.Clamp(chart.Scale.Y(target.Y), chart.Scale.Area.Top, chart.Scale.Area.Bottom)
        );

    private double YearLineEnd =>
        chart.IsEmpty || lane.Count(pin => pin.IsYear) > MostYearLines ? chart.PlotTop + chart.Sizes.Round(10) : chart.Scale.Area.Bottom;

    /// <summary>The value, or on a bar the words above it.</summary>
    private Spot TargetOf(ChartPin pin)
    {
        Spot target = TargetInPixels(new(chart.Scale.X(pin.X), pin.Y!.Value));
        return BarPlaces.TopAt(chart, pin.X) is double top ? target with { Y = Math.Min(target.Y, top) } : target;
    }

    /// <summary>Names of periods above their pins, as far as they do not meet.</summary>
    private double AddNames(double height)
    {
        ChartSizes sizes = chart.Sizes;
        Box area = chart.Scale.Area;
        double y = -height - sizes.Small * 0.35;
        foreach (ChartPeriod period in InView(chart.Spec, chart.Scale).Where(period => period.Label.Length > 0))
        {
            double half = ChartFonts.Width(period.Label, sizes.Small) / 2;
            (double from, double to) = Extent(period, chart.Scale);
            double middle = (chart.Scale.X(from) + chart.Scale.X(to)) / 2;
            if (2 * half > area.Width * 0.6)
            {
                continue;
            }
            double x = Math.Clamp(middle, area.Left + half, area.Right - half);
            PlacedText text = new(x, y, period.Label, sizes.Small, ChartPalette.Muted, TextAnchor.Middle);
            if (!laneTexts.Any(other => other.Box.Grow(sizes.Round(4)).Overlaps(text.Box)))
            {
                laneTexts.Add(text);
            }
        }
        return laneTexts.Count == 0 ? height : height + sizes.Small * 1.4;
    }

    private Spot? FindNear(Spot target, Obstacles obstacles)
    {
        if (
            near.LastOrDefault(pin => pin.Target!.Value.Distance(target) < 1) is { } below
            && Accept(new(below.X, below.Y - 2 * Radius - Gap), target, obstacles, stacked: true) is { } onTop
        )
        {
            return onTop;
        }
        foreach (double ring in Rings)
        {
            foreach (double turn in Turns)
            {
                double distance = Radius + chart.Sizes.Round(ring),
                    angle = turn * Math.PI / 180;
                Spot place = new(target.X + distance * Math.Sin(angle), target.Y - distance * Math.Cos(angle));
                if (Accept(place, target, obstacles, stacked: false) is { } accepted)
                {
                    return accepted;
                }
            }
        }
        return null;
    }

    private Spot? Accept(Spot place, Spot target, Obstacles obstacles, bool stacked)
    {
        Box pin = Box.Around(place.X, place.Y, Radius);
        double length = place.Distance(target);
        Spot tip = new(place.X + (target.X - place.X) * 0.98, place.Y + (target.Y - place.Y) * 0.98);
        bool free =
            chart.Scale.Area.Holds(pin) && obstacles.IsFree(pin.Grow(Gap / 2)) && (stacked || length < 1 || obstacles.IsFree(place, tip));
        return free ? place : null;
    }
}
