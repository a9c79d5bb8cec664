using FoodSecurity.Answers.Datasets;
using FoodSecurity.Tests.Sources;
using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Answers.Datasets;

/// <summary>Who passes on whose figures, by the seeds.</summary>
public sealed class LineageTests
{
    private static readonly Lineage Of = new(RecordedFile.Words);

    [Theory]
    [InlineData("fao-qcl usda-psd rda wb-wdi", "production", "fao-qcl,wb-wdi usda-psd rda")]
    [InlineData("wb-wdi fao-fs", "undernourishment", "wb-wdi,fao-fs")]
    [InlineData("wb-wdi usda-psd", "production", "wb-wdi usda-psd")]
    [InlineData("wb-wdi fao-oa", "population", "wb-wdi,fao-oa")]
    [InlineData("wb-wdi usda-psd fao-fs fao-qcl", null, "wb-wdi,fao-fs,fao-qcl usda-psd")]
    [InlineData("fao-qcl fao-fbs", "production", "fao-qcl,fao-fbs")]
    [InlineData("fao-qcl fao-qcl", "production", "fao-qcl")]
    [InlineData("rda nobody-knows", null, "rda nobody-knows")]
    [InlineData("", null, "")]
    public void Sources_fall_into_independent_groups(string datasets, string? element, string groups) =>
        string.Join(
                ' ',
                Of.IndependentGroups(datasets.Split(' ', StringSplitOptions.RemoveEmptyEntries), element).Select(g => string.Join(',', g))
            )
            .ShouldBe(groups);

    [Fact]
    public void An_element_that_is_named_leaves_the_general_origins()
    {
        Of.LinksOf("wb-wdi", "population").Select(l => l.From).ShouldBe(["un-wpp"]);
        Of.LinksOf("wb-wdi", "production").Select(l => l.From).ShouldBe(["fao-qcl", "fao-fs"]);
        Of.LinksOf("wb-wdi", "gdp").ShouldBeEmpty();
        Of.LinksOf("usda-psd").ShouldBeEmpty();
    }

    [Fact]
    public void Every_origin_has_a_name_and_every_element_is_known()
    {
        var words = RecordedFile.Words;
        foreach (var link in words.Datasets.Keys.SelectMany(d => Of.LinksOf(d)))
        {
            (words.Datasets.ContainsKey(link.From) || Texts.English.Keys.Contains("origin." + link.From)).ShouldBeTrue(
                $"{link.Dataset} from {link.From}"
            );
            link.Elements.ShouldAllBe(e => words.Elements.ContainsKey(e), link.Dataset);
        }
    }

    [Fact]
    public void Groups_are_told_in_one_sentence() =>
        LineageText
            .Groups(RecordedFile.Words, Of, ["fao-qcl", "wb-wdi", "usda-psd", "rda"], Texts.English)
            .ShouldBe("The 4 datasets that are loaded are 3 independent sources: FAO with World Bank; USDA; RDA.");
}
