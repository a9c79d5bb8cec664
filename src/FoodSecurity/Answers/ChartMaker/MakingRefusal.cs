namespace FoodSecurity.Answers.ChartMaker;

/// <summary>Why a chart is not drawn: it cannot be read, names what is not known, or contradicts itself or the data.</summary>
public enum RefusalCause
{
    Unreadable,
    Unknown,
    Contradiction,
}

/// <summary>A chart that is not drawn, with the reason and what would work instead.</summary>
/// <param name="Cause">What kind of refusal.</param>
/// <param name="Reason">The reason as a sentence.</param>
public sealed record MakingRefusal(RefusalCause Cause, string Reason)
{
    /// <summary>Charts near to what was asked that can be drawn, nearest first; or nothing.</summary>
    public IReadOnlyList<(string Name, ChartQuestion Question)> Instead { get; init; } = [];
}

/// <summary>Thrown by a step of the making that must refuse; caught in one place, <see cref="ChartMaking"/>.</summary>
public sealed class RefusedException(MakingRefusal refusal) : Exception(refusal.Reason)
{
    public MakingRefusal Refusal { get; } = refusal;

    public static RefusedException Because(string reason, params (string Name, ChartQuestion Question)[] instead) =>
        new(new MakingRefusal(RefusalCause.Contradiction, reason) { Instead = instead });
}
