using System.Data.Common;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Database;

/// <summary>Reading connections are lent again and again: what they keep must never be older than the database.</summary>
public sealed class SqliteReadingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-reading-").FullName;
    private readonly Store _store;

    public SqliteReadingTests() => _store = Store.Open(Path.Combine(_folder, "store.db"));

    private static readonly SeriesQuestion Rice = new() { Area = "PRK", Items = ["rice"] };

    public void Dispose()
    {
        _store.Close();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_connection_comes_back_and_sees_what_was_written_meanwhile()
    {
        Write("a", 2020, 1);
        DbConnection first;
        using (first = _store.OpenReader())
        {
            Values(first).ShouldBe([1m]);
        }

        Write("b", 2021, 2);
        using var second = _store.OpenReader();
        second.ShouldBeSameAs(first);
        Values(second).ShouldBe([1m, 2m]);
    }

    [Fact]
    public void Two_at_once_are_two()
    {
        using var one = _store.OpenReader();
        using var other = _store.OpenReader();
        other.ShouldNotBeSameAs(one);
    }

    [Fact]
    public void Periods_that_change_their_numbers_are_not_mixed_up()
    {
        Write("a", 2020, 1);
        using var reading = _store.OpenReader();
        Labels(reading).ShouldBe(["2020"]);
        using (var writing = _store.OpenWriter())
        {
            // As a restore may: the same number, another year.
            writing.Run("update period set start_on = '1999-01-01', end_on = '1999-12-31', label = '1999'");
        }

        Labels(reading).ShouldBe(["1999"]);
    }

    [Fact]
    public void A_connection_left_in_the_middle_of_an_answer_is_not_lent_again()
    {
        Write("a", 2020, 1);
        Write("b", 2021, 2);
        DbConnection left;
        using (left = _store.OpenReader())
        {
            var command = left.CreateCommand();
            command.CommandText = "select line from observation";
            command.ExecuteReader().Read().ShouldBeTrue();
        }

        using var next = _store.OpenReader();
        next.ShouldNotBeSameAs(left);
        Values(next).Count.ShouldBe(2);
    }

    [Fact]
    public void A_transaction_that_was_left_open_ends_with_the_loan()
    {
        using (var left = _store.OpenReader())
        {
            Dialects.Of(left).BeginReading(left);
            Values(left).ShouldBeEmpty();
        }

        Write("a", 2020, 1);
        using var next = _store.OpenReader();
        Values(next).ShouldBe([1m]);
    }

    [Fact]
    public void All_questions_of_one_state_are_answered_from_it()
    {
        Write("a", 2020, 1);
        using var reading = _store.OpenReader();
        using (reading.OneState())
        {
            Values(reading).ShouldBe([1m]);
            Write("b", 2021, 2);
            Values(reading).ShouldBe([1m]);
        }

        Values(reading).ShouldBe([1m, 2m]);
    }

    [Fact]
    public void The_same_question_may_be_asked_within_its_own_answer()
    {
        Write("a", 2020, 1);
        Write("b", 2021, 2);
        using var reading = _store.OpenReader();
        const string Lines = "select line from observation order by line";
        using var outer = reading.Lookup(Lines)!;
        outer.Next().ShouldBeTrue();
        using (var inner = reading.Lookup(Lines)!)
        {
            inner.Next().ShouldBeTrue();
            inner.Next().ShouldBeTrue();
            inner.Next().ShouldBeFalse();
        }

        outer.Next().ShouldBeTrue();
        outer.Long(0).ShouldBe(2);
        outer.Next().ShouldBeFalse();
    }

    [Fact]
    public void A_wrong_question_is_told_and_the_connection_lives_on()
    {
        using var reading = _store.OpenReader();
        Should.Throw<DbException>(() => reading.Lookup("select line from nowhere")).Message.ShouldContain("nowhere");
        Values(reading).ShouldBeEmpty();
    }

    private static IReadOnlyList<decimal?> Values(DbConnection connection) =>
        [.. SeriesQuery.Find(connection, Rice).SelectMany(s => s.Points).Select(p => p.Value)];

    private static IReadOnlyList<string> Labels(DbConnection connection) =>
        [.. SeriesQuery.Find(connection, Rice).SelectMany(s => s.Points).Select(p => p.Period.Label)];

    private void Write(string file, int year, double value)
    {
        using var writer = ReleaseWriter.Begin(
            _store,
            new ReleaseDraft
            {
                Dataset = "own",
                FileName = file,
                Sha256 = file,
                LoadedFile = file,
                LoadedSha256 = file,
                Format = "test",
            }
        );
        writer.Add(
            new Observation
            {
                Series = new SeriesKey
                {
                    Dataset = "own",
                    Area = "PRK",
                    Item = "rice",
                    Element = "production",
                    Unit = "t",
                },
                Period = Period.CalendarYear(year),
                Value = value,
                IsShortest = true,
                Line = 2,
            }
        );
        writer.Commit(0);
    }
}
