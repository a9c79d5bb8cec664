using FoodSecurity.Articles;

namespace FoodSecurity.Tests.Articles.Extraction;

/// <summary>One sentence for each rule by which figures, foods and clauses find each other.</summary>
public class ClaimRulesTests
{
    [Theory]
    [InlineData(
        "In Togo, maize output rose by 4 per cent and rice output by 2 in 2021.",
        "TGO maize item-output Rise 4 percent in 2021/2021|TGO rice item-output Rise 2 percent in 2021/2021"
    )]
    [InlineData(
        "Maize and rice output in Togo rose by 4 and 2 per cent respectively in 2021.",
        "TGO maize item-output Rise 4 percent in 2021/2021|TGO rice item-output Rise 2 percent in 2021/2021"
    )]
    [InlineData("Food is 30 percent dearer in Turkey than a year earlier.", "TUR food price Rise 30 percent in 2023-11/2023-11")]
    [InlineData("The drought of 2018 cost Kenya a third of its potatoes.", "KEN potatoes item-output Fall 33.3 percent in 2018/2018")]
    [InlineData("Sri Lanka ran out of rice in 2022.", "LKA rice food-shortage Shortage in 2022/2022")]
    [InlineData(
        "Maize flour has gone up by 30 shillings a packet in Kenya since May.",
        "KEN maize-flour price Rise 30 local-per-piece in 2023-05/"
    )]
    [InlineData("Jamaica's yam harvest was half that of the year before in 2021.", "JAM yams item-output Fall 50 percent in 2021/2021")]
    [InlineData(
        "Food inflation in Egypt edged up to 38 percent in September 2023.",
        "EGY food-inflation Rise to 38 percent in 2023-09/2023-09"
    )]
    [InlineData(
        "Maize output in Malawi, 4.5 million tonnes in 2021, fell to 3.7 million in 2022.",
        "MWI maize item-output Fall to 3700000 t in 2022/2022"
    )]
    [InlineData(
        "In 2020 Kenya's maize exports stood at 7,000 tonnes; a year later they came to 9,000 tonnes.",
        "KEN maize exports Level 7000 t in 2020/2020|KEN maize exports Level 9000 t in 2021/2021"
    )]
    [InlineData("World rice stocks will shrink for a third year, the USDA predicts.", "WORLD rice stocks Forecast Fall")]
    [InlineData("It is not true that Kenya's maize stocks fell in 2022.", "KEN maize stocks Negated Fall in 2022/2022")]
    public void Sentences_are_read_by_the_rule_they_stand_for(string sentence, string expected) =>
        string.Join(
                '|',
                FirstArticleTests
                    .Extraction.Value.Propose(new ArticleText(sentence, new DateOnly(2023, 12, 28)))
                    .Select(p => GoldScore.Record(p.Claim))
            )
            .ShouldBe(expected);
}
