using System.Buffers.Binary;
using System.Security.Cryptography;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Editors;

/// <summary>
/// Passwords as ASP.NET Core's PasswordHasher keeps them (version 3), so that either can check what the other wrote: base64 of the byte 1,
/// then the hash function, the rounds and the salt's length as big-endian 32-bit numbers, the salt, and PBKDF2's result.
/// </summary>
public static class PasswordHash
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512: what OWASP's "Password Storage Cheat Sheet" asks for.</summary>
    public const int Rounds = 210_000;

    private const byte Version = 1;
    private const int HeaderLength = 13,
        SaltLength = 16,
        KeyLength = 32,
        MostRounds = 10_000_000;

    // A stranger's name must take as long to refuse as a wrong password.
    private static readonly Lazy<string> Nobody = new(() => Of("nobody's password"));

    public static string Of(string password)
    {
        Span<byte> bytes = stackalloc byte[HeaderLength + SaltLength + KeyLength];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], 2);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[5..], Rounds);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[9..], SaltLength);
        var salt = bytes.Slice(HeaderLength, SaltLength);
        RandomNumberGenerator.Fill(salt);
        Rfc2898DeriveBytes.Pbkdf2(password, salt, bytes[(HeaderLength + SaltLength)..], Rounds, HashAlgorithmName.SHA512);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>True where the password is the one that was kept; a text that is no such hash never fits.</summary>
    /// <param name="kept">What was kept; null for a name that nobody has, which takes as long.</param>
    /// <param name="password">What was typed.</param>
    public static bool Fits(string? kept, string password)
    {
        var text = kept ?? Nobody.Value;
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length < HeaderLength + 16 || bytes[0] != Version)
        {
            return false;
        }

        var rounds = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5));
        var saltLength = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(9));
        if (
            Algorithm(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1))) is not { } algorithm
            || rounds is 0 or > MostRounds
            || saltLength > length - HeaderLength - 16
        )
        {
            return false;
        }

        var salt = bytes.AsSpan(HeaderLength, (int)saltLength);
        var key = bytes.AsSpan(HeaderLength + (int)saltLength, length - HeaderLength - (int)saltLength);
        var typed = Rfc2898DeriveBytes.Pbkdf2(password, salt, (int)rounds, algorithm, key.Length);
        return CryptographicOperations.FixedTimeEquals(typed, key) && kept is not null;
    }

    private static HashAlgorithmName? Algorithm(uint number) =>
        number switch
        {
            0 => HashAlgorithmName.SHA1,
            1 => HashAlgorithmName.SHA256,
            2 => HashAlgorithmName.SHA512,
            _ => null,
        };
}
