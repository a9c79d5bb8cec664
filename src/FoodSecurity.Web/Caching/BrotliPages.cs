using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace FoodSecurity.Web.Caching;

/// <summary>
/// Brotli at a level made for answers written anew each time: the North Korea page takes 2 ms and 19 kB.
/// The framework's own provider knows only level 4 (21 kB) and level 11 (16 kB, but 100 ms of a processor for each answer).
/// </summary>
internal sealed class BrotliPages : ICompressionProvider
{
    public string EncodingName => "br";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) =>
        new BrotliStream(outputStream, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true);
}
