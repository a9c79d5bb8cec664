using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Wording;

public class TextsTests
{
    [Fact]
    public void Lists_read_as_people_say_them()
    {
        var t = Texts.English;
        t.List([]).ShouldBe("");
        t.List(["rice"]).ShouldBe("rice");
        t.List(["rice", "maize"]).ShouldBe("rice and maize");
        t.List(["rice", "maize", "wheat"]).ShouldBe("rice, maize and wheat");
    }

    [Fact]
    public void One_is_not_many()
    {
        Texts.English.Count("verdict.supports", 1).ShouldBe("1 supports it");
        Texts.English.Count("verdict.supports", 2).ShouldBe("2 support it");
    }

    [Fact]
    public void An_unknown_key_is_a_mistake_and_not_a_blank() => Should.Throw<KeyNotFoundException>(() => Texts.English["no.such-key"]);

    [Fact]
    public void A_language_without_texts_speaks_English() => Texts.For("tlh")["list.and"].ShouldBe(" and ");

    [Fact]
    public void No_text_is_empty() => Texts.English.Keys.Where(k => Texts.English[k].Length == 0).ShouldBeEmpty();
}
