using System.Buffers.Binary;
using System.Text;
using FoodSecurity.Database.Engines;
using Npgsql;

namespace FoodSecurity.Database.Postgres;

/// <summary>Binary COPY into one table, encoded here: per row a count of columns, then for each its length and its bytes, big-endian.</summary>
internal sealed class PostgresRowWriter : RowWriter
{
    private const int Room = 64 * 1024;
    private const int Null = -1;

    private readonly NpgsqlConnection _connection;
    private readonly string _copy;
    private readonly int[] _widths;
    private byte[] _bytes = new byte[Room * 2];
    private int _length;
    private int _column;
    private NpgsqlRawCopyStream? _stream;

    public PostgresRowWriter(NpgsqlConnection connection, string table, IReadOnlyList<string> columns)
    {
        _connection = connection;
        var list = string.Join(", ", columns);
        _copy = $"copy {table} ({list}) from stdin (format binary)";
        using var command = connection.CreateCommand();
        command.CommandText = $"select {list} from {table} limit 0";
        using var reader = command.ExecuteReader();
        _widths =
        [
            .. Enumerable
                .Range(0, columns.Count)
                .Select(i =>
                    reader.GetDataTypeName(i) switch
                    {
                        "integer" => 4,
                        "bigint" => 8,
                        "smallint" => 2,
                        _ => 0,
                    }
                ),
        ];
    }

    public override void Write(long value)
    {
        Begin();
        var width = _widths[_column++];
        Length(width);
        var place = _bytes.AsSpan(_length);
        switch (width)
        {
            case 4:
                BinaryPrimitives.WriteInt32BigEndian(place, checked((int)value));
                break;
            case 8:
                BinaryPrimitives.WriteInt64BigEndian(place, value);
                break;
            case 2:
                BinaryPrimitives.WriteInt16BigEndian(place, checked((short)value));
                break;
            default:
                throw new InvalidOperationException($"Column {_column} of \"{_copy}\" takes no whole numbers.");
        }

        _length += width;
    }

    public override void Write(long? value)
    {
        if (value is { } number)
        {
            Write(number);
        }
        else
        {
            WriteNull();
        }
    }

    public override void Write(double? value)
    {
        if (value is not { } number)
        {
            WriteNull();
            return;
        }

        Begin();
        _column++;
        Length(8);
        BinaryPrimitives.WriteDoubleBigEndian(_bytes.AsSpan(_length), number);
        _length += 8;
    }

    public override void Write(string? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        Begin();
        _column++;
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_length + most + 64 > _bytes.Length)
        {
            Array.Resize(ref _bytes, (_length + most + 64) * 2);
        }

        var written = Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_length + 4));
        Length(written);
        _length += written;
    }

    public override void EndRow()
    {
        _column = 0;
        if (_length >= Room)
        {
            Send();
        }
    }

    public override void Rest()
    {
        if (_stream is null)
        {
            return;
        }

        BinaryPrimitives.WriteInt16BigEndian(_bytes.AsSpan(_length), -1);
        _length += 2;
        Send();
        var ended = _stream;
        _stream = null;
        ended.Dispose();
    }

    public override void Dispose()
    {
        // Not at rest: something failed, and what was sent must not count.
        _stream?.Cancel();
        _stream = null;
    }

    private void WriteNull()
    {
        Begin();
        _column++;
        Length(Null);
    }

    /// <summary>Before the first column of a row: starts the COPY if need be, writes the count of columns.</summary>
    private void Begin()
    {
        if (_column != 0)
        {
            return;
        }

        if (_stream is null)
        {
            _stream = _connection.BeginRawBinaryCopy(_copy);
            _stream.Write(Signature);
        }

        BinaryPrimitives.WriteInt16BigEndian(_bytes.AsSpan(_length), (short)_widths.Length);
        _length += 2;
    }

    /// <summary>Signature, flags, length of the header's extension.</summary>
    private static ReadOnlySpan<byte> Signature =>
        [
            (byte)'P',
            (byte)'G',
            (byte)'C',
            (byte)'O',
            (byte)'P',
            (byte)'Y',
            (byte)'\n',
            0xff,
            (byte)'\r',
            (byte)'\n',
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
        ];

    private void Length(int bytes)
    {
        if (_length + 64 > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_length), bytes);
        _length += 4;
    }

    private void Send()
    {
        _stream!.Write(_bytes.AsSpan(0, _length));
        _length = 0;
    }
}
