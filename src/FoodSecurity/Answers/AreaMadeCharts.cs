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

    /// <summary>Prices of food in general: shown by the staple.</summary>
    private const string GeneralFood = "food";

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

    /// <summary>
    /// The chart beside an excerpt on prices or on phases: prices to the last year it speaks of, of its own food or a sort of it, never of another; null where none can be drawn.
    /// </summary>
    public static CountryChart? Beside(Archive archive, Area area, ChartAnnotation annotation, DateOnly? asOf)
    {
        var target = annotation.Excerpt.Target;
        var isPrice = StoryAnswer.ChartOf(target.Subject) == StandingQuestion.Prices;
        var question = StandingQuestion.Of(isPrice ? StandingQuestion.Prices : StandingQuestion.Phases, area.Code, null, isPrice ? annotation.End?.Year : null, asOf)! with { Notes = [] };
        var food = isPrice && annotation.Excerpt.Claim?.Item is { Length: > 0 } item && item != GeneralFood ? [item] : (IReadOnlyList<string>)[];
        var (made, refusal) = ChartMaking.Of(archive, question with { Items = food });
        if (made is null && food.Count > 0 && refusal!.Instead.Select(i => i.Question).FirstOrDefault(q => q.Kind == question.Kind && q.Items.Count == 1 && archive.Words.Items[q.Items[0]].Parent == food[0]) is { } sort)
        {
            made = ChartMaking.Of(archive, sort).Made;
        }

        return made is null ? null : Standing(isPrice ? StandingQuestion.Prices : StandingQuestion.Phases, area, made.Chart);
    }

    private static CountryChart Standing(string id, Area area, CountryChart chart)
    {
        var heading = chart.Heading.StartsWith(area.Name + ": ", StringComparison.Ordinal) ? chart.Heading[(area.Name.Length + 2)..] : chart.Heading;
        return chart with { Id = id, Heading = char.ToUpperInvariant(heading[0]) + heading[1..], Spec = chart.Spec with { Id = id, Address = $"/areas/{area.Code}/{id}.svg" } };
    }
}
