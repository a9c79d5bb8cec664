using System.Globalization;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction;

/// <summary>Which words of a clause led to what, and which led to nothing.</summary>
internal sealed class ClaimReasons(Sentence sentence)
{
    public List<ProposalReason> Of(ClauseReading reading, Claim claim, AreaMark? area, Mark? item, string origin)
    {
        var because = new List<ProposalReason>();
        Statement(because, reading);
        because.AddRange(
            reading.Roles.Used.Select(q => new ProposalReason(
                "quantity",
                q.Quantity.Text,
                q.Quantity.Value.ToString(CultureInfo.InvariantCulture) + " " + q.Quantity.Unit,
                q.Rule
            ))
        );
        if (claim.Period is { } period && (reading.Period is not null || origin.Length > 0))
        {
            because.Add(new("period", period.Text, $"{period.From}/{period.To}", reading.Period?.Row.Rule ?? origin));
        }

        if (reading.Modal is { } modal)
        {
            var value = reading.Relation == ClaimRelation.Aim ? "Aim" : reading.Modality.ToString();
            because.Add(new("modality", sentence.Words(modal.First, modal.End), value, modal.Row.Rule));
        }

        if (reading.Attribution is { } attribution)
        {
            because.Add(new("attribution", attribution.Speaker, attribution.IsNamed ? "named" : "not named", "speech"));
        }

        if (reading.Cause is { } cause)
        {
            because.Add(new("cause", cause, "not checkable with data", "causes"));
        }

        because.Add(new("area", area is null ? "" : sentence.Words(area.First, area.End), claim.Area, reading.Areas.Rule));
        if (item is not null)
        {
            because.Add(new("item", sentence.Words(item.First, item.End), claim.Item ?? "", item.Row.Rule));
        }

        return because;
    }

    private void Statement(List<ProposalReason> because, ClauseReading reading)
    {
        var (indicator, relation) = (reading.Statement.Indicator, (reading.Relation ?? ClaimRelation.None).ToString());
        because.Add(
            indicator is null
                ? new("indicator", "", reading.Code, "context: the claim before")
                : new("indicator", sentence.Words(indicator.First, indicator.End), reading.Code, indicator.Row.Rule)
        );
        if (reading.Statement.Move is { } move)
        {
            because.Add(new("relation", sentence.Words(move.First, move.End), relation, move.Row.Rule));
        }
        else if (indicator?.Row["relation"].Length > 0)
        {
            because.Add(new("relation", sentence.Words(indicator.First, indicator.End), relation, indicator.Row.Rule));
        }
    }

    /// <summary>Figures, times and places of the passage that led to nothing.</summary>
    /// <param name="reading">The clause.</param>
    /// <param name="claim">What was made of it.</param>
    /// <param name="used">Where figures stand that some claim of the clause has: the unit a figure leaves out may have been filled in.</param>
    public List<string> Open(ClauseReading reading, Claim claim, HashSet<int> used)
    {
        var clause = reading.Clause;
        return
        [
            .. sentence
                .Quantities.Where(q => clause.Holds(q.First) && !used.Contains(q.First) && !IsPartOfMove(q.First))
                .Select(q => q.Quantity.Text),
            .. sentence
                .Periods.Where(p =>
                    clause.Holds(p.First) && p != reading.Period && p != reading.Compared && p.Row["role"] is not ("weak" or "lasting")
                )
                .Select(p => p.Period.Text),
            .. sentence
                .Areas.Where(a =>
                    clause.Holds(a.First)
                    && !a.IsAside
                    && a.Kind != "weak"
                    && !claim.Scope.Any(c => c.Text.Contains(sentence.Words(a.First, a.End), StringComparison.Ordinal))
                    && !reading.Areas.Areas.Any(c => c.Mark == a || (a.Area.Length > 0 && c.Area == a.Area))
                )
                .Select(a => sentence.Words(a.First, a.End)),
        ];
    }

    /// <summary>"five-year" in "above the five-year average"</summary>
    private bool IsPartOfMove(int token) =>
        sentence.Marks.Exists(m => m.Layer == Layer.Relation && m.Covers(token) && m.Row["against"].Length > 0);
}
