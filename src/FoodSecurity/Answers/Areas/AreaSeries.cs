using System.Data.Common;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Kinds.Words;
using FoodSecurity.Indicators;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Areas;

/// <summary>All series of an area that its page, charts and findings speak of, labelled by source. Sources are never merged.</summary>
public sealed class AreaSeries
{
    private static readonly IReadOnlyList<string> TableCrops =
    [
        "rice",
        "maize",
        "wheat",
        "barley",
        "wheat-and-barley",
        "sorghum",
        "millet",
        "potatoes",
        "sweet-potatoes",
        "potatoes-and-sweet-potatoes",
        "cassava",
        "soybeans",
    ];

    /// <summary>What the page, its charts and findings are made of: output and how it is come by, use, need and hunger.</summary>
    internal static readonly string[] Elements =
    [
        "production",
        "area-harvested",
        "yield",
        "import-quantity",
        "undernourishment",
        "commercial-imports",
        "concessional-imports",
        "food-aid",
        "import-requirement",
        "utilization",
        "uncovered-deficit",
    ];

    private AreaSeries(Archive archive, DbConnection connection, Area area, AreaHeld held)
    {
        Area = area;
        Held = held;
        QuestionSeries Question(ChartQuestion question) => new(archive, connection, question, archive.Texts, held);
        IReadOnlyList<LabelledSeries> Named(string name) =>
            NamedCharts.Find(archive, name) is { } chart ? Question(chart.QuestionOf(area.Code, asOf: held.AsOf)).Any() : [];
        Output = Named("output");
        CommonBasis = Named("common-basis");
        Imports = Named("imports");
        Undernourishment = [.. Named("undernourishment").OrderByDescending(s => s.Series.Last?.Period.Start)];
        Deficit = Named("deficit").FirstOrDefault();
        Deficits = Deficit is null
            ? []
            : CerealDeficit.Reconcile([
                Deficit.Series,
                .. Question(new ChartQuestion { Areas = [area.Code], AsOf = held.AsOf })
                    .Beside(Deficit, Measures.BesideOf([Deficit]))
                    .Select(s => s.Series),
            ]);
        Crops = Question(
                new ChartQuestion
                {
                    Areas = [area.Code],
                    Items = TableCrops,
                    Sources =
                    [
                        .. new[] { DatasetCard.FoodCrops, DatasetCard.CropOutput, DatasetCard.FullBalance }.Select(r =>
                            archive.Words.DatasetWith(r).Code
                        ),
                    ],
                    AsOf = held.AsOf,
                }
            )
            .Any();
    }

    public Area Area { get; }

    /// <summary>Total output as each source publishes it.</summary>
    public IReadOnlyList<LabelledSeries> Output { get; }

    /// <summary>Cereals with rice as paddy, where a source's crops allow it.</summary>
    public IReadOnlyList<LabelledSeries> CommonBasis { get; }

    /// <summary>Production by crop and source.</summary>
    public IReadOnlyList<LabelledSeries> Crops { get; }

    public IReadOnlyList<LabelledSeries> Imports { get; }

    public LabelledSeries? Deficit { get; }

    public IReadOnlyList<DeficitYear> Deficits { get; }

    public IReadOnlyList<LabelledSeries> Undernourishment { get; }

    /// <summary>What was read, for the charts of the page.</summary>
    internal AreaHeld Held { get; }

    public bool IsEmpty => Published.Count == 0;

    /// <summary>Every published series the page is made of; where there is none of them, all that is loaded for the area.</summary>
    public IReadOnlyList<TimeSeries> Published => Held.Series;

    /// <summary>Reads an area's series, as they are or as they were known on a day.</summary>
    public static AreaSeries Read(Archive archive, DbConnection connection, Area area, DateOnly? asOf = null)
    {
        // Thousands of prices by market are no part of this page; they have charts of their own.
        var question = new SeriesQuestion { Area = area.Code, Elements = Elements };
        var all = SeriesQuery.Find(connection, question with { AsOf = asOf }, archive.Corrections);
        if (all.Count == 0)
        {
            all = SeriesQuery.Find(connection, question with { AsOf = asOf, Elements = [] }, archive.Corrections);
        }

        if (asOf is not null)
        {
            var today = SeriesQuery.Find(
                connection,
                question with
                {
                    Datasets = [archive.Words.DatasetWith(DatasetCard.FullBalance).Code],
                },
                archive.Corrections
            );
            all = KeptPlaces.Of(all, today, archive.Words);
        }

        return new AreaSeries(
            archive,
            connection,
            area,
            new AreaHeld(area.Code, asOf, Elements, all) { Releases = ReleaseQuery.All(connection) }
        );
    }

    /// <summary>The computed series of an indicator, for its trace: by indicator, dataset, item and element.</summary>
    public TimeSeries? Computed(string indicator, string dataset, string element) =>
        Output
            .Concat(CommonBasis)
            .Concat(Imports)
            .Select(s => s.Series)
            .FirstOrDefault(s => s.Key.Dimension("indicator") == indicator && s.Key.Dataset == dataset && s.Key.Element == element);
}
