using System.Globalization;
using FoodSecurity.Benchmarks;
using FoodSecurity.Benchmarks.Charts;

return args switch
{
    ["generate", var file] => BulkFile.Write(file, release: 1),
    ["generate", var file, "--second"] => BulkFile.Write(file, release: 2),
    ["once", var file, var location] => OnceLoad.Run(file, location),
    ["findings", .. var rest] => FindingsBenchmark.Run(rest.Length > 0 ? rest[0] : null),
    ["page", .. var rest] => CountryPageBenchmark.Run(rest.Length > 0 ? rest[0] : null),
    ["load", .. var rest] => LoadBenchmark.Run(
        rest.Length > 0 ? rest[0] : Path.Combine(Path.GetTempPath(), "foodsec-bench"),
        rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 3
    ),
    ["charts", var place, .. var rest] => ChartsBenchmark.Run(
        place,
        rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 7
    ),
    ["chart-memory", .. var rest] => MemoryBenchmark.Run(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 5000),
    ["draw", var form] => DrawLoop.Run(form),
    ["crowd", var first, var second, var location] => CrowdBenchmark.Run(first, second, location),
    ["grow", var file, var location, var datasets] => GrowBenchmark.Run(file, location, int.Parse(datasets, CultureInfo.InvariantCulture)),
    ["reads", var location] => ReadBenchmark.Run(location),
    ["extraction", "read", var file, .. var rest] => ExtractionQuality.Read(file, rest.Contains("--because")),
    ["extraction", .. var rest] => ExtractionQuality.Run(rest.FirstOrDefault(r => r[0] != '-') ?? "", rest.Contains("--mistakes")),
    ["extraction-speed", .. var rest] => ExtractionSpeed.Run(rest.Contains("--warm")),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        generate FILE [--second]   a file in FAOSTAT's current bulk layout, 4.2 million rows; --second: 1 % of the values changed
        load [FOLDER [ROUNDS]]     measures loads and reads beside DuckDB, sqlite3 and psql; results as text for RESULTS.md
        findings [DATABASE]        all findings of each article, from the shipped data; loads them where they are not there yet
        crowd FIRST SECOND LOCATION  a thousand reads a second while the second file loads over the first
        grow FILE LOCATION N       a database of N datasets, each with the rows of the file
        page [DATABASE]            the charts of country pages, from scratch and from the cache
        reads LOCATION             one series and one map year, asked of a database that holds such files
        once FILE LOCATION         one load in a process of its own, with its peak memory
        charts FOLDER [ROUNDS]     the same chart by us, ECharts, Vega-Lite and matplotlib; npm installs the peers into FOLDER; matplotlib: Debian's python3-matplotlib
        chart-memory [COUNT]       COUNT (5000) different charts in every form as fast as possible; resident memory after each 500
        draw svg|png|pdf           our side of it: a number a line in, processor milliseconds each out
        extraction [PART] [--mistakes]   precision and recall of proposed claims on the gold sentences (development, test, second-development, second-test)
        extraction read FILE [--because]   the claims read in a file with one text a line, to try rules and tables with
        extraction-speed [--warm]  time to read an article of 1,000 words, a batch of 1,000 articles, and hostile texts
        """
    );
    return 1;
}
