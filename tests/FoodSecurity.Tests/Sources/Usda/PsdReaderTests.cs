using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Usda;

namespace FoodSecurity.Tests.Sources.Usda;

public sealed class PsdReaderTests
{
    private static readonly IReadOnlyList<Observation> Rows = RecordedFile.ReadAll("usda/psd.csv");

    [Fact]
    public void Every_data_row_is_one_observation()
    {
        var (rows, context, reader) = RecordedFile.Read("usda/psd.csv");
        reader.ShouldBeOfType<PsdReader>();
        rows.Count.ShouldBe(32);
        context.Rows.ShouldBe(32);
    }

    [Fact]
    public void One_row_is_read_in_every_field()
    {
        Rows.Single(r => r.Line == 17)
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "usda-psd",
                        Area = "PRK",
                        Item = "rice",
                        Element = "production",
                        Unit = "1000-t",
                        Basis = "paddy",
                        Native = "KN 0422110 054",
                    },
                    Period = Period.MarketingYear(2023, null),
                    Value = 2232,
                    ValueText = "2232.0000",
                    Bound = ValueBound.Exact,
                    Status = ObservationStatus.Unspecified,
                    Line = 17,
                    Column = "Value",
                    PublishedOn = "2025-03",
                }
            );
        Rows.Single(r => r.Line == 17).Series.Native.ShouldBe("KN 0422110 054");
    }

    [Fact]
    public void Country_codes_are_those_of_psd_not_of_iso()
    {
        // ISO 3166 KN is Saint Kitts and Nevis; 29 rows of the excerpt carry PSD's KN.
        Rows.Count(r => r.Series.Area == "PRK").ShouldBe(29);
        Rows.ShouldNotContain(r => r.Series.Area == "KNA");
    }

    [Fact]
    public void Rice_is_milled_but_rough_production_and_yield_are_paddy_and_hectares_have_no_basis()
    {
        string Basis(string attribute) => Rows.Single(r => r.Series.Native == "KN 0422110 " + attribute).Series.Basis;
        Basis("028").ShouldBe("milled");
        Basis("054").ShouldBe("paddy");
        Basis("184").ShouldBe("paddy");
        Basis("125").ShouldBe("milled");
        Basis("004").ShouldBe("");
    }

    [Fact]
    public void A_milling_rate_of_6500_is_in_ten_thousandths_whatever_its_unit_says()
    {
        var rate = Rows.Single(r => r.Series.Element == "milling-rate");
        rate.Value.ShouldBe(6500);
        rate.Series.Unit.ShouldBe("per-10000");
        rate.Series.Basis.ShouldBe("");
    }

    [Fact]
    public void A_marketing_year_begins_where_it_is_stated_and_says_so_where_it_is_not()
    {
        var american = Rows.Single(r => r.Series.Area == "USA");
        american.Period.ShouldBe(Period.MarketingYear(2024, 6));
        american.Period.Start.ShouldBe(new DateOnly(2024, 6, 1));
        Rows.First(r => r.Series.Area == "PRK").Period.StartStated.ShouldBeFalse();
    }

    [Fact]
    public void A_year_that_was_not_over_when_it_was_stamped_is_a_forecast()
    {
        Rows.Where(r => r.Series.Item == "maize")
            .Select(r => (r.Period.Label, r.Status, r.PublishedOn))
            .ShouldBe([
                ("2021/22", ObservationStatus.Unspecified, "2022-04"),
                ("2022/23", ObservationStatus.Unspecified, "2024-12"),
                ("2023/24", ObservationStatus.Unspecified, "2024-12"),
                ("2024/25", ObservationStatus.Unspecified, "2025-04"),
                ("2025/26", ObservationStatus.Forecast, "2025-11"),
            ]);
    }

    [Fact]
    public void A_zip_tells_its_member_and_the_day_it_was_written()
    {
        var path = RecordedFile.Make(
            "psd_csv.zip",
            RecordedFile.Zip("psd_grains.csv", File.ReadAllBytes(RecordedFile.PathOf("usda/psd.csv")))
        );
        var file = SourceFile.Open(path);
        file.Member.ShouldBe("psd_grains.csv");
        var (rows, _, reader) = RecordedFile.Read(path);
        rows.Count.ShouldBe(32);
        rows.ShouldAllBe(r => r.Member == "psd_grains.csv");
        reader.Describe(file).ReleasedOn.ShouldBe(file.MemberDate?.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void A_month_of_00_leaves_only_the_year()
    {
        var text = File.ReadAllText(RecordedFile.PathOf("usda/psd.csv")).Replace(",2006,07,", ",2006,00,", StringComparison.Ordinal);
        RecordedFile.ReadAll(RecordedFile.Make("psd.csv", text)).Count(r => r.PublishedOn == "2006").ShouldBe(5);
    }

    [Fact]
    public void The_release_is_whole_and_may_repeat_itself()
    {
        var draft = new PsdReader().Describe(RecordedFile.Open("usda/psd.csv"));
        draft.Dataset.ShouldBe("usda-psd");
        draft.Coverage.ShouldBe(ReleaseCoverage.Whole);
        draft.RepeatsAreErrors.ShouldBeFalse();
        draft.ReleasedOn.ShouldBeNull();
        draft.Sha256.ShouldBe(draft.LoadedSha256);
    }
}
