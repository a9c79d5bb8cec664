using System.Data.Common;
using FoodSecurity.Database;
using FoodSecurity.Editors;
using Microsoft.AspNetCore.Identity;

namespace FoodSecurity.Tests.Editors;

public sealed class EditorStoreTests : IDisposable
{
    private const string Password = "a long enough password";
    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-editors-").FullName;
    private readonly Store _store;
    private readonly EditorStore _editors;

    public EditorStoreTests()
    {
        _store = Store.Open(Path.Combine(_folder, "editors.db"));
        _editors = new EditorStore(_store);
    }

    public void Dispose()
    {
        _store.Close();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_new_database_has_no_account()
    {
        _editors.All().ShouldBeEmpty();
        _editors.SignIn("admin", "admin").ShouldBeNull();
    }

    [Fact]
    public void An_account_signs_in_with_its_password_only()
    {
        var made = _editors.Add("Anna", EditorRole.Administrator, Password, "test");
        (made.Name, made.Role, made.LastSignInAt, made.IsDisabled).ShouldBe(("Anna", EditorRole.Administrator, null, false));
        _editors.SignIn("Anna", Password + "!").ShouldBeNull();
        _editors.SignIn("Bert", Password).ShouldBeNull();
        _editors.SignIn(" anna ", Password)!.LastSignInAt.ShouldNotBeNull();
    }

    [Fact]
    public void A_weaker_hash_is_made_anew_at_sign_in_and_only_then()
    {
        _editors.Add("Anna", EditorRole.Administrator, Password, "test");
        var weak = new PasswordHasher<string>().HashPassword("", Password);
        using (var connection = _store.OpenWriter())
        {
            connection.Run("update editor set password_hash = @weak", new { weak });
        }

        _editors.SignIn("Anna", Password + "!").ShouldBeNull();
        Hash().ShouldBe(weak);
        _editors.SignIn("Anna", Password).ShouldNotBeNull();
        var strong = Hash();
        strong.ShouldNotBe(weak);
        _editors.SignIn("Anna", Password).ShouldNotBeNull();
        Hash().ShouldBe(strong);
    }

    private string Hash()
    {
        using var connection = _store.OpenReader();
        return connection.One<string>("select password_hash from editor")!;
    }

    [Theory]
    [InlineData("", Password)]
    [InlineData("a b", Password)]
    [InlineData("<b>", Password)]
    [InlineData("anna", "too short")]
    [InlineData("anna", "aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("anna", "my name is Anna, hello")]
    public void Bad_names_and_bad_passwords_are_refused(string name, string password)
    {
        Should.Throw<EditorException>(() => _editors.Add(name, EditorRole.Editor, password, "test"));
        _editors.All().ShouldBeEmpty();
        Entries().ShouldBeEmpty();
    }

    [Fact]
    public void A_name_is_given_once_whatever_its_case()
    {
        _editors.Add("anna", EditorRole.Editor, Password, "test");
        Should.Throw<EditorException>(() => _editors.Add("ANNA", EditorRole.Editor, Password, "test")).Message.ShouldContain("already");
    }

    [Fact]
    public void A_disabled_account_cannot_sign_in_until_it_is_opened_again()
    {
        _editors.Add("root-1", EditorRole.Administrator, Password, "test");
        var before = _editors.Add("anna", EditorRole.Editor, Password, "test");
        _editors.Disable("anna", true, "test");
        _editors.SignIn("anna", Password).ShouldBeNull();
        _editors.Find("anna")!.Stamp.ShouldNotBe(before.Stamp, "who is signed in is signed out");
        _editors.Disable("anna", false, "test");
        _editors.SignIn("anna", Password).ShouldNotBeNull();
    }

    [Fact]
    public void The_last_administrator_stays()
    {
        _editors.Add("anna", EditorRole.Administrator, Password, "test");
        _editors.Add("bert", EditorRole.Editor, Password, "test");
        Should.Throw<EditorException>(() => _editors.Disable("anna", true, "test")).Message.ShouldContain("last administrator");
        _editors.Find("anna")!.IsDisabled.ShouldBeFalse();
    }

    [Fact]
    public void A_new_password_voids_the_old_one()
    {
        var before = _editors.Add("anna", EditorRole.Editor, Password, "test");
        _editors.SetPassword("anna", "another long password", "test");
        _editors.SignIn("anna", Password).ShouldBeNull();
        _editors.SignIn("anna", "another long password")!.Stamp.ShouldNotBe(before.Stamp);
    }

    [Fact]
    public void Every_change_stands_in_the_book_with_who_and_what()
    {
        _editors.Add("anna", EditorRole.Administrator, Password, "shell: root");
        _editors.Add("bert", EditorRole.Editor, Password, "anna");
        _editors.SignIn("bert", Password);
        _editors.SetPassword("bert", "another long password", "bert");
        _editors.Disable("bert", true, "anna");
        Entries()
            .Select(e => (e.Editor, e.Action, e.Subject))
            .ShouldBe([
                ("anna", "account-disable", "account bert"),
                ("bert", "account-password", "account bert"),
                ("bert", "sign-in", "account bert"),
                ("anna", "account-add", "account bert"),
                ("shell: root", "account-add", "account anna"),
            ]);
        Entries().ShouldAllBe(e => e.HappenedAt.EndsWith('Z') && e.HappenedAt.Length == 20);
        Entries().ShouldAllBe(e => !(e.OldValue + e.NewValue).Contains("password"));
    }

    [Theory]
    [InlineData("update audit_entry set editor = 'someone else'")]
    [InlineData("delete from audit_entry")]
    [InlineData("delete from audit_entry where id = 1")]
    public void The_book_of_changes_refuses_to_be_rewritten(string statement)
    {
        _editors.Add("anna", EditorRole.Editor, Password, "test");
        using var connection = _store.OpenWriter();
        Should.Throw<DbException>(() => connection.Run(statement)).Message.ShouldContain("only grows");
        Entries().Count.ShouldBe(1);
    }

    [Fact]
    public void The_library_holds_no_statement_that_changes_the_book()
    {
        foreach (var file in House.Clone.Files("src", ".cs"))
        {
            var text = File.ReadAllText(file);
            text.ShouldNotContain("update audit_entry", Case.Insensitive, file);
            text.ShouldNotContain("delete from audit_entry", Case.Insensitive, file);
        }
    }

    private IReadOnlyList<AuditEntry> Entries()
    {
        using var connection = _store.OpenReader();
        return AuditLog.Read(connection, 100, 0);
    }
}
