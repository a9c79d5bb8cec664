using CsCheck;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Tests.Charts;

public class ChartLayoutTests
{
    [Theory]
    [InlineData(360)]
    [InlineData(519)]
    [InlineData(520)]
    [InlineData(760)]
    [InlineData(1200)]
    [InlineData(2400)]
    public void Nothing_overlaps_in_the_standing_charts(int width)
    {
        foreach (ChartSpec spec in new[] { ChartSamples.Output, ChartSamples.Gap, ChartSamples.Undernourished })
        {
            ShouldNotOverlap(ChartLayout.Place(spec, ChartSamples.Page(width)));
            ShouldNotOverlap(ChartLayout.Place(spec, ChartSamples.Picture(width)));
        }
    }

    [Fact]
    public void Nothing_overlaps_whatever_is_pinned()
    {
        Gen<ChartPin> pin = Gen.Select(Gen.Int[1, 40], Gen.Double[1985, 2030], Gen.Double[-2, 14], Gen.Bool, (number, x, y, onLine) =>
            new ChartPin
            {
                Number = number,
                X = onLine ? Math.Round(x) : x,
                Y = onLine ? y : null,
            }
        );
        Gen<ChartPeriod> period = Gen.Select(
            Gen.Double[1970, 2030],
            Gen.Double[1, 20],
            Gen.Int[0, 4],
            Gen.Int[0, 20],
            (from, length, open, letters) =>
                new ChartPeriod
                {
                    From = open == 1 ? null : from,
                    To = open == 2 ? null : from + length,
                    Number = open == 3 ? null : letters + 1,
                    Label = new string('n', letters),
                }
        );
        Gen<ChartLine> line = Gen.Select(
            Gen.Int[0, 9],
            Gen.Int[0, 30],
            Gen.Int[0, 40],
            Gen.Double[0, 12].Array[3, 30],
            Gen.Int[0, 10],
            (color, letters, note, values, gap) =>
                ChartSamples.Line(
                    "k" + color,
                    "Label " + new string('m', letters),
                    new string('x', note),
                    color,
                    values.Select(
                        (value, i) => ChartSamples.Mark(1996 + i, i == gap ? null : value) with { Status = (MarkStatus)(i * color % 4) }
                    )
                )
        );
        Gen.Select(pin.Array[0, 14], period.Array[0, 4], line.Array[0, 6], Gen.Int[360, 1300])
            .Sample(
                (pins, periods, lines, width) =>
                {
                    ChartSpec spec = ChartSamples.Output with { From = 1990, Pins = pins, Periods = periods, Lines = lines };
                    ShouldNotOverlap(ChartLayout.Place(spec, ChartSamples.Page(width)));
                },
                iter: 200,
                threads: 1
            );
    }

    [Theory]
    [InlineData(360, null)]
    [InlineData(760, null)]
    [InlineData(760, 4.5)]
    [InlineData(1200, 4.5)]
    public void Twenty_pins_in_ten_years_stay_apart(int width, double? value)
    {
        ChartPin[] pins =
        [
            .. Enumerable
                .Range(1, 20)
                .Select(i => new ChartPin
                {
                    Number = i,
                    X = 2010 + i / 2,
                    LineKey = "rda",
                    Y = value,
                }),
        ];
        PlacedChart chart = ChartLayout.Place(ChartSamples.Output with { Pins = pins, Periods = [] }, ChartSamples.Page(width));
        chart.Pins.Select(pin => pin.Number).Order().ShouldBe(Enumerable.Range(1, 20));
        ShouldNotOverlap(chart);
        chart.PlotTop.ShouldBeLessThan(width / 3.0);
    }

    [Fact]
    public void Pins_on_one_spot_stack()
    {
        ChartPin[] pins =
        [
            .. Enumerable
                .Range(1, 4)
                .Select(i => new ChartPin
                {
                    Number = i,
                    X = 2023,
                    LineKey = "rda",
                    Y = 4.82,
                }),
        ];
        PlacedChart chart = ChartLayout.Place(ChartSamples.Output with { Pins = pins, Periods = [] }, ChartSamples.Page());
        chart.Pins.Select(pin => pin.X).Distinct().Count().ShouldBe(1);
        chart.Pins.Select(pin => pin.Y).ShouldBe(chart.Pins.Select(pin => pin.Y).OrderDescending());
    }

    [Fact]
    public void An_open_band_runs_to_the_edge_and_fades_there()
    {
        PlacedChart chart = ChartLayout.Place(ChartSamples.Undernourished, ChartSamples.Page());
        PlacedBand band = chart.Bands.ShouldHaveSingleItem();
        band.To.ShouldBe(chart.Scale.MaxX);
        band.FadesRight.ShouldBeTrue();
        band.FadesLeft.ShouldBeFalse();
    }

    [Fact]
    public void A_band_partly_in_view_is_clipped_and_its_pin_stands_in_what_is_left()
    {
        ChartSpec spec = ChartSamples.Output with
        {
            From = 1995,
            Periods =
            [
                ChartSamples.Output.Periods[0],
                new()
                {
                    From = 1950,
                    To = 1960,
                    Number = 9,
                },
            ],
            Pins = [],
        };
        PlacedChart chart = ChartLayout.Place(spec, ChartSamples.Page());
        PlacedBand band = chart.Bands.ShouldHaveSingleItem();
        band.From.ShouldBe(chart.Scale.MinX);
        PlacedPin pin = chart.Pins.ShouldHaveSingleItem();
        pin.X.ShouldBeInRange(chart.Scale.X(band.From), chart.Scale.X(band.To));
    }

    [Fact]
    public void Bars_stand_on_zero_even_if_asked_otherwise()
    {
        ChartSpec spec = ChartSamples.Gap with
        {
            FromZero = false,
            Bars =
            [
                new()
                {
                    X = 0,
                    Label = "a",
                    Y = 90,
                },
                new()
                {
                    X = 1,
                    Label = "b",
                    Y = 95,
                },
            ],
        };
        ChartLayout.Place(spec, ChartSamples.Page()).Values.Low.ShouldBe(0);
    }

    [Fact]
    public void A_line_may_leave_zero_when_the_chart_says_so()
    {
        ChartSpec spec = ChartSamples.With(ChartSamples.Line("a", "A", "", 0, [ChartSamples.Mark(2000, 90), ChartSamples.Mark(2001, 95)]));
        ChartLayout.Place(spec, ChartSamples.Page()).Values.Low.ShouldBe(0);
        ChartLayout.Place(spec with { FromZero = false }, ChartSamples.Page()).Values.Low.ShouldBe(90);
    }

    [Fact]
    public void Labels_stand_right_of_the_plot_when_wide_and_inside_when_narrow()
    {
        double Left(int width) => LabelOf(ChartLayout.Place(ChartSamples.Output, ChartSamples.Page(width)), "RDA, food crops").X;
        Left(760).ShouldBeGreaterThan(ChartLayout.Place(ChartSamples.Output, ChartSamples.Page()).Scale.Area.Right);
        PlacedChart narrow = ChartLayout.Place(ChartSamples.Output, ChartSamples.Page(360));
        narrow.Plot.Holds(LabelOf(narrow, "RDA, food crops").Box).ShouldBeTrue();
    }

    [Fact]
    public void A_narrow_chart_has_larger_text_and_a_year_every_ten()
    {
        PlacedChart narrow = ChartLayout.Place(ChartSamples.Output, ChartSamples.Page(360)),
            wide = ChartLayout.Place(ChartSamples.Output, ChartSamples.Page());
        narrow.Sizes.Axis.ShouldBeGreaterThan(wide.Sizes.Axis);
        narrow.YearTicks.ShouldAllBe(year => year % 10 == 0);
        narrow.YearTicks.Count.ShouldBeLessThan(wide.YearTicks.Count + 1);
    }

    private static PlacedText LabelOf(PlacedChart chart, string text) => chart.Texts.First(line => line.Text == text);

    private static void ShouldNotOverlap(PlacedChart chart) => PlacedChecks.NothingOverlaps(chart);
}
