using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Observations.Releases;

/// <summary>
/// Rows whose key the file has brought before. In our own files that is an error; in a publisher's an identical repeat is dropped and counted,
/// a repeat with another figure takes the place of the earlier row, is marked, and both lines are told.
/// </summary>
internal sealed class RepeatedKeys(DbConnection connection, DbTransaction transaction, ReleaseDraft draft)
{
    private const int MostWaiting = 10_000;
    private const int MostTold = 100;

    private readonly List<(long Series, long Period, Observation Row, long Before)> _waiting = [];
    private readonly List<string> _told = [];

    public long Dropped { get; private set; }

    public long Conflicts { get; private set; }

    /// <summary>True where so many wait that they should be settled before more is read.</summary>
    public bool Many => _waiting.Count >= MostWaiting;

    public IEnumerable<string> Warnings =>
        Conflicts <= MostTold
            ? _told
            : _told.Append(
                string.Create(CultureInfo.InvariantCulture, $"… and {Conflicts - MostTold} more repeated keys with another value.")
            );

    /// <exception cref="DataFormatException">The file is one of our own.</exception>
    public void Add(long series, long period, Observation row, long before)
    {
        if (draft.RepeatsAreErrors)
        {
            throw new DataFormatException(
                new DataProblem(
                    draft.LoadedFile,
                    row.Line,
                    row.Column,
                    row.ValueText,
                    string.Create(CultureInfo.InvariantCulture, $"each key once: {Name(row)} stands on line {before} already")
                )
            );
        }

        _waiting.Add((series, period, row, before));
    }

    /// <summary>Sets the waiting rows against the earlier ones, in the order of the file.</summary>
    /// <param name="rows">Where the earlier rows went.</param>
    /// <returns>How many earlier rows, left out because they were held already, now have another figure.</returns>
    public int Settle(ObservationRows rows)
    {
        if (_waiting.Count == 0)
        {
            return 0;
        }

        var reopened = 0;
        rows.Rest();
        ReleaseMerge.IndexStaging(connection, transaction, rows.Table);
        foreach (var (series, period, row, before) in _waiting)
        {
            var staged = Find(rows.Table, series, period, row.Edition);
            var earlier = staged ?? Find("observation", series, period, row.Edition)!;
            if (earlier.Same(row))
            {
                Dropped++;
                continue;
            }

            if (staged is null)
            {
                reopened++;
            }
            else
            {
                connection.Run(
                    $"delete from {rows.Table} where series_id = @series and period_id = @period and edition = @Edition",
                    new
                    {
                        series,
                        period,
                        row.Edition,
                    },
                    transaction
                );
            }

            rows.Add(series, period, row, repeated: true);
            rows.Rest();
            Tell(row, before, earlier);
        }

        _waiting.Clear();
        return reopened;
    }

    /// <summary>Everything the key holds, so that it is clear what is repeated.</summary>
    private static string Name(Observation row) =>
        string.Join(
            ", ",
            new[]
            {
                row.Series.Area,
                row.Series.Item,
                row.Series.Element,
                row.Series.Unit,
                row.Series.Basis,
                row.Series.Dimensions,
                row.Period.Label,
                row.Edition.Length > 0 ? "edition " + row.Edition : "",
            }.Where(part => part.Length > 0)
        );

    private void Tell(Observation row, long before, StoredCell earlier)
    {
        if (++Conflicts <= MostTold)
        {
            _told.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Repeated key with another value: {Name(row)}: line {before} has {earlier.Printed}, line {row.Line} has {(row.ValueText.Length > 0 ? row.ValueText : "no figure")}; the later line is kept."
                )
            );
        }
    }

    // one row: what stands under a key
    private StoredCell? Find(string table, long series, long period, string edition) =>
        connection.One<StoredCell>(
            $"""
            select value as Value, value_text as ValueText, bound as Bound, status as Status, flag as Flag, lower_value as Lower, upper_value as Upper
            from {table} where series_id = @series and period_id = @period and edition = @edition
            """,
            new
            {
                series,
                period,
                edition,
            },
            transaction
        );
}

/// <summary>The part of a stored row that tells whether two rows say the same.</summary>
internal sealed record StoredCell
{
    public double? Value { get; init; }
    public string? ValueText { get; init; }
    public long Bound { get; init; }
    public long Status { get; init; }
    public string? Flag { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }

    /// <summary>The figure as the file has it.</summary>
    public string Printed => ValueText ?? Value?.ToString("R", CultureInfo.InvariantCulture) ?? "no figure";

    public bool Same(Observation row) =>
        Value.Equals(row.Value)
        && ValueText == ObservationRows.Printed(row)
        && Bound == (long)row.Bound
        && Status == (long)row.Status
        && (Flag ?? "") == row.Flag
        && Lower.Equals(row.Lower)
        && Upper.Equals(row.Upper);
}
