using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Tidy;

/// <summary>
/// Writes what a publisher's file says into our own layout: <c>data.csv.gz</c> and <c>origin.json</c>. Rows stand as in the file,
/// values and flags as printed, each with its line. The same input gives the same bytes.
/// </summary>
public static class ExtractWriter
{
    public const string DataFile = "data.csv.gz";

    /// <summary>Writes an extract; the file is read twice, once to see which columns are needed.</summary>
    /// <param name="reader">Reader of the file's format.</param>
    /// <param name="file">The publisher's file.</param>
    /// <param name="choice">Which rows are kept.</param>
    /// <param name="facts">What is known of the publication beside the file; dataset, file, hash, size, format and extract are filled in here.</param>
    /// <param name="folder">Where to; made if it is not there.</param>
    /// <param name="words">The vocabulary.</param>
    /// <returns>Number of rows written.</returns>
    /// <exception cref="DataFormatException">A row of the file cannot be read.</exception>
    /// <exception cref="UnknownCodesException">A code of the chosen part stands in no crosswalk.</exception>
    public static long Write(IReleaseReader reader, SourceFile file, ExtractChoice choice, Origin facts, string folder, Vocabulary words)
    {
        var kept = choice.Kept(words);
        var draft = reader.Describe(file);
        var context = new ReadContext(words, file.Name);
        var shape = TidyShape.Of(reader.Read(file, context).Where(kept));
        Refuse(context, choice, file);

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, DataFile);
        long rows = 0;
        using (var text = OpenGzip(path))
        {
            var writer = new TidyWriter(text, shape);
            writer.WriteHeader();
            foreach (var cell in reader.Read(file, new ReadContext(words, file.Name)).Where(kept))
            {
                writer.Write(cell);
                rows++;
            }
        }

        (
            facts with
            {
                Dataset = draft.Dataset,
                File = draft.FileName,
                Sha256 = draft.Sha256,
                Size = draft.Size,
                Format = draft.Format,
                Title = facts.Title ?? draft.Title,
                ReleasedOn = facts.ReleasedOn ?? draft.ReleasedOn,
                Coverage = draft.Coverage,
                RepeatsAreErrors = draft.RepeatsAreErrors,
                EveryRow = shape.EveryRow,
                Extract = new ExtractStamp(DataFile, HashOf(path), rows),
            }
        ).Write(folder);
        return rows;
    }

    /// <summary>A gzip text of the same bytes for the same content: no file name, no time (.NET writes neither), line feeds only.</summary>
    internal static StreamWriter OpenGzip(string path) =>
        new(
            new GZipStream(File.Create(path), CompressionLevel.SmallestSize),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            64 * 1024
        )
        {
            NewLine = "\n",
        };

    internal static string HashOf(string path)
    {
        using var bytes = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private static void Refuse(ReadContext context, ExtractChoice choice, SourceFile file)
    {
        if (context.ProblemCount > 0)
        {
            throw new DataFormatException(context.Problems, context.ProblemCount);
        }

        var unknown = context.UnknownCodes().Where(u => !choice.Excludes(u.Kind)).ToList();
        if (unknown.Count > 0)
        {
            throw new UnknownCodesException(file.Name, unknown);
        }
    }
}
