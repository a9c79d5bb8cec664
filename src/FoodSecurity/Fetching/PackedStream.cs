using System.IO.Compression;

namespace FoodSecurity.Fetching;

/// <summary>Answers that a server packed on the way, unpacked as they arrive: whoever reads counts the unpacked bytes, so that a small answer cannot become an endless one.</summary>
internal static class PackedStream
{
    public static bool IsPacked(HttpResponseMessage answer) => answer.Content.Headers.ContentEncoding.Any(e => !Is(e, "identity"));

    /// <summary>Packed once, in a way that is known here.</summary>
    public static bool CanUnpack(HttpResponseMessage answer) =>
        Packings(answer) is [var one] && (Is(one, "gzip") || Is(one, "x-gzip") || Is(one, "br") || Is(one, "deflate"));

    /// <summary>The answer's bytes as they were before they were packed.</summary>
    public static Stream Unpacked(HttpResponseMessage answer, Stream body) =>
        Packings(answer) switch
        {
            [] => body,
            [var one] when Is(one, "br") => new BrotliStream(body, CompressionMode.Decompress),
            // What HTTP calls deflate has zlib's frame (RFC 9110, 8.4.1.2).
            [var one] when Is(one, "deflate") => new ZLibStream(body, CompressionMode.Decompress),
            _ => new GZipStream(body, CompressionMode.Decompress),
        };

    private static List<string> Packings(HttpResponseMessage answer) =>
        [.. answer.Content.Headers.ContentEncoding.Where(e => !Is(e, "identity"))];

    private static bool Is(string encoding, string name) => encoding.Equals(name, StringComparison.OrdinalIgnoreCase);
}
