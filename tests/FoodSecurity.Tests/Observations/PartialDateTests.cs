using FoodSecurity.Observations;

namespace FoodSecurity.Tests.Observations;

public class PartialDateTests
{
    [Theory]
    [InlineData("2023", "2023-01-01", "2023-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-12-28", "2023-12-28", "2023-12-28")]
    public void A_date_stands_for_its_first_and_for_its_last_day(string text, string first, string last)
    {
        PartialDate.Start(text)!.Value.ToString("yyyy-MM-dd").ShouldBe(first);
        PartialDate.End(text)!.Value.ToString("yyyy-MM-dd").ShouldBe(last);
        PartialDate.IsValid(text).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("2023-13")]
    [InlineData("2023-02-29")]
    [InlineData("28.12.2023")]
    [InlineData("unknown")]
    public void What_is_no_date_is_nothing(string? text)
    {
        PartialDate.Start(text).ShouldBeNull();
        PartialDate.End(text).ShouldBeNull();
        PartialDate.IsValid(text ?? "").ShouldBeFalse();
    }

    [Fact]
    public void The_last_year_there_is_has_an_end() => PartialDate.End("9999").ShouldBe(new DateOnly(9999, 12, 31));

    [Fact]
    public void The_last_month_there_is_has_an_end() => PartialDate.End("9999-12").ShouldBe(new DateOnly(9999, 12, 31));
}
