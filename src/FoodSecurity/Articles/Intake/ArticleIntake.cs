using System.Globalization;
using FoodSecurity.Fetching;

namespace FoodSecurity.Articles.Intake;

/// <summary>
/// Reads what somebody gives as an article: text, HTML, Markdown, PDF with text, mail, or a web address. Recognises the kind by the content, and title, outlet, author,
/// date, dateline, language and address where they are stated. Keeps nothing.
/// </summary>
public static class ArticleIntake
{
    public const int MostBytes = 10_000_000;

    /// <summary>How far a page may go that is asked for: ten megabytes, a minute, five redirects, none of them to a private network; through the proxy of the environment.</summary>
    public static readonly DownloadLimits Limits = DownloadLimits.OfEnvironment() with
    {
        MostBytes = MostBytes,
        Whole = TimeSpan.FromSeconds(60),
        Stall = TimeSpan.FromSeconds(20),
        Connect = TimeSpan.FromSeconds(15),
        Attempts = 2,
        LongestPause = TimeSpan.FromSeconds(10),
    };

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">Its content.</param>
    /// <param name="name">Its name; only ".md" and ".markdown" tell what the content does not.</param>
    /// <param name="contentType">The media type stated beside it, with its charset; null where none is.</param>
    /// <param name="address">Where it stands on the web; null where it was given as a file.</param>
    /// <param name="today">What counts as the future; null: the machine's day.</param>
    /// <exception cref="IntakeException">Empty, binary, too large, wrongly encoded, hostile, or without text.</exception>
    public static ReceivedArticle Read(
        byte[] bytes,
        string? name = null,
        string? contentType = null,
        string? address = null,
        DateOnly? today = null
    )
    {
        if (bytes.Length > MostBytes)
        {
            throw new IntakeException(
                string.Create(CultureInfo.InvariantCulture, $"The file has {bytes.Length:N0} bytes; an article has at most {MostBytes:N0}.")
            );
        }

        if (bytes.Length == 0)
        {
            throw new IntakeException("The file is empty.");
        }

        if (FileSigns.IsPdf(bytes))
        {
            return Finished(PdfArticle.Read(bytes), address, today);
        }

        if (FileSigns.Refused(bytes) is { } what)
        {
            throw new IntakeException($"This is {what}.");
        }

        var head = System.Text.Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 8_192));
        if (FileSigns.IsMail(head))
        {
            return Finished(MailArticle.Read(bytes), address, today);
        }

        var (text, doubt) = TextDecoding.Decode(bytes, Charset(contentType));
        var isMarkdown =
            name is not null
                && (
                    name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
                    || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)
                )
            || contentType?.StartsWith("text/markdown", StringComparison.OrdinalIgnoreCase) == true;
        var read =
            string.IsNullOrWhiteSpace(text) ? throw new IntakeException("The file is empty.")
            : isMarkdown ? MarkdownArticle.Read(text)
            : FileSigns.IsHtml(text) || contentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true
                ? HtmlArticle.Read(text, address)
            : new ReceivedArticle(text, new ArticleDetails { Language = "" }, "text", []);
        return Finished(doubt is null ? read : read with { Doubts = [doubt, .. read.Doubts] }, address, today);
    }

    /// <summary>Reads what was pasted: text, or the source of a page.</summary>
    /// <exception cref="IntakeException">Empty, too large, hostile, or without text.</exception>
    public static ReceivedArticle ReadPasted(string pasted, DateOnly? today = null)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(pasted) > MostBytes)
        {
            throw new IntakeException(
                string.Create(CultureInfo.InvariantCulture, $"The text is too long; an article has at most {MostBytes:N0} bytes.")
            );
        }

        return string.IsNullOrWhiteSpace(pasted)
            ? throw new IntakeException("The text is empty.")
            : Finished(
                FileSigns.IsHtml(pasted)
                    ? HtmlArticle.Read(pasted, null)
                    : new ReceivedArticle(pasted, new ArticleDetails { Language = "" }, "text", []),
                null,
                today
            );
    }

    /// <summary>Fetches and reads a web page, through the one guarded downloader.</summary>
    /// <param name="download">Made with <see cref="Limits"/>.</param>
    /// <param name="address">An http or https address of the public internet.</param>
    /// <param name="today">The day of retrieval; null: the machine's day.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="IntakeException">It cannot be had or is no article; says why and what to do.</exception>
    public static async Task<ReceivedArticle> FetchAsync(
        Download download,
        string address,
        DateOnly? today = null,
        CancellationToken cancel = default
    )
    {
        var folder = Directory.CreateTempSubdirectory("foodsec-article-").FullName;
        try
        {
            var got = await download.FetchAsync(
                new DownloadRequest(address.Trim(), Path.Combine(folder, "page")) { MayBePacked = true },
                cancel: cancel
            );
            var read = Read(
                await File.ReadAllBytesAsync(got.Path, cancel),
                contentType: got.ContentType,
                address: got.FinalAddress,
                today: today
            );
            return read with
            {
                Details = read.Details with
                {
                    RetrievedOn = (today ?? DateOnly.FromDateTime(DateTime.UtcNow)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                },
            };
        }
        catch (DownloadException wrong)
        {
            throw new IntakeException(
                wrong.Status switch
                {
                    401 or 402 or 403 =>
                        $"{address}: the server gives the page to nobody without an account, or not to programs. Copy the text from the page and paste it.",
                    404 or 410 => $"{address}: there is no such page, or no longer.",
                    >= 400 =>
                        $"{address}: the server answers {wrong.Status}. Ask again later, or copy the text from the page and paste it.",
                    _ when wrong.TookTooLong =>
                        $"{address}: the page was not there in time, the server or the link is too slow. Ask again later, or copy the text from the page and paste it.",
                    _ => wrong.Message,
                }
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Charset(string? contentType) =>
        contentType
            ?.Split(';')
            .Select(p => p.Trim())
            .Where(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
            .Select(p => p[8..].Trim('"', '\'', ' '))
            .FirstOrDefault(c => c.Length > 0);

    /// <summary>Cleans the text, fills in what its opening and letters tell, and takes out what cannot be.</summary>
    private static ReceivedArticle Finished(ReceivedArticle read, string? address, DateOnly? today)
    {
        var text = CleanText.Of(read.Text);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new IntakeException("It holds no text.");
        }

        var doubts = read.Doubts.ToList();
        var (place, agency, written) = Opening.Dateline(text);
        var known = read.Details with
        {
            Title = read.Details.Title.Length > 0 ? read.Details.Title : Opening.Title(text) ?? "",
            Dateline = read.Details.Dateline ?? place,
            Agency = read.Details.Agency ?? agency,
            PublishedOn = read.Details.PublishedOn ?? written,
            Address = CanonicalAddress.Of(read.Details.Address) is null ? address : read.Details.Address,
            Language = read.Details.Language.Length > 0 ? read.Details.Language : LanguageGuess.Of(text),
        };
        if (
            known.PublishedOn is { } day
            && string.CompareOrdinal(
                day,
                (today ?? DateOnly.FromDateTime(DateTime.UtcNow)).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ) > 0
        )
        {
            doubts.Add($"It states a date of publication in the future ({day}); the date was left open.");
            known = known with { PublishedOn = null };
        }

        if (known.Title.Length == 0)
        {
            doubts.Add("No title was recognised.");
        }

        if (known.PublishedOn is null)
        {
            doubts.Add("No date of publication was recognised: without it \"last year\" and its like stay open.");
        }

        return read with
        {
            Text = text,
            Details = known,
            Doubts = doubts,
        };
    }
}
