using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Owid;

namespace FoodSecurity.Tests.Sources.Owid;

public sealed class OwidReaderTests
{
    private static readonly IReadOnlyList<Observation> Undernourished = RecordedFile.ReadAll("owid/prevalence-of-undernourishment.csv");

    [Fact]
    public void Every_row_is_one_observation()
    {
        var (rows, context, reader) = RecordedFile.Read("owid/prevalence-of-undernourishment.csv");
        reader.ShouldBeOfType<OwidReader>();
        (context.Rows, rows.Count).ShouldBe((29, 29));
    }

    [Fact]
    public void One_row_is_read_in_every_field()
    {
        var row = Undernourished.Single(r => r.Series.Area == "PRK" && r.Period == Period.Mean(2017, 2019));
        row.ShouldBe(
            new Observation
            {
                Series = new SeriesKey
                {
                    Dataset = "owid",
                    Area = "PRK",
                    Item = "people",
                    Element = "undernourishment",
                    Unit = "percent",
                },
                Period = Period.Mean(2017, 2019),
                Value = 45.3,
                ValueText = "45.3",
                Line = row.Line,
                Column = "2.1.1 Prevalence of undernourishment | 000000000024000 || Value | 006121 || percent",
            }
        );
        row.Series.Native.ShouldBe("North Korea PRK");
    }

    [Fact]
    public void A_country_is_a_mean_of_three_years_and_a_group_a_year()
    {
        Undernourished.Where(r => r.Series.Area == "PRK").ShouldAllBe(r => r.Period.Kind == PeriodKind.MultiYearMean);
        Undernourished.First(r => r.Series.Area == "WORLD").Period.ShouldBe(Period.CalendarYear(2000));
        Undernourished.First(r => r.Series.Area == "AFRICA").Period.ShouldBe(Period.CalendarYear(2000));
    }

    [Fact]
    public void The_metadata_beside_the_file_give_title_dates_and_licence()
    {
        var draft = new OwidReader().Describe(RecordedFile.Open("owid/prevalence-of-undernourishment.csv"));
        (draft.Title, draft.ReleasedOn, draft.RetrievedOn).ShouldBe(("Share of people who are undernourished", "2025-03-17", "2025-11-26"));
        draft.Licence!.ShouldContain("Food and Agriculture Organization of the United Nations (2025)");
        draft.PublisherAddress!.ShouldStartWith("https://ourworldindata.org/grapher/prevalence-of-undernourishment");
        new OwidReader().Describe(RecordedFile.Open("owid/cereal-production.csv")).Title.ShouldBeNull();
    }

    [Fact]
    public void A_short_heading_is_found_by_way_of_the_metadata()
    {
        var folder = RecordedFile.Folder();
        var text = File.ReadAllText(RecordedFile.PathOf("owid/prevalence-of-undernourishment.csv"))
            .Replace(
                "Entity,Code,Year,2.1.1 Prevalence of undernourishment | 000000000024000 || Value | 006121 || percent",
                "entity,code,year,_2_1_1_prevalence_of_undernourishment__000000000024000__value__006121__percent",
                StringComparison.Ordinal
            );
        File.WriteAllText(Path.Combine(folder, "u.csv"), text);
        File.Copy(RecordedFile.PathOf("owid/prevalence-of-undernourishment.metadata.json"), Path.Combine(folder, "u.metadata.json"));
        RecordedFile
            .ReadAll(Path.Combine(folder, "u.csv"))
            .Select(r => (r.Series, r.Period, r.Value))
            .ShouldBe(Undernourished.Select(r => (r.Series, r.Period, r.Value)));
    }

    [Fact]
    public void Owids_own_groups_are_not_faos_and_china_is_the_mainland()
    {
        var areas = RecordedFile
            .ReadAll("owid/cereal-production.csv")
            .GroupBy(r => r.Series.Native)
            .ToDictionary(g => g.Key, g => g.First().Series.Area);
        (areas["Africa"], areas["Africa (FAO)"]).ShouldBe(("AFRICA-OWID", "AFRICA"));
        (areas["China CHN"], areas["China (FAO)"], areas["USSR OWID_USS"], areas["World OWID_WRL"]).ShouldBe(
            ("CHN", "CHINA-FAO", "SUN", "WORLD")
        );
    }

    [Fact]
    public void Older_tables_have_many_columns_and_no_codes()
    {
        var rows = RecordedFile.ReadAll("owid/food-supply.csv");
        var first = rows.Where(r => r.Line == 2).ToList();
        first.Count.ShouldBe(15);
        (first[0].Series.Element, first[0].Value, first[0].Series.Unit).ShouldBe(("food-supply-energy", 2999, "kcal-per-person-day"));
        rows.ShouldNotContain(r => r.Line == 2 && r.Series.Item == "pig-meat-fbs");
        rows.Select(r => r.Series.Area).Distinct().ShouldBe(["AFG", "AFRICA", "CENTRAL-ASIA", "COG", "PRK", "WORLD"], ignoreOrder: true);
    }

    [Fact]
    public void An_edition_of_the_hunger_index_is_a_series_of_its_own()
    {
        var rows = RecordedFile.ReadAll("owid/global-hunger-index-2021.csv");
        rows.Count.ShouldBe(22);
        rows.ShouldAllBe(r => r.Series.Dimensions == "edition=2021");
    }

    [Fact]
    public void A_column_nobody_knows_is_listed()
    {
        var text = "Entity,Code,Year,Happiness\nKenya,KEN,2020,5\n";
        var code = RecordedFile.Read(RecordedFile.Make("happiness.csv", text)).Context.UnknownCodes().ShouldHaveSingleItem();
        (code.Kind, code.System, code.Code).ShouldBe(("indicator", "owid", "Happiness"));
    }

    [Fact]
    public void A_zip_brings_its_metadata()
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "prevalence-of-undernourishment.metadata.json", "prevalence-of-undernourishment.csv" })
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(File.ReadAllBytes(RecordedFile.PathOf("owid/" + name)));
            }
        }

        var path = RecordedFile.Make("chart.zip", bytes.ToArray());
        RecordedFile.ReadAll(path).Count.ShouldBe(29);
        new OwidReader().Describe(SourceFile.Open(path)).RetrievedOn.ShouldBe("2025-11-26");
    }

    [Fact]
    public void The_dataset_says_that_it_republishes_fao() => RecordedFile.Words.Datasets["owid"].DerivedFrom.ShouldContain("fao-qcl");
}
