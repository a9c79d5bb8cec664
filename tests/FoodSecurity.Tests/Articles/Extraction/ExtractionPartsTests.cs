using FoodSecurity.Articles;
using FoodSecurity.Articles.Extraction;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Observations;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Articles.Extraction;

/// <summary>Sentences, figures, times and areas, one trap each.</summary>
public class ExtractionPartsTests
{
    private static readonly Lexicon English = new(Path.Combine(Clone.Seeds, "claims"), "en", Vocabulary.Load(Clone.Seeds));

    [Theory]
    [InlineData("NAIROBI, 12 April 2022 - Maize prices rose. They fell later.", "Maize prices rose.|They fell later.")]
    [InlineData("Dr. Kim spoke. Prices rose.", "Dr. Kim spoke.|Prices rose.")]
    [InlineData("N. Korea grew 4.82 million tonnes. It was a record.", "N. Korea grew 4.82 million tonnes.|It was a record.")]
    [InlineData("He lives in the U.S. The harvest fell.", "He lives in the U.S.|The harvest fell.")]
    [InlineData("The U.S. Department of Agriculture reported it.", "The U.S. Department of Agriculture reported it.")]
    [InlineData("“Output fell.” He left.", "“Output fell.”|He left.")]
    [InlineData("“Will it rain?” he asked.", "“Will it rain?” he asked.")]
    [InlineData("Prices rose... and fell. Then they rose.", "Prices rose... and fell.|Then they rose.")]
    [InlineData("See No. 5 of the list. Rice is cheap.", "See No. 5 of the list.|Rice is cheap.")]
    [InlineData("SEOUL, Dec. 28 (Yonhap) -- North Korea's harvest rose.", "North Korea's harvest rose.")]
    [InlineData("NAIROBI (Reuters) - Maize is dear.", "Maize is dear.")]
    [InlineData("A heading\n\nThe harvest fell\nby half.", "A heading|The harvest fell\nby half.")]
    [InlineData("• Rice rose\n• Maize fell", "Rice rose|Maize fell")]
    [InlineData("Grain (wheat, etc.) fell. Rice rose.", "Grain (wheat, etc.) fell.|Rice rose.")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected) =>
        English.Sentences.Split(text).Select(s => text[s.Start..s.End]).ShouldBe(expected.Split('|'));

    [Theory]
    [InlineData("4.82 million tonnes", 4820000, null, "t", null, 10000)]
    [InlineData("860,000 t", 860000, null, "t", null, 10000)]
    [InlineData("800,000 tonnes", 800000, null, "t", null, 100000)]
    [InlineData("1,573 tons", 1573, null, "t", null, 1)]
    [InlineData("6.9 per cent", 6.9, null, "percent", null, 0.1)]
    [InlineData("20%", 20, null, "percent", null, 1)]
    [InlineData("nearly half a million tonnes", 500000, null, "t", "nearly", 100000)]
    [InlineData("two to three million people", 2000000, 3000000.0, "people", null, 1000000)]
    [InlineData("2-3 million people", 2000000, 3000000.0, "people", null, 1000000)]
    [InlineData("more than 1.5bn dollars", 1500000000, null, "USD", "more-than", 100000000)]
    [InlineData("$3.2bn", 3200000000, null, "USD", null, 100000000)]
    [InlineData("5,700 won per kilogram", 5700, null, "local-per-kg", null, 100)]
    [InlineData("3,400 kg/ha", 3400, null, "kg-per-ha", null, 100)]
    [InlineData("a third of the crop", 33.3, null, "percent", null, 10)]
    [InlineData("two-thirds of the crop", 66.7, null, "percent", null, 10)]
    [InlineData("one in five children", 20, null, "percent", null, 10)]
    [InlineData("up to 600,000 deaths", 600000, null, "deaths", "up-to", 100000)]
    [InlineData("at least 12 percentage points", 12, null, "percentage-points", "at-least", 1)]
    [InlineData("860\u00a0000 tonnes", 860000, null, "t", null, 10000)]
    [InlineData("two and a half million tonnes", 2500000, null, "t", null, 100000)]
    public void Quantities_are_read_with_unit_hedge_and_step(
        string text,
        double value,
        double? upper,
        string unit,
        string? hedge,
        double step
    )
    {
        var q = Scan(text).Quantities.ShouldHaveSingleItem().Quantity;
        ((double)q.Value, (double?)q.Upper, q.Unit, q.Hedge, (double)q.Step).ShouldBe((value, upper, unit, hedge, step));
    }

    [Theory]
    [InlineData("the third year of 2000 tonnes")]
    [InlineData("the 9th meeting")]
    public void Ordinals_are_no_quantities(string text) => Scan(text).Quantities.ShouldAllBe(q => q.Quantity.Unit == "t");

    [Theory]
    [InlineData("in 2023", "2023", "2023")]
    [InlineData("the 2018/19 marketing year", "2018", "2019")]
    [InlineData("in the 1990s", "1990", "1999")]
    [InlineData("in the '90s", "1990", "1999")]
    [InlineData("in the early 2000s", "2000", "2003")]
    [InlineData("last year", "2022", "2022")]
    [InlineData("this year", "2023", "2023")]
    [InlineData("the upcoming year", "2024", "2024")]
    [InlineData("since 1990", "1990", null)]
    [InlineData("between 2016 and 2018", "2016", "2018")]
    [InlineData("from 2019 to 2021", "2019", "2021")]
    [InlineData("in the first quarter of 2022", "2022-01", "2022-03")]
    [InlineData("in March 2021", "2021-03", "2021-03")]
    [InlineData("in November", "2023-11", "2023-11")]
    [InlineData("over the past decade", "2013", "2023")]
    [InlineData("in the past three years", "2020", "2023")]
    [InlineData("on 15 December 2023", "2023-12-15", "2023-12-15")]
    [InlineData("last month", "2023-11", "2023-11")]
    [InlineData("by 2027", "2027", "2027")]
    public void Times_become_dates_by_the_day_of_publication(string text, string? from, string? to)
    {
        var p = Scan(text).Periods.ShouldHaveSingleItem().Period;
        (p.From, p.To).ShouldBe((from, to));
    }

    [Fact]
    public void Without_a_day_of_publication_last_year_stays_open()
    {
        var p = Scan("last year", null).Periods.ShouldHaveSingleItem().Period;
        (p.Text, p.From, p.To).ShouldBe(("last year", null, null));
    }

    [Theory]
    [InlineData("South Sudan and Sudan", "SSD,SDN")]
    [InlineData("the North and South Korea", "PRK,KOR")]
    [InlineData("the north of Nigeria", "NGA")]
    [InlineData("tell us more", "")]
    [InlineData("the US and the UK", "USA,GBR")]
    [InlineData("the Jordan River", "")]
    [InlineData("Lake Chad", "")]
    [InlineData("Guinea pigs", "")]
    [InlineData("Papua New Guinea, Guinea-Bissau and Guinea", "PNG,GNB,GIN")]
    [InlineData("Niger and Nigeria", "NER,NGA")]
    [InlineData("eastern Congo", "COD")]
    [InlineData("Michael Jordan", "")]
    [InlineData("Georgian farmers", "GEO")]
    [InlineData("a turkey", "")]
    public void Areas_are_named_as_newspapers_name_them(string text, string expected) =>
        string.Join(',', Scan(text).Areas.Select(a => a.Area)).ShouldBe(expected);

    [Fact]
    public void Code_points_and_not_halves_of_them_are_counted()
    {
        var proposal = FirstArticleTests
            .Extraction.Value.Propose(new ArticleText("🌾🌾 Hello. Kenya's maize output rose 5 percent in 2022.", new DateOnly(2023, 1, 1)))
            .ShouldHaveSingleItem();
        (proposal.Start, proposal.End, proposal.Exact).ShouldBe((10, 54, "Kenya's maize output rose 5 percent in 2022."));
    }

    [Fact]
    public void Each_proposal_says_by_which_rows_it_came_about()
    {
        var proposal = FirstArticleTests
            .Extraction.Value.Propose(new ArticleText("Kenya's maize output rose 5 percent in 2022."))
            .ShouldHaveSingleItem();
        proposal.Because.Select(b => b.Field).ShouldBe(["indicator", "relation", "quantity", "period", "area", "item"], ignoreOrder: true);
        proposal.Because.ShouldAllBe(b => b.Rule.Contains(':'));
        proposal.NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void A_language_without_tables_gives_nothing() =>
        FirstArticleTests
            .Extraction.Value.Propose(new ArticleText("La récolte a baissé au Kenya en 2022.", Language: "fr"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("", 1)]
    [InlineData("the rice harvest in Kenya fell and ", 60_000)]
    [InlineData("“\"'", 100_000)]
    [InlineData(".", 1_000_000)]
    [InlineData("harvest,", 100_000)]
    [InlineData("1", 2_000_000)]
    [InlineData("one hundred million and a half ", 30_000)]
    [InlineData("\n \n", 300_000)]
    [InlineData("\ud83c\udf3e", 300_000)]
    public void Hostile_texts_end(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var found = FirstArticleTests.Extraction.Value.Propose(new ArticleText(text, new DateOnly(2024, 1, 1)));
        found.ShouldAllBe(p => p.Exact.Length <= ArticleFile.LongestExcerpt);
    }

    [Fact]
    public void A_longer_text_takes_longer_in_proportion_only()
    {
        var piece = "the rice harvest in Kenya fell by 5 percent, and ";
        long Count(int times)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            FirstArticleTests.Extraction.Value.Propose(new ArticleText(string.Concat(Enumerable.Repeat(piece, times))));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Count(500);
        var small = Count(1000);
        // memory stands for work here, because a clock would make the test depend on the machine
        Count(8000).ShouldBeLessThan(small * 12);
    }

    private static Sentence Scan(string text, bool? dated = true)
    {
        var tokens = English.Tokens(text, 0, text.Length);
        var known = new Dictionary<string, int>();
        SentenceScan.Known(tokens, English, known);
        return SentenceScan.Read(
            text,
            new SentenceSpan(0, text.Length, 0),
            tokens,
            English,
            dated is null ? null : new DateOnly(2023, 12, 28),
            known
        );
    }
}
