using System.Globalization;
using System.Text;
using FoodSecurity.Charts.Layout;

namespace FoodSecurity.Charts.Rendering;

/// <summary>Writes light SVG: numbers to a tenth, relative paths, escaped text.</summary>
internal sealed class SvgBuilder(bool withTokens)
{
    private readonly StringBuilder text = new();

    public SvgBuilder Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    public SvgBuilder Text(string words)
    {
        text.Append(Escape(words));
        return this;
    }

    public SvgBuilder Attribute(string name, string value)
    {
        text.Append(' ').Append(name).Append("=\"").Append(Escape(value)).Append('"');
        return this;
    }

    public SvgBuilder Attribute(string name, double value) => Attribute(name, Number(value));

    public SvgBuilder Attribute(string name, ChartInk ink) => Attribute(name, Color(ink));

    /// <summary>On a page a colour may be replaced by a CSS custom property; a file of its own names it plainly.</summary>
    public string Color(ChartInk ink) => withTokens ? $"var({ink.Token},{Short(ink.Hex)})" : Short(ink.Hex);

    public override string ToString() => text.ToString();

    /// <summary>A number to the given decimals without needless zeros: 12.5, -3, .8.</summary>
    public static string Number(double value, int decimals = 1)
    {
        string number = Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("0.###", CultureInfo.InvariantCulture);
        return number switch
        {
            "-0" => "0",
            _ when number.StartsWith("0.", StringComparison.Ordinal) => number[1..],
            _ when number.StartsWith("-0.", StringComparison.Ordinal) => "-" + number[2..],
            _ => number,
        };
    }

    /// <summary>A path through the spots: absolute beginning, then relative steps counted in tenths, so that errors do not add up.</summary>
    public static string Path(IEnumerable<Spot> spots)
    {
        StringBuilder path = new();
        long lastX = 0,
            lastY = 0;
        int count = 0;
        foreach (Spot spot in spots)
        {
            (long x, long y) = (Tenths(spot.X), Tenths(spot.Y));
            path.Append(
                count switch
                {
                    0 => 'M',
                    1 => 'l',
                    _ => ' ',
                }
            );
            AppendPair(path, x - lastX, y - lastY);
            (lastX, lastY) = (x, y);
            count++;
        }
        return path.ToString().Replace(" -", "-", StringComparison.Ordinal);
    }

    /// <summary>A path of dots: strokes without length, which round caps make visible.</summary>
    public static string Dots(IEnumerable<Spot> spots)
    {
        StringBuilder path = new();
        long lastX = 0,
            lastY = 0;
        foreach (Spot spot in spots)
        {
            (long x, long y) = (Tenths(spot.X), Tenths(spot.Y));
            path.Append(path.Length == 0 ? 'M' : 'm');
            AppendPair(path, x - lastX, y - lastY);
            path.Append("h0");
            (lastX, lastY) = (x, y);
        }
        return path.ToString();
    }

    private static long Tenths(double value) => (long)Math.Round(value * 10, MidpointRounding.AwayFromZero);

    private static void AppendPair(StringBuilder path, long x, long y)
    {
        path.Append(Number(x / 10.0));
        string second = Number(y / 10.0);
        path.Append(second.StartsWith('-') ? "" : " ").Append(second);
    }

    private static string Short(string hex) =>
        hex[1] == hex[2] && hex[3] == hex[4] && hex[5] == hex[6] ? $"#{hex[1]}{hex[3]}{hex[5]}" : hex;

    /// <summary>Escapes what XML reserves and drops the control characters it forbids.</summary>
    private static string Escape(string words)
    {
        StringBuilder escaped = new(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            char c = words[i];
            bool lone =
                char.IsSurrogate(c)
                && !(
                    char.IsHighSurrogate(c)
                        ? i + 1 < words.Length && char.IsLowSurrogate(words[i + 1])
                        : i > 0 && char.IsHighSurrogate(words[i - 1])
                );
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\n' or '\t' or '\r' => escaped.Append(' '),
                _ when c < ' ' || c is '\ufffe' or '\uffff' || lone => escaped,
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }
}
