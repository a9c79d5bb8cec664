using System.Diagnostics;
using System.Globalization;
using FoodSecurity.Tests.Database;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace FoodSecurity.Tests.Database;

/// <summary>
/// A PostgreSQL server of its own for one run of the tests, started when the first test asks for a database: a fresh cluster in a temporary
/// folder, reached through a socket there, so that no port is taken. Without the server's programs its tests are skipped in plain sight;
/// on a build machine (CI set, where tests/run installs them) they fail.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string Port = "5499";

    private readonly Lazy<string> _folder = new(Start);
    private int _databases;

    /// <summary>The connection string of a new, empty database.</summary>
    public string NewDatabase()
    {
        if (Programs() is null)
        {
            const string Why = "PostgreSQL's server programs are not installed (Debian: apt-get install postgresql).";
            Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), Why);
            Assert.Fail(Why);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        var folder = _folder.Value;
        Run(Program("psql"), null, "-h", folder, "-p", Port, "-U", "postgres", "-qc", $"create database {name} template template0");
        return $"Host={folder};Port={Port};Username=postgres;Database={name}";
    }

    public void Dispose()
    {
        if (_folder.IsValueCreated)
        {
            AsServer("pg_ctl", "-D", Path.Combine(_folder.Value, "data"), "-m", "immediate", "-w", "stop");
            Directory.Delete(_folder.Value, recursive: true);
        }
    }

    private static string Start()
    {
        var folder = Directory.CreateTempSubdirectory("foodsec-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root: the folder goes to the user the package makes.
            Run("chown", null, "postgres", folder);
        }

        var data = Path.Combine(folder, "data");
        AsServer("initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        // Speed before safety: the cluster does not outlive the run.
        AsServer(
            "pg_ctl",
            "-D",
            data,
            "-l",
            Path.Combine(folder, "log"),
            "-w",
            "-o",
            $"-k {folder} -p {Port} -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB",
            "start"
        );
        return folder;
    }

    private static void AsServer(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", Path.GetTempPath(), ["-u", "postgres", "--", Program(program), .. arguments]);
        }
        else
        {
            Run(Program(program), null, arguments);
        }
    }

    private static string? Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0)
                .Select(d => Path.Combine(d, "bin"))
                .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator)
                .FirstOrDefault(d => d.Length > 0 && File.Exists(Path.Combine(d, "initdb")));

    private static string Program(string name) => Path.Combine(Programs()!, name);

    private static void Run(string program, string? folder, params IReadOnlyList<string> arguments)
    {
        // The server that pg_ctl starts inherits our pipes and would keep them open: output goes to a file instead.
        var told = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, WorkingDirectory = folder ?? "" };
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null");
            start.ArgumentList.Add("sh");
            start.ArgumentList.Add(told);
            start.ArgumentList.Add(program);
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{File.ReadAllText(told)}");
        }
        finally
        {
            File.Delete(told);
        }
    }
}
