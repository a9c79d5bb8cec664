using FoodSecurity.Articles;
using FoodSecurity.Articles.Extraction.Lexicons;

namespace FoodSecurity.Tests.Articles.Extraction;

/// <summary>When claims speak of and what they are compared with, by their own words or by what stands around them; figures and datelines that used to be cut apart.</summary>
public class TimeRulesTests
{
    [Theory]
    [InlineData("Sudan's sorghum output fell by 42 percent in 2023 from the previous year.", "2023/2023 base 2022/2022")]
    [InlineData("Sudan's sorghum output fell by 42 percent in 2023 year on year.", "2023/2023 base 2022/2022")]
    [InlineData("Maize production in Zambia fell in 2022 compared with the season before.", "2022/2022 base 2021/2021")]
    [InlineData("Wheat output in Egypt in the 2022/23 season was lower than in the previous season.", "2022/2023 base 2021/2022")]
    [InlineData("Rice output in Mali rose by 20 percent in the five years to 2022.", "2017/2022")]
    [InlineData("Maize output in Kenya in 2023 was 12 percent above the 2018-2022 average.", "2023/2023 base 2018/2022 against average")]
    [InlineData(
        "Cereal production in Somalia in 2023 was 30 percent below the mean of 2017–2021.",
        "2023/2023 base 2017/2021 against average"
    )]
    [InlineData(
        "Cereal output in Mali in 2023 was 7 percent above the average of the previous five years.",
        "2023/2023 base 2018/2022 against five-year-average"
    )]
    [InlineData("Wheat prices in Yemen in March 2023 were lower than a year earlier.", "2023-03/2023-03 base 2022-03/2022-03")]
    [InlineData("Zimbabwe's maize crop of 2022 was the largest in two decades.", "2022/2022 base 2002/2022")]
    public void Bases_count_from_the_claims_own_period(string sentence, string expected) =>
        Times(Propose(sentence).ShouldHaveSingleItem().Claim).ShouldBe(expected);

    [Fact]
    public void A_time_named_before_holds_for_the_paragraph_then_the_lead_then_the_title_and_says_so()
    {
        var found = Propose(
            "Kenya's maize harvest of 2022 was the best in years. Wheat output fell by 3 percent.\n\nMaize imports dropped by a fifth.",
            "Kenya"
        );
        found.Select(p => Times(p.Claim)).ShouldBe(["2022/2022", "2022/2022", "2022/2022"]);
        found[1].Claim.Period!.Text.ShouldBeEmpty();
        found.Skip(1).Select(Rule).ShouldBe(["context: the claim before", "context: the lead"]);
        var titled = Propose("Maize output in Kenya fell by 3 percent.", "Kenya's harvest of 2021").ShouldHaveSingleItem();
        (Times(titled.Claim), Rule(titled)).ShouldBe(("2021/2021", "context: the title"));
    }

    [Theory]
    [InlineData("Maize output in Kenya fell by 3 percent.", "2023-11-20", "2022/2022")]
    [InlineData("Maize output in Kenya fell by 3 percent.", "2023-12-20", "2023/2023")]
    [InlineData("Maize output in Zambia fell by 3 percent.", "2023-08-20", "2023/2023")]
    [InlineData("Maize prices in Zambia fell by 3 percent.", "2023-08-20", "2023-07/2023-07")]
    [InlineData("Maize output in Kenya may fall.", "2023-12-20", "")]
    public void Without_any_time_the_last_season_completed_before_publication_is_meant(string sentence, string day, string expected)
    {
        var found = FirstArticleTests
            .Extraction.Value.Propose(new ArticleText(sentence, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)))
            .ShouldHaveSingleItem();
        Times(found.Claim).ShouldBe(expected);
    }

    [Theory]
    [InlineData("1,05", 1.05, 2)]
    [InlineData("39,5", 39.5, 1)]
    [InlineData("1,234", 1234, 0)]
    [InlineData("0,123", 0.123, 3)]
    [InlineData("2,123,456.5", 2123456.5, 1)]
    [InlineData("1.050.000", 1050000, 0)]
    [InlineData("1.234,5", 1234.5, 1)]
    [InlineData("1,50,000", 150000, 0)]
    [InlineData("1,2,3", -1, 0)]
    [InlineData("1.2.3", -1, 0)]
    [InlineData("4820", 4820, 0)]
    public void Marks_in_a_number_are_read_by_what_they_can_only_mean(string printed, double value, int decimals)
    {
        var number = PrintedNumber.Read(printed, Spelling.Plain);
        ((double)number.Value, number.Decimals).ShouldBe((value, decimals));
    }

    [Theory]
    [InlineData("PORT SUDAN, 22 March 2024 - Output fell.", "PORT SUDAN", "22 March 2024")]
    [InlineData("NAIROBI, March 3 (Agency) — Output fell.", "NAIROBI", "March 3")]
    [InlineData("(Seoul, Dec. 15) Output fell.", "Seoul", "Dec. 15")]
    [InlineData("[Dhaka, 15 December 2023] Output fell.", "Dhaka", "15 December 2023")]
    [InlineData("Rome/Khartoum, 15 December 2023: Output fell.", "Rome/Khartoum", "15 December 2023")]
    [InlineData("Port-au-Prince, 15 December 2023 – Output fell.", "Port-au-Prince", "15 December 2023")]
    [InlineData("LUSAKA (Reuters) - Output fell.", "LUSAKA", "")]
    public void Datelines_of_the_usual_forms_give_place_and_day_and_end_before_the_text(string text, string place, string day)
    {
        var found = Dateline.At(text, 0, text.Length).ShouldNotBeNull();
        (found.Place, found.Day, text[found.Length..]).ShouldBe((place, day, "Output fell."));
    }

    [Theory]
    [InlineData("Kenya: Maize output fell.")]
    [InlineData("KENYA: Maize output fell.")]
    [InlineData("Maize output fell - by a third.")]
    public void What_only_looks_like_a_dateline_stays_with_the_text(string text) => Dateline.At(text, 0, text.Length).ShouldBeNull();

    private static string Rule(Proposal proposal) => proposal.Because.Single(b => b.Field == "period").Rule;

    private static IReadOnlyList<Proposal> Propose(string text, string? title = null) =>
        FirstArticleTests.Extraction.Value.Propose(new ArticleText(text, new DateOnly(2024, 3, 22), title));

    private static string Times(Claim claim) =>
        string.Join(
            ' ',
            new[]
            {
                claim.Period is { } p ? p.From + "/" + p.To : "",
                claim.Base is { } b ? "base " + b.From + "/" + b.To : "",
                claim.Against is { } against ? "against " + against : "",
            }.Where(t => t.Length > 0)
        );
}
