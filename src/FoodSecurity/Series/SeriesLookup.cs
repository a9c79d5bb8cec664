using System.Data.Common;
using System.Text;
using FoodSecurity.Database;
using FoodSecurity.Database.Engines;
using FoodSecurity.Observations;

namespace FoodSecurity.Series;

/// <summary>
/// The current values of series, asked by prepared questions below Dapper where the engine runs inside the program: two dozen columns of each
/// point are read where they stand, and periods, which are few, are remembered instead of joined.
/// </summary>
internal static class SeriesLookup
{
    // The last column tells whether any of the seldom ones after it holds something.
    private const string PointColumns = """
        select period_id, edition, value, value_text, bound, status, flag, marks, release_id, line, column_name,
          coalesce(member, published_on, row_source, row_source_address, note, lower_value, upper_value) is not null,
          member, published_on, row_source, row_source_address, note, lower_value, upper_value
        from observation where series_id = ?1
        """;

    // one row per current observation of a series
    private const string Points = PointColumns + " order by period_id, edition";

    // the same, of one period
    private const string PointsOfPeriod = PointColumns + " and period_id = ?2 order by edition";

    private static readonly Comparison<SeriesPoint> ByTime = (a, b) =>
        a.Period.Start != b.Period.Start ? a.Period.Start.CompareTo(b.Period.Start) : a.Period.End.CompareTo(b.Period.End);

    /// <summary>Null where the engine is a server.</summary>
    public static IReadOnlyList<TimeSeries>? Find(DbConnection connection, SeriesQuestion question, Corrections? corrections)
    {
        var values = new List<string>();
        using var asked = connection.Lookup(Question(question, values));
        if (asked is null)
        {
            return null;
        }

        var series = Read(asked, values);
        var found = new TimeSeries[series.Count];
        var periods = connection.Remember<KnownPeriods>();
        var only = question.Period is { } period ? periods.Find(connection, period) ?? -1 : (long?)null;
        using var points = connection.Lookup(only is null ? Points : PointsOfPeriod)!;
        for (var i = 0; i < found.Length; i++)
        {
            var (id, key) = series[i];
            points.Begin().With(id);
            if (only is { } wanted)
            {
                points.With(wanted);
            }

            found[i] = new TimeSeries { Key = key, Points = Read(connection, points, periods, corrections?.Of(key), key) };
        }

        return found;
    }

    // one row per series
    private static string Question(SeriesQuestion question, List<string> values)
    {
        var sql = new StringBuilder(
            "select id, dataset, area, item, element, unit, basis, dimensions, frequency, native from series where ",
            512
        );
        void One(string column, string value)
        {
            values.Add(value);
            sql.Append(values.Count > 1 ? " and " : "").Append(column).Append(" = ?").Append(values.Count);
        }

        void Among(string column, IReadOnlyList<string> choices)
        {
            if (choices.Count == 1)
            {
                One(column, choices[0]);
            }
            else if (choices.Count > 1)
            {
                sql.Append(values.Count > 0 ? " and " : "").Append(column).Append(" in (");
                for (var i = 0; i < choices.Count; i++)
                {
                    values.Add(choices[i]);
                    sql.Append(i == 0 ? "?" : ", ?").Append(values.Count);
                }

                sql.Append(')');
            }
        }

        if (question.Area.Length > 0)
        {
            One("area", question.Area);
        }

        Among("item", question.Items);
        Among("element", question.Elements);
        Among("dataset", question.Datasets);
        if (question.Basis is { } basis)
        {
            One("basis", basis);
        }

        return sql.Append(values.Count == 0 ? "1 = 1" : "")
            .Append(" order by dataset, area, item, element, basis, dimensions, id")
            .ToString();
    }

    private static List<(long Id, SeriesKey Key)> Read(RowLookup asked, List<string> values)
    {
        asked.Begin();
        foreach (var value in values)
        {
            asked.With(value);
        }

        var series = new List<(long, SeriesKey)>();
        while (asked.Next())
        {
            series.Add(
                (
                    asked.Long(0),
                    new SeriesKey
                    {
                        Dataset = asked.Pooled(1)!,
                        Area = asked.Pooled(2)!,
                        Item = asked.Pooled(3)!,
                        Element = asked.Pooled(4)!,
                        Unit = asked.Pooled(5)!,
                        Basis = asked.Pooled(6)!,
                        Dimensions = asked.Pooled(7)!,
                        Frequency = (Frequency)asked.Long(8),
                        Native = asked.Pooled(9)!,
                    }
                )
            );
        }

        return series;
    }

    private static IReadOnlyList<SeriesPoint> Read(
        DbConnection connection,
        RowLookup row,
        KnownPeriods periods,
        Corrections? corrections,
        SeriesKey key
    )
    {
        var points = new List<SeriesPoint>(64);
        var sorted = true;
        while (row.Next())
        {
            var point = Point(row, periods.Of(connection, row.Long(0)));
            sorted &= points.Count == 0 || ByTime(points[^1], point) <= 0;
            points.Add(corrections is null ? point : corrections.Apply(key, point));
        }

        // Stable, so that editions of one period stay in order.
        return sorted ? points : [.. points.Order(Comparer<SeriesPoint>.Create(ByTime))];
    }

    private static SeriesPoint Point(RowLookup row, Period period)
    {
        double? value = row.IsNull(2) ? null : row.Double(2);
        var text = row.Pooled(3);
        var marks = row.Long(7);
        var seldom = row.Long(11) != 0;
        return new SeriesPoint
        {
            Period = period,
            Value = Figures.Exact(value, text),
            ValueText = Figures.Printed(value, text),
            Bound = (ValueBound)row.Long(4),
            Status = (ObservationStatus)row.Long(5),
            Flag = row.Pooled(6) ?? "",
            IsBreak = (marks & 1) != 0,
            IsDerived = (marks & 2) != 0,
            IsRepeated = (marks & 4) != 0,
            Edition = row.Pooled(1)!,
            Origin = new Origin(row.Long(8), seldom ? row.Pooled(12) ?? "" : "", row.Long(9), row.Pooled(10) ?? ""),
            PublishedOn = seldom ? row.Pooled(13) ?? "" : "",
            RowSource = seldom ? row.Pooled(14) ?? "" : "",
            RowSourceAddress = seldom ? row.Pooled(15) ?? "" : "",
            Note = seldom ? row.Pooled(16) ?? "" : "",
            Lower = seldom ? Number(row, 17) : null,
            Upper = seldom ? Number(row, 18) : null,
        };
    }

    private static decimal? Number(RowLookup row, int column) => row.IsNull(column) ? null : (decimal)row.Double(column);

    /// <summary>The periods met so far, by number.</summary>
    private sealed class KnownPeriods
    {
        // one row: a period
        private const string ByNumber = "select kind, start_on, end_on, label, start_stated from period where id = ?1";

        // one row: the number of a period
        private const string Number =
            "select id from period where kind = ?1 and start_on = ?2 and end_on = ?3 and label = ?4 and start_stated = ?5";

        private readonly Dictionary<long, Period> _known = [];

        public Period Of(DbConnection connection, long id)
        {
            if (!_known.TryGetValue(id, out var known))
            {
                using var row = connection.Lookup(ByNumber)!;
                row.Begin().With(id).Next();
                known = new PeriodRow
                {
                    Kind = row.Long(0),
                    StartOn = row.Pooled(1)!,
                    EndOn = row.Pooled(2)!,
                    Label = row.Pooled(3)!,
                    StartStated = row.Long(4),
                }.Period;
                _known.Add(id, known);
            }

            return known;
        }

        public long? Find(DbConnection connection, Period period)
        {
            static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            using var row = connection.Lookup(Number)!;
            return row.Begin()
                .With((long)period.Kind)
                .With(Day(period.Start))
                .With(Day(period.End))
                .With(period.Label)
                .With(period.StartStated ? 1L : 0L)
                .Next()
                ? row.Long(0)
                : null;
        }
    }
}
