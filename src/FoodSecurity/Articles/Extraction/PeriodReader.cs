using System.Globalization;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction;

/// <summary>A time named in a sentence.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Behind the last token.</param>
/// <param name="Period">Words and dates.</param>
/// <param name="IsBase">What something is compared with ("than in 2021", "a year earlier"), not when it happened.</param>
/// <param name="Event">Kind of the event it names, whose dates depend on the area.</param>
/// <param name="Row">The row that says so.</param>
internal sealed record PeriodMark(int First, int End, ClaimPeriod Period, bool IsBase, string Event, LexiconRow Row)
{
    /// <summary>Words that only follow another time or make a state last: weaker than a date.</summary>
    public bool IsWeak => Row.Is("role", "weak");

    /// <summary>The counts of "in eight of the last ten years"; null elsewhere.</summary>
    public (int Times, int OfLast)? Counts { get; init; }
}

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

            var slots = new SlotValues(sentence, lexicon, match.Slots, published, lastYear);
            var from = slots.Date(row["from"], last: false);
            var to = slots.Date(row["to"], last: true);
            var text = sentence.Words(at, match.End);
            sentence.Periods.Add(
                new PeriodMark(at, match.End, new ClaimPeriod(text, row["kind"], from, to), row.Is("role", "base"), row["event"], row)
                {
                    Counts = row.Is("role", "times") ? slots.Counts : null,
                }
            );
            sentence.Take(at, match.End);
            at = match.End - 1;
            lastYear = row.Is("role", "base") ? lastYear : Year(to ?? from) ?? lastYear;
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
                    && unit.Row["kind"] is not ("money" or "animals" or "people" or "points")
            );
    }

    /// <summary>What stands in the slots of a phrase, and the dates they make.</summary>
    private readonly ref struct SlotValues
    {
        private readonly int? _first;
        private readonly int? _second;
        private readonly int _month;
        private readonly int _secondMonth;
        private readonly int _day;
        private readonly int _count;
        private readonly int _firstCount;
        private readonly DateOnly? _published;
        private readonly int? _lastYear;

        public SlotValues(Sentence sentence, Lexicon lexicon, int[] slots, DateOnly? published, int? lastYear)
        {
            _published = published;
            _lastYear = lastYear;
            foreach (var slot in slots)
            {
                var token = sentence.Tokens[slot];
                if (token.Kind == TokenKind.Word)
                {
                    var month = lexicon.Month(token);
                    _firstCount = month == 0 && _firstCount == 0 ? _count : _firstCount;
                    _count = month == 0 ? (int)(lexicon.NumberWord(token)?.Value ?? 0) : _count;
                    (_month, _secondMonth) = _month == 0 ? (month, 0) : (_month, month > 0 ? month : _secondMonth);
                    continue;
                }

                var value = (int)sentence.Number(slot);
                switch (token.End - token.Start)
                {
                    case 4 when _first is null:
                        _first = value;
                        break;
                    case 4:
                        _second = value;
                        break;
                    default:
                        // behind a year two digits end it ("2018/19"), alone they are a decade ("the '90s") or a count
                        _second ??= _first is { } y ? (y / 100 * 100) + value + (value < y % 100 ? 100 : 0) : null;
                        _first ??= null;
                        _firstCount = _firstCount == 0 ? _count : _firstCount;
                        _day = value;
                        _count = value;
                        break;
                }
            }
        }

        /// <summary>The first and the last of several counts.</summary>
        public (int, int)? Counts => (_firstCount, _count);

        /// <summary>
        /// Y, Z first and second year; P year of publication; C century of a two-digit decade; each with +n, -n or -N (the count); then /M, /m or /06 for a month and /D for
        /// a day; L: the year named last; R: the last such month up to publication; PM, PM-1, PM+1 month of publication. Empty: open.
        /// </summary>
        public string? Date(string expression, bool last)
        {
            if (expression.Length == 0)
            {
                return null;
            }

            if (expression.StartsWith("PM", StringComparison.Ordinal))
            {
                return _published is { } p ? Text(p.AddMonths(Offset(expression.AsSpan(2))), "yyyy-MM") : null;
            }

            if (expression is "PD")
            {
                return _published is { } day ? Text(day, "yyyy-MM-dd") : null;
            }

            var parts = expression.Split('/');
            int? year = parts[0][0] switch
            {
                'Y' => _first,
                'Z' => _second,
                'C' => _day < 30 ? 2000 + _day : 1900 + _day,
                'P' => _published?.Year,
                'L' => _lastYear,
                'X' => int.Parse(parts[0].AsSpan(1), CultureInfo.InvariantCulture),
                'R' => _published is { } p ? p.Year - ((last && _secondMonth > 0 ? _secondMonth : _month) > p.Month ? 1 : 0) : null,
                _ => null,
            };
            if (year is null)
            {
                return null;
            }

            var on = year.Value + (parts[0][0] == 'X' ? 0 : Offset(parts[0].AsSpan(1)));
            if (on is < 1 or > 9999)
            {
                return null;
            }

            var text = on.ToString("0000", CultureInfo.InvariantCulture);
            if (parts.Length > 1)
            {
                var month = parts[1] switch
                {
                    "M" => _month,
                    "m" => _secondMonth,
                    _ => int.Parse(parts[1], CultureInfo.InvariantCulture),
                };
                text += month is >= 1 and <= 12 ? "-" + month.ToString("00", CultureInfo.InvariantCulture) : "";
                if (parts.Length > 2 && month is >= 1 and <= 12 && _day >= 1 && _day <= DateTime.DaysInMonth(on, month))
                {
                    text += "-" + _day.ToString("00", CultureInfo.InvariantCulture);
                }
            }

            return text;
        }

        private int Offset(ReadOnlySpan<char> sign) =>
            sign.Length < 2
                ? 0
                : (sign[0] == '-' ? -1 : 1) * (sign[1] == 'N' ? _count : int.Parse(sign[1..], CultureInfo.InvariantCulture));

        private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
    }
}
