using FoodSecurity.Observations;
using FoodSecurity.Sources.FAOSTAT;

namespace FoodSecurity.Tests.Sources.FAOSTAT;

public sealed class FaostatExportReaderTests
{
    private static readonly IReadOnlyList<Observation> Old = RecordedFile.ReadAll("faostat/qcl_2020_export.csv");
    private static readonly IReadOnlyList<Observation> New = RecordedFile.ReadAll("faostat/qcl_wheat_2025_export.csv");
    private static readonly IReadOnlyList<Observation> Suite = RecordedFile.ReadAll("faostat/fs_2025_export.csv");
    private static readonly IReadOnlyList<Observation> Balance = RecordedFile.ReadAll("faostat/fbs_1980_export.csv");

    [Theory]
    [InlineData("faostat/qcl_2020_export.csv", 19, "fao-qcl")]
    [InlineData("faostat/qcl_wheat_2025_export.csv", 39, "fao-qcl")]
    [InlineData("faostat/fs_2025_export.csv", 19, "fao-fs")]
    [InlineData("faostat/oa_export.csv", 23, "fao-oa")]
    [InlineData("faostat/fbs_1980_export.csv", 13, "fao-fbsh")]
    public void Every_variant_of_code_columns_is_read(string name, int rows, string dataset)
    {
        var (read, context, reader) = RecordedFile.Read(name);
        reader.ShouldBeOfType<FaostatExportReader>();
        read.Count.ShouldBe(rows);
        context.ProblemCount.ShouldBe(0);
        var draft = reader.Describe(RecordedFile.Open(name));
        (draft.Dataset, draft.Coverage).ShouldBe((dataset, ReleaseCoverage.Part));
        read.ShouldAllBe(r => r.Series.Dataset == dataset);
    }

    [Fact]
    public void One_row_is_read_in_every_field()
    {
        New.Single(r => r.Series.Area == "AFG" && r.Period.Year == 1985)
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "fao-qcl",
                        Area = "AFG",
                        Item = "wheat",
                        Element = "area-harvested",
                        Unit = "ha",
                        Native = "AFG 0111 5312",
                    },
                    Period = Period.CalendarYear(1985),
                    Value = 1695000,
                    ValueText = "1695000",
                    Status = ObservationStatus.Estimated,
                    Flag = "X",
                    Note = "Unofficial figure",
                    Line = 5,
                    Column = "Value",
                }
            );
    }

    [Fact]
    public void Chn_is_the_aggregate_in_one_export_and_the_mainland_in_another()
    {
        Old.Single(r => r.Series.Native == "CHN 15 5510").Series.Area.ShouldBe("CHINA-FAO");
        Old.Single(r => r.Series.Native == "F41 15 5510").Series.Area.ShouldBe("CHN");
        New.Where(r => r.Series.Native.StartsWith("CHN ", StringComparison.Ordinal)).ShouldAllBe(r => r.Series.Area == "CHN");
        New.Where(r => r.Series.Native.StartsWith("F351 ", StringComparison.Ordinal)).ShouldAllBe(r => r.Series.Area == "CHINA-FAO");
    }

    [Fact]
    public void An_old_a_is_an_aggregate_and_a_new_a_is_official()
    {
        var aggregate = Old.Single(r => r.Series.Native == "CHN 15 5510");
        (aggregate.Flag, aggregate.Status).ShouldBe(("A", ObservationStatus.Estimated));
        var official = New.First(r => r.Series.Native == "CHN 0111 5312");
        (official.Flag, official.Status).ShouldBe(("A", ObservationStatus.Official));
        Old.Single(r => r.Series.Native == "PRK 27 5510").Status.ShouldBe(ObservationStatus.Official);
    }

    [Fact]
    public void The_description_of_a_flag_outweighs_the_layout_of_the_file()
    {
        var text = File.ReadAllText(RecordedFile.PathOf("faostat/qcl_2020_export.csv"))
            .Replace(
                "\"A\",\"Aggregate, may include official, semi-official, estimated or calculated data\"",
                "\"A\",\"Official figure\"",
                StringComparison.Ordinal
            );
        RecordedFile
            .ReadAll(RecordedFile.Make("export.csv", text))
            .Single(r => r.Series.Native == "CHN 15 5510")
            .Status.ShouldBe(ObservationStatus.Official);
    }

    [Fact]
    public void Missing_values_keep_their_flag_old_and_new()
    {
        Old.Where(r => r.Flag == "M").ShouldAllBe(r => r.Value == null && r.Status == ObservationStatus.Missing);
        New.Where(r => r.Flag == "M").ShouldAllBe(r => r.Value == null && r.Status == ObservationStatus.NotApplicable);
        Suite.Single(r => r.Flag == "Q").Status.ShouldBe(ObservationStatus.Suppressed);
        Suite.Count(r => r.Flag == "O" && r.Status == ObservationStatus.Missing).ShouldBe(3);
    }

    [Fact]
    public void An_empty_value_is_missing_even_under_a_flag_of_figures()
    {
        var row = Old.Single(r => r.Series.Native == "ALB 30 5510");
        (row.Value, row.Flag, row.Status).ShouldBe((null, "Fc", ObservationStatus.Missing));
    }

    [Fact]
    public void M49_408_is_north_korea_with_or_without_its_apostrophe()
    {
        Suite.Count(r => r.Series.Area == "PRK").ShouldBe(2);
        var marked = File.ReadAllText(RecordedFile.PathOf("faostat/fs_2025_export.csv"))
            .Replace("\"408\"", "\"'408\"", StringComparison.Ordinal);
        RecordedFile.ReadAll(RecordedFile.Make("export.csv", marked)).Count(r => r.Series.Area == "PRK").ShouldBe(2);
        RecordedFile
            .ReadAll("faostat/oa_export.csv")
            .Single(r => r.Series.Native.StartsWith("116 ", StringComparison.Ordinal))
            .Series.Area.ShouldBe("KHM");
    }

    [Fact]
    public void The_silence_on_north_korea_is_on_record()
    {
        Suite.Where(r => r.Series.Area == "PRK").ShouldAllBe(r => r.Value == null && r.Period == Period.Mean(2022, 2024));
    }

    [Fact]
    public void Limits_stand_beside_people_and_per_cent()
    {
        Suite
            .Where(r => r.Bound == ValueBound.LessThan)
            .Select(r => (r.Series.Area, r.ValueText, r.Value))
            .ShouldBe([("DZA", "<2.5", 2.5), ("BRB", "<0.1", 0.1), ("CHINA-FAO", "<2.5", 2.5)]);
    }

    [Fact]
    public void Hectograms_and_kilograms_per_hectare_are_kept_apart()
    {
        New.First(r => r.Series.Element == "yield").Series.Unit.ShouldBe("kg-per-ha");
        var old = File.ReadAllText(RecordedFile.PathOf("faostat/qcl_wheat_2025_export.csv"))
            .Replace("\"5412\"", "\"5419\"", StringComparison.Ordinal)
            .Replace("\"kg/ha\"", "\"hg/ha\"", StringComparison.Ordinal);
        RecordedFile
            .ReadAll(RecordedFile.Make("export.csv", old))
            .First(r => r.Series.Element == "yield")
            .Series.Unit.ShouldBe("hg-per-ha");
    }

    [Fact]
    public void The_printed_unit_decides_between_tonnes_and_thousand_tonnes()
    {
        Balance.ShouldAllBe(r => r.Series.Unit == "1000-t");
        Old.Where(r => r.Series.Area == "PRK").ShouldAllBe(r => r.Series.Unit == "t");
    }

    [Fact]
    public void Old_balances_count_rice_milled_and_are_a_dataset_of_their_own()
    {
        var rice = Balance.First(r => r.Series.Item == "rice-fbs");
        (rice.Series.Dataset, rice.Series.Basis, rice.Series.Area, rice.Value).ShouldBe(("fao-fbsh", "milled", "PRK", 1765));
        Balance.Single(r => r.Flag == "SD").Value.ShouldBe(-3);
    }
}
