using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;

namespace FoodSecurity.Tests.Articles;

public class AnchoringTests
{
    // The example of the W3C Web Annotation Data Model in our own words: an astral character before the second passage.
    private const string Example =
        "Seoul — North Korea’s crop output rose 6.9 percent in 2023, a South Korean agency estimates. 🌾 It still needs imports.";

    [Theory]
    [InlineData("It still needs imports", 95, 117)]
    [InlineData("crop output rose 6.9 percent in 2023", 22, 58)]
    public void Positions_count_code_points_and_not_UTF_16_units(string quote, int start, int end)
    {
        var anchor = Anchoring.Quote(new CodePoints(Example), quote);
        (anchor.Start, anchor.End).ShouldBe((start, end));
        Anchoring.Agrees(new CodePoints(Example), anchor).ShouldBeTrue();
        new CodePoints(Example).Slice(start, end).ShouldBe(quote);
    }

    [Fact]
    public void Surroundings_are_kept_as_the_standard_shows_them()
    {
        var anchor = Anchoring.Quote(new CodePoints(Example), "crop output rose 6.9 percent in 2023");
        anchor.Prefix.ShouldEndWith("oul — North Korea’s ");
        anchor.Suffix.ShouldStartWith(", a South Korean age");
        anchor.Suffix.EnumerateRunes().Count().ShouldBe(TextAnchor.Context);
    }

    [Fact]
    public void Selectors_that_do_not_agree_are_seen()
    {
        var text = new CodePoints(Example);
        var anchor = Anchoring.Quote(text, "It still needs imports");
        Anchoring.Agrees(text, anchor with { Start = 96, End = 118 }).ShouldBeFalse("these would be UTF-16 units");
        Anchoring.Agrees(text, anchor with { Exact = "It still needs exports" }).ShouldBeFalse();
        Anchoring.Agrees(text, anchor with { Prefix = "another " }).ShouldBeFalse();
        Anchoring.Agrees(text, anchor with { Start = -1, End = 5 }).ShouldBeFalse();
        Anchoring.Agrees(text, anchor with { End = 1_000 }).ShouldBeFalse();
        Anchoring.Place(text, anchor with { Start = 96, End = 118 }).ShouldBe(new Placed(AnchorState.Moved, anchor, 1));
        Anchoring.Place(text, anchor).State.ShouldBe(AnchorState.Exact);
    }

    private const string Before = """
        The rice harvest rose by 6.9 percent in the northern provinces, officials said on Monday.

        Maize output rose by 3 percent in the same year. Wheat output rose by 3 percent in the same year. Nobody spoke of barley.

        In Hwanghae the fields were dry. It still needs imports, an official said. In Hamgyong the fields were wet. It still needs imports, an official said. That was all.
        """;

    [Fact]
    public void A_small_edit_is_followed_and_marked() =>
        Where(
                Before.Replace("6.9 percent", "6.8 per cent", StringComparison.Ordinal),
                "The rice harvest rose by 6.9 percent in the northern provinces"
            )
            .ShouldBe((AnchorState.Approximate, "The rice harvest rose by 6.8 per cent in the northern provinces"));

    [Fact]
    public void A_moved_paragraph_is_followed() =>
        Where(string.Join("\n\n", Before.Split("\n\n").Reverse()), "The rice harvest rose by 6.9 percent in the northern provinces")
            .Item1.ShouldBe(AnchorState.Moved);

    [Fact]
    public void A_deleted_sentence_is_orphaned_though_a_like_one_stands_beside_it()
    {
        const string Maize = "Maize output rose by 3 percent in the same year.";
        Where(Before.Replace(Maize + " ", "", StringComparison.Ordinal), Maize).Item1.ShouldBe(AnchorState.Orphaned);
        Where(
            Before
                .Replace(Maize + " ", "", StringComparison.Ordinal)
                .Replace("Wheat output rose by 3", "Wheat output rose by 4", StringComparison.Ordinal),
            Maize
        )
            .Item1.ShouldBe(AnchorState.Orphaned);
    }

    [Fact]
    public void Of_two_equal_sentences_each_stays_itself_or_is_orphaned()
    {
        var text = new CodePoints(Before);
        var twins = text.Find(new CodePoints("It still needs imports")).Select(p => TextAnchor.At(text, p, p + 22)).ToList();
        twins.Count.ShouldBe(2);
        var without = new CodePoints(
            Before.Replace("In Hwanghae the fields were dry. It still needs imports, an official said. ", "", StringComparison.Ordinal)
        );
        Anchoring.Place(without, twins[0], text).State.ShouldBe(AnchorState.Orphaned, "what is left is the other one");
        var kept = Anchoring.Place(without, twins[1], text);
        kept.State.ShouldBe(AnchorState.Moved);
        kept.Anchor!.Prefix.ShouldEndWith("wet. ");
        foreach (var twin in twins)
        {
            Anchoring.Place(text, twin, text).ShouldBe(new Placed(AnchorState.Exact, twin, 1));
        }
    }

    [Fact]
    public void A_short_quote_needs_its_surroundings()
    {
        Where("Quite another text, in which barley is spoken of as well.", "barley").Item1.ShouldBe(AnchorState.Orphaned);
        Where("At last: nobody spoke of barley.\n\nIn Hwanghae the fields were dry.", "barley").Item1.ShouldBe(AnchorState.Moved);
    }

    [Theory]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "axc", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distances_are_Levenshteins(string one, string other, int distance) =>
        EditDistance.Between(new CodePoints(one).Span, new CodePoints(other).Span).ShouldBe(distance);

    [Fact]
    public void A_long_text_is_searched_with_little_work()
    {
        var words = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{(uint)i * 2654435761u:x8} "));
        var quote = words.Substring(60_000, 390).Trim();
        var text = new CodePoints(words.Replace(quote, quote.Replace('a', 'A'), StringComparison.Ordinal));
        var passage = new CodePoints(quote);
        EditDistance.Find(text.Span, passage.Span, 78, out var compared).ShouldNotBeEmpty();
        compared.ShouldBeLessThan((long)text.Length * passage.Length / 2, "rows that cannot lead to a place are left out");
    }

    private static (AnchorState, string?) Where(string after, string quote)
    {
        var before = new CodePoints(Before);
        var placed = Anchoring.Place(new CodePoints(after), Anchoring.Quote(before, quote), before);
        return (placed.State, placed.Anchor?.Exact);
    }
}
