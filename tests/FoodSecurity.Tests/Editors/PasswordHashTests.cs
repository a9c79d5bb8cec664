using FoodSecurity.Editors;
using Microsoft.AspNetCore.Identity;

namespace FoodSecurity.Tests.Editors;

public class PasswordHashTests
{
    private const string Password = "correct horse 42 – 배터리";

    [Fact]
    public void The_password_fits_its_hash_and_no_other_does()
    {
        var kept = PasswordHash.Of(Password);
        PasswordHash.Fits(kept, Password).ShouldBeTrue();
        PasswordHash.Fits(kept, Password + " ").ShouldBeFalse();
        PasswordHash.Fits(kept, "").ShouldBeFalse();
    }

    [Fact]
    public void Two_hashes_of_one_password_differ() => PasswordHash.Of(Password).ShouldNotBe(PasswordHash.Of(Password));

    [Fact]
    public void AspNetCore_checks_what_we_keep() =>
        new PasswordHasher<string>()
            .VerifyHashedPassword("anna", PasswordHash.Of(Password), Password)
            .ShouldBe(PasswordVerificationResult.Success);

    [Fact]
    public void We_check_what_AspNetCore_keeps()
    {
        var kept = new PasswordHasher<string>().HashPassword("anna", Password);
        PasswordHash.Fits(kept, Password).ShouldBeTrue();
        PasswordHash.Fits(kept, "another password").ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64 at all")]
    [InlineData("AQAAAAIAAAAAAAAAEA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    public void What_is_no_hash_never_fits(string? kept)
    {
        PasswordHash.Fits(kept, Password).ShouldBeFalse();
        PasswordHash.Fits(kept, "nobody's password").ShouldBeFalse();
    }

    [Fact]
    public void A_hash_that_names_absurd_numbers_is_refused_at_once()
    {
        var bytes = Convert.FromBase64String(PasswordHash.Of(Password));
        bytes[5] = 0x7f;
        PasswordHash.Fits(Convert.ToBase64String(bytes), Password).ShouldBeFalse();
        bytes = Convert.FromBase64String(PasswordHash.Of(Password));
        bytes[9] = 0xff;
        PasswordHash.Fits(Convert.ToBase64String(bytes), Password).ShouldBeFalse();
    }
}
