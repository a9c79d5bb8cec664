using FoodSecurity.Benchmarks;

return args switch
{
    ["generate", var file] => BulkFile.Write(file, release: 1),
    ["generate", var file, "--second"] => BulkFile.Write(file, release: 2),
    ["once", var file, var location] => OnceLoad.Run(file, location),
    ["load", .. var rest] => LoadBenchmark.Run(rest.Length > 0 ? rest[0] : Path.Combine(Path.GetTempPath(), "foodsec-bench"), rest.Length > 1 ? int.Parse(rest[1], System.Globalization.CultureInfo.InvariantCulture) : 3),
    ["findings", .. var rest] => FindingsBenchmark.Run(rest.Length > 0 ? rest[0] : null),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        generate FILE [--second]   a file in FAOSTAT's current bulk layout, 4.2 million rows; --second: 1 % of the values changed
        load [FOLDER [ROUNDS]]     measures loads and reads beside DuckDB, sqlite3 and psql; results as text for RESULTS.md
        findings [DATABASE]        all findings of each article, from the shipped data; loads them where they are not there yet
        once FILE LOCATION         one load in a process of its own, with its peak memory
        """);
    return 1;
}
