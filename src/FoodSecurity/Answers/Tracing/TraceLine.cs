using System.Globalization;
using FoodSecurity.Observations.Raw;
using FoodSecurity.Series;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Answers.Tracing;

/// <summary>The printed line a figure stands on, where the file is kept, or why it cannot be shown.</summary>
public static class TraceLine
{
    /// <param name="archive">Where the files are kept.</param>
    /// <param name="release">The figure's release.</param>
    /// <param name="point">The figure.</param>
    public static string Of(Archive archive, Release? release, SeriesPoint point)
    {
        if (release is null || point.Origin is not { } origin)
        {
            return "";
        }

        // The publisher's own file first: the line counts in it, also where an extract of it was loaded.
        var sha256 = RawFile.IsKept(archive.Store, release.Sha256) ? release.Sha256 : release.LoadedSha256;
        if (!RawFile.IsKept(archive.Store, sha256))
        {
            return release.IsPublishersFile ? archive.Texts["trace.line.not-kept"] : archive.Texts["trace.line.extract"];
        }

        var line = RawFile.Line(archive.Store, sha256, origin.Member, origin.Line) ?? SheetRow(archive, sha256, origin);
        return line is null ? archive.Texts["trace.line.no-text"]
            : Holds(line, point) ? line
            : archive.Texts["trace.line.elsewhere"];
    }

    /// <summary>A row of a workbook's sheet as the csv it would be.</summary>
    private static string? SheetRow(Archive archive, string sha256, Origin origin)
    {
        if (RawFile.WorkbookPath(archive.Store, sha256) is not { } path)
        {
            return null;
        }

        using var data = SourceFile.Open(path, new ReadingChoices { Sheet = origin.Member }).OpenData();
        return RawLines.Read(data, origin.Line);
    }

    /// <summary>A file that states lines of another file would show a line that has nothing to do with the figure.</summary>
    private static bool Holds(string line, SeriesPoint point) =>
        Digits(point.ValueText) is { Length: 0 }
        || Digits(line).Contains(Digits(point.ValueText), StringComparison.Ordinal)
        || (
            point.Value is { } value
            && Digits(line).Contains(Digits(value.ToString(CultureInfo.InvariantCulture)).TrimEnd('0'), StringComparison.Ordinal)
        );

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
