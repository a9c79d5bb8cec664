namespace FoodSecurity.Web.Pages;

/// <summary>What can be said of an excerpt, field by field: the names of the form's inputs, what they are called, and the words that may stand in those that have a list.</summary>
public static class ExcerptFields
{
    public static readonly IReadOnlyDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["kind"] = "Kind", ["area"] = "Area", ["indicator"] = "Indicator", ["item"] = "Crop or product", ["relation"] = "Relation", ["modality"] = "Meant as",
        ["period"] = "Period in the article’s words", ["period-kind"] = "Kind of period", ["from"] = "From", ["to"] = "To", ["event"] = "Event that gives the dates",
        ["base"] = "Compared with, in words", ["base-from"] = "Compared from", ["base-to"] = "Compared to",
        ["quantity"] = "Figure in the article’s words", ["value"] = "Figure", ["upper"] = "Upper end", ["unit"] = "Unit", ["hedge"] = "Hedge", ["step"] = "Last digit counts",
        ["reached"] = "Figure reached, in words", ["reached-value"] = "Figure reached", ["reached-upper"] = "Upper end of the figure reached", ["reached-unit"] = "Unit of the figure reached",
        ["reached-hedge"] = "Hedge of the figure reached", ["reached-step"] = "Last digit of the figure reached counts",
        ["against"] = "Against", ["times"] = "In how many", ["of-last"] = "of the last years", ["facets"] = "What has to be known before figures are compared",
        ["speaker"] = "Said by", ["named"] = "Named", ["provider"] = "Source it publishes", ["through"] = "Passed on by", ["cause"] = "Cause it gives",
        ["tags"] = "Tags", ["language"] = "Language", ["original"] = "Original wording", ["original-language"] = "Language of the original", ["original-source"] = "Whose original",
        ["original-address"] = "Address of the original", ["translation"] = "Translation", ["translation-language"] = "Language of the translation", ["translation-source"] = "Whose translation",
        ["translation-address"] = "Address of the translation",
    };

    public static readonly IReadOnlyList<string> PeriodKinds = ["year", "years", "decade", "marketing-year", "month", "months", "quarter", "season", "date", "event", "open"];

    public static readonly IReadOnlyList<string> Hedges = ["about", "nearly", "more-than", "less-than", "at-least", "up-to"];

    public static readonly IReadOnlyList<string> Units = ["t", "kg", "ha", "t-per-ha", "percent", "percentage-points", "people", "times", "months", "days", "kcal", "g-per-person-day", "USD", "local", "points"];

    public static readonly IReadOnlyList<string> Against = ["year-before", "five-year-average", "average", "need"];
}
