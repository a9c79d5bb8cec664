using System.Runtime.CompilerServices;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>A country's standing charts, drawn as any other question is, under their own names and addresses.</summary>
public static class NamedCharts
{
    private static readonly ConditionalWeakTable<Archive, IReadOnlyList<NamedChart>> Loaded = [];

    /// <summary>All of them, in the order of a country's page.</summary>
    /// <exception cref="Observations.DataFormatException">A row of <c>seeds/charts.csv</c> is wrong.</exception>
    public static IReadOnlyList<NamedChart> ListOf(Archive archive) =>
        Loaded.GetValue(archive, a => NamedChart.Load(a.SeedsFolder, a.Words));

    /// <summary>The one of a name, or null.</summary>
    public static NamedChart? Find(Archive archive, string name) => ListOf(archive).FirstOrDefault(c => c.Name == name);

    /// <summary>Those there is something to show for, in the order of the page; what the maker refuses is left out.</summary>
    public static IReadOnlyList<TracedChart> All(Archive archive, int? from, int? to, AreaHeld held) =>
        [.. ListOf(archive).Select(c => Drawn(archive, c, from, to, held)).OfType<TracedChart>()];

    /// <summary>One of them; null where there is nothing to show for it.</summary>
    internal static TracedChart? Drawn(Archive archive, NamedChart chart, int? from, int? to, AreaHeld held)
    {
        var question = chart.QuestionOf(held.Area, from, to, held.AsOf);
        return ChartMaking.Drawn(archive, question, held) is { } made && HasFigures(made) ? Under(made, chart, question).Chart : null;
    }

    /// <summary>One of them, or why it cannot be drawn.</summary>
    /// <param name="archive">What is loaded.</param>
    /// <param name="chart">Which.</param>
    /// <param name="area">Area code.</param>
    /// <param name="from">First year in view; null: the chart's own.</param>
    /// <param name="to">Last year in view.</param>
    /// <param name="asOf">What was known at the end of this day; null: now.</param>
    public static ChartAnswer One(Archive archive, NamedChart chart, string area, int? from, int? to, DateOnly? asOf)
    {
        var question = chart.QuestionOf(area, from, to, asOf);
        var answer = ChartMaking.Of(archive, question);
        return answer.Made is { } made ? answer with { Made = Under(made, chart, question) } : answer;
    }

    /// <summary>"/areas/PRK/output?from=1994&amp;to=1998": only what differs from the chart's own question stands in it.</summary>
    public static string Address(NamedChart chart, ChartQuestion question)
    {
        var rest = new ChartQuestion
        {
            Kind = question.Kind,
            Elements = [],
            From = question.From == chart.Question.From ? null : question.From,
            To = question.To == chart.Question.To ? null : question.To,
            AsOf = question.AsOf,
        };
        return $"/areas/{question.Areas[0]}/{chart.Name}{ChartAddress.Query(rest)}";
    }

    /// <summary>True where there is something to show for it in any year.</summary>
    internal static bool IsThere(Archive archive, NamedChart chart, AreaHeld held) => Drawn(archive, chart, null, null, held) is not null;

    /// <summary>Zeros alone are nothing to show on a page that nobody asked for them.</summary>
    private static bool HasFigures(MadeChart made) => made.Chart.Series.Any(s => s.Series.Points.Any(p => p.Value is not (null or 0)));

    private static MadeChart Under(MadeChart made, NamedChart chart, ChartQuestion question)
    {
        var address = Address(chart, question);
        var drawn = made.Chart with { Id = chart.Name, Page = address, Spec = made.Chart.Spec with { Id = chart.Name, Address = address } };
        return made with { Chart = drawn };
    }
}
