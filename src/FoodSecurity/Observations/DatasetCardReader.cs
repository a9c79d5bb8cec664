namespace FoodSecurity.Observations;

/// <summary>Reads the cards of <c>seeds/datasets.csv</c>.</summary>
internal static class DatasetCardReader
{
    private const string File = "datasets.csv";

    /// <exception cref="DataFormatException">The table is missing or malformed, or a row says what no card can hold.</exception>
    public static List<DatasetCard> Read(string folder) =>
        [
            .. SeedTable
                .Read(folder, File, "code", "provider", "dataset", "name", "short")
                .Select(r => new DatasetCard(r["code"], r["provider"], r["dataset"], r["name"], r["short"])
                {
                    PublisherAddress = r["publisher_address"],
                    Licence = r["licence"],
                    LicenceNote = r["licence_note"],
                    ExpectedEveryMonths = r.Number("expected_every_months"),
                    DerivedFrom = r["derived_from"],
                    Description = r["description"],
                    Rank = (int)(r.Number("rank") ?? DatasetCard.Unranked),
                    Color = (int)(r.Number("color") ?? DatasetCard.OtherColor),
                    MainBasis = r["main_basis"].Length > 0 ? r["main_basis"] : "milled",
                    Cereals = Cereals(r.Line, r["cereals_from"]),
                    Calendar = r["calendar"],
                    CropSet = r["crop_set"],
                    SoybeansAt = r["soybeans_at"],
                    Roles = r["roles"].Split('+', StringSplitOptions.RemoveEmptyEntries),
                }),
        ];

    private static CerealsFrom Cereals(long line, string text) =>
        text switch
        {
            "" => CerealsFrom.Published,
            "grains" => CerealsFrom.Grains,
            "crops" => CerealsFrom.Crops,
            _ => throw Wrong(line, "cereals_from", text, "grains, crops, or nothing where a total is published"),
        };

    private static DataFormatException Wrong(long line, string column, string value, string expected) =>
        new(new DataProblem(File, line, column, value, expected));
}
