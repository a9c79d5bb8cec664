namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>Turns places in a string into places in its Unicode code points.</summary>
internal sealed class CodePoints
{
    private readonly string _text;
    private readonly List<int> _pairs = [];

    public CodePoints(string text)
    {
        _text = text;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                _pairs.Add(i);
            }
        }
    }

    public int Of(int place)
    {
        var pairs = _pairs.BinarySearch(place - 1);
        return place - (pairs >= 0 ? pairs + 1 : ~pairs);
    }

    public string Before(int place, int points)
    {
        var from = place;
        for (var i = 0; i < points && from > 0; i++)
        {
            from -= from > 1 && char.IsSurrogatePair(_text[from - 2], _text[from - 1]) ? 2 : 1;
        }

        return _text[from..place];
    }

    public string After(int place, int points)
    {
        var to = place;
        for (var i = 0; i < points && to < _text.Length; i++)
        {
            to += to + 1 < _text.Length && char.IsSurrogatePair(_text[to], _text[to + 1]) ? 2 : 1;
        }

        return _text[place..to];
    }
}
