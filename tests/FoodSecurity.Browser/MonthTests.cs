using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FoodSecurity.Browser;

/// <summary>Read-outs of months: of a line over the years, and of the season, whose axis has twelve places.</summary>
public class MonthTests(LiveSite site)
{
    private const string Line = "/charts/line?areas=LIE&items=maize&elements=production";
    private const string Season = "/charts/season?areas=LIE&items=maize&elements=production";

    private static readonly Lock Once = new();

    private void Load()
    {
        lock (Once)
        {
            var archive = site.Services.GetRequiredService<Archive>();
            var folder = Directory.CreateTempSubdirectory("foodsec-months-").FullName;
            var rows = Enumerable
                .Range(0, 54)
                .Select(i =>
                    string.Create(CultureInfo.InvariantCulture, $"{2019 + i / 12}-{i % 12 + 1:00},{Value(2019 + i / 12, i % 12 + 1)}")
                );
            File.WriteAllText(Path.Combine(folder, "months.csv"), "period,value\n" + string.Join('\n', rows) + "\n");
            File.WriteAllText(
                Path.Combine(folder, "months.map.json"),
                """
                {"title": "Months", "columns": {"period": "period", "value": "value"}, "constants": {"area": "LIE", "item": "maize", "element": "production", "unit": "t", "source": "made for a test"}}
                """
            );
            OwnTables
                .Load(
                    archive,
                    Path.Combine(folder, "months.csv"),
                    Path.Combine(folder, "months.map.json"),
                    "test",
                    dryRun: false,
                    keepRaw: false
                )
                .Problems.ShouldBeEmpty();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every month of every year has another figure.</summary>
    private static int Value(int year, int month) => (year - 2018) * 100 + month * 7;

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Keys_and_pointer_read_out_each_month_of_a_line(int width)
    {
        Load();
        var page = await site.Open(Line, width);
        await page.WaitForSelectorAsync(".copy button");
        await page.FocusAsync("figure.made");
        await Said(page, "ArrowLeft", "2023-06", Value(2023, 6));
        await Said(page, "ArrowLeft", "2023-05", Value(2023, 5));
        await Said(page, "Home", "2019-01", Value(2019, 1));
        await Said(page, "ArrowRight", "2019-02", Value(2019, 2));
        foreach (var (year, month) in new[] { (2020, 1), (2021, 7), (2022, 12), (2023, 6) })
        {
            await Point(page, year - 0.5 + (month - 0.5) / 12);
            await Expect(page, string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}"), Value(year, month));
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task The_season_reads_out_this_year_last_year_and_the_mean_of_a_month(int width)
    {
        Load();
        var page = await site.Open(Season + "&years=3", width);
        if (await page.Locator(".refused").CountAsync() > 0)
        {
            (await page.InnerTextAsync(".refused")).ShouldBe("", "the season is drawn");
        }

        await page.WaitForSelectorAsync(".copy button");
        await page.FocusAsync("figure.made");
        await Said(page, "Home", "Jan", Value(2023, 1), Value(2022, 1));
        await Said(page, "ArrowRight", "Feb", Value(2023, 2), Value(2022, 2));
        await Said(page, "End", "Dec", Value(2022, 12));
        await Point(page, 5);
        await Expect(page, "May", Value(2023, 5), Value(2022, 5));
        (await page.InnerTextAsync(".readout")).ShouldContain("mean", Case.Sensitive);
        await Point(page, 11);
        await Expect(page, "Nov", Value(2022, 11));
        (await page.InnerTextAsync(".readout")).ShouldNotContain("2023:", Case.Sensitive, "this year has no November yet");
        await page.Context.CloseAsync();
    }

    private static async Task Said(IPage page, string key, string month, params int[] values)
    {
        await page.Keyboard.PressAsync(key);
        await Expect(page, month, values);
    }

    private static async Task Expect(IPage page, string month, params int[] values)
    {
        await Assertions.Expect(page.Locator(".readout b")).ToHaveTextAsync(month);
        var said = await page.InnerTextAsync(".readout");
        values.ShouldAllBe(value => said.Contains(value.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal), said);
    }

    /// <summary>Moves the pointer to a place on the axis of the drawing that is shown.</summary>
    private static async Task Point(IPage page, double x)
    {
        await page.Locator("figure.made").ScrollIntoViewIfNeededAsync();
        var spot = await page.EvaluateAsync<float[]>(
            """
            x => {
              const svg = [...document.querySelectorAll('figure.made svg[data-plot]')].find(s => s.getClientRects().length > 0), [left, top, right, bottom, first, last] = svg.dataset.plot.split(' ').map(Number);
              svg.scrollIntoView({ block: 'center' });
              const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
              return [box.left + scale * (left + (x - first) / (last - first) * (right - left)), box.top + scale * (bottom - 20)];
            }
            """,
            x
        );
        await page.Mouse.MoveAsync(spot[0], spot[1]);
    }
}
