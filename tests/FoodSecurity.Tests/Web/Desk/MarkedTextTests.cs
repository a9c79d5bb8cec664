using FoodSecurity.Articles.Anchors;
using FoodSecurity.Web.Pages;

namespace FoodSecurity.Tests.Web.Desk;

/// <summary>Pieces of the desk that need no site.</summary>
public class MarkedTextTests
{
    [Fact]
    public void Overlapping_marks_cut_the_text_and_the_strongest_shows()
    {
        var pieces = MarkedText.Of("abcdefgh", [new TextMark(1, 5, "A", "a", "proposed"), new TextMark(3, 7, "1", "b", "approved")]);
        pieces.Select(p => (p.Text, p.Kind)).ShouldBe([("a", ""), ("bc", "proposed"), ("de", "approved"), ("fg", "approved"), ("h", "")]);
        pieces[1].Begin.ShouldHaveSingleItem().Label.ShouldBe("A");
        string.Concat(pieces.Select(p => p.Text)).ShouldBe("abcdefgh");
    }

    [Fact]
    public void Marks_outside_the_text_are_left_out_and_positions_are_code_points()
    {
        MarkedText
            .Of("🌾ab", [new TextMark(1, 2, "A", "a", "draft"), new TextMark(2, 9, "B", "b", "draft")])
            .Select(p => (p.Text, p.Kind))
            .ShouldBe([("🌾", ""), ("a", "draft"), ("b", "")]);
        MarkedText.Of("", []).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(53, "BB")]
    public void Proposals_have_letters(int index, string letter) => MarkedText.Letter(index).ShouldBe(letter);

    [Theory]
    [InlineData("he said “so”", "said \"so\"", "said “so”")]
    [InlineData("a  b\n\nc", "a b c", "a  b\n\nc")]
    [InlineData("2019–20 was", "2019-20 was", "2019–20 was")]
    [InlineData("🌾 it’s dry", "it's dry", "it’s dry")]
    public void A_quote_is_found_loosely_and_given_in_the_texts_own_characters(string text, string quote, string found) =>
        QuotePlaces.Find(new CodePoints(text), quote).ShouldHaveSingleItem().Exact.ShouldBe(found);

    [Theory]
    [InlineData("abc", "")]
    [InlineData("abc", "  ")]
    [InlineData("abc", "abd")]
    [InlineData("", "a")]
    public void What_does_not_stand_there_is_not_found(string text, string quote) =>
        QuotePlaces.Find(new CodePoints(text), quote).ShouldBeEmpty();
}
