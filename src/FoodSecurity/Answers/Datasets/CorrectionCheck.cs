using FoodSecurity.Observations;
using FoodSecurity.Series;

namespace FoodSecurity.Answers.Datasets;

/// <summary>Finds the corrections of ours that no longer fit: asked after a load, so that whoever loads hears of it before a reader does.</summary>
public static class CorrectionCheck
{
    /// <summary>What is wrong with each correction whose figure is printed otherwise now; one whose figure is not held has nothing to fit.</summary>
    public static IReadOnlyList<DataProblem> Of(Archive archive)
    {
        if (archive.Corrections.All.Count == 0)
        {
            return [];
        }

        using var connection = archive.Read();
        return
        [
            .. archive.Corrections.All.SelectMany(correction =>
            {
                var figure = correction.Figure;
                return SeriesQuery
                    .Find(
                        connection,
                        new SeriesQuestion
                        {
                            Area = figure.Area,
                            Items = [figure.Item],
                            Elements = [figure.Element],
                            Datasets = [figure.Dataset],
                            Basis = figure.Basis,
                        }
                    )
                    .SelectMany(s => s.Points.Where(p => CorrectedFigure.Of(s.Key, p) == figure && p.ValueText != correction.Published))
                    .Select(p => Corrections.Repaired(correction, p));
            }),
        ];
    }
}
