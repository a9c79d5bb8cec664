using System.Globalization;
using System.Text.Json;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Tests.Answers;

namespace FoodSecurity.Tests.Claims;

/// <summary>An article written by somebody who had not seen the rules, with the claims a careful editor finds in it and the verdicts judged by hand from the store.</summary>
public sealed record GoldArticle(
    string Id,
    string Title,
    string Published,
    string Text,
    IReadOnlyList<GoldClaim> Claims,
    IReadOnlyList<string> NotClaims
)
{
    public static IEnumerable<GoldArticle> Read(string path) =>
        File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<GoldArticle>(l, Options)!);

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}

/// <summary>One claim of such an article; fields that the sentence leaves open are null.</summary>
public sealed record GoldClaim(
    string Exact,
    string? Area,
    string? Indicator,
    string? Relation,
    string? Period,
    string? Base,
    string? Item,
    string? Quantity,
    string? Reached,
    string? Modality,
    string? Verdict,
    string? Why
);

/// <summary>What is reached on a set of articles, with every mistake in words.</summary>
public sealed class ArticleScore
{
    public int Gold { get; private set; }
    public int Found { get; private set; }
    public int Proposed { get; private set; }
    public int Wrong { get; private set; }
    public int Whole { get; private set; }
    public int RightVerdict { get; private set; }
    public List<string> FalseVerdicts { get; } = [];
    public List<string> Mistakes { get; } = [];

    public double Recall => Gold == 0 ? 1 : (double)Found / Gold;
    public double Precision => Proposed == 0 ? 1 : 1 - (double)Wrong / Proposed;
    public double WholeShare => Gold == 0 ? 1 : (double)Whole / Gold;
    public double VerdictShare => Gold == 0 ? 1 : (double)RightVerdict / Gold;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Gold} claims: recall {Recall:0.000}, precision {Precision:0.000}, whole {WholeShare:0.000}, right verdict {VerdictShare:0.000}, false verdicts {FalseVerdicts.Count} of {Proposed} proposals"
        );

    public void Add(ShippedArchive shipped, ArticleReading reading, GoldArticle article)
    {
        var judged = ArticleVerdicts.Read(shipped, reading, article.Published, article.Text, article.Title);
        var left = judged.ToList();
        Gold += article.Claims.Count;
        Proposed += judged.Count(IsPlain);
        foreach (var claim in article.Claims)
        {
            var overlapping = left.Where(j => Overlaps(article.Text, j.Proposal, claim.Exact)).ToList();
            var best = overlapping.OrderByDescending(j => Fields(j.Proposal.Claim, claim).Count(f => f.Same)).FirstOrDefault();
            if (best is null)
            {
                Mistakes.Add($"{article.Id} MISSED [{claim.Verdict}] {claim.Exact}");
                // What is not proposed gets no verdict, which is right where there is none to give.
                continue;
            }

            left.Remove(best);
            Found++;
            var fields = Fields(best.Proposal.Claim, claim);
            var wrong = fields.Where(f => !f.Same).Select(f => $"{f.Name}: {f.Own} for {f.Wanted}").ToList();
            Whole += wrong.Count == 0 ? 1 : 0;
            var verdict = Verdict(best.Check);
            RightVerdict += verdict == claim.Verdict ? 1 : 0;
            if (wrong.Count > 0 || verdict != claim.Verdict)
            {
                Mistakes.Add($"{article.Id} [{verdict} for {claim.Verdict}] {string.Join("; ", wrong)} | {claim.Exact} | {claim.Why}");
            }

            if (verdict is "supported" or "contradicted" && verdict != claim.Verdict)
            {
                FalseVerdicts.Add($"{article.Id} {verdict} for {claim.Verdict}: {claim.Exact} | {claim.Why} | {Said(best)}");
            }
        }

        foreach (var extra in left.Where(IsPlain))
        {
            if (!article.Claims.Any(c => Overlaps(article.Text, extra.Proposal, c.Exact)))
            {
                Wrong++;
                Mistakes.Add(
                    $"{article.Id} EXTRA {extra.Proposal.Claim.Indicator} {extra.Proposal.Claim.Relation}: {extra.Proposal.Exact}"
                );
            }

            if (
                Verdict(extra.Check) is "supported" or "contradicted"
                && article.NotClaims.Any(n => Overlaps(article.Text, extra.Proposal, n))
            )
            {
                FalseVerdicts.Add($"{article.Id} {Verdict(extra.Check)} on no claim: {extra.Proposal.Exact} | {Said(extra)}");
            }
        }
    }

    public static string Verdict(CheckedClaim check) =>
        check.Verdict switch
        {
            VerdictKind.Supported => "supported",
            VerdictKind.Contradicted => "contradicted",
            VerdictKind.Mixed => "mixed",
            VerdictKind.NotComparable => "not-comparable",
            VerdictKind.NotCheckable => "not-checkable",
            _ => "no-data",
        };

    private static string Said(JudgedProposal judged)
    {
        var c = judged.Proposal.Claim;
        return $"{c.Area} {c.Indicator} {c.Item} {c.Relation} {c.Period?.From}..{c.Period?.To} base {c.Base?.From}..{c.Base?.To} {c.Quantity?.Value}{c.Quantity?.Unit} reached {c.Reached?.Value}{c.Reached?.Unit}: "
            + string.Join(" / ", judged.Check.Findings.Where(f => f.Votes).Take(3).Select(f => f.Source + " " + f.Text + " – " + f.Reason));
    }

    private static bool IsPlain(JudgedProposal judged) => judged.Proposal.Claim.Modality == ClaimModality.Plain;

    private static bool Overlaps(string text, Proposal proposal, string exact)
    {
        var start = text.IndexOf(exact, StringComparison.Ordinal);
        var own = text.IndexOf(proposal.Exact, StringComparison.Ordinal);
        var shared = Math.Min(start + exact.Length, own + proposal.Exact.Length) - Math.Max(start, own);
        return start >= 0 && own >= 0 && shared * 2 > Math.Min(exact.Length, proposal.Exact.Length);
    }

    private static List<(string Name, bool Same, string Own, string Wanted)> Fields(Claim claim, GoldClaim gold) =>
        [
            ("area", claim.Area == (gold.Area ?? ""), claim.Area, gold.Area ?? ""),
            ("indicator", claim.Indicator == gold.Indicator, claim.Indicator, gold.Indicator ?? ""),
            (
                "relation",
                string.Equals(claim.Relation.ToString(), gold.Relation, StringComparison.OrdinalIgnoreCase),
                claim.Relation.ToString(),
                gold.Relation ?? ""
            ),
            ("period", SamePeriod(claim.Period, gold.Period), $"{claim.Period?.From}/{claim.Period?.To}", gold.Period ?? ""),
            (
                "item",
                (claim.Item ?? "") == (gold.Item ?? "") || (gold.Item ?? "cereals") == (claim.Item ?? "cereals"),
                claim.Item ?? "",
                gold.Item ?? ""
            ),
            (
                "quantity",
                SameNumber(claim.Quantity ?? claim.Reached, gold.Quantity ?? gold.Reached),
                $"{claim.Quantity?.Value} {claim.Quantity?.Unit}",
                gold.Quantity ?? ""
            ),
            (
                "modality",
                string.Equals(claim.Modality.ToString(), gold.Modality ?? "plain", StringComparison.OrdinalIgnoreCase),
                claim.Modality.ToString(),
                gold.Modality ?? ""
            ),
        ];

    private static bool SamePeriod(ClaimPeriod? own, string? wanted)
    {
        if (wanted is null || own is null)
        {
            return wanted is null == own is null;
        }

        var parts = wanted.Split('/');
        return own.From is { Length: >= 4 } from && from[..4] == parts[0][..Math.Min(4, parts[0].Length)];
    }

    private static bool SameNumber(ClaimQuantity? own, string? wanted)
    {
        if (wanted is null)
        {
            return true;
        }

        return own is not null
            && decimal.TryParse(wanted.Split(' ')[0], NumberStyles.Any, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(own.Value - number) <= 0.02m * Math.Abs(number);
    }
}
