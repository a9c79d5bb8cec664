using FoodSecurity.Answers;
using FoodSecurity.Answers.FactCheck;
using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Database;
using FoodSecurity.Sources.Loading;
using FoodSecurity.Tests.Answers;
using FoodSecurity.Tests.House;
using Microsoft.Data.Sqlite;

namespace FoodSecurity.Tests.Claims;

/// <summary>Claims about a country's prices against prices on its markets: a national average or the median of several speaks, single markets do not.</summary>
public sealed class MarketPriceTests(ShippedArchive shipped) : IDisposable
{
    private const string Header =
        "date,admin1,admin2,market,market_id,latitude,longitude,category,commodity,commodity_id,unit,priceflag,pricetype,currency,price,usdprice\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-prices-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Of_the_recorded_markets_of_Kenya_four_give_the_price_of_maize_as_their_median()
    {
        var check = Check(Recorded("wfp_food_prices_ken.csv"), Price("KEN", "maize", ClaimRelation.Level, Month("2006-01")));
        var whole = check.Findings.Single(f => f.Role == EvidenceRole.Subject);
        (whole.Source, whole.Counts, whole.Text, whole.Outcome).ShouldBe(
            ("WFP prices", "maize, wholesale, median of 4 markets", "a median of 15.2 KES per kg in January 2006", FindingOutcome.Shown)
        );
        var markets = check
            .Findings.Where(f => f.Role == EvidenceRole.Part && f.Counts == "maize, wholesale, " + f.Name)
            .ToDictionary(f => f.Name, f => f.Figures[0].Value);
        markets.ShouldBe(
            new Dictionary<string, decimal>
            {
                ["Eldoret town (Uasin Gishu)"] = 12.96m,
                ["Kisumu"] = 14.84m,
                ["Mombasa"] = 16.13m,
                ["Nairobi"] = 15.48m,
            },
            ignoreOrder: true
        );
        check
            .Findings.Where(f => f.Role == EvidenceRole.Part)
            .SelectMany(f => f.Sentence)
            .Where(p => p.Trace is not null)
            .ShouldNotBeEmpty();
    }

    [Fact]
    public void A_single_market_is_silent_on_the_country_and_shown()
    {
        var check = Check(Recorded("wfp_food_prices_nic.csv"), Price("NIC", "maize", ClaimRelation.Rise, Month("2000-03")));
        check.ShouldBe(VerdictKind.NoData, VerdictLabel.None);
        var whole = check.Findings.Single(f => f.Role == EvidenceRole.Subject);
        (whole.Outcome, whole.Gate).ShouldBe((FindingOutcome.Silent, Gate.Coverage));
        whole.Reason.ShouldBe(
            "figures that can be compared are held of 1 market, fewer than the 3 that speak for a country; figures of the time at all: Managua"
        );
        var managua = check.Findings.Single(f => f.Name == "Managua");
        (managua.Role, managua.Outcome, managua.Text).ShouldBe(
            (
                EvidenceRole.Part,
                FindingOutcome.Supports,
                "160 NIO per 46 kg in March 2000, after 125 NIO per 46 kg in February 2000: +28.1 %"
            )
        );
    }

    [Fact]
    public void A_printed_national_average_speaks_by_itself()
    {
        var check = Check(Recorded("wfp_food_prices_nic.csv"), Price("NIC", "tortilla-maize", ClaimRelation.Rise, Month("2010-02")));
        check.ShouldBe(VerdictKind.Supported, VerdictLabel.None, VerdictBadge.SingleSource);
        check.Findings.ShouldHaveSingleItem().Counts.ShouldEndWith(", retail, national average");
    }

    [Fact]
    public void Food_as_a_whole_has_no_price_on_markets() =>
        Check(Recorded("wfp_food_prices_ken.csv"), Price("KEN", null, ClaimRelation.Rise, Month("2006-01")))
            .Findings.ShouldHaveSingleItem()
            .Reason.ShouldMatch(@"^prices of \d+ single foods are held, none of food as a whole$");

    [Fact]
    public void The_same_markets_stand_on_both_sides_and_the_middle_one_decides()
    {
        // The dear market comes in with the second month alone: a mean of what is there would rise, the same three markets fall.
        var check = Check(Own("A,10,9", "B,12,10", "C,20,16", "D,,90"), Price("KEN", "maize", ClaimRelation.Rise, Month("2024-02")));
        var whole = check.Findings.Single(f => f.Role == EvidenceRole.Subject);
        whole.Counts.ShouldBe("maize, retail, median of 3 markets");
        whole.Figures.Select(f => f.Value).ShouldBe([12m, 10m]);
        check.ShouldBe(VerdictKind.Contradicted, VerdictLabel.None, VerdictBadge.SingleSource);
        check.Findings.Count(f => f.Role == EvidenceRole.Part).ShouldBe(3);
    }

    [Fact]
    public void A_claim_about_one_place_is_held_against_its_market()
    {
        var claim = Price("KEN", "maize", ClaimRelation.Rise, Month("2024-02")) with
        {
            Facets = new Dictionary<string, string> { ["coverage"] = "in B" },
        };
        Check(Own("A,10,9", "B,12,15", "C,20,16"), claim)
            .Findings.Single(f => f.Role == EvidenceRole.Subject)
            .ShouldSatisfyAllConditions(
                f => f.Outcome.ShouldBe(FindingOutcome.Supports),
                f => f.Counts.ShouldBe("maize, retail, 1 market")
            );
        Check(Own("A,10,9"), claim).Findings.ShouldHaveSingleItem().Reason.ShouldBe("no market of in B is in the release loaded");
    }

    [Fact]
    public void An_average_of_five_years_is_of_the_same_months()
    {
        var months = Enumerable
            .Range(2019, 6)
            .SelectMany(y =>
                new[] { "A", "B", "C" }.Select(m =>
                    $"{y}-02-15,Region {m},R,{m},1,0,0,cereals and tubers,Maize,51,KG,actual,Retail,KES,{(y == 2024 ? 15 : 10)},1"
                )
            );
        var check = Check(
            File("own", string.Join('\n', months)),
            Price("KEN", "maize", ClaimRelation.Above, Month("2024-02")) with
            {
                Against = "five-year-average",
                Quantity = new ClaimQuantity("50 per cent", 50, null, "percent", null, 1),
            }
        );
        check.Verdict.ShouldBe(VerdictKind.Supported);
        check.Findings.Single(f => f.Role == EvidenceRole.Subject).Figures.Count.ShouldBe(6);
    }

    [Fact]
    public void A_year_of_the_publishers_own_file_gives_what_is_counted_by_hand()
    {
        // By hand from wfp_food_prices_hti.csv: the months each market has in both years, where they fill half of both; means by market, middle one.
        var archive = Load(Sources.RecordedFile.Sample("wfp/hti_2026-01/wfp_food_prices_hti.csv"));
        var rose = Check(archive, Price("HTI", "rice", ClaimRelation.Rise, new ClaimPeriod("in 2023", "year", "2023", "2023")))
            .Findings.Single(f => f.Role == EvidenceRole.Subject);
        rose.Counts.ShouldBe("rice (local), retail, median of 6 markets");
        rose.Figures.Select(f => Math.Round(f.Value, 2)).ShouldBe([588.75m, 797.95m]);
    }

    [Fact]
    public void Markets_of_one_camp_do_not_speak_for_the_country()
    {
        var camp = Own("Kakuma 1,10,9", "Kakuma 2,12,10", "Kakuma 3,20,16");
        using (var connection = camp.Store.OpenWriter())
        {
            connection.Run(
                "update series set dimensions = replace(replace(replace(dimensions, 'admin1=Region Kakuma 1', 'admin1=Rift Valley'), 'admin1=Region Kakuma 2', 'admin1=Rift Valley'), 'admin1=Region Kakuma 3', 'admin1=Rift Valley')"
            );
        }

        Check(camp, Price("KEN", "maize", ClaimRelation.Rise, Month("2024-02")))
            .Findings.Single(f => f.Role == EvidenceRole.Subject)
            .Reason.ShouldBe("the 3 markets with figures for it lie in one region (Rift Valley), which does not speak for the country");
    }

    [Fact]
    public void A_year_is_compared_by_the_months_held_in_both()
    {
        // Dear months in the first year alone would make a fall of a rise.
        var rows = new[] { "A", "B", "C" }.SelectMany(m =>
            Enumerable
                .Range(1, 12)
                .Select(i => (Month: $"2023-{i:00}", Price: i > 7 ? 40 : 10))
                .Concat(Enumerable.Range(1, 7).Select(i => (Month: $"2024-{i:00}", Price: 12)))
                .Select(r => $"{r.Month}-15,Region {m},R,{m},1,0,0,cereals and tubers,Maize,51,KG,actual,Retail,KES,{r.Price},1")
        );
        var check = Check(
            File("own", string.Join('\n', rows)),
            Price("KEN", "maize", ClaimRelation.Rise, new ClaimPeriod("in 2024", "year", "2024", "2024"))
        );
        check.Verdict.ShouldBe(VerdictKind.Supported);
        check.Findings.Single(f => f.Role == EvidenceRole.Subject).Figures.Select(f => f.Value).ShouldBe([10m, 12m]);
    }

    [Fact]
    public void Where_no_prices_are_loaded_nothing_is_said()
    {
        var check = Check(shipped.Archive, Price("PRK", "rice", ClaimRelation.Rise, Month("2023-10")));
        (check.Verdict, check.Groups.Spoken).ShouldBe((VerdictKind.NoData, 0));
    }

    private static Claim Price(string area, string? item, ClaimRelation relation, ClaimPeriod period) =>
        new()
        {
            Area = area,
            Indicator = "price",
            Item = item,
            Relation = relation,
            Period = period,
        };

    private static ClaimPeriod Month(string month) => new("in " + month, "month", month, month);

    private static CheckedClaim Check(Archive archive, Claim claim)
    {
        using var connection = archive.Read();
        var excerpt = new Excerpt
        {
            Number = 1,
            Exact = "x",
            Kind = "claim",
            Claim = claim,
            Target = ExcerptTarget.Of(claim),
        };
        return new ExcerptCheck(archive, AreaFigures.Read(archive, connection, claim.Area, [excerpt], null)).Of(claim);
    }

    private Archive Recorded(string name) => Load(Path.Combine(Clone.Root, "tests", "FoodSecurity.Tests", "Recorded", "wfp", name));

    /// <summary>Retail maize per kg on markets in January and February 2024: "A,10,9".</summary>
    private Archive Own(params string[] markets) =>
        File(
            "own",
            string.Join(
                '\n',
                markets
                    .Select(m => m.Split(','))
                    .SelectMany(m =>
                        new[] { ("2024-01-15", m[1]), ("2024-02-15", m[2]) }
                            .Where(p => p.Item2.Length > 0)
                            .Select(p =>
                                $"{p.Item1},Region {m[0]},R,{m[0]},1,0,0,cereals and tubers,Maize,51,KG,actual,Retail,KES,{p.Item2},1"
                            )
                    )
            )
        );

    private Archive File(string folder, string rows)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, folder)).FullName, "wfp_food_prices_ken.csv");
        System.IO.File.WriteAllText(path, Header + rows + "\n");
        return Load(path);
    }

    private Archive Load(string path)
    {
        var archive = Archive.Open(Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".db"), Clone.Seeds);
        FileLoader.Load(archive.Store, archive.Words, path, new LoadOptions());
        return archive;
    }
}
