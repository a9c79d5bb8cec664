using CsCheck;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Database;

public abstract partial class StoreTests
{
    [Fact]
    public void Missing_is_never_zero()
    {
        var store = Open();
        Write(store, Draft(), Row("2020", ""), Row("2021", "0"), Row("2022", "0.00"));
        var points = Points(store);
        (points["2020"].Value, points["2020"].ValueText, points["2020"].Status).ShouldBe((null, "", ObservationStatus.Missing));
        (points["2021"].Value, points["2021"].ValueText).ShouldBe((0m, "0"));
        (points["2022"].Value, points["2022"].ValueText).ShouldBe((0m, "0.00"));
    }

    [Fact]
    public void A_value_that_goes_missing_is_a_change_and_not_a_zero()
    {
        var store = Open();
        Write(store, Draft("2020-01-01"), Row("2020", "5"));
        Write(store, Draft("2021-01-01"), Row("2020", "")).Changed.ShouldBe(1);
        Points(store)["2020"].Value.ShouldBeNull();
    }

    [Fact]
    public void Less_than_keeps_its_bound_and_its_print()
    {
        var store = Open();
        Write(store, Draft(), Row("2020", "<2.5"));
        var point = Points(store)["2020"];
        (point.Value, point.Bound, point.ValueText).ShouldBe((2.5m, ValueBound.LessThan, "<2.5"));
        Write(store, Draft(), Row("2020", "2.5")).Changed.ShouldBe(1, "2.5 is another statement than <2.5");
    }

    [Fact]
    public void Every_field_of_a_row_comes_back()
    {
        var store = Open();
        var row = Row("2023/24", "1451.0000", 77, "2025-03", Key("rice", "", "market=Pyongyang;price=retail")) with
        {
            Lower = 1400,
            Upper = 1500.5,
            Status = ObservationStatus.Estimated,
            Flag = "E",
            IsBreak = true,
            IsDerived = true,
            Member = "psd.csv",
            Column = "Value",
            RowSource = "who",
            RowSourceAddress = "https://example.org/a?b=c",
            Note = "said, “so”",
            Edition = "2025-11",
        };
        var report = Write(store, Draft(), row);
        var point = Points(store)["2023/24"];
        point.ShouldBe(
            new SeriesPoint
            {
                Period = row.Period,
                Value = 1451.0000m,
                ValueText = "1451.0000",
                Lower = 1400,
                Upper = 1500.5m,
                Status = ObservationStatus.Estimated,
                Flag = "E",
                IsBreak = true,
                IsDerived = true,
                PublishedOn = "2025-03",
                RowSource = "who",
                RowSourceAddress = "https://example.org/a?b=c",
                Note = "said, “so”",
                Edition = "2025-11",
                Origin = new Origin(report.ReleaseId, "psd.csv", 77, "Value"),
                Parts = point.Parts,
            }
        );
        using var connection = store.OpenReader();
        var key = SeriesQuery.Find(connection, new SeriesQuestion { Area = "PRK" })[0].Key;
        (key, key.Dimension("market")).ShouldBe((row.Series, "Pyongyang"));
    }

    [Fact]
    public void Figures_come_back_digit_for_digit()
    {
        var figures = Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 6], (digits, scale) =>
            new decimal((int)(Math.Abs(digits) & 0xffffffff), (int)(Math.Abs(digits) >> 32), 0, digits < 0, (byte)scale).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
        figures
            .Array[40]
            .Sample(
                printed =>
                {
                    var store = Open();
                    var draft = Draft();
                    Write(
                        store,
                        draft with
                        {
                            LoadedSha256 = draft.LoadedSha256 + Guid.NewGuid(),
                        },
                        printed.Select((p, i) => Row((1900 + i).ToString(System.Globalization.CultureInfo.InvariantCulture), p))
                    );
                    var points = Points(store);
                    for (var i = 0; i < printed.Length; i++)
                    {
                        var point = points[(1900 + i).ToString(System.Globalization.CultureInfo.InvariantCulture)];
                        point.ValueText.ShouldBe(printed[i]);
                        point.Value.ShouldBe(decimal.Parse(printed[i], System.Globalization.CultureInfo.InvariantCulture));
                    }
                },
                iter: 12,
                threads: 1
            );
    }

    [Fact]
    public void Series_differ_by_basis_and_dimensions_and_not_by_the_providers_codes()
    {
        var store = Open();
        Write(
            store,
            Draft(),
            Row("2020", "5", key: Key(basis: "milled")),
            Row("2020", "8", key: Key(basis: "paddy")),
            Row("2020", "6", key: Key(dimensions: "market=Rason"))
        );
        Write(store, Draft(), Row("2020", "5.5", key: Key(basis: "milled") with { Native = "another code" })).Changed.ShouldBe(1);
        using var connection = store.OpenReader();
        SeriesQuery
            .Find(connection, new SeriesQuestion { Area = "PRK" })
            .Select(s => s.Points.Single().Value)
            .Order()
            .ShouldBe([5.5m, 6m, 8m]);
        SeriesQuery
            .Find(connection, new SeriesQuestion { Area = "PRK", Basis = "paddy" })
            .ShouldHaveSingleItem()
            .Points[0]
            .Value.ShouldBe(8m);
        SeriesQuery.Find(connection, new SeriesQuestion { Area = "PRK", Basis = "" }).ShouldHaveSingleItem().Points[0].Value.ShouldBe(6m);
        SeriesQuery.Find(connection, new SeriesQuestion { Area = "PRK", Items = ["maize"] }).ShouldBeEmpty();
        SeriesQuery.Find(connection, new SeriesQuestion { Area = "KOR" }).ShouldBeEmpty();
    }

    [Fact]
    public void One_period_of_every_area_is_a_question()
    {
        var store = Open();
        var areas = new[] { "KOR", "CHN", "PRK" };
        Write(
            store,
            Draft(),
            areas
                .SelectMany(
                    (a, i) =>
                        new[] { Row("2020", $"{i}.50", key: Key() with { Area = a }), Row("2021", $"{i}1", key: Key() with { Area = a }) }
                )
                .Append(Row("2020", "9", key: Key("maize")))
                .Append(Row("2021", "7", key: Key() with { Area = "JPN" }))
        );
        using var connection = store.OpenReader();
        var found = SeriesQuery.Find(
            connection,
            new SeriesQuestion
            {
                Area = "",
                Items = ["rice"],
                Elements = ["production"],
                Datasets = ["own"],
                Period = Period.CalendarYear(2020),
            }
        );
        found
            .Select(s => (s.Key.Area, s.Points.SingleOrDefault()?.ValueText))
            .ShouldBe([("CHN", "1.50"), ("JPN", null), ("KOR", "0.50"), ("PRK", "2.50")]);
        SeriesQuery
            .Find(
                connection,
                new SeriesQuestion
                {
                    Area = "PRK",
                    Items = ["rice", "maize"],
                    Period = Period.CalendarYear(2021),
                }
            )
            .Select(s => (s.Key.Item, s.Points.Count))
            .ShouldBe([("maize", 0), ("rice", 1)]);
        SeriesQuery
            .Find(connection, new SeriesQuestion { Area = "PRK", Period = Period.CalendarYear(1850) })
            .ShouldAllBe(s => s.Points.Count == 0);
    }
}
