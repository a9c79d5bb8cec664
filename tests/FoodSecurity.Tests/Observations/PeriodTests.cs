using CsCheck;
using FoodSecurity.Observations;

namespace FoodSecurity.Tests.Observations;

public class PeriodTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 70_000].Select(d => new DateOnly(1900, 1, 1).AddDays(d));

    private static readonly Gen<Period> Periods = Gen.OneOf(
        Gen.Int[1, 9998].Select(Period.CalendarYear),
        Gen.Select(Gen.Int[1, 9998], Gen.Int[1, 12]).Select((y, m) => Period.MarketingYear(y, m)),
        Gen.Select(Gen.Int[1, 9900], Gen.Int[1, 20]).Select((y, n) => Period.Mean(y, y + n)),
        Gen.Select(Gen.Int[1, 9998], Gen.Int[1, 12]).Select(Period.Month),
        Days.Select(Period.Day),
        Gen.Select(Days, Gen.Int[0, 2000]).Select((d, n) => Period.Window(d, d.AddDays(n)))
    );

    [Fact]
    public void What_is_written_reads_back_the_same() =>
        Periods.Sample(period =>
        {
            // Years before 1000 have no tidy form of four digits.
            if (period.Start.Year < 1000)
            {
                return;
            }

            Period
                .TryParse(period.TidyText, period.Kind == PeriodKind.MarketingYear ? period.Start.Month : null, out var read)
                .ShouldBeTrue(period.TidyText);
            read.ShouldBe(period);
        });

    [Fact]
    public void No_text_makes_reading_fail() =>
        Gen.Char["0123456789/-–"]
            .Array[4, 21]
            .Select(c => new string(c))
            .Sample(text =>
            {
                if (Period.TryParse(text, 11, out var period))
                {
                    period.End.ShouldBeGreaterThanOrEqualTo(period.Start);
                }
            });

    [Theory]
    [InlineData("9999")]
    [InlineData("9999-12")]
    [InlineData("9999-12-31")]
    public void The_last_year_there_is_can_be_read(string text)
    {
        Period.TryParse(text, 11, out var period).ShouldBeTrue();
        period.End.ShouldBe(new DateOnly(9999, 12, 31));
    }

    [Fact]
    public void A_period_ends_on_or_after_its_first_day() =>
        Periods.Sample(period => period.End.ShouldBeGreaterThanOrEqualTo(period.Start));

    [Theory]
    [InlineData("2023", PeriodKind.CalendarYear, "2023-01-01", "2023-12-31", 2023)]
    [InlineData("2023/24", PeriodKind.MarketingYear, "2023-11-01", "2024-10-31", 2023)]
    [InlineData("1999/00", PeriodKind.MarketingYear, "1999-11-01", "2000-10-31", 1999)]
    [InlineData("2017-2019", PeriodKind.MultiYearMean, "2017-01-01", "2019-12-31", 2018)]
    [InlineData("2017–2019", PeriodKind.MultiYearMean, "2017-01-01", "2019-12-31", 2018)]
    [InlineData("2024-02", PeriodKind.Month, "2024-02-01", "2024-02-29", 2024)]
    [InlineData("2022-10-05", PeriodKind.Day, "2022-10-05", "2022-10-05", 2022)]
    [InlineData("2020-01-01/2023-08-26", PeriodKind.Window, "2020-01-01", "2023-08-26", 2020)]
    public void A_period_has_a_kind_two_days_and_a_year(string text, PeriodKind kind, string start, string end, int year)
    {
        Period.TryParse(text, 11, out var period).ShouldBeTrue();
        (period.Kind, period.Start.ToString("yyyy-MM-dd"), period.End.ToString("yyyy-MM-dd"), period.Year).ShouldBe(
            (kind, start, end, year)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("23")]
    [InlineData("2023/25")]
    [InlineData("2023/2024")]
    [InlineData("2019-2017")]
    [InlineData("1950-2019")]
    [InlineData("2023-13")]
    [InlineData("2023-02-30")]
    [InlineData("2023-08-26/2020-01-01")]
    [InlineData("9999/00")]
    [InlineData("MY 2023")]
    [InlineData("٢٠٢٣")]
    public void What_is_no_period_is_refused(string text) => Period.TryParse(text, null, out _).ShouldBeFalse();

    [Fact]
    public void A_marketing_year_whose_start_is_not_stated_says_so_and_stands_at_its_first_year()
    {
        var period = Period.MarketingYear(2023, null);
        (period.StartStated, period.Year, period.Label).ShouldBe((false, 2023, "2023/24"));
        period.ShouldNotBe(Period.MarketingYear(2023, 1), "January is another statement than none");
    }

    [Fact]
    public void A_marketing_year_is_not_a_calendar_year() => Period.MarketingYear(2023, 1).ShouldNotBe(Period.CalendarYear(2023));
}
