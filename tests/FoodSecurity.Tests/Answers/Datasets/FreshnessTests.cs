using FoodSecurity.Answers.Datasets;
using FoodSecurity.Series;
using FoodSecurity.Sources.Updating;
using FoodSecurity.Tests.Fetching;
using FoodSecurity.Tests.Sources;
using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Answers.Datasets;

/// <summary>What is overdue on a given day, by a dataset's own calendar.</summary>
public sealed class FreshnessTests
{
    [Theory]
    [InlineData(1.0, "2025-11-14", null, "2025-12-14", "a new release is expected by 14 December 2025")]
    [InlineData(1.0, "2025-11-14", null, "2025-12-15", "stale since 14 December 2025")]
    [InlineData(12.0, "2025", null, "2026-12-31", "a new release is expected by 31 December 2026")]
    [InlineData(12.0, "2025-12", null, "2027-01-01", "stale since 31 December 2026")]
    [InlineData(0.5, "2025-11-14", null, "2025-11-30", "stale since 29 November 2025")]
    [InlineData(1.0, null, "2025-11-14", "2026-01-01", "stale since 14 December 2025")]
    [InlineData(1.0, null, null, "2026-01-01", "no release is dated")]
    [InlineData(null, "2019", null, "2026-01-01", "no calendar known")]
    public void Freshness_goes_by_the_calendar_of_the_dataset(
        double? months,
        string? released,
        string? retrieved,
        string today,
        string sentence
    ) =>
        FreshnessAnswer
            .Of(Source(months, new Release { ReleasedOn = released, RetrievedOn = retrieved }), [], DateOnly.Parse(today))
            .Sentence(Texts.English)
            .ShouldBe(sentence);

    [Fact]
    public void The_newest_release_counts() =>
        FreshnessAnswer
            .Of(
                Source(1, new Release { ReleasedOn = "2020-01-01" }, new Release { ReleasedOn = "2025-11-14" }, new Release()),
                [],
                new DateOnly(2025, 12, 1)
            )
            .Newest.ShouldBe(new DateOnly(2025, 11, 14));

    [Fact]
    public void An_address_that_fails_is_told_with_its_first_day()
    {
        var fresh = FreshnessAnswer.Of(
            Source(1),
            [
                new DownloadState
                {
                    Address = "https://a.example/",
                    LastChecked = "2026-05-05T08:00:00Z",
                    FailingSince = "2026-05-03T08:00:00Z",
                    Failure = DownloadState.Unreachable,
                    Error = "the server answers 404.",
                },
                new DownloadState { Address = "https://b.example/", LastChecked = "2026-05-04T08:00:00Z" },
            ],
            new DateOnly(2026, 5, 6)
        );
        fresh.LastChecked.ShouldBe("2026-05-05T08:00:00Z");
        fresh.Failures(Texts.English).ShouldBe(["Unreachable since 3 May 2026: https://a.example/: the server answers 404."]);
        FreshnessAnswer.Moment(fresh.LastChecked!, Texts.English).ShouldBe("5 May 2026, 08:00 UTC");
    }

    [Fact]
    public void Today_is_the_day_of_the_clock_that_is_given() => FreshnessAnswer.Today(new TestTime()).ShouldBe(new DateOnly(2026, 5, 3));

    private static SourceView Source(double? months, params Release[] releases)
    {
        var dataset = RecordedFile.Words.Datasets["usda-psd"] with { ExpectedEveryMonths = months };
        return new SourceView
        {
            Dataset = dataset,
            Provider = RecordedFile.Words.Providers["usda"],
            Releases = [.. releases.Select(r => (r, (IReadOnlyList<string>)[]))],
        };
    }
}
