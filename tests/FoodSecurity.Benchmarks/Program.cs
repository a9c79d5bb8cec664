using FoodSecurity.Benchmarks;

return args switch
{
    ["generate", var file] => BulkFile.Write(file, release: 1),
    ["generate", var file, "--second"] => BulkFile.Write(file, release: 2),
    ["once", var file, var location] => OnceLoad.Run(file, location),
    ["load", .. var rest] => LoadBenchmark.Run(rest.Length > 0 ? rest[0] : Path.Combine(Path.GetTempPath(), "foodsec-bench"), rest.Length > 1 ? int.Parse(rest[1], System.Globalization.CultureInfo.InvariantCulture) : 3),
    ["extraction", .. var rest] => ExtractionQuality.Run(rest.FirstOrDefault(r => r[0] != '-') ?? "", rest.Contains("--mistakes")),
    ["extraction-speed"] => ExtractionSpeed.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        generate FILE [--second]   a file in FAOSTAT's current bulk layout, 4.2 million rows; --second: 1 % of the values changed
        load [FOLDER [ROUNDS]]     measures loads and reads beside DuckDB, sqlite3 and psql; results as text for RESULTS.md
        once FILE LOCATION         one load in a process of its own, with its peak memory
        extraction [PART] [--mistakes]   precision and recall of proposed claims on the gold sentences (development, test)
        extraction-speed           time to read an article of 1,000 words, a batch of 1,000 articles, and hostile texts
        """);
    return 1;
}
