using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Polly;
using Polly.Retry;

namespace FoodSecurity.Fetching;

/// <summary>
/// The one way this program asks the network for a file. Public http and https addresses only, checked at every connection; limited in time, size and redirects; goes on
/// where a cut transfer ended; asks only for what has changed; tries again, politely, what may pass. The file appears whole or not at all.
/// </summary>
public sealed class Download : IDisposable
{
    private readonly DownloadLimits _limits;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;

    public Download(DownloadLimits? limits = null, TimeProvider? time = null)
    {
        _limits = limits ?? new DownloadLimits();
        _time = time ?? TimeProvider.System;
        _http = new HttpMessageInvoker(GuardedConnection.Handler(_limits));
    }

    /// <summary>Fetches one file.</summary>
    /// <param name="request">What, and where to.</param>
    /// <param name="progress">Called with every piece that arrives and before every pause; keep it quick.</param>
    /// <param name="cancel">Stops it; what has arrived is kept for another time.</param>
    /// <exception cref="DownloadException">It cannot be had; says why and what to do.</exception>
    public async Task<DownloadResult> FetchAsync(
        DownloadRequest request,
        Action<DownloadProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        CheckAddress(request.Address, request.Address);
        using var whole = new CancellationTokenSource(_limits.Whole, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, whole.Token);
        using var part = PartFile.Open(request.Target, request.Address);
        var attempt = new Attempt(_http, _limits, _time, request, part, progress);
        try
        {
            return await PersistAsync(attempt, part, either.Token);
        }
        catch (OperationCanceledException) when (whole.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new DownloadException(
                request.Address,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"not whole after {_limits.Whole.TotalMinutes:0.##} minutes ({part.Length:N0} bytes). Another run goes on from there if the server can."
                )
            )
            {
                TookTooLong = true,
            };
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The address as one that may be asked.</summary>
    /// <exception cref="DownloadException">Not an absolute http or https address, or one with a user name in it.</exception>
    internal static Uri CheckAddress(string address, string asked) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            ? throw new DownloadException(
                asked,
                address == asked ? "not an http or https address." : $"leads to {address}, which is not an http or https address."
            )
        : uri.UserInfo.Length > 0 ? throw new DownloadException(asked, "an address with a user name or password in it is not asked.")
        : uri;

    /// <summary>Attempts with growing pauses. An attempt that brought more of the file begins the count anew: a poor link that gets on is not given up on.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "only failures that may pass are caught, and the last one is thrown")]
    private async Task<DownloadResult> PersistAsync(Attempt attempt, PartFile part, CancellationToken cancel)
    {
        while (true)
        {
            var before = part.Length;
            try
            {
                return await Attempts(attempt).ExecuteAsync(async c => await attempt.RunAsync(c), cancel);
            }
            catch (DownloadException cut) when (cut.MayPass && part.Length > before)
            {
                attempt.Tell($"{cut.What} Going on.");
            }
        }
    }

    private ResiliencePipeline Attempts(Attempt attempt) =>
        _limits.Attempts < 2
            ? ResiliencePipeline.Empty
            : new ResiliencePipelineBuilder { TimeProvider = _time }
                .AddRetry(
                    new RetryStrategyOptions
                    {
                        MaxRetryAttempts = _limits.Attempts - 1,
                        BackoffType = DelayBackoffType.Exponential,
                        UseJitter = true,
                        Delay = _limits.FirstPause,
                        MaxDelay = _limits.LongestPause,
                        ShouldHandle = a => ValueTask.FromResult(a.Outcome.Exception is DownloadException { MayPass: true }),
                        DelayGenerator = a => ValueTask.FromResult((a.Outcome.Exception as DownloadException)?.RetryAfter),
                        OnRetry = a =>
                        {
                            attempt.Tell(
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"{(a.Outcome.Exception as DownloadException)?.What} Again in {Math.Ceiling(a.RetryDelay.TotalSeconds):0} s."
                                )
                            );
                            return default;
                        },
                    }
                )
                .Build();
}
