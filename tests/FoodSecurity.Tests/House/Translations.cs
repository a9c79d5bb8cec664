using FoodSecurity.Wording;

namespace FoodSecurity.Tests.House;

/// <summary>Translations beside the English texts: what fits is used, what is lacking is told.</summary>
public class Translations(ITestOutputHelper output)
{
    private static readonly Texts Planted = Texts.Of(
        "pl",
        new Dictionary<string, string>
        {
            ["page.frame.search"] = "Szukaj",
            ["page.frame.help"] = "",
            ["page.no-such"] = "?",
            ["page.as-known"] = "Stan na {0}.",
            ["page.unknown"] = "nieznane",
            ["page.audit.lines.one"] = "jeden wiersz",
            ["page.audit.lines.few"] = "{0} wiersze",
            ["page.audit.lines.many"] = "{0} wierszy",
        }
    );

    /// <summary>Writes what each translation lacks; a lack is no error, a text that does not fit is one.</summary>
    [Fact]
    public void Every_translation_fits_the_english_texts()
    {
        foreach (var texts in Texts.Languages.Where(l => l != "en").Select(Texts.For))
        {
            var missing = TranslationGaps.Missing(texts);
            output.WriteLine($"{texts.Language}: {missing.Count} texts are said in English\n  {string.Join("\n  ", missing)}");
            TranslationGaps.Misfits(texts).ShouldBeEmpty(texts.Language);
        }

        TranslationGaps.Misfits(Texts.English).ShouldBeEmpty();
        TranslationGaps.Missing(Texts.English).Where(k => !k.EndsWith(".one", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_translation_lacks_is_listed()
    {
        var missing = TranslationGaps.Missing(Planted);
        missing.ShouldContain("page.frame.help", "an empty text is none");
        missing.ShouldContain("page.title");
        missing.ShouldContain("page.source.warnings.few", "Polish has a form for 2 to 4");
        missing.ShouldNotContain("page.frame.search");
        missing.ShouldNotContain("page.audit.lines.many");
    }

    [Fact]
    public void What_does_not_fit_is_listed() =>
        TranslationGaps
            .Misfits(Planted)
            .ShouldBe(["page.as-known: has {0}, English has </now> <now> {0}", "page.no-such: no English text has this key"]);

    [Theory]
    [InlineData(1, "jeden wiersz")]
    [InlineData(3, "3 wiersze")]
    [InlineData(12, "12 wierszy")]
    [InlineData(22, "22 wiersze")]
    public void A_translation_counts_by_its_own_rules(int number, string said) => Planted.Count("page.audit.lines", number).ShouldBe(said);

    [Fact]
    public void What_a_translation_lacks_is_said_in_english()
    {
        Planted["page.frame.search"].ShouldBe("Szukaj");
        Planted["page.frame.help"].ShouldBe("Help");
        Planted.Count("page.source.warnings", 3).ShouldBe("3 warnings");
        Planted.Count("page.source.warnings", 1).ShouldBe("1 warning");
        Should.Throw<KeyNotFoundException>(() => Planted["no.such-key"]);
    }
}
