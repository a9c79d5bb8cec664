using System.Security.Cryptography;
using FoodSecurity.Observations;
using FoodSecurity.Sources;
using FoodSecurity.Sources.Extracts;
using FoodSecurity.Sources.Tidy;

namespace FoodSecurity.Tests.Sources.Tidy;

public sealed class ExtractWriterTests
{
    private static readonly Origin Facts = new()
    {
        Dataset = "",
        Licence = "public domain",
        ReleasedOn = "2025-11-14",
    };

    private static string Extract(string name, ExtractChoice? choice = null)
    {
        var file = RecordedFile.Open(name);
        var folder = RecordedFile.Folder();
        ExtractWriter.Write(SourceCatalog.Recognise(file), file, choice ?? ExtractChoice.Everything, Facts, folder, RecordedFile.Words);
        return Path.Combine(folder, ExtractWriter.DataFile);
    }

    public static TheoryData<string> Files() =>
        [
            "usda/psd.csv",
            "worldbank/wdi_cereal_production.csv",
            "worldbank/wdi_undernourishment.csv",
            "faostat/fs_2019_bulk.csv",
            "faostat/fs_2025_wide.csv",
            "faostat/fs_2025_export.csv",
            "faostat/qcl_2020_export.csv",
            "faostat/qcl_wheat_2025_export.csv",
            "faostat/qcl_current_layout.csv",
            "faostat/oa_export.csv",
            "faostat/fbs_1980_export.csv",
            "compiled/rda.csv",
            "compiled/fao_wfp.csv",
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_extract_reads_back_as_the_very_observations_it_was_written_from(string name)
    {
        var before = RecordedFile.ReadAll(name);
        var after = RecordedFile.ReadAll(Extract(name));
        after.ShouldBe(before);
        after.Select(r => r.Series.Native).ShouldBe(before.Select(r => r.Series.Native));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_trace_shows_the_publishers_file_and_hash(string name)
    {
        var file = RecordedFile.Open(name);
        var original = SourceCatalog.Recognise(file).Describe(file);
        var extract = SourceCatalog.Open(Extract(name));
        var draft = SourceCatalog.Recognise(extract).Describe(extract);
        (draft.Dataset, draft.FileName, draft.Sha256, draft.Size, draft.Format, draft.Coverage, draft.RepeatsAreErrors).ShouldBe(
            (
                original.Dataset,
                original.FileName,
                original.Sha256,
                original.Size,
                original.Format,
                original.Coverage,
                original.RepeatsAreErrors
            )
        );
        (draft.LoadedFile, draft.LoadedSha256, draft.Licence).ShouldBe((ExtractWriter.DataFile, extract.Sha256, "public domain"));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
        Hash(Extract("usda/psd.csv")).ShouldBe(Hash(Extract("usda/psd.csv")));
    }

    [Fact]
    public void A_choice_keeps_items_elements_and_areas_with_their_lines()
    {
        var rows = RecordedFile.ReadAll(Extract("usda/psd.csv", new ExtractChoice(["group:cereals"], ["production"], ["PRK"])));
        rows.Count.ShouldBe(10);
        rows.ShouldAllBe(r => r.Series.Element == "production" && r.Series.Area == "PRK");
        rows.Select(r => r.Line)
            .ShouldBe(
                RecordedFile.ReadAll("usda/psd.csv").Where(r => r.Series is { Area: "PRK", Element: "production" }).Select(r => r.Line)
            );
    }

    [Fact]
    public void A_choice_of_codes_that_are_nowhere_is_an_error() =>
        Should
            .Throw<DataFormatException>(() => Extract("usda/psd.csv", new ExtractChoice(["ryce"], [], [])))
            .Problems.Single()
            .Value.ShouldBe("ryce");

    [Fact]
    public void An_extract_that_was_edited_afterwards_is_refused()
    {
        var path = Extract("compiled/rda.csv");
        File.WriteAllBytes(path, RecordedFile.Gzip("area,item,element,unit,period,value\nPRK,rice,production,1000-t,2023,1\n"u8.ToArray()));
        Should.Throw<DataFormatException>(() => RecordedFile.Read(path)).Message.ShouldContain("was changed after it was written");
    }

    [Fact]
    public void The_shipped_plan_names_folders_by_provider_dataset_and_release()
    {
        var plan = ExtractPlan.Load(FoodSecurity.Database.DatabaseLocation.FindFolder("seeds"));
        plan.Extracts.Count.ShouldBe(20);
        plan.Extracts.ShouldAllBe(e => e.Target.Split('/').Length == 3 && e.Facts.Licence != null);
        foreach (var planned in plan.Extracts)
        {
            planned.Choice.Kept(RecordedFile.Words).ShouldNotBeNull();
        }
    }
}
