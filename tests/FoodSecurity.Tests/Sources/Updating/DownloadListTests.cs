using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Updating;

namespace FoodSecurity.Tests.Sources.Updating;

public sealed class DownloadListTests
{
    private static readonly IReadOnlyList<PlannedDownload> All = DownloadList.Load(
        DatabaseLocation.FindFolder("seeds"),
        RecordedFile.Words
    );

    [Fact]
    public void The_list_names_the_publishers_own_secure_addresses()
    {
        All.Count.ShouldBeGreaterThan(8);
        All.ShouldAllBe(d => d.Address.StartsWith("https://"));
        var psd = All.Single(d => d.Dataset == "usda-psd");
        psd.ShouldBe(
            new PlannedDownload(
                "usda-psd",
                "usda",
                "https://apps.fas.usda.gov/psdonline/downloads/psd_grains_pulses_csv.zip",
                "psd_grains_pulses_csv.zip",
                "PSD csv in a zip",
                "Grains and pulses; replaced on the day of each monthly report"
            )
        );
    }

    [Theory]
    [InlineData("usda", 1)]
    [InlineData("usda-psd", 1)]
    [InlineData("usda/psd", 1)]
    [InlineData("worldbank", 3)]
    [InlineData("fao", 9)]
    [InlineData("wfp", 3)]
    [InlineData("nobody", 0)]
    public void A_provider_or_a_dataset_is_picked_by_name(string named, int count) =>
        DownloadList.Matching(All, named, RecordedFile.Words).Count.ShouldBe(count);

    [Theory]
    [InlineData("no-such,https://example.org/a.csv,a.csv,,", "dataset", "no-such")]
    [InlineData("usda-psd,ftp://example.org/a.csv,a.csv,,", "address", "ftp://example.org/a.csv")]
    [InlineData("usda-psd,https://example.org/a.csv,../a.csv,,", "file_name", "../a.csv")]
    [InlineData(
        "usda-psd,https://example.org/a.csv,a.csv,,\nusda-psd,https://example.org/a.csv,b.csv,,",
        "address",
        "https://example.org/a.csv"
    )]
    public void A_wrong_row_is_told(string rows, string column, string value)
    {
        var path = RecordedFile.Make(DownloadList.File, "dataset,address,file_name,format,note\n" + rows + "\n");
        var problem = Should.Throw<DataFormatException>(() => DownloadList.Load(Path.GetDirectoryName(path)!, RecordedFile.Words)).Problems[
            0
        ];
        problem.Column.ShouldBe(column);
        problem.Value.ShouldBe(value);
    }
}
