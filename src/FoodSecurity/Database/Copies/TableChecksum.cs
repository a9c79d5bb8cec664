using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace FoodSecurity.Database.Copies;

/// <summary>What a column holds, by the name its table gives it: the same on both engines.</summary>
internal enum ColumnKind
{
    Whole,
    Real,
    Text,
}

/// <summary>SHA-256 over the rows of a table in order of its key: equal on both engines where the rows are equal.</summary>
internal sealed class TableChecksum : IDisposable
{
    private const int Room = 64 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _bytes = new byte[Room * 2];
    private int _length;

    public long Rows { get; private set; }

    public string Value => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public static ColumnKind[] Kinds(DbDataReader reader) =>
        [
            .. Enumerable
                .Range(0, reader.FieldCount)
                .Select(i =>
                    reader.GetDataTypeName(i).ToLowerInvariant() switch
                    {
                        "integer" or "bigint" or "smallint" => ColumnKind.Whole,
                        "double precision" => ColumnKind.Real,
                        "text" => ColumnKind.Text,
                        var other => throw new NotSupportedException(
                            $"Column {reader.GetName(i)} is of the type \"{other}\", which no copy knows."
                        ),
                    }
                ),
        ];

    public void AddNull() => Tag(0);

    public void Add(long value)
    {
        Tag(1);
        BinaryPrimitives.WriteInt64BigEndian(_bytes.AsSpan(_length), value);
        _length += 8;
    }

    public void Add(double value)
    {
        Tag(2);
        BinaryPrimitives.WriteDoubleBigEndian(_bytes.AsSpan(_length), value);
        _length += 8;
    }

    public void Add(string value)
    {
        Tag(3);
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_length + most + 64 > _bytes.Length)
        {
            Array.Resize(ref _bytes, (_length + most + 64) * 2);
        }

        var written = Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_length + 4));
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_length), written);
        _length += written + 4;
    }

    public void EndRow()
    {
        Rows++;
        if (_length >= Room)
        {
            Flush();
        }
    }

    public TableChecksum Done()
    {
        Flush();
        return this;
    }

    public void Dispose() => _hash.Dispose();

    private void Tag(byte kind)
    {
        if (_length + 64 > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        _bytes[_length++] = kind;
    }

    private void Flush()
    {
        _hash.AppendData(_bytes, 0, _length);
        _length = 0;
    }
}
