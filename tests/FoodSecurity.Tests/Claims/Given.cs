using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Claims;

/// <summary>Claims and evidence in few words, for the published examples.</summary>
internal static class Given
{
    public static readonly IReadOnlyList<Factor> Factors =
    [
        new("fao-wfp", "PRK", "rice", "paddy", "milled", 0.66m, "FAO/WFP"),
        new("rda", "PRK", "rice", "paddy", "milled-0.72", 0.72m, "RDA note of 15 December 2023"),
    ];

    public static readonly KnownReason Weather = new(
        "rda",
        "PRK",
        "crop-output",
        2023,
        ["weather"],
        "RDA, 15 December 2023: rain in time for transplanting, a warm and sunny July and August",
        "https://www.rda.go.kr/"
    );

    public static CheckedClaim Check(Claim claim, bool convert, params IReadOnlyList<Evidence> evidence) =>
        ClaimCheck.Of(
            claim,
            evidence,
            new CheckOptions
            {
                Texts = Texts.English,
                Factors = Factors,
                Convert = convert,
                Reasons = [Weather],
            }
        );

    public static CheckedClaim Check(Claim claim, params IReadOnlyList<Evidence> evidence) => Check(claim, true, evidence);

    public static Claim Claim(string indicator, ClaimRelation relation, ClaimPeriod period) =>
        new()
        {
            Area = "PRK",
            Indicator = indicator,
            Relation = relation,
            Period = period,
        };

    public static ClaimPeriod Year(int year) => new($"in {year}", "year", $"{year}", $"{year}");

    public static ClaimPeriod Marketing(int first) =>
        new($"{first}/{(first + 1) % 100:00}", "marketing-year", $"{first}-11", $"{first + 1}-10");

    public static ClaimQuantity Tonnes(decimal value, decimal step, string? hedge = null) =>
        new($"{value} tonnes", value, null, "t", hedge, step);

    public static ClaimQuantity Percent(decimal value, decimal step) => new($"{value} per cent", value, null, "percent", null, step);

    /// <summary>Tonnes of calendar years.</summary>
    public static Evidence Years(string dataset, string source, params (int Year, decimal Tonnes)[] figures) =>
        new()
        {
            Dataset = dataset,
            Source = source,
            Provider = dataset,
            Group = dataset,
            Area = "PRK",
            Error = EstimateError.Remote,
            IsHarvest = true,
            Figures = [.. figures.Select(f => new Figure(Period.CalendarYear(f.Year), f.Tonnes))],
        };

    /// <summary>Tonnes of marketing years from November.</summary>
    public static Evidence Balances(string dataset, string source, params (int First, decimal Tonnes)[] figures) =>
        new()
        {
            Dataset = dataset,
            Source = source,
            Provider = dataset,
            Group = dataset,
            Area = "PRK",
            Error = EstimateError.Remote,
            Figures = [.. figures.Select(f => new Figure(Period.MarketingYear(f.First, 11), f.Tonnes))],
        };

    public static ClaimAttribution Says(string provider, string speaker) => new(speaker, true, provider);

    public static void ShouldBe(this CheckedClaim check, VerdictKind verdict, VerdictLabel label, params VerdictBadge[] badges)
    {
        var told = string.Join("\n", check.Findings.Select(f => $"{f.Source} {f.Outcome} {f.Gate}: {f.Text} – {f.Reason}"));
        check.Verdict.ShouldBe(verdict, told);
        check.Label.ShouldBe(label, told);
        check.Badges.ShouldBe(badges, told);
        check.Findings.ShouldNotBeEmpty("a verdict is never without its findings");
    }
}
