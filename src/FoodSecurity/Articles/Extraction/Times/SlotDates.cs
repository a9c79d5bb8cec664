using System.Globalization;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Times;

/// <summary>What stands in the slots of a phrase, and the dates they make.</summary>
internal readonly ref struct SlotDates
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

    public SlotDates(Sentence sentence, Lexicon lexicon, int[] slots, DateOnly? published, int? lastYear)
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
    /// Y, Z first and second year; O the claim's own year (that of publication until it is known); P year of publication; C century of a two-digit decade; each with +n, -n or -N (the count); then /M, /m or /06 for a month and /D for
    /// a day; L: the year named last; R: the last such month up to publication; PM, PM-1, PM+1 month of publication. Empty: open.
    /// </summary>
    public string? Date(string expression, bool last)
    {
        if (expression.Length == 0)
        {
            return null;
        }

        if (expression.StartsWith("PM", StringComparison.Ordinal) || expression.StartsWith("OM", StringComparison.Ordinal))
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
            'P' or 'O' => _published?.Year,
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

    /// <summary>What two expressions beginning with O say of the claim's own period; null for any other.</summary>
    public OwnDates? FromOwn(string from, string to)
    {
        if (!from.StartsWith('O') || !to.StartsWith('O'))
        {
            return null;
        }

        var months = from.StartsWith("OM", StringComparison.Ordinal);
        var skip = months ? 2 : 1;
        return new OwnDates(Offset(from.AsSpan(skip)), Offset(to.AsSpan(skip)), months, from != to);
    }

    private int Offset(ReadOnlySpan<char> sign) =>
        sign.Length < 2 ? 0 : (sign[0] == '-' ? -1 : 1) * (sign[1] == 'N' ? _count : int.Parse(sign[1..], CultureInfo.InvariantCulture));

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
