namespace FoodSecurity.Tests.Fetching;

/// <summary>
/// A clock that stands still until told. Timers fire when it is put forward; pauses of up to <see cref="PassAtOnce"/> pass at once and are noted, so that no test waits.
/// </summary>
internal sealed class TestTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TestTimer> _timers = [];

    public DateTimeOffset Now { get; set; } = new(2026, 5, 3, 8, 0, 0, TimeSpan.Zero);

    public TimeSpan PassAtOnce { get; init; } = TimeSpan.Zero;

    /// <summary>The pauses that passed at once, in order.</summary>
    public List<TimeSpan> Paused { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public void Advance(TimeSpan by)
    {
        List<TestTimer> due;
        lock (_lock)
        {
            Now += by;
            due = [.. _timers.Where(t => t.At <= Now)];
        }

        due.ForEach(t => t.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class TestTimer(TestTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    return true;
                }

                if (dueTime > time.PassAtOnce)
                {
                    At = time.Now + dueTime;
                    time._timers.Add(this);
                    return true;
                }

                time.Paused.Add(dueTime);
            }

            ThreadPool.QueueUserWorkItem(_ => callback(state));
            return true;
        }

        public void Fire()
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
            }

            callback(state);
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
