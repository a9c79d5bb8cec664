using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Loading;
using FoodSecurity.Tests.Sources;
using FoodSecurity.Web.Background;
using FoodSecurity.Web.Pages;
using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Answers.Datasets;

/// <summary>Counts of a recorded excerpt, by region and by area.</summary>
public sealed class CoverageTests
{
    private static readonly Lazy<Archive> Loaded = new(() =>
    {
        var archive = Archive.Open(Path.Combine(RecordedFile.Folder(), "coverage.db"));
        FileLoader.Load(archive.Store, archive.Words, RecordedFile.PathOf("usda/psd.csv"), new LoadOptions());
        return archive;
    });

    [Fact]
    public void Every_figure_is_counted_once()
    {
        var view = CoverageAnswer.Of(Loaded.Value, "usda", "psd", null)!;
        var figures = RecordedFile.ReadAll("usda/psd.csv").Where(r => r.Value is not null).ToList();
        view.Rows.Sum(r => r.Total).ShouldBe(figures.Count);
        view.Years[0].ShouldBe(figures.Min(f => f.Period.Year));
        view.Years[^1].ShouldBe(figures.Max(f => f.Period.Year));
        view.Rows.ShouldAllBe(r => r.Counts.Count == view.Years.Count);
    }

    [Fact]
    public void An_element_is_counted_by_area()
    {
        var view = CoverageAnswer.Of(Loaded.Value, "usda", "psd", "production")!;
        var figures = RecordedFile.ReadAll("usda/psd.csv").Where(r => r.Value is not null && r.Series.Element == "production").ToList();
        view.Rows.Select(r => r.Code).ShouldBe(figures.Select(f => f.Series.Area).Distinct(), ignoreOrder: true);
        foreach (var row in view.Rows)
        {
            row.Total.ShouldBe(figures.Count(f => f.Series.Area == row.Code));
        }
    }

    [Theory]
    [InlineData("2006-07-31")]
    [InlineData("2020-12-31")]
    [InlineData("2025-11-01")]
    public void On_a_day_in_the_past_the_figures_known_then_are_counted(string day)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var known = RecordedFile.ReadAll("usda/psd.csv").Count(r => r.Value is not null && PartialDate.End(r.PublishedOn) <= date);
        known.ShouldBeGreaterThan(0);
        CoverageAnswer.Of(Loaded.Value, "usda", "psd", null, date)!.Rows.Sum(r => r.Total).ShouldBe(known);
    }

    [Theory]
    [InlineData("nobody", "psd", null)]
    [InlineData("usda", "psd", "no-such")]
    public void What_is_not_loaded_has_no_coverage(string provider, string dataset, string? element) =>
        CoverageAnswer.Of(Loaded.Value, provider, dataset, element).ShouldBeNull();

    [Fact]
    public void The_picture_says_in_words_what_it_shows()
    {
        var svg = CoverageMarks.Strip(CoverageAnswer.Of(Loaded.Value, "usda", "psd", null)!, "Figures", Texts.English).ToString()!;
        svg.ShouldStartWith("<svg ");
        svg.ShouldContain("aria-label=\"Figures, ");
        System.Xml.Linq.XDocument.Parse(svg).Root!.Elements().Count().ShouldBe(5);
    }

    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(1, 100, 1)]
    [InlineData(26, 100, 2)]
    [InlineData(100, 100, 4)]
    public void Shades_are_quarters_and_one_figure_is_seen(int count, int most, int shade) =>
        CoverageMarks.Shade(count, most).ShouldBe(shade);

    [Theory]
    [InlineData(null, null)]
    [InlineData("off", null)]
    [InlineData("daily", 1)]
    [InlineData("Weekly", 7)]
    public void The_schedule_is_off_unless_it_is_set(string? setting, int? days) =>
        ((int?)UpdateSchedule.Every(setting)?.TotalDays).ShouldBe(days);

    [Fact]
    public void A_schedule_that_is_none_is_an_error() => Should.Throw<InvalidOperationException>(() => UpdateSchedule.Every("hourly"));
}
