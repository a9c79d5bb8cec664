using System.Globalization;
using FoodSecurity.Database;

namespace FoodSecurity.Observations.Checks;

/// <summary>Areas and series that are held from earlier releases and missing from one that says it is whole.</summary>
internal static class CoverageCheck
{
    public static IReadOnlyList<string> Run(CheckedRelease at, IReadOnlyCollection<SeriesKey> seen)
    {
        if (at.Draft.Coverage != ReleaseCoverage.Whole || seen.Count == 0)
        {
            return [];
        }

        // A file of other elements, or of one country, speaks only of these: the rest of the dataset is not missing from it.
        var now = seen.ToHashSet();
        var areas = now.Select(s => s.Area).ToHashSet();
        var elements = now.Select(s => s.Element).ToHashSet(StringComparer.Ordinal);

        // one row per series of the dataset that has a figure
        var held = at
            .Connection.Rows<SeriesRow>(
                """
                select id, dataset, area, item, element, unit, basis, dimensions, frequency, native from series s
                where dataset = @Dataset and exists (select 1 from observation o where o.series_id = s.id)
                """,
                new { at.Draft.Dataset },
                at.Transaction
            )
            .Where(s => elements.Contains(s.Element) && (areas.Count > 1 || areas.Contains(s.Area)))
            .ToList();
        var lost = held.Where(s => !now.Contains(s.Key)).ToList();
        if (lost.Count == 0)
        {
            return [];
        }

        var lostAreas = lost.Select(s => s.Area).Where(a => !areas.Contains(a)).Distinct().Order(StringComparer.Ordinal).ToList();
        var warnings = new List<string>();
        if (lostAreas.Count > 0)
        {
            warnings.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Coverage shrinks: {lostAreas.Count} of {held.Select(s => s.Area).Distinct().Count()} areas held from earlier releases are not in this one: "
                )
                    + string.Join(", ", lostAreas.Take(CheckedRelease.Examples * 4))
                    + (lostAreas.Count > CheckedRelease.Examples * 4 ? ", …" : ".")
            );
        }

        var rest = lost.Where(s => areas.Contains(s.Area)).ToList();
        if (rest.Count > 0)
        {
            warnings.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Coverage shrinks: {rest.Count} of {held.Count} series held from earlier releases are not in this one, though their areas are: "
                )
                    + string.Join("; ", rest.Take(CheckedRelease.Examples).Select(s => $"{s.Area}, {s.Item}, {s.Element}"))
                    + (rest.Count > CheckedRelease.Examples ? "; …" : ".")
            );
        }

        return warnings;
    }
}
