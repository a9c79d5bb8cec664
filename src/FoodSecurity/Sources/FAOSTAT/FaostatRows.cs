using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.FAOSTAT;

/// <summary>The rows that normalised bulk files and web exports share: one figure, its year or month, flag and note.</summary>
internal static class FaostatRows
{
    /// <summary>FAOSTAT's code of a whole year beside those of the months, 7001 for January.</summary>
    private const string Annual = "7021";
    private const int FirstMonth = 7001;

    public static IEnumerable<Observation> Read(SourceFile file, ReadContext context, FaostatDomain domain, bool latin1, bool newFlags)
    {
        using var csv = CsvSource.Open(file, latin1);
        var series = new FaostatSeries(csv, context, domain);
        var flags = new FaostatFlag(context.Words, newFlags);
        var periods = new PeriodMemory();
        int year = csv.Require("Year Code"),
            month = csv.Find("Months Code"),
            value = csv.Require("Value"),
            flag = csv.Require("Flag"),
            description = csv.Find("Flag Description"),
            note = csv.Find("Note");
        while (csv.Read(context))
        {
            var known = series.OfRow();
            var meaning = flags.Of(csv, context, flag, description, out var isBreak);
            if (!known.Settled(context, csv.Line) || meaning is null)
            {
                continue;
            }

            if (!TryPeriod(csv.Span(year), periods, out var period))
            {
                csv.Bad(context, year, "a year (2021) or the years of a three-year average (20192021)");
                continue;
            }

            var monthly = month >= 0 && csv.Span(month) is not Annual;
            if (monthly)
            {
                if (
                    !Figure.TryWhole(csv.Span(month), out var code)
                    || code - FirstMonth is not (>= 0 and < 12)
                    || period.Kind != PeriodKind.CalendarYear
                )
                {
                    csv.Bad(context, month, "7001 to 7012 for a month of a year, 7021 for the year");
                    continue;
                }

                period = Period.Month(period.Year, code - FirstMonth + 1);
            }

            var cell = csv.Span(value);
            var empty = cell.IsEmpty || cell is "NR" or "NV";
            if (!empty & !Figure.TryRead(cell, out var figure, out var bound, out var shortest))
            {
                csv.Bad(context, value, Figure.Expected);
                continue;
            }

            // A flag that says there is no figure outweighs a 0 printed beside it: missing is never zero. The text is kept.
            var silent = meaning.Status is ObservationStatus.Missing or ObservationStatus.Suppressed or ObservationStatus.NotApplicable;
            shortest &= !empty & !silent;
            yield return new Observation
            {
                Series = monthly ? known.ByMonth! : known.Series!,
                Period = period,
                Value = empty || silent ? null : figure,
                Bound = empty || silent ? ValueBound.Exact : bound,
                ValueText = shortest ? "" : csv.Text(value),
                IsShortest = shortest,
                Status = empty && !silent ? ObservationStatus.Missing : meaning.Status,
                Flag = csv.Text(flag),
                IsBreak = isBreak,
                Note = csv.Text(note),
                Member = csv.Member,
                Line = csv.Line,
                Column = "Value",
            };
        }
    }

    public static ReleaseDraft Describe(SourceFile file, string format, FaostatDomain domain, ReleaseCoverage coverage) =>
        new()
        {
            Dataset = domain.Dataset,
            FileName = file.Name,
            Sha256 = file.Sha256,
            Size = file.Size,
            LoadedFile = file.Name,
            LoadedSha256 = file.Sha256,
            Format = format,
            ReleasedOn = Stamp.Day(file.MemberDate),
            Coverage = coverage,
        };

    /// <summary>Year codes: 2021, or 20192021 for the average of 2019 to 2021.</summary>
    public static bool TryPeriod(ReadOnlySpan<char> code, PeriodMemory periods, out Period period)
    {
        if (Figure.TryYear(code, out var year))
        {
            period = periods.CalendarYear(year);
            return true;
        }

        if (
            code.Length == 8
            && Figure.TryYear(code[..4], out var first)
            && Figure.TryYear(code[4..], out var last)
            && last > first
            && last - first <= 20
        )
        {
            period = periods.Mean(first, last);
            return true;
        }

        period = default;
        return false;
    }
}
