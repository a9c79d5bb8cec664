using System.Globalization;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Extraction;

namespace FoodSecurity.Tests.Articles.Extraction;

/// <summary>Right, proposed and expected values of one field.</summary>
public sealed class FieldScore(string name)
{
    public string Name => name;

    public int Right { get; set; }

    public int Proposed { get; set; }

    public int Expected { get; set; }

    public double Precision => Proposed == 0 ? 1 : (double)Right / Proposed;

    public double Recall => Expected == 0 ? 1 : (double)Right / Expected;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -22} precision {Precision:0.000}  recall {Recall:0.000}  ({Right} right of {Proposed} proposed, {Expected} expected)"
        );
}

/// <summary>
/// Precision and recall of the proposals against the gold sentences. Selection counts sentences; a field counts values of claims that were matched with a gold claim of the
/// same sentence (a value both leave open counts nowhere); a whole claim is right when every field is, modality included.
/// </summary>
public sealed class GoldScore
{
    private static readonly string[] FieldNames = ["area", "period", "indicator", "item", "relation", "quantity", "reached", "modality"];

    public FieldScore Selection { get; } = new("sentence selection");

    public FieldScore Whole { get; } = new("whole claim");

    public Dictionary<string, FieldScore> Fields { get; } = FieldNames.ToDictionary(n => n, n => new FieldScore(n));

    /// <summary>What went wrong, one line each.</summary>
    public List<string> Mistakes { get; } = [];

    public IEnumerable<FieldScore> All => Fields.Values.Prepend(Selection).Append(Whole);

    public static GoldScore Of(IEnumerable<GoldSentence> sentences, ClaimExtraction extraction)
    {
        var score = new GoldScore();
        foreach (var sentence in sentences)
        {
            score.Add(sentence, extraction);
        }

        return score;
    }

    private void Add(GoldSentence gold, ClaimExtraction extraction)
    {
        var before = gold.Before is { Length: > 0 } b ? b + " " : "";
        var published = DateOnly.ParseExact(gold.Published ?? "2023-12-28", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var start = before.EnumerateRunes().Count();
        var found = extraction
            .Propose(new ArticleText(before + gold.Text, published, gold.Title))
            .Where(p => p.Start >= start)
            .Select(Said)
            .ToList();
        Selection.Expected += gold.Claims.Count > 0 ? 1 : 0;
        Selection.Proposed += found.Count > 0 ? 1 : 0;
        Selection.Right += gold.Claims.Count > 0 && found.Count > 0 ? 1 : 0;
        Whole.Expected += gold.Claims.Count;
        Whole.Proposed += found.Count;
        if (found.Count > 0 != gold.Claims.Count > 0)
        {
            Mistakes.Add(
                $"{gold.Id} {(found.Count > 0 ? "not to be selected" : "missed")}: {gold.Text}{(found.Count > 0 ? " -> " + found[0] : "")}"
            );
        }

        var open = gold.Claims.ToList();
        foreach (var claim in found)
        {
            var match = open.MaxBy(g => Alike(g, claim));
            if (match is null)
            {
                if (gold.Claims.Count > 0)
                {
                    Mistakes.Add($"{gold.Id} one too many: {gold.Text} -> {claim}");
                }

                continue;
            }

            open.Remove(match);
            Compare(gold, match, claim);
        }

        if (found.Count > 0)
        {
            Mistakes.AddRange(open.Select(g => $"{gold.Id} not found: {gold.Text} <- {g}"));
        }
    }

    private void Compare(GoldSentence sentence, GoldClaim gold, GoldClaim found)
    {
        var wrong = new List<string>();
        foreach (var name in FieldNames)
        {
            var (expected, proposed) = (Value(gold, name), Value(found, name));
            var field = Fields[name];
            field.Expected += expected.Length > 0 ? 1 : 0;
            field.Proposed += proposed.Length > 0 ? 1 : 0;
            field.Right += expected.Length > 0 && expected == proposed ? 1 : 0;
            if (expected != proposed)
            {
                wrong.Add($"{name} [{proposed}] for [{expected}]");
            }
        }

        Whole.Right += wrong.Count == 0 ? 1 : 0;
        if (wrong.Count > 0)
        {
            Mistakes.Add($"{sentence.Id} {string.Join(", ", wrong)}: {sentence.Text}");
        }
    }

    private static int Alike(GoldClaim a, GoldClaim b) =>
        FieldNames.Count(n => Value(a, n) == Value(b, n)) + (a.Indicator == b.Indicator ? 2 : 0) + (a.Item == b.Item ? 1 : 0);

    private static string Value(GoldClaim claim, string name) =>
        name switch
        {
            "area" => claim.Area,
            "period" => claim.Period ?? "",
            "indicator" => claim.Indicator,
            "item" => claim.Item ?? "",
            "relation" => claim.Relation,
            "quantity" => claim.Quantity ?? "",
            "reached" => claim.Reached ?? "",
            _ => claim.Modality ?? "",
        };

    /// <summary>What a sentence says itself: a time that follows from the day of publication alone is none of its own.</summary>
    private static GoldClaim Said(Proposal proposal) =>
        Record(
            proposal.Because.Any(b => b.Field == "period" && b.Rule.EndsWith("before publication", StringComparison.Ordinal))
                ? proposal.Claim with
                {
                    Period = null,
                }
                : proposal.Claim
        );

    internal static GoldClaim Record(Claim claim) =>
        new(
            claim.Area,
            claim.Indicator,
            claim.Relation.ToString(),
            claim.Period is { } p && (p.From ?? p.To) is not null ? p.From + "/" + p.To : null,
            claim.Item,
            Text(claim.Quantity),
            Text(claim.Reached),
            claim.Modality == ClaimModality.Plain ? null : claim.Modality.ToString()
        );

    private static string? Text(ClaimQuantity? q) =>
        q is null
            ? null
            : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{q.Value / 1.0000000000m:0.####}{(q.Upper is { } upper ? $"-{upper:0.####}" : "")} {q.Unit}"
                )
                .TrimEnd();
}
