using System.Globalization;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Times;

/// <summary>Finds the times of a sentence by the rows of <c>periods.csv</c>, whose from and to columns say how the dates follow from the slots and the day of publication.</summary>
internal static class PeriodReader
{
    public static void Read(Sentence sentence, Lexicon lexicon, DateOnly? published, int? lastYear)
    {
        var tokens = sentence.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!sentence.IsFree(at, at + 1) || lexicon["periods"].Match(tokens, at, sentence.FreeEnd(at), lexicon) is not { } match)
            {
                continue;
            }

            var row = match.Row;
            if (IsFigure(sentence, lexicon, at, match))
            {
                continue;
            }

            if (row.Is("kind", "none"))
            {
                sentence.Take(at, match.End);
                at = match.End - 1;
                continue;
            }

            var slots = new SlotDates(sentence, lexicon, match.Slots, published, lastYear);
            var from = slots.Date(row["from"], last: false);
            var to = slots.Date(row["to"], last: true);
            var text = sentence.Words(at, match.End);
            sentence.Periods.Add(
                new PeriodMark(
                    at,
                    match.End,
                    new ClaimPeriod(text, row["kind"], from, to),
                    row["role"] is "base" or "average",
                    row["event"],
                    row
                )
                {
                    Counts = row.Is("role", "times") ? slots.Counts : null,
                    FromOwn = slots.FromOwn(row["from"], row["to"]),
                }
            );
            sentence.Take(at, match.End);
            at = match.End - 1;
            lastYear = row["role"] is "base" or "average" or "rank" ? lastYear : Year(to ?? from) ?? lastYear;
        }
    }

    /// <summary>The year of a date as precise as known.</summary>
    public static int? Year(string? date) => date is { Length: >= 4 } ? int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture) : null;

    /// <summary>Four digits that are no year: "2000 tonnes", "about 1950 people", 4820.</summary>
    private static bool IsFigure(Sentence sentence, Lexicon lexicon, int at, PhraseMatch match)
    {
        var tokens = sentence.Tokens;
        foreach (var slot in match.Slots)
        {
            if (
                tokens[slot].Kind == TokenKind.Number
                && tokens[slot].End - tokens[slot].Start == 4
                && sentence.Number(slot) is < 1800 or > 2100
            )
            {
                return true;
            }
        }

        var last = tokens[match.End - 1];
        return last.Kind == TokenKind.Number
            && last.End - last.Start == 4
            && match.End < tokens.Count
            && (
                lexicon.NumberWord(tokens[match.End]) is { Kind: "scale" }
                || lexicon["units"].Match(tokens, match.End, tokens.Count, lexicon) is { } unit
                    && unit.Row["kind"] is not ("money" or "animals" or "people" or "points" or "time")
            );
    }
}
