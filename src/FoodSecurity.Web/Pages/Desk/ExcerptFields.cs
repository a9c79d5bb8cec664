namespace FoodSecurity.Web.Pages;

/// <summary>What can be said of an excerpt, field by field: the names of the form's inputs, and the words that may stand in those that have a list.</summary>
public static class ExcerptFields
{
    /// <summary>The fields in the order in which changes of them are told.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "kind",
        "area",
        "indicator",
        "item",
        "relation",
        "modality",
        "period",
        "period-kind",
        "from",
        "to",
        "event",
        "base",
        "base-from",
        "base-to",
        "quantity",
        "value",
        "upper",
        "unit",
        "hedge",
        "step",
        "reached",
        "reached-value",
        "reached-upper",
        "reached-unit",
        "reached-hedge",
        "reached-step",
        "against",
        "times",
        "of-last",
        "facets",
        "speaker",
        "named",
        "provider",
        "through",
        "cause",
        "tags",
        "language",
        "original",
        "original-language",
        "original-source",
        "original-address",
        "translation",
        "translation-language",
        "translation-source",
        "translation-address",
    ];

    public static readonly IReadOnlyList<string> PeriodKinds =
    [
        "year",
        "years",
        "decade",
        "marketing-year",
        "month",
        "months",
        "quarter",
        "season",
        "date",
        "event",
        "open",
    ];

    public static readonly IReadOnlyList<string> Hedges = ["about", "nearly", "more-than", "less-than", "at-least", "up-to"];

    public static readonly IReadOnlyList<string> Units =
    [
        "t",
        "kg",
        "ha",
        "t-per-ha",
        "percent",
        "percentage-points",
        "people",
        "times",
        "months",
        "days",
        "kcal",
        "g-per-person-day",
        "USD",
        "local",
        "points",
    ];

    public static readonly IReadOnlyList<string> Against = ["year-before", "five-year-average", "average", "need"];

    /// <summary>What a field is called.</summary>
    public static string Label(string name, PageTexts t) => t[$"page.field.{name}"];
}
