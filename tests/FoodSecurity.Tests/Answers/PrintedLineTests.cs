using System.Globalization;
using System.IO.Compression;
using System.Text;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Tests.House;
using Sylvan.Data.Csv;

namespace FoodSecurity.Tests.Answers;

/// <summary>The line a trace names really holds the printed figure, in the publisher's own file (where FOODSEC_SAMPLES has it).</summary>
public class PrintedLineTests(ShippedArchive shipped)
{
    [Fact]
    public void The_publishers_line_holds_the_printed_figure()
    {
        var samples = Environment.GetEnvironmentVariable("FOODSEC_SAMPLES");
        Assert.SkipWhen(string.IsNullOrEmpty(samples), "FOODSEC_SAMPLES names no folder with the publishers' own files");
        var files = SeedTable.Read(Clone.Seeds, "extracts.csv", "file").Select(r => r["file"]).ToDictionary(f => Path.GetFileName(f)!);
        var drawn = Draw();
        drawn.Count.ShouldBeGreaterThanOrEqualTo(20);
        drawn
            .Select(d => d.Dataset)
            .Distinct()
            .Count()
            .ShouldBe(shipped.Reports.Select(r => r.Dataset).Where(d => d != "events").Distinct().Count());
        drawn.Select(d => Check(d, Path.Combine(samples!, files[d.File]))).Where(wrong => wrong is not null).ShouldBeEmpty();
    }

    /// <summary>Two figures of each release, a third and two thirds into its lines.</summary>
    private List<Drawn> Draw()
    {
        using var connection = shipped.Archive.Read();
        return
        [
            .. ReleaseQuery
                .All(connection)
                .Values.SelectMany(r =>
                    new[] { 1, 2 }
                        .Select(third =>
                            connection.One<Drawn>(
                                """
                                select r.dataset as Dataset, r.file_name as File, r.sha256 as Sha256, o.member as Member, o.line as Line, o.column_name as ColumnName,
                                  o.value as Value, o.value_text as ValueText
                                from observation o join release r on r.id = o.release_id
                                where o.release_id = @id and o.value is not null and o.line * 3 >= @third * (select max(line) from observation where release_id = @id)
                                order by o.line, o.column_name limit 1
                                """,
                                new { id = r.Id, third }
                            )
                        )
                        .Where(d => d is not null)
                        .Select(d => d!)
                ),
        ];
    }

    private static string? Check(Drawn drawn, string path)
    {
        Hash(path).ShouldBe(drawn.Sha256, path);
        using var zip = drawn.Member is null ? null : ZipFile.OpenRead(path);
        using var stream = zip is null ? File.OpenRead(path) : zip.GetEntry(drawn.Member!)!.Open();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        int? column = null;
        for (var line = 1L; reader.ReadLine() is { } text; line++)
        {
            if (column is null && Cells(text) is var heads && Array.IndexOf(heads, drawn.ColumnName) is >= 0 and var at)
            {
                column = at;
            }

            if (line == drawn.Line)
            {
                var cells = Cells(text);
                return column is { } c && c < cells.Length && cells[c].Trim() == drawn.Printed
                    ? null
                    : $"{drawn.File} line {line}, column {drawn.ColumnName}: \"{drawn.Printed}\" is not in {text}";
            }
        }

        return $"{drawn.File} has no line {drawn.Line}";
    }

    private static string[] Cells(string line)
    {
        using var csv = CsvDataReader.Create(
            new StringReader(line.TrimStart('\u00ef', '\u00bb', '\u00bf')),
            new CsvDataReaderOptions { HasHeaders = false }
        );
        return csv.Read() ? [.. Enumerable.Range(0, csv.RowFieldCount).Select(csv.GetString)] : [];
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
    }

    private sealed record Drawn
    {
        public string Dataset { get; init; } = "";
        public string File { get; init; } = "";
        public string Sha256 { get; init; } = "";
        public string? Member { get; init; }
        public long Line { get; init; }
        public string ColumnName { get; init; } = "";
        public double Value { get; init; }
        public string? ValueText { get; init; }

        public string Printed => ValueText ?? Value.ToString("R", CultureInfo.InvariantCulture);
    }
}
