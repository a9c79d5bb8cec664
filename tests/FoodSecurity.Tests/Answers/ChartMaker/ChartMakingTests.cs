using CsCheck;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Rendering;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;

namespace FoodSecurity.Tests.Answers.ChartMaker;

/// <summary>Questions to the shipped data: what is drawn, how it is named, and what is refused.</summary>
public class ChartMakingTests(ShippedArchive shipped)
{
    [Fact]
    public void Any_question_gives_a_picture_or_a_reason()
    {
        string[] areas = ["PRK", "KOR", "KEN", "WORLD", "SUN", "NIU"];
        var asked = ChartQuestionTests.Questions(shipped.Archive.Words, 2);
        Gen.Select(asked, ChartQuestionTests.Pick(areas), Gen.Bool)
            .Sample(
                (question, area, plain) =>
                {
                    // Questions of codes at random mostly find nothing: half of them are brought to where data are.
                    question = question with { Areas = [area, .. question.Areas.Where(a => a != area)] };
                    question = plain ? question with { Items = [], Elements = [], Sources = [], AsOf = null } : question;
                    var answer = ChartMaking.Of(shipped.Archive, question);
                    if (answer.Made is { } made)
                    {
                        made.Chart.Spec.Title.ShouldNotBeEmpty();
                        made.Chart.Spec.AltText.ShouldNotBeEmpty();
                        made.Chart.Spec.SourceLine.ShouldNotBeEmpty();
                        made.Chart.Series.ShouldNotBeEmpty();
                        ChartPicture.Svg(made.Chart.Spec, new ChartFrame { Width = 760, Form = ChartForm.Picture }).ShouldStartWith("<svg");
                    }
                    else
                    {
                        answer.Refusal!.Reason.Length.ShouldBeGreaterThan(15);
                    }
                },
                iter: 150,
                threads: 2
            );
    }

    [Theory]
    [InlineData("line?areas=PRK", "million t", "sources on different bases")]
    [InlineData("line?areas=PRK&items=cereals&basis=paddy", "million t", "rice as paddy")]
    [InlineData(
        "line?areas=PRK,KOR&items=rice&sources=usda-psd&scale=percapita",
        "kg per person and year",
        "population of the same year from"
    )]
    [InlineData("line?areas=PRK&items=rice&sources=usda-psd&scale=index&base=2000", "index", "2000 = 100")]
    [InlineData("line?areas=PRK&items=rice&sources=usda-psd&scale=change", "%", "change on the year before")]
    [InlineData("line?areas=PRK&items=rice,maize&sources=usda-psd&scale=share", "%", "share of the total of what is shown")]
    [InlineData("line?areas=PRK&items=rice&sources=usda-psd&scale=log", "million t", "equal steps are equal ratios")]
    [InlineData("line?areas=PRK&items=rice&sources=usda-psd&smooth=3", "million t", "mean of 3 years, centred")]
    [InlineData("line?areas=PRK&items=rice&sources=usda-psd&smooth=5-trailing", "million t", "5 in all")]
    [InlineData("line?areas=PRK&items=rice&sources=usda-psd&asof=2025-11-20", "million t", "as known on 20 November 2025")]
    [InlineData("line?areas=PRK&elements=undernourishment", "%", "")]
    [InlineData("line?areas=PRK&elements=population", "million people", "")]
    public void Unit_caption_and_alternative_text_follow_every_choice(string address, string unit, string caption)
    {
        var spec = Made(address).Chart.Spec;
        spec.Unit.ShouldBe(unit);
        spec.Subtitle.ShouldContain(caption);
        spec.Title.ShouldStartWith("North Korea");
        spec.Address.ShouldBe("/charts/" + address);
        if (!caption.StartsWith("as known", StringComparison.Ordinal))
        {
            spec.AltText.ShouldContain(caption);
        }
    }

    [Theory]
    [InlineData("line?areas=PRK&items=rice&scale=share", "rivals")]
    [InlineData("line?areas=PRK&items=cereals,rice&sources=usda-psd&scale=share", "counted twice")]
    [InlineData("line?areas=WORLD,PRK&items=cereals&sources=wb-wdi&scale=share", "counted twice")]
    [InlineData("line?areas=PRK&items=rice,maize&elements=production,yield&sources=usda-psd", "One axis shows one unit")]
    [InlineData("line?areas=PRK&elements=undernourishment&smooth=3", "mean of means")]
    [InlineData("line?areas=PRK&elements=undernourishment&scale=percapita", "cannot be divided by people")]
    [InlineData("line?areas=PRK,KOR&elements=undernourishment&scale=share", "do not add up")]
    [InlineData("line?areas=PRK&items=rice&sources=rda&scale=index&base=2000", "base year 2000")]
    [InlineData("line?areas=PRK&items=potatoes-and-sweet-potatoes&sources=rda&basis=fresh", "no published way")]
    [InlineData("line?areas=PRK&items=rice&elements=export-quantity&sources=usda-psd&scale=log", "zero or less")]
    [InlineData("bar?areas=PRK,KOR&items=rice&sources=usda-psd&scale=log", "Only lines")]
    [InlineData("bar?areas=PRK,KOR&items=rice&sources=usda-psd&ref=mean5", "line charts")]
    [InlineData("line?areas=KEN&items=cereals&sources=usda-psd&ref=need", "what this country needs")]
    [InlineData("line?areas=PRK&items=rice&ref=need", "cereals of one country")]
    [InlineData("line?areas=PRK&align=1800,1850", "these times have figures")]
    [InlineData("line", "at least one country")]
    public void What_has_no_meaning_is_refused_and_something_else_is_offered(string address, string reason)
    {
        var answer = ChartMaking.Of(shipped.Archive, ChartQuestionTests.Read("/charts/" + address).Question!);
        answer.Made.ShouldBeNull();
        answer.Refusal!.Reason.ShouldContain(reason);
        foreach (var (name, instead) in answer.Refusal.Instead.Take(1))
        {
            ChartMaking.Of(shipped.Archive, instead).Made.ShouldNotBeNull($"{name}: {ChartAddress.Of(instead)}");
        }
    }

    [Fact]
    public void Shares_of_what_is_shown_make_a_hundred_each_year()
    {
        var lines = Made("line?areas=PRK&items=rice,maize,wheat&sources=usda-psd&scale=share").Chart.Series;
        lines.Count.ShouldBe(3);
        foreach (var year in Enumerable.Range(1990, 30))
        {
            lines.Sum(l => l.Series.At(year)!.Value!.Value).ShouldBe(100m, 0.0001m);
        }
    }

    [Fact]
    public void Milled_rice_of_the_RDA_becomes_paddy_by_its_own_factor_and_keeps_its_parts()
    {
        var line = Made("line?areas=PRK&items=rice&sources=rda&basis=paddy").Chart.Series.ShouldHaveSingleItem();
        var point = line.Series.At(2023)!;
        (point.Value!.Value * line.Factor).ShouldBe(2_110_000m / 0.72m, 1m);
        var part = point.Parts.ShouldHaveSingleItem();
        part.FactorNote.ShouldContain("0.72");
        part.Point.Origin.ShouldNotBeNull("the published figure is inside");
    }

    [Fact]
    public void A_mean_is_of_the_five_years_before_and_says_them()
    {
        var spec = Made("line?areas=PRK&items=food-crops&sources=rda&to=2023&ref=mean5,4000000").Chart.Spec;
        var mean = spec.Lines.Single(l => l.Label == "mean 2018–2022");
        mean.Points[0].Y!.Value.ShouldBe(4.56, 0.011, "METHODS 7.1: 456 of 10,000 t; the RDA's own 455 for 2018 in the store");
        spec.Lines.ShouldContain(l => l.Label.Contains("4.00 Mt", StringComparison.Ordinal));
        spec.Lines.Where(l => l.IsReference).Select(l => l.Key).ShouldBe(["ref-0", "ref-1"]);
        var svg = ChartPicture.Svg(spec, new ChartFrame { Width = 1000, Form = ChartForm.Page });
        svg.ShouldContain(
            "data-line=\"ref-0\" stroke=\"var(--muted,#5f6b7a)\" fill=\"none\" stroke-linejoin=\"round\" stroke-width=\"1\" stroke-dasharray=\"4 3\""
        );
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("&notes=none", 0)]
    [InlineData("&notes=imports", 1)]
    [InlineData("&notes=claim", 1)]
    [InlineData("&notes=claim,history", 2)]
    [InlineData("&notes=claim,imports", 0)]
    [InlineData("&notes=uncovered-deficit", 1)]
    [InlineData("&notes=policy-aim,production", 1)]
    [InlineData("&notes=kim-military-war-preparations-2023-12-28", 4)]
    [InlineData("&notes=kcna,en", 4)]
    [InlineData("&notes=no-such", 0)]
    [InlineData("&notes=no-such,claim", 0)]
    public void Excerpts_meet_every_facet_that_is_named(string notes, int excerpts)
    {
        var made = Made("line?areas=PRK&items=cereals" + notes);
        made.Annotations.Count.ShouldBe(excerpts);
        made.Chart.Spec.Excerpts.Count.ShouldBe(excerpts);
        made.Chart.Spec.Notes.Any(n => n.Contains("no-such", StringComparison.Ordinal))
            .ShouldBe(notes.Contains("no-such", StringComparison.Ordinal));
    }

    [Fact]
    public void Years_on_one_basis_leave_the_others_out_and_say_so()
    {
        var made = Made("line?areas=PRK&items=cereals&year=calendar");
        made.Chart.Series.ShouldAllBe(s => s.Series.Points.All(p => p.Period.Kind == PeriodKind.CalendarYear));
        made.Chart.Spec.Notes.ShouldContain(n =>
            n.Contains("USDA", StringComparison.Ordinal) && n.Contains("none is converted", StringComparison.Ordinal)
        );
        Made("line?areas=PRK&items=cereals&year=marketing").Chart.Series.Select(s => s.Key).ShouldBe(["usda-psd", "fao-wfp"]);
    }

    [Theory]
    [InlineData("balance?areas=PRK", "in 20")]
    [InlineData("tornado?areas=KEN", "hangs most on")]
    [InlineData("scatter?areas=KEN,ETH,UGA", "Yield against area harvested")]
    public void A_kind_brings_what_it_is_about(string address, string title) => Made(address).Chart.Spec.Title.ShouldContain(title);

    [Fact]
    public void A_balance_says_its_lines_by_name()
    {
        var said = Made("balance?areas=PRK").PlainSentence;
        said.ShouldStartWith("Supply and use of cereals, North Korea");
        said.ShouldContain("production 3.84 million t; imports 100 thousand t; domestic consumption");
        said.ShouldEndWith(", all in 2025/26, forecasts.");
        said.ShouldNotContain("on the year before");
    }

    [Fact]
    public void Rival_sources_are_never_ranked_and_stand_under_their_names()
    {
        var made = Made("line?areas=PRK");
        made.Chart.Spec.Title.ShouldBe(
            "North Korea: crop output fell by more than two thirds from 1993 to 1996 and has not regained its earlier level, in FAO’s figures"
        );
        made.Chart.Spec.Lines.Select(l => l.Label)
            .ShouldBe([
                "FAO, cereals, rice as paddy",
                "RDA, food crops, grain equivalent",
                "USDA, all grains, rice milled",
                "FAO/WFP, cereals, cereal equivalent, rice milled",
            ]);
        made.PlainSentence.ShouldContain("RDA, food crops (RDA total) 4.90 million t in 2025, an estimate");
        made.Comparison!.Groups.Select(g => g.ShouldHaveSingleItem()).ShouldBe(["FAO", "RDA", "USDA", "FAO/WFP"]);
        Made("line?areas=PRK,KOR&items=rice&sources=usda-psd").Chart.Spec.Title.ShouldContain("South Korea had the highest");
    }

    [Fact]
    public void Two_measures_are_each_said_in_their_own_unit()
    {
        var said = Made("scatter?areas=KEN,ETH").PlainSentence;
        said.ShouldMatch(@"Kenya, area harvested [\d.]+ million ha");
        said.ShouldMatch(@"Kenya, yield [\d.]+ t/ha");
    }

    [Fact]
    public void A_need_line_names_its_source_its_year_and_its_basis()
    {
        var made = Made("line?areas=PRK&items=cereals&to=2020&ref=need");
        made.Chart.Spec.Lines.Single(l => l.IsReference).Label.ShouldBe("need 2018/19, FAO/WFP");
        made.Chart.Spec.Lines.Single(l => l.IsReference).EndNote.ShouldBe("5.76 Mt");
        made.Chart.Spec.Notes.ShouldContain(n =>
            n.StartsWith("Need:", StringComparison.Ordinal) && n.Contains("rice milled", StringComparison.Ordinal)
        );
        made.Behind.ShouldContain(b => b.Series.Key.Element == "utilization");
    }

    [Fact]
    public void Two_times_are_laid_over_one_another()
    {
        var spec = Made("line?areas=PRK&items=maize&sources=usda-psd&align=1994,2020").Chart.Spec;
        spec.Lines.Select(l => l.Label).ShouldBe(["from 1994", "from 2020"]);
        spec.Lines.ShouldAllBe(l => l.Points.All(p => p.X >= -5 && p.X <= 10));
        spec.Ticks!.Select(t => t.Label).ShouldBe(["−5", "event", "+5", "+10"]);
    }

    [Fact]
    public void Sources_that_republish_one_another_count_once()
    {
        new Lineage(shipped.Archive.Words).IndependentGroups(["wb-wdi", "fao-qcl", "usda-psd"], "production").Count.ShouldBe(2);
        var compared = Made("line?areas=PRK&items=cereals&basis=paddy").Comparison.ShouldNotBeNull();
        compared.Independent.ShouldBe(3);
        compared.Spread!.Sources.ShouldBe(3);
        compared.Facets.Select(f => f.Source).ShouldBe(["FAO", "RDA", "USDA"]);
        Made("line?areas=PRK").Comparison!.Spread.ShouldBeNull("bases differ");
    }

    [Fact]
    public void The_sentence_gives_the_last_figure_its_rank_the_range_and_the_gaps()
    {
        var made = Made("line?areas=PRK&items=cereals&basis=paddy");
        made.PlainSentence.ShouldContain("Production of cereals, North Korea");
        made.PlainSentence.ShouldContain("the sources range from");
        made.PlainSentence.ShouldContain("3 sources that do not republish one another");
        made.PlainSentence.ShouldContain("the gap is left open");
        made.Sentence.Where(p => p.Trace is not null).ShouldAllBe(p => p.Trace!.StartsWith("/trace/") || p.Trace.StartsWith("/charts/"));
        Made("line?areas=PRK&items=cereals&basis=paddy").PlainSentence.ShouldBe(made.PlainSentence);
    }

    [Fact]
    public void Peers_are_of_the_same_region_and_say_why()
    {
        var peers = Made("line?areas=PRK").Peers;
        peers.Select(p => p.Area.Code).ShouldContain("KOR");
        peers.ShouldAllBe(p => p.Area.Parent == "EASTERN-ASIA" && p.Reason.Contains("Eastern Asia"));
    }

    [Fact]
    public void A_map_of_a_region_shows_its_countries_by_one_source()
    {
        var made = Made("map?areas=AFRICA");
        made.Chart.Spec.Body.ShouldBeAssignableTo<ChartBody>();
        made.Chart.Series.Select(s => s.Series.Key.Area).ShouldContain("KEN");
        made.Chart.Series.Select(s => s.Key).Distinct().ShouldHaveSingleItem();
    }

    private MadeChart Made(string address)
    {
        var (question, refusal) = ChartQuestionTests.Read("/charts/" + address);
        refusal?.Reason.ShouldBeNull();
        var answer = ChartMaking.Of(shipped.Archive, question!);
        answer.Refusal?.Reason.ShouldBeNull();
        return answer.Made!;
    }
}
