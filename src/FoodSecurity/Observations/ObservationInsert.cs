using System.Data.Common;
using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Observations;

/// <summary>The bulk writer's one prepared statement. Binds below Dapper: it runs once per row of a release.</summary>
internal sealed class ObservationInsert : IDisposable
{
    private static readonly string[] Columns =
    [
        "series_id", "period_id", "edition", "value", "value_text", "bound", "lower_value", "upper_value", "status", "flag", "marks",
        "release_id", "member", "line", "column_name", "published_on", "row_source", "row_source_address", "note",
    ];

    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly string _table;
    private readonly DbCommand _command;
    private readonly DbParameter[] _values;

    public ObservationInsert(DbConnection connection, DbTransaction transaction, string table, long releaseId)
    {
        _connection = connection;
        _transaction = transaction;
        _table = table;
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText =
            $"insert into {table} ({string.Join(", ", Columns)}) values ({string.Join(", ", Columns.Select(c => "@" + c))}) on conflict (series_id, period_id, edition) do nothing";
        _values = new DbParameter[Columns.Length];
        for (var i = 0; i < Columns.Length; i++)
        {
            _values[i] = _command.CreateParameter();
            _values[i].ParameterName = "@" + Columns[i];
            _values[i].Value = DBNull.Value;
            _command.Parameters.Add(_values[i]);
        }

        _values[11].Value = releaseId;
        _command.Prepare();
    }

    /// <summary>Names of all columns, in order, for statements that copy whole rows.</summary>
    public static string ColumnList(string prefix = "") => string.Join(", ", Columns.Select(c => prefix + c));

    /// <summary>False where the key is there already; nothing is written then.</summary>
    public bool TryInsert(long series, long period, Observation row, bool repeated)
    {
        _values[0].Value = series;
        _values[1].Value = period;
        _values[2].Value = row.Edition;
        _values[3].Value = (object?)row.Value ?? DBNull.Value;
        _values[4].Value = Printed(row) ?? (object)DBNull.Value;
        _values[5].Value = (long)row.Bound;
        _values[6].Value = (object?)row.Lower ?? DBNull.Value;
        _values[7].Value = (object?)row.Upper ?? DBNull.Value;
        _values[8].Value = (long)row.Status;
        _values[9].Value = Text(row.Flag);
        _values[10].Value = (row.IsBreak ? 1L : 0) | (row.IsDerived ? 2L : 0) | (repeated ? 4L : 0);
        _values[12].Value = Text(row.Member);
        _values[13].Value = row.Line;
        _values[14].Value = Text(row.Column);
        _values[15].Value = Text(row.PublishedOn);
        _values[16].Value = Text(row.RowSource);
        _values[17].Value = Text(row.RowSourceAddress);
        _values[18].Value = Text(row.Note);
        return _command.ExecuteNonQuery() == 1;
    }

    /// <summary>What stands under a key in the table being written.</summary>
    public StoredCell Find(long series, long period, string edition) =>
        _connection.One<StoredCell>($"""
            select value as Value, value_text as ValueText, bound as Bound, status as Status, flag as Flag, lower_value as Lower, upper_value as Upper, line as Line
            from {_table} where series_id = @series and period_id = @period and edition = @edition
            """, new { series, period, edition }, _transaction)!;

    /// <summary>Puts the later of two rows with one key in the place of the earlier and marks it.</summary>
    public void Replace(long series, long period, Observation row)
    {
        _connection.Run($"delete from {_table} where series_id = @series and period_id = @period and edition = @Edition",
            new { series, period, row.Edition }, _transaction);
        TryInsert(series, period, row, repeated: true);
    }

    public void Dispose() => _command.Dispose();

    /// <summary>The printed figure, or null where it is the shortest form of the value and can be written again from it.</summary>
    internal static string? Printed(Observation row) =>
        row.ValueText.Length == 0 || (row.Value is { } value && row.ValueText == value.ToString("R", CultureInfo.InvariantCulture)) ? null : row.ValueText;

    private static object Text(string text) => text.Length == 0 ? DBNull.Value : text;
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
    public long Line { get; init; }

    /// <summary>The figure as printed; null where there is none.</summary>
    public string? Printed => ValueText ?? Value?.ToString("R", CultureInfo.InvariantCulture);

    public bool Same(Observation row) =>
        Value.Equals(row.Value) && ValueText == ObservationInsert.Printed(row) && Bound == (long)row.Bound && Status == (long)row.Status
        && (Flag ?? "") == row.Flag && Lower.Equals(row.Lower) && Upper.Equals(row.Upper);
}
