using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Quantities;

/// <summary>Reads one number in figures or words.</summary>
internal static class NumberReader
{
    /// <param name="Value">Multiplied out.</param>
    /// <param name="Scale">The scale word's factor: 1000000 in "4.82 million".</param>
    /// <param name="Step">One unit of the last significant digit, trailing zeros of whole numbers not counted.</param>
    /// <param name="FineStep">The same with trailing zeros counted, as shares are written.</param>
    /// <param name="IsFigure">Written in figures.</param>
    /// <param name="IsShare">A part of a whole: "a third", "one in five", as per cent.</param>
    /// <param name="End">Behind the last token.</param>
    /// <param name="Rule">What it was read by.</param>
    public readonly record struct Found(
        decimal Value,
        decimal Scale,
        decimal Step,
        decimal FineStep,
        bool IsFigure,
        bool IsShare,
        int End,
        string Rule
    )
    {
        /// <summary>The upper end of a vague number ("tens of thousands"); null where it has none.</summary>
        public decimal? Upper { get; init; }

        /// <summary>What a vague number says by itself ("thousands": at least two of them).</summary>
        public string? Hedge { get; init; }

        public bool IsVague { get; init; }
    }

    private const decimal OneDigit = 10;

    public static Found? Read(Sentence sentence, Lexicon lexicon, int at)
    {
        var tokens = sentence.Tokens;
        if (at >= tokens.Count || !sentence.IsFree(at, at + 1))
        {
            return null;
        }

        return tokens[at].Kind == TokenKind.Number ? Figures(sentence, lexicon, at)
            : lexicon.NumberWord(tokens[at]) is { Kind: "vague" } ? Vague(sentence, lexicon, at)
            : Words(sentence, lexicon, at);
    }

    private static Found? Figures(Sentence sentence, Lexicon lexicon, int at)
    {
        var value = sentence.Number(at);
        if (value < 0)
        {
            return null;
        }

        var decimals = sentence.Decimals(at);
        var fine = 1m;
        for (var i = 0; i < decimals; i++)
        {
            fine /= 10;
        }

        var step = decimals > 0 ? fine : Coarse(value);
        var tokens = sentence.Tokens;
        var end = at + 1;
        if (Share(sentence, lexicon, end, value) is { } share)
        {
            return share;
        }

        if (sentence.Is(end, WordUse.Ordinal) && tokens[end].Start == tokens[at].End)
        {
            return null;
        }

        var scale = 1m;
        while (end < tokens.Count && sentence.IsFree(end, end + 1) && lexicon.NumberWord(tokens[end]) is { Kind: "scale" } word)
        {
            scale *= word.Value;
            end++;
        }

        return new Found(
            value * scale,
            scale,
            (scale > 1 ? Math.Min(step, fine == 1 ? step : fine) : step) * scale,
            fine * scale,
            true,
            false,
            end,
            "numbers: figures"
        );
    }

    /// <summary>"hundreds of thousands": from two hundred thousand to a million; "millions": two at least, and open.</summary>
    private static Found? Vague(Sentence sentence, Lexicon lexicon, int at)
    {
        var tokens = sentence.Tokens;
        var (unit, whole, end, count) = (lexicon.NumberWord(tokens[at])!.Value.Value, 1m, at + 1, 0);
        while (sentence.Is(end, WordUse.Of) && end + 1 < tokens.Count && lexicon.NumberWord(tokens[end + 1]) is { Kind: "vague" } next)
        {
            (whole, end, count) = (whole * next.Value, end + 2, count + 1);
        }

        var low = unit * whole * 2;
        return new Found(low, whole * unit, low, low, false, false, end, "numbers: vague")
        {
            IsVague = true,
            Upper = count > 0 ? whole * (unit >= 100 ? unit * 10 : 100) : null,
            Hedge = count > 0 ? null : "at-least",
        };
    }

    private static Found? Words(Sentence sentence, Lexicon lexicon, int at)
    {
        var tokens = sentence.Tokens;
        decimal total = 0,
            part = 0,
            scale = 1;
        var end = at;
        var any = false;
        decimal? fraction = null;
        while (end < tokens.Count && sentence.IsFree(end, end + 1) && lexicon.NumberWord(tokens[end]) is { } word)
        {
            if (word.Kind is "article" or "join")
            {
                // "a million", "half a million", "two and a half": only where a number follows
                if (
                    end + 1 >= tokens.Count
                    || lexicon.NumberWord(tokens[end + 1]) is not { } next
                    || next.Kind is "article" && word.Kind == "article"
                    || (word.Kind == "join" && (!any || fraction is not null))
                )
                {
                    break;
                }

                if (
                    word.Kind == "join"
                    && next.Kind == "article"
                    && (end + 2 >= tokens.Count || lexicon.NumberWord(tokens[end + 2]) is not { Kind: "fraction" })
                )
                {
                    break;
                }

                if (word.Kind == "join" && next.Kind is "unit" or "ten" && part % 100 != 0)
                {
                    break;
                }

                end++;
                continue;
            }

            any = true;
            switch (word.Kind)
            {
                case "unit" or "ten":
                    if (part % 10 != 0 || (word.Kind == "ten" && part % 100 != 0))
                    {
                        return Done();
                    }

                    part += word.Value;
                    break;
                case "hundred":
                    part = (part == 0 ? 1 : part) * word.Value;
                    break;
                case "fraction":
                    fraction = word.Value;
                    break;
                case "scale":
                    var times =
                        fraction is { } f ? (total + part == 0 ? f : part + f)
                        : part == 0 ? 1
                        : part;
                    total += times * word.Value;
                    (part, fraction, scale) = (0, null, Math.Max(scale, word.Value));
                    break;
            }

            end++;
        }

        return any ? Done() : null;

        Found? Done()
        {
            if (fraction is { } f)
            {
                // "the third year" is an ordinal: a fraction has a number or an article before it, or is "half"
                if (
                    part == 0
                    && f != 0.5m
                    && (lexicon.NumberWord(tokens[at]) is not { Kind: "article" } || sentence.Is(end, WordUse.Counted))
                )
                {
                    return null;
                }

                var whole = part == 0 ? 1 : part;
                if (total == 0)
                {
                    // "two-thirds", "a quarter", "half": a share; "two and a half" before a unit is a number
                    var mixed = part > 0 && end - at > 2;
                    return mixed
                        ? new Found(part + f, 1, 0.5m, 0.5m, false, false, end, "numbers: words")
                        : new Found(Math.Round(whole * f * 100, 1), 1, OneDigit, OneDigit, false, true, end, "numbers: fraction");
                }
            }

            var value = total + part;
            return Share(sentence, lexicon, end, value)
                ?? new Found(value, scale, value > 0 ? Coarse(value) : 1, 1, false, false, end, "numbers: words");
        }
    }

    /// <summary>"one in five", "7 out of 10".</summary>
    private static Found? Share(Sentence sentence, Lexicon lexicon, int at, decimal value)
    {
        var tokens = sentence.Tokens;
        if (
            at + 1 >= tokens.Count
            || lexicon["hedges"].Match(tokens, at, tokens.Count, lexicon) is not { } link
            || !link.Row.Is("place", "of")
            || value is < 1 or > 100
        )
        {
            return null;
        }

        var next = tokens[link.End < tokens.Count ? link.End : at];
        if (link.End >= tokens.Count || !sentence.IsFree(link.End, link.End + 1))
        {
            return null;
        }

        var whole =
            next.Kind == TokenKind.Number ? sentence.Number(link.End)
            : lexicon.NumberWord(next) is { Kind: "unit" or "ten" } word ? word.Value
            : 0;
        return whole > value && whole <= 1000 && !(next.Kind == TokenKind.Number && next.End - next.Start == 4)
            ? new Found(Math.Round(value / whole * 100, 1), 1, OneDigit, OneDigit, false, true, link.End + 1, "numbers: one in ten")
            : null;
    }

    /// <summary>The place value of the last digit that is not zero: 10000 for 860000.</summary>
    private static decimal Coarse(decimal value)
    {
        var step = 1m;
        while (value >= 10 && value % 10 == 0)
        {
            value /= 10;
            step *= 10;
        }

        return step;
    }
}
