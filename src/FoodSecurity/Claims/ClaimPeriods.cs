using FoodSecurity.Articles;
using FoodSecurity.Observations;

namespace FoodSecurity.Claims;

/// <summary>Which figures of a source lie in the period of a claim: by at least half of the longer of the two (METHODS 9.4).</summary>
internal static class ClaimPeriods
{
    public static (DateOnly From, DateOnly To)? Closed(ClaimPeriod? period) =>
        PartialDate.Start(period?.From) is { } from && PartialDate.End(period?.To) is { } to && to >= from ? (from, to) : null;

    /// <summary>The claimed base, else the period of the same length before.</summary>
    public static (DateOnly From, DateOnly To)? BaseOf(Claim claim)
    {
        if (claim.Base is not null)
        {
            return Closed(claim.Base);
        }

        if (IsSpan(claim) && Closed(claim.Period) is { } span)
        {
            return (new DateOnly(span.From.Year, 1, 1), new DateOnly(span.From.Year, 12, 31));
        }

        if (Closed(claim.Period) is not { } p)
        {
            return null;
        }

        if (claim.Period!.Kind == "marketing-year")
        {
            // 2012/13 ends where it is told to: the season before is 2011/12, whatever months it holds.
            return (p.From.AddYears(-1), p.To.AddYears(-1));
        }

        var months = (p.To.Year - p.From.Year) * 12 + p.To.Month - p.From.Month + 1;
        return p.From.Day == 1 && p.To.AddDays(1).Day == 1
            ? (p.From.AddMonths(-months), p.From.AddDays(-1))
            : (p.From.AddDays(-(p.To.DayNumber - p.From.DayNumber + 1)), p.From.AddDays(-1));
    }

    /// <summary>"In the five years to 2024": a change over some years goes from the first to the last, not from mean to mean.</summary>
    public static bool IsSpan(Claim claim) =>
        claim is { Base: null, Relation: ClaimRelation.Rise or ClaimRelation.Fall, Period.Kind: "years" or "decade" }
        && Closed(claim.Period) is { } span
        && span.To.Year > span.From.Year;

    /// <summary>The figure of the period: one that it overlaps by at least half of the longer of both, else the mean of the finer figures that fill it.</summary>
    public static Figure? Find(Evidence evidence, (DateOnly From, DateOnly To) period, string kind)
    {
        if (
            kind == "marketing-year"
            && evidence.Figures.FirstOrDefault(f =>
                f.Period.Year == period.From.Year
                && (f.Period.Kind == PeriodKind.MarketingYear || (evidence.IsHarvest && f.Period.Kind == PeriodKind.CalendarYear))
            )
                is { } sameYear
        )
        {
            return sameYear;
        }

        // Some months are a part of a year: a year's figure says nothing of them.
        if (kind is "months" or "month" or "quarter" && Days(period) < LeastOfYear && evidence.Figures.All(f => IsYear(f.Period)))
        {
            return null;
        }

        var best = evidence
            .Figures.Select(f => (Figure: f, Share: Share(f, Span(evidence, f, kind), period)))
            .Where(f => f.Share >= 0.5)
            .OrderByDescending(f => f.Share)
            .ThenBy(f => f.Figure.IsForecast)
            .FirstOrDefault();
        return best.Figure ?? Mean(evidence, Inside(evidence, period, kind), period);
    }

    private const int LeastOfYear = 330;

    private static bool IsYear(Period period) => period.Kind is PeriodKind.CalendarYear or PeriodKind.MarketingYear;

    /// <summary>The figures of which at least half lies inside the period.</summary>
    public static List<Figure> Inside(Evidence evidence, (DateOnly From, DateOnly To) period, string kind) =>
        [
            .. evidence.Figures.Where(f =>
            {
                var span = Span(evidence, f, kind);
                return Overlap(span, period) * 2 >= Days(span);
            }),
        ];

    /// <summary>
    /// Every figure that a sentence about the period may mean, the likeliest first: a calendar year of trade lies in two marketing years, and a day
    /// lies in the validity of several analyses. Empty where none fits.
    /// </summary>
    public static IReadOnlyList<Figure> Candidates(Evidence evidence, (DateOnly From, DateOnly To) period, string kind)
    {
        var first = Find(evidence, period, kind);
        IEnumerable<Figure> others = evidence.Figures.Where(f =>
            f.Period.Kind switch
            {
                PeriodKind.MarketingYear => first is not null
                    && !evidence.IsHarvest
                    && kind != "marketing-year"
                    && Overlap((f.Period.Start, f.Period.End), period) >= LeastShared,
                PeriodKind.Window => evidence.IsState && Holds(f.Period, period),
                _ => false,
            }
        );
        return [.. (first is null ? others : others.Prepend(first)).Distinct()];
    }

    /// <summary>So many days of a marketing year make it one that a calendar year's trade may be published under.</summary>
    private const int LeastShared = 90;

    /// <summary>What holds for a time holds on each of its days, and where it fills most of a longer one.</summary>
    private static bool Holds(Period window, (DateOnly From, DateOnly To) period) =>
        (window.Start <= period.From && window.End >= period.To)
        || Overlap((window.Start, window.End), period) * 2 >= Days((window.Start, window.End));

    /// <summary>The last figure whose period ends before a day.</summary>
    public static Figure? Before(Evidence evidence, DateOnly day, string kind) =>
        evidence.Figures.LastOrDefault(f => Span(evidence, f, kind).To < day);

    public static Figure? After(Evidence evidence, DateOnly day, string kind) =>
        evidence.Figures.FirstOrDefault(f => Span(evidence, f, kind).From > day && !f.IsForecast);

    /// <summary>First and last day a figure stands for; the marketing year of a harvest stands for the year it begins in.</summary>
    public static (DateOnly From, DateOnly To) Span(Evidence evidence, Figure figure, string kind) =>
        evidence.IsHarvest && figure.Period.Kind == PeriodKind.MarketingYear && kind != "marketing-year"
            ? (new DateOnly(HarvestOf(evidence, figure), 1, 1), new DateOnly(HarvestOf(evidence, figure), 12, 31))
            : (figure.Period.Start, figure.Period.End);

    /// <summary>The calendar year that the harvest of a marketing year counts for.</summary>
    public static int HarvestOf(Evidence evidence, Figure figure) =>
        figure.Period.Start.Year
        + (figure.Period.Start.Year + evidence.HarvestYear.YearsLater >= evidence.HarvestYear.From ? evidence.HarvestYear.YearsLater : 0);

    /// <summary>How much two periods have in common. What an event cost is dated by the event: it counts where it lies inside the claimed period, however long that is.</summary>
    private static double Share(Figure figure, (DateOnly From, DateOnly To) span, (DateOnly From, DateOnly To) period) =>
        (double)Overlap(span, period) / (figure.Period.Kind == PeriodKind.Window ? Days(span) : Math.Max(Days(span), Days(period)));

    private static int Overlap((DateOnly From, DateOnly To) a, (DateOnly From, DateOnly To) b) =>
        Math.Max(0, Math.Min(a.To.DayNumber, b.To.DayNumber) - Math.Max(a.From.DayNumber, b.From.DayNumber) + 1);

    private static int Days((DateOnly From, DateOnly To) span) => span.To.DayNumber - span.From.DayNumber + 1;

    private static string Named(List<Figure> figures) =>
        figures[0].Period.Kind == PeriodKind.Month
            ? $"{Wording.Dates.Long(figures[0].Period.Label)} to {Wording.Dates.Long(figures[^1].Period.Label)}"
            : $"{figures[0].Period.Label}–{figures[^1].Period.Label}";

    /// <summary>The mean of yearly figures over a longer period, where they fill at least half of it; an amount of months is never added up or averaged into a year, a price is.</summary>
    private static Figure? Mean(Evidence evidence, List<Figure> inside, (DateOnly From, DateOnly To) period)
    {
        if (
            inside.Count < 2
            || (!evidence.IsRate && inside.Any(f => f.Period.Kind is PeriodKind.Month or PeriodKind.Day))
            || inside.Sum(f => Days((f.Period.Start, f.Period.End))) * 2 < Days(period)
        )
        {
            return null;
        }

        var mean = new Figure(
            Period.Window(period.From, period.To) with
            {
                Label = Named(inside),
            },
            inside.Average(f => f.Low),
            inside.Average(f => f.High)
        );
        return mean with
        {
            Parts = inside,
            IsForecast = inside.All(f => f.IsForecast),
            Edition =
                inside.Select(f => f.Edition).Distinct().Count() == 1
                    ? inside[0].Edition
                    : string.Join('+', inside.Select(f => f.Edition).Distinct()),
        };
    }
}
