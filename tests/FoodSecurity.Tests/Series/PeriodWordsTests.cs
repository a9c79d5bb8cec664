using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Series;

public class PeriodWordsTests
{
    [Theory]
    [InlineData("2023", "2023")]
    [InlineData("2023/24", "2023/24")]
    [InlineData("2022-03", "March 2022")]
    [InlineData("2022-03-05", "5 March 2022")]
    [InlineData("2023-04-01/2023-04-30", "April 2023")]
    [InlineData("2025-07-01/2025-09-30", "July to September 2025")]
    [InlineData("2025-10-01/2026-01-31", "October 2025 to January 2026")]
    [InlineData("2020-01-22/2023-08-26", "22 January 2020 to 26 August 2023")]
    public void A_period_is_said_in_words(string tidy, string words)
    {
        Period.TryParse(tidy, null, out var period).ShouldBeTrue();
        PeriodWords.Of(period).ShouldBe(words);
    }
}
