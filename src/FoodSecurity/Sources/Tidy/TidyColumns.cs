namespace FoodSecurity.Sources.Tidy;

/// <summary>The headings of our own csv. Order is free; a heading that is none of these is an error.</summary>
internal static class TidyColumns
{
    public static readonly string[] Required = ["area", "item", "element", "unit", "period", "value"];

    /// <summary>In the order the writer puts them; a file holds only those it needs.</summary>
    public static readonly string[] Optional =
    [
        "basis",
        "dimensions",
        "frequency",
        "edition",
        "value_text",
        "bound",
        "lower",
        "upper",
        "status",
        "flag",
        "is_break",
        "is_derived",
        "published_on",
        "source",
        "source_address",
        "note",
        "member",
        "line",
        "column",
        "native",
    ];

    /// <summary>Those that an origin.json may state once for every row.</summary>
    public static readonly string[] Stateable =
    [
        "basis",
        "dimensions",
        "frequency",
        "edition",
        "status",
        "flag",
        "published_on",
        "source",
        "source_address",
        "member",
        "line",
        "column",
    ];
}
