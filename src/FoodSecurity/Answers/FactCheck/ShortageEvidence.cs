using FoodSecurity.Claims;
using FoodSecurity.Observations;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>Evidence on shortages: published deficits with their error, and estimates of those who died.</summary>
internal sealed class ShortageEvidence(Archive archive, AreaFigures figures, ErrorChoice choice, SeriesEvidence series)
{
    private readonly CheckTables _tables = CheckTables.Of(archive);

    /// <summary>Published deficits; each with the error of a difference of production and use, where these are published too.</summary>
    public List<Evidence> Deficits()
    {
        var balances = figures
            .Series.Where(s =>
                s.Key.Item == "cereals" && s.Key.Dimension("statement").Length == 0 && s.Key.Basis != "cereal-equivalent-paddy"
            )
            .ToList();
        return
        [
            .. balances
                .Where(s => s.Key.Element == "uncovered-deficit" && !s.IsEmpty)
                .Select(deficit =>
                {
                    decimal? Of(string element, Period period) =>
                        balances
                            .Where(b => b.Key.Dataset == deficit.Key.Dataset && b.Key.Element == element)
                            .SelectMany(b =>
                                b.Points.Where(p => p.Period == period && p.Value is not null).Select(p => p.Value * series.Factor(b))
                            )
                            .FirstOrDefault();
                    var evidence = series.Make(deficit, EvidenceRole.Subject, []);
                    var production = choice.Applied(_tables.Error(deficit.Key.Dataset, "production").Error).Relative;
                    var use = choice.Applied(_tables.Error(deficit.Key.Dataset, "utilization").Error).Relative;
                    decimal? Band(Period period)
                    {
                        decimal? made = Of("production", period),
                            used = Of("utilization", period),
                            need = Of("import-requirement", period);
                        return (made ?? used - need) is { } p && (used ?? made + need) is { } u
                            ? EstimateError.OfDeficit(p, production, u, use)
                            : null;
                    }

                    // Where production and use were not published, the error of the other years stands in: it hardly differs from year to year.
                    var bands = evidence.Figures.Select(f => Band(f.Period)).Where(b => b is not null).Order().ToList();
                    var usual = bands.Count > 0 ? bands[bands.Count / 2] : null;
                    return evidence with
                    {
                        Figures =
                        [
                            .. evidence.Figures.Select(f =>
                                f with
                                {
                                    Deviation = Band(f.Period) ?? usual,
                                    FoodUse = Of("food-use", f.Period),
                                }
                            ),
                        ],
                    };
                }),
        ];
    }

    /// <summary>Estimates of those who died, one author each; what is not dated cannot be said to have been known on a day.</summary>
    public List<Evidence> Deaths() =>
        [
            .. figures
                .Events.Where(e => e.Kind == "famine excess deaths")
                .Select(e =>
                {
                    DateOnly? known = PartialDate.End(e.PublishedOn),
                        start = PartialDate.Start(e.Start),
                        end = PartialDate.End(e.End);
                    double? low = e.Lower ?? e.Value,
                        high = e.Upper ?? e.Value;
                    var isKnown = figures.AsOf is not { } day || known <= day;
                    return new Evidence
                    {
                        Dataset = "events",
                        Source = e.Source,
                        Group = "event " + e.Source,
                        Area = e.Area,
                        Counts = archive.Texts["claims.excess-deaths"],
                        Unit = "people",
                        Address = e.SourceAddress,
                        Error = choice.Applied(_tables.Error("events", "").Error),
                        Figures =
                            isKnown && start is { } from && end is { } to && low is { } least && high is { } most
                                ?
                                [
                                    new Figure(
                                        Period.Window(from, to) with
                                        {
                                            Label = $"{from.Year}–{to.Year}",
                                        },
                                        (decimal)least,
                                        (decimal)most
                                    ),
                                ]
                                : [],
                        ClosedBecause =
                            figures.AsOf is { } then && known is null ? archive.Texts["claims.undated", Wording.Dates.Long(then)]
                            : low is null || high is null ? archive.Texts["claims.one-end"]
                            : "",
                    };
                }),
        ];
}
