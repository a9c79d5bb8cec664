using System.Globalization;
using System.Text;
using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Benchmarks;

/// <summary>
/// A file in the layout of FAOSTAT's current normalised bulk download, as long as the real one: 245 areas, 90 items, 3 elements, 63 years.
/// Codes are real (from the seeds), so that the crosswalk does its work; the figures are made up but have the lengths of real ones.
/// </summary>
internal static class BulkFile
{
    private const int Areas = 245,
        Items = 90,
        FirstYear = 1961,
        Years = 63;

    private static readonly (string Code, string Name, string Unit)[] Elements =
    [
        ("5312", "Area harvested", "ha"),
        ("5412", "Yield", "kg/ha"),
        ("5510", "Production", "t"),
    ];

    private static readonly string[] Flags = ["A", "A", "A", "E", "I", "X"];

    /// <summary>Whether the second release has another figure on a row, counted from 0.</summary>
    public static bool IsRevised(long row) => row % 100 == 42;

    public static int Write(string file, int release)
    {
        var words = Vocabulary.Load(DatabaseLocation.FindFolder("seeds"));
        var areas = words
            .Known("area", "fao")
            .Select(k => k.Code)
            .DistinctBy(c => words.Area("fao", c))
            .OrderBy(c => int.Parse(c, CultureInfo.InvariantCulture))
            .Take(Areas)
            .ToList();
        var items = words
            .Known("item", "fao")
            .Select(k => k.Code)
            .DistinctBy(c => words.Item("fao", c)!.Item)
            .OrderBy(c => int.Parse(c, CultureInfo.InvariantCulture))
            .Take(Items)
            .ToList();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using var writer = new StreamWriter(file, false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        writer.WriteLine(
            "Area Code,Area Code (M49),Area,Item Code,Item Code (CPC),Item,Element Code,Element,Year Code,Year,Unit,Value,Flag,Note"
        );
        var random = new Random(7);
        long rows = 0;
        foreach (var area in areas)
        {
            var areaName = words.Areas[words.Area("fao", area)!];
            foreach (var item in items)
            {
                var itemName = words.Items[words.Item("fao", item)!.Item].Name;
                foreach (var (code, name, unit) in Elements)
                {
                    var level = Math.Pow(10, 2 + random.NextDouble() * 5);
                    for (var year = FirstYear; year < FirstYear + Years; year++)
                    {
                        var value = level * (0.7 + 0.6 * random.NextDouble());
                        // The second release revises every hundredth figure.
                        value += release == 2 && IsRevised(rows) ? 1 : 0;
                        writer.Write(
                            $"\"{area}\",\"'{areaName.M49}\",\"{areaName.Name}\",\"{item}\",\"'01{item}\",\"{itemName}\",\"{code}\",\"{name}\",\"{year}\",\"{year}\",\"{unit}\",\""
                        );
                        writer.Write(value.ToString(code == "5412" ? "0.0" : "0", CultureInfo.InvariantCulture));
                        writer.Write("\",\"");
                        writer.Write(Flags[random.Next(Flags.Length)]);
                        writer.WriteLine("\",\"\"");
                        rows++;
                    }
                }
            }
        }

        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{file}: {rows:N0} rows, {areas.Count} areas, {items.Count} items")
        );
        return 0;
    }
}
