using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Answers.Areas;

/// <summary>The chart that stands beside an excerpt: of what it speaks of, and never of something else.</summary>
public static class ExcerptChart
{
    /// <summary>Prices of food in general: shown by the staple.</summary>
    private const string GeneralFood = "food";

    /// <summary>The named chart an excerpt's subject is shown on where there is none of its own food; null where none is of it: another one beside it would mislead.</summary>
    public static string? NameOf(string subject) =>
        subject switch
        {
            "imports" or "area" or "yield" or "undernourishment" => subject,
            "uncovered-deficit" => "deficit",
            "production" or "shortage" => "output",
            _ => null,
        };

    /// <summary>
    /// Of its own food or a sort of it; prices to the last year it speaks of beside their season, phases as they are; where it names no food, the named chart of its
    /// subject. Null where nothing can be drawn.
    /// </summary>
    /// <param name="archive">What is loaded.</param>
    /// <param name="annotation">The excerpt, which is drawn where the kind draws excerpts.</param>
    /// <param name="from">First year in view.</param>
    /// <param name="to">Last year in view.</param>
    /// <param name="held">What has been read of the area, with the excerpt and the events.</param>
    internal static TracedChart? Of(Archive archive, ChartAnnotation annotation, int? from, int? to, AreaHeld held)
    {
        var alone = held with { Annotations = [annotation] };
        if (OwnQuestion(annotation, from, to) is { } own)
        {
            var question = own with { Areas = [held.Area], AsOf = held.AsOf };
            if ((ChartMaking.Drawn(archive, question, alone) ?? OfSort(archive, question, alone)) is { } made)
            {
                return made.Chart;
            }
        }

        return NameOf(annotation.Excerpt.Target.Subject) is { } name && NamedCharts.Find(archive, name) is { } chart
            ? NamedCharts.Drawn(archive, chart, from, to, alone)
            : null;
    }

    /// <summary>The question of an excerpt that names a food, or speaks of what has a kind of its own; null for others.</summary>
    private static ChartQuestion? OwnQuestion(ChartAnnotation annotation, int? from, int? to)
    {
        var subject = annotation.Excerpt.Target.Subject;
        var food = annotation.Excerpt.Claim?.Item is { Length: > 0 } item && item != GeneralFood ? [item] : (IReadOnlyList<string>)[];
        return subject switch
        {
            "acute-food-insecurity" => new ChartQuestion { Kind = PhaseKind.Word },
            "price" => new ChartQuestion
            {
                Kind = SeasonKind.Word,
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
    }

    /// <summary>Where the food itself has nothing: white rice or local rice for rice.</summary>
    private static MadeChart? OfSort(Archive archive, ChartQuestion question, AreaHeld held) =>
        question.Items.Count == 1
        && ChartMaking.Of(archive, question, held).Refusal is { } refusal
        && refusal
            .Instead.Select(i => i.Question)
            .FirstOrDefault(q => q.Kind == question.Kind && q.Items is [var one] && IsSortOf(archive, one, question.Items[0]))
            is { } sort
            ? ChartMaking.Drawn(archive, sort, held)
            : null;

    private static bool IsSortOf(Archive archive, string item, string food) => archive.Words.Items.GetValueOrDefault(item)?.Parent == food;
}
