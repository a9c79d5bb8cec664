using System.Globalization;
using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.FAOSTAT;

/// <summary>
/// FAO Food Price Index, monthly csv; https://www.fao.org/worldfoodsituation/foodpricesindex/
/// <code>
/// FAO Food Price Index,,,,,,
/// 2014-2016=100,,,,,,
/// Date,Food Price Index,Meat,Dairy,Cereals,Oils,Sugar
/// ,,,,,,
/// Jan-90,64.4,74.3,53.5,64.1,44.59,87.9
/// </code>
/// Traps: titles before the header, an empty row after it; months are "Jan-90" in one vintage and "1990-01" in another, and a spreadsheet
/// has turned those of this century round ("24-Sep" is September 2024); the base period stands in a title only, and figures of two bases
/// are different series. The series begins in 1990: 90 is 1990, 24 is 2024.
/// </summary>
public sealed class FoodPriceIndexReader : IReleaseReader
{
    public const string DatasetCode = "fao-ffpi";

    private const string FirstIndex = "Food Price Index";

    private static readonly string[] Columns = ["Date", FirstIndex, "Meat", "Dairy", "Cereals", "Oils", "Sugar"];

    private static readonly string[] Months = ["MMM-yy", "yy-MMM", "y-MMM", "yyyy-MM", "MMM yyyy", "MMM-yyyy", "yyyy-MM-dd"];

    private static readonly CultureInfo Century = Since1961();

    public string Format => "FAO Food Price Index";

    public Recognition? Recognise(FileHead head) =>
        HeaderMatch.LineWith(head, FirstIndex) is >= 0 and var line ? HeaderMatch.Judge(head, line, Format, Columns, []) : null;

    public ReleaseDraft Describe(SourceFile file) =>
        new()
        {
            Dataset = DatasetCode,
            FileName = file.Name,
            Sha256 = file.Sha256,
            Size = file.Size,
            LoadedFile = file.Name,
            LoadedSha256 = file.Sha256,
            Format = Format,
            Title = "Food Price Index, " + BaseOf(file.Head),
            Coverage = ReleaseCoverage.Whole,
        };

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        var reference = BaseOf(file.Head);
        using var csv = CsvSource.Open(file, anywhere: FirstIndex);
        var date = csv.Require("Date");
        var series = new List<(int Column, SeriesKey Series)>();
        for (var i = 0; i < csv.Header.Count; i++)
        {
            if (i == date || HeaderMatch.IsIndex(csv.Header[i]))
            {
                continue;
            }

            if (context.Words.Indicator("ffpi", csv.Header[i]) is { } known)
            {
                series.Add(
                    (
                        i,
                        new SeriesKey
                        {
                            Dataset = DatasetCode,
                            Area = "WORLD",
                            Item = known.Item,
                            Element = known.Element,
                            Unit = known.Unit,
                            Frequency = Frequency.Monthly,
                            Dimensions = SeriesKey.JoinDimensions(("base", reference)),
                            Native = csv.Header[i],
                        }
                    )
                );
            }
            else
            {
                context.Unknown("indicator", "ffpi", csv.Header[i], "", csv.Line);
            }
        }

        while (csv.Read(context))
        {
            if (csv.Span(date).IsEmpty && series.TrueForAll(s => csv.Span(s.Column).IsEmpty))
            {
                context.Rows--;
                continue;
            }

            if (!TryMonth(csv.Span(date), out var month))
            {
                csv.Bad(context, date, "a month: Jan-90 or 1990-01");
                continue;
            }

            foreach (var (column, key) in series)
            {
                if (
                    csv.Fill(
                        context,
                        column,
                        new Observation
                        {
                            Series = key,
                            Period = month,
                            Member = csv.Member,
                            Line = csv.Line,
                        }
                    ) is
                    { } figure
                )
                {
                    yield return figure;
                }
            }
        }
    }

    private static bool TryMonth(ReadOnlySpan<char> text, out Period month)
    {
        month = default;
        if (!DateOnly.TryParseExact(text.Trim(), Months, Century, DateTimeStyles.None, out var day) || day.Day != 1)
        {
            return false;
        }

        month = Period.Month(day.Year, day.Month);
        return true;
    }

    /// <summary>"2014-2016=100" in a line before the header; empty where none says it.</summary>
    private static string BaseOf(FileHead head) =>
        Enumerable
            .Range(0, Math.Max(0, HeaderMatch.LineWith(head, FirstIndex)))
            .SelectMany(l => head.Cells(l))
            .FirstOrDefault(c => c.EndsWith("=100", StringComparison.Ordinal) || c.EndsWith("= 100", StringComparison.Ordinal))
            ?.Split('=')[0]
            .Trim()
        ?? "";

    private static CultureInfo Since1961()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar.TwoDigitYearMax = 2060;
        return culture;
    }
}
