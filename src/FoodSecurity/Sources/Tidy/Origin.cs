using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Tidy;

/// <summary>
/// The sidecar <c>origin.json</c>: where the figures of a folder come from. What is not known is null, never invented.
/// </summary>
public sealed record Origin
{
    public const string FileName = "origin.json";

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter<ReleaseCoverage>(JsonNamingPolicy.KebabCaseLower) },
    };

    public required string Dataset { get; init; }
    public string? Title { get; init; }

    /// <summary>The publisher's file.</summary>
    public string? File { get; init; }
    public string? Sha256 { get; init; }
    public long? Size { get; init; }
    public string? PublisherAddress { get; init; }
    public string? ObtainedFrom { get; init; }
    public string? ReleasedOn { get; init; }
    public string? RetrievedOn { get; init; }
    public string? Licence { get; init; }
    public ReleaseCoverage Coverage { get; init; } = ReleaseCoverage.Part;

    /// <summary>The publisher's format.</summary>
    public string? Format { get; init; }

    /// <summary>What was left out of the publisher's file, in words.</summary>
    public string? Selection { get; init; }

    /// <summary>False where the publisher's own file may repeat a key.</summary>
    public bool RepeatsAreErrors { get; init; } = true;

    /// <summary>Cells that are the same in every row and therefore no column: heading and content. "line": "=" means each row stands on its own line number.</summary>
    public IReadOnlyDictionary<string, string>? EveryRow { get; init; }

    /// <summary>The data file beside this one as it was written; null for files compiled by hand.</summary>
    public ExtractStamp? Extract { get; init; }

    /// <summary>The sidecar beside a file; null where there is none.</summary>
    /// <exception cref="DataFormatException">It is not what it should be.</exception>
    public static Origin? Beside(SourceFile file)
    {
        var path = Path.Combine(file.Folder, FileName);
        if (!System.IO.File.Exists(path))
        {
            return null;
        }

        try
        {
            var origin = JsonSerializer.Deserialize<Origin>(System.IO.File.ReadAllText(path), Form) ?? throw new JsonException("null");
            if (origin.Extract is { } extract && extract.File != file.Name)
            {
                return null;
            }

            return origin.Extract is not { } stamp || stamp.Sha256 == file.Sha256
                ? origin
                : throw new DataFormatException(
                    new DataProblem(
                        file.Name,
                        0,
                        "",
                        "SHA-256 " + file.Sha256,
                        $"{stamp.Sha256}, as its {FileName} states: the file was changed after it was written"
                    )
                );
        }
        catch (JsonException wrong)
        {
            throw new DataFormatException(
                new DataProblem(FileName, (wrong.LineNumber ?? 0) + 1, wrong.Path ?? "", wrong.Message, "the fields of an origin.json")
            );
        }
    }

    public void Write(string folder) =>
        System.IO.File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Form) + "\n");

    /// <summary>The release a tidy file stands for.</summary>
    public ReleaseDraft Describe(SourceFile file, string format) =>
        new()
        {
            Dataset = Dataset,
            FileName = File ?? file.Name,
            Sha256 = Sha256 ?? file.Sha256,
            Size = Size ?? (File is null ? file.Size : null),
            LoadedFile = file.Name,
            LoadedSha256 = file.Sha256,
            Format = Format ?? format,
            Title = Title,
            PublisherAddress = PublisherAddress,
            ObtainedFrom = ObtainedFrom,
            ReleasedOn = ReleasedOn,
            RetrievedOn = RetrievedOn,
            Licence = Licence,
            Selection = Selection,
            Coverage = Coverage,
            RepeatsAreErrors = RepeatsAreErrors,
        };
}

/// <summary>What an extract was when it was written.</summary>
public sealed record ExtractStamp(string File, string Sha256, long Rows);
