using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>An area that may be worth a comparison, with the reason it is suggested.</summary>
public sealed record PeerArea(Area Area, string Reason, ChartQuestion Question)
{
    private const int Most = 3;
    private const string Measure = "cereals";

    private const int MostCompared = 5;

    /// <summary>Countries of the first area's region whose cereal output is nearest to its own; none beside five areas or without output.</summary>
    public static IReadOnlyList<PeerArea> Of(Archive archive, ChartQuestion question, Texts t)
    {
        using var connection = archive.Read();
        if (
            question.Areas.Count is 0 or >= MostCompared
            || question.Align.Count > 0
            || archive.Words.Areas[question.Areas[0]] is not { Level: AreaLevel.Country } area
            || area.Parent.Length == 0
        )
        {
            return [];
        }

        (decimal Tonnes, string Period)? Output(string code) =>
            SeriesQuery
                .Find(
                    connection,
                    new SeriesQuestion
                    {
                        Area = code,
                        Items = [Measure],
                        Elements = ["production"],
                        Datasets = [archive.Words.DatasetWith(DatasetCard.OutputTotal).Code],
                        AsOf = question.AsOf,
                    }
                )
                .Select(s => s.Last is { Value: > 0 } last ? (last.Value.Value, last.Period.Label) : ((decimal, string)?)null)
                .FirstOrDefault();
        if (Output(area.Code) is not { } own)
        {
            return [];
        }

        var region = archive.Words.Areas.GetValueOrDefault(area.Parent)?.Name ?? area.Parent;
        return
        [
            .. archive
                .Words.Areas.Values.Where(a => a.Level == AreaLevel.Country && a.Parent == area.Parent && !question.Areas.Contains(a.Code))
                .Select(a => (Area: a, Output: Output(a.Code)))
                .Where(a => a.Output is not null)
                .OrderBy(a => Math.Abs(Math.Log((double)(a.Output!.Value.Tonnes / own.Tonnes))))
                .Take(Most)
                .Select(a => new PeerArea(
                    a.Area,
                    t[
                        "make.peer",
                        region,
                        Numbers.Mass(a.Output!.Value.Tonnes),
                        a.Output.Value.Period,
                        Numbers.Mass(own.Tonnes),
                        area.Name
                    ],
                    question with
                    {
                        Areas = [.. question.Areas, a.Area.Code],
                        Sources = question.Sources.Count > 0 ? question.Sources : [archive.Words.DatasetWith(DatasetCard.FullBalance).Code],
                        Notes = question.Notes,
                    }
                )),
        ];
    }
}
