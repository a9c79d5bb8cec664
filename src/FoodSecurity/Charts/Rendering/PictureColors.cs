using System.Numerics;

namespace FoodSecurity.Charts.Rendering;

/// <summary>
/// The colours of a drawn picture and the palette that stands for them. A chart has a dozen flat colours, kept exactly, and hundreds of shades along the edges
/// of letters and lines, of which a few steps are as good to the eye and a third lighter as a file.
/// </summary>
internal sealed class PictureColors
{
    /// <summary>What a palette PNG can hold.</summary>
    private const int Most = 256;

    /// <summary>A colour that stands this many pixels wide somewhere is a surface, not an edge.</summary>
    private const int SurfaceRun = 12;

    /// <summary>A colour with at least this part of all pixels may be a step of a fading band, narrow but high: steps that the eye tells apart are kept.</summary>
    private const int SurfacePart = 2000;
    private const int Step = 9;

    /// <summary>Edge shades nearer to a kept colour than this (sum of the channels' differences) are replaced by it.</summary>
    private const int Near = 48;

    private uint[] keys = new uint[1024];
    private int[] slots = new int[1024];
    private readonly List<uint> colors = [];
    private readonly List<int> counts = [];
    private readonly List<int> runs = [];

    private PictureColors() { }

    /// <summary>Red, green and blue of each palette entry.</summary>
    public byte[] Palette { get; private set; } = [];

    /// <param name="pixels">Opaque pixels as bytes red, green, blue, alpha.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="rows">Filled with the rows of the PNG: a byte for the filter (0, none: with a palette no other pays), then one palette index a pixel.</param>
    public static PictureColors Of(ReadOnlySpan<uint> pixels, int width, Span<byte> rows)
    {
        PictureColors picture = new();
        int height = pixels.Length / width;
        List<(int At, int Length, int Color)> stretches = new(height * 16);
        for (int row = 0; row < height; row++)
        {
            ReadOnlySpan<uint> line = pixels.Slice(row * width, width);
            for (int at = 0, length; at < width; at += length)
            {
                length = line[at..].IndexOfAnyExcept(line[at]);
                length = length < 0 ? width - at : length;
                stretches.Add((row * (width + 1) + 1 + at, length, picture.Count(line[at], length)));
            }
        }
        byte[] index = picture.Choose(pixels.Length);
        foreach ((int at, int length, int color) in stretches)
        {
            rows.Slice(at, length).Fill(index[color]);
        }
        return picture;
    }

    /// <returns>Number of the colour, in order of first sight.</returns>
    private int Count(uint color, int run)
    {
        uint mask = (uint)keys.Length - 1,
            at = (color * 2654435769u >> 7) & mask;
        while (slots[at] != 0 && keys[at] != color)
        {
            at = (at + 1) & mask;
        }
        if (slots[at] == 0)
        {
            colors.Add(color);
            counts.Add(run);
            runs.Add(run);
            (keys[at], slots[at]) = (color, colors.Count);
            if (colors.Count * 2 > keys.Length)
            {
                Grow();
            }
            return colors.Count - 1;
        }
        int number = slots[at] - 1;
        counts[number] += run;
        runs[number] = Math.Max(runs[number], run);
        return number;
    }

    private void Grow()
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)colors.Count * 4);
        (keys, slots) = (new uint[size], new int[size]);
        for (int i = 0; i < colors.Count; i++)
        {
            uint mask = (uint)size - 1,
                at = (colors[i] * 2654435769u >> 7) & mask;
            while (slots[at] != 0)
            {
                at = (at + 1) & mask;
            }
            (keys[at], slots[at]) = (colors[i], i + 1);
        }
    }

    /// <summary>Surfaces first, then the commonest shades that are not near one already kept; coarser until 256 are enough.</summary>
    /// <returns>Palette index of each colour.</returns>
    private byte[] Choose(int pixels)
    {
        int[] apart =
        [
            .. Enumerable
                .Range(0, colors.Count)
                .Select(i =>
                    runs[i] >= SurfaceRun ? 0
                    : counts[i] >= pixels / SurfacePart ? Step
                    : Near
                ),
        ];
        int[] order = [.. Enumerable.Range(0, colors.Count).OrderBy(i => apart[i]).ThenByDescending(i => counts[i]).ThenBy(i => colors[i])];
        List<int> kept = [];
        for (int coarser = 0; ; coarser += 6)
        {
            kept.Clear();
            foreach (int i in order)
            {
                if (kept.Count <= Most && !IsNear(kept, i, apart[i] + coarser))
                {
                    kept.Add(i);
                }
            }
            if (kept.Count <= Most)
            {
                break;
            }
        }
        Palette = [.. kept.SelectMany(i => new[] { (byte)colors[i], (byte)(colors[i] >> 8), (byte)(colors[i] >> 16) })];
        return [.. Enumerable.Range(0, colors.Count).Select(i => Nearest(kept, i))];
    }

    private bool IsNear(List<int> kept, int color, int near)
    {
        foreach (int other in kept)
        {
            if (Distance(colors[other], colors[color]) <= near)
            {
                return true;
            }
        }
        return false;
    }

    private byte Nearest(List<int> kept, int color)
    {
        int best = 0,
            least = int.MaxValue;
        for (int i = 0; i < kept.Count; i++)
        {
            int distance = Distance(colors[kept[i]], colors[color]);
            if (distance < least)
            {
                (best, least) = (i, distance);
            }
        }
        return (byte)best;
    }

    private static int Distance(uint a, uint b) =>
        Math.Abs((int)(a & 255) - (int)(b & 255))
        + Math.Abs((int)(a >> 8 & 255) - (int)(b >> 8 & 255))
        + Math.Abs((int)(a >> 16 & 255) - (int)(b >> 16 & 255));
}
