using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Sources.Loading;

namespace FoodSecurity.Tests.Sources;

/// <summary>Items no crosswalk knows: refused with a list, or kept under their provider's names where that is asked for.</summary>
public sealed class AsNamedTests
{
    [Theory]
    [InlineData("usda/psd.csv", "0422110", "2631000", "psd")]
    [InlineData("faostat/qcl_current_layout.csv", "\"15\"", "\"9991\"", "fao")]
    public void An_item_no_crosswalk_knows_is_kept_whole_where_that_is_asked_for(string name, string code, string other, string system)
    {
        var text = File.ReadAllText(RecordedFile.PathOf(name)).Replace(code, other, StringComparison.Ordinal);
        var file = RecordedFile.Make(Path.GetFileName(name), text);
        var store = Store.Open(Path.Combine(RecordedFile.Folder(), "named.db"));
        var refused = Should.Throw<UnknownCodesException>(() => FileLoader.Load(store, RecordedFile.Words, file, new LoadOptions()));
        refused.Codes.ShouldContain(c => c.System == system && c.Kind == "item");
        refused.Message.ShouldContain("--as-named");

        var report = FileLoader.Load(store, RecordedFile.Words, file, new LoadOptions { AsNamed = true });
        report.Skipped.ShouldBe(0);
        report.Warnings.ShouldContain(w => w.Contains("is in no crosswalk and kept as its provider names it", StringComparison.Ordinal));
        using var connection = store.OpenReader();
        ReleaseQuery
            .All(connection)[report.ReleaseId]
            .Licence.ShouldBe(RecordedFile.Words.Datasets[report.Dataset].Licence + " (as stated for the dataset)");
        var series = RecordedFile
            .Words.Areas.Keys.SelectMany(a => SeriesQuery.Find(connection, new SeriesQuestion { Area = a, Items = ["as-named"] }))
            .ToList();
        series.ShouldNotBeEmpty();
        series.ShouldAllBe(s => s.Key.Dimension("item").Length > 0 && s.Points.Count > 0);
    }
}
