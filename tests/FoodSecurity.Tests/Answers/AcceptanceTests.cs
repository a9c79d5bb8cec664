using System.Text.Json;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Answers.Tracing;
using FoodSecurity.Observations;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Answers;

/// <summary>The figures the shipped data must give, each down to the line it is printed on.</summary>
public class AcceptanceTests(ShippedArchive shipped)
{
    private const string Psd = "datasets/usda/psd/2025-11-14",
        Rda = "datasets/rda/food-crops/2025-12",
        Balances = "datasets/fao-wfp/balances/2021-06";
    private const string Suite = "datasets/fao/fs/2025-07-28",
        Cereals = "datasets/worldbank/wdi/2023-12-18-cereal-production",
        Hunger = "datasets/worldbank/wdi/2026-04-08-undernourishment";

    [Theory]
    [InlineData("usda-psd", "rice", "production", "2023-2024", "milled", "1451", 1_451_000, Psd)]
    [InlineData("usda-psd", "rice", "production", "2022-2023", "milled", "1360", 1_360_000, Psd)]
    [InlineData("rda", "food-crops", "production", "2023", null, "482", 4_820_000, Rda)]
    [InlineData("rda", "food-crops", "production", "2022", null, "451", 4_510_000, Rda)]
    [InlineData("wb-wdi", "cereals", "production", "1996", null, "2614000", 2_614_000, Cereals)]
    [InlineData("fao-fs", "people", "undernourishment", "2017-2019", null, "47", 47, Suite)]
    [InlineData("wb-wdi", "people", "undernourishment", "2017-2019", null, "47", 47, Hunger)]
    [InlineData("fao-wfp", "cereals", "uncovered-deficit", "2018-2019", null, "1360", 1_360_000, Balances)]
    [InlineData("fao-wfp", "cereals", "uncovered-deficit", "2020-2021", null, "860", 860_000, Balances)]
    public void A_figure_of_North_Korea_is_as_published_and_traced(
        string dataset,
        string item,
        string element,
        string period,
        string? basis,
        string value,
        int inBaseUnit,
        string folder
    )
    {
        var view = shipped.Trace(dataset, "PRK", item, element, period, basis);
        var expected = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        view.Point.Value.ShouldBe(expected);
        decimal.Parse(view.Point.ValueText, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected);
        (view.Point.Value * (decimal)view.Unit.Factor).ShouldBe(inBaseUnit);

        using var origin = JsonDocument.Parse(File.ReadAllText(Path.Combine(Clone.Root, folder, "origin.json")));
        var stated = origin.RootElement;
        var release = view.Release.ShouldNotBeNull();
        release.Sha256.ShouldBe(stated.GetProperty("sha256").GetString());
        release.LoadedSha256.ShouldBe(stated.GetProperty("extract").GetProperty("sha256").GetString());
        release.FileName.ShouldBe(stated.GetProperty("file").GetString());
        release.ReleasedOn.ShouldBe(stated.GetProperty("released_on").GetString());
        release.Licence.ShouldNotBeNullOrEmpty();
        view.Point.Origin!.Line.ShouldBeGreaterThan(1);
        view.Point.Origin.Column.ShouldNotBeEmpty();
        if (release.FileName.EndsWith(".zip", StringComparison.Ordinal))
        {
            view.Point.Origin.Member.ShouldNotBeEmpty();
        }

        var lines = TraceText.Lines(view).ToDictionary(l => l.Name, l => l.Value);
        lines["Provider"].ShouldStartWith(view.Provider.Name);
        lines["SHA-256"].ShouldBe(release.Sha256);
        lines["As printed"].ShouldBe(view.Point.ValueText);
        new[]
        {
            "Figure",
            "Value",
            "Unit",
            "Period",
            "Status",
            "Release",
            "File",
            "Line",
            "Column",
            "Publisher",
            "Obtained from",
            "Loaded from",
            "Licence",
        }
            .Where(name => !lines.ContainsKey(name) || lines[name].Length == 0)
            .ShouldBeEmpty();
    }

    [Fact]
    public void FAOs_edition_of_2025_has_47_for_2017_2019_and_nothing_after()
    {
        var suite = shipped.Series("PRK").Undernourishment.Single(s => s.Key == "fao-fs").Series;
        suite.Last!.Period.Label.ShouldBe("2017–2019");
        suite.Last.ValueText.ShouldBe("47");
        var after = suite.Points.Where(p => p.Period.Start > suite.Last.Period.Start).ToList();
        after.ShouldNotBeEmpty();
        after.ShouldAllBe(p => p.Value == null && p.Status == ObservationStatus.Missing);
    }

    [Fact]
    public void The_World_Banks_2018_is_FAOs_mean_of_2017_to_2019()
    {
        var point = shipped.Trace("wb-wdi", "PRK", "people", "undernourishment", "2017-2019").Point;
        (point.Period.Kind, point.Origin!.Column).ShouldBe((PeriodKind.MultiYearMean, "2018"));
    }

    [Theory]
    [InlineData("wb-wdi", null, 466)]
    [InlineData("usda-psd", "cereals-rice-as-paddy", 443)]
    [InlineData("rda", "cereals-rice-as-paddy", 448)]
    public void On_one_basis_2020_is_traced_part_by_part_with_factors_and_their_sources(string dataset, string? indicator, int hundredths)
    {
        var view = shipped.Trace(dataset, "PRK", "cereals", "production", dataset == "usda-psd" ? "2020-2021" : "2020", null, indicator);
        Math.Round(view.Point.Value!.Value * (decimal)view.Unit.Factor / 10_000m).ShouldBe(hundredths);
        if (indicator is null)
        {
            view.Release!.Sha256.Length.ShouldBe(64);
            return;
        }

        view.Indicator!.Id.ShouldBe(indicator);
        view.Parts.Sum(p => p.Part.Point.Value * p.Part.Factor).ShouldBe(view.Point.Value);
        view.Parts.ShouldAllBe(p => p.Release!.Sha256.Length == 64 && p.Part.Point.Origin!.Line > 1 && p.Part.Point.ValueText.Length > 0);
        view.Parts.Where(p => p.Part.Factor != 1m)
            .ShouldAllBe(p => p.Part.FactorNote.Contains("0.72") && p.Part.FactorNote.Contains("RDA"));
        view.Parts.Count(p => p.Part.Factor != 1m).ShouldBe(dataset == "rda" ? 1 : 0);
        TraceText
            .Lines(view)
            .Count(l => l.Name.StartsWith("Part ", StringComparison.Ordinal) && l.Value.Contains("SHA-256"))
            .ShouldBe(view.Parts.Count);
    }

    [Fact]
    public void On_28_December_2023_the_RDA_had_spoken_and_USDAs_later_row_was_not_yet_known()
    {
        var then = shipped.Series("PRK", new DateOnly(2023, 12, 28));
        then.Output.Single(s => s.Key == "rda").ValueAt(2023).ShouldBe(4_820_000m);
        then.Output.Single(s => s.Key == "rda").Series.Last!.Period.Label.ShouldBe("2023");
        var now = shipped.Trace("usda-psd", "PRK", "rice", "production", "2023-2024", "milled");
        PartialDate.End(now.Point.PublishedOn)!.Value.ShouldBeGreaterThan(new DateOnly(2023, 12, 28));
        then.Published.Single(s => s.Key is { Dataset: "usda-psd", Item: "rice", Element: "production", Basis: "milled" })
            .At(2023)
            ?.Value.ShouldBeNull();
        then.CommonBasis.Single(s => s.Key == "usda-psd").ValueAt(2023).ShouldBeNull("a sum without its rice would be no sum");
    }

    [Fact]
    public void A_number_that_is_not_held_is_nothing()
    {
        TraceAnswer.Of(shipped.Archive, new TraceQuestion("rda", "PRK", "rice", "production", "1950")).ShouldBeNull();
        TraceAnswer.Of(shipped.Archive, new TraceQuestion("rda", "XXX", "rice", "production", "2020")).ShouldBeNull();
        TraceAnswer
            .Of(shipped.Archive, new TraceQuestion("rda", "PRK", "rice", "production", "2020") { Indicator = "no-such-indicator" })
            .ShouldBeNull();
        AreaAnswer.Of(shipped.Archive, "XXX").ShouldBeNull();
    }

    [Fact]
    public void Loading_what_is_shipped_again_changes_nothing()
    {
        shipped.Reports.ShouldAllBe(r => !r.AlreadyLoaded && r.Skipped == 0);
        var version = shipped.Archive.Version();
        ShippedData.Load(shipped.Archive, Clone.Datasets, null, null).ShouldAllBe(r => r.AlreadyLoaded);
        shipped.Archive.Version().ShouldBe(version);
    }
}
