using System.Globalization;
using System.Text.Json;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Exports;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Tests.Answers;
using FoodSecurity.Tests.House;
using FoodSecurity.Tests.Series;
using Sylvan.Data.Csv;

namespace FoodSecurity.Tests.Exports;

public class ChartFilesTests(ShippedArchive shipped)
{
    private static readonly Lazy<Vocabulary> Words = new(() => Vocabulary.Load(Clone.Seeds));

    private static readonly Dictionary<long, Release> Releases = new()
    {
        [1] = new Release
        {
            Id = 1,
            Dataset = "rda",
            FileName = "rda.csv",
            Sha256 = new string('a', 64),
            LoadedSha256 = new string('b', 64),
            ReleasedOn = "2023-12-15",
            Licence = "cited",
        },
    };

    [Fact]
    public void Missing_is_an_empty_cell_with_its_status_and_never_zero()
    {
        var rows = Rows(ChartFiles.Csv(Chart(Tiny.Of(Tiny.Key("rice", "rda"), (2020, null), (2021, 0m))), Words.Value, Releases));
        (rows[0]["value"], rows[0]["value_as_printed"], rows[0]["status"], rows[0]["obs_status"]).ShouldBe(("", "", "missing", "M"));
        (rows[1]["value"], rows[1]["status"], rows[1]["obs_status"]).ShouldBe(("0", "official", "A"));
    }

    [Fact]
    public void Quotes_commas_and_line_breaks_come_back_whole()
    {
        var point = Tiny.Point(Period.CalendarYear(2020), 5m) with { Note = "said \"so\", twice\r\nand more", RowSource = "북한, “x”" };
        var row = Rows(ChartFiles.Csv(Chart(new TimeSeries { Key = Tiny.Key("rice", "rda"), Points = [point] }), Words.Value, Releases))
            .ShouldHaveSingleItem();
        (row["note"], row["row_source"]).ShouldBe((point.Note, point.RowSource));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1+1", "'\t=1+1")]
    [InlineData("\r=1+1", "'\r=1+1")]
    [InlineData("-5.2", "-5.2")]
    [InlineData("+5.2", "+5.2")]
    [InlineData("-", "-")]
    [InlineData("a=b", "a=b")]
    public void A_text_that_a_spreadsheet_would_run_stays_a_text(string note, string cell)
    {
        var point = Tiny.Point(Period.CalendarYear(2020), 5m) with { Note = note };
        Rows(ChartFiles.Csv(Chart(new TimeSeries { Key = Tiny.Key("rice", "rda"), Points = [point] }), Words.Value, Releases))[0]
            ["note"]
            .ShouldBe(cell);
    }

    [Fact]
    public void Values_are_written_as_published_and_not_rounded()
    {
        var point = Tiny.Point(Period.CalendarYear(2020), 1451.0000m) with { ValueText = "1451.0000" };
        var row = Rows(ChartFiles.Csv(Chart(new TimeSeries { Key = Tiny.Key("rice", "rda"), Points = [point] }), Words.Value, Releases))[0];
        (row["value_as_printed"], decimal.Parse(row["value"], CultureInfo.InvariantCulture)).ShouldBe(("1451.0000", 1451m));
        (row["sha256"], row["publisher_file"], row["line"], row["trace"]).ShouldBe(
            (new string('a', 64), "rda.csv", "2020", "/trace/rda/PRK/rice/production/2020")
        );
    }

    [Fact]
    public void Lines_end_as_RFC_4180_says_and_every_row_is_as_wide_as_the_header()
    {
        foreach (var chart in shipped.Area("PRK").Charts)
        {
            var csv = ChartFiles.Csv(chart, shipped.Archive.Words, AllReleases());
            csv.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
            var all = Rows(csv);
            all.Where(r => r["row"] == "excerpt").Select(r => r["note"]).ShouldBe(chart.Spec.Excerpts.Select(e => e.Quote), chart.Id);
            var rows = all.Where(r => r["row"] == "figure").ToList();
            rows.Count.ShouldBe(chart.Series.Sum(s => s.Series.Points.Count), chart.Id);
            rows.ShouldAllBe(r => r["trace"].StartsWith("/trace/") && r["unit"].Length > 0);
            rows.Where(r => r["value"].Length > 0 && r["computed_from"].Length == 0)
                .ShouldAllBe(r => r["sha256"].Length == 64 && r["line"].Length > 0 && r["licence"].Length > 0);
        }
    }

    [Fact]
    public void The_json_of_every_chart_parses_and_tells_the_same_numbers()
    {
        foreach (var chart in shipped.Area("PRK").Charts)
        {
            using var json = JsonDocument.Parse(ChartFiles.JsonText(chart, shipped.Archive.Words, AllReleases()));
            var root = json.RootElement;
            root.GetProperty("title").GetString().ShouldBe(chart.Spec.Title);
            root.GetProperty("source_line").GetString().ShouldNotBeNullOrEmpty();
            root.GetProperty("releases").GetArrayLength().ShouldBeGreaterThan(0);
            root.GetProperty("series")
                .EnumerateArray()
                .Select(s => s.GetProperty("points").GetArrayLength())
                .ShouldBe(chart.Series.Select(s => s.Series.Points.Count));
            var values = root.GetProperty("series")
                .EnumerateArray()
                .SelectMany(s => s.GetProperty("points").EnumerateArray())
                .Select(p => p.GetProperty("value"))
                .Select(v => v.ValueKind == JsonValueKind.Null ? (decimal?)null : v.GetDecimal());
            values.ShouldBe(chart.Series.SelectMany(s => s.Series.Points).Select(p => p.Value));
        }
    }

    [Fact]
    public void A_citation_names_the_provider_the_release_and_the_hash_before_the_picture()
    {
        var chart = shipped.Area("PRK").Chart("output").ShouldNotBeNull();
        var text = Citation.Of(
            chart,
            AllReleases(),
            shipped.Archive.Words,
            "https://example.org/areas/PRK/output.svg",
            new DateOnly(2026, 1, 5),
            shipped.Archive.Texts
        );
        text.ShouldStartWith(chart.Spec.Title + ". Data: ");
        text.ShouldEndWith("Chart: FoodSecurity, https://example.org/areas/PRK/output.svg, accessed 5 January 2026.");
        foreach (var release in ChartCaption.ReleasesOf(chart.Series.Select(s => s.Series)).Select(id => AllReleases()[id]))
        {
            text.ShouldContain(release.FileName);
            text.ShouldContain(release.Sha256[..12]);
        }
    }

    private IReadOnlyDictionary<long, Release> AllReleases()
    {
        using var connection = shipped.Archive.Read();
        return ReleaseQuery.All(connection);
    }

    private static TracedChart Chart(TimeSeries series) =>
        new(
            "test",
            new ChartSpec
            {
                Id = "test",
                Title = "t",
                Subtitle = "s",
                AltText = "a",
                Unit = "u",
                From = 2000,
                To = 2020,
                SourceLine = "l",
            },
            [Tiny.Labelled(series)]
        );

    private static List<Dictionary<string, string>> Rows(string csv)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv));
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            reader.RowFieldCount.ShouldBe(reader.FieldCount);
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString));
        }

        return rows;
    }
}
