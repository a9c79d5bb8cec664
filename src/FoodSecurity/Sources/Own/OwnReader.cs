using System.Security.Cryptography;
using System.Text;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;
using FoodSecurity.Sources.Tidy;

namespace FoodSecurity.Sources.Own;

/// <summary>
/// Any table of an office's own (csv or workbook), read as a mapping file says. Every bad cell is told with its row, column, content and
/// what was expected, a name that is not known with the nearest known ones, a key that stands twice with both rows; one bad row and
/// nothing is loaded.
/// <code>
/// District;Crop;Year;Tonnes
/// Kitui;Mais;2023;1451,5
/// Makueni;Mais;2023;980
/// </code>
/// </summary>
public sealed class OwnReader(OwnMapping mapping) : IReleaseReader
{
    public string Format => "Own table by mapping " + mapping.FileName;

    public Recognition? Recognise(FileHead head) => new(100);

    /// <summary>The release of file and mapping together: with a mapping put right, the same file is another release.</summary>
    public ReleaseDraft Describe(SourceFile file) =>
        new()
        {
            Dataset = mapping.Whole.GetValueOrDefault("dataset", TidyReader.OwnDataset),
            FileName = file.Name,
            Sha256 = file.Sha256,
            Size = file.Size,
            LoadedFile = file.Name,
            LoadedSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(file.Sha256 + mapping.Sha256))),
            Format = Format,
            Title = mapping.Whole.GetValueOrDefault("title"),
            Licence = mapping.Whole.GetValueOrDefault("licence"),
            ReleasedOn = mapping.Whole.GetValueOrDefault("released_on"),
            Coverage = ReleaseCoverage.Part,
            RepeatsAreErrors = true,
        };

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        context.KeepAllProblems();
        using var csv = CsvSource.Open(file, anywhere: mapping.Whole.GetValueOrDefault("header"));
        var row = new OwnRow(file, csv, mapping, context);
        var lines = new Dictionary<(SeriesKey, Period, string), long>();
        while (csv.Read(context))
        {
            if (row.Read() is not { } made)
            {
                continue;
            }

            if (lines.TryAdd((made.Series, made.Period, made.Edition), csv.Line))
            {
                yield return made;
            }
            else
            {
                csv.Bad(
                    context,
                    row.ValueColumn,
                    $"each figure once: {made.Series.Area}, {made.Series.Item}, {made.Series.Element}, {made.Period.Label} stands in row {lines[(made.Series, made.Period, made.Edition)]} already"
                );
            }
        }
    }
}
