using System.Globalization;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Files;

/// <summary>What a reader is given besides the file: the vocabulary, and where to put problems and unknown codes.</summary>
public sealed class ReadContext(Vocabulary words, string fileName)
{
    private readonly List<DataProblem> _problems = [];
    private readonly Dictionary<(string Kind, string System, string Code), (string Name, long Line, long Rows)> _unknown = [];
    private readonly List<string> _warnings = [];
    private readonly Dictionary<(string System, string Code), Sighting> _named = [];
    private long _lastUnknownLine = -1;
    private int _kept = DataFormatException.Kept;

    public Vocabulary Words => words;

    /// <summary>Rows read so far, for progress; readers count every data row, read or refused.</summary>
    public long Rows { get; set; }

    /// <summary>Share of the file's bytes read so far, for the time left; null where it cannot be told.</summary>
    public double? ShareRead { get; set; }

    public IReadOnlyList<DataProblem> Problems => _problems;

    public long ProblemCount { get; private set; }

    public bool HasUnknown => _unknown.Count > 0;

    /// <summary>Rows left out because a code on them is in no crosswalk.</summary>
    public long UnknownRows { get; private set; }

    /// <summary>Keeps every problem instead of the first fifty: for tables people put right row by row.</summary>
    public void KeepAllProblems() => _kept = 1_000_000;

    /// <summary>Records a bad cell; the first fifty are kept, all are counted.</summary>
    public void Problem(string member, long line, string column, string value, string expected)
    {
        ProblemCount++;
        if (_problems.Count < _kept)
        {
            _problems.Add(new DataProblem(member.Length > 0 ? fileName + "!" + member : fileName, line, column, value, expected));
        }
    }

    /// <summary>True where items that no crosswalk knows are taken as their provider names them, instead of stopping the load.</summary>
    public bool AsNamed { get; init; }

    /// <summary>What is worth telling with the release though it keeps nothing from loading; the first hundred, and every item taken as named.</summary>
    public IReadOnlyList<string> Warnings =>
        _named.Count == 0
            ? _warnings
            :
            [
                .. _warnings,
                .. _named.Select(n =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Item {n.Key.Code} \"{n.Value.Name}\" ({n.Key.System}) is in no crosswalk and kept as its provider names it, first on line {n.Value.Line}, {n.Value.Rows} row(s)"
                    )
                    + (
                        Nearest("item", n.Key.System, n.Value.Name) is { Count: > 0 } near
                            ? $"; nearest known: {string.Join(", ", near)}."
                            : "."
                    )
                ),
            ];

    /// <summary>Records an item that is taken as its provider names it.</summary>
    public void Named(string system, string code, string name, long line) =>
        _named[(system, code)] = _named.TryGetValue((system, code), out var seen)
            ? seen with
            {
                Rows = seen.Rows + 1,
            }
            : new Sighting(name, line, 1);

    public void Warn(string text)
    {
        if (_warnings.Count < 100)
        {
            _warnings.Add(text);
        }
    }

    /// <summary>Records a code that is in no crosswalk.</summary>
    /// <param name="kind">area, item, element, indicator, unit, basis, flag.</param>
    /// <param name="system">Which crosswalk was asked.</param>
    /// <param name="code">The code as printed.</param>
    /// <param name="name">The name beside it.</param>
    /// <param name="line">Physical line.</param>
    public void Unknown(string kind, string system, string code, string name, long line)
    {
        if (line != _lastUnknownLine)
        {
            _lastUnknownLine = line;
            UnknownRows++;
        }

        var key = (kind, system, code);
        _unknown[key] = _unknown.TryGetValue(key, out var seen) ? (seen.Name, seen.Line, seen.Rows + 1) : (name, line, 1);
    }

    /// <summary>What a provider's flag means; a flag that is in no crosswalk is recorded as unknown.</summary>
    public bool FlagMeaning(string system, string flag, long line, out ObservationStatus status)
    {
        status = ObservationStatus.Unspecified;
        if (words.Flag(system, flag) is { } meaning)
        {
            status = meaning.Status;
            return true;
        }

        Unknown("flag", system, flag, "", line);
        return false;
    }

    /// <summary>The complete list, each with the nearest known names.</summary>
    public IReadOnlyList<UnknownCode> UnknownCodes() =>
        [
            .. _unknown
                .Select(u => new UnknownCode(
                    u.Key.Kind,
                    u.Key.System,
                    u.Key.Code,
                    u.Value.Name,
                    u.Value.Line,
                    u.Value.Rows,
                    Nearest(u.Key.Kind, u.Key.System, u.Value.Name.Length > 0 ? u.Value.Name : u.Key.Code)
                ))
                .OrderBy(u => u.Kind, StringComparer.Ordinal)
                .ThenBy(u => u.Line),
        ];

    private sealed record Sighting(string Name, long Line, long Rows);

    private IReadOnlyList<string> Nearest(string kind, string system, string text) =>
        NearestNames.Of(text, words.Known(kind, system).SelectMany(k => new[] { k.Name, k.Code }));
}
