using System.Text;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;

namespace FoodSecurity.Tests.Articles;

/// <summary>What editors do to a text after it was published, and where a quote of it is then.</summary>
public class CorrectedTextTests
{
    private const string Quote = "The country’s crop output rose 6.9 percent in 2023, the agency said in its “annual” estimate.";
    private const string Lead = "SEOUL — Officials met on Thursday and spoke of seeds, rails and rain for most of the day.";
    private const string Tail = "Weather was kind to the western provinces, and fertiliser came in by rail from the north.";
    private const string Before =
        Lead
        + " "
        + Quote
        + " "
        + Tail
        + "\n\nNobody spoke of the winter. The hall was cold, and tea was served to those who waited outside.";

    private static readonly string Curly = Before;
    private static readonly string Straight = Before.Replace('’', '\'').Replace('“', '"').Replace('”', '"');

    [Fact]
    public void The_way_of_writing_is_no_change_of_words()
    {
        Same(Straight, Straight[(Lead.Length + 1)..(Lead.Length + 1 + Quote.Length)]);
        Same(Before.Replace(' ', '\u00A0'), Quote.Replace(' ', '\u00A0'));
        Same(
            Before.Replace("crop output", "crop\n output", StringComparison.Ordinal),
            Quote.Replace("crop output", "crop\n output", StringComparison.Ordinal)
        );
        Same(
            Before.Replace("estimate.", "esti\u00ADmate.", StringComparison.Ordinal),
            Quote.Replace("estimate.", "esti\u00ADmate.", StringComparison.Ordinal)
        );
        Same(Before.Replace("\n\n", " \u200B\n\n\n", StringComparison.Ordinal), Quote);

        void Same(string after, string standing)
        {
            var placed = Place(after);
            placed.State.ShouldBeOneOf(AnchorState.Exact, AnchorState.Moved);
            placed.Likeness.ShouldBe(1);
            placed.Anchor!.Exact.ShouldBe(standing, "what is quoted are the new text's own characters");
            WordChange.Between(Quote, standing).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("crop output rose", "crop output has risen", ChangeWeight.Words)]
    [InlineData("crop output rose", "crop output probably rose", ChangeWeight.Words)]
    [InlineData("percent in 2023, the", "percent in 2023 – the", ChangeWeight.Marks)]
    [InlineData("the agency said", "the agancy said", ChangeWeight.Words)]
    [InlineData("rose 6.9", "fell 6.9", ChangeWeight.Words)]
    [InlineData("rose 6.9", "did not rise 6.9", ChangeWeight.Words)]
    [InlineData("rose 6.9", "rose 9.6", ChangeWeight.Figures)]
    [InlineData("rose 6.9", "rose 69", ChangeWeight.Figures)]
    [InlineData("in 2023", "in 2022", ChangeWeight.Figures)]
    [InlineData("6.9 percent", "6½ percent", ChangeWeight.Figures)]
    public void Changed_words_are_found_and_never_pass_as_the_same(string was, string now, ChangeWeight weight)
    {
        var placed = Place(Before.Replace(was, now, StringComparison.Ordinal));
        placed.State.ShouldBe(AnchorState.Approximate);
        placed.Likeness.ShouldBeInRange(Anchoring.LeastLikeness, 0.9999);
        placed.Anchor!.Exact.ShouldBe(Quote.Replace(was, now, StringComparison.Ordinal));
        WordChange.Weight(WordChange.Between(Quote, placed.Anchor.Exact)).ShouldBe(weight);
    }

    [Fact]
    public void A_moved_paragraph_a_split_one_and_a_sentence_told_twice()
    {
        Place(Before[(Before.IndexOf("\n\n", StringComparison.Ordinal) + 2)..] + "\n\n" + Lead + " " + Quote + " " + Tail)
            .State.ShouldBe(AnchorState.Moved);
        var split = Place(Before.Replace(" " + Quote + " ", "\n\n" + Quote + "\n\n", StringComparison.Ordinal));
        (split.State, split.Anchor!.Exact).ShouldBe((AnchorState.Moved, Quote));
        var inside = Place(Before.Replace("in 2023, the", "in 2023,\n\nthe", StringComparison.Ordinal));
        (inside.State, inside.Anchor!.Exact).ShouldBe(
            (AnchorState.Exact, Quote.Replace("in 2023, the", "in 2023,\n\nthe", StringComparison.Ordinal))
        );
        var twice = Place("In short. " + Quote + " More below.\n\n" + Before);
        twice.Anchor!.Prefix.ShouldEndWith("most of the day. ", Case.Sensitive, "where its surroundings are");
    }

    [Fact]
    public void A_paragraph_that_moves_and_is_corrected_is_followed_but_not_with_another_figure()
    {
        const string Other = "Nobody spoke of the winter. The hall was cold, and tea was served to those who waited outside.";
        var before = new CodePoints(Lead + "\n\n" + Quote + "\n\n" + Tail + "\n\n" + Other);
        var anchor = Anchoring.Quote(before, Quote);
        string Moved(string quote) =>
            "The evening was long, and nothing more was said of it by anybody.\n\n"
            + Lead
            + "\n\n"
            + Tail
            + "\n\n"
            + Other
            + "\n\nIt snowed until the morning came.\n\n"
            + quote;
        var placed = Anchoring.Place(new CodePoints(Moved(Quote.Replace("agency", "agancy", StringComparison.Ordinal))), anchor, before);
        (placed.State, placed.Anchor?.Exact).ShouldBe(
            (AnchorState.Approximate, Quote.Replace("agency", "agancy", StringComparison.Ordinal))
        );
        Anchoring
            .Place(new CodePoints(Moved(Quote.Replace("6.9", "9.6", StringComparison.Ordinal))), anchor, before)
            .ShouldBe(Placed.Nowhere);
    }

    [Theory]
    [InlineData("The harvest rose by 6", "The harvest rose by 6 percent, they say.", "The harvest rose by 65 percent, they say.")]
    [InlineData("The harvest rose by 6", "The harvest rose by 6 percent, they say.", "The harvest rose by 6.9 percent, they say.")]
    [InlineData(
        "4.8 million tons of rice came in",
        "In all 4.8 million tons of rice came in by sea.",
        "In all 14.8 million tons of rice came in by sea."
    )]
    [InlineData(
        "even so the harvest was known",
        "And even so the harvest was known to all.",
        "And uneven so the harvest was known to all."
    )]
    public void Words_and_figures_that_grew_at_the_edges_are_others(string quote, string before, string after)
    {
        var text = new CodePoints(before);
        var placed = Anchoring.Place(new CodePoints(after), Anchoring.Quote(text, quote), text);
        placed.State.ShouldBeOneOf(AnchorState.Approximate, AnchorState.Orphaned);
        placed.Anchor?.Exact.ShouldNotBe(quote);
    }

    [Fact]
    public void A_quote_from_the_middle_of_a_word_stays_where_it_was()
    {
        var text = new CodePoints("Something unbelievable came of all of that in the end.");
        Anchoring.Place(text, Anchoring.Quote(text, "believable came of all of that"), text).State.ShouldBe(AnchorState.Exact);
    }

    [Theory]
    [InlineData("북한의 쌀 수확량이 2023년에 6.9퍼센트 늘었다고 농촌진흥청이 목요일에 밝혔다.")]
    [InlineData("La récolte de blé a augmenté de 6,9 % l’an passé, selon le ministère de l’Agriculture.")]
    [InlineData("Output 🌾👩🏽‍🌾 rose; the ❤️ of the land, they said, and 👨‍👩‍👧‍👦 ate.")]
    [InlineData("ارتفع إنتاج الأرز في كوريا الشمالية عام 2023 بنسبة 6.9 في المئة، حسب الوكالة.")]
    public void Composed_or_not_a_text_is_the_same(string quote)
    {
        var before = new CodePoints($"🌾 {Lead} {quote} {Tail}");
        var anchor = Anchoring.Quote(before, quote);
        anchor.Start.ShouldBe($"🌾 {Lead} ".EnumerateRunes().Count());
        (anchor.End - anchor.Start).ShouldBe(quote.EnumerateRunes().Count());
        foreach (var form in new[] { NormalizationForm.FormD, NormalizationForm.FormC })
        {
            var after = $"👩🏽‍🌾 {Lead} {quote.Normalize(form)} {Tail}";
            var placed = Anchoring.Place(new CodePoints(after), anchor, before);
            (placed.Anchor?.Exact, placed.Likeness).ShouldBe((quote.Normalize(form), 1), form.ToString());
            placed.Anchor!.Start.ShouldBe($"👩🏽‍🌾 {Lead} ".EnumerateRunes().Count());
            Anchoring.Agrees(new CodePoints(after), placed.Anchor).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("rose 6.9 percent", "rose 6.9 percent", "")]
    [InlineData("it’s “so”…", "it's \"so\"...", "")]
    [InlineData("rose 6.9 percent in 2023", "fell 6.9 percent in 2022", "rose>fell 2023>2022")]
    [InlineData("it rose", "it never rose", ">never")]
    [InlineData("it never rose", "it rose", "never>")]
    [InlineData("a, b", "a; b", ",>;")]
    public void Changes_are_told_word_by_word(string was, string now, string told) =>
        string.Join(' ', WordChange.Between(was, now).Select(c => $"{c.Was}>{c.Is}")).ShouldBe(told);

    private static Placed Place(string after)
    {
        var before = new CodePoints(Curly);
        return Anchoring.Place(new CodePoints(after), Anchoring.Quote(before, Quote), before);
    }
}
