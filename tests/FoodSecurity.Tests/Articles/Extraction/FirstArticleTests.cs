using FoodSecurity.Articles;
using FoodSecurity.Articles.Extraction;
using FoodSecurity.Observations;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Articles.Extraction;

/// <summary>The five excerpts of the first article, put between sentences of our own: all are proposed, nothing else is, and their targets are right.</summary>
public class FirstArticleTests
{
    internal static readonly Lazy<ClaimExtraction> Extraction = new(() => ClaimExtraction.Load(Clone.Seeds, Vocabulary.Load(Clone.Seeds)));
    private static readonly Article Shipped = ArticleFile
        .Read(Path.Combine(Clone.Seeds, "articles", "kim-military-war-preparations-2023-12-28.json"))
        .Article;

    private static readonly string Text = string.Concat(
        "SEOUL — Kim Jong Un told the army to speed up its preparations for war, state media said on Thursday.\n\n",
        "At a meeting of the ruling party the leader set out the work for the new year, the report said. He spoke of “strong progress in the metal, chemical and other key sectors,” and ",
        Shipped.Excerpts[0].Exact,
        "\n\n",
        Shipped.Excerpts[1].Exact,
        " ",
        Shipped.Excerpts[2].Exact,
        " ",
        Shipped.Excerpts[3].Exact,
        ", ",
        Shipped.Excerpts[4].Exact,
        "\n\nAt the same meeting, members of the party looked at the budget for defence. The talks will go on for several days."
    );

    private static readonly Lazy<IReadOnlyList<Proposal>> Found = new(() =>
        Extraction.Value.Propose(new ArticleText(Text, new DateOnly(2023, 12, 28), Shipped.Title, "SEOUL"))
    );

    [Fact]
    public void Exactly_the_five_excerpts_are_proposed() =>
        Found.Value.Select(p => p.Exact).ShouldBe(Shipped.Excerpts.Select(e => e.Exact));

    [Fact]
    public void Their_targets_are_those_of_the_reviewed_file() =>
        Found
            .Value.Select(p =>
                (
                    p.Claim.Area,
                    Extraction.Value.Indicators[p.Claim.Indicator].Subject,
                    p.Claim.Period?.From,
                    p.Claim.Period?.To,
                    p.Claim.Period?.Event
                )
            )
            .ShouldBe(Shipped.Excerpts.Select(e => (e.Target.Area, e.Target.Subject, e.Target.From, e.Target.To, e.Target.EventKind)));

    [Fact]
    public void Their_kinds_relations_and_speakers_are_those_of_the_reviewed_file()
    {
        Found.Value.Select(p => p.Kind).ShouldBe(Shipped.Excerpts.Select(e => e.Kind));
        Found
            .Value.Select(p => p.Claim.Relation)
            .ShouldBe([ClaimRelation.Aim, ClaimRelation.Famine, ClaimRelation.None, ClaimRelation.Rise, ClaimRelation.Shortage]);
        Found.Value[2].Claim.Attribution.ShouldBe(new ClaimAttribution("global experts", IsNamed: false));
        Found.Value[3].Claim.Cause.ShouldBe("favorable weather conditions");
        Found.Value[4].Claim.Attribution.ShouldBe(new ClaimAttribution("a Seoul official", IsNamed: false));
    }

    [Fact]
    public void Positions_and_surroundings_are_those_of_the_text()
    {
        var points = Text.EnumerateRunes().Select(r => r.ToString()).ToList();
        foreach (var p in Found.Value)
        {
            string.Concat(points[p.Start..p.End]).ShouldBe(p.Exact);
            Text.ShouldContain(p.Prefix + p.Exact + p.Suffix);
        }
    }
}
