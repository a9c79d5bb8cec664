using System.Text;

namespace FoodSecurity.Sources.Files;

/// <summary>
/// Lets a byte that is not UTF-8 through as a marked character instead of failing in the middle of a buffer, so that the row it
/// stands in can be named. Marks lie in Unicode's private use area, which no provider's file uses. Where the caller says so, such bytes
/// are latin-1 and pass as its characters; 80 to 9F, which latin-1 leaves empty, are those of Windows-1252.
/// </summary>
internal sealed class SuspectBytes(bool latin1 = false) : DecoderFallback
{
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private const char Mark = '\uEE00';

    /// <summary>True once a byte was marked: from then on rows must be looked through.</summary>
    public bool Seen { get; private set; }

    private bool PassesLatin1 => latin1;

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Marks(this);

    public static bool Marked(ReadOnlySpan<char> text) => text.ContainsAnyInRange(Mark, (char)(Mark + 255));

    private char Of(byte one) =>
        !latin1 ? (char)(Mark + one)
        : one is >= 0x80 and < 0xa0 ? Windows[one - 0x80]
        : (char)one;

    /// <summary>The text with marked bytes shown as the latin-1 characters they probably are.</summary>
    public static string AsLatin1(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            shown.Append(c >= Mark && c <= Mark + 255 ? (char)(c - Mark) : c);
        }

        return shown.ToString();
    }

    private sealed class Marks(SuspectBytes owner) : DecoderFallbackBuffer
    {
        private byte[] _bytes = [];
        private int _next;

        public override int Remaining => _bytes.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Seen |= !owner.PassesLatin1;
            _bytes = bytesUnknown;
            _next = 0;
            return bytesUnknown.Length > 0;
        }

        public override char GetNextChar() => _next < _bytes.Length ? owner.Of(_bytes[_next++]) : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
            {
                return false;
            }

            _next--;
            return true;
        }

        public override void Reset()
        {
            _bytes = [];
            _next = 0;
        }
    }
}
