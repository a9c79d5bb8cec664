using System.Globalization;
using FoodSecurity.Benchmarks;
using FoodSecurity.Benchmarks.Charts;

return args switch
{
    ["generate", var file] => BulkFile.Write(file, release: 1),
    ["generate", var file, "--second"] => BulkFile.Write(file, release: 2),
    ["once", var file, var location] => OnceLoad.Run(file, location),
    ["load", .. var rest] => LoadBenchmark.Run(rest.Length > 0 ? rest[0] : Path.Combine(Path.GetTempPath(), "foodsec-bench"), rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 3),
    ["charts", var place, .. var rest] => ChartsBenchmark.Run(place, rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 7),
    ["chart-memory", .. var rest] => MemoryBenchmark.Run(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 5000),
    ["draw", var form] => DrawLoop.Run(form),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        generate FILE [--second]   a file in FAOSTAT's current bulk layout, 4.2 million rows; --second: 1 % of the values changed
        load [FOLDER [ROUNDS]]     measures loads and reads beside DuckDB, sqlite3 and psql; results as text for RESULTS.md
        once FILE LOCATION         one load in a process of its own, with its peak memory
        charts FOLDER [ROUNDS]     the same chart by us, ECharts, Vega-Lite and matplotlib; npm installs the peers into FOLDER; matplotlib: Debian's python3-matplotlib
        chart-memory [COUNT]       COUNT (5000) different charts in every form as fast as possible; resident memory after each 500
        draw svg|png|pdf           our side of it: a number a line in, processor milliseconds each out
        """);
    return 1;
}
