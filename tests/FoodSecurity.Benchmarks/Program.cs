using FoodSecurity.Benchmarks;

return args switch
{
    ["generate", var file] => BulkFile.Write(file, release: 1),
    ["generate", var file, "--second"] => BulkFile.Write(file, release: 2),
    ["once", var file, var location] => OnceLoad.Run(file, location),
    ["load", .. var rest] => LoadBenchmark.Run(rest.Length > 0 ? rest[0] : Path.Combine(Path.GetTempPath(), "foodsec-bench"), rest.Length > 1 ? int.Parse(rest[1], System.Globalization.CultureInfo.InvariantCulture) : 3),
    ["crowd", var first, var second, var location] => CrowdBenchmark.Run(first, second, location),
    ["grow", var file, var location, var datasets] => GrowBenchmark.Run(file, location, int.Parse(datasets, System.Globalization.CultureInfo.InvariantCulture)),
    ["reads", var location] => ReadBenchmark.Run(location),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        generate FILE [--second]   a file in FAOSTAT's current bulk layout, 4.2 million rows; --second: 1 % of the values changed
        load [FOLDER [ROUNDS]]     measures loads and reads beside DuckDB, sqlite3 and psql; results as text for RESULTS.md
        crowd FIRST SECOND LOCATION  a thousand reads a second while the second file loads over the first
        grow FILE LOCATION N       a database of N datasets, each with the rows of the file
        reads LOCATION             one series and one map year, asked of a database that holds such files
        once FILE LOCATION         one load in a process of its own, with its peak memory
        """);
    return 1;
}
