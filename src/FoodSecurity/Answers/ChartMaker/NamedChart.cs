using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>
/// A country's standing chart: a question with a name, asked of one place at a time. One row of <c>seeds/charts.csv</c>; a new one is a new row.
/// <code>
/// name,order,question,text,missed
/// output,1,"line?items=cereals,food-crops",output,yes
/// deficit,3,bar?elements=uncovered-deficit&amp;sources=fao-wfp,deficit,
/// </code>
/// The question is in the grammar of chart addresses, without area and years; the text is the end of the key "named.…" of what it shows in a few words; <c>missed</c> is "yes" where
/// a page says that nothing of it is loaded.
/// </summary>
/// <param name="Name">Its name in addresses: /areas/PRK/output.</param>
/// <param name="Question">What it asks of any place.</param>
/// <param name="Text">End of the key of what it shows, in a few words.</param>
/// <param name="IsMissed">True where readers look for it and are told that it is not there.</param>
public sealed record NamedChart(string Name, ChartQuestion Question, string Text, bool IsMissed)
{
    private const string File = "charts.csv";

    /// <summary>What it asks of one place.</summary>
    /// <param name="area">Area code.</param>
    /// <param name="from">First year in view; null: the chart's own.</param>
    /// <param name="to">Last year in view.</param>
    /// <param name="asOf">What was known at the end of this day; null: now.</param>
    public ChartQuestion QuestionOf(string area, int? from = null, int? to = null, DateOnly? asOf = null) =>
        Question with
        {
            Areas = [area],
            From = from ?? Question.From,
            To = to ?? Question.To,
            AsOf = asOf,
        };

    /// <summary>What it shows, in a few words: "crop output".</summary>
    public string Words(Texts texts) => texts[$"named.{Text}"];

    /// <summary>All of them in the order of a country's page.</summary>
    /// <exception cref="DataFormatException">A question cannot be read, a name comes twice or is no word of an address, a text is not there.</exception>
    public static IReadOnlyList<NamedChart> Load(string seedsFolder, Vocabulary words)
    {
        var reader = new ChartQuestionReader(words, [.. Charts.Kinds.ChartKindCatalog.All.Select(k => k.Id)]);
        var charts = new List<(decimal Order, NamedChart Chart)>();
        foreach (var row in SeedTable.Read(seedsFolder, File, "name", "order", "question", "text", "missed"))
        {
            var name = row["name"];
            if (!AddressWord.Is(name) || charts.Any(c => c.Chart.Name == name))
            {
                throw Wrong(row, "name", "a name of small letters, digits and hyphens, once");
            }

            if (!decimal.TryParse(row["order"], System.Globalization.CultureInfo.InvariantCulture, out var order))
            {
                throw Wrong(row, "order", "a number, smallest first");
            }

            var parts = row["question"].Split('?', 2);
            var query = parts.Length > 1 ? parts[1].Split('&').Select(p => p.Split('=', 2)) : [];
            var (question, refusal) = reader.Read(parts[0], query.Select(p => KeyValuePair.Create(p[0], p.Length > 1 ? p[1] : "")));
            if (question is null || question.Areas.Count > 0)
            {
                throw Wrong(row, "question", refusal?.Reason ?? "a question without areas, which come from the address");
            }

            if (!Texts.English.Keys.Contains("named." + row["text"]))
            {
                throw Wrong(row, "text", "the end of a key named.… of the texts");
            }

            charts.Add((order, new NamedChart(name, question, row["text"], row["missed"] == "yes")));
        }

        return [.. charts.OrderBy(c => c.Order).Select(c => c.Chart)];
    }

    private static DataFormatException Wrong(SeedRow row, string column, string expected) =>
        new(new DataProblem(File, row.Line, column, row[column], expected));
}
