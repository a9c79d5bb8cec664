using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FoodSecurity.Editors;

/// <summary>Passwords as ASP.NET Core Identity's <see cref="PasswordHasher{TUser}"/> keeps them, with the rounds that OWASP asks for.</summary>
public static class PasswordHash
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512 (OWASP, "Password Storage Cheat Sheet").</summary>
    public const int Rounds = 210_000;

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    // A stranger's name must take as long to refuse as a wrong password.
    private static readonly Lazy<string> Nobody = new(() => Create("nobody's password"));

    public static string Create(string password) => Hasher.HashPassword("", password);

    /// <summary>Whether the password is the one that was kept, and whether its hash is of an older kind and should be made anew.</summary>
    /// <param name="kept">What was kept; null for a name that nobody has, which takes as long. A text that is no hash never fits.</param>
    /// <param name="password">What was typed.</param>
    public static PasswordVerificationResult Verify(string? kept, string password)
    {
        try
        {
            var result = Hasher.VerifyHashedPassword("", kept ?? Nobody.Value, password);
            return kept is null ? PasswordVerificationResult.Failed : result;
        }
        catch (FormatException)
        {
            // What is kept is no base64: nobody's password.
            return PasswordVerificationResult.Failed;
        }
    }
}
