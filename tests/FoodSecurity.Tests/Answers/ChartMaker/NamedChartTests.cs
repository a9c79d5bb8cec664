using System.Text.RegularExpressions;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Observations;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Answers.ChartMaker;

/// <summary>A country's standing charts: questions with names, one row each, that speak of the years in view alone.</summary>
public partial class NamedChartTests(ShippedArchive shipped)
{
    private const string Header = "name,order,question,text,missed\n";

    public static TheoryData<string> Names => [.. SeedTable.Read(Clone.Seeds, "charts.csv", "name").Select(r => r["name"])];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_speaks_of_the_years_in_view_alone(string name)
    {
        var drawn = 0;
        foreach (var area in new[] { "PRK", "KEN", "ETH", "USA", "AFG" })
        {
            var answer = NamedCharts.One(shipped.Archive, NamedCharts.Find(shipped.Archive, name)!, area, 1994, 1998, null);
            if (answer.Made is not { } made)
            {
                answer.Refusal!.Reason.ShouldNotBeEmpty();
                continue;
            }

            drawn++;
            foreach (var text in new[] { made.Chart.Spec.Title, made.Chart.Heading, made.Chart.Spec.AltText, made.PlainSentence })
            {
                Outside(text).ShouldBeEmpty($"{area}/{name}: {text}");
            }

            made.Chart.InView().Series.SelectMany(s => s.Series.Points).ShouldAllBe(p => p.Period.Year >= 1994 && p.Period.Year <= 1998);
        }

        (drawn > 0).ShouldBe(name is "output" or "common-basis" or "imports" or "area" or "yield");
    }

    [Theory]
    [InlineData("output", "Crop output fell by more than half from 1994 to 1996 and has not regained its earlier level, in FAO’s figures")]
    [InlineData("yield", "Yield of maize, rice and wheat, 1994–1998")]
    [InlineData("area", "Area harvested of maize, rice and wheat, 1994–1998")]
    public void A_headline_is_of_the_years_in_view(string name, string heading) =>
        NamedCharts
            .One(shipped.Archive, NamedCharts.Find(shipped.Archive, name)!, "PRK", 1994, 1998, null)
            .Made!.Chart.Heading.ShouldBe(heading);

    [Fact]
    public void A_row_is_a_chart_with_its_address_page_and_question()
    {
        var folder = Directory.CreateTempSubdirectory("foodsec-charts-").FullName;
        File.WriteAllText(
            Path.Combine(folder, "charts.csv"),
            Header
                + "rice,1,\"line?items=rice&sources=usda-psd\",output,\n"
                + File.ReadAllText(Path.Combine(Clone.Seeds, "charts.csv"))[Header.Length..]
        );
        var rice = NamedChart.Load(folder, shipped.Archive.Words).Single(c => c.Name == "rice");
        var made = NamedCharts.One(shipped.Archive, rice, "PRK", 2000, null, null).Made.ShouldNotBeNull();
        (made.Chart.Id, made.Chart.Page, made.Chart.Maker).ShouldBe(
            ("rice", "/areas/PRK/rice?from=2000", "/charts/line?areas=PRK&items=rice&sources=usda-psd&from=2000")
        );
        made.Chart.File("csv").ShouldBe("/areas/PRK/rice.csv?from=2000");
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("output,1,lime,output,", "question")]
    [InlineData("output,1,line?items=ryce,output,", "question")]
    [InlineData("output,1,line?areas=PRK,output,", "question")]
    [InlineData("out put,1,line,output,", "name")]
    [InlineData("output,first,line,output,", "order")]
    [InlineData("output,1,line,no-such-text,", "text")]
    [InlineData("output,1,line,output,\noutput,2,bar,output,", "name")]
    public void A_wrong_row_is_named(string rows, string column)
    {
        var folder = Directory.CreateTempSubdirectory("foodsec-charts-").FullName;
        File.WriteAllText(Path.Combine(folder, "charts.csv"), Header + rows + "\n");
        var problem = Should
            .Throw<DataFormatException>(() => NamedChart.Load(folder, shipped.Archive.Words))
            .Problems.ShouldHaveSingleItem();
        (problem.File, problem.Column).ShouldBe(("charts.csv", column));
        problem.Expected.ShouldNotBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_page_has_the_pictures_that_their_addresses_have()
    {
        foreach (var chart in AreaAnswer.Of(shipped.Archive, "PRK")!.Charts)
        {
            var alone = NamedCharts.One(shipped.Archive, NamedCharts.Find(shipped.Archive, chart.Id)!, "PRK", null, null, null).Made!.Chart;
            (alone.Spec.Title, alone.Spec.Subtitle, alone.Spec.AltText).ShouldBe(
                (chart.Spec.Title, chart.Spec.Subtitle, chart.Spec.AltText)
            );
            alone.Spec.Excerpts.Select(e => (e.Number, e.Quote)).ShouldBe(chart.Spec.Excerpts.Select(e => (e.Number, e.Quote)), chart.Id);
            alone
                .Spec.Lines.Select(l => (l.Label, l.EndNote, l.Color))
                .ShouldBe(chart.Spec.Lines.Select(l => (l.Label, l.EndNote, l.Color)));
            alone.Spec.Notes.ShouldBe(chart.Spec.Notes, chart.Id);
        }
    }

    /// <summary>Years told of that lie outside the view; 1998/99 is a year of it.</summary>
    private static IEnumerable<string> Outside(string text) =>
        Year()
            .Matches(text)
            .Select(m => m.Value)
            .Where(y => int.Parse(y, System.Globalization.CultureInfo.InvariantCulture) is < 1994 or > 1998);

    [GeneratedRegex(@"(?<![\d,.])(19|20)\d\d(?!\d)")]
    private static partial Regex Year();
}
