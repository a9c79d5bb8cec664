using CsCheck;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Type;

namespace FoodSecurity.Tests.Charts;

/// <summary>The small steps of placing, each for itself.</summary>
public class PlacementTests
{
    [Fact]
    public void Labels_of_a_column_never_overlap_and_stay_inside()
    {
        Gen.Select(Gen.Double[0, 300], Gen.Double[10, 40])
            .Array[1, 7]
            .Sample(items =>
            {
                double[] heights = [.. items.Select(item => item.Item2)];
                double[] tops = LabelColumn.Place([.. items.Select(item => item.Item1)], heights, 0, 320, 4);
                (double Top, double Bottom)[] placed = [.. tops.Zip(heights, (top, height) => (top, top + height)).Order()];
                placed[0].Top.ShouldBeGreaterThanOrEqualTo(-1e-9);
                placed[^1].Bottom.ShouldBeLessThanOrEqualTo(320 + 1e-9);
                placed.Zip(placed.Skip(1)).ShouldAllBe(pair => pair.Second.Top - pair.First.Bottom > 4 - 1e-9);
            });
    }

    [Fact]
    public void Labels_with_room_stay_where_they_belong() => LabelColumn.Place([50, 120], [20, 30], 0, 300, 4).ShouldBe([40, 105]);

    [Fact]
    public void Pins_of_the_lane_never_overlap()
    {
        Gen.Select(Gen.Double[0, 300].Array[1, 30], Gen.Double[120, 300])
            .Sample(
                (wanted, right) =>
                {
                    (double X, int Row)[] places = PinLane.Place(wanted, 0, right, 22);
                    places.ShouldAllBe(place => place.X >= 11 - 1e-9 && place.X <= right - 11 + 1e-9);
                    foreach (IGrouping<int, (double X, int Row)> row in places.GroupBy(place => place.Row))
                    {
                        double[] xs = [.. row.Select(place => place.X).Order()];
                        xs.Zip(xs.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First > 22 - 1e-6);
                    }
                }
            );
    }

    [Theory]
    [InlineData(new[] { 0.0, 9.14 }, "0 2 4 6 8 10")]
    [InlineData(new[] { 0.04, 1.36 }, "0 0.5 1 1.5")]
    [InlineData(new[] { -18.0, 12.0 }, "−20 −10 0 10 20")]
    [InlineData(new[] { 3.0 }, "0 1 2 3")]
    [InlineData(new[] { 0.0 }, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(new[] { 1_234_567.0 }, "0 250,000 500,000 750,000 1,000,000 1,250,000")]
    [InlineData(new[] { 2.5e14 }, "0 5 × 10¹³ 1 × 10¹⁴ 1.5 × 10¹⁴ 2 × 10¹⁴ 2.5 × 10¹⁴")]
    [InlineData(new[] { 3e-9 }, "0 1 × 10⁻⁹ 2 × 10⁻⁹ 3 × 10⁻⁹")]
    [InlineData(new[] { double.NaN }, "")]
    public void The_value_axis_has_round_numbers_that_hold_every_value(double[] values, string expected)
    {
        ValueAxis axis = ValueAxis.For(values, fromZero: true, most: 5, number: null);
        string.Join(' ', axis.Labels).Replace('−', '-').ShouldBe(expected.Replace('−', '-'));
    }

    [Fact]
    public void Any_finite_values_give_an_axis_that_holds_them()
    {
        Gen.Double[-1e18, 1e18]
            .Array[1, 5]
            .Sample(values =>
            {
                ValueAxis axis = ValueAxis.For(values, fromZero: true, most: 5, number: null);
                double unseen = (axis.High - axis.Low) * 1e-8;
                axis.Low.ShouldBeLessThanOrEqualTo(Math.Min(0, values.Min()) + unseen);
                axis.High.ShouldBeGreaterThanOrEqualTo(Math.Max(0, values.Max()) - unseen);
                axis.Ticks.Count.ShouldBeInRange(2, 13);
            });
    }

    [Fact]
    public void Wrapped_lines_keep_every_word_and_fit()
    {
        const string text =
            "The closure of borders during the COVID-19 pandemic further amplified this crisis, as cautioned by global experts";
        IReadOnlyList<string> lines = TextLines.Wrap(text, 200, 14);
        string.Join(' ', lines).ShouldBe(text);
        lines.ShouldAllBe(line => ChartFonts.Width(line, 14) <= 200);
        TextLines.Wrap(new string('w', 80), 100, 14).ShouldAllBe(line => ChartFonts.Width(line, 14) <= 100);
        TextLines.Wrap("", 100, 14).ShouldBeEmpty();
    }

    [Fact]
    public void Every_line_colour_can_be_read_on_white_and_differs_from_its_neighbour_in_greyscale()
    {
        ChartPalette.Slots.ShouldAllBe(ink => ink.ContrastOnWhite >= 4.5);
        ChartPalette.Muted.ContrastOnWhite.ShouldBeGreaterThan(4.5);
        ChartPalette
            .Slots.Zip(ChartPalette.Slots.Skip(1))
            .ShouldAllBe(pair =>
                Math.Max(pair.First.ContrastOnWhite, pair.Second.ContrastOnWhite)
                    / Math.Min(pair.First.ContrastOnWhite, pair.Second.ContrastOnWhite)
                >= 1.4
            );
        ChartPalette.Slot(-1).ShouldBe(ChartPalette.Slots[^1]);
        ChartPalette.Slot(8).ShouldBe(ChartPalette.Slots[0]);
    }

    [Fact]
    public void A_frame_keeps_to_its_limits()
    {
        new ChartFrame { Width = 10 }.Width.ShouldBe(320);
        new ChartFrame { Width = 9999, Scale = 9 }.ShouldBe(new ChartFrame { Width = 2400, Scale = 2 });
    }
}
