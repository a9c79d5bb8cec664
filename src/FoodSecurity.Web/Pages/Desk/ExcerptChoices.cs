using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Observations;

namespace FoodSecurity.Web.Pages;

/// <summary>What the lists of the form offer.</summary>
public sealed class ExcerptChoices(Vocabulary words, ArticleReading reading, PageTexts t)
{
    public IEnumerable<(string Code, string Name)> Areas =>
        words.Areas.Values.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => (a.Code, a.Name));

    public IEnumerable<(string Code, string Name)> Items =>
        words.Items.Values.OrderBy(i => i.Name, StringComparer.Ordinal).Select(i => (i.Code, i.Name));

    public IReadOnlyList<(string Code, string Name)> Providers => [.. words.Providers.Values.Select(p => (p.Code, p.Name))];

    public IReadOnlyList<(string Code, string Name)> Indicators => [.. reading.Indicators.Values.Select(i => (i.Code, i.Title))];

    public IReadOnlyList<string> Events => reading.Events;

    public IReadOnlyList<(string Code, string Name)> Kinds =>
        [.. ExcerptCorrection.Kinds.Select(k => (k, t[$"page.excerpt-kind.{k.Replace(' ', '-')}"]))];

    public IReadOnlyList<(string Code, string Name)> Relations => [.. RelationWords.Select(r => (r, t[$"page.relation.{r}"]))];

    public IReadOnlyList<(string Code, string Name)> Modalities => [.. ModalityWords.Select(m => (m, t[$"page.modality.{m}"]))];

    public IReadOnlyList<(string Code, string Name)> PeriodKinds =>
        [.. ExcerptFields.PeriodKinds.Select(k => (k, t[$"page.period-kind.{k}"]))];

    public IReadOnlyList<(string Code, string Name)> Hedges => [.. ExcerptFields.Hedges.Select(h => (h, t[$"page.hedge.{h}"]))];

    private static readonly string[] RelationWords =
    [
        "none",
        "rise",
        "fall",
        "unchanged",
        "level",
        "above",
        "below",
        "equal",
        "highest",
        "lowest",
        "shortage",
        "surplus",
        "famine",
        "aim",
    ];

    private static readonly string[] ModalityWords =
    [
        "plain",
        "possible",
        "forecast",
        "warned",
        "denied",
        "negated",
        "asked",
        "conditional",
    ];
}
