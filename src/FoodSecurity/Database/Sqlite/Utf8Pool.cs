using System.Text;

namespace FoodSecurity.Database.Sqlite;

/// <summary>One string for each short text that a database prints again and again (codes, flags, headings). A text that meets another in its place takes it: memory stays level.</summary>
internal sealed class Utf8Pool
{
    private const int Places = 1024;
    private const int Longest = 64;

    private readonly (byte[] Utf8, string Text)[] _kept = new (byte[], string)[Places];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > Longest)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var place = ref _kept[Hash(utf8) & (Places - 1)];
        if (place.Utf8 is not { } known || !utf8.SequenceEqual(known))
        {
            place = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        }

        return place.Text;
    }

    /// <summary>FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/</summary>
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261u;
        foreach (var b in utf8)
        {
            hash = (hash ^ b) * 16777619;
        }

        return hash ^ (hash >> 15);
    }
}
