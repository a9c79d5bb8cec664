using System.Data.Common;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.Areas;

/// <summary>The standing charts of a country that the chart maker makes: people by IPC phase, and the price of a staple beside its season.</summary>
internal static class AreaMadeCharts
{
    private static readonly (string Id, string Element)[] Kinds =
    [
        (StandingQuestion.Phases, KindElements.Of(KindSeries.Phases)[0]),
        (StandingQuestion.Prices, StaplePrice.Element),
    ];

    /// <summary>Prices of food in general: shown by the staple.</summary>
    private const string GeneralFood = "food";

    /// <summary>Those there is something to show for; a chart the maker refuses is left out.</summary>
    public static IReadOnlyList<CountryChart> Of(Archive archive, DbConnection connection, Area area, int? from, int? to, DateOnly? asOf)
    {
        // one row per element of the two that the area has series of
        var held = connection.Rows<string>(
            "select distinct element from series where area = @Code and element in @elements",
            new { area.Code, elements = Kinds.Select(k => k.Element).ToArray() }
        );
        return
        [
            .. Kinds
                .Where(k => held.Contains(k.Element))
                .Select(k => (k.Id, ChartMaking.Of(archive, StandingQuestion.Of(k.Id, area.Code, from, to, asOf)!).Made))
                .Where(c => c.Made is not null)
                .Select(c => Standing(c.Id, area, c.Made!.Chart)),
        ];
    }

    /// <summary>One sentence on what readers look for and nothing is loaded of; empty where all of it is.</summary>
    public static string Absent(Area area, IReadOnlyList<CountryChart> charts, Texts t)
    {
        var absent = new[] { "output", "undernourishment", StandingQuestion.Phases, StandingQuestion.Prices }
            .Where(id => charts.All(c => c.Id != id))
            .Select(id => t[$"area.absent.{id}"])
            .ToList();
        return absent.Count == 0 ? "" : t["area.absent", area.Name, t.List(absent)];
    }

    /// <summary>
    /// The chart the maker has for an excerpt: of its own food or a sort of it, never of another; prices to the last year it speaks of beside their season, phases as they are, else a line with the
    /// excerpt's pin; null where the excerpt names no food and has a standing chart, or nothing can be drawn.
    /// </summary>
    public static CountryChart? Beside(Archive archive, Area area, ChartAnnotation annotation, int? from, int? to, DateOnly? asOf)
    {
        var subject = annotation.Excerpt.Target.Subject;
        var food = annotation.Excerpt.Claim?.Item is { Length: > 0 } item && item != GeneralFood ? [item] : (IReadOnlyList<string>)[];
        var question = subject switch
        {
            "acute-food-insecurity" => new ChartQuestion { Kind = KindSeries.Phases },
            "price" => new ChartQuestion
            {
                Kind = KindSeries.Season,
                Items = food,
                To = annotation.End?.Year,
            },
            "production" or "imports" or "area" or "yield" when food.Count > 0 => new ChartQuestion
            {
                Items = food,
                From = from,
                To = to,
                Elements =
                [
                    subject switch
                    {
                        "imports" => "import-quantity",
                        "area" => "area-harvested",
                        var other => other,
                    },
                ],
            },
            _ => null,
        };
        if (question is null)
        {
            return null;
        }

        var (made, refusal) = ChartMaking.Of(archive, question with { Areas = [area.Code], AsOf = asOf, Notes = [] });
        if (
            made is null
            && food.Count > 0
            && refusal!
                .Instead.Select(i => i.Question)
                .FirstOrDefault(q => q.Kind == question.Kind && q.Items is [var one] && archive.Words.Items[one].Parent == food[0])
                is { } sort
        )
        {
            made = ChartMaking.Of(archive, sort).Made;
        }

        if (made is null)
        {
            return null;
        }

        var spec = made.Chart.Spec;
        spec =
            question.Kind == ChartQuestion.DefaultKind
                ? SpecParts.Annotate(spec, [annotation], (a, year) => SpecParts.PinOnLine(spec.Lines, made.Chart.Series, a, year))
                : spec;
        return WithHeading(area, made.Chart with { Spec = spec, MadeAt = ChartAddress.Of(made.Question with { Notes = null }) });
    }

    private static CountryChart Standing(string id, Area area, CountryChart chart) =>
        WithHeading(area, chart) with
        {
            Id = id,
            Spec = chart.Spec with { Id = id, Address = $"/areas/{area.Code}/{id}.svg" },
        };

    /// <summary>The heading without the country's name.</summary>
    private static CountryChart WithHeading(Area area, CountryChart chart)
    {
        var heading = chart.Heading.StartsWith(area.Name + ": ", StringComparison.Ordinal)
            ? chart.Heading[(area.Name.Length + 2)..]
            : chart.Heading;
        return chart with { Heading = char.ToUpperInvariant(heading[0]) + heading[1..] };
    }
}
