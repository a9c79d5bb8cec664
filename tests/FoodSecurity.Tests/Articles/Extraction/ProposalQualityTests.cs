namespace FoodSecurity.Tests.Articles.Extraction;

/// <summary>The aims on the test part of the gold sentences: a change of a rule or a table that makes the proposals worse fails here.</summary>
public class ProposalQualityTests
{
    private static readonly Lazy<GoldScore> Test = new(() => Score("test"));
    private static readonly Lazy<GoldScore> Development = new(() => Score("development"));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Recorded", "claims");

    [Fact]
    public void Sentences_that_matter_are_found_and_others_left_alone()
    {
        Test.Value.Selection.Recall.ShouldBeGreaterThanOrEqualTo(0.95);
        Test.Value.Selection.Precision.ShouldBeGreaterThanOrEqualTo(0.85);
    }

    [Theory]
    [InlineData("area")]
    [InlineData("period")]
    [InlineData("indicator")]
    [InlineData("item")]
    [InlineData("relation")]
    [InlineData("quantity")]
    public void Each_field_is_right_in_more_than_nine_of_ten_claims(string field)
    {
        Test.Value.Fields[field].Precision.ShouldBeGreaterThanOrEqualTo(0.92);
        Test.Value.Fields[field].Recall.ShouldBeGreaterThanOrEqualTo(0.92);
    }

    [Fact]
    public void Four_of_five_claims_are_right_as_a_whole()
    {
        Test.Value.Whole.Precision.ShouldBeGreaterThanOrEqualTo(0.80);
        Test.Value.Whole.Recall.ShouldBeGreaterThanOrEqualTo(0.80);
    }

    [Fact]
    public void A_doubtful_statement_hardly_ever_becomes_a_plain_claim()
    {
        var (test, development) = (Test.Value.Fields["modality"], Development.Value.Fields["modality"]);
        ((double)(test.Right + development.Right) / (test.Expected + development.Expected)).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public void There_are_enough_sentences_and_half_of_them_are_hard()
    {
        var all = GoldSentence.Read(Path.Combine(Folder, "test.jsonl")).Concat(GoldSentence.Read(Path.Combine(Folder, "development.jsonl"))).ToList();
        all.Count.ShouldBeGreaterThanOrEqualTo(300);
        all.Select(s => s.Id).ShouldBeUnique();
        var hard = all.Count(s => s.Claims.Count != 1 || s.Claims[0].Modality is not null || s.Before is not null || s.Title is not null || s.Text.Length > 100);
        hard.ShouldBeGreaterThanOrEqualTo(all.Count / 2);
    }

    [Fact]
    public void The_gold_records_use_codes_that_exist()
    {
        var indicators = FirstArticleTests.Extraction.Value.Indicators;
        var words = FoodSecurity.Observations.Vocabulary.Load(House.Clone.Seeds);
        foreach (var claim in GoldSentence.Read(Path.Combine(Folder, "test.jsonl")).Concat(GoldSentence.Read(Path.Combine(Folder, "development.jsonl"))).SelectMany(s => s.Claims))
        {
            indicators.Keys.ShouldContain(claim.Indicator);
            Enum.TryParse<FoodSecurity.Articles.ClaimRelation>(claim.Relation, out _).ShouldBeTrue(claim.Relation);
            (claim.Area.Length == 0 || words.Areas.ContainsKey(claim.Area)).ShouldBeTrue(claim.Area);
            (claim.Item is null || words.Items.ContainsKey(claim.Item)).ShouldBeTrue(claim.Item);
        }
    }

    private static GoldScore Score(string part) => GoldScore.Of(GoldSentence.Read(Path.Combine(Folder, part + ".jsonl")), FirstArticleTests.Extraction.Value);
}
