using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Observations.Releases;
using FoodSecurity.Series;

namespace FoodSecurity.Tests.Database;

/// <summary>
/// What every engine must do. Heirs only open a store of their engine; where engines differ, the difference is a named member of the heir.
/// </summary>
public abstract partial class StoreTests : IDisposable
{
    private const string Sha = "0000000000000000000000000000000000000000000000000000000000000000";

    private int _files;

    /// <summary>Opens the store of this test, with its migrations applied; the same one each time.</summary>
    protected abstract Store Open();

    /// <summary>Takes away what <see cref="Open"/> made.</summary>
    protected abstract void Remove();

    /// <summary>Names of the tables that hold data, as the engine lists them.</summary>
    protected abstract IReadOnlyList<string> Tables(DbConnection connection);

    public void Dispose()
    {
        Remove();
        GC.SuppressFinalize(this);
    }

    protected static SeriesKey Key(string item = "rice", string basis = "", string dimensions = "") =>
        new()
        {
            Dataset = "own",
            Area = "PRK",
            Item = item,
            Element = "production",
            Unit = "1000-t",
            Basis = basis,
            Dimensions = dimensions,
        };

    /// <summary>A row as a reader gives it: "" is missing.</summary>
    protected static Observation Row(string period, string printed, long line = 2, string publishedOn = "", SeriesKey? key = null)
    {
        Period.TryParse(period, null, out var when).ShouldBeTrue();
        var value = printed.Length == 0 ? (double?)null : double.Parse(printed.TrimStart('<'), CultureInfo.InvariantCulture);
        return new Observation
        {
            Series = key ?? Key(),
            Period = when,
            Value = value,
            ValueText = printed,
            Line = line,
            PublishedOn = publishedOn,
            Column = "value",
            Bound = printed.StartsWith('<') ? ValueBound.LessThan : ValueBound.Exact,
            Status = value is null ? ObservationStatus.Missing : ObservationStatus.Official,
        };
    }

    /// <summary>A release of its own file; each call is another file.</summary>
    protected ReleaseDraft Draft(string? releasedOn = null, ReleaseCoverage coverage = ReleaseCoverage.Part, bool repeatsAreErrors = false)
    {
        var number = (++_files).ToString(CultureInfo.InvariantCulture);
        var sha = number + Sha[number.Length..];
        return new ReleaseDraft
        {
            Dataset = "own",
            FileName = number + ".csv",
            Sha256 = sha,
            LoadedFile = number + ".csv",
            LoadedSha256 = sha,
            Format = "test",
            ReleasedOn = releasedOn,
            Coverage = coverage,
            RepeatsAreErrors = repeatsAreErrors,
        };
    }

    protected static LoadReport Write(Store store, ReleaseDraft draft, params IEnumerable<Observation> rows)
    {
        using var writer = ReleaseWriter.Begin(store, draft);
        foreach (var row in rows)
        {
            writer.Add(row);
        }

        return writer.Commit(0);
    }

    /// <summary>The points of the rice series by label.</summary>
    protected static IReadOnlyDictionary<string, SeriesPoint> Points(Store store, DateOnly? asOf = null, Corrections? corrections = null)
    {
        using var connection = store.OpenReader();
        return Points(connection, asOf, corrections);
    }

    protected static IReadOnlyDictionary<string, SeriesPoint> Points(
        DbConnection connection,
        DateOnly? asOf = null,
        Corrections? corrections = null
    ) =>
        SeriesQuery
            .Find(
                connection,
                new SeriesQuestion
                {
                    Area = "PRK",
                    Items = ["rice"],
                    Basis = "",
                    AsOf = asOf,
                },
                corrections
            )
            .SelectMany(s => s.Points)
            .ToDictionary(p => p.Period.Label);

    /// <summary>Every row of every table as text.</summary>
    protected string Dump(Store store)
    {
        using var connection = store.OpenReader();
        var lines = new List<string>();
        foreach (var table in Tables(connection))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "select * from " + table;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var cells = new object[reader.FieldCount];
                reader.GetValues(cells);
                lines.Add(table + ": " + string.Join(" | ", cells.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture))));
            }
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
