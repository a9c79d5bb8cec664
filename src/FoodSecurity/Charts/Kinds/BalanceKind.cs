using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Kinds;

/// <summary>Supply against use of one year, line by line, with the gap between them.</summary>
public sealed class BalanceKind : IChartKind
{
    public string Id => "balance";

    public ChartKindCard Card =>
        new(Id)
        {
            IsMoment = true,
            Elements = ["beginning-stocks", "production", "import-quantity", "domestic-consumption", "export-quantity"],
            IsOfOneSource = true,
            IsBalance = true,
        };

    public ChartKindResult Build(ChartKindInput input) => CerealBalance.Draw(input, Draw);

    private ChartKindResult Draw(KindParts parts, CerealBalance balance)
    {
        var t = parts.Texts;
        var input = parts.Input;
        var unit = input.Unit;
        List<ChartRow> rows = [new ChartRow(t["kind.balance.supply"]) { IsHeading = true }];
        rows.AddRange(Steps(parts, balance.Supply, 1));
        rows.Add(Total(t["kind.balance.supplied"], balance.Supplied, 1));
        rows.Add(new ChartRow(t["kind.balance.using"]) { IsHeading = true });
        rows.AddRange(Steps(parts, balance.Use, 4));
        rows.Add(Total(t["kind.balance.used"], balance.Used, 4));
        double supplied = unit.Of(balance.Supplied),
            used = unit.Of(balance.Used);
        rows.Add(
            new ChartRow(t[balance.Gap > 0 ? "kind.balance.gap" : "kind.balance.surplus"])
            {
                IsTotal = true,
                Segments =
                [
                    new RowSegment(Math.Min(supplied, used), Math.Max(supplied, used), ChartFill.Slot(balance.Gap > 0 ? 0 : 2))
                    {
                        Beyond = parts.Figure(Math.Abs(balance.Gap)),
                    },
                ],
            }
        );
        var when = parts.PeriodName(balance.Year);
        var heading =
            Math.Abs(balance.Gap) * 1000 < balance.Used
                ? t["kind.heading.balance-even", when, parts.Say(balance.Used)]
                : t[
                    balance.Gap > 0 ? "kind.heading.balance-gap" : "kind.heading.balance-surplus",
                    when,
                    parts.Say(balance.Used),
                    parts.Say(balance.Supplied),
                    parts.Say(Math.Abs(balance.Gap))
                ];
        var alt =
            heading + ". " + string.Join("; ", balance.Supply.Concat(balance.Use).Select(l => $"{l.Name} {parts.Say(l.Value)}")) + ".";
        var published = parts.Series.FirstOrDefault(s => s.Series.Key.Element == "uncovered-deficit");
        List<string> notes = [t["kind.note.balance"]];
        if (published is not null && KindParts.At(published, balance.Year) is { } deficit)
        {
            notes.Add(t["kind.note.balance-published", parts.Say(deficit)]);
        }

        notes.AddRange(parts.Notes(open: false));
        var spec = parts.Start(Id, heading, when, alt) with
        {
            Body = new RowsBody { Rows = rows },
            Notes = notes,
        };
        return new ChartDrawn(spec, [.. balance.Supply.Concat(balance.Use).Select(l => l.Series)]);

        ChartRow Total(string name, decimal value, int color) =>
            new(name)
            {
                IsTotal = true,
                Segments = [new RowSegment(0, unit.Of(value), ChartFill.Slot(color)) { Beyond = parts.Figure(value) }],
            };
    }

    /// <summary>Each line begins where the one before ended, so that the eye adds them up.</summary>
    private static IEnumerable<ChartRow> Steps(KindParts parts, IReadOnlyList<BalanceLine> lines, int color)
    {
        decimal at = 0;
        foreach (var line in lines)
        {
            yield return new ChartRow(line.Name)
            {
                Segments =
                [
                    new RowSegment(parts.Input.Unit.Of(at), parts.Input.Unit.Of(at + line.Value), ChartFill.Slot(color))
                    {
                        Beyond = parts.Figure(line.Value),
                        IsHollow = true,
                        Text = $"{line.Name}: {parts.Say(line.Value)}",
                    },
                ],
            };
            at += line.Value;
        }
    }
}
