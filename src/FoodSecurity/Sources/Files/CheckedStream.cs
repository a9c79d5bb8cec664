using System.Buffers.Binary;
using System.IO.Compression;

namespace FoodSecurity.Sources.Files;

/// <summary>
/// A decompressed stream that proves itself at its end: length and CRC-32 must be those the compressed file states. Without it a
/// gzip file cut off in the middle simply ends, and half a release would be loaded as if it were whole.
/// </summary>
internal sealed class CheckedStream : Stream
{
    private static readonly uint[][] Tables = BuildTables();

    private readonly Stream _inner;
    private readonly IDisposable _owner;
    private readonly long _length;
    private readonly uint _crc;
    private long _read;
    private uint _state = 0xffffffff;
    private bool _done;

    private CheckedStream(Stream inner, IDisposable owner, long length, uint crc)
    {
        _inner = inner;
        _owner = owner;
        _length = length;
        _crc = crc;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Share of the content read so far.</summary>
    public double Share => _length > 0 ? Math.Min(1, _read / (double)_length) : 1;

    /// <summary>A zip member; disposing the stream closes the zip.</summary>
    public static CheckedStream OfZip(ZipArchive zip, ZipArchiveEntry entry) => new(entry.Open(), zip, entry.Length, entry.Crc32);

    /// <summary>A gzip file of one member (as every tool writes it): its last eight bytes state CRC-32 and length modulo 2^32.</summary>
    /// <exception cref="InvalidDataException">The file is too short to be gzip.</exception>
    public static CheckedStream OfGzip(FileStream file)
    {
        if (file.Length < 18)
        {
            file.Dispose();
            throw new InvalidDataException("The gzip file is cut off in its first bytes.");
        }

        Span<byte> trailer = stackalloc byte[8];
        file.Seek(-8, SeekOrigin.End);
        file.ReadExactly(trailer);
        file.Seek(0, SeekOrigin.Begin);
        return new CheckedStream(
            new GZipStream(file, CompressionMode.Decompress),
            file,
            BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]),
            BinaryPrimitives.ReadUInt32LittleEndian(trailer)
        );
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">The data end early or are not what was compressed.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = _inner.Read(buffer);
        if (read > 0)
        {
            _read += read;
            _state = Update(_state, buffer[..read]);
        }
        else if (!_done && buffer.Length > 0)
        {
            _done = true;
            if ((_read & 0xffffffff) != (_length & 0xffffffff) || ~_state != _crc)
            {
                throw new InvalidDataException("The compressed data end too early or are damaged (length or checksum differs).");
            }
        }

        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            _owner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>CRC-32 of zip and gzip (polynomial 0xEDB88320), eight bytes at a time.</summary>
    private static uint Update(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc =
                Tables[7][low & 0xff]
                ^ Tables[6][(low >> 8) & 0xff]
                ^ Tables[5][(low >> 16) & 0xff]
                ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xff]
                ^ Tables[2][(high >> 8) & 0xff]
                ^ Tables[1][(high >> 16) & 0xff]
                ^ Tables[0][high >> 24];
            bytes = bytes[8..];
        }

        foreach (var b in bytes)
        {
            crc = Tables[0][(crc ^ b) & 0xff] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[][] BuildTables()
    {
        var tables = new uint[8][];
        for (var t = 0; t < 8; t++)
        {
            tables[t] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                var crc = t == 0 ? i : tables[t - 1][i];
                for (var bit = 0; t == 0 && bit < 8; bit++)
                {
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
                }

                tables[t][i] = t == 0 ? crc : (crc >> 8) ^ tables[0][crc & 0xff];
            }
        }

        return tables;
    }
}
