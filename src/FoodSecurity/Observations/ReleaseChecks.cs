using System.Data.Common;

namespace FoodSecurity.Observations;

/// <summary>
/// Whether a release is plausible, asked of the database after its rows are set against what is held and before they become visible: ranges,
/// coverage, jumps by powers of ten, totals. In our own files what cannot be is an error and nothing is written; in publishers' files, which
/// are kept as published, it is a warning that stays with the release. A year no file can mean is an error everywhere.
/// </summary>
public sealed class ReleaseChecks(Vocabulary words, ReleaseDraft draft)
{
    private readonly HashSet<SeriesKey> _seen = new(ReferenceEqualityComparer.Instance as IEqualityComparer<SeriesKey>);
    private SeriesKey? _last;

    /// <summary>Notes the series of a row; readers hand over the same key object again and again, so this costs next to nothing.</summary>
    public void See(SeriesKey series)
    {
        if (!ReferenceEquals(series, _last))
        {
            _last = series;
            _seen.Add(series);
        }
    }

    /// <summary>Asks all questions of the release that is being written.</summary>
    /// <returns>Warnings, most serious first.</returns>
    /// <exception cref="DataFormatException">A figure that cannot be, in one of our own files, or a year out of range.</exception>
    public IReadOnlyList<string> Run(DbConnection connection, DbTransaction transaction, long releaseId)
    {
        var at = new CheckedRelease(connection, transaction, releaseId, draft, words);
        return [.. RangeCheck.Run(at), .. JumpCheck.Run(at), .. TotalCheck.Run(at), .. CoverageCheck.Run(at, _seen)];
    }
}

/// <summary>The release a check is asked about, inside its transaction.</summary>
internal sealed record CheckedRelease(DbConnection Connection, DbTransaction Transaction, long Id, ReleaseDraft Draft, Vocabulary Words)
{
    /// <summary>How many examples a warning names.</summary>
    public const int Examples = 5;
}
