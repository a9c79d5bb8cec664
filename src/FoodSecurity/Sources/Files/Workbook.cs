using System.IO.Compression;
using FoodSecurity.Observations;
using MiniExcelLibs;

namespace FoodSecurity.Sources.Files;

/// <summary>
/// An Excel workbook (.xlsx) whose sheets hold the tables publishers give as csv. A sheet is read as the csv it would be, row by row: row
/// numbers are line numbers, the sheet's name is the member. Nothing is guessed of numbers and dates, since a workbook knows which is which.
/// </summary>
internal static class Workbook
{
    /// <summary>True for a zip that is a workbook.</summary>
    public static bool IsOne(ZipArchive zip) =>
        zip.Entries.Any(e => e.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Names of the sheets in their order.</summary>
    /// <exception cref="DataFormatException">It cannot be opened.</exception>
    public static IReadOnlyList<string> Sheets(string path)
    {
        try
        {
            using var bytes = File.OpenRead(path);
            var names = bytes.GetSheetNames();
            return names.Count > 0 ? names : throw new InvalidDataException("It has no sheet.");
        }
        catch (Exception broken) when (broken is not (DataFormatException or IOException { InnerException: null } or OutOfMemoryException))
        {
            throw Damaged(Path.GetFileName(path), broken);
        }
    }

    /// <summary>A sheet's rows as csv text in UTF-8, made as they are read.</summary>
    public static Stream Open(string path, string sheet) => new SheetStream(path, sheet);

    internal static DataFormatException Damaged(string name, Exception why) =>
        new(
            new DataProblem(
                name,
                0,
                "",
                "an Excel workbook (.xlsx) that cannot be read: " + why.Message,
                "a whole workbook, not protected by a password; save it anew or as CSV UTF-8"
            )
        );
}
