using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Observations;
using FoodSecurity.Tests.House;
using FoodSecurity.Wording;

namespace FoodSecurity.Tests.Charts.Kinds;

/// <summary>A kind of chart is one thing: what the maker, the form and the gallery know of it stands on its card, in its texts and in its row of the gallery.</summary>
public class KindCardTests
{
    [Fact]
    public void Every_kind_in_the_catalog_is_complete()
    {
        var samples = GallerySample.Load(Clone.Seeds);
        var words = Vocabulary.Load(Clone.Seeds);
        ChartKindCatalog.All.Count.ShouldBeGreaterThan(15);
        ChartKindCatalog.All.Select(k => k.Id).ShouldBeUnique();
        ChartKindCatalog.All.SelectMany(k => Faults(k.Card, samples, words)).ShouldBeEmpty();
        SeedTable.Read(Clone.Seeds, "gallery.csv", "kind").ShouldAllBe(r => ChartKindCatalog.Find(r["kind"]) != null);
    }

    [Fact]
    public void A_planted_kind_that_lacks_something_is_caught()
    {
        var planted = new ChartKindCard("pie")
        {
            Elements = ["producton"],
            Options = ["no-such"],
            Takes = SeriesTaken.Longest,
        };
        var faults = Faults(planted, GallerySample.Load(Clone.Seeds), Vocabulary.Load(Clone.Seeds)).ToList();
        faults.Count(f => f.Contains("no text", StringComparison.Ordinal)).ShouldBe(4);
        faults.ShouldContain(f => f.Contains("no element producton", StringComparison.Ordinal));
        faults.ShouldContain(f => f.Contains("how many", StringComparison.Ordinal));
        faults.ShouldContain(f => f.Contains("gallery", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_kinds_themselves_know_their_names()
    {
        var names = ChartKindCatalog
            .All.Select(k => k.Id)
            .Where(id => id is not ("line" or "bar" or "map" or "stack" or "heat" or "balance"))
            .ToList();
        Clone
            .Files("src/FoodSecurity/Answers/ChartMaker", ".cs")
            .SelectMany(f =>
                names.Where(n => File.ReadAllText(f).Contains($"\"{n}\"", StringComparison.Ordinal)).Select(n => $"{Clone.Short(f)}: {n}")
            )
            .ShouldBeEmpty("ask the card of the kind");
    }

    private static IEnumerable<string> Faults(ChartKindCard card, IReadOnlyList<GallerySample> samples, Vocabulary words)
    {
        var keys = Texts.English.Keys.ToHashSet();
        foreach (
            var key in new[] { $"kind.{card.Id}.title", $"kind.{card.Id}.use", $"kind.{card.Id}.needs" }
                .Concat(card.Options.Select(o => $"make.option.name.{o}"))
                .Where(k => !keys.Contains(k))
        )
        {
            yield return $"{card.Id}: no text {key}";
        }

        foreach (var element in card.Elements.Concat(card.Beside).Where(e => !words.Elements.ContainsKey(e)))
        {
            yield return $"{card.Id}: no element {element}";
        }

        if (card.Elements.Count == 0)
        {
            yield return $"{card.Id}: shows nothing when nothing is asked for";
        }

        if (card.Takes == SeriesTaken.Longest && card.MostSeries == int.MaxValue)
        {
            yield return $"{card.Id}: takes the longest and does not say how many";
        }

        if (samples.All(s => s.Kind != card.Id))
        {
            yield return $"{card.Id}: not in seeds/gallery.csv";
        }
    }
}
