using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Tests.Charts;

/// <summary>Charts as the pages ask for them, with real figures of North Korea.</summary>
internal static class ChartSamples
{
    // Million tonnes. FAO cereals by way of World Bank WDI (AG.PRD.CREL.MT), 1961 on; RDA food crops from its statements.
    private static readonly double[] Fao =
    [
        3.583,
        3.7251,
        4.0535,
        4.2121,
        3.707,
        4.0733,
        3.7878,
        3.662,
        4.3784,
        4.3645,
        4.4992,
        4.3095,
        4.8165,
        5.068,
        5.2467,
        5.4906,
        5.7989,
        5.7982,
        6.0061,
        5.7524,
        6.2549,
        5.329,
        5.481,
        5.825,
        5.841,
        6.232,
        6.24,
        6.252,
        6.466,
        6.2803,
        8.8237,
        8.681,
        9.137,
        7.215,
        3.805,
        2.614,
        2.886,
        4.44,
        3.852,
        2.942,
        3.8797,
        4.211,
        4.393,
        4.485,
        4.6454,
        4.6755,
        3.8925,
        4.6805,
        4.4375,
        4.5149,
    ];

    private static readonly (int Year, double Value)[] Rda =
    [
        (1993, 3.884),
        (1994, 4.125),
        (1995, 3.45),
        (1996, 3.69),
        (2003, 4.25),
        (2004, 4.31),
        (2005, 4.54),
        (2007, 4.01),
        (2008, 4.31),
        (2013, 4.81),
        (2014, 4.80),
        (2015, 4.51),
        (2016, 4.81),
        (2017, 4.70),
        (2018, 4.56),
        (2019, 4.64),
        (2020, 4.40),
        (2021, 4.69),
        (2022, 4.51),
        (2023, 4.82),
        (2024, 4.78),
        (2025, 4.90),
    ];

    private static readonly (string Year, double? Value)[] Deficits =
    [
        ("02/03", 0.558),
        ("03/04", 0.404),
        ("04/05", 0.5),
        ("08/09", 0.836),
        ("10/11", 0.542),
        ("11/12", 0.414),
        ("13/14", 0.04),
        ("14/15", 0.107),
        ("15/16", 0.394),
        ("18/19", 1.36),
        ("20/21", 0.86),
        ("21/22", null),
    ];

    public static readonly ChartExcerpt[] Excerpts =
    [
        new(1, "…with the 1990s witnessing severe famines.", "Korea’s Kim Seeks Military Accelerates War Preparations, 28 December 2023")
        {
            Address = "#excerpt-1",
        },
        new(
            2,
            "The closure of borders during the COVID-19 pandemic further amplified this crisis, as cautioned by global experts.",
            "The same article"
        )
        {
            Address = "#excerpt-2",
        },
        new(3, "Despite a rise in crop output in 2023 owing to favorable weather conditions…", "The same article")
        {
            Address = "#excerpt-3",
        },
    ];

    /// <summary>Three lines over 65 years with two bands and a pin.</summary>
    public static ChartSpec Output { get; } =
        new()
        {
            Id = "output",
            Title = "Crop output fell by more than half in the 1990s and has not regained that level",
            Subtitle = "North Korea, million tonnes by source, 1961–2025. The sources count different crops on different bases",
            AltText = "FAO: 3.58 million t in 1961, 9.14 in 1993, 2.61 in 1996. RDA: 4.90 in 2025.",
            Unit = "million t",
            From = 1961,
            To = 2025,
            Lines =
            [
                Line("fao", "FAO, cereals, paddy", "4.51 Mt, 2010; none after", 0, Fao.Select((value, i) => Mark(1961 + i, value))),
                Line(
                    "usda-psd",
                    "USDA, grains milled",
                    "3.84 Mt, 2025/26",
                    1,
                    Enumerable
                        .Range(1961, 65)
                        .Select(year =>
                            Mark(year, 2.5 + (year - 1961) * 0.021 + (year * 7 % 5) * 0.13) with
                            {
                                Status = year == 2025 ? MarkStatus.Forecast : MarkStatus.Official,
                            }
                        )
                ),
                Line("rda", "RDA, food crops", "4.90 Mt, 2025", 2, WithGaps(Rda)),
            ],
            Periods =
            [
                new()
                {
                    From = 1989.5,
                    To = 1999.5,
                    Number = 1,
                    Label = "1990s",
                },
                new()
                {
                    From = TimeScale.At(new(2020, 1, 1)),
                    To = TimeScale.AtEnd(new(2023, 8, 26)),
                    Number = 2,
                    Label = "Borders closed",
                    Tone = 1,
                },
            ],
            Pins =
            [
                new()
                {
                    Number = 3,
                    X = 2023,
                    LineKey = "rda",
                    Y = 4.82,
                },
            ],
            Excerpts = Excerpts,
            Notes = ["RDA published no total for 1997–2002, 2006 and 2009–2012: the line is left open."],
            SourceLine =
                "Sources: FAO by way of World Bank WDI (18 December 2023) · USDA PSD (14 November 2025) · RDA (statements 1995–2025)",
            Address = "/areas/PRK/output.svg",
        };

    /// <summary>Bars with an estimate, a pin and a missing figure.</summary>
    public static ChartSpec Gap { get; } =
        new()
        {
            Id = "gap",
            Kind = ChartKind.Bar,
            Title = "The food gap",
            Subtitle = "Uncovered cereal deficit, million tonnes, published by FAO and WFP, marketing years",
            AltText = "Largest 1.36 million t in 2018/19.",
            Unit = "million t",
            From = 0,
            To = 11,
            Bars =
            [
                .. Deficits.Select(
                    (item, i) =>
                        new ChartBar
                        {
                            X = i,
                            Label = item.Year,
                            Y = item.Value,
                            ValueLabel = item.Value?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "",
                            Status = item.Year == "20/21" ? MarkStatus.Estimated : MarkStatus.Official,
                            Text = item.Year,
                        }
                ),
            ],
            Pins =
            [
                new()
                {
                    Number = 1,
                    X = 9,
                    Y = 1.36,
                },
            ],
            Excerpts = [Excerpts[0]],
            SourceLine = "Source: FAO and WFP",
        };

    /// <summary>Three-year averages that end, with an open-ended band.</summary>
    public static ChartSpec Undernourished { get; } =
        Output with
        {
            Id = "undernourished",
            Title = "Nearly half the people are undernourished, says the last figure there is",
            Subtitle = "Per cent of population, three-year averages",
            Unit = "%",
            From = 2000,
            Lines =
            [
                Line(
                    "fao",
                    "FAO",
                    "47.0 %, 2017–2019; nothing after",
                    0,
                    new[] { 35.9, 35.2, 32.9, 33.2, 34.5, 37, 39.1, 40.5, 42, 42.9, 43.4, 43.7, 43.7, 44.5, 45.2, 46, 47.5, 47 }.Select(
                        (value, i) => Mark(2001 + i, value) with { SpanFrom = 1999.5 + i, SpanTo = 2002.5 + i }
                    )
                ),
            ],
            Periods =
            [
                new()
                {
                    From = 2019.5,
                    To = null,
                    Number = 2,
                    Label = "no figures",
                    Tone = 1,
                },
            ],
            Pins = [],
            Excerpts = [Excerpts[1]],
            Notes = [],
            SourceLine = "Source: FAO",
        };

    public static ChartFrame Page(int width = 760) => new() { Width = width };

    public static ChartFrame Picture(int width = 1200) => new() { Width = width, Form = ChartForm.Picture };

    public static ChartLine Line(string key, string label, string note, int color, IEnumerable<ChartMark> points) =>
        new()
        {
            Key = key,
            Label = label,
            EndNote = note,
            Color = color,
            Points = [.. points],
        };

    public static ChartMark Mark(double x, double? y) => new() { X = x, Y = y };

    /// <summary>Output with other lines and no annotations.</summary>
    public static ChartSpec With(params ChartLine[] lines) => Output with { Lines = lines, Periods = [], Pins = [], Excerpts = [] };

    private static IEnumerable<ChartMark> WithGaps((int Year, double Value)[] points)
    {
        for (int i = 0; i < points.Length; i++)
        {
            if (i > 0 && points[i].Year - points[i - 1].Year > 1)
            {
                yield return Mark(points[i - 1].Year + 1, null);
            }
            yield return Mark(points[i].Year, points[i].Value) with
            {
                Status = MarkStatus.Estimated,
            };
        }
    }
}
