using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>Which areas a clause is about, and the words that say so.</summary>
internal sealed record ChosenAreas(IReadOnlyList<(string Area, AreaMark? Mark)> Areas, string Rule);

/// <summary>Chooses the area of a clause: beside the indicator, in the clause, in the sentence, in the paragraph, in the article.</summary>
internal static class AreaChoice
{
    private const int MostAreas = 8;

    public static ChosenAreas Read(Sentence sentence, Clause clause, Statement statement, ArticleContext context, bool isTrade)
    {
        AreaMark? best = null;
        var least = double.MaxValue;
        foreach (var area in sentence.Areas)
        {
            if (area.IsAside || !IsSubject(sentence, area, statement))
            {
                continue;
            }

            if (IsCompared(sentence, area) || (isTrade && IsPartner(sentence, area, statement)))
            {
                continue;
            }

            var cost = Cost(sentence, clause, statement, area);
            if (cost < least)
            {
                (best, least) = (area, cost);
            }
        }

        if (best is not null)
        {
            var named = Group(sentence, best).ConvertAll(a => (Area: a.Kind == "division" ? Country(sentence, context) : a.Area, Mark: a));
            // "Kassala State, Sudan": the country only says where the place is
            named.RemoveAll(a => a.Mark.Part.Length == 0 && named.Exists(b => b.Mark.Part.Length > 0 && b.Area == a.Area));
            return new ChosenAreas([.. named.SelectMany(a => a.Area.Split('|').Select(code => (code, (AreaMark?)a.Mark)))], best.Row.Rule);
        }

        var speaker = sentence.Areas.FirstOrDefault(a => a.IsAside && a.Area.Length > 0 && a.Kind is "capital" or "press");
        var pronoun = sentence.Marks.Any(m => m.Layer == Layer.Context && m.Row.Is("kind", "pronoun") && clause.Holds(m.First));
        if (speaker is not null && pronoun)
        {
            return new ChosenAreas([(speaker.Area, speaker)], speaker.Row.Rule);
        }

        if (sentence.NamesPerson)
        {
            return new ChosenAreas([("", null)], "names: a person called like a country");
        }

        if (context.LastArea is { } last)
        {
            return new ChosenAreas([(last, null)], "context: named last in the paragraph");
        }

        return context.MainArea is { } main ? new ChosenAreas([(main, null)], "context: the area the article is about")
            : speaker is not null ? new ChosenAreas([(speaker.Area, speaker)], speaker.Row.Rule)
            : new ChosenAreas([("", null)], "");
    }

    /// <summary>The country of a place below it that no table knows: the one named beside it, else that of the context.</summary>
    private static string Country(Sentence sentence, ArticleContext context) =>
        sentence.Areas.Find(a => !a.IsAside && a.Area.Length > 0 && a.Kind is "name" or "part" or "adjective" or "ambiguous")?.Area
        ?? context.LastArea
        ?? context.MainArea
        ?? "";

    /// <summary>Marks the areas that are part of what a speaker is called.</summary>
    public static void SetAsides(Sentence sentence, List<SpeakerMark> speakers)
    {
        for (var i = 0; i < sentence.Areas.Count; i++)
        {
            var area = sentence.Areas[i];
            sentence.Areas[i] = area with
            {
                IsAside =
                    sentence.Is(Lead(sentence, area, WordUse.Article | WordUse.Place), WordUse.Contrast)
                    || speakers.Exists(s =>
                        area.First >= s.First
                        && area.First < s.End
                        && !(area.Kind is "name" && area.First <= s.First + 1 && area.End == s.End)
                    ),
            };
        }
    }

    private static double Cost(Sentence sentence, Clause clause, Statement statement, AreaMark area)
    {
        var distance = Math.Abs(area.First - statement.At) / 100.0;
        var start = statement.Items.Select(i => i.Mark?.First ?? statement.At).Append(statement.At).Min();
        if (!clause.Holds(area.First))
        {
            return 10 + distance + (area.First > clause.End ? 1 : 0);
        }

        var item = statement.Items.Select(i => i.Mark?.First ?? 0).DefaultIfEmpty(0).Max();
        var gap = start - area.End;
        if (item > statement.At && area.First > statement.At && item - area.End is >= 0 and <= 1)
        {
            return distance;
        }

        if (gap is >= 0 and <= 3 && !Breaks(sentence, area.End, start))
        {
            return distance;
        }

        if (sentence.Is(Lead(sentence, area, WordUse.Article), WordUse.Place))
        {
            return 1 + distance;
        }

        return area.First < statement.At ? 2 + distance : 3 + distance;
    }

    private static bool Breaks(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (sentence.IsPause(i) || sentence.Is(i, WordUse.Break))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"world" and "global" name an area only before what they qualify.</summary>
    private static bool IsSubject(Sentence sentence, AreaMark area, Statement statement)
    {
        if (area.Kind != "weak")
        {
            return true;
        }

        return sentence.Marks.Any(m => m.Layer is Layer.Indicator or Layer.Item && m.First >= area.End && m.First - area.End <= 1);
    }

    internal static bool IsCompared(Sentence sentence, AreaMark area)
    {
        var lead = Lead(sentence, area, WordUse.Article | WordUse.Place);
        return lead >= 0 && sentence.Marks.Any(m => m.Layer == Layer.Context && m.Row.Is("kind", "other") && m.End == lead + 1);
    }

    /// <summary>Trade and aid: who sells or gives is not whom the figure is about; who is sent something is.</summary>
    internal static bool IsPartner(Sentence sentence, AreaMark area, Statement statement)
    {
        var lead = Lead(sentence, area, WordUse.Article);
        var exports = statement.Indicator?.Row.Is("indicator", "exports") == true;
        var aid = statement.Indicator?.Row.Is("indicator", "food-aid") == true;
        if (sentence.Is(lead, WordUse.Partner))
        {
            return sentence.Is(lead, WordUse.By) ? aid : !exports || !sentence.Is(lead, WordUse.From);
        }

        if (sentence.Is(lead, WordUse.To) && exports)
        {
            return true;
        }

        // "Japan donated rice to Chad", "Chinese food aid": the giver stands before the gift
        return aid
            && area.First < statement.At
            && sentence.Areas.Any(a =>
                a != area && !a.IsAside && a.First > statement.At && sentence.Is(Lead(sentence, a, WordUse.Article), WordUse.Receiver)
            );
    }

    /// <summary>The token before an area, with words such as these left out; -1 where the sentence begins with it.</summary>
    private static int Lead(Sentence sentence, AreaMark area, WordUse without)
    {
        var at = area.First - 1;
        while (sentence.Is(at, without))
        {
            at--;
        }

        return at;
    }

    private static List<AreaMark> Group(Sentence sentence, AreaMark one)
    {
        var areas = sentence.Areas;
        var at = areas.IndexOf(one);
        int first = at,
            last = at;
        while (first > 0 && IsList(sentence, areas[first - 1], areas[first]))
        {
            first--;
        }

        while (last + 1 < areas.Count && IsList(sentence, areas[last], areas[last + 1]))
        {
            last++;
        }

        return [.. areas.GetRange(first, last - first + 1).Where(a => !a.IsAside).DistinctBy(a => (a.Area, a.Part)).Take(MostAreas)];
    }

    private static bool IsList(Sentence sentence, AreaMark a, AreaMark b)
    {
        var between = 0;
        for (var i = a.End; i < b.First; i++)
        {
            // "Ukraine (minus 18 per cent) and Moldova"
            if (sentence.Word(i) is "(")
            {
                while (i < b.First && sentence.Word(i) is not ")")
                {
                    i++;
                }

                continue;
            }

            between++;
            if (!sentence.IsComma(i) && !sentence.Is(i, WordUse.List | WordUse.Article | WordUse.Place))
            {
                return false;
            }
        }

        return between is > 0 and <= 3;
    }
}
