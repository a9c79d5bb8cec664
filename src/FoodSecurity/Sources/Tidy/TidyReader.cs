using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Tidy;

/// <summary>
/// Our own csv: extracts written from publishers' files, and figures people compile from reports. See README.md beside this file.
/// <code>
/// area,item,element,unit,period,value,basis,status,published_on,native
/// PRK,rice,production,1000-t,2023/24,1451.0000,milled,estimated,2025-03,KN 0422110 028
/// PRK,rice,production,1000-t,2023/24,2232.0000,paddy,estimated,2025-03,KN 0422110 054
/// PRK,cereals,uncovered-deficit,1000-t,2018/19,1360,cereal-equivalent-milled,,2019-05-03,
/// </code>
/// Traces show the publisher's line and heading where the file keeps them, else those of the file itself.
/// </summary>
public sealed class TidyReader : IReleaseReader
{
    /// <summary>Dataset of figures that come without an origin.json.</summary>
    public const string OwnDataset = "own";

    public string Format => "FoodSecurity tidy csv";

    public Recognition? Recognise(FileHead head)
    {
        var judged = HeaderMatch.Judge(head, 0, Format, TidyColumns.Required, TidyColumns.Optional);
        var twice = head.Cells().GroupBy(c => c).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (judged is { Complaint: null } && twice is { Length: > 0 })
        {
            return new Recognition(50, new DataProblem(head.Shown, 1, twice, head.First, "each heading once"));
        }

        if (judged is not { Complaint: null, Certainty: 80 })
        {
            return judged;
        }

        // An unknown heading is an error here: a misspelt "publised_on" must not be passed over in silence.
        var foreign = head.Cells().First(c => !TidyColumns.Required.Contains(c) && !TidyColumns.Optional.Contains(c));
        var near = NearestNames.Of(foreign, TidyColumns.Required.Concat(TidyColumns.Optional));
        return new Recognition(
            50,
            new DataProblem(
                head.Shown,
                1,
                foreign,
                foreign,
                near.Count > 0
                    ? "a heading of tidy files; nearest: " + string.Join(", ", near)
                    : "a heading of tidy files: " + string.Join(", ", TidyColumns.Required.Concat(TidyColumns.Optional))
            )
        );
    }

    public ReleaseDraft Describe(SourceFile file) =>
        Origin.Beside(file)?.Describe(file, Format)
        ?? new ReleaseDraft
        {
            Dataset = OwnDataset,
            FileName = file.Name,
            Sha256 = file.Sha256,
            Size = file.Size,
            LoadedFile = file.Name,
            LoadedSha256 = file.Sha256,
            Format = Format,
            Coverage = ReleaseCoverage.Part,
            RepeatsAreErrors = true,
        };

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        var origin = Origin.Beside(file);
        using var csv = CsvSource.Open(file);
        var row = new TidyRow(csv, origin, context);
        while (csv.Read(context))
        {
            if (row.Read() is { } observation)
            {
                yield return observation;
            }
        }
    }
}
