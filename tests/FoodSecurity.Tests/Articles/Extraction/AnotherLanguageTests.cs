using FoodSecurity.Articles;
using FoodSecurity.Articles.Extraction;
using FoodSecurity.Observations;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Articles.Extraction;

/// <summary>A language is a folder of tables: with some forty rows of French (<c>Recorded/claims/fr</c>) beside the shipped ones, French sentences become claims without a line of code.</summary>
public sealed class AnotherLanguageTests : IDisposable
{
    private readonly string _seeds = Directory.CreateTempSubdirectory("foodsec-language").FullName;
    private readonly ClaimExtraction _extraction;

    public AnotherLanguageTests()
    {
        Copy(Path.Combine(Clone.Seeds, "claims"), Path.Combine(_seeds, "claims"));
        Copy(Path.Combine(AppContext.BaseDirectory, "Recorded", "claims", "fr"), Path.Combine(_seeds, "claims", "fr"));
        _extraction = ClaimExtraction.Load(_seeds, Vocabulary.Load(Clone.Seeds));
    }

    public void Dispose() => Directory.Delete(_seeds, recursive: true);

    [Theory]
    [InlineData("La récolte de riz au Kenya a baissé de 5,5 % en 2022.", "KEN rice item-output Fall 5.5 percent in 2022/2022")]
    [InlineData("La production de maïs du Kenya a atteint 3.200.000 tonnes en 2022.", "KEN maize item-output Level 3200000 t in 2022/2022")]
    [InlineData("À Haïti, le prix du riz n'a pas augmenté en janvier 2023.", "HTI rice price Negated Rise in 2023-01/2023-01")]
    [InlineData("La récolte d'Haïti a reculé l'année dernière.", "HTI crop-output Fall in 2022/2022")]
    [InlineData(
        "Selon la FAO, la récolte de blé du Kenya a augmenté de 2 % en 2022 et la production de maïs a baissé de 3 %.",
        "KEN wheat item-output Rise 2 percent in 2022/2022|KEN maize item-output Fall 3 percent in 2022/2022"
    )]
    [InlineData("Dix détenus observent une grève de la faim en 2022.", "")]
    public void Tables_alone_make_claims_of_its_sentences(string sentence, string expected) =>
        string.Join(
                '|',
                _extraction
                    .Propose(new ArticleText(sentence, new DateOnly(2023, 12, 28), Language: "fr"))
                    .Select(p => GoldScore.Record(p.Claim))
            )
            .ShouldBe(expected);

    [Fact]
    public void Its_speakers_are_found_by_its_own_words() =>
        _extraction
            .Propose(new ArticleText("Selon la FAO, la récolte de blé du Kenya a augmenté en 2022.", Language: "fr"))
            .ShouldHaveSingleItem()
            .Claim.Attribution.ShouldBe(new ClaimAttribution("la FAO", IsNamed: true, "fao"));

    [Fact]
    public void A_use_of_a_word_there_is_not_is_named_with_its_line()
    {
        File.AppendAllText(Path.Combine(_seeds, "claims", "fr", "words.csv"), "ornament,donc,\n");
        var error = Should.Throw<DataFormatException>(() => ClaimExtraction.Load(_seeds, Vocabulary.Load(Clone.Seeds)));
        error.Message.ShouldContain("ornament");
        error.Message.ShouldContain("words.csv");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.csv", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
