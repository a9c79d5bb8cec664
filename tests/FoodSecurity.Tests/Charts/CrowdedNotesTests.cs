using CsCheck;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Tests.Charts;

/// <summary>Pins, bands and date lines in number: at every width they stay apart from one another, from words, lines and marks.</summary>
public class CrowdedNotesTests
{
    private static readonly string[] Words =
    [
        "The harvest rose.",
        "Nobody went home before dark, and in the words of the oldest of the millers it had not been like that since the bridge was built over the river.",
        "곡물 수확량이 크게 늘었다",
        "ارتفع محصول الحبوب (2014)",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(40)]
    public void Annotations_within_ten_years_never_overlap_anything(int count)
    {
        var note = Gen.Select(Gen.Int[0, 5], Gen.Int[2008, 2018], Gen.Double[0, 1], Gen.Double[0.1, 4], Gen.Int[0, 1]);
        Gen.Select(note.Array[count], Gen.Int[320, 2400], Gen.Bool, Gen.Bool)
            .Sample(
                (notes, width, picture, sparse) =>
                {
                    ChartSpec spec = Spec(notes, sparse);
                    PlacedChart chart = ChartLayout.Place(spec, picture ? ChartSamples.Picture(width) : ChartSamples.Page(width));
                    PlacedChecks.NothingOverlaps(chart);
                    int[] drawn = [.. chart.Pins.Select(pin => pin.Number).Order()];
                    int[] wanted = [.. Enumerable.Range(1, count).SelectMany(number => picture ? new[] { number, number } : [number])];
                    drawn.ShouldBe(wanted, "each number once in the plot, and in a picture once in the key");
                    chart.Plot.Height.ShouldBeGreaterThan(chart.Sizes.PlotHeight * 0.8, "the lane takes no room from the data");
                },
                iter: count > 5 ? 60 : 100,
                threads: 1
            );
    }

    /// <summary>Kinds: pin on a value, on a value at a date within the year, date line, band, band without an end or partly in view, several at one spot.</summary>
    private static ChartSpec Spec((int Kind, int Year, double Part, double Length, int Line)[] notes, bool sparse)
    {
        ChartLine[] lines =
        [
            .. Enumerable
                .Range(0, 2)
                .Select(k =>
                    ChartSamples.Line(
                        "line" + k,
                        k == 0 ? "FAO, cereals, paddy" : "RDA, food crops",
                        "4.51 Mt, 2020",
                        k,
                        Enumerable
                            .Range(2000, 25)
                            .Where(year => !sparse || year % 4 != 1)
                            .Select(year => ChartSamples.Mark(year, sparse && year % 7 == 2 ? null : 3 + k + year * (3 + k) % 7 * 0.35))
                    )
                ),
        ];
        List<ChartPin> pins = [];
        List<ChartPeriod> periods = [];
        for (int i = 0; i < notes.Length; i++)
        {
            var (kind, year, part, length, line) = notes[i];
            double? value = lines[line].Points.FirstOrDefault(mark => mark.X == year)?.Y;
            switch (kind)
            {
                case 0 or 5 when value is not null:
                    pins.Add(
                        new()
                        {
                            Number = i + 1,
                            X = kind == 5 ? 2014 : year,
                            LineKey = "line" + line,
                            Y = kind == 5 ? lines[line].Points.First(mark => mark.X == 2014).Y : value,
                        }
                    );
                    break;
                case 1:
                    pins.Add(new() { Number = i + 1, X = year + part - 0.5 });
                    break;
                case 2:
                    pins.Add(new() { Number = i + 1, X = year });
                    break;
                case 3:
                    periods.Add(
                        new()
                        {
                            Number = i + 1,
                            From = year + part,
                            To = year + part + length,
                            Tone = i % 2,
                            Label = i % 3 == 0 ? "borders closed" : "",
                        }
                    );
                    break;
                default:
                    periods.Add(
                        new()
                        {
                            Number = i + 1,
                            From = part < 0.5 ? null : year,
                            To = part < 0.5 ? year : null,
                            Tone = i % 2,
                        }
                    );
                    break;
            }
        }
        return ChartSamples.Output with
        {
            From = 2000,
            To = 2024,
            Lines = lines,
            Pins = pins,
            Periods = periods,
            Excerpts =
            [
                .. Enumerable.Range(1, notes.Length).Select(n => new ChartExcerpt(n, Words[n % Words.Length], "The Example, 1 May 2021")),
            ],
        };
    }
}
