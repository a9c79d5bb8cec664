using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Own;

/// <summary>
/// A table of somebody's own, in whatever headings, read by a <see cref="OwnMapping"/>. Areas, items, elements and units may be written as
/// our codes or by name; anything else ends in one list of unknown names with the nearest known ones.
/// <code>
/// Country,Crop,Year,Tonnes
/// North Korea,Rice,2023,1451000
/// PRK,rice,2022/23,1360000
/// </code>
/// </summary>
public sealed class OwnReader(OwnMapping mapping) : IReleaseReader
{
    public string Format => "table read by a mapping of its columns";

    public Recognition? Recognise(FileHead head) => null;

    public ReleaseDraft Describe(SourceFile file) => new()
    {
        Dataset = mapping.Dataset, FileName = file.Name, Sha256 = file.Sha256, Size = file.Size, LoadedFile = file.Name, LoadedSha256 = file.Sha256,
        Format = Format, Title = mapping.Title, Coverage = ReleaseCoverage.Part, RepeatsAreErrors = true,
    };

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        using var csv = CsvSource.Open(file);
        if (mapping.Lacking is { Count: > 0 } lacking)
        {
            throw new DataFormatException(new DataProblem(file.Head.Shown, 0, lacking[0], "no column and no constant", "a column or a constant for " + string.Join(", ", lacking)));
        }

        var row = new OwnRow(csv, mapping, context);
        while (csv.Read(context))
        {
            if (row.Read() is { } observation)
            {
                yield return observation;
            }
        }
    }
}
