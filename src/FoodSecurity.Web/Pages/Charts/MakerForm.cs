using FoodSecurity.Answers;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Wording;

namespace FoodSecurity.Web.Pages;

/// <summary>The form of the chart maker, filled with a question; choices without figures are not offered.</summary>
public sealed record MakerForm(ChartQuestion Question, ChartOffers Offers, Archive Archive)
{
    public Texts T => Archive.Texts;

    public string Areas =>
        string.Join(
            ", ",
            Question.Areas.Select(a =>
                Archive.Words.Areas[a].Name.Contains(',', StringComparison.Ordinal) ? a : Archive.Words.Areas[a].Name
            )
        );

    public IEnumerable<(string Id, string Title, string Use)> Kinds =>
        ChartKindCatalog.All.Select(k => (k.Id, k.Card.Title(T), k.Card.WhenToUse(T)));

    /// <summary>Areas worth a comparison, with the reason.</summary>
    public IReadOnlyList<PeerArea> Peers { get; init; } = [];

    /// <summary>What is shown where no measure is chosen.</summary>
    public string DefaultElement => T.List([.. Question.Card.Elements.Select(e => Archive.Words.Elements[e].Name)]);

    /// <summary>True on the page of a chart, where the picture comes first and choices are folded.</summary>
    public bool IsMade { get; init; }

    public bool Asks(string reference) => Question.References.Contains(reference);

    public string Thresholds => string.Join(", ", Question.References.Where(r => r is not ("mean5" or "need")));

    public IEnumerable<(string Value, string Name)> Languages =>
        Texts.Languages.Select(l => (l, System.Globalization.CultureInfo.GetCultureInfo(l).NativeName));

    public IEnumerable<(NoteFacet Facet, IEnumerable<NoteTag> Tags)> NoteFacets =>
        Offers.Notes.GroupBy(n => n.Facet).Select(g => (g.Key, (IEnumerable<NoteTag>)g));

    private static readonly Dictionary<string, string> Dimensions = new()
    {
        ["admin1"] = "region",
        ["admin2"] = "district",
        ["level1"] = "level",
        ["area"] = "area",
        ["category"] = "category",
        ["currency"] = "currency",
        ["market"] = "market",
        ["package"] = "package",
        ["phase"] = "phase",
        ["pricetype"] = "pricetype",
        ["validity"] = "validity",
    };

    /// <summary>What a provider's own division is called; one we have no name for keeps the provider's.</summary>
    public string NameOf(string dimension, PageTexts t) =>
        Dimensions.TryGetValue(dimension, out var key) ? t[$"dimension.{key}"] : Marks.Upper(dimension);

    /// <summary>Words of the address that nothing offers: they stay as they are.</summary>
    public IEnumerable<string> OtherNotes => (Question.Notes ?? []).Where(n => Offers.Notes.All(o => o.Tag != n));

    public IEnumerable<string> OtherWhich => Question.Which.Where(w => Offers.Which.All(d => d.Words.All(o => o.Word != w)));

    /// <summary>Items that are no crop of the list: "top3".</summary>
    public IEnumerable<string> OtherItems => Question.Items.Where(i => Offers.Items.All(o => o.Code != i));

    /// <summary>True where something is chosen among what is folded away.</summary>
    public bool HasMore =>
        Question.Align.Count > 0
        || Question.AsOf is not null
        || Question.Language != "en"
        || Question.Width is not null
        || Question.IsDouble;

    public IEnumerable<(string Value, string Name)> Scales =>
        Enum.GetValues<AskedScale>().Select(s => (ChartAddress.Name(s), T[$"make.form.scale.{ChartAddress.Name(s)}"]));

    public IEnumerable<(string Value, string Name)> Smooths =>
        [
            ("none", T["make.form.smooth.none"]),
            ("3", T["make.smooth.centred", 3]),
            ("5", T["make.smooth.centred", 5]),
            ("3-trailing", T["make.smooth.trailing", 3]),
            ("5-trailing", T["make.smooth.trailing", 5]),
        ];

    public string Notes =>
        Question.Notes is null ? "all"
        : Question.Notes.Count == 0 ? "none"
        : string.Join(',', Question.Notes);
}
