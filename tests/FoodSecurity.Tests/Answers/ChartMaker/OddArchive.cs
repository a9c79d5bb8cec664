using System.Globalization;
using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Uploads;
using FoodSecurity.Tests.Answers.ChartMaker;
using FoodSecurity.Tests.House;

[assembly: AssemblyFixture(typeof(OddArchive))]

namespace FoodSecurity.Tests.Answers.ChartMaker;

/// <summary>
/// A small database of odd tables, loaded as an office loads its own (csv with a mapping), with articles and events as the desk keeps them. Each oddity is an
/// item of its own, so that its chart is asked for by its name.
/// </summary>
public sealed class OddArchive : IDisposable
{
    public const string Long = "Fermented and sun-dried cassava meal, first and second season together, household reserves included";
    public const string French = "Blé tendre d’été, récolté à Évreux – année « moyenne »";
    public const string Signs = "Maize <white> & \"yellow\" 'flint' grain";
    public const string Arabic = "الأرز المقشور (محصول الموسم الثاني)";
    public const string Korean = "쌀과 옥수수를 합한 곡물 생산량";
    public const string Thai = "ข้าวเจ้าหอมมะลิและข้าวเหนียวนาปรัง";

    /// <summary>The country of all items but the one with excerpts.</summary>
    public const string Plain = "LIE";

    /// <summary>Only some measures may be below zero.</summary>
    private static readonly HashSet<string> BelowZero = ["negative", "all-negative", "zeros"];

    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-odd-").FullName;
    private readonly Lazy<Archive> _archive;
    private readonly StringBuilder _rows = new();
    private readonly StringBuilder _items = new();

    public OddArchive() => _archive = new(Open);

    public Archive Archive => _archive.Value;

    public string Seeds => Path.Combine(_folder, "seeds");

    public string Database => Path.Combine(_folder, "odd.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Archive Open()
    {
        Copy(Clone.Seeds, Seeds);
        Figures();
        File.AppendAllText(Path.Combine(Seeds, "items.csv"), _items.ToString());
        var archive = Archive.Open(Database, Seeds);
        Load(archive, "own", _rows.ToString());
        FiveSources(archive);
        new OddNotes(archive, Path.Combine(_folder, "events.csv")).Keep();
        return archive;
    }

    /// <summary>Loads one more figure, of rice in Luxembourg.</summary>
    public OwnLoad LoadOne(string element, string value) => TryLoad(Archive, "usda-psd", $"LUX,rice,{element},t,2020,{value},,,\n");

    private void Load(Archive archive, string dataset, string rows)
    {
        var load = TryLoad(archive, dataset, rows);
        load.Problems.ShouldBeEmpty();
        load.Unknown.ShouldBeEmpty();
        load.Report.ShouldNotBeNull();
    }

    private OwnLoad TryLoad(Archive archive, string dataset, string rows)
    {
        var table = Path.Combine(_folder, dataset + ".csv");
        File.WriteAllText(table, "area,item,element,unit,period,value,status,note,market\n" + rows);
        var mapping = Path.Combine(_folder, dataset + ".map.json");
        File.WriteAllText(
            mapping,
            $$$"""
            {"dataset": "{{{dataset}}}", "title": "Odd figures", "licence": "made for a test", "released_on": "2024-05-01", "constants": {"source": "made for a test"},
             "columns": {"area": "area", "item": "item", "element": "element", "unit": "unit", "period": "period", "value": "value", "status": "status", "note": "note", "dimension:market": "market"} }
            """
        );
        return OwnTables.Load(archive, table, mapping, "odd", dryRun: false, keepRaw: true);
    }

    private void Figures()
    {
        Item("one-point", "One point").Years("one-point", 2010, [1250]);
        Item("far-apart", "Far apart").Row("far-apart", "1998", 900).Row("far-apart", "2021", 1700);
        Item("all-missing", "All missing")
            .Row("all-missing", "2018", null, "suppressed")
            .Row("all-missing", "2019", null, "not-applicable")
            .Row("all-missing", "2020", null, "missing", "no survey")
            .Row("all-missing", "2021", null, "missing", "no survey");
        Item("half-missing", "Half missing")
            .Years("half-missing", 2018, [1000])
            .Row("half-missing", "2019", null, "suppressed")
            .Row("half-missing", "2020", null, "missing")
            .Row("half-missing", "2021", 1200m);
        Item("all-zero", "All zero").Years("all-zero", 2015, [0, 0, 0, 0, 0, 0]);
        Item("negative", "Trade balance").Years("negative", 2010, [-500, 300, -1200, -1250, 40, 0, -900, 700]);
        Item("all-negative", "Only negative").Years("all-negative", 2015, [-3, -4, -2.5m, -8]);
        Item("tiny", "Tiny").Years("tiny", 2015, [0.000000001m, 0.0000000035m, 0.000000002m]);
        Item("huge", "Huge").Years("huge", 2015, [1e15m, 2.2e15m, 1.6e15m]);
        Item("outlier", "Outlier").Years("outlier", 2010, [4, 5, 4.4m, 6, 50_000, 5, 4.6m, 5.1m]);
        Item("zeros", "Zeros and negatives").Years("zeros", 2005, [12, 0, 35, 220, -3, 1800, 0, 15_000, 90_000, 120_000]);
        Item("long-time", "Since 1765").Years("long-time", 1765, [.. Enumerable.Range(0, 260).Select(i => 400m + i * 7 + i * i % 97)]);
        Item("one-month", "One month").Row("one-month", "2023-07", 310);
        Item("months", "Forty years of months");
        for (var i = 0; i < 480; i++)
        {
            Row(
                "months",
                string.Create(CultureInfo.InvariantCulture, $"{1984 + i / 12}-{i % 12 + 1:00}"),
                100 + i % 12 * 6 + i / 12 * 3 + i * 31 % 11
            );
        }

        Item("few-months", "Three and a half years of months");
        for (var i = 0; i < 66; i++)
        {
            Row(
                "few-months",
                string.Create(CultureInfo.InvariantCulture, $"{2018 + i / 12}-{i % 12 + 1:00}"),
                i is 13 or 14 ? null : 40 + i % 12 * 3 + i / 12
            );
        }

        foreach (
            var (code, name) in new[]
            {
                ("long", Long),
                ("french", French),
                ("signs", Signs),
                ("arabic", Arabic),
                ("korean", Korean),
                ("thai", Thai),
            }
        )
        {
            Item("name-" + code, name)
                .Years(
                    "name-" + code,
                    2008,
                    [.. Enumerable.Range(0, 14).Select(i => 500m + code[0] % 13 * 90 + i * 20 * (code[1] % 3 + 1) + i * i * 17 % 60)]
                );
        }

        Item("noted", "Noted").Years("noted", 2005, [.. Enumerable.Range(0, 20).Select(i => 2000m + i * 40 + i * 37 % 11 * 60)]);
        Item("parts", "Parts").Years("parts", 2010, [200, 220, 210, 260, 300, 280, 310, 290]);
    }

    /// <summary>Five countries as five sources have them.</summary>
    private static readonly string[] Five = ["KEN", "ETH", "UGA", "TZA", "RWA"];

    private void FiveSources(Archive archive)
    {
        foreach (var (dataset, k) in new[] { "fao-qcl", "usda-psd", "wb-wdi", "rda", "fao-wfp" }.Select((d, k) => (d, k)))
        {
            var rows = new StringBuilder();
            foreach (var (area, a) in Five.Select((area, a) => (area, a)))
            {
                for (var year = 2000; year < 2021; year++)
                {
                    rows.Append(
                        CultureInfo.InvariantCulture,
                        $"{area},sorghum,production,t,{year},{900_000 + a * 130_000 + k * 31_000 + (year * (k + 3) + a * 7) % 13 * 14_000},,,\n"
                    );
                }
            }

            Load(archive, dataset, rows.ToString());
        }
    }

    private OddArchive Item(string code, string name)
    {
        _items.Append(CultureInfo.InvariantCulture, $"{code},\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",test,crop,,\n");
        return this;
    }

    private OddArchive Years(string item, int from, decimal[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Row(item, (from + i).ToString(CultureInfo.InvariantCulture), values[i]);
        }

        return this;
    }

    private OddArchive Row(string item, string period, decimal? value, string status = "", string note = "")
    {
        _rows.Append(
            CultureInfo.InvariantCulture,
            $"{(item == "noted" ? OddNotes.Area : Plain)},{item},{(BelowZero.Contains(item) ? "stock-variation-fbs" : "production")},t,{period},{value},{status},{note},\n"
        );
        return this;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from).Where(f => Path.GetFileName(f) != "articles"))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
