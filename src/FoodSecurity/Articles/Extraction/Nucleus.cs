using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction;

/// <summary>What a clause says and of what: an indicator with the word that says how it stands or moves. Move is null where the indicator itself says it ("famine") or only a figure stands beside it.</summary>
internal sealed record Nucleus(Mark? Indicator, Mark? Move, IReadOnlyList<(string Item, Mark? Mark)> Items, bool IsInherited)
{
    public int At => Indicator?.First ?? Move?.First ?? 0;
}

/// <summary>Chooses the indicator of a clause and its relation.</summary>
/// <param name="sentence">The sentence.</param>
/// <param name="tables">What claims can be about.</param>
/// <param name="context">What was said before.</param>
/// <param name="last">The nucleus of the clause before, whose verb a gapped clause leaves out; null at the beginning.</param>
internal sealed class NucleusReader(Sentence sentence, ClaimTables tables, ArticleContext context, Nucleus? last)
{
    private const int Near = 12;
    private const int Beside = 5;
    private const string AllFood = "food";

    public Nucleus? Read(Clause clause, Claim? before)
    {
        if (clause.IsGapped && last is not null)
        {
            return Gapped(clause, last);
        }

        var moves = sentence
            .Of(Layer.Relation, clause.First, clause.End)
            .Where(m => m.Row["role"] is not ("copula" or "level" or "against" or "none") && !IsInside(m))
            .ToList();
        var valid = sentence
            .Of(Layer.Indicator, clause.First, clause.End)
            .Select(m => (Mark: m, Items: ItemsOf(m, clause)))
            .Where(i => IsMeant(i.Mark, i.Items, clause))
            .ToList();
        if (valid.Count == 0)
        {
            return Inherited(clause, moves, before);
        }

        // a price of food in general is that of the index
        valid = valid.ConvertAll(v =>
            v.Mark.Row.Is("indicator", "price") && v.Items is [{ Item: "" }] ? (v.Mark, [(AllFood, v.Items[0].Mark)]) : v
        );
        var best = valid.Select(v => (v.Mark, v.Items, Move: MoveOf(v.Mark, moves))).OrderBy(v => Cost(v.Mark, v.Move)).First();
        // "the harvest of 2021: wheat up 4 per cent"
        var subject =
            best.Items.Count == 0 && best.Move is { } m
                ? sentence.Of(Layer.Item, clause.First, clause.End).FirstOrDefault(i => i.End == m.First && i.Row["item"].Length > 0)
                : null;
        return new Nucleus(best.Mark, best.Move, subject is null ? best.Items : [(subject.Row["item"], subject)], false);
    }

    private Nucleus Gapped(Clause clause, Nucleus whole)
    {
        var indicator = sentence.Of(Layer.Indicator, clause.First, clause.End).FirstOrDefault(m => m.Row["strength"] is "strong" or "weak")
            ?? whole.Indicator;
        var items = sentence.Of(Layer.Item, clause.First, clause.End).Where(m => m.Row["item"].Length > 0).ToList();
        return whole with { Indicator = indicator, Items = items.Count > 0 ? Group(items, items[0]) : whole.Items };
    }

    /// <summary>Less is better: a word that moves beside it, a relation of its own with a date beside it, then the order of the sentence.</summary>
    private double Cost(Mark indicator, Mark? move)
    {
        var cost = (indicator.First / 1000.0) + (Clauses.IsAside(sentence, indicator.First) ? 1 : 0);
        if (
            sentence.Marks.Exists(m =>
                m.Layer == Layer.Border && m.First < indicator.First && indicator.First - m.First <= 3 && m.Row.Is("role", "time")
            ) || sentence.Marks.Exists(m => m.Layer == Layer.Cause && m.First < indicator.First && indicator.First - m.End <= 3)
        )
        {
            cost += 1;
        }

        if (indicator.Row.Is("strength", "death"))
        {
            return cost;
        }

        if (move is not null)
        {
            return cost + (Gap(indicator, move) / 20.0) + (indicator.Row.Is("strength", "verb") ? 0.5 : 0);
        }

        if (indicator.Row["relation"].Length > 0)
        {
            var dated = sentence.Periods.Any(p =>
                !p.IsBase
                && p.Row["role"].Length == 0
                && Math.Min(Math.Abs(p.End - indicator.First), Math.Abs(p.First - indicator.End)) <= 3
            );
            return cost + (dated ? 0.3 : 0.8);
        }

        var near = sentence
            .Quantities.Where(q => Fits(indicator.Row, q))
            .Select(q => Math.Abs(q.First - indicator.First))
            .DefaultIfEmpty(Near + 1)
            .Min();
        return cost + (near <= Near ? 0.55 + (near / 100.0) : 3);
    }

    private static int Gap(Mark a, Mark b) =>
        a.First >= b.End ? a.First - b.End
        : b.First >= a.End ? b.First - a.End
        : 0;

    private Mark? MoveOf(Mark indicator, List<Mark> moves)
    {
        Mark? best = null;
        var least = double.MaxValue;
        foreach (var move in moves)
        {
            if (move.First < indicator.End && indicator.First < move.End && !(move.First == indicator.First && move.End < indicator.End))
            {
                continue;
            }

            var role = move.Row["role"];
            if (role == "destroys" && indicator.Row.Is("indicator", "crop-losses"))
            {
                // "pests destroyed 20 per cent of the maize": that is the loss, and no fall of it
                continue;
            }

            var after = move.First >= indicator.End;
            var gap = Gap(indicator, move);
            double cost =
                gap
                + role switch
                {
                    "verb" => after ? 0 : 3,
                    "transitive" or "destroys" => after ? 4 : 1,
                    "noun" => after ? 1 : 0,
                    "adverb" => after ? 1 : 4,
                    "adjective" => after ? 3 : 2,
                    "compare" => after ? -4 : 4,
                    "rank" => after || gap <= 3 ? 2 : 50,
                    _ => 5,
                };
            // a verb's object may stand before it ("hit by drought, output fell"), but not beyond the next indicator
            var between = sentence.Marks.Any(m =>
                m.Layer == Layer.Indicator
                && m != indicator
                && m.First > Math.Min(indicator.First, move.First)
                && m.First < Math.Max(indicator.First, move.First)
                && m.Row["strength"] is "strong"
                && m.Row["indicator"] != indicator.Row["indicator"]
            );
            cost +=
                (between ? 12 : 0)
                + ((Clauses.IsAside(sentence, move.First) || IsParticiple(move)) && !Clauses.IsAside(sentence, indicator.First) ? 20 : 0);
            var limit =
                indicator.Row["relation"].Length == 0 ? 40
                : role == "rank" && after ? Near + 2
                : Beside;
            if (gap <= limit && cost < least && cost < 50)
            {
                (best, least) = (move, cost);
            }
        }

        return best;
    }

    /// <summary>"worse" in "crisis or worse"</summary>
    private bool IsInside(Mark move) => sentence.Marks.Exists(m => m.Layer == Layer.Indicator && m.First < move.First && m.End >= move.End);

    /// <summary>", ruined by floods,"</summary>
    private bool IsParticiple(Mark move) => sentence.IsComma(move.First - 1) && sentence.Is(move.End, WordUse.By);

    /// <summary>A word such as "output" or "shortage" counts only beside a food, or where the sentence before spoke of it; "produced" only with a food and a figure.</summary>
    private bool IsMeant(Mark indicator, IReadOnlyList<(string Item, Mark? Mark)> items, Clause clause)
    {
        var row = indicator.Row;
        if (row.Is("kind", "abroad") && !sentence.Of(Layer.Context, clause.First, clause.End).Any(m => m.Row.Is("kind", "abroad")))
        {
            return false;
        }

        var food =
            sentence.Of(Layer.Context, clause.First, clause.End).Any(m => m.Row.Is("kind", "food"))
            || sentence.Of(Layer.Item, clause.First, clause.End).Any();
        switch (row["strength"])
        {
            case "strong":
                // a famine in a book or a museum is no news
                return row["relation"].Length == 0 || !sentence.Marks.Any(m => m.Layer == Layer.Context && m.Row.Is("kind", "fiction"));
            case "aim":
                return false;
            case "verb":
                var figure = sentence.Quantities.Any(q => clause.Holds(q.First) && Fits(row, q));
                var object_ = sentence.Of(Layer.Item, indicator.End, clause.End).Any(m => m.First - indicator.End <= Near);
                return figure && (object_ || items.Count > 0)
                    || (
                        (object_ || items.Count > 0)
                        && sentence.Of(Layer.Relation, clause.First, clause.End).Any(m => m.Row["role"] is "verb" or "rank" or "adverb")
                    )
                    || (figure && (SpokeOf(row["indicator"]) || row.Is("kind", "alone") || context.TopicItem is not null));
            case "beside":
                return items.Any(i => i.Mark is { } m && (Gap(m, indicator) <= 2 || row.Is("kind", "subject")));
            case "death":
                return sentence
                        .Of(Layer.Indicator, clause.First, clause.End)
                        .Any(m =>
                            m.Row["indicator"]
                                is "famine"
                                    or "undernourishment"
                                    or "food-shortage"
                                    or "malnutrition"
                                    or "acute-food-insecurity"
                        )
                    && sentence.Quantities.Any(q =>
                        clause.Holds(q.First) && q.Quantity.Unit is "people" or "" or "deaths" && q.Quantity.Value > 100
                    );
            default:
                return items.Count > 0
                    || (food && row["indicator"] is not "exports")
                    || SpokeOf(row["indicator"])
                    || context.TopicItem is not null;
        }
    }

    private bool Fits(LexiconRow row, QuantityMark q) =>
        tables.Indicators[row["indicator"]] is var indicator
        && (
            indicator.Takes(q.Quantity.Unit)
            || (q.Quantity is { Unit: "", Value: >= 1000 } && indicator.Takes("people"))
            || indicator.Takes(q.Quantity.Unit + "-per-ha")
            || (row.Is("kind", "loss") && q.Quantity.Unit == "percent" && sentence.Is(q.End, WordUse.Of))
        );

    private bool SpokeOf(string indicator) => context.Topic is { } topic && Family(topic.Indicator) == Family(indicator);

    public static string Family(string indicator) =>
        indicator switch
        {
            "cereal-output" or "item-output" => "crop-output",
            "food-shortage" => "uncovered-deficit",
            "food-inflation" or "price-index" => "price",
            _ => indicator,
        };

    /// <summary>The foods an indicator is about: those of its row, those before it ("rice and maize output"), those behind "of".</summary>
    private List<(string Item, Mark? Mark)> ItemsOf(Mark indicator, Clause clause)
    {
        if (indicator.Row["item"].Length > 0)
        {
            return [(indicator.Row["item"], indicator)];
        }

        var all = sentence.Of(Layer.Item, clause.First, clause.End).ToList();
        if (all.Find(i => i.First >= indicator.First && i.End <= indicator.End && i.Row["item"].Length > 0) is { } inside)
        {
            return [(inside.Row["item"], inside)];
        }

        var items = all.FindAll(i => i.End <= indicator.First || i.First >= indicator.End);
        var before = items.FindLast(i => i.End <= indicator.First && IsFiller(i.End, indicator.First));
        if (before is not null)
        {
            return Group(items, before);
        }

        var behind = items.Find(i =>
            i.First >= indicator.End
            && i.First - indicator.End <= (indicator.Row.Is("strength", "verb") ? Near : 7)
            && LeadsTo(indicator, i)
        );
        if (behind is not null)
        {
            return Group(items, behind);
        }

        // "the deficit narrowed to 240,000 tonnes of cereals"
        var measured = items.Find(i =>
            sentence.Quantities.Exists(q =>
                (sentence.Is(q.End, WordUse.Of) && i.First > q.End && i.First - q.End <= 4) || (i.First >= q.First && i.End <= q.End)
            )
        );
        if (measured is not null)
        {
            return Group(items, measured);
        }

        // "Bread cost", "bread is dearer": the food is the subject; food in general has prices of its own
        var subject =
            (indicator.Row.Is("indicator", "price") && indicator.Row.Is("strength", "verb")) || indicator.Row.Is("kind", "subject")
                ? items.FindLast(i => i.First < indicator.First) ?? items.Find(i => i.First - indicator.End is 0 or 1)
                : null;
        if (
            sentence.Of(Layer.Context, indicator.End, clause.End).FirstOrDefault(m => m.Row.Is("kind", "item")) is { } meant
            && meant.First - indicator.End <= 4
            && context.LastItem is { } named
        )
        {
            return [(named, meant)];
        }

        // "soybean farmers lost half of their crop", "potato growers planted 54,000 hectares"
        subject ??= sentence.Is(indicator.First - 1, WordUse.Its)
            ? items.FindLast(i => i.End <= indicator.First && i.Row["item"].Length > 0)
            : null;
        subject ??= indicator.Row.Is("strength", "verb")
            ? items.FindLast(i => i.End <= indicator.First && indicator.First - i.End <= 2)
            : null;
        return subject is null
            ? []
            :
            [
                (
                    subject.Row["item"] is { Length: > 0 } item ? item
                    : indicator.Row.Is("indicator", "price") ? AllFood
                    : "",
                    subject
                ),
            ];
    }

    private bool LeadsTo(Mark indicator, Mark item)
    {
        if (indicator.Row.Is("strength", "verb") || (indicator.Row.Is("strength", "beside") && item.First - indicator.End <= 1))
        {
            return true;
        }

        for (var i = indicator.End - 1; i < item.First; i++)
        {
            if (
                sentence.Is(i, WordUse.Food)
                || (sentence.Is(i, WordUse.AreaFood) && indicator.Row["indicator"].StartsWith("area", StringComparison.Ordinal))
            )
            {
                return true;
            }

            if (sentence.Marks.Any(m => m.Layer == Layer.Relation && m.First == i && m.Row["role"] is "verb"))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsFiller(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!sentence.Is(i, WordUse.Filler))
            {
                return false;
            }
        }

        return to - from <= 3;
    }

    /// <summary>Foods that share a noun: "rice, wheat and maize output".</summary>
    private List<(string Item, Mark? Mark)> Group(List<Mark> items, Mark one)
    {
        var at = items.IndexOf(one);
        int first = at,
            last = at;
        while (first > 0 && IsList(items[first - 1].End, items[first].First))
        {
            first--;
        }

        while (last + 1 < items.Count && IsList(items[last].End, items[last + 1].First))
        {
            last++;
        }

        return [.. items[first..(last + 1)].DistinctBy(i => i.Row["item"]).Select(i => (i.Row["item"], (Mark?)i))];
    }

    private bool IsList(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!sentence.IsComma(i) && !sentence.Is(i, WordUse.List))
            {
                return false;
            }
        }

        return to > from;
    }

    /// <summary>"they came to 840,000 tonnes"</summary>
    private Nucleus? Taken(Clause clause, Claim? before) =>
        (before ?? context.LastClaim) is { } last
        && last.Relation is not (ClaimRelation.Aim or ClaimRelation.None)
        && sentence.Of(Layer.Relation, clause.First, clause.End).FirstOrDefault() is { } level
        && level.Row["role"] is "level" or "copula"
        && sentence.Is(level.First - 1, WordUse.It)
        && level.First - clause.First <= Beside + 2
        && sentence.Quantities.Exists(q =>
            clause.Holds(q.First) && q.First - level.End <= 1 && tables.Indicators[last.Indicator].Takes(q.Quantity.Unit)
        )
            ? new Nucleus(null, null, [], true)
            : null;

    /// <summary>"… but fell in 2023", "Maize slipped to 1.5 million tonnes": the clause or sentence before says of what.</summary>
    private Nucleus? Inherited(Clause clause, List<Mark> moves, Claim? before)
    {
        var pointed = sentence.Of(Layer.Context, clause.First, clause.End).Any(m => m.Row.Is("kind", "figure"));
        if (Taken(clause, before) is { } level)
        {
            return level;
        }

        var move = moves.Find(m => m.Row["role"] is "verb" or "compare" or "adverb" || (pointed && m.Row.Is("role", "adjective")));
        if (
            move is null
            || (before ?? context.LastClaim) is not { } last
            || last.Relation == ClaimRelation.Aim
            || last.Relation == ClaimRelation.None
        )
        {
            return null;
        }

        var item = sentence.Of(Layer.Item, clause.First, move.First).FirstOrDefault();
        // "wheat up 4 per cent, oats unchanged"
        var beside = item is not null && before is not null && item.First - clause.First <= 1 && move.First - item.End <= 1;
        var starts = pointed || move.First - clause.First <= 2 && (before is not null || sentence.Is(clause.First, WordUse.It));
        var figure = sentence.Quantities.Any(q => clause.Holds(q.First)) || sentence.Periods.Any(p => clause.Holds(p.First)) || beside;
        return (item is not null && item.Row["item"].Length > 0 || starts) && figure
            ? new Nucleus(null, move, item is null ? [] : [(item.Row["item"], item)], true)
            : null;
    }
}
