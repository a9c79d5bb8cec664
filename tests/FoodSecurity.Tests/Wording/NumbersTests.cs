using System.Globalization;
using CsCheck;
using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Wording;

public class NumbersTests
{
    [Theory]
    [InlineData("0.5", 0, "1")]
    [InlineData("1.5", 0, "2")]
    [InlineData("2.5", 0, "3")]
    [InlineData("2.345", 2, "2.35")]
    [InlineData("1450.5", 0, "1,451")]
    [InlineData("1234567.891", 1, "1,234,567.9")]
    [InlineData("-0.04", 1, "0.0")]
    public void Halves_go_away_from_zero_and_thousands_have_commas(string value, int decimals, string expected) =>
        Numbers.Fixed(decimal.Parse(value, CultureInfo.InvariantCulture), decimals).ShouldBe(expected);

    [Theory]
    [InlineData(4_820_000, "4.82 million t")]
    [InlineData(1_360_000, "1.36 million t")]
    [InlineData(860_000, "860 thousand t")]
    [InlineData(21_200, "21 thousand t")]
    [InlineData(9_950, "10 thousand t")]
    [InlineData(1_451, "1.5 thousand t")]
    [InlineData(450, "450 t")]
    [InlineData(0, "0 t")]
    [InlineData(12_340_000, "12.3 million t")]
    [InlineData(2_900_000_000, "2,900 million t")]
    public void A_mass_is_said_in_the_unit_a_reader_expects(long tonnes, string expected) => Numbers.Mass(tonnes).ShouldBe(expected);

    [Theory]
    [InlineData(4_820_000, "4.82 Mt")]
    [InlineData(112_000, "0.11 Mt")]
    [InlineData(96_000, "96 kt")]
    [InlineData(450, "450 t")]
    [InlineData(57_200_000, "57.2 Mt")]
    public void A_label_says_a_mass_in_short(long tonnes, string expected) => Numbers.MassShort(tonnes).ShouldBe(expected);

    [Theory]
    [InlineData("0.0687361", "+6.9 %")]
    [InlineData("-0.031", "−3.1 %")]
    [InlineData("0", "0.0 %")]
    [InlineData("-0.0004", "0.0 %")]
    [InlineData("0.0005", "+0.1 %")]
    [InlineData("11.5", "+1,150.0 %")]
    public void A_change_has_its_sign(string ratio, string expected) =>
        Numbers.Change(decimal.Parse(ratio, CultureInfo.InvariantCulture)).ShouldBe(expected);

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Numbers.Fixed(1234.5m, 1).ShouldBe("1,234.5");
            Numbers.Change(-0.031m).ShouldBe("−3.1 %");
            Dates.Long("2023-12-28").ShouldBe("28 December 2023");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_is_printed_is_never_further_off_than_half_a_last_digit() =>
        Gen.Select(Gen.Long[-10_000_000_000, 10_000_000_000], Gen.Int[0, 3])
            .Sample(
                (thousandths, decimals) =>
                {
                    var value = thousandths / 1000m;
                    var text = Numbers.Fixed(value, decimals).Replace(",", "", StringComparison.Ordinal).Replace('−', '-');
                    Math.Abs(decimal.Parse(text, CultureInfo.InvariantCulture) - value)
                        .ShouldBeLessThanOrEqualTo(0.5m / (decimal)Math.Pow(10, decimals));
                }
            );

    [Theory]
    [InlineData("2023-12-28", "28 December 2023")]
    [InlineData("2023-12", "December 2023")]
    [InlineData("2023", "2023")]
    [InlineData("", "unknown")]
    [InlineData(null, "unknown")]
    [InlineData("as restated in later releases", "as restated in later releases")]
    public void A_date_is_as_precise_as_it_is_known(string? partial, string expected) => Dates.Long(partial).ShouldBe(expected);
}
