using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Tests.Answers.ChartMaker;

/// <summary>Market prices and IPC phases of the shipped data: on country pages, in the maker, and where nothing of the sort can be drawn.</summary>
public class PriceAndPhaseTests(ShippedArchive shipped)
{
    [Theory]
    [InlineData("KEN", "phases", "3 of 23 areas are in phase 3 (crisis) or worse")]
    [InlineData("AFG", "phases", "Phase 3 (crisis) or worse in 12 of 12 periods")]
    [InlineData("KEN", "prices", "Price of maize in Mar 2022 stood 25 % below the mean of that month in 2016–2020")]
    [InlineData("LKA", "prices", "Price of rice (white) in Jun 2025 stood 68 % above the mean of that month in 2019–2023")]
    [InlineData("BGD", "prices", "Price of wheat flour in Jun 2025 stood at the mean of that month in 2020–2023")]
    public void Country_pages_show_them_with_an_address_and_a_way_to_change_them(string area, string id, string heading)
    {
        var chart = shipped.Area(area).Chart(id).ShouldNotBeNull();
        chart.Heading.ShouldBe(heading);
        chart.Spec.Address.ShouldBe($"/areas/{area}/{id}");
        chart.Series.ShouldNotBeEmpty();
        var again = ChartMaking.Of(shipped.Archive, NamedCharts.Find(shipped.Archive, id)!.QuestionOf(area)).Made.ShouldNotBeNull();
        again.Chart.Spec.Title.ShouldBe(chart.Spec.Title);
    }

    [Fact]
    public void The_stated_distance_from_the_season_is_that_of_the_figures()
    {
        // Nairobi, wholesale, KES per kg: March 2022 beside the Marches of 2016 to 2020.
        var points = shipped.Area("KEN").Chart("prices")!.Series.Single().Series.Points.Where(p => p.Value is not null).ToList();
        var marches = points.Where(p => p.Period.Start is { Month: 3, Year: >= 2016 and <= 2020 }).Select(p => p.Value!.Value).ToList();
        marches.Count.ShouldBeInRange(3, 5);
        var last = points[^1];
        (last.Period.Start.Year, last.Period.Start.Month).ShouldBe((2022, 3));
        Math.Round((last.Value!.Value / marches.Average() - 1) * 100).ShouldBe(-25);
    }

    [Fact]
    public void Countries_without_them_have_neither_and_the_page_says_so()
    {
        var view = shipped.Area("PRK");
        view.Charts.Select(c => c.Id).ShouldNotContain(id => id == "phases" || id == "prices");
        view.Absent.ShouldStartWith("Nothing is loaded on North Korea of: people by IPC phase and market prices.");
        shipped.Area("KEN").Absent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("season?areas=HTI&items=rice", "Of rice (local)", "items=rice-local")]
    [InlineData("line?areas=KEN&items=maize-white&elements=price", "Only KES per 90 KG", "which=90-kg")]
    [InlineData("line?areas=KEN&elements=price", "As a heat map", "/charts/heat?areas=KEN&elements=price")]
    public void What_cannot_be_drawn_names_what_can(string address, string name, string part)
    {
        var refusal = Answer(address).Refusal.ShouldNotBeNull();
        var instead = refusal.Instead.Where(i => i.Name == name).ShouldHaveSingleItem();
        ChartAddress.Of(instead.Question).ShouldContain(part);
        ChartMaking.Of(shipped.Archive, instead.Question).Made.ShouldNotBeNull();
    }

    [Fact]
    public void No_country_is_offered_beside_prices_in_another_money()
    {
        Answer("season?areas=LKA&items=rice-white").Made!.Peers.ShouldBeEmpty();
        Answer("line?areas=LKA&items=rice").Made!.Peers.ShouldNotBeEmpty();
    }

    [Fact]
    public void Packages_of_two_sizes_are_not_mixed_in_a_heat_map_of_markets()
    {
        var made = Answer("heat?areas=KEN&items=maize-white&elements=price").Made.ShouldNotBeNull();
        made.Chart.Series.Select(s => s.Series.Key.Dimension("package")).Distinct().ShouldHaveSingleItem();
        made.Chart.Spec.Notes.ShouldContain(n =>
            n.StartsWith(FormattableString.Invariant($"{made.Chart.Series.Count} of "), StringComparison.Ordinal)
            && n.Contains("those of one package", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(360)]
    [InlineData(760)]
    [InlineData(1200)]
    public void Shares_rounded_over_the_whole_keep_the_axis_at_100_and_no_number_is_struck_through(int width)
    {
        var spec = Answer("phases?areas=AFG").Made!.Chart.Spec;
        var rows = spec.Body.ShouldBeOfType<RowsBody>().Rows;
        rows.ShouldContain(r => r.Segments.Max(s => s.To) > 100);
        var placed = ChartLayout.Place(spec, new ChartFrame { Width = width, Form = ChartForm.Picture });
        placed.Texts.ShouldContain(t => t.Text == "100 %");
        placed.Texts.ShouldNotContain(t => t.Text == "125");
        // The 20 % rule: the only upright strokes in ink.
        var rules = placed.Strokes.Where(s => s.From.X == s.To.X && s.Ink == ChartPalette.Ink).ToList();
        rules.ShouldNotBeEmpty();
        placed
            .Texts.Where(t =>
                rules.Any(r =>
                    t.Box.Bottom > r.From.Y + 2 && t.Box.Top < r.To.Y - 2 && t.Box.Left < r.From.X - 1 && t.Box.Right > r.From.X + 1
                )
            )
            .Select(t => t.Text)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Where_other_numbers_of_people_were_analysed_each_row_says_of_how_many_and_the_note_that_it_is_no_trend()
    {
        var spec = Answer("phases?areas=AFG").Made!.Chart.Spec;
        var rows = spec.Body.ShouldBeOfType<RowsBody>().Rows;
        rows[0].Label.ShouldBe("May to July 2017, of 3.0 million");
        rows[^1].Label.ShouldBe("April 2023, of 43.1 million");
        spec.Notes.ShouldContain(n =>
            n.StartsWith("From 3.0 to 43.1 million people were analysed", StringComparison.Ordinal)
            && n.Contains("no trend", StringComparison.Ordinal)
        );
        var kenya = Answer("phases?areas=KEN&which=marsabit,current").Made!.Chart.Spec;
        kenya.Body.ShouldBeOfType<RowsBody>().Rows.Count.ShouldBeGreaterThan(2);
    }

    private ChartAnswer Answer(string address)
    {
        var parts = address.Split('?');
        var (question, refusal) = ChartMaking
            .Reader(shipped.Archive)
            .Read(parts[0], parts[1].Split('&').Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], p[1])));
        refusal.ShouldBeNull();
        return ChartMaking.Of(shipped.Archive, question!);
    }
}
