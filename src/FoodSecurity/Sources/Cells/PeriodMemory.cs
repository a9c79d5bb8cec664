using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Cells;

/// <summary>One label per period instead of one per row.</summary>
internal sealed class PeriodMemory
{
    private readonly Dictionary<int, Period> _years = [];
    private readonly Dictionary<(int Year, int Month), Period> _marketing = [];
    private readonly Dictionary<(int First, int Last), Period> _means = [];

    public Period CalendarYear(int year) => _years.TryGetValue(year, out var known) ? known : _years[year] = Period.CalendarYear(year);

    public Period MarketingYear(int year, int? month) =>
        _marketing.TryGetValue((year, month ?? 0), out var known)
            ? known
            : _marketing[(year, month ?? 0)] = Period.MarketingYear(year, month);

    public Period Mean(int first, int last) =>
        _means.TryGetValue((first, last), out var known) ? known : _means[(first, last)] = Period.Mean(first, last);
}
