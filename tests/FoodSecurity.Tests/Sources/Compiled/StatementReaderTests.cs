using FoodSecurity.Observations;
using FoodSecurity.Sources.Compiled;

namespace FoodSecurity.Tests.Sources.Compiled;

public sealed class StatementReaderTests
{
    private static readonly IReadOnlyList<Observation> Rda = RecordedFile.ReadAll("compiled/rda.csv");
    private static readonly IReadOnlyList<Observation> Balances = RecordedFile.ReadAll("compiled/fao_wfp.csv");

    [Fact]
    public void No_statement_is_lost_and_none_shares_a_key()
    {
        RecordedFile.Read("compiled/rda.csv").Reader.ShouldBeOfType<RdaReader>();
        RecordedFile.Read("compiled/fao_wfp.csv").Reader.ShouldBeOfType<FaoWfpReader>();
        Rda.Count.ShouldBe(37);
        Rda.Select(r => (r.Series, r.Period)).Distinct().Count().ShouldBe(37);
        Balances.Count.ShouldBe(28);
        Balances.Select(r => (r.Series, r.Period)).Distinct().Count().ShouldBe(28);
    }

    [Fact]
    public void One_statement_of_the_rda_is_read_in_every_field()
    {
        Rda.Single(r => r.Series is { Item: "rice", Dimensions: "" } && r.Period.Year == 2008)
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "rda",
                        Area = "PRK",
                        Item = "rice",
                        Element = "production",
                        Unit = "10000-t",
                        Basis = "milled-0.72",
                        Native = "rice",
                    },
                    Period = Period.CalendarYear(2008),
                    Value = 186,
                    ValueText = "186",
                    Status = ObservationStatus.Estimated,
                    Line = 8,
                    Column = "value",
                    PublishedOn = "2008-12-18",
                    RowSource = "RDA",
                    RowSourceAddress = "https://www.voakorea.com/a/a-35-2008-12-18-voa6-91355559/1319978.html",
                }
            );
    }

    [Fact]
    public void Each_crop_of_the_rda_has_its_basis()
    {
        string Basis(string item) => Rda.First(r => r.Series.Item == item).Series.Basis;
        Basis("food-crops").ShouldBe("grain-equivalent-rda");
        Basis("rice").ShouldBe("milled-0.72");
        Basis("potatoes-and-sweet-potatoes").ShouldBe("tuber-grain-equivalent-rda");
        Basis("maize").ShouldBe("");
    }

    [Fact]
    public void A_second_statement_names_its_estimator_and_its_source()
    {
        Rda.Where(r => r.Series.Dimensions.Length > 0)
            .Select(r => (r.Period.Year, r.Series.Item, r.Series.Dimension("estimator"), r.Value))
            .ShouldBe([
                (2015, "food-crops", "restated", 451),
                (2016, "food-crops", "VOA", 481),
                (2018, "rice", "Statistics Korea", 221),
                (2018, "food-crops", "Statistics Korea", 456),
                (2019, "potatoes-and-sweet-potatoes", "one outlet", 54),
            ]);
        var restated = Rda.First(r => r.Series.Dimensions == "estimator=restated");
        (restated.RowSource, restated.RowSourceAddress, restated.Series.Basis).ShouldBe(
            ("as restated in later releases", "", "grain-equivalent-rda")
        );
    }

    [Fact]
    public void Derived_figures_say_so()
    {
        Rda.Where(r => r.Period.Year == 2003)
            .Select(r => (r.Series.Item, r.IsDerived))
            .ShouldBe([("maize", true), ("rice", true), ("soybeans", true), ("food-crops", false), ("wheat-and-barley", true)]);
        var unverified = Balances.Single(r => r.Flag == "unverified");
        (unverified.Value, unverified.IsDerived, unverified.Series.Element).ShouldBe((1586, true, "import-requirement"));
    }

    [Fact]
    public void One_statement_of_the_balances_is_read_in_every_field()
    {
        Balances
            .Single(r => r.Value == 860)
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "fao-wfp",
                        Area = "PRK",
                        Item = "cereals",
                        Element = "uncovered-deficit",
                        Unit = "1000-t",
                        Basis = "cereal-equivalent-milled",
                        Native = "uncovered deficit",
                    },
                    Period = Period.MarketingYear(2020, 11),
                    Value = 860,
                    ValueText = "860",
                    Line = 29,
                    Column = "value",
                    PublishedOn = "2021-06-14",
                    RowSource = "FAO/WFP or FAO GIEWS",
                    RowSourceAddress =
                        "https://reliefweb.int/report/democratic-peoples-republic-korea/giews-update-democratic-peoples-republic-korea-food-supply",
                    Note = "printed \"about 860,000 t, 2.3 months of food use\"; printed requirement 1.1 Mt less 205 gives 895",
                }
            );
    }

    [Fact]
    public void The_marketing_year_runs_from_november_to_october() =>
        Balances.ShouldAllBe(r => r.Period.Kind == PeriodKind.MarketingYear && r.Period.Start.Month == 11 && r.Period.End.Month == 10);

    [Fact]
    public void The_balances_own_statement_keeps_the_series_and_the_other_becomes_one_of_its_own()
    {
        Balances
            .Where(r => r.Period.Year == 2004 && r.Series.Element == "production")
            .Select(r => (r.Value, r.Series.Dimensions))
            .ShouldBe([(4235, ""), (3600, "statement=FAO GIEWS 10/05")]);
        Balances
            .Where(r => r.Period.Year == 2020 && r.Series.Element == "import-requirement")
            .Select(r => (r.Value, r.Series.Dimensions))
            .ShouldBe([(1065, ""), (1100, "statement=FAO GIEWS Update 14 Jun 2021")]);

        // The same source stands alone for 2005/06 and keeps the series.
        Balances.Single(r => r.Period.Year == 2005 && r.Series.Element == "production").Series.Dimensions.ShouldBe("");
    }

    [Fact]
    public void What_is_planned_or_pledged_is_no_basis()
    {
        Balances
            .Where(r => r.Period.Year == 2008 && r.Series.Element == "food-aid")
            .Select(r => (r.Series.Basis, r.Series.Dimensions))
            .ShouldBe([("", "coverage=received and pledged"), ("", "coverage=pledged")]);
        Balances.First(r => r.Series.Element == "commercial-imports").Series.Dimension("coverage").ShouldBe("planned");
    }

    [Fact]
    public void Rice_milled_and_unmilled_are_two_series()
    {
        Balances
            .Where(r => r.Period.Year == 2008 && r.Series.Element == "production")
            .Select(r => (r.Value, r.Series.Basis))
            .ShouldBe([(3342, "cereal-equivalent-milled"), (4210, "cereal-equivalent-paddy")]);
    }

    [Fact]
    public void A_source_without_address_is_named()
    {
        Balances
            .First(r => r.Period.Year == 2018)
            .RowSource.ShouldBe("FAO/WFP or FAO GIEWS (KBS 2019-04-30; USDA GAIN summary (ReliefWeb 3495013); WFP 2019-05-03)");
    }
}
