using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Quantities;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction;

/// <summary>An area and a food of the clause with the figures that are theirs.</summary>
internal readonly record struct ClaimSubject(
    string Area,
    AreaMark? Mark,
    string Item,
    Mark? ItemMark,
    QuantityRoles Roles,
    bool IsShared,
    string Together = ""
);

/// <summary>Deals the figures of a clause out to its areas and foods, or gives one amount to all of them together.</summary>
internal sealed class ClaimSubjects(Sentence sentence)
{
    /// <summary>The subjects, and where figures stand that one of them has.</summary>
    public (List<ClaimSubject> Subjects, HashSet<int> Used) Read(ClauseReading reading)
    {
        var dealt = Dealt(reading);
        var used = dealt.SelectMany(d => d.Roles.Used).Select(q => q.First).ToHashSet();
        return (dealt.Count > 1 && IsJoint(reading, dealt) ? [Joint(reading, dealt)] : dealt, used);
    }

    public QuantityRoles Roles(ClauseReading reading, List<QuantityMark> figures) =>
        new QuantityRoleReader(
            sentence,
            reading.Indicator,
            reading.Relation ?? ClaimRelation.Level,
            reading.At,
            perArea: reading.Row?.Is("kind", "alone") == true || reading.Clause.IsGapped
        ).Read(figures);

    private List<ClaimSubject> Dealt(ClauseReading reading)
    {
        var (areas, items) = (reading.Areas.Areas, reading.Items);
        var ends = areas.Count > 1 ? areas.Select(a => a.Mark?.End ?? -1).ToList() : [.. items.Select(i => i.Mark?.End ?? -1)];
        var found = new List<ClaimSubject>();
        foreach (var (area, mark) in areas)
        {
            foreach (var (item, itemMark) in items)
            {
                // of two lists of subjects no order is known in which figures are dealt out
                var own =
                    areas.Count == 1 || items.Count == 1
                        ? ClauseFigures.InTurn(sentence, reading.Figures, ends, found.Count)
                        : reading.Figures;
                var isShared = own == reading.Figures;
                found.Add(new ClaimSubject(area, mark, item, itemMark, isShared ? reading.Roles : Roles(reading, own), isShared));
            }
        }

        return found;
    }

    /// <summary>"sorghum, millet and wheat at 4.1 million tonnes": an amount, unlike a share, is that of all together unless the sentence says "each".</summary>
    private bool IsJoint(ClauseReading reading, List<ClaimSubject> subjects) =>
        subjects.TrueForAll(s => s.IsShared)
        && reading.Roles.Used.Any(q => q.Quantity.Unit is not ("percent" or "percentage-points" or "times") && !q.IsMoney)
        && !Enumerable.Range(reading.Clause.First, reading.Clause.End - reading.Clause.First).Any(i => sentence.Is(i, WordUse.Each));

    /// <summary>All subjects as one: of places of one country that country's part, of foods none alone.</summary>
    private ClaimSubject Joint(ClauseReading reading, List<ClaimSubject> subjects)
    {
        var (first, last) = (subjects[0], subjects[^1]);
        var isOneFood = subjects.TrueForAll(s => s.Item == first.Item);
        return first with
        {
            Area = subjects.TrueForAll(s => s.Area == first.Area) ? first.Area : "",
            Item = isOneFood ? first.Item : "",
            Together = isOneFood ? "" : string.Join('|', subjects.Select(s => s.Item).Distinct()),
            Mark =
                first.Mark is { Part.Length: > 0 } a && last.Mark is { } b && b != a
                    ? a with
                    {
                        Part = sentence.Words(a.First, b.End),
                    }
                    : first.Mark,
        };
    }
}
