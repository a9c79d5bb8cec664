using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Sources.Loading;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Database;

public abstract partial class StoreTests
{
    private static readonly Lazy<Vocabulary> Words = new(() => Vocabulary.Load(Clone.Seeds));

    [Fact]
    public void Migrations_apply_once()
    {
        var store = Open();
        using (var connection = store.OpenReader())
        {
            connection
                .One<long>("select count(*) from migration")
                .ShouldBe(Clone.Files("src/FoodSecurity/Database/Migrations", ".sql").Count);
        }

        Write(store, Draft(), Row("2020", "5"));
        var before = Dump(store);
        Dump(Open()).ShouldBe(before);
    }

    [Fact]
    public void A_reader_that_throws_half_way_leaves_every_table_as_it_was()
    {
        var store = Open();
        Write(store, Draft("2020-01-01"), Row("2019", "5"), Row("2020", "6"));
        var before = Dump(store);
        static IEnumerable<Observation> Failing()
        {
            yield return Row("2019", "7");
            yield return Row("2021", "8");
            yield return Row("2021", "8", key: Key("maize"));
            throw new InvalidDataException("half way");
        }

        Should.Throw<InvalidDataException>(() => Write(store, Draft("2021-01-01"), Failing()));
        Dump(store).ShouldBe(before);
    }

    [Fact]
    public void The_first_load_that_fails_leaves_an_empty_store()
    {
        var store = Open();
        var before = Dump(store);
        using (var writer = ReleaseWriter.Begin(store, Draft()))
        {
            writer.Add(Row("2020", "5"));
        }

        Dump(store).ShouldBe(before);
    }

    [Fact]
    public void A_bad_cell_is_named_with_file_line_column_value_and_what_was_expected_and_nothing_is_written()
    {
        var store = Open();
        var before = Dump(store);
        WithFile("area,item,element,unit,period,value\nPRK,rice,production,1000-t,2020,5\nPRK,rice,production,1000-t,2021,five\n", file =>
        {
            var wrong = Should.Throw<DataFormatException>(() => FileLoader.Load(store, Words.Value, file, new LoadOptions()));
            var problem = wrong.Problems.ShouldHaveSingleItem();
            (problem.Line, problem.Column, problem.Value).ShouldBe((3, "value", "five"));
            problem.Expected.ShouldNotBeEmpty();
        });
        Dump(store).ShouldBe(before);
    }

    [Fact]
    public void Only_the_first_fifty_problems_are_kept_and_all_are_counted() =>
        WithFile(
            "area,item,element,unit,period,value\n"
                + string.Concat(Enumerable.Range(1950, 70).Select(y => $"PRK,rice,production,1000-t,{y},x\n")),
            file =>
            {
                var wrong = Should.Throw<DataFormatException>(() => FileLoader.Load(Open(), Words.Value, file, new LoadOptions()));
                (wrong.Problems.Count, wrong.Total).ShouldBe((50, 70));
                wrong.Message.ShouldContain("and 20 more problems");
            }
        );

    [Fact]
    public void Unknown_codes_come_as_one_list_with_the_nearest_known_ones() =>
        WithFile(
            "area,item,element,unit,period,value\nPRKK,rice,production,1000-t,2020,5\nPRK,maise,production,1000-t,2020,5\nPRK,maise,production,1000-t,2021,5\n",
            file =>
            {
                var store = Open();
                var wrong = Should.Throw<UnknownCodesException>(() => FileLoader.Load(store, Words.Value, file, new LoadOptions()));
                wrong.Codes.Select(c => (c.Kind, c.Code, c.Line, c.Rows)).ShouldBe([("area", "PRKK", 2, 1), ("item", "maise", 3, 2)]);
                wrong.Codes[0].Nearest.ShouldContain("PRK");
                wrong.Codes[1].Nearest.ShouldContain(n => n.Equals("maize", StringComparison.OrdinalIgnoreCase));
                Points(store).ShouldBeEmpty();
            }
        );

    [Fact]
    public void A_dry_run_writes_nothing() => WithFile("area,item,element,unit,period,value\nPRK,rice,production,1000-t,2020,5\n", file =>
        {
            var store = Open();
            var before = Dump(store);
            FileLoader.Load(store, Words.Value, file, new LoadOptions { DryRun = true }).RowsRead.ShouldBe(1);
            Dump(store).ShouldBe(before);
        });

    [Fact]
    public void The_same_file_again_changes_nothing() =>
        WithFile("area,item,element,unit,period,value\nPRK,rice,production,1000-t,2020,5\n", file =>
        {
            var store = Open();
            FileLoader.Load(store, Words.Value, file, new LoadOptions()).New.ShouldBe(1);
            var before = Dump(store);
            FileLoader.Load(store, Words.Value, file, new LoadOptions()).AlreadyLoaded.ShouldBeTrue();
            Dump(store).ShouldBe(before);
        });

    [Fact]
    public void Identical_repeats_are_dropped_and_counted()
    {
        var store = Open();
        var report = Write(store, Draft(), Row("2020", "5", 2), Row("2020", "5", 3), Row("2020", "5", 4), Row("2021", "6", 5));
        (report.RowsRead, report.New, report.Repeated).ShouldBe((4, 2, 2));
        report.Warnings.ShouldBeEmpty();
        Points(store)["2020"].IsRepeated.ShouldBeFalse();
    }

    [Fact]
    public void Of_conflicting_repeats_the_later_line_is_kept_marked_and_both_are_told()
    {
        var store = Open();
        var report = Write(store, Draft(), Row("2020", "5", 2), Row("2020", "7", 9));
        (report.New, report.Repeated).ShouldBe((1, 0));
        var warning = report.Warnings.ShouldHaveSingleItem();
        warning.ShouldContain("PRK, rice, production, ");
        warning.ShouldContain("line 2 has 5");
        warning.ShouldContain("line 9 has 7");
        var point = Points(store)["2020"];
        (point.Value, point.Origin!.Line, point.IsRepeated).ShouldBe((7m, 9, true));
        using var connection = store.OpenReader();
        FoodSecurity.Series.ReleaseQuery.Warnings(connection, report.ReleaseId).ShouldBe([warning]);
    }

    [Fact]
    public void In_our_own_files_a_repeated_key_is_an_error() =>
        WithFile("area,item,element,unit,period,value\nPRK,rice,production,1000-t,2020,5\nPRK,rice,production,1000-t,2020,5\n", file =>
        {
            var store = Open();
            var wrong = Should.Throw<DataFormatException>(() => FileLoader.Load(store, Words.Value, file, new LoadOptions()));
            wrong.Problems[0].Line.ShouldBe(3);
            wrong.Message.ShouldContain("line 2");
            Points(store).ShouldBeEmpty();
        });

    [Fact]
    public void The_data_version_rises_with_each_change_and_only_then()
    {
        var store = Open();
        long Version()
        {
            using var connection = store.OpenReader();
            return DataVersion.Read(connection);
        }

        var start = Version();
        Write(store, Draft(), Row("2020", "5"));
        Version().ShouldBe(start + 1);
        using (var writer = ReleaseWriter.Begin(store, Draft()))
        {
            writer.Add(Row("2020", "6"));
        }

        Version().ShouldBe(start + 1);
        Write(store, Draft(), Row("2020", "6"));
        Version().ShouldBe(start + 2);
    }

    private static void WithFile(string text, Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory("foodsec-file-").FullName;
        try
        {
            var file = Path.Combine(folder, "rows.csv");
            File.WriteAllText(file, text);
            test(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
