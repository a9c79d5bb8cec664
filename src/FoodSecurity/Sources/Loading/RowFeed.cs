using System.Threading.Channels;
using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Loading;

/// <summary>
/// Reads a file on a thread of its own and hands over its rows in batches, in the file's order, so that reading and writing go on at once.
/// Few batches are ever under way: a slow writer holds the reader back.
/// </summary>
internal sealed class RowFeed : IDisposable
{
    private const int BatchRows = 1024;
    private const int BatchesAhead = 4;

    private readonly Channel<Batch> _full = Channel.CreateBounded<Batch>(
        new BoundedChannelOptions(BatchesAhead)
        {
            SingleReader = true,
            SingleWriter = true,
            AllowSynchronousContinuations = false,
        }
    );
    private readonly Channel<Observation[]> _empty = Channel.CreateUnbounded<Observation[]>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }
    );
    private readonly CancellationTokenSource _end = new();
    private readonly Task _reading;
    private Batch _current;

    public RowFeed(IEnumerable<Observation> rows) =>
        _reading = Task.Factory.StartNew(() => Read(rows), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The next rows; valid until the next call. False at the end.</summary>
    /// <exception cref="Exception">What the reader threw.</exception>
    public bool TryNext(out ReadOnlySpan<Observation> rows)
    {
        while (!_full.Reader.TryRead(out _current))
        {
            // The channel's completion carries the reader's error.
            if (!_full.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                rows = [];
                return false;
            }
        }

        rows = _current.Rows.AsSpan(0, _current.Count);
        return true;
    }

    /// <summary>Gives a batch back to be filled again.</summary>
    public void Return()
    {
        Array.Clear(_current.Rows, 0, _current.Count);
        _empty.Writer.TryWrite(_current.Rows);
    }

    public void Dispose()
    {
        _end.Cancel();
        _reading.Wait();
        _end.Dispose();
    }

    private void Read(IEnumerable<Observation> rows)
    {
        try
        {
            var batch = new Observation[BatchRows];
            var count = 0;
            foreach (var row in rows)
            {
                batch[count++] = row;
                if (count == BatchRows)
                {
                    Send(new Batch(batch, count));
                    batch = _empty.Reader.TryRead(out var used) ? used : new Observation[BatchRows];
                    count = 0;
                }
            }

            if (count > 0)
            {
                Send(new Batch(batch, count));
            }

            _full.Writer.TryComplete();
        }
        catch (Exception wrong)
        {
            _full.Writer.TryComplete(wrong);
        }
    }

    private void Send(Batch batch)
    {
        if (!_full.Writer.TryWrite(batch))
        {
            _full.Writer.WriteAsync(batch, _end.Token).AsTask().GetAwaiter().GetResult();
        }
    }

    private readonly record struct Batch(Observation[] Rows, int Count);
}
