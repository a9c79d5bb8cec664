using System.Globalization;
using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Kinds;

/// <summary>How far the gap of a balance moves when each of its lines is some per cent lower or higher. Option: swing (10).</summary>
public sealed class TornadoKind : IChartKind
{
    public string Id => "tornado";

    public ChartKindCard Card =>
        new(Id)
        {
            IsMoment = true,
            Elements = ["beginning-stocks", "production", "import-quantity", "domestic-consumption", "export-quantity"],
            IsOfOneSource = true,
            IsBalance = true,
            Options = ["swing"],
        };

    public ChartKindResult Build(ChartKindInput input) => CerealBalance.Draw(input, Draw);

    private ChartKindResult Draw(KindParts parts, CerealBalance balance)
    {
        var t = parts.Texts;
        var input = parts.Input;
        var swing =
            decimal.TryParse(input.Option("swing"), NumberStyles.Number, CultureInfo.InvariantCulture, out var asked)
            && asked is > 0 and <= 100
                ? asked
                : 10m;
        var percent = swing.ToString("0.##", CultureInfo.InvariantCulture);
        // A surplus is shown as what is left over, not as a gap below zero.
        var side = balance.Gap < 0 ? -1 : 1;
        var lines = balance
            .Supply.Select(l => (Line: l, Sign: -side))
            .Concat(balance.Use.Select(l => (Line: l, Sign: side)))
            .Where(l => l.Line.Value != 0)
            .OrderByDescending(l => Math.Abs(l.Line.Value))
            .ToList();
        var gap = Math.Abs(balance.Gap);
        var rows = lines
            .Select(l =>
            {
                decimal move = l.Line.Value * swing / 100m * l.Sign;
                return new ChartRow(l.Line.Name) { Segments = [Segment(gap - move, false), Segment(gap + move, true)] };
            })
            .ToList();
        var when = parts.PeriodName(balance.Year);
        var largest = Math.Abs(lines[0].Line.Value * swing / 100m);
        var heading = t[
            side < 0 ? "kind.heading.tornado-surplus" : "kind.heading.tornado",
            lines[0].Line.Name.ToLowerInvariant(),
            percent,
            parts.Say(largest),
            when
        ];
        var body = new RowsBody
        {
            Rows = rows,
            FromZero = false,
            Rules = [new RowRule(input.Unit.Of(gap), t[side < 0 ? "kind.tornado.left-over" : "kind.tornado.middle", parts.Say(gap)])],
            Key = [new(t["kind.tornado.lower", percent], ChartFill.Slot(1)), new(t["kind.tornado.higher", percent], ChartFill.Slot(4))],
        };
        var alt =
            heading
            + ". "
            + string.Join("; ", lines.Select(l => $"{l.Line.Name} ±{parts.Say(Math.Abs(l.Line.Value) * swing / 100m)}"))
            + ".";
        var spec = parts.Start(Id, heading, when, alt) with
        {
            Body = body,
            Notes = [t["kind.note.tornado", percent], t["kind.note.balance"]],
        };
        return new ChartDrawn(spec, [.. lines.Select(l => l.Line.Series)]);

        RowSegment Segment(decimal to, bool higher) =>
            new(input.Unit.Of(gap), input.Unit.Of(to), ChartFill.Slot(higher ? 4 : 1)) { Beyond = parts.Figure(to), Text = parts.Say(to) };
    }
}
