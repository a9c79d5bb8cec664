using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace FoodSecurity.Charts.Rendering;

/// <summary>
/// Writes a PNG with a palette of at most 256 colours: a chart has few, and the file is a third of one in full colour.
/// Format: W3C Portable Network Graphics (Third Edition).
/// </summary>
internal static class PalettePng
{
    private const int QuickLevel = 6;

    /// <summary>Bytes of a picture that is worth a second try.</summary>
    private const int Heavy = 58_000;

    private static readonly uint[] Crcs = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <param name="pixels">Opaque pixels, four bytes each (red, green, blue, alpha), rows from the top.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="dotsPerInch">Resolution written into the file, so that documents show it at its intended size.</param>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, int width, int height, int dotsPerInch)
    {
        int rowBytes = width + 1;
        byte[] rows = ArrayPool<byte>.Shared.Rent(rowBytes * height);
        Span<byte> used = rows.AsSpan(0, rowBytes * height);
        used.Clear();
        PictureColors colors = PictureColors.Of(MemoryMarshal.Cast<byte, uint>(pixels), width, used);
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
        Chunk(stream, "PLTE", colors.Palette);
        Chunk(stream, "IDAT", Deflate(used));
        ArrayPool<byte>.Shared.Return(rows);
        Chunk(stream, "IEND", []);
        return stream.ToArray();
    }

    /// <summary>The last levels take five times as long for three per cent: only heavy pictures get them.</summary>
    private static byte[] Deflate(ReadOnlySpan<byte> rows)
    {
        byte[] quick = Deflate(rows, QuickLevel);
        return quick.Length <= Heavy ? quick : Deflate(rows, 9);
    }

    private static byte[] Deflate(ReadOnlySpan<byte> rows, int level)
    {
        using MemoryStream stream = new();
        using (ZLibStream zlib = new(stream, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true))
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
