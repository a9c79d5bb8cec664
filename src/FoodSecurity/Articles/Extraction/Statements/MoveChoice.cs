using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>Chooses the word that says how an indicator stands or moves.</summary>
internal sealed class MoveChoice(Sentence sentence)
{
    /// <summary>How far from an indicator that says enough by itself its word may stand.</summary>
    private const int Beside = 5;
    private const int BesideRank = 14;

    /// <summary>The words of a clause that may say so.</summary>
    public List<Mark> Of(Clause clause) =>
        [
            .. sentence
                .Of(Layer.Relation, clause.First, clause.End)
                .Where(m => m.Row["role"] is not ("copula" or "level" or "against" or "none") && !IsInside(m)),
        ];

    public Mark? Read(Mark indicator, List<Mark> moves)
    {
        Mark? best = null;
        var least = double.MaxValue;
        foreach (var move in moves)
        {
            var role = move.Row["role"];
            var overlaps = move.First < indicator.End && indicator.First < move.End;
            // "the largest harvest since 1990" holds its harvest
            if (
                overlaps
                && !(move.First == indicator.First && move.End < indicator.End)
                && !(role == "rank" && move.First < indicator.First && move.End >= indicator.End)
            )
            {
                continue;
            }

            if (role == "destroys" && indicator.Row.Is("indicator", "crop-losses"))
            {
                // "pests destroyed 20 per cent of the maize": that is the loss, and no fall of it
                continue;
            }

            var after = move.First >= indicator.End;
            var gap = Statement.Gap(indicator, move);
            double cost =
                gap
                + role switch
                {
                    "verb" => after ? 0 : 3,
                    "transitive" or "destroys" => after ? 4 : 1,
                    "noun" => after ? 1 : 0,
                    "adverb" => after ? 1 : 4,
                    "adjective" => after ? 3 : 2,
                    "compare" => after ? -4 : 4,
                    "rank" => after || gap <= 3 ? 2 : 50,
                    _ => 5,
                };
            // a verb's object may stand before it ("hit by drought, output fell"), but not beyond the next indicator
            var between = sentence.Marks.Any(m =>
                m.Layer == Layer.Indicator
                && m != indicator
                && m.First > Math.Min(indicator.First, move.First)
                && m.First < Math.Max(indicator.First, move.First)
                && m.Row["strength"] is "strong"
                && m.Row["indicator"] != indicator.Row["indicator"]
            );
            cost +=
                (between ? 12 : 0)
                + ((Clauses.IsAside(sentence, move.First) || IsParticiple(move)) && !Clauses.IsAside(sentence, indicator.First) ? 20 : 0);
            var limit =
                indicator.Row["relation"].Length == 0 ? 40
                : role == "rank" && after ? BesideRank
                : Beside;
            if (gap <= limit && cost < least && cost < 50)
            {
                (best, least) = (move, cost);
            }
        }

        return best;
    }

    /// <summary>"worse" in "crisis or worse"</summary>
    private bool IsInside(Mark move) => sentence.Marks.Exists(m => m.Layer == Layer.Indicator && m.First < move.First && m.End >= move.End);

    /// <summary>", ruined by floods,"</summary>
    private bool IsParticiple(Mark move) =>
        move.Row["role"] is "transitive" or "destroys" && sentence.IsComma(move.First - 1) && sentence.Is(move.End, WordUse.By);
}
