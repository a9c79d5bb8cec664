using System.Text.Json;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Benchmarks.Charts;

/// <summary>
/// The chart every program draws: four series over 65 years with the min–max band of them, two period bands and three pins. The figures are made by a
/// formula; each drawing has other values and another title, so that nothing is found ready-made.
/// </summary>
internal static class SampleChart
{
    public const int Width = 1200;
    private const int First = 1961,
        Last = 2025;
    private const string Title = "Crop output fell by more than half in the 1990s and has not regained that level";
    private const string Subtitle = "Million tonnes by source, 1961–2025; the sources count different crops on different bases";
    private const string Source = "Sources: a formula of the benchmark, so that every program draws the same";

    private static readonly string[] Names =
    [
        "FAO, cereals, paddy",
        "USDA, grains, rice milled",
        "RDA, food crops",
        "FAO and WFP, cereals",
    ];

    private static readonly string[] Excerpts =
    [
        "…with the 1990s witnessing severe famines.",
        "The closure of borders during the COVID-19 pandemic further amplified this crisis, as cautioned by global experts.",
        "Despite a rise in crop output in 2023 owing to favorable weather conditions…",
        "A third of the harvest was lost.",
        "Imports made up for a part.",
    ];

    private static double Value(int line, int year, int k) =>
        (3 + line * 0.45 + (year - First) * 0.025 + (year * (7 + line) % 11) * 0.09 - (year is > 1993 and < 2001 ? 1.6 : 0))
        * (1 + k % 97 * 0.001);

    public static ChartSpec Spec(int k)
    {
        int[] years = [.. Enumerable.Range(First, Last - First + 1)];
        return new()
        {
            Id = "output",
            Title = $"{Title} ({k})",
            Subtitle = Subtitle,
            AltText = $"{Names[0]}: {Value(0, First, k):0.00} in {First}, {Value(0, Last, k):0.00} in {Last}.",
            Unit = "million t",
            From = First,
            To = Last,
            Lines =
            [
                .. Names.Select(
                    (name, line) =>
                        new ChartLine
                        {
                            Key = $"s{line}",
                            Label = name,
                            EndNote = $"{Value(line, Last, k):0.00} Mt, {Last}",
                            Color = line,
                            Points = [.. years.Select(y => new ChartMark { X = y, Y = Value(line, y, k) })],
                        }
                ),
            ],
            Spread = new("Range of the sources", [.. years.Select(y => new ChartSpreadPoint(y, Least(y, k), Most(y, k)))]),
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
                    From = 2019.5,
                    To = 2023.2,
                    Number = 2,
                    Label = "Borders closed",
                    Tone = 1,
                },
            ],
            Pins =
            [
                .. Pins.Select(p => new ChartPin
                {
                    Number = p.Number,
                    X = p.Year,
                    LineKey = $"s{p.Line}",
                    Y = Value(p.Line, p.Year, k),
                }),
            ],
            Excerpts = [.. Excerpts.Select((quote, i) => new ChartExcerpt(i + 1, quote, "An article, 28 December 2023"))],
            SourceLine = Source,
            Address = $"/areas/PRK/output?from={First}",
        };
    }

    /// <summary>The same for the peers' scripts, with the colours and the size of ours.</summary>
    public static string Json(int height)
    {
        int[] years = [.. Enumerable.Range(First, Last - First + 1)];
        return JsonSerializer.Serialize(
            new
            {
                title = Title,
                subtitle = Subtitle,
                unit = "million t",
                from = First,
                to = Last,
                width = Width,
                height,
                lines = Names.Select(
                    (name, line) =>
                        new
                        {
                            label = name,
                            note = $"{Value(line, Last, 0):0.00} Mt, {Last}",
                            color = ChartPalette.Slot(line).Hex,
                            points = years.Select(y => new[] { y, Value(line, y, 0) }),
                        }
                ),
                spread = years.Select(y => new
                {
                    x = y,
                    low = Least(y, 0),
                    high = Most(y, 0),
                }),
                periods = new[]
                {
                    new
                    {
                        from = 1989.5,
                        to = 1999.5,
                        number = 1,
                        label = "1990s",
                        tone = 0,
                    },
                    new
                    {
                        from = 2019.5,
                        to = 2023.2,
                        number = 2,
                        label = "Borders closed",
                        tone = 1,
                    },
                },
                pins = Pins.Select(p => new
                {
                    number = p.Number,
                    x = p.Year,
                    y = Value(p.Line, p.Year, 0),
                }),
                foot = Excerpts.Select((quote, i) => $"{i + 1} “{quote}” An article, 28 December 2023").Append(Source),
            }
        );
    }

    private static readonly (int Number, int Line, int Year)[] Pins = [(3, 1, 1975), (4, 2, 2007), (5, 0, 2016)];

    private static double Least(int year, int k) => Enumerable.Range(0, Names.Length).Min(line => Value(line, year, k));

    private static double Most(int year, int k) => Enumerable.Range(0, Names.Length).Max(line => Value(line, year, k));
}
