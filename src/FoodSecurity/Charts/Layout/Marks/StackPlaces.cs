using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout.Marks;

/// <summary>Places stacked areas with their names at the right, on a phone in a key above.</summary>
internal sealed class StackPlaces(PlacedChart chart, StackBody body)
{
    private readonly ChartSizes sizes = chart.Sizes;
    private (IReadOnlyList<string> Name, IReadOnlyList<string> Note)[] labels = [];

    public double Place(double top)
    {
        double y = sizes.Narrow
            ? KeyRow.Place(chart, [.. body.Layers.Reverse().Select(l => new ChartKeyEntry(l.Label, l.Fill))], top)
            : top;
        if (chart.Spec.Unit.Length > 0)
        {
            chart.Texts.Add(new(sizes.Margin, y + sizes.Axis, chart.Spec.Unit, sizes.Axis, ChartPalette.Muted));
            y += sizes.Axis * 1.7;
        }
        double most = body.X.Select((_, i) => Whole(i) ? body.Layers.Sum(l => l.Values[i]!.Value) : 0).Max();
        ValueAxis axis = ValueAxis.For([most], fromZero: true, (int)Math.Clamp(sizes.PlotHeight / sizes.Round(52), 2, 6), body.AxisNumber);
        double widest = chart.Width * 0.27;
        labels =
        [
            .. body.Layers.Select(l =>
                (TextLines.Balanced(l.Label, widest, sizes.Label, true), TextLines.Wrap(l.EndNote, widest, sizes.EndNote))
            ),
        ];
        double names = sizes.Narrow
            ? sizes.Round(6)
            : labels.Max(l => Math.Max(TextLines.Width(l.Name, sizes.Label, true), TextLines.Width(l.Note, sizes.EndNote))) * 1.03
                + sizes.Round(14);
        double height = Math.Max(sizes.PlotHeight, sizes.Narrow ? 0 : labels.Sum(l => HeightOf(l) + sizes.Round(3)));
        double left = sizes.Margin + Pane.NumbersWidth(axis, sizes),
            right = chart.Width - sizes.Margin - names;
        Pane pane = new(chart, new Box(left, Math.Ceiling(y + 4), right, Math.Ceiling(y + 4 + height)), axis);
        pane.AddLevelGrid();
        PlotScale scale =
            body.X.Count == 1
                ? new(pane.Box, body.X[0] - 0.5, body.X[0] + 0.5, axis.Low, axis.High)
                : new(pane.Box, body.X[0], body.X[^1], axis.Low, axis.High);
        foreach ((int from, int to) in Runs())
        {
            PlaceRun(scale, from, to);
        }
        if (!sizes.Narrow)
        {
            Names(scale, right);
        }
        double years = pane.Box.Bottom + sizes.Round(6) + sizes.Axis;
        foreach (ChartTick tick in YearAxis.For(chart.Spec with { From = body.X[0], To = body.X[^1] }, scale, sizes))
        {
            chart.Texts.Add(new(scale.X(tick.X), years, tick.Label, sizes.Axis, ChartPalette.Muted, TextAnchor.Middle));
        }
        return years + sizes.Axis * 0.3;
    }

    private double HeightOf((IReadOnlyList<string> Name, IReadOnlyList<string> Note) label) =>
        label.Name.Count * sizes.Label * 1.2 + label.Note.Count * sizes.EndNote * 1.2;

    private bool Whole(int i) => body.Layers.All(layer => layer.Values[i] is not null);

    /// <summary>Stretches of positions at which every layer has a figure.</summary>
    private IEnumerable<(int From, int To)> Runs()
    {
        int? start = null;
        for (int i = 0; i <= body.X.Count; i++)
        {
            if (i < body.X.Count && Whole(i))
            {
                start ??= i;
            }
            else if (start is { } from)
            {
                yield return (from, i - 1);
                start = null;
            }
        }
    }

    private void PlaceRun(PlotScale scale, int from, int to)
    {
        double[] floor = new double[to - from + 1];
        foreach (StackLayer layer in body.Layers)
        {
            double[] roof = [.. floor.Select((value, k) => value + layer.Values[from + k]!.Value)];
            // A year that stands alone is a stroke one third of a year wide.
            double half = from == to ? 0.17 : 0;
            List<Spot> ring = [.. roof.SelectMany((value, k) => At(value, k))];
            ring.AddRange(floor.SelectMany((value, k) => At(value, k)).Reverse());
            chart.Shapes.Add(
                new PlacedShape([ring])
                {
                    Fill = FillInks.Of(layer.Fill).Ground,
                    FillOpacity = 0.88,
                    Text = layer.Label,
                }
            );
            chart.Shapes.Add(PlacedShape.Line([.. roof.SelectMany((value, k) => At(value, k))], ChartPalette.Paper, sizes.Round(1)));
            floor = roof;

            IEnumerable<Spot> At(double value, int k) =>
                half == 0
                    ? [scale.At(body.X[from + k], value)]
                    :
                    [
                        scale.At(Math.Max(scale.MinX, body.X[from] - half), value),
                        scale.At(Math.Min(scale.MaxX, body.X[from] + half), value),
                    ];
        }
    }

    private void Names(PlotScale scale, double right)
    {
        int last = Runs().Last().To;
        double floor = 0;
        double[] middles =
        [
            .. body.Layers.Select(layer =>
            {
                double m = floor + layer.Values[last]!.Value / 2;
                floor += layer.Values[last]!.Value;
                return scale.Y(m);
            }),
        ];
        double[] heights = [.. labels.Select(HeightOf)];
        double[] tops = LabelColumn.Place(
            [.. middles.Reverse()],
            [.. heights.Reverse()],
            scale.Area.Top,
            scale.Area.Bottom,
            sizes.Round(3)
        );
        for (int i = 0; i < labels.Length; i++)
        {
            var (name, note) = labels[^(i + 1)];
            double y = tops[i];
            foreach (string line in name)
            {
                chart.Texts.Add(
                    new(right + sizes.Round(12), y + sizes.Label * 0.95, line, sizes.Label, FillInks.Of(body.Layers[^(i + 1)].Fill).Ground)
                    {
                        Bold = true,
                    }
                );
                y += sizes.Label * 1.2;
            }
            foreach (string line in note)
            {
                chart.Texts.Add(new(right + sizes.Round(12), y + sizes.EndNote * 0.95, line, sizes.EndNote, ChartPalette.Muted));
                y += sizes.EndNote * 1.2;
            }
        }
    }
}
