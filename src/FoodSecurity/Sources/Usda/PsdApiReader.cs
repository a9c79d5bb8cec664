using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;
using FoodSecurity.Sources.Reading;

namespace FoodSecurity.Sources.Usda;

/// <summary>
/// USDA FAS, Production, Supply and Distribution, JSON of the OpenData API; https://apps.fas.usda.gov/opendatawebv2/
/// <code>
/// [{"commodityCode":"0422110","countryCode":"KN","marketYear":"2023","calendarYear":"2025","month":"03","attributeId":28,"unitId":8,"value":1451.0},
///  {"commodityCode":"0422110","countryCode":"KN","marketYear":"2023","calendarYear":"2025","month":"03","attributeId":54,"unitId":8,"value":2232.0}]
/// </code>
/// Traps: attributes and units are numbers here and texts with leading zeros in the bulk file; there are no names. The keys are those of
/// <see cref="PsdReader"/>, so that an answer brings a bulk release up to date.
/// </summary>
public sealed class PsdApiReader : IReleaseReader
{
    public string Format => "USDA PSD API";

    public Recognition? Recognise(FileHead head) =>
        JsonCells.Has(head, "commodityCode", "countryCode", "marketYear", "calendarYear", "month", "attributeId", "unitId", "value")
            ? new Recognition(100)
            : null;

    public ReleaseDraft Describe(SourceFile file) =>
        new()
        {
            Dataset = PsdReader.DatasetCode,
            FileName = file.Name,
            Sha256 = file.Sha256,
            Size = file.Size,
            LoadedFile = file.Name,
            LoadedSha256 = file.Sha256,
            Format = Format,
            Coverage = ReleaseCoverage.Part,
        };

    public IEnumerable<Observation> Read(SourceFile file, ReadContext context)
    {
        var known = new Dictionary<(string, string, string, string), Resolution>();
        var periods = new PeriodMemory();
        var json = new JsonRecords(file);
        while (json.Next(context))
        {
            var row = json.Row;
            string commodity = row.Text("commodityCode").PadLeft(7, '0'),
                country = row.Text("countryCode"),
                attribute = row.Text("attributeId").PadLeft(3, '0'),
                unit = row.Text("unitId").PadLeft(2, '0');
            if (!known.TryGetValue((commodity, country, attribute, unit), out var series))
            {
                series = known[(commodity, country, attribute, unit)] = PsdReader.Resolve(
                    context,
                    (country, ""),
                    (commodity, ""),
                    (attribute, ""),
                    ("psd-id", unit)
                );
            }

            if (!series.Settled(context, json.CurrentLine))
            {
                continue;
            }

            if (
                !Figure.TryYear(row.Text("marketYear"), out var year)
                || !Figure.TryYear(row.Text("calendarYear"), out var changed)
                || !Figure.TryWhole(row.Text("month"), out var month)
                || month > 12
            )
            {
                context.Problem(
                    "",
                    json.CurrentLine,
                    $"[{json.Number}].marketYear",
                    row.Text("marketYear"),
                    "marketYear and calendarYear of four digits, month 00 to 12"
                );
                continue;
            }

            var made = new Observation
            {
                Series = series.Series!,
                Period = periods.MarketingYear(year, series.MarketingStart),
                PublishedOn = month == 0 ? $"{changed:0000}" : $"{changed:0000}-{month:00}",
                Status = year >= changed ? ObservationStatus.Forecast : ObservationStatus.Unspecified,
            };
            if (json.Fill(context, row, "value", "", made) is { } figure)
            {
                yield return figure;
            }
        }
    }
}
