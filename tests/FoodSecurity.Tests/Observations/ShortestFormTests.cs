using System.Globalization;
using CsCheck;
using FoodSecurity.Observations;

namespace FoodSecurity.Tests.Observations;

public sealed class ShortestFormTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("1451", 1451)]
    [InlineData("-0.5", -0.5)]
    [InlineData("2.5", 2.5)]
    [InlineData("0.0001", 0.0001)]
    [InlineData("123456789012345", 123456789012345)]
    [InlineData("1234567890.12345", 1234567890.12345)]
    public void Plain_digits_are_read(string text, double value)
    {
        ShortestForm.TryRead(text, out var read).ShouldBeTrue();
        read.ShouldBe(value);
        ShortestForm.Of(read).ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-0")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("05")]
    [InlineData("1451.0000")]
    [InlineData("2.50")]
    [InlineData("0.0")]
    [InlineData("0.00001")]
    [InlineData("+5")]
    [InlineData(" 5")]
    [InlineData("5 ")]
    [InlineData("1,451")]
    [InlineData("<2.5")]
    [InlineData("1e3")]
    [InlineData("1234567890123456")]
    [InlineData("0.1234567890123456")]
    [InlineData("99999999999999999999999999")]
    [InlineData("12a")]
    [InlineData("1.2.3")]
    [InlineData("٣")]
    public void Anything_else_is_left_to_others(string text) => ShortestForm.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void What_is_read_is_what_the_framework_reads_and_prints()
    {
        var decimals = Gen.Select(Gen.Long[-9_999_999_999_999_999, 9_999_999_999_999_999], Gen.Int[0, 18], (digits, scale) =>
            new decimal((int)(Math.Abs(digits) & 0xffffffff), (int)(Math.Abs(digits) >> 32), 0, digits < 0, (byte)scale).ToString(
                CultureInfo.InvariantCulture
            )
        );
        decimals.Sample(text =>
        {
            if (ShortestForm.TryRead(text, out var value))
            {
                value.ShouldBe(double.Parse(text, CultureInfo.InvariantCulture));
                value.ToString("R", CultureInfo.InvariantCulture).ShouldBe(text);
            }
        });
    }

    [Fact]
    public void The_shortest_form_is_the_frameworks() =>
        Gen
            .Double.Where(double.IsFinite)
            .Sample(value => ShortestForm.Of(value).ShouldBe(value.ToString("R", CultureInfo.InvariantCulture)));

    [Fact]
    public void A_row_is_equal_however_its_text_is_kept()
    {
        var key = new SeriesKey
        {
            Dataset = "own",
            Area = "PRK",
            Item = "rice",
            Element = "production",
            Unit = "t",
        };
        var made = new Observation
        {
            Series = key,
            Period = Period.CalendarYear(2020),
            Value = 1451,
            IsShortest = true,
            Line = 2,
        };
        var kept = new Observation
        {
            Series = key,
            Period = Period.CalendarYear(2020),
            Value = 1451,
            ValueText = "1451",
            Line = 2,
        };
        made.ValueText.ShouldBe("1451");
        made.ShouldBe(kept);
        made.GetHashCode().ShouldBe(kept.GetHashCode());
        made.ShouldNotBe(kept with { ValueText = "1451.0" });
    }
}
