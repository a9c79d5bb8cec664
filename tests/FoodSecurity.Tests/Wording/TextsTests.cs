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
        Texts.English.Count("finding.repeated", 1, "rice").ShouldEndWith("rice is the figure of the year before printed again");
        Texts.English.Count("finding.repeated", 2, "rice and maize").ShouldEndWith("rice and maize are the figures of the year before printed again");
    }

    [Fact]
    public void An_unknown_key_is_a_mistake_and_not_a_blank() => Should.Throw<KeyNotFoundException>(() => Texts.English["no.such-key"]);

    [Fact]
    public void A_language_without_texts_speaks_English() => Texts.For("tlh")["list.and"].ShouldBe(" and ");

    [Fact]
    public void No_text_is_empty() => Texts.English.Keys.Where(k => Texts.English[k].Length == 0).ShouldBeEmpty();
}
