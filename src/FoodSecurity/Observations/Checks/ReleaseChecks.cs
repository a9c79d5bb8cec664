using System.Data.Common;

namespace FoodSecurity.Observations.Checks;

/// <summary>
/// Whether a release is plausible, asked of the database after its rows are set against what is held and before they become visible: ranges,
/// coverage, jumps by powers of ten, totals. In our own files what cannot be is an error and nothing is written; in publishers' files, which
/// are kept as published, it is a warning that stays with the release. A year no file can mean is an error everywhere.
/// </summary>
public sealed class ReleaseChecks(Vocabulary words, ReleaseDraft draft)
{
    private readonly HashSet<SeriesKey> _seen = new(ReferenceEqualityComparer.Instance as IEqualityComparer<SeriesKey>);
    private SeriesKey? _last;
    private double _most = double.MaxValue;
    private bool _beyond;

    /// <summary>Notes the series of a row and whether its figure may be out of range; readers hand over the same key object again and again, so this costs next to nothing.</summary>
    public void See(Observation row)
    {
        if (!ReferenceEquals(row.Series, _last))
        {
            _last = row.Series;
            _seen.Add(row.Series);
            _most = RangeCheck.Most(words, row.Series.Unit);
        }

        _beyond |= row.Value < 0 || row.Value > _most;
    }

    /// <summary>Asks all questions of the release that is being written.</summary>
    /// <param name="connection">Where the rows are.</param>
    /// <param name="transaction">The load's transaction.</param>
    /// <param name="releaseId">The release that is written.</param>
    /// <param name="isFirst">True where nothing of the dataset was held before.</param>
    /// <returns>Warnings, most serious first.</returns>
    /// <exception cref="DataFormatException">A figure that cannot be, in one of our own files, or a year out of range.</exception>
    public IReadOnlyList<string> Run(DbConnection connection, DbTransaction transaction, long releaseId, bool isFirst)
    {
        var at = new CheckedRelease(connection, transaction, releaseId, draft, words);
        return
        [
            .. RangeCheck.Run(at, _beyond),
            .. isFirst ? [] : JumpCheck.Run(at),
            .. TotalCheck.Run(at),
            .. isFirst ? [] : CoverageCheck.Run(at, _seen),
        ];
    }
}

/// <summary>The release a check is asked about, inside its transaction.</summary>
internal sealed record CheckedRelease(DbConnection Connection, DbTransaction Transaction, long Id, ReleaseDraft Draft, Vocabulary Words)
{
    /// <summary>How many examples a warning names.</summary>
    public const int Examples = 5;
}
