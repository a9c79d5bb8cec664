using FoodSecurity.Observations;
using FoodSecurity.Sources.Ipc;

namespace FoodSecurity.Tests.Sources.Ipc;

public sealed class IpcJsonTests
{
    [Fact]
    public void An_answer_of_the_api_holds_the_country_its_groups_and_areas()
    {
        var (rows, context, reader) = RecordedFile.Read("ipc/population-country-ao.json");
        reader.ShouldBeOfType<IpcApiReader>();
        context.Problems.ShouldBeEmpty();
        context.Rows.ShouldBe(1);
        rows.Count(r => r.Series.Element == "country-population").ShouldBe(2);
        rows.Count(r => r.Series.Dimension("level1").Length == 0).ShouldBe(2 + 26);
        rows.Count(r => r.Series.Dimension("area").Length > 0).ShouldBe(13 + 12 + 1 + 1 + 13 + 1);
        rows.Single(r => r.Series.Dimension("area") == "Município dos Gambos (ex-chiange)" && r.Series.Element == "area-phase")
            .Value.ShouldBe(4);
    }

    [Fact]
    public void One_figure_is_read_in_every_field()
    {
        var row = RecordedFile
            .ReadAll("ipc/population-country-ao.json")
            .Single(r => r.Column == "[1].groups[1].areas[1].phase3_population_projected");
        row.ShouldBe(
            new Observation
            {
                Series = new SeriesKey
                {
                    Dataset = "ipc",
                    Area = "AGO",
                    Item = "people",
                    Element = "people-in-phase",
                    Unit = "persons",
                    Frequency = Frequency.Irregular,
                    Dimensions = "area=Cuvelai;level1=Cunene;phase=3;validity=first projection",
                },
                Period = Period.Window(new DateOnly(2021, 10, 1), new DateOnly(2022, 3, 31)),
                Edition = "2021-06",
                PublishedOn = "2021-06",
                Value = 33170,
                ValueText = "33170",
                Status = ObservationStatus.Forecast,
                Line = 1,
                Column = "[1].groups[1].areas[1].phase3_population_projected",
            }
        );
    }

    [Fact]
    public void The_api_and_the_tables_share_their_keys()
    {
        var table = RecordedFile
            .ReadAll("ipc/wide_2023.csv")
            .Where(r => r.Series.Area == "AGO")
            .Select(r => (r.Series, r.Period, r.Edition, r.Value))
            .ToHashSet();
        var answer = RecordedFile
            .ReadAll("ipc/population-country-ao.json")
            .Where(r => r.Series.Dimension("level1").Length == 0)
            .Select(r => (r.Series, r.Period, r.Edition, r.Value))
            .ToHashSet();
        answer.SetEquals(table).ShouldBeTrue();
    }

    [Fact]
    public void An_answer_cut_off_says_so()
    {
        var text = File.ReadAllText(RecordedFile.PathOf("ipc/population-country-ao.json"));
        var problem = Should.Throw<DataFormatException>(() => RecordedFile.Read(RecordedFile.Make("ao.json", text[..^400]))).Problems[0];
        problem.Expected.ShouldContain("cut off");
    }

    [Fact]
    public void Cadre_harmonise_is_read_with_the_line_of_each_record()
    {
        var (rows, context, reader) = RecordedFile.Read("ipc/cadre_harmonise.json");
        reader.ShouldBeOfType<CadreHarmoniseReader>();
        context.Problems.ShouldBeEmpty();
        context.Rows.ShouldBe(2);
        rows.Count.ShouldBe(16);
        rows.Single(r => r.Column == "[1].phase35")
            .ShouldBe(
                new Observation
                {
                    Series = new SeriesKey
                    {
                        Dataset = "cadre-harmonise",
                        Area = "NGA",
                        Item = "people",
                        Element = "people-in-phase",
                        Unit = "persons",
                        Frequency = Frequency.Irregular,
                        Dimensions = "area=Sokoto-IDPs;level1=Sokoto;phase=3+;total=yes;validity=first projection",
                    },
                    Period = Period.Window(new DateOnly(2024, 6, 1), new DateOnly(2024, 9, 30)),
                    Edition = "2024-01",
                    PublishedOn = "2024-01",
                    Value = 32103,
                    ValueText = "32103.0",
                    Status = ObservationStatus.Forecast,
                    Line = 3,
                    Column = "[1].phase35",
                    Note = "Exercise Jan-May 2024",
                }
            );
        rows.Select(r => r.Line).Distinct().ShouldBe([3, 63]);
    }
}
