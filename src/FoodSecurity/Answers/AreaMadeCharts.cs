using System.Data.Common;
using FoodSecurity.Answers.Making;
using FoodSecurity.Charts;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers;

/// <summary>The standing charts of a country that the chart maker makes: people by IPC phase, and the price of a staple beside its season.</summary>
internal static class AreaMadeCharts
{
    private static readonly (string Id, string Element)[] Kinds = [(StandingQuestion.Phases, "share-in-phase"), (StandingQuestion.Prices, StaplePrice.Element)];

    /// <summary>Those there is something to show for; a chart the maker refuses is left out.</summary>
    public static IReadOnlyList<CountryChart> Of(Archive archive, DbConnection connection, Area area, int? from, int? to, DateOnly? asOf)
    {
        // one row per element of the two that the area has series of
        var held = connection.Rows<string>("select distinct element from series where area = @Code and element in @elements", new { area.Code, elements = Kinds.Select(k => k.Element).ToArray() });
        return [.. Kinds.Where(k => held.Contains(k.Element)).Select(k => (k.Id, ChartMaking.Of(archive, StandingQuestion.Of(k.Id, area.Code, from, to, asOf)!).Made)).Where(c => c.Made is not null)
            .Select(c => Standing(c.Id, area, c.Made!.Chart))];
    }

    /// <summary>One sentence on what readers look for and nothing is loaded of; empty where all of it is.</summary>
    public static string Absent(Area area, IReadOnlyList<CountryChart> charts, Texts t)
    {
        var absent = new[] { "output", "undernourishment", StandingQuestion.Phases, StandingQuestion.Prices }.Where(id => charts.All(c => c.Id != id)).Select(id => t[$"area.absent.{id}"]).ToList();
        return absent.Count == 0 ? "" : t["area.absent", area.Name, t.List(absent)];
    }

    private static CountryChart Standing(string id, Area area, CountryChart chart)
    {
        var heading = chart.Heading.StartsWith(area.Name + ": ", StringComparison.Ordinal) ? chart.Heading[(area.Name.Length + 2)..] : chart.Heading;
        return chart with { Id = id, Heading = char.ToUpperInvariant(heading[0]) + heading[1..], Spec = chart.Spec with { Id = id, Address = $"/areas/{area.Code}/{id}.svg" } };
    }
}
