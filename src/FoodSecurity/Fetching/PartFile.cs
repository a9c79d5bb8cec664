using System.Security.Cryptography;
using System.Text.Json;

namespace FoodSecurity.Fetching;

/// <summary>
/// The file as far as it has come, under <c>.part</c> beside its target, hashed as it is written. What it is the beginning of stands in <c>.part.json</c>, so that a later
/// attempt, also of a later run, can ask for the rest. It gets its name only when it is whole.
/// </summary>
internal sealed class PartFile : IDisposable
{
    private readonly string _target;
    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _closed;

    private PartFile(string target, FileStream file)
    {
        _target = target;
        _file = file;
    }

    /// <summary>What the bytes held are the beginning of; null where nothing is held that could be gone on with.</summary>
    public PartStamp? Stamp { get; private set; }

    public long Length => _file.Position;

    private string StampPath => _target + ".part.json";

    /// <summary>Opens the part beside a target; one of another address is thrown away.</summary>
    public static PartFile Open(string target, string address)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var part = new PartFile(
            target,
            new FileStream(target + ".part", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 16)
        );
        try
        {
            var stamp = PartStamp.Read(part.StampPath);
            if (stamp?.Address == address && stamp.Validator is not null && part._file.Length > 0)
            {
                part.Stamp = stamp;
                part.HashHeld();
            }
            else
            {
                part.Discard();
            }

            return part;
        }
        catch
        {
            part.Dispose();
            throw;
        }
    }

    /// <summary>Begins anew: what was held is thrown away.</summary>
    public void Begin(PartStamp stamp)
    {
        Discard();
        Stamp = stamp;
        File.WriteAllText(StampPath, JsonSerializer.Serialize(stamp));
    }

    public void Discard()
    {
        _file.SetLength(0);
        _file.Position = 0;
        _hash.GetHashAndReset();
        Stamp = null;
        File.Delete(StampPath);
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        await _file.WriteAsync(bytes, cancel);
        _hash.AppendData(bytes.Span);
    }

    /// <summary>Gives the whole file its name, in one step; answers its hash.</summary>
    public string Finish()
    {
        _file.Flush(flushToDisk: true);
        Close();
        File.Move(_target + ".part", _target, overwrite: true);
        File.Delete(StampPath);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose()
    {
        if (!_closed)
        {
            var empty = _file.Length == 0;
            Close();
            if (empty)
            {
                File.Delete(_target + ".part");
                File.Delete(StampPath);
            }
        }

        _hash.Dispose();
    }

    private void Close()
    {
        _closed = true;
        _file.Dispose();
    }

    private void HashHeld()
    {
        var buffer = new byte[1 << 16];
        int read;
        while ((read = _file.Read(buffer)) > 0)
        {
            _hash.AppendData(buffer.AsSpan(0, read));
        }
    }
}

/// <summary>What a part is the beginning of, in the server's words.</summary>
internal sealed record PartStamp(string Address, string? ETag, string? LastModified, long? Total)
{
    /// <summary>What If-Range may be asked with: a strong ETag, else the date.</summary>
    public string? Validator => ETag is { } tag && !tag.StartsWith("W/", StringComparison.Ordinal) ? tag : LastModified;

    public static PartStamp? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<PartStamp>(File.ReadAllText(path));
        }
        catch (JsonException)
        {
            // A stamp cut off in the writing: the part cannot be told and is fetched anew.
            return null;
        }
    }
}
