using System.Globalization;
using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Maps;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Tests.House;
using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Charts.Kinds;

/// <summary>Inputs of kinds from figures as others printed them.</summary>
internal static class KindSamples
{
    public static Vocabulary Words { get; } = Vocabulary.Load(Clone.Seeds);

    public static Boundaries Outlines { get; } = Boundaries.Load(Clone.Seeds);

    public static readonly ChartUnit ShillingsPerKilo = new(1m, "KES per kg", "KES");

    // WFP food prices, Kenya, file of February 2026: maize, wholesale, per kg; months without a row are not there.
    public const string Eldoret = """
        2016-01=26.53 2016-02=27.97 2016-03=25.93 2016-04=27.34 2016-05=27.93 2016-06=29.21 2016-07=31.92 2016-08=27.24 2016-09=27.34 2016-10=27.99 2016-11=29.13 2016-12=29.54
        2017-01=31.77 2017-02=38.55 2017-03=38.61 2017-04=46.41 2017-05=46.08 2017-06=48.39 2017-07=38.15 2017-08=37.71 2017-09=36.28 2017-10=31.19 2017-11=29.99 2017-12=27.75
        2018-01=28.08 2018-02=29.07 2018-03=29.5 2018-04=29.1 2018-05=29 2018-06=22.32 2018-07=21.22 2018-08=16.84 2018-09=15.28 2018-10=15.13 2018-11=15.5 2018-12=18.97
        2019-01=20.74 2019-02=19.05 2019-03=19.8 2019-04=25.51 2019-05=33.23 2019-06=39.29 2019-07=34.05 2019-08=36.51 2019-09=33.98 2019-10=31.3 2019-11=34.74 2019-12=26.88
        2020-01=34.52 2020-02=34.33 2020-03=31.42 2020-06=34.89 2020-07=31.9 2020-08=31.25 2020-09=28.88 2020-10=23.98 2020-11=24.14 2020-12=25.14
        2021-01=24.54 2021-02=25.01 2021-03=25.18 2021-04=27.41 2021-05=26.96 2021-06=27.12 2021-07=29 2021-08=29 2021-09=28.9 2021-10=28.68 2021-11=24.9
        2022-01=32.7 2022-02=36.03 2022-03=33.43 2022-04=37.88
        """;

    private const string Nairobi = """
        2018-01=42.27 2018-02=36.86 2018-03=32.97 2018-05=32.64 2018-06=32.52 2018-07=30.19 2018-08=28 2018-09=26.2 2018-10=22.17 2018-11=23.43 2018-12=24.46
        2019-01=27.11 2019-02=27.08 2019-03=26.13 2019-04=31.3 2019-05=34.74 2019-06=26.85 2019-07=45.29 2019-08=37.71 2019-09=36.45 2019-10=41.26 2019-11=39.91 2019-12=38.34
        """;

    private const string Mombasa =
        "2018-01=32.19 2018-02=31.73 2018-03=29.08 2018-04=28.37 2018-05=28.25 2018-06=29.82 2018-08=23.44 2018-09=23.05 2018-10=20.23 2018-11=23.29 2018-12=25.97 2019-01=26.02 2019-02=25.37 2019-03=25.82 2019-04=34.84 2019-05=40.61 2019-08=40.45";

    private const string Kisumu = """
        2018-01=34.53 2018-02=35.01 2018-03=36.48 2018-04=37.32 2018-05=33.46 2018-06=30.88 2018-07=29.86 2018-08=25.67 2018-09=29.25 2018-10=29.87 2018-11=30.94 2018-12=30.72
        2019-01=31.23 2019-02=28.24 2019-03=28.21 2019-04=33.84 2019-05=45.05 2019-06=43.84 2019-07=48.99 2019-09=40.44 2019-10=39.95
        """;

    // IPC by way of HDX, shares in phases 1 to 5: recorded classifications with the published phase of the area.
    private static readonly (string Area, string Period, int[] Shares, int Phase)[] Ipc =
    [
        ("Ghor, Afghanistan", "2023-04", [15, 35, 30, 20, 0], 4),
        ("Cuvelai, Angola", "2021-06", [15, 40, 40, 5, 0], 3),
        ("Grimari, Central African Republic", "2021-06", [20, 30, 35, 15, 0], 3),
        ("Tigray North-West, Ethiopia", "2021-05", [5, 10, 30, 45, 10], 4),
        ("Guraghe, Ethiopia", "2021-05", [80, 15, 5, 0, 0], 2),
        ("East Gojam, Ethiopia", "2021-05", [85, 10, 5, 0, 0], 1),
    ];

    public static ChartKindInput Season => Input("Eldoret", "maize price", ShillingsPerKilo, [Months("KEN", "Eldoret", Eldoret)]);

    public static ChartKindInput Markets =>
        Input(
            "Kenya",
            "maize price",
            ShillingsPerKilo,
            [
                Months("KEN", "Eldoret", Eldoret),
                Months("KEN", "Nairobi", Nairobi),
                Months("KEN", "Mombasa", Mombasa),
                Months("KEN", "Kisumu", Kisumu),
            ]
        ) with
        {
            From = 2018,
            To = 2019,
        };

    public static ChartKindInput Phases =>
        Input(
            "6 areas",
            "people by IPC phase",
            ChartUnit.Percent,
            [
                .. Ipc.SelectMany(a =>
                    a.Shares.Select((share, i) => Share(a.Area, a.Period, (i + 1).ToString(CultureInfo.InvariantCulture), share))
                        .Append(Share(a.Area, a.Period, "3+", a.Shares.Skip(2).Sum()))
                ),
            ]
        );

    public static IEnumerable<(IReadOnlyDictionary<int, decimal> Shares, int Phase)> Classified =>
        Ipc.Select(a =>
            (
                (IReadOnlyDictionary<int, decimal>)a.Shares.Select((s, i) => (i + 1, s)).ToDictionary(p => p.Item1, p => (decimal)p.s),
                a.Phase
            )
        );

    public static ChartKindInput Input(string place, string subject, ChartUnit unit, IReadOnlyList<LabelledSeries> series) =>
        new()
        {
            Series = series,
            Place = place,
            Subject = subject,
            Unit = unit,
            Texts = Texts.English,
            Areas = Words.Areas,
            Items = Words.Items,
            Elements = Words.Elements,
            Boundaries = Outlines,
            SourceLine = "Sources: as recorded in the test",
            Address = "/charts/test",
        };

    /// <summary>A yearly series from its first year on; null values are missing.</summary>
    public static LabelledSeries Years(string area, string item, string element, int first, params decimal?[] values) =>
        new()
        {
            Source = "USDA",
            Counts = "",
            Color = 1,
            Series = new TimeSeries
            {
                Key = new SeriesKey
                {
                    Dataset = "usda-psd",
                    Area = area,
                    Item = item,
                    Element = element,
                    Unit = "t",
                },
                Points =
                [
                    .. values.Select(
                        (v, i) =>
                            new SeriesPoint
                            {
                                Period = Period.CalendarYear(first + i),
                                Value = v,
                                Status = v is null ? ObservationStatus.Missing : ObservationStatus.Official,
                            }
                    ),
                ],
            },
        };

    private static LabelledSeries Months(string area, string market, string figures) =>
        new()
        {
            Source = "WFP",
            Counts = "wholesale",
            Color = 0,
            Series = new TimeSeries
            {
                Key = new SeriesKey
                {
                    Dataset = "wfp",
                    Area = area,
                    Item = "maize",
                    Element = "price",
                    Unit = "kes-per-kg",
                    Dimensions = "market=" + market,
                    Frequency = Frequency.Monthly,
                },
                Points =
                [
                    .. figures
                        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                        .Select(f => f.Split('='))
                        .Select(f => new SeriesPoint
                        {
                            Period = Month(f[0]),
                            Value = decimal.Parse(f[1], CultureInfo.InvariantCulture),
                            Status = ObservationStatus.Official,
                        }),
                ],
            },
        };

    private static LabelledSeries Share(string area, string period, string phase, int share) =>
        new()
        {
            Source = "IPC",
            Counts = "phase " + phase,
            Color = 0,
            Series = new TimeSeries
            {
                Key = new SeriesKey
                {
                    Dataset = "ipc",
                    Area = area,
                    Item = "people",
                    Element = "population-in-phase",
                    Unit = "percent",
                    Dimensions = "phase=" + phase,
                },
                Points =
                [
                    new SeriesPoint
                    {
                        Period = Month(period),
                        Value = share,
                        Status = ObservationStatus.Official,
                    },
                ],
            },
        };

    private static Period Month(string text) =>
        Period.Month(int.Parse(text[..4], CultureInfo.InvariantCulture), int.Parse(text[5..], CultureInfo.InvariantCulture));
}
