using FoodSecurity.Observations;
using FoodSecurity.Observations.Checks;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Sources.Loading;

namespace FoodSecurity.Tests.Observations.Releases;

public sealed class ReleaseChecksTests : IDisposable
{
    private static readonly Lazy<Vocabulary> Words = new(() => Vocabulary.Load(House.Clone.Seeds));
    private readonly ReleaseRoom _room = new();
    private int _files;

    public void Dispose() => _room.Dispose();

    [Fact]
    public void What_is_plausible_has_no_warning() =>
        Load(true, Row("2019", 1), Row("2020", 2), Share("2020", 44.8), Share("2021", 0), Share("2022", 100)).Warnings.ShouldBeEmpty();

    [Theory]
    [InlineData("rice", "production", "1000-t", -1, true)]
    [InlineData("people", "undernourishment", "percent", 100.5, true)]
    [InlineData("people", "undernourishment", "percent", -0.1, true)]
    [InlineData("people", "energy-supply-adequacy", "percent", 131, false)]
    [InlineData("cereals", "uncovered-deficit", "1000-t", -40, false)]
    [InlineData("rice", "stock-variation-fbs", "1000-t", -40, false)]
    [InlineData("rice", "yield", "t-per-ha", -2, true)]
    [InlineData("people", "population", "persons", 0, false)]
    public void Ranges_go_by_the_unit(string item, string element, string unit, double value, bool odd)
    {
        var row = ReleaseRoom.Row("2020", value, ReleaseRoom.Key(item, unit, element), line: 7);
        if (odd)
        {
            var wrong = Should.Throw<DataFormatException>(() => Load(true, row));
            (wrong.Problems[0].Line, wrong.Problems[0].Column).ShouldBe((7L, "value"));
        }

        var warnings = Load(false, row).Warnings;
        (warnings.Count == 1 && warnings[0].Contains("Out of range") && warnings[0].Contains("line 7")).ShouldBe(odd);
    }

    [Fact]
    public void An_error_stops_the_load_and_writes_nothing()
    {
        Load(true, Row("2019", 1));
        var version = _room.Version();
        var wrong = Should.Throw<DataFormatException>(() => Load(true, Row("2019", 2), Row("2020", -5), Row("2021", -6)));
        wrong.Problems.Select(p => p.Value).ShouldBe(["-5", "-6"]);
        (_room.Shown(), _room.Version(), _room.Count("release")).ShouldBe(("2019=1", version, 1));
    }

    [Theory]
    [InlineData("1066")]
    [InlineData("9999")]
    public void A_year_out_of_range_is_an_error_everywhere(string year)
    {
        var wrong = Should.Throw<DataFormatException>(() => Load(false, Row("2019", 1), Row(year, 2)));
        (wrong.Problems[0].Column, wrong.Problems[0].Value).ShouldBe(("period", year));
    }

    [Theory]
    [InlineData(1000, 1, true)]
    [InlineData(0.001, 1, true)]
    [InlineData(10, 3, true)]
    [InlineData(10, 1, false)]
    [InlineData(3, 3, false)]
    public void A_series_that_jumps_by_a_power_of_ten_is_told(double factor, int figures, bool told)
    {
        var rows = Enumerable.Range(2018, figures).Select(y => Row(y.ToString(), 5)).ToArray();
        Load(false, rows);
        var warnings = Load(false, [.. rows.Select(r => Row(r.Period.Label, r.Value!.Value * factor))]).Warnings;
        warnings.Count(w => w.StartsWith("Jump", StringComparison.Ordinal)).ShouldBe(told ? 1 : 0);
    }

    [Fact]
    public void Balances_that_do_not_add_up_are_told_with_their_line()
    {
        Observation At(string element, double value, long line) =>
            ReleaseRoom.Row("2020/21", value, ReleaseRoom.Key(element: element), line: line);
        var fine = new[]
        {
            At("beginning-stocks", 100, 2),
            At("production", 1450, 3),
            At("import-quantity", 50, 4),
            At("total-supply", 1601, 5),
        };
        Load(false, fine).Warnings.ShouldBeEmpty("each figure is rounded on its own");
        var warning = Load(false, [.. fine[..3], At("total-supply", 1700, 5)]).Warnings.ShouldHaveSingleItem();
        warning.ShouldContain("1700 against 1600 (line 5)");
        Load(false, At("feed", 10, 2), At("food-seed-industrial", 20, 3), At("domestic-consumption", 90, 4))
            .Warnings.ShouldHaveSingleItem()
            .ShouldContain("90 against 30");
    }

    [Fact]
    public void Coverage_that_shrinks_is_told_for_whole_releases_only()
    {
        var all = new[]
        {
            Row("2019", 1),
            ReleaseRoom.Row("2019", 2, ReleaseRoom.Key("maize")),
            ReleaseRoom.Row("2019", 3, ReleaseRoom.Key(area: "KOR")),
            ReleaseRoom.Row("2019", 3, ReleaseRoom.Key(area: "JPN")),
        };
        Load(false, ReleaseCoverage.Whole, all).Warnings.ShouldBeEmpty();
        Load(false, ReleaseCoverage.Part, Row("2019", 1.5)).Warnings.ShouldBeEmpty();
        Load(false, ReleaseCoverage.Whole, [.. all.Select(r => r with { Value = r.Value + 1 })]).Warnings.ShouldBeEmpty();
        Load(false, ReleaseCoverage.Whole, Row("2019", 3))
            .Warnings.ShouldHaveSingleItem("a file of one country is silent about the others")
            .ShouldContain("PRK, maize, production");
        Load(false, ReleaseCoverage.Whole, ReleaseRoom.Row("2019", 7, ReleaseRoom.Key(element: "yield", unit: "kg-per-ha")))
            .Warnings.ShouldBeEmpty("so is a file of another element");
        var warnings = Load(
            false,
            ReleaseCoverage.Whole,
            Row("2019", 4),
            ReleaseRoom.Row("2019", 4, ReleaseRoom.Key(area: "JPN"))
        ).Warnings;
        warnings.Count.ShouldBe(2);
        warnings[0].ShouldContain("1 of 3 areas");
        warnings[0].ShouldContain("KOR");
        warnings[1].ShouldContain("PRK, maize, production");
    }

    [Fact]
    public void A_dry_run_checks_and_counts_everything_and_writes_nothing()
    {
        var file = Path.Combine(_room.Folder, "own.csv");
        File.WriteAllText(
            file,
            "area,item,element,unit,period,value\nPRK,rice,production,1000-t,2020,5\nPRK,rice,production,1000-t,2021,6\n"
        );
        var report = FileLoader.Load(_room.Store, Words.Value, file, new LoadOptions { DryRun = true });
        (report.New, report.RowsRead, report.ReleaseId).ShouldBe((2, 2, 0));
        (_room.Count("observation"), _room.Count("release"), _room.Version()).ShouldBe((0, 0, 0));
        File.WriteAllText(file, "area,item,element,unit,period,value\nPRK,rice,production,1000-t,2020,-5\n");
        Should
            .Throw<DataFormatException>(() => FileLoader.Load(_room.Store, Words.Value, file, new LoadOptions { DryRun = true }))
            .Problems[0]
            .Line.ShouldBe(2);
    }

    private static Observation Row(string period, double value) => ReleaseRoom.Row(period, value);

    private static Observation Share(string period, double value) =>
        ReleaseRoom.Row(period, value, ReleaseRoom.Key("people", "percent", "undernourishment"));

    private LoadReport Load(bool own, params Observation[] rows) => Load(own, ReleaseCoverage.Part, rows);

    private LoadReport Load(bool own, ReleaseCoverage coverage, params Observation[] rows)
    {
        var name = (++_files).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var draft = new ReleaseDraft
        {
            Dataset = "own",
            FileName = name,
            Sha256 = name,
            LoadedFile = name,
            LoadedSha256 = name,
            Format = "test",
            Coverage = coverage,
            RepeatsAreErrors = own,
        };
        var checks = new ReleaseChecks(Words.Value, draft);
        using var writer = ReleaseWriter.Begin(_room.Store, draft);
        foreach (var row in rows)
        {
            writer.Add(row);
            checks.See(row);
        }

        return writer.Commit(0, checks);
    }
}
