using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Observations;

namespace FoodSecurity.Tests.Answers;

public class DirectoryTests(ShippedArchive shipped)
{
    [Theory]
    [InlineData("the North", "PRK")]
    [InlineData("PRK", "PRK")]
    [InlineData("north korea", "PRK")]
    [InlineData("Côte d’Ivoire", "CIV")]
    [InlineData("cote d'ivoire", "CIV")]
    [InlineData("북한", "PRK")]
    [InlineData("Afganistan", "AFG")]
    [InlineData("  sudan ", "SDN")]
    [InlineData("kp", "PRK")]
    public void The_search_finds_an_area_by_any_of_its_names(string text, string code) =>
        AreaDirectory.Search(shipped.Archive, text)[0].Area.Code.ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("qqqqqqqq")]
    public void The_search_finds_nothing_for_nothing(string text) => AreaDirectory.Search(shipped.Archive, text).ShouldBeEmpty();

    [Fact]
    public void What_is_no_area_has_three_near_ones() =>
        AreaDirectory.Nearest(shipped.Archive, "Norht Korea").Select(a => a.Code).First().ShouldBe("PRK");

    [Fact]
    public void Each_area_with_data_stands_in_one_region_with_its_sources()
    {
        var entries = AreaDirectory.ByRegion(shipped.Archive).SelectMany(r => r.Areas).ToList();
        entries.Select(e => e.Area.Code).ShouldBeUnique();
        entries.ShouldAllBe(e => e.Sources.Count > 0 && e.Series > 0);
        AreaDirectory.ByRegion(shipped.Archive).Single(r => r.Areas.Any(a => a.Area.Code == "PRK")).Name.ShouldBe("Eastern Asia");
        AreaDirectory.ByRegion(shipped.Archive)[^1].Areas.ShouldAllBe(a => a.Area.Level != AreaLevel.Country);
    }

    [Fact]
    public void Every_dataset_that_is_loaded_has_a_page_with_licence_and_hashes()
    {
        var sources = SourceAnswer.All(shipped.Archive);
        sources.Select(s => s.Dataset.Code).ShouldBe(shipped.Reports.Select(r => r.Dataset).Distinct(), ignoreOrder: true);
        sources.SelectMany(s => s.Releases).Count().ShouldBe(shipped.Reports.Count);
        sources.SelectMany(s => s.Releases).ShouldAllBe(r => r.Release.Sha256.Length == 64 && r.Release.Licence!.Length > 0);
        sources.Where(s => s.Dataset.Code != "events").ShouldAllBe(s => s.Count!.Observations > 0);
        SourceAnswer.Of(shipped.Archive, "usda", "psd")!.Count!.Areas.ShouldBeGreaterThan(100);
        SourceAnswer.Of(shipped.Archive, "usda", "no-such").ShouldBeNull();
        sources.ShouldAllBe(s => SourceAnswer.Of(shipped.Archive, s.Provider.Code, s.Dataset.Name)!.Dataset.Code == s.Dataset.Code);
    }

    [Fact]
    public void The_World_Banks_figures_are_said_to_be_FAOs() =>
        SourceAnswer.All(shipped.Archive).Single(s => s.Dataset.Code == "wb-wdi").Republishes.ShouldContain(d => d.Provider == "fao");
}
