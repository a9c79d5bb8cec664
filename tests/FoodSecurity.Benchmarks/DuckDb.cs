namespace FoodSecurity.Benchmarks;

/// <summary>DuckDB by its npm package: its csv import into a typed table in a file.</summary>
internal static class DuckDb
{
    private const string Version = "1.5.6-r.1";

    private const string Script = """
        import { DuckDBInstance } from '@duckdb/node-api';
        const [file, database] = process.argv.slice(2);
        const instance = await DuckDBInstance.create(database);
        const connection = await instance.connect();
        await connection.run(`create table t (area_code integer, m49 varchar, area varchar, item_code integer, cpc varchar, item varchar,
          element_code integer, element varchar, year_code integer, year integer, unit varchar, value double, flag varchar, note varchar)`);
        await connection.run(`copy t from '${file}' (header, delimiter ',', quote '"')`);
        const rows = await connection.runAndReadAll('select count(*) from t');
        connection.closeSync();
        instance.closeSync();
        console.log(String(rows.getRows()[0][0]));
        """;

    /// <summary>The folder it is installed in, or null where there is no npm.</summary>
    public static string? Install(string folder)
    {
        if (!Command.Exists("npm"))
        {
            return null;
        }

        var place = Directory.CreateDirectory(Path.Combine(folder, "duckdb")).FullName;
        if (!Directory.Exists(Path.Combine(place, "node_modules", "@duckdb")))
        {
            Command.Run($"cd '{place}' && npm install --no-audit --no-fund @duckdb/node-api@{Version}");
        }

        File.WriteAllText(Path.Combine(place, "import.mjs"), Script);
        return place;
    }

    public static string Import(string place, string file, string database) => $"node '{place}/import.mjs' '{file}' '{database}'";
}
