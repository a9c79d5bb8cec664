using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FoodSecurity.Charts;

/// <summary>
/// Writes a PNG with a palette of at most 256 colours: a chart has few, and the file is a third of one in full colour.
/// Format: W3C Portable Network Graphics (Third Edition).
/// </summary>
internal static class PalettePng
{
    private static readonly uint[] Crcs = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <param name="pixels">Opaque pixels, four bytes each (red, green, blue, alpha), rows from the top.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="dotsPerInch">Resolution written into the file, so that documents show it at its intended size.</param>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, int width, int height, int dotsPerInch)
    {
        int[] colors = new int[width * height];
        Dictionary<int, int> counts = [];
        for (int i = 0; i < colors.Length; i++)
        {
            int color = (pixels[4 * i] << 16) | (pixels[4 * i + 1] << 8) | pixels[4 * i + 2];
            colors[i] = color;
            counts[color] = counts.GetValueOrDefault(color) + 1;
        }
        int[] palette = Choose(counts);
        Dictionary<int, byte> nearest = counts.Keys.ToDictionary(color => color, color => Nearest(palette, color));

        byte[] rows = new byte[(width + 1) * height];
        for (int row = 0, at = 0; row < height; row++)
        {
            rows[at++] = 0; // no filter: with a palette none pays
            for (int column = 0; column < width; column++)
            {
                rows[at++] = nearest[colors[row * width + column]];
            }
        }
        using MemoryStream stream = new();
        stream.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits
        header[9] = 3; // palette
        Chunk(stream, "IHDR", header);
        byte[] density = new byte[9];
        int perMetre = (int)Math.Round(dotsPerInch / 0.0254);
        BinaryPrimitives.WriteInt32BigEndian(density, perMetre);
        BinaryPrimitives.WriteInt32BigEndian(density.AsSpan(4), perMetre);
        density[8] = 1; // metres
        Chunk(stream, "pHYs", density);
        Chunk(stream, "PLTE", [.. palette.SelectMany(color => new[] { (byte)(color >> 16), (byte)(color >> 8), (byte)color })]);
        Chunk(stream, "IDAT", Deflate(rows));
        Chunk(stream, "IEND", []);
        return stream.ToArray();
    }

    /// <summary>All colours if they are few; else those that stand for most pixels after merging near ones.</summary>
    private static int[] Choose(Dictionary<int, int> counts)
    {
        const int most = 256;
        for (int near = 0; near < 256; near += 6)
        {
            List<int> kept = [];
            foreach (int color in counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key).Select(count => count.Key))
            {
                if (!kept.Any(other => Distance(other, color) <= near))
                {
                    kept.Add(color);
                }
                if (kept.Count > most)
                {
                    break;
                }
            }
            if (kept.Count <= most)
            {
                return [.. kept];
            }
        }
        return [0, 0xFFFFFF];
    }

    private static byte Nearest(int[] palette, int color)
    {
        int best = 0, least = int.MaxValue;
        for (int i = 0; i < palette.Length; i++)
        {
            int distance = Distance(palette[i], color);
            if (distance < least)
            {
                (best, least) = (i, distance);
            }
        }
        return (byte)best;
    }

    private static int Distance(int a, int b) =>
        Math.Abs((a >> 16) - (b >> 16)) + Math.Abs(((a >> 8) & 255) - ((b >> 8) & 255)) + Math.Abs((a & 255) - (b & 255));

    private static byte[] Deflate(byte[] rows)
    {
        using MemoryStream stream = new();
        using (ZLibStream zlib = new(stream, CompressionLevel.SmallestSize))
        {
            zlib.Write(rows);
        }
        return stream.ToArray();
    }

    private static void Chunk(MemoryStream stream, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        byte[] name = Encoding.ASCII.GetBytes(type);
        stream.Write(name);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(Crc(0xFFFFFFFF, name), data) ^ 0xFFFFFFFF);
        stream.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (byte part in data)
        {
            crc = Crcs[(crc ^ part) & 255] ^ (crc >> 8);
        }
        return crc;
    }

    private static uint CrcOf(int index)
    {
        uint crc = (uint)index;
        for (int bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return crc;
    }
}
