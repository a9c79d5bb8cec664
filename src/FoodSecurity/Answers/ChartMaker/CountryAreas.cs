using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>A map shows countries: without areas all of them, for a region its own, and for each country one figure of one source.</summary>
internal static class CountryAreas
{
    private const int Deepest = 12;

    public static ChartQuestion Fill(ChartQuestion question, Vocabulary words)
    {
        if (!question.Card.ShowsCountries || question.Areas.Any(a => words.Areas[a].Level != AreaLevel.Aggregate))
        {
            return question;
        }

        return question with
        {
            Areas =
            [
                .. words
                    .Areas.Values.Where(a =>
                        a.Level == AreaLevel.Country
                        && a.ValidTo.Length == 0
                        && (question.Areas.Count == 0 || IsIn(a, question.Areas, words))
                    )
                    .Select(a => a.Code),
            ],
        };
    }

    /// <summary>On a map the source with most countries, and its first item; said where another was there.</summary>
    public static FoundSeries OneEach(FoundSeries found, ChartQuestion question, Vocabulary words, Texts t)
    {
        if (!question.Card.ShowsCountries)
        {
            return found;
        }

        var chosen = found
            .Lines.GroupBy(l => (l.Key, l.Series.Key.Item, l.Series.Key.Basis, l.Series.Key.Element))
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Key, StringComparer.Ordinal)
            .First();
        var lines = chosen.GroupBy(l => l.Series.Key.Area).Select(g => g.First()).ToList();
        found = found with { Captions = words.Bases.TryGetValue(chosen.Key.Basis, out var basis) ? [basis.Name.Lower()] : [] };
        return lines.Count == found.Lines.Count
            ? found
            : (found with { Lines = lines }).Say(null, t["make.note.one-source", words.Datasets[chosen.Key.Key].Short]);
    }

    private static bool IsIn(Area area, IReadOnlyList<string> regions, Vocabulary words)
    {
        for (var (at, steps) = (area, 0); steps < Deepest; steps++)
        {
            if (regions.Contains(at.Code))
            {
                return true;
            }

            if (!words.Areas.TryGetValue(at.Parent, out at!))
            {
                return false;
            }
        }

        return false;
    }
}
