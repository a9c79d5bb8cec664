using Sylvan.Data.Csv;

namespace FoodSecurity.Sources.Files;

/// <summary>
/// The line of #tags (Humanitarian Exchange Language) that HDX put under the header until it gave the practice up in early 2026. Its
/// content is not used: the wide IPC tables have two of their tags in each other's place.
/// <code>
/// #date,#adm1+name,#adm2+name,#loc+market+name,#geo+lat,#geo+lon,#item+type,#item+name,#item+unit,…
/// </code>
/// </summary>
internal static class HxlTags
{
    /// <summary>True where every filled cell of the current row is a tag; a number that was put before the row does not count.</summary>
    public static bool Fill(CsvDataReader csv)
    {
        var tags = 0;
        for (var i = 0; i < csv.RowFieldCount; i++)
        {
            var cell = csv.GetFieldSpan(i).Trim();
            if (cell.Length > 1 && cell[0] == '#')
            {
                tags++;
            }
            else if (!cell.IsEmpty && !(i == 0 && Figure.TryWhole(cell, out _)))
            {
                return false;
            }
        }

        return tags > 0;
    }
}
