using System.Globalization;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Quantities;

/// <summary>
/// Reads numbers in figures and words, with scale, range, hedge and unit: "nearly half a million tonnes", "two to three million people", "$3.2bn", "one in five",
/// "44 million 90-kg bags", "14 quintals per acre". What stands in a date is left out, a number without unit keeps an empty unit.
/// </summary>
internal sealed class QuantityReader
{
    private readonly Sentence _sentence;
    private readonly Lexicon _lexicon;
    private readonly List<Token> _tokens;

    private QuantityReader(Sentence sentence, Lexicon lexicon) => (_sentence, _lexicon, _tokens) = (sentence, lexicon, sentence.Tokens);

    public static void Read(Sentence sentence, Lexicon lexicon)
    {
        var reader = new QuantityReader(sentence, lexicon);
        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            if (sentence.IsFree(at, at + 1) && !sentence.Is(at - 1, WordUse.Labelled) && reader.Quantity(at) is { } found)
            {
                sentence.Quantities.Add(found);
                sentence.Take(found.First, found.End);
                at = found.End - 1;
            }
        }
    }

    private QuantityMark? Quantity(int first)
    {
        var (hedge, at) = Hedge(first);
        var money = Unit(at) is { } m && m.Row.Is("place", "before") ? m : (PhraseMatch?)null;
        at = money?.End ?? at;
        if (NumberReader.Read(_sentence, _lexicon, at) is not { } low)
        {
            return null;
        }

        (low, var high, at) = Range(low, first);
        hedge ??= low.Hedge;
        if (low.IsShare)
        {
            return Made(first, at, new ClaimQuantity("", low.Value, high?.Value, "percent", hedge, low.Step), low, high, low.Rule);
        }

        while (Hedged(at) is { } late && late.Row.Is("place", "after") && _sentence.IsFree(at, late.End))
        {
            hedge ??= late.Row["hedge"];
            at = late.End;
        }

        if (money is { } currency)
        {
            (var unit, at) = Per(currency.Row["unit"], at);
            var sum = new ClaimQuantity("", low.Value, high?.Value ?? low.Upper, unit, hedge, low.Step);
            return Made(first, at, sum, low, high, currency.Row.Rule, isMoney: true);
        }

        return Measured(first, at, low, high, hedge)
            // a bare "one" or "two" is a word, not a quantity; "to zero" is one
            ?? (
                low.IsFigure || low.Scale > 1 || low.Value >= 100 || (low.Value == 0 && _sentence.Is(first - 1, WordUse.To))
                    ? Made(
                        first,
                        at,
                        new ClaimQuantity(
                            "",
                            low.Value,
                            high?.Value ?? low.Upper,
                            "",
                            hedge,
                            low.IsFigure ? low.Step : Math.Max(low.Step, 1)
                        ),
                        low,
                        high,
                        low.Rule
                    )
                    : null
            );
    }

    /// <summary>A number with a unit behind it; null where none follows.</summary>
    private QuantityMark? Measured(int first, int at, NumberReader.Found low, NumberReader.Found? high, string? hedge)
    {
        // "hundreds of thousands of people"
        var from = low.IsVague && _sentence.Is(at, WordUse.Of) && Unit(at + 1) is not null ? at + 1 : at;
        if (Unit(from) is not { } u || u.Row["place"] is "before" or "per")
        {
            return null;
        }

        at = u.End;
        var factor = Factor(u);
        var unit = u.Row["unit"];
        if (u.Row.Is("kind", "money"))
        {
            (unit, at) = Per(unit, at);
        }
        else if (u.Row.Is("kind", "mass") && (Unit(at) ?? Unit(BehindFood(at))) is { } area && area.Row.Is("kind", "per-area"))
        {
            at = area.End;
            unit += area.Row["unit"];
            factor /= Factor(area);
        }

        var step =
            unit is "percent" or "percentage-points" ? low.FineStep
            : low.IsFigure ? low.Step
            : Math.Max(low.Step, 1);
        var quantity = new ClaimQuantity("", low.Value * factor, (high?.Value ?? low.Upper) * factor, unit, hedge, step * factor);
        var made = Made(first, at, quantity, low, high, u.Row.Rule, u.Row.Is("kind", "money"));
        // "110.6 and 28.2 MMT": the unit carries the scale
        return factor >= 1000 ? made with { Scale = made.Scale * factor } : made;
    }

    private QuantityMark Made(
        int first,
        int end,
        ClaimQuantity quantity,
        NumberReader.Found low,
        NumberReader.Found? high,
        string rule,
        bool isMoney = false
    ) => new(first, end, quantity with { Text = _sentence.Words(first, end) }, isMoney, rule) { Scale = high?.Scale ?? low.Scale };

    /// <summary>The words before a number that say how near it is, and where they end.</summary>
    private (string? Hedge, int End) Hedge(int at)
    {
        string? hedge = null;
        while (Hedged(at) is { } h && h.Row["place"].Length == 0 && _sentence.IsFree(at, h.End) && !EndsMove(at))
        {
            hedge ??= h.Row["hedge"].Length > 0 ? h.Row["hedge"] : null;
            at = h.End;
        }

        return (hedge, at);
    }

    /// <summary>The second end of "two to three million", if there is one.</summary>
    private (NumberReader.Found Low, NumberReader.Found? High, int End) Range(NumberReader.Found low, int first)
    {
        if (RangeWord(first, low.End) is not { } next)
        {
            return (low, null, low.End);
        }

        next = Unit(next) is { } again && again.Row.Is("place", "before") ? again.End : next;
        if (
            NumberReader.Read(_sentence, _lexicon, next) is not { } second
            || (second.Value <= low.Value && second.Scale <= low.Scale)
            || !second.IsShare != !low.IsShare
        )
        {
            return (low, null, low.End);
        }

        return low.Scale == 1 && second.Scale > 1 && low.Value < second.Value / second.Scale
            ? (low with { Value = low.Value * second.Scale, Step = low.Step * second.Scale }, second, second.End)
            : (low, second, second.End);
    }

    /// <summary>"18 maunds of paddy per acre": behind the food.</summary>
    private int BehindFood(int at) =>
        _sentence.Is(at, WordUse.Of)
        && at + 1 < _tokens.Count
        && _lexicon["items"].Match(_tokens, at + 1, _tokens.Count, _lexicon) is { } food
            ? food.End
            : _tokens.Count;

    /// <summary>"a kilogram" behind a sum of money.</summary>
    private (string Unit, int End) Per(string unit, int at) =>
        Unit(at) is { } per && per.Row.Is("place", "per") && per.Row.Is("kind", "per") ? (unit + per.Row["unit"], per.End) : (unit, at);

    /// <summary>What one of a unit is in the unit of its row; N is the number among its words ("90-kg bags").</summary>
    private decimal Factor(PhraseMatch unit) =>
        unit.Row["factor"] switch
        {
            "" => 1,
            "N/1000" => _sentence.Number(unit.Slots[0]) / 1000,
            var printed => decimal.Parse(printed, CultureInfo.InvariantCulture),
        };

    private PhraseMatch? Unit(int at) => at < _tokens.Count ? _lexicon["units"].Match(_tokens, at, _tokens.Count, _lexicon) : null;

    private PhraseMatch? Hedged(int at) => at < _tokens.Count ? _lexicon["hedges"].Match(_tokens, at, _tokens.Count, _lexicon) : null;

    /// <summary>"edged up to 38 per cent": the first word of the hedge belongs to what moved.</summary>
    private bool EndsMove(int at) => _sentence.Marks.Exists(m => m.Layer == Layer.Relation && m.First < at && m.End > at);

    /// <summary>The place behind a word that joins the ends of a range, or null.</summary>
    private int? RangeWord(int first, int at)
    {
        if (
            (_sentence.Is(at, WordUse.To) && _sentence.Is(first - 1, WordUse.From))
            || (_sentence.Is(at, WordUse.And) && !_sentence.Is(first - 1, WordUse.Between))
        )
        {
            // "from 10 to 15 per cent" is a change, "2 per cent and 3" two figures
            return null;
        }

        return at < _tokens.Count - 1 && _sentence.IsFree(at, at + 1) && Hedged(at) is { } range && range.Row.Is("place", "between")
            ? range.End
            : null;
    }
}
