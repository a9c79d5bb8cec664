using System.Globalization;
using System.Text;
using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Areas;

/// <summary>An area with the sources that have series for it.</summary>
public sealed record AreaEntry(Area Area, IReadOnlyList<string> Sources, long Series);

/// <summary>A region with its areas in order of name.</summary>
public sealed record RegionEntry(string Name, IReadOnlyList<AreaEntry> Areas);

/// <summary>Which areas have data, by region, and the search over all their names.</summary>
public static class AreaDirectory
{
    private const int CodeLength = 3;

    public static IReadOnlyList<RegionEntry> ByRegion(Archive archive)
    {
        var entries = Entries(archive);
        var regions = entries
            .Where(e => e.Area.Level == AreaLevel.Country)
            .GroupBy(e => RegionOf(archive.Words, e.Area))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new RegionEntry(
                g.Key,
                [.. g.OrderBy(e => e.Area.Name, StringComparer.Create(CultureInfo.GetCultureInfo("en-GB"), false))]
            ))
            .ToList();
        var others = entries.Where(e => e.Area.Level != AreaLevel.Country).OrderBy(e => e.Area.Name, StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            regions.Add(new RegionEntry(archive.Texts["directory.others"], others));
        }

        return regions;
    }

    /// <summary>Areas with data whose code, names or aliases begin with or hold the words; exact hits first. Diacritics and case do not matter.</summary>
    public static IReadOnlyList<AreaEntry> Search(Archive archive, string text, int most = 30)
    {
        var wanted = Fold(text);
        if (wanted.Length == 0)
        {
            return [];
        }

        return
        [
            .. Entries(archive)
                .Select(e =>
                    (
                        Entry: e,
                        Rank: e.Area.Names.Append(e.Area.Code)
                            .Append(e.Area.Iso2)
                            .Where(n => n.Length > 0)
                            .Select(n => Rank(Fold(n), wanted))
                            .Min()
                    )
                )
                .Where(e => e.Rank < 9)
                .OrderBy(e => e.Rank)
                .ThenBy(e => e.Entry.Area.Level == AreaLevel.Country ? 0 : 1)
                .ThenBy(e => e.Entry.Area.Name, StringComparer.Ordinal)
                .Take(most)
                .Select(e => e.Entry),
        ];
    }

    /// <summary>Codes and names nearest to a text that is no known area, for "did you mean": what looks like a code is measured against codes first.</summary>
    public static IReadOnlyList<Area> Nearest(Archive archive, string text) => Nearest(archive.Words, text);

    /// <summary>The same from the vocabulary alone.</summary>
    public static IReadOnlyList<Area> Nearest(Vocabulary words, string text)
    {
        var isCode = text.Length == CodeLength && text.All(char.IsAsciiLetter);
        var code = text.ToUpperInvariant();
        return
        [
            .. words
                .Areas.Values.Select(a =>
                    (
                        Area: a,
                        Distance: isCode
                            ? NearestNames.Distance(a.Code, code)
                            : a.Names.Append(a.Code).Min(n => NearestNames.Distance(n, text)),
                        Letters: isCode ? a.Code.Zip(code).Sum(p => Math.Abs(p.First - p.Second)) : 0
                    )
                )
                .OrderBy(a => a.Distance)
                .ThenBy(a => a.Area.Level == AreaLevel.Country ? 0 : 1)
                .ThenBy(a => a.Letters)
                .ThenBy(a => a.Area.Code, StringComparer.Ordinal)
                .Take(3)
                .Select(a => a.Area),
        ];
    }

    private static List<AreaEntry> Entries(Archive archive)
    {
        using var connection = archive.Read();
        return
        [
            .. ReleaseQuery
                .Coverage(connection)
                .GroupBy(c => c.Area)
                .Where(g => archive.Words.Areas.ContainsKey(g.Key))
                .Select(g => new AreaEntry(
                    archive.Words.Areas[g.Key],
                    [
                        .. g.Select(c => archive.Words.Datasets.GetValueOrDefault(c.Dataset)?.Short ?? c.Dataset)
                            .Distinct()
                            .Order(StringComparer.Ordinal),
                    ],
                    g.Sum(c => c.Series)
                )),
        ];
    }

    private static string RegionOf(Vocabulary words, Area area) =>
        words.Areas.TryGetValue(area.Parent, out var region) ? region.Name : "Elsewhere";

    private static int Rank(string name, string wanted) =>
        name == wanted ? 0
        : name.StartsWith(wanted, StringComparison.Ordinal) ? 1
        : name.Contains(" " + wanted, StringComparison.Ordinal) ? 2
        : wanted.Length >= 4 && name.Contains(wanted, StringComparison.Ordinal) ? 3
        : wanted.Length >= 5 && NearestNames.Distance(name, wanted) <= wanted.Length / 5 ? 4
        : 9;

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Trim().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
