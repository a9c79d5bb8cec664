using FoodSecurity.Observations;
using FoodSecurity.Sources.Extracts;
using FoodSecurity.Sources.Tidy;

namespace FoodSecurity.Tests.Sources;

/// <summary>The publishers' files as a whole, from the folder FOODSEC_SAMPLES names; counts are those of its MANIFEST.csv.</summary>
public sealed class WholeFileTests
{
    [Theory]
    [InlineData("psd/psd_grains_pulses_csv.zip", 572_385, 572_385, 3_135)]
    [InlineData("faostat/FS_2019_bulk/FS.zip", 81_057, 81_057, 313)]
    [InlineData("faostat/FS_2025_transcribed/Food_Security_Data_E_All_Data_NOFLAG__extract.csv", 29, 689, 528)]
    [InlineData("faostat/FS_2025_transcribed/FAOSTAT_data_en_10-19-2025__extract.csv", 19, 19, 2)]
    [InlineData("faostat/QCL_wheat_global_1961-2023_webexport_2025-05-08.csv", 14_272, 14_272, 126)]
    [InlineData("faostat/QCL_all_items_global_2020_webexport.csv", 10_188, 10_188, 38)]
    [InlineData("faostat/OA_population_global_2000-2021_webexport.csv", 5_108, 5_108, 22)]
    [InlineData("faostat/FBS_old_by_year/1961.csv", 27_772, 27_772, 139)]
    [InlineData("faostat/FBS_old_by_year/1970.csv", 27_772, 27_772, 139)]
    [InlineData("faostat/FBS_old_by_year/1980.csv", 27_772, 27_772, 139)]
    [InlineData("faostat/FBS_old_by_year/1990.csv", 27_932, 27_932, 139)]
    [InlineData("faostat/FBS_old_by_year/1991.csv", 27_932, 27_932, 139)]
    [InlineData("worldbank/API_AG.PRD.CREL.MT_DS2_en_csv_v2_6304379.csv", 266, 12_895, 61)]
    [InlineData("worldbank/API_SP.POP.TOTL_DS2_en_csv_v2_85.csv", 266, 16_665, 63)]
    [InlineData("worldbank/API_SN.ITK.DEFC.ZS_DS2_en_csv_v2_331187.csv", 266, 4_960, 23)]
    [InlineData("dprk_compiled/rda_dprk_food_crops.csv", 113, 113, 113)]
    [InlineData("dprk_compiled/fao_wfp_dprk_balance.csv", 69, 69, 69)]
    [InlineData("owid/grapher/2025-12/prevalence-of-undernourishment.csv", 4_683, 4_683, 18)]
    [InlineData("owid/grapher/2025-12/prevalence-of-undernourishment.zip", 4_683, 4_683, 18)]
    [InlineData("owid/grapher/cereal-production_2022-10.csv", 12_640, 12_640, 60)]
    [InlineData("owid/owid-datasets/Food supply (FAO, 2020).csv", 11_028, 176_172, 912)]
    [InlineData("owid/owid-datasets/Global Hunger Index (2021).csv", 471, 471, 4)]
    [InlineData("fewsnet/FEWS_NET_Staple_Food_Price_Data_ZW.csv", 4_878, 4_878, 0)]
    [InlineData("inform/inform_risk_index_trends.csv", 7_640, 7_640, 40)]
    [InlineData("faostat/food_price_indices_data_2025-04.csv", 423, 2_538, 0)]
    [InlineData("cadre_harmonise/idps_admin1_2024_06_01.json", 2, 16, 0)]
    public void Every_row_is_read_and_no_key_repeats(string path, long rows, int observations, int korean)
    {
        var (read, context, _) = RecordedFile.Read(RecordedFile.Sample(path));
        context.Problems.ShouldBeEmpty();
        context.UnknownCodes().ShouldBeEmpty();
        context.Rows.ShouldBe(rows);
        read.Count.ShouldBe(observations);
        read.Count(r => r.Series.Area == "PRK").ShouldBe(korean);
        read.Select(r => (r.Series, r.Period, r.Edition)).Distinct().Count().ShouldBe(observations);
    }

    /// <summary>Rows as in the MANIFEST, less the line of tags where there is one; a WFP row is two observations, an IPC row two and now and then a population.</summary>
    [Theory]
    [InlineData("wfp/bgd_2022-10_hxl/wfp_food_prices_bgd.csv", 9_509 - 1, 19_016, 0)]
    [InlineData("wfp/bgd_2025-09_hxl_ids/wfp_food_prices_bgd.csv", 23_967 - 1, 47_932, 0)]
    [InlineData("wfp/hdx_fixture_2025-10_hxl/wfp_food_prices_nic.csv", 9_590 - 1, 19_178, 0)]
    [InlineData("wfp/hdx_fixture_2025-10_hxl/wfp_food_prices_pse.csv", 25_786 - 1, 51_570, 0)]
    [InlineData("wfp/hdx_fixture_2026-07_nohxl/wfp_food_prices_nic.csv", 9_589, 19_178, 0)]
    [InlineData("wfp/hdx_fixture_2026-07_nohxl/wfp_food_prices_pse.csv", 25_785, 51_570, 0)]
    [InlineData("wfp/hti_2026-01/wfp_food_prices_hti.csv", 14_924 - 1, 29_846, 0)]
    [InlineData("wfp/ken_2026-02_hxl_ids/wfp_food_prices_ken.csv", 17_365 - 1, 34_728, 0)]
    [InlineData("wfp/lka_2026-04/wfp_food_prices_lka.csv", 30_542 - 1, 61_082, 0)]
    [InlineData("ipc/hdx_2025-09_hxl/ipc_global_national_long.csv", 400 - 1, 798, 0)]
    [InlineData("ipc/hdx_2026-07_nohxl/ipc_global_national_long.csv", 399, 798, 0)]
    [InlineData("ipc/hdx_2025-09_hxl/ipc_global_level1_long.csv", 2_387 - 1, 4_772, 28)]
    [InlineData("ipc/hdx_2026-07_nohxl/ipc_global_level1_long.csv", 2_386, 4_772, 28)]
    [InlineData("ipc/hdx_2026-07_nohxl/ipc_global_area_long.csv", 18_373, 36_746, 340)]
    [InlineData("ipc/ken_2026-03/ipc_ken_area_long.csv", 4_522, 9_044, 0)]
    public void Every_row_of_prices_and_phases_is_read(string path, long rows, int observations, int repeated)
    {
        var (read, context, _) = RecordedFile.Read(RecordedFile.Sample(path));
        context.Problems.ShouldBeEmpty();
        context.UnknownCodes().ShouldBeEmpty();
        context.Rows.ShouldBe(rows);
        var figures = read.Where(r => r.Series.Element != "country-population").ToList();
        figures.Count.ShouldBe(observations);
        (observations - figures.Select(r => (r.Series, r.Period, r.Edition)).Distinct().Count()).ShouldBe(repeated);
    }

    [Theory]
    [InlineData("codes/country-codes.csv")]
    [InlineData("faostat/FAOSTAT_CountryGroups.csv")]
    [InlineData("worldbank/CMO-Historical-Data-Monthly.xlsx")]
    [InlineData("wfp/lka_2026-04/wfp_food_prices_lka_qc.csv")]
    [InlineData("wfp/lka_2026-04/wfp_markets_lka.csv")]
    [InlineData("wfp/hdx_fixture_2026-07_nohxl/wfp_markets_nic.csv")]
    [InlineData("wfp/hdx_fixture_2026-07_nohxl/wfp_markets_pse.csv")]
    public void Files_of_other_kinds_are_refused(string path)
    {
        var file = RecordedFile.Sample(path);
        Should.Throw<DataFormatException>(() => RecordedFile.Read(file)).Problems[0].Expected.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_whole_plan_runs_reads_back_equal_and_stays_small()
    {
        var samples = RecordedFile.Sample("");
        var folder = RecordedFile.Folder();
        var written = ExtractPlan.Load(FoodSecurity.Database.DatabaseLocation.FindFolder("seeds")).Run(samples, folder, RecordedFile.Words);
        written.Sum(w => w.Bytes).ShouldBeLessThan(8_000_000);
        foreach (
            var done in written.Where(w =>
                w.Planned.Choice.Items.Count == 0 && !w.Planned.Target.StartsWith("compiled/", StringComparison.Ordinal)
            )
        )
        {
            var before = RecordedFile.Read(Path.Combine(samples, done.Planned.File)).Rows;
            var after = RecordedFile.Read(Path.Combine(folder, done.Planned.Target, ExtractWriter.DataFile)).Rows;
            after.SequenceEqual(before).ShouldBeTrue(done.Planned.Target);
        }
    }
}
