using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>Where a figure stands in the history of its own series: "the third lowest since 1990".</summary>
internal static class OwnRank
{
    private const int Least = 8;
    private const int WorthSaying = 5;

    /// <summary>The rank in words; empty where the history is short or the figure stands somewhere in the middle.</summary>
    public static string Of(LabelledSeries line, SeriesPoint at, int? from, Texts t)
    {
        var history = line
            .Series.Points.Where(p =>
                p.Value is not null && p.Period.Year <= at.Period.Year && (from is not { } first || p.Period.Year >= first)
            )
            .ToList();
        if (history.Count < Least || at.Value is not { } value)
        {
            return "";
        }

        int above = history.Count(p => p.Value > value),
            below = history.Count(p => p.Value < value);
        var since = history[0].Period.Label;
        var few = Math.Min(WorthSaying, history.Count / 4);
        return history.Count(p => p.Value == value) > 1 ? ""
            : below < few && below <= above ? t[$"make.rank.lowest.{Place(below)}", since]
            : above < few ? t[$"make.rank.highest.{Place(above)}", since]
            : "";
    }

    private static string Place(int better) =>
        better switch
        {
            0 => "first",
            1 => "second",
            2 => "third",
            3 => "fourth",
            _ => "fifth",
        };
}
