using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Charts.Layout;

/// <summary>A line taken apart into what is drawn of it, in units of the data (X, Y).</summary>
internal sealed record LineParts(ChartLine Line)
{
    /// <summary>Official lines with at most this many values show each as a mark.</summary>
    private const int SparseUpTo = 12;

    public List<IReadOnlyList<Spot>> Solid { get; } = [];
    public List<IReadOnlyList<Spot>> Dotted { get; } = [];

    /// <summary>Faint joins between level strokes.</summary>
    public List<IReadOnlyList<Spot>> Faint { get; } = [];

    /// <summary>Level strokes of values that stand for several years.</summary>
    public List<(double From, double To, double Y)> Levels { get; } = [];
    public List<Spot> Filled { get; } = [];
    public List<Spot> Hollow { get; } = [];

    /// <summary>Where the small upright stroke of a break stands.</summary>
    public List<Spot> Breaks { get; } = [];

    /// <summary>Every value in view.</summary>
    public List<Spot> Values { get; } = [];
    public Spot? End => Values.Count == 0 ? null : Values[^1];

    public static LineParts Of(ChartLine line, double from, double to)
    {
        LineParts parts = new(line);
        List<ChartMark> run = [];
        foreach (ChartMark mark in line.Points.Where(mark => mark.X >= from - 0.5 && mark.X <= to + 0.5))
        {
            if (mark.Y is double y && double.IsFinite(y))
            {
                parts.Values.Add(new(mark.X, y));
                run.Add(mark);
            }
            else
            {
                parts.AddRun(run);
                run = [];
            }
        }
        parts.AddRun(run);
        if (!line.IsReference)
        {
            parts.AddMarks(line.Points);
        }
        return parts;
    }

    private void AddRun(List<ChartMark> run)
    {
        if (!Line.IsReference && run.Count == 1 && !IsLevel(run[0]) && !IsHollow(run[0]))
        {
            Filled.Add(Of(run[0]));
        }
        int start = 0;
        for (int at = 1; at <= run.Count; at++)
        {
            if (at > 1 && (at == run.Count || Manner(run[at - 1], run[at]) != Manner(run[at - 2], run[at - 1])))
            {
                Manner(run[at - 2], run[at - 1]).Add([.. run[start..at].Select(Of)]);
                start = at - 1;
            }
            if (at < run.Count && run[at].Status == MarkStatus.Break)
            {
                Breaks.Add(new((run[at - 1].X + run[at].X) / 2, (run[at - 1].Y!.Value + run[at].Y!.Value) / 2));
            }
        }
        AddLevels(run);
    }

    private List<IReadOnlyList<Spot>> Manner(ChartMark from, ChartMark to) =>
        to.Status == MarkStatus.Forecast ? Dotted
        : IsLevel(from) && IsLevel(to) ? Faint
        : Solid;

    /// <summary>Level strokes; where averages overlap (2000–2002, 2001–2003) each is cut to its own share.</summary>
    private void AddLevels(List<ChartMark> run)
    {
        for (int i = 0; i < run.Count; i++)
        {
            ChartMark mark = run[i];
            if (!IsLevel(mark))
            {
                continue;
            }
            double room = double.PositiveInfinity;
            room = i > 0 ? Math.Min(room, mark.X - run[i - 1].X) : room;
            room = i < run.Count - 1 ? Math.Min(room, run[i + 1].X - mark.X) : room;
            double half = Math.Min((mark.SpanTo!.Value - mark.SpanFrom!.Value) / 2, room * 0.42);
            Levels.Add((mark.X - half, mark.X + half, mark.Y!.Value));
        }
    }

    private void AddMarks(IReadOnlyList<ChartMark> points)
    {
        HashSet<double> inView = [.. Values.Select(value => value.X)];
        List<ChartMark> marks =
        [
            .. points.Where(mark => inView.Contains(mark.X) && mark.Y is double y && double.IsFinite(y) && !IsLevel(mark)),
        ];
        Hollow.AddRange(marks.Where(IsHollow).Select(Of));
        bool sparse = marks.Count <= SparseUpTo;
        foreach (ChartMark mark in marks.Where(mark => !IsHollow(mark)))
        {
            if ((sparse || mark.X == marks[^1].X) && !Filled.Contains(Of(mark)))
            {
                Filled.Add(Of(mark));
            }
        }
        Filled.Sort((a, b) => a.X.CompareTo(b.X));
    }

    private static bool IsLevel(ChartMark mark) => mark.SpanFrom is double from && mark.SpanTo is double to && to > from;

    private static bool IsHollow(ChartMark mark) => mark.Status is MarkStatus.Estimated or MarkStatus.Forecast;

    private static Spot Of(ChartMark mark) => new(mark.X, mark.Y!.Value);
}
