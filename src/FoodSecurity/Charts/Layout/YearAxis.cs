using System.Globalization;
using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout;

/// <summary>Labels under the time axis: as many as stand well apart, on round years.</summary>
internal static class YearAxis
{
    private static readonly int[] Steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];

    public static IReadOnlyList<ChartTick> For(ChartSpec spec, PlotScale scale, ChartSizes sizes)
    {
        if (spec.Ticks is { } own)
        {
            return Thin([.. own.Where(tick => tick.X >= spec.From - 0.5 && tick.X <= spec.To + 0.5)], scale, sizes);
        }
        double perYear = scale.X(spec.From + 1) - scale.X(spec.From);
        double room = ChartFonts.Width("2000", sizes.Axis) * (sizes.Narrow ? 1.5 : 1.8);
        int least = sizes.Narrow && spec.To - spec.From > 15 ? 10 : 1;
        bool longTime = spec.To - spec.From > 14; // every second year is a fine step for a decade, an odd one for a generation
        int step = Steps.FirstOrDefault(years => years >= least && !(longTime && years == 2) && years * perYear >= room, Steps[^1]);
        List<ChartTick> ticks = [];
        for (double year = Math.Ceiling((spec.From - 0.01) / step) * step; year <= spec.To + 0.01; year += step)
        {
            ticks.Add(Year(year));
        }
        return ticks.Count > 1
            ? ticks
            : Thin([.. new[] { spec.From, spec.To }.Select(year => Math.Round(year)).Distinct().Select(Year)], scale, sizes);
    }

    /// <summary>Those of the given years that are round numbers and stand apart.</summary>
    public static IReadOnlyList<ChartTick> Round(IReadOnlyList<ChartTick> years, PlotScale scale, ChartSizes sizes)
    {
        foreach (int step in Steps.Where(step => step != 2 || years.Count <= 14))
        {
            ChartTick[] kept = [.. years.Where(tick => int.Parse(tick.Label, CultureInfo.InvariantCulture) % step == 0)];
            if (AreApart(kept, scale, sizes))
            {
                return kept.Length > 1 ? kept : Thin(years, scale, sizes);
            }
        }
        return Thin(years, scale, sizes);
    }

    /// <summary>Every n-th label, with the smallest n that keeps them apart.</summary>
    public static IReadOnlyList<ChartTick> Thin(IReadOnlyList<ChartTick> ticks, PlotScale scale, ChartSizes sizes)
    {
        for (int every = 1; every < ticks.Count; every++)
        {
            ChartTick[] kept = [.. ticks.Where((_, i) => i % every == 0)];
            if (AreApart(kept, scale, sizes))
            {
                return kept;
            }
        }
        return [.. ticks.Take(1)];
    }

    public static bool AreApart(IReadOnlyList<ChartTick> ticks, PlotScale scale, ChartSizes sizes)
    {
        for (int i = 1; i < ticks.Count; i++)
        {
            double halves = (ChartFonts.Width(ticks[i - 1].Label, sizes.Axis) + ChartFonts.Width(ticks[i].Label, sizes.Axis)) / 2;
            if (scale.X(ticks[i].X) - scale.X(ticks[i - 1].X) < halves * 1.04 + sizes.Round(6))
            {
                return false;
            }
        }
        return true;
    }

    private static ChartTick Year(double year) => new(year, year.ToString("0", CultureInfo.InvariantCulture));
}
