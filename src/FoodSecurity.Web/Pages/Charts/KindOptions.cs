using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Observations;

namespace FoodSecurity.Web.Pages;

/// <summary>A field of the form for what one kind understands beyond the rest; without choices it is typed.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Value">What the question holds.</param>
/// <param name="Choices">Values with their names, the default first and empty.</param>
public sealed record KindOption(string Name, string Value, IReadOnlyList<(string Value, string Name)> Choices);

/// <summary>The fields of the form for what a kind says it understands.</summary>
public static class KindOptions
{
    public static IReadOnlyList<string> NamesOf(string kind) => ChartKindCatalog.CardOf(kind).Options;

    /// <summary>The fields of the question's kind.</summary>
    public static IEnumerable<KindOption> Of(MakerForm form)
    {
        var t = form.T;
        return NamesOf(form.Question.Kind)
            .Select(name => new KindOption(
                name,
                form.Question.Options.FirstOrDefault(o => o.Name == name).Value ?? "",
                name switch
                {
                    "facet" => Choices("", "area", "item", "source", "element"),
                    "scales" => Choices("", "own"),
                    "rows" => Choices("", "own", "one"),
                    "zero" => Choices("", "no"),
                    "x" or "y" => [("", t["make.option.xy"]), .. form.Offers.Elements],
                    "region" =>
                    [
                        ("", t["make.option.region"]),
                        .. form
                            .Archive.Words.Areas.Values.Where(a => a.Level == AreaLevel.Aggregate)
                            .OrderBy(a => a.Name, StringComparer.Ordinal)
                            .Select(a => (a.Code, a.Name)),
                    ],
                    _ => [],
                }
            ));

        List<(string, string)> Choices(params string[] values) =>
            [.. values.Select(v => (v, v.Length == 0 ? t["make.option.default"] : t[$"make.option.{v}"]))];
    }

    /// <summary>The question without what other kinds left in the form.</summary>
    public static ChartQuestion OfKind(ChartQuestion question) =>
        question with
        {
            Options = [.. question.Options.Where(o => NamesOf(question.Kind).Contains(o.Name))],
        };
}
