using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Tests.Charts;

public class LinePartsTests
{
    private static LineParts Parts(params ChartMark[] marks) => LineParts.Of(ChartSamples.Line("a", "A", "", 0, marks), 1990, 2030);

    private static ChartMark At(double x, double? y, MarkStatus status = MarkStatus.Official) =>
        ChartSamples.Mark(x, y) with
        {
            Status = status,
        };

    [Fact]
    public void A_gap_stays_open()
    {
        LineParts parts = Parts(At(2000, 1), At(2001, 2), At(2002, null), At(2003, 3), At(2004, 4));
        parts.Solid.Select(path => path.Count).ShouldBe([2, 2]);
    }

    [Fact]
    public void What_is_not_a_number_is_a_gap() =>
        Parts(At(2000, 1), At(2001, double.NaN), At(2002, double.PositiveInfinity)).Values.Count.ShouldBe(1);

    [Fact]
    public void A_value_alone_between_gaps_is_seen_as_a_mark()
    {
        ChartMark[] marks = [.. Enumerable.Range(1990, 30).Select(year => At(year, year is 2003 or 2005 ? null : 1))];
        LineParts parts = Parts(marks);
        parts.Filled.ShouldContain(new Spot(2004, 1));
        parts.Filled.Count.ShouldBe(2, "the lone value and the end; the dense rest has none");
    }

    [Fact]
    public void Estimates_are_hollow_and_a_forecast_is_reached_by_dots()
    {
        LineParts parts = Parts(
            At(2000, 1, MarkStatus.Estimated),
            At(2001, 2),
            At(2002, 3),
            At(2003, 4, MarkStatus.Forecast),
            At(2004, 5, MarkStatus.Forecast)
        );
        parts.Hollow.Select(spot => spot.X).ShouldBe([2000, 2003, 2004]);
        parts.Solid.ShouldHaveSingleItem().Select(spot => spot.X).ShouldBe([2000, 2001, 2002]);
        parts.Dotted.ShouldHaveSingleItem().Select(spot => spot.X).ShouldBe([2002, 2003, 2004]);
    }

    [Fact]
    public void A_break_is_marked_before_its_value() =>
        Parts(At(2000, 1), At(2001, 3, MarkStatus.Break)).Breaks.ShouldBe([new Spot(2000.5, 2)]);

    [Fact]
    public void Averages_of_years_are_level_strokes_joined_faintly()
    {
        ChartMark[] marks =
        [
            .. Enumerable.Range(0, 3).Select(i => At(2001 + i, 40 + i) with { SpanFrom = 1999.5 + i, SpanTo = 2002.5 + i }),
        ];
        LineParts parts = Parts(marks);
        parts.Levels.Count.ShouldBe(3);
        parts.Levels.Zip(parts.Levels.Skip(1)).ShouldAllBe(pair => pair.First.To < pair.Second.From);
        parts.Faint.ShouldHaveSingleItem().Count.ShouldBe(3);
        parts.Solid.ShouldBeEmpty();
        parts.Filled.ShouldBeEmpty();
    }

    [Fact]
    public void Values_out_of_view_are_left_out() =>
        Parts(At(1950, 1), At(2000, 2), At(2001, 2), At(2050, 9)).Values.Select(spot => spot.X).ShouldBe([2000, 2001]);
}
