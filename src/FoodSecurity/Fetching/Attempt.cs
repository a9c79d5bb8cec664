using System.Globalization;
using System.Net;
using System.Reflection;

namespace FoodSecurity.Fetching;

/// <summary>One request for a file, or for the rest of one, through its redirects, streamed into the part.</summary>
internal sealed class Attempt(
    HttpMessageInvoker http,
    DownloadLimits limits,
    TimeProvider time,
    DownloadRequest request,
    PartFile part,
    Action<DownloadProgress>? progress
)
{
    private static readonly string Agent =
        "FoodSecurity/"
        + typeof(Attempt).Assembly.GetName().Version?.ToString(3)
        + " ("
        + typeof(Attempt).Assembly.GetCustomAttribute<AssemblyProductAttribute>()?.Product
        + "; a dashboard that keeps public data)";

    private readonly long _began = time.GetTimestamp();
    private readonly long _heldBefore = part.Length;

    /// <exception cref="DownloadException">It failed; <see cref="DownloadException.MayPass"/> says whether another attempt may help.</exception>
    public async Task<DownloadResult> RunAsync(CancellationToken whole)
    {
        using var stall = new CancellationTokenSource(limits.Stall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(whole, stall.Token);
        try
        {
            var held = part.Length;
            using var answer = await AskAsync(Download.CheckAddress(request.Address, request.Address), either.Token);
            stall.CancelAfter(limits.Stall);
            if (answer.StatusCode == HttpStatusCode.NotModified && HasCondition)
            {
                return new DownloadResult
                {
                    Unchanged = true,
                    ETag = request.ETag,
                    LastModified = request.LastModified,
                    FinalAddress = answer.RequestMessage!.RequestUri!.ToString(),
                };
            }

            var total = Prepare(answer);
            await ReceiveAsync(answer, total, stall, either.Token);
            var stamp = part.Stamp!;
            var size = part.Length;
            return new DownloadResult
            {
                Path = request.Target,
                Size = size,
                Sha256 = part.Finish(),
                ETag = stamp.ETag,
                LastModified = stamp.LastModified,
                FinalAddress = answer.RequestMessage!.RequestUri!.ToString(),
                ContentType = Answered.Header(answer, "Content-Type"),
                Resumed = answer.StatusCode == HttpStatusCode.PartialContent ? held : 0,
            };
        }
        catch (OperationCanceledException) when (stall.IsCancellationRequested && !whole.IsCancellationRequested)
        {
            throw new DownloadException(
                request.Address,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"not a byte for {limits.Stall.TotalSeconds:0.##} s ({part.Length:N0} bytes so far). The server or the link hangs."
                )
            )
            {
                MayPass = true,
            };
        }
        catch (OperationCanceledException late) when (!whole.IsCancellationRequested)
        {
            throw new DownloadException(
                request.Address,
                string.Create(CultureInfo.InvariantCulture, $"no connection within {limits.Connect.TotalSeconds:0.##} s."),
                inner: late
            )
            {
                MayPass = true,
            };
        }
        catch (Exception cut) when (cut is HttpRequestException or HttpIOException or PrivateAddressException)
        {
            throw Answered.Failure(request.Address, cut, part.Length);
        }
        catch (InvalidDataException wrong)
        {
            throw new DownloadException(request.Address, "it says that it is packed and cannot be unpacked.", inner: wrong);
        }
    }

    /// <summary>Tells the caller of a pause or a new beginning.</summary>
    public void Tell(string why) => progress?.Invoke(At(part.Stamp?.Total) with { Waiting = why });

    private bool HasCondition => part.Stamp is null && (request.ETag is not null || request.LastModified is not null);

    private async Task<HttpResponseMessage> AskAsync(Uri address, CancellationToken cancel)
    {
        for (var redirects = 0; ; redirects++)
        {
            await GuardedConnection.CheckAsync(address, limits, cancel);
            using var message = Ask(address);
            var answer = await http.SendAsync(message, cancel);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location)
            {
                return answer;
            }

            answer.Dispose();
            if (redirects == limits.MostRedirects)
            {
                throw new DownloadException(
                    request.Address,
                    string.Create(CultureInfo.InvariantCulture, $"more than {limits.MostRedirects} redirects, the last one to {location}.")
                );
            }

            var next = Download.CheckAddress(new Uri(address, location).ToString(), request.Address);
            if (address.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
            {
                throw new DownloadException(request.Address, $"leads from a secure connection to an open one, {next}.");
            }

            address = next;
        }
    }

    private HttpRequestMessage Ask(Uri address)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.TryAddWithoutValidation("User-Agent", Agent);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", request.MayBePacked ? "gzip, br" : "identity");
        if (part.Stamp?.Validator is { } validator && part.Length > 0)
        {
            message.Headers.TryAddWithoutValidation("Range", string.Create(CultureInfo.InvariantCulture, $"bytes={part.Length}-"));
            message.Headers.TryAddWithoutValidation("If-Range", validator);
        }
        else if (HasCondition)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        }

        return message;
    }

    /// <summary>Readies the part for what the answer brings, the whole file or the rest; answers the size of the whole where it is stated.</summary>
    private long? Prepare(HttpResponseMessage answer)
    {
        var body = answer.Content.Headers;
        if (
            answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable
            || (answer.StatusCode == HttpStatusCode.PartialContent && !GoesOn(answer))
        )
        {
            part.Discard();
            throw new DownloadException(request.Address, "the file has changed since the first part of it was fetched; it is fetched anew.")
            {
                MayPass = true,
                RetryAfter = TimeSpan.Zero,
            };
        }

        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
        {
            throw Answered.Refusal(request.Address, answer, time.GetUtcNow(), limits.LongestPause);
        }

        var isPacked = PackedStream.IsPacked(answer);
        if (isPacked && !(request.MayBePacked && PackedStream.CanUnpack(answer)))
        {
            throw new DownloadException(
                request.Address,
                $"comes packed as {string.Join(", ", body.ContentEncoding)} though asked for as it is; its size and hash could not be told."
            );
        }

        var total = answer.StatusCode == HttpStatusCode.OK ? body.ContentLength : body.ContentRange?.Length ?? part.Stamp?.Total;
        if (total > limits.MostBytes)
        {
            part.Discard();
            throw TooLarge(total.Value);
        }

        if (answer.StatusCode == HttpStatusCode.OK)
        {
            // Of what was packed on the way no rest can be asked for, and no size is known.
            part.Begin(
                isPacked
                    ? new PartStamp(request.Address, null, null, null)
                    : new PartStamp(request.Address, Answered.Header(answer, "ETag"), Answered.Header(answer, "Last-Modified"), total)
            );
        }

        return isPacked ? null : total;
    }

    /// <summary>True where a partial answer is the rest of just the file whose beginning is held.</summary>
    private bool GoesOn(HttpResponseMessage answer) =>
        part.Stamp is { } stamp
        && answer.Content.Headers.ContentRange is { From: { } from } range
        && from == part.Length
        && (range.Length is null || stamp.Total is null || range.Length == stamp.Total)
        && (Answered.Header(answer, "ETag") is not { } tag || stamp.ETag is null || tag == stamp.ETag);

    private async Task ReceiveAsync(HttpResponseMessage answer, long? total, CancellationTokenSource stall, CancellationToken cancel)
    {
        await using var body = PackedStream.Unpacked(answer, await answer.Content.ReadAsStreamAsync(cancel));
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await ReadAsync(body, buffer, cancel)) > 0)
        {
            stall.CancelAfter(limits.Stall);
            if (part.Length + read > limits.MostBytes)
            {
                part.Discard();
                throw TooLarge(null);
            }

            await part.WriteAsync(buffer.AsMemory(0, read), cancel);
            progress?.Invoke(At(total));
        }

        if (total is { } promised && part.Length != promised)
        {
            throw new DownloadException(
                request.Address,
                string.Create(CultureInfo.InvariantCulture, $"the server promised {promised:N0} bytes and sent {part.Length:N0}.")
            )
            {
                MayPass = part.Length < promised,
            };
        }
    }

    /// <summary>Reads from the network; a failure here is a cut, one in writing to the disk is not.</summary>
    private static async ValueTask<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancel)
    {
        try
        {
            return await body.ReadAsync(buffer, cancel);
        }
        catch (IOException cut) when (cut is not HttpIOException)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, cut.Message, cut);
        }
        catch (InvalidOperationException wrong) when (body is System.IO.Compression.BrotliStream)
        {
            // What other packings call by its name.
            throw new InvalidDataException(wrong.Message, wrong);
        }
    }

    private DownloadException TooLarge(long? size) =>
        new(
            request.Address,
            size is { } bytes
                ? string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes, more than the {limits.MostBytes:N0} that are allowed.")
                : string.Create(CultureInfo.InvariantCulture, $"sends more than the {limits.MostBytes:N0} bytes that are allowed.")
        );

    private DownloadProgress At(long? total)
    {
        var seconds = Math.Max(0.001, time.GetElapsedTime(_began).TotalSeconds);
        var speed = Math.Max(0, part.Length - _heldBefore) / seconds;
        TimeSpan? left =
            total is { } all && speed > 0 && seconds > 0.5 ? TimeSpan.FromSeconds(Math.Max(0, all - part.Length) / speed) : null;
        return new DownloadProgress(request.Address, part.Length, total, speed, left);
    }
}
