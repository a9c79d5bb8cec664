using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Database;

public abstract partial class StoreTests
{
    [Fact]
    public void As_known_goes_by_the_day_of_the_release()
    {
        var store = Open();
        Write(store, Draft("2020-06-01"), Row("2019", "3"));
        Write(store, Draft("2022-06-01"), Row("2019", "4"), Row("2021", "5"));
        Points(store, new DateOnly(2020, 5, 31)).ShouldBeEmpty();
        Known(store, new DateOnly(2020, 6, 1)).ShouldBe(["2019=3"]);
        Known(store, new DateOnly(2022, 5, 31)).ShouldBe(["2019=3"]);
        Known(store, new DateOnly(2022, 6, 1)).ShouldBe(["2019=4", "2021=5"]);
    }

    [Fact]
    public void As_known_goes_by_the_rows_own_day_where_it_has_one()
    {
        var store = Open();
        Write(
            store,
            Draft("2025-11-14"),
            Row("2019", "3", publishedOn: "2021-02-10"),
            Row("2020", "4", publishedOn: "2022-02-10"),
            Row("2021", "5")
        );
        Known(store, new DateOnly(2021, 12, 31)).ShouldBe(["2019=3"]);
        Known(store, new DateOnly(2023, 1, 1)).ShouldBe(["2019=3", "2020=4"]);
        Known(store, new DateOnly(2025, 11, 14)).ShouldBe(["2019=3", "2020=4", "2021=5"]);
    }

    [Fact]
    public void A_month_is_known_from_its_last_day()
    {
        var store = Open();
        Write(store, Draft("2025-11-14"), Row("2023", "3", publishedOn: "2023-12"));
        Points(store, new DateOnly(2023, 12, 28)).ShouldBeEmpty();
        Known(store, new DateOnly(2023, 12, 31)).ShouldBe(["2023=3"]);
    }

    [Fact]
    public void What_has_vanished_is_still_known_before_it_did()
    {
        var store = Open();
        Write(store, Draft("2020-06-01", ReleaseCoverage.Whole), Row("2018", "2"), Row("2019", "3"));
        Write(store, Draft("2022-06-01", ReleaseCoverage.Whole), Row("2019", "3"));
        Known(store, new DateOnly(2021, 1, 1)).ShouldBe(["2018=2", "2019=3"]);
        Known(store, new DateOnly(2022, 6, 1)).ShouldBe(["2019=3"]);
        Known(store, null).ShouldBe(["2019=3"]);
    }

    [Fact]
    public void An_older_release_loaded_later_is_known_from_its_own_day()
    {
        var store = Open();
        Write(store, Draft("2022-06-01"), Row("2019", "4"));
        Write(store, Draft("2020-06-01"), Row("2019", "3"));
        Known(store, new DateOnly(2021, 1, 1)).ShouldBe(["2019=3"]);
        Known(store, new DateOnly(2022, 6, 1)).ShouldBe(["2019=4"]);
    }

    [Theory]
    [InlineData("2019=3 2019=4 2019=3", "2020 2021 2022")]
    [InlineData("2019=3 2019=4 2019=3", "2022 2021 2020")]
    [InlineData("2019=3 2019=4 2019=3", "2022 2020 2021")]
    [InlineData("2019=3 2019=4 2019=3", "2021 2020 2022")]
    public void What_was_known_on_a_day_does_not_depend_on_the_order_of_loading(string said, string order)
    {
        var store = Open();
        var figures = said.Split(' ');
        foreach (var year in order.Split(' '))
        {
            Write(store, Draft(year + "-06-01"), Row("2019", figures[year[3] - '0'][5..]));
        }

        Points(store, new DateOnly(2020, 5, 31)).ShouldBeEmpty();
        Known(store, new DateOnly(2020, 12, 31)).ShouldBe([figures[0]]);
        Known(store, new DateOnly(2021, 12, 31)).ShouldBe([figures[1]]);
        Known(store, new DateOnly(2022, 12, 31)).ShouldBe([figures[2]]);
        Known(store, null).ShouldBe([figures[2]]);
    }

    [Fact]
    public void What_has_no_day_of_its_own_is_claimed_to_have_been_known_only_since_it_was_held()
    {
        var store = Open();
        Write(store, Draft() with { RetrievedOn = "2021-03-05" }, Row("2018", "3"));
        Write(store, Draft(), Row("2019", "4"));
        Points(store, new DateOnly(2021, 3, 4)).ShouldBeEmpty();
        Known(store, new DateOnly(2021, 3, 5)).ShouldBe(["2018=3"]);
        Known(store, new DateOnly(2099, 1, 1)).ShouldBe(["2018=3", "2019=4"]);
        Known(store, null).ShouldBe(["2018=3", "2019=4"]);
    }

    [Fact]
    public void Readers_see_the_old_data_until_the_load_is_done()
    {
        var store = Open();
        Write(store, Draft("2020-01-01"), Row("2019", "3"));
        using var reader = store.OpenReader();
        using (var writer = ReleaseWriter.Begin(store, Draft("2021-01-01")))
        {
            writer.Add(Row("2019", "4"));
            writer.Add(Row("2020", "5"));
            Points(reader).Select(p => (p.Key, p.Value.Value)).ShouldBe([("2019", 3m)]);
            Known(store, null).ShouldBe(["2019=3"]);
            writer.Commit(0);
        }

        Points(reader).Select(p => (p.Key, p.Value.Value)).ShouldBe([("2019", 4m), ("2020", 5m)]);
    }

    [Fact]
    public void A_second_loader_waits_for_the_first()
    {
        var store = Open();
        LoadReport? second = null;
        var draft = Draft("2021-01-01");
        var other = new Thread(() => second = Write(store, draft, Row("2019", "4")));
        using (var writer = ReleaseWriter.Begin(store, Draft("2020-01-01")))
        {
            other.Start();
            writer.Add(Row("2019", "3"));
            writer.Commit(0).ReleaseId.ShouldBe(1);
        }

        other.Join();
        (second!.ReleaseId, second.Changed).ShouldBe((2, 1));
    }

    [Fact]
    public void A_correction_applies_and_is_said_on_the_point()
    {
        var store = Open();
        Write(store, Draft(), Row("2019", "4190"), Row("2020", "5"));
        var points = Points(store, corrections: Declare("own,PRK,rice,production,,,,2019,4190,4.19,printed in tonnes,a reader"));
        points["2019"].Value.ShouldBe(4.19m);
        points["2019"].ValueText.ShouldBe("4190");
        points["2019"].Correction.ShouldBe("printed in tonnes (a reader); printed: 4190");
        points["2020"].Correction.ShouldBeEmpty();
        Points(store)["2019"].Value.ShouldBe(4190m, "what is stored stays as published");
    }

    [Fact]
    public void A_correction_without_a_value_sets_the_figure_aside()
    {
        var store = Open();
        Write(store, Draft(), Row("2019", "4190"));
        Points(store, corrections: Declare("own,PRK,rice,production,,,,2019,4190,,cannot be,a reader"))["2019"].Value.ShouldBeNull();
    }

    [Fact]
    public void A_correction_fails_loudly_once_the_provider_repairs_the_value()
    {
        var store = Open();
        Write(store, Draft(), Row("2019", "4.19"));
        var corrections = Declare("own,PRK,rice,production,,,,2019,4190,4.19,printed in tonnes,a reader");
        Should.Throw<DataFormatException>(() => Points(store, corrections: corrections)).Message.ShouldContain("review the correction");
    }

    [Fact]
    public void A_correction_is_of_one_basis_one_set_of_dimensions_and_one_edition()
    {
        var store = Open();
        var row = Row("2019", "4190");
        Write(
            store,
            Draft(),
            row,
            row with
            {
                Series = row.Series with { Basis = "milled" },
            },
            row with
            {
                Series = row.Series with { Dimensions = "market=Hamhung" },
            },
            row with
            {
                Edition = "2020-05",
            }
        );
        foreach (
            var (which, basis, dimensions, edition) in new[]
            {
                (",,", "", "", ""),
                ("milled,,", "milled", "", ""),
                (",market=Hamhung,", "", "market=Hamhung", ""),
                (",,2020-05", "", "", "2020-05"),
            }
        )
        {
            using var connection = store.OpenReader();
            var corrected = SeriesQuery
                .Find(
                    connection,
                    new SeriesQuestion { Area = "PRK" },
                    Declare($"own,PRK,rice,production,{which},2019,4190,4.19,printed in tonnes,a reader")
                )
                .SelectMany(s => s.Points.Select(p => (s.Key, Point: p)))
                .Where(f => f.Point.Correction.Length > 0)
                .ShouldHaveSingleItem();
            (corrected.Key.Basis, corrected.Key.Dimensions, corrected.Point.Edition, corrected.Point.Value).ShouldBe(
                (basis, dimensions, edition, 4.19m)
            );
        }
    }

    [Fact]
    public void Another_value_of_a_day_in_the_past_is_no_repair()
    {
        var store = Open();
        Write(store, Draft("2019-06-01"), Row("2018", "4.2"));
        Write(store, Draft("2020-06-01"), Row("2018", "4190"));
        var corrections = Declare("own,PRK,rice,production,,,,2018,4190,4.19,printed in tonnes,a reader");
        Points(store, new DateOnly(2019, 12, 31), corrections)["2018"].Value.ShouldBe(4.2m);
        Points(store, new DateOnly(2020, 12, 31), corrections)["2018"].Value.ShouldBe(4.19m);
        Points(store, corrections: corrections)["2018"].Value.ShouldBe(4.19m);
        Write(store, Draft("2021-06-01"), Row("2018", "4.3"));
        Points(store, new DateOnly(2020, 12, 31), corrections)["2018"].Value.ShouldBe(4.19m);
        Should.Throw<DataFormatException>(() => Points(store, corrections: corrections)).Message.ShouldContain("review the correction");
    }

    [Theory]
    [InlineData("own,PRK,rice,production,,,,2019,4190,4.19,,a reader")]
    [InlineData("own,PRK,rice,production,,,,2019,4190,4.19,printed in tonnes,")]
    [InlineData("own,PRK,rice,production,,,,2019,4190,four,printed in tonnes,a reader")]
    [InlineData("own,PRK,rice,production,,,,2019,4190,4,why,who\nown,PRK,rice,production,,,,2019,4190,5,why,who")]
    public void A_correction_that_is_not_whole_is_refused(string rows) => Should.Throw<DataFormatException>(() => Declare(rows));

    private static string[] Known(Store store, DateOnly? day) =>
        [.. Points(store, day).Values.Select(p => p.Period.Label + "=" + p.ValueText)];

    private static Corrections Declare(string row)
    {
        var folder = Directory.CreateTempSubdirectory("foodsec-seeds-").FullName;
        try
        {
            File.WriteAllText(
                Path.Combine(folder, "corrections.csv"),
                "dataset,area,item,element,basis,dimensions,edition,period,published,corrected,reason,reporter\n" + row + "\n"
            );
            return Corrections.Load(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
