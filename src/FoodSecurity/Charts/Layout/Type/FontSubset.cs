using System.Buffers.Binary;
using SkiaSharp;

namespace FoodSecurity.Charts.Layout.Type;

/// <summary>
/// A typeface with the outlines of a few glyphs only, for PDF files: the Skia library in use embeds fonts whole, half a megabyte for a page of words. Glyphs keep
/// their numbers; what is not used has no outline, and the character map names the used ones alone, so that text stays selectable and searchable.
/// Format: OpenType 1.9 (TrueType outlines: head, loca, glyf, hmtx, cmap).
/// </summary>
internal static class FontSubset
{
    private const uint Head = 0x68656164,
        Loca = 0x6C6F6361,
        Glyf = 0x676C7966,
        Hmtx = 0x686D7478,
        Hhea = 0x68686561,
        Cmap = 0x636D6170,
        Post = 0x706F7374;
    private const uint Maxp = 0x6D617870,
        Name = 0x6E616D65,
        Os2 = 0x4F532F32,
        Fvar = 0x66766172;

    /// <summary>Null where the typeface is not of plain TrueType outlines; it is then used whole.</summary>
    /// <param name="face">The whole typeface.</param>
    /// <param name="runes">Characters with their glyphs, for the character map.</param>
    /// <param name="glyphs">Every glyph that is drawn.</param>
    public static SKTypeface? Of(SKTypeface face, SortedDictionary<int, ushort> runes, IEnumerable<ushort> glyphs)
    {
        uint[] tags = face.GetTableTags();
        if (tags.Contains(Fvar) || new[] { Head, Loca, Glyf, Hmtx, Hhea, Maxp, Name, Os2 }.Except(tags).Any())
        {
            return null;
        }
        byte[] head = face.GetTableData(Head),
            hhea = face.GetTableData(Hhea);
        bool isLong = BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(50)) != 0;
        int[] places = Places(face.GetTableData(Loca), isLong);
        byte[] outlines = face.GetTableData(Glyf);
        SortedSet<ushort> kept = WithParts(glyphs, outlines, places);
        (byte[] glyf, byte[] loca) = Outlines(kept, outlines, places);
        head[51] = 1; // the new loca has long offsets
        SortedDictionary<uint, byte[]> tables = new()
        {
            [Head] = head,
            [Hhea] = hhea,
            [Maxp] = face.GetTableData(Maxp),
            [Name] = face.GetTableData(Name),
            [Os2] = face.GetTableData(Os2),
            [Glyf] = glyf,
            [Loca] = loca,
            [Hmtx] = Widths(face.GetTableData(Hmtx), kept, BinaryPrimitives.ReadUInt16BigEndian(hhea.AsSpan(34))),
            [Cmap] = CharacterMap(runes),
            [Post] = NoNames(face.GetTableData(Post)),
        };
        using SKData data = SKData.CreateCopy(Font(tables));
        return SKTypeface.FromData(data);
    }

    private static int[] Places(byte[] loca, bool isLong)
    {
        int[] places = new int[loca.Length / (isLong ? 4 : 2)];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = isLong
                ? BinaryPrimitives.ReadInt32BigEndian(loca.AsSpan(4 * i))
                : BinaryPrimitives.ReadUInt16BigEndian(loca.AsSpan(2 * i)) * 2;
        }
        return places;
    }

    /// <summary>The glyphs, the one for what is missing, and those that composed ones (é) are put together from.</summary>
    private static SortedSet<ushort> WithParts(IEnumerable<ushort> glyphs, byte[] outlines, int[] places)
    {
        SortedSet<ushort> kept = [];
        Queue<ushort> open = new(glyphs.Append((ushort)0));
        while (open.TryDequeue(out ushort glyph))
        {
            if (glyph + 1 >= places.Length || !kept.Add(glyph))
            {
                continue;
            }
            ReadOnlySpan<byte> outline = outlines.AsSpan(places[glyph]..places[glyph + 1]);
            if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            {
                continue;
            }
            for (int at = 10, flags = 0x20; (flags & 0x20) != 0; )
            {
                flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
                open.Enqueue(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
                at +=
                    4
                    + ((flags & 1) != 0 ? 4 : 2)
                    + (
                        (flags & 8) != 0 ? 2
                        : (flags & 0x40) != 0 ? 4
                        : (flags & 0x80) != 0 ? 8
                        : 0
                    );
            }
        }
        return kept;
    }

    private static (byte[] Glyf, byte[] Loca) Outlines(SortedSet<ushort> kept, byte[] outlines, int[] places)
    {
        using MemoryStream glyf = new();
        byte[] loca = new byte[4 * places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * i), (int)glyf.Length);
            if (i + 1 < places.Length && kept.Contains((ushort)i))
            {
                glyf.Write(outlines.AsSpan(places[i]..places[i + 1]));
                glyf.Write(new byte[(4 - glyf.Length % 4) % 4]);
            }
        }
        return (glyf.ToArray(), loca);
    }

    /// <summary>Widths of unused glyphs become zero, which packs to nothing; the last of the full entries holds for all after it and stays.</summary>
    private static byte[] Widths(byte[] hmtx, SortedSet<ushort> kept, int full)
    {
        for (int i = 0; i < (hmtx.Length - 4 * full) / 2 + full; i++)
        {
            if (!kept.Contains((ushort)i) && i != full - 1)
            {
                hmtx.AsSpan(i < full ? 4 * i : 4 * full + 2 * (i - full), i < full ? 4 : 2).Clear();
            }
        }
        return hmtx;
    }

    /// <summary>One table of format 12 (Windows, all of Unicode), a group a character.</summary>
    private static byte[] CharacterMap(SortedDictionary<int, ushort> runes)
    {
        byte[] map = new byte[12 + 16 + 12 * runes.Count];
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(2), 1);
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(4), 3);
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(6), 10);
        BinaryPrimitives.WriteInt32BigEndian(map.AsSpan(8), 12);
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(12), 12);
        BinaryPrimitives.WriteInt32BigEndian(map.AsSpan(16), map.Length - 12);
        BinaryPrimitives.WriteInt32BigEndian(map.AsSpan(24), runes.Count);
        int at = 28;
        foreach ((int rune, ushort glyph) in runes)
        {
            BinaryPrimitives.WriteInt32BigEndian(map.AsSpan(at), rune);
            BinaryPrimitives.WriteInt32BigEndian(map.AsSpan(at + 4), rune);
            BinaryPrimitives.WriteInt32BigEndian(map.AsSpan(at + 8), glyph);
            at += 12;
        }
        return map;
    }

    /// <summary>Format 3 of the table: the same header, no names of glyphs.</summary>
    private static byte[] NoNames(byte[] post)
    {
        byte[] header = post.Length >= 32 ? post[..32] : new byte[32];
        BinaryPrimitives.WriteInt32BigEndian(header, 0x00030000);
        return header;
    }

    private static byte[] Font(SortedDictionary<uint, byte[]> tables)
    {
        int at = 12 + 16 * tables.Count,
            power = (int)Math.Log2(tables.Count);
        byte[] font = new byte[at + tables.Values.Sum(table => (table.Length + 3) / 4 * 4)];
        BinaryPrimitives.WriteInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)(16 * tables.Count - (16 << power)));
        int entry = 12;
        foreach ((uint tag, byte[] table) in tables)
        {
            table.CopyTo(font, at);
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(entry), tag);
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(entry + 4), Sum(font.AsSpan(at, (table.Length + 3) / 4 * 4)));
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(entry + 12), table.Length);
            entry += 16;
            at += (table.Length + 3) / 4 * 4;
        }
        return font;
    }

    private static uint Sum(ReadOnlySpan<byte> table)
    {
        uint sum = 0;
        for (int at = 0; at < table.Length; at += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(table[at..]);
        }
        return sum;
    }
}
