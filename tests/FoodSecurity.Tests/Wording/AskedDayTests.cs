using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Wording;

public class AskedDayTests
{
    [Theory]
    [InlineData("2023-12-28", true)]
    [InlineData("2200-12-31", true)]
    [InlineData("9999-12-31", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("2023-02-30", false)]
    [InlineData("28.12.2023", false)]
    [InlineData("", false)]
    public void A_day_is_one_of_the_years_a_page_can_speak_of(string text, bool isOne) => (Dates.Asked(text) is not null).ShouldBe(isOne);
}
