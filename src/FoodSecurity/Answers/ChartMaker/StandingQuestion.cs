namespace FoodSecurity.Answers.ChartMaker;

/// <summary>A country's standing charts as questions to the maker, so that each can be changed.</summary>
public static class StandingQuestion
{
    public const string Phases = "phases";
    public const string Prices = "prices";

    /// <summary>The question nearest to a standing chart; null for a chart the maker has no like of.</summary>
    /// <param name="chart">Name of the standing chart.</param>
    /// <param name="area">Area code.</param>
    /// <param name="from">First year in view.</param>
    /// <param name="to">Last year in view.</param>
    /// <param name="asOf">What was known on a day.</param>
    public static ChartQuestion? Of(string chart, string area, int? from, int? to, DateOnly? asOf)
    {
        var question = new ChartQuestion
        {
            Areas = [area],
            From = from,
            To = to,
            AsOf = asOf,
        };
        return chart switch
        {
            "output" => question,
            "common-basis" => question with { Items = ["cereals"], Basis = "paddy" },
            "deficit" => question with { Kind = "bar", Elements = ["uncovered-deficit"] },
            "imports" => question with { Elements = ["import-quantity"] },
            "undernourishment" => question with { Elements = ["undernourishment"] },
            "area" => question with { Elements = ["area-harvested"] },
            "yield" => question with { Elements = ["yield"] },
            Phases => question with { Kind = KindSeries.Phases },
            Prices => question with { Kind = KindSeries.Season },
            _ => null,
        };
    }
}
