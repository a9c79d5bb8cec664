using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Rendering;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Exports;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Answers.ChartMaker;

/// <summary>What odd tables become: said truly, or refused with the reason.</summary>
public class OddChartTests(OddArchive odd)
{
    [Theory]
    [InlineData("bar?areas=LIE&items=months", "one month would stand for its whole year")]
    [InlineData("stack?areas=LIE&items=months,few-months", "one month would stand for its whole year")]
    [InlineData("dumbbell?areas=LIE&items=months,few-months", "one month would stand for its whole year")]
    [InlineData("line?areas=LIE&items=months&smooth=3", "figures of months")]
    [InlineData("stacked-bar?areas=LIE&items=all-zero,one-point", "no year for which all parts")]
    [InlineData(
        "line?areas=LIE&items=all-missing",
        "withheld by the publisher for 2018; not applicable for 2019; listed without a figure (no survey) for 2020–2021"
    )]
    [InlineData("line?areas=LIE&items=negative&elements=stock-variation-fbs&scale=log", "2010, 2012–2013 and 2015–2016")]
    [InlineData("line?areas=LIE&items=all-negative&elements=stock-variation-fbs&scale=log", "2015–2018")]
    [InlineData("stack?areas=LIE&items=negative,zeros&elements=stock-variation-fbs", "negative")]
    [InlineData("season?areas=LIE&items=one-month&elements=production", "3 earlier years")]
    [InlineData("line?areas=KEN,ETH,UGA,TZA,RWA&items=sorghum", "25 lines")]
    public void What_would_mislead_is_refused(string address, string reason)
    {
        var answer = Answer(address);
        answer.Made.ShouldBeNull();
        answer.Refusal!.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("line?areas=LIE&items=half-missing", "withheld by the publisher for 2019")]
    [InlineData("line?areas=LIE&items=all-missing,one-point", "The line has no figure at all.")]
    [InlineData("line?areas=LIE&items=far-apart", "no figure loaded for 1999–2020")]
    [InlineData(
        "line?areas=LIE&items=zeros&elements=stock-variation-fbs&scale=log",
        "not drawn are Own 2006, 2009 and 2011. The table holds them."
    )]
    [InlineData(
        "line?areas=LIE&items=negative&elements=stock-variation-fbs&scale=change",
        "where a year or the year before it has no figure above zero"
    )]
    [InlineData("coverage?areas=LIE&items=all-missing,one-point", "All missing: withheld by the publisher for 2018")]
    public void What_is_not_drawn_is_named(string address, string note) =>
        Spec(address).Notes.ShouldContain(n => n.Contains(note, StringComparison.Ordinal));

    [Theory]
    [InlineData("line?areas=LIE&items=tiny", "2 × 10⁻⁹ t, 2017")]
    [InlineData("line?areas=LIE&items=all-zero", "0 t, 2020")]
    [InlineData("line?areas=LIE&items=outlier", "0.005 kt, 2017")]
    [InlineData("line?areas=LIE&items=huge", "1,600,000,000 Mt, 2017")]
    [InlineData("line?areas=LIE&items=negative&elements=stock-variation-fbs", "0.70 kt, 2017")]
    public void A_figure_is_never_written_as_zero_that_is_not(string address, string note) =>
        Spec(address).Lines.Single().EndNote.ShouldBe(note);

    [Theory]
    [InlineData("grouped-bar?areas=LIE&items=all-zero,one-point", "one has a figure of its year alone")]
    [InlineData("bar?areas=KEN&items=sorghum", "rival sources")]
    [InlineData("heat?areas=KEN,ETH&items=sorghum", "rival sources")]
    public void Nobody_is_first_without_a_rival_or_among_rival_sources(string address, string because) =>
        Spec(address).Title.ShouldNotContain("highest", Case.Sensitive, because);

    [Fact]
    public void A_stack_of_one_year_stays_within_its_plot()
    {
        var chart = ChartLayout.Place(
            Spec("stack?areas=LIE&items=one-point,parts"),
            new ChartFrame { Width = 900, Form = ChartForm.Picture }
        );
        var spots = chart.Shapes.SelectMany(s => s.Paths).SelectMany(p => p).ToList();
        spots.ShouldNotBeEmpty();
        spots.ShouldAllBe(s => s.X >= chart.Sizes.Margin && s.X <= chart.Width - chart.Sizes.Margin);
    }

    [Fact]
    public void Every_month_stands_inside_the_plot_and_its_change_is_on_the_same_month()
    {
        var made = Answer("line?areas=LIE&items=few-months").Made!;
        var line = made.Chart.Spec.Lines.Single();
        line.Points.Count(p => p.Y is not null).ShouldBe(64);
        line.Points.ShouldAllBe(p => p.X >= made.Chart.Spec.From && p.X <= made.Chart.Spec.To);
        var change = Answer("line?areas=LIE&items=few-months&scale=change").Made!.Chart.Series.Single().Series;
        var june = change.Points.Single(p => p.Period.Label == "2023-06");
        june.Parts.Select(p => p.Point.Period.Label).ShouldBe(["2023-06", "2022-06"]);
        var index = Answer("line?areas=LIE&items=few-months&scale=index&base=2020").Made!.Chart.Series.Single().Series;
        index
            .Points.Where(p => p.Period.Year == 2020)
            .Average(p => p.Value!.Value)
            .ShouldBe(100m, 0.0001m, "the mean of the months of the base year is 100");
        index.Points[^1].Parts.Count.ShouldBe(13);
        change.Points.Single(p => p.Period.Label == "2020-02").Value.ShouldBeNull("February of 2019 has no figure");
    }

    [Fact]
    public void Two_data_sets_under_one_name_are_told_apart()
    {
        var names = Spec("line?areas=KEN&items=sorghum").Lines.Select(l => l.Label).ToList();
        names.ShouldBeUnique();
        names.ShouldContain("FAO");
        names.ShouldContain("World Bank, republishing FAO");
        ((FacetsBody)Spec("multiples?areas=KEN,ETH&items=sorghum").Body!).Key.Select(k => k.Label).ShouldBeUnique();
        ((FacetsBody)Spec("multiples?areas=KEN,ETH,UGA,TZA,RWA&items=sorghum&facet=source").Body!).Panels.Count.ShouldBe(5);
    }

    [Fact]
    public void A_logarithmic_axis_has_round_numbers_and_no_zero()
    {
        LogAxis.Ticks(2.0, 3.4).ShouldBe([2, 2.5, 3, 3.5]);
        LogAxis.Ticks(0.004, 50).ShouldBe([0.001, 0.01, 0.1, 1, 10, 100]);
        LogAxis.Ticks(7, 7).Count.ShouldBeGreaterThan(1);
        foreach (var (least, most) in new[] { (1e-9, 1e15), (1.0, 1.0001), (999.0, 1001.0), (3e-7, 4e-7) })
        {
            var ticks = LogAxis.Ticks(least, most);
            ticks.Count.ShouldBeInRange(2, 9);
            ticks[0].ShouldBeLessThanOrEqualTo(least * (1 + 1e-9));
            ticks[^1].ShouldBeGreaterThanOrEqualTo(most * (1 - 1e-9));
        }
        using var plot = new ChartPlot(ChartLayout.Place(Spec("line?areas=LIE&items=outlier&scale=log"), new ChartFrame { Width = 760 }));
        plot.Zero.ShouldBeNull("no line at one as if it were zero");
    }

    [Theory]
    [InlineData("name-long", OddArchive.Long)]
    [InlineData("name-french", OddArchive.French)]
    [InlineData("name-signs", "Maize &lt;white&gt; &amp; &quot;yellow&quot; 'flint' grain")]
    [InlineData("name-arabic", OddArchive.Arabic)]
    [InlineData("name-korean", OddArchive.Korean)]
    [InlineData("name-thai", OddArchive.Thai)]
    public void Names_are_text_in_an_svg(string item, string name)
    {
        var svg = ChartPicture.Svg(
            Spec("bar?areas=LIE&items=one-point," + item),
            new ChartFrame { Width = 1600, Form = ChartForm.Picture }
        );
        System.Xml.Linq.XDocument.Parse(svg).Root.ShouldNotBeNull();
        // Long names stand on several lines.
        var words = string.Join(
            ' ',
            System
                .Text.RegularExpressions.Regex.Matches(svg, "<text[^>]*>([^<]*)</text>")
                .Select(m => m.Groups[1].Value.Trim('\u200e', '\u200f'))
        );
        foreach (var word in name.Split(' '))
        {
            words.ShouldContain(word);
        }
    }

    [Fact]
    public void Excerpts_are_in_every_form()
    {
        var made = Answer("line?areas=MCO&items=noted&notes=noted").Made!;
        made.Chart.Spec.Excerpts.Count.ShouldBe(20);
        made.Chart.Spec.Excerpts.Select(e => e.Number)
            .ShouldBe(
                made.Chart.Spec.Pins.Select(p => p.Number).Concat(made.Chart.Spec.Periods.Select(p => p.Number!.Value)).Order(),
                "every number of the key stands in the plot"
            );
        made.Chart.Spec.Periods.ShouldContain(p => p.To == null);
        made.Chart.Spec.Periods.ShouldContain(p => p.From == null);
        made.Chart.Spec.Periods.ShouldContain(p => p.Label == "port closed");
        using var connection = odd.Archive.Read();
        var releases = ReleaseQuery.All(connection);
        foreach (var excerpt in made.Chart.Spec.Excerpts)
        {
            ChartFiles.Csv(made.Chart, odd.Archive.Words, releases).ShouldContain($"number={excerpt.Number};language=");
            ChartFiles.JsonText(made.Chart, odd.Archive.Words, releases).ShouldContain($"\"number\": {excerpt.Number},");
        }
        var frame = new ChartFrame { Width = 900, Form = ChartForm.Picture };
        ChartPicture.Svg(made.Chart.Spec, frame).ShouldContain("곡물 수확량이");
        ChartPicture.Pdf(made.Chart.Spec, frame).Length.ShouldBeLessThan(400_000);
        ChartPicture.Png(made.Chart.Spec, frame).ShouldBe(ChartPicture.Png(made.Chart.Spec, frame));
    }

    private ChartSpec Spec(string address)
    {
        var answer = Answer(address);
        answer.Refusal?.Reason.ShouldBeNull(address);
        return answer.Made!.Chart.Spec;
    }

    private ChartAnswer Answer(string address) => OddPictures.Ask(odd, address);
}
