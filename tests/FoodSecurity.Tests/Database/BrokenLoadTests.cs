using System.Diagnostics;
using System.Globalization;
using System.Text;
using FoodSecurity.Database;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Database;

/// <summary>A load that is killed, or finds no room, leaves the database as it was: the program itself is run, and stopped as life stops it.</summary>
public sealed class BrokenLoadTests : IDisposable
{
    private const int Rows = 90_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-broken-").FullName;

    private string File => Path.Combine(_folder, "Production_Crops_Livestock_E_All_Data_(Normalized).csv");

    public BrokenLoadTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals and limits of Linux.");
        WriteFile();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Killed_at_any_moment_the_database_holds_the_whole_release_or_nothing_of_it()
    {
        var whole = Stopwatch.StartNew();
        Load(Path.Combine(_folder, "measure.db")).ExitCode.ShouldBe(0);
        var duration = whole.Elapsed;
        var database = Path.Combine(_folder, "killed.db");
        Store.Open(database).Close();
        foreach (
            var share in (double[])
                [0.05, 0.15, 0.25, 0.33, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.74, 0.78, 0.82, 0.85, 0.88, 0.91, 0.94, 0.96, 0.98]
        )
        {
            using (var process = Start(database))
            {
                process.WaitForExit(duration * share);
                process.Kill();
                process.WaitForExit();
            }

            State(database).ShouldBeOneOf((0, 0), (1, Rows));
        }

        Load(database).ExitCode.ShouldBe(0);
        State(database).ShouldBe((1, Rows));
    }

    [Fact]
    public void A_full_disk_is_told_and_leaves_the_database_as_it_was()
    {
        var disk = Directory.CreateDirectory(Path.Combine(_folder, "disk")).FullName;
        var mounted = Run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk).ExitCode == 0;
        Assert.SkipUnless(mounted, "Mounting a small disk needs root.");
        try
        {
            var database = Path.Combine(disk, "full.db");
            Store.Open(database).Close();
            var (code, error) = Load(database);
            code.ShouldBe(2, error);
            error.ShouldContain("No room");
            error.ShouldContain("Nothing was written.");
            State(database).ShouldBe((0, 0));
        }
        finally
        {
            Run("umount", "-l", disk);
        }
    }

    [Fact]
    public void A_limit_on_file_sizes_is_told_and_leaves_the_database_as_it_was()
    {
        var database = Path.Combine(_folder, "limited.db");
        Store.Open(database).Close();
        // The signal is ignored, so that the write itself fails; the runtime's own mappings are no files on disk, but count as such.
        var (code, error) = Run(
            "/bin/bash",
            "-c",
            $"trap '' XFSZ; ulimit -f 3000; export DOTNET_EnableWriteXorExecute=0 {DatabaseLocation.Setting}='{database}'; exec '{Dotnet}' '{Program}' load '{File}'"
        );
        code.ShouldBe(2, error);
        error.ShouldContain("Nothing was written.");
        State(database).ShouldBe((0, 0));
    }

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Program => Path.Combine(AppContext.BaseDirectory, "foodsec.dll");

    /// <summary>A file in FAOSTAT's bulk layout: one item of fifty areas would be too short to be stopped in the middle.</summary>
    private void WriteFile()
    {
        using var writer = new StreamWriter(File, false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(
            "Area Code,Area Code (M49),Area,Item Code,Item Code (CPC),Item,Element Code,Element,Year Code,Year,Unit,Value,Flag,Note"
        );
        var rows = 0;
        foreach (
            var area in (string[])
                [
                    "2",
                    "3",
                    "4",
                    "7",
                    "8",
                    "9",
                    "10",
                    "11",
                    "12",
                    "13",
                    "14",
                    "16",
                    "17",
                    "18",
                    "19",
                    "20",
                    "21",
                    "23",
                    "25",
                    "26",
                    "27",
                    "28",
                    "29",
                    "32",
                    "33",
                    "35",
                    "37",
                    "38",
                    "39",
                    "40",
                    "44",
                    "45",
                    "46",
                    "47",
                    "48",
                    "49",
                    "50",
                    "52",
                    "53",
                    "54",
                    "55",
                    "56",
                    "57",
                    "58",
                    "59",
                    "60",
                    "63",
                    "66",
                    "67",
                    "116",
                ]
        )
        {
            foreach (
                var (item, element, unit) in from i in (string[])["15", "27", "44", "56", "71", "75", "79", "83", "89", "92"]
                from e in (string[])["5312,ha", "5412,kg/ha", "5510,t"]
                select (i, e.Split(',')[0], e.Split(',')[1])
            )
            {
                for (var year = 1961; year <= 2020; year++, rows++)
                {
                    writer.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"\"{area}\",\"'000\",\"x\",\"{item}\",\"'0\",\"x\",\"{element}\",\"x\",\"{year}\",\"{year}\",\"{unit}\",\"{1000 + year % 89}\",\"A\",\"\""
                        )
                    );
                }
            }
        }

        rows.ShouldBe(Rows);
    }

    private (int ExitCode, string Error) Load(string database)
    {
        using var process = Start(database);
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    private Process Start(string database)
    {
        var start = new ProcessStartInfo(Dotnet) { RedirectStandardError = true, WorkingDirectory = Clone.Root };
        start.ArgumentList.Add(Program);
        start.ArgumentList.Add("load");
        start.ArgumentList.Add(File);
        start.Environment[DatabaseLocation.Setting] = database;
        return Process.Start(start)!;
    }

    private static (int ExitCode, string Error) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, WorkingDirectory = Clone.Root }
        )!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    /// <summary>Releases and rows of a database that must be sound.</summary>
    private static (long Releases, long Rows) State(string database)
    {
        var store = Store.Open(database);
        try
        {
            using var connection = store.OpenReader();
            connection.One<string>("pragma integrity_check").ShouldBe("ok");
            return connection.One<(long, long)>("select (select count(*) from release), (select count(*) from observation)");
        }
        finally
        {
            store.Close();
        }
    }
}
