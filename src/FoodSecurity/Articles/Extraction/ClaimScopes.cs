using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Articles.Extraction.Statements;

namespace FoodSecurity.Articles.Extraction;

/// <summary>What narrows a claim to a part: a place below the country, a partner, an actor, a group, a part of the year or of the crop. A part is never held against the whole.</summary>
internal sealed class ClaimScopes(Sentence sentence)
{
    public List<ClaimScope> Read(ClauseReading reading, string area, AreaMark? mark)
    {
        var found = new List<ClaimScope>();
        var clause = reading.Clause;
        var place = mark is { Part.Length: > 0 }
            ? mark
            : sentence.Areas.Find(a =>
                clause.Holds(a.First)
                && a.Part.Length > 0
                && !a.IsAside
                && (a.Area == area || a.Area.Length == 0)
                && !IsInCause(clause, a.First)
            );
        if (place is not null)
        {
            found.Add(new ClaimScope(ClaimScopeKind.Place, place.Part));
        }

        if (reading.Code is "imports" or "exports" or "food-aid" && Partner(reading, area) is { } partner)
        {
            found.Add(new ClaimScope(ClaimScopeKind.Partner, partner));
        }

        // an amount of some months is a part of the year's
        if (
            reading.Indicator.Subject is "production" or "imports" or "exports" or "food-aid"
            && reading.Period is { Period: { Kind: "month" or "months" or "quarter" } } some
        )
        {
            found.Add(new ClaimScope(ClaimScopeKind.PartOfYear, some.Period.Text));
        }

        foreach (var scope in sentence.Of(Layer.Scope, clause.First, clause.End))
        {
            var subjects = scope.Row["subjects"];
            if (
                !scope.Row.Is("kind", "before")
                && (subjects.Length == 0 || subjects.Split('|').Contains(reading.Indicator.Subject))
                && !IsInCause(clause, scope.First)
            )
            {
                found.Add(new ClaimScope(Kind(scope), sentence.Words(scope.First, scope.End)));
            }
        }

        return [.. found.DistinctBy(f => f.Kind)];
    }

    private static ClaimScopeKind Kind(Mark scope) =>
        Enum.Parse<ClaimScopeKind>(scope.Row["kind"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>"to Mexico", "Russian wheat": whom the trade or the gift is with; null where it is with all.</summary>
    private string? Partner(ClauseReading reading, string area) =>
        sentence.Areas.Find(a =>
            reading.Clause.Holds(a.First)
            && !a.IsAside
            && a.Kind != "weak"
            && a.Area.Length > 0
            && a.Area != area
            && !reading.Areas.Areas.Any(c => c.Mark == a)
            && !AreaChoice.IsCompared(sentence, a)
            && (
                AreaChoice.IsPartner(sentence, a, reading.Statement)
                || sentence.Marks.Exists(m => m.Layer is Layer.Item && m.First >= a.End && m.First - a.End <= 1)
            )
        )
            is { } partner
            ? sentence.Words(partner.First, partner.End)
            : null;

    /// <summary>Behind the word that gives the reason.</summary>
    private bool IsInCause(Clause clause, int token) => sentence.Of(Layer.Cause, clause.First, clause.End).Any(c => c.End <= token);
}
