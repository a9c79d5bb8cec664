using FoodSecurity.Editors;
using Microsoft.AspNetCore.Identity;

namespace FoodSecurity.Tests.Editors;

public class PasswordHashTests
{
    /// <summary>PBKDF2 with HMAC-SHA-512, 210,000 rounds, salt 00 to 0f, of "correct horse 42": as kept until version 0.1.</summary>
    private const string KeptByOurOwnHashing = "AQAAAAIAAzRQAAAAEAABAgMEBQYHCAkKCwwNDg8DnmLxwyTS62Mb4//ps8o/T2eGmrcr1d263Yq0isTwXw==";

    private const string Password = "correct horse 42 – 배터리";

    [Fact]
    public void The_password_fits_its_hash_and_no_other_does()
    {
        var kept = PasswordHash.Create(Password);
        PasswordHash.Verify(kept, Password).ShouldBe(PasswordVerificationResult.Success);
        PasswordHash.Verify(kept, Password + " ").ShouldBe(PasswordVerificationResult.Failed);
        PasswordHash.Verify(kept, "").ShouldBe(PasswordVerificationResult.Failed);
    }

    [Fact]
    public void Two_hashes_of_one_password_differ() => PasswordHash.Create(Password).ShouldNotBe(PasswordHash.Create(Password));

    [Fact]
    public void A_hash_of_fewer_rounds_fits_and_asks_to_be_made_anew()
    {
        var kept = new PasswordHasher<string>().HashPassword("anna", Password);
        PasswordHash.Verify(kept, Password).ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
        PasswordHash.Verify(kept, "another password").ShouldBe(PasswordVerificationResult.Failed);
    }

    [Fact]
    public void A_hash_kept_before_Identity_wrote_them_still_fits() =>
        PasswordHash.Verify(KeptByOurOwnHashing, "correct horse 42").ShouldBe(PasswordVerificationResult.Success);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64 at all")]
    [InlineData("AQAAAAIAAAAAAAAAEA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    public void What_is_no_hash_never_fits(string? kept)
    {
        PasswordHash.Verify(kept, Password).ShouldBe(PasswordVerificationResult.Failed);
        PasswordHash.Verify(kept, "nobody's password").ShouldBe(PasswordVerificationResult.Failed);
    }
}
