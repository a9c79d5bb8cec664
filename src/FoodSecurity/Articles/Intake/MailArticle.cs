using System.Globalization;
using MimeKit;

namespace FoodSecurity.Articles.Intake;

/// <summary>An article that came as a mail (RFC 5322, .eml): its text part, else its HTML part; subject, sender and date as its headers have them.</summary>
internal static class MailArticle
{
    private const int Deepest = 32;

    /// <exception cref="IntakeException">No mail, or one without text.</exception>
    public static ReceivedArticle Read(byte[] bytes)
    {
        TextDecoding.Prepare();
        MimeMessage mail;
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            mail = MimeMessage.Load(new ParserOptions { MaxMimeDepth = Deepest }, stream);
        }
        catch (FormatException wrong)
        {
            throw new IntakeException($"The mail cannot be read: {wrong.Message.TrimEnd('.')}. Paste its text instead.");
        }

        var doubts = new List<string>();
        var parts = mail.BodyParts.OfType<TextPart>().Where(p => !p.IsAttachment).ToList();
        var page = parts.FirstOrDefault(p => p.IsHtml) is { } html ? HtmlArticle.Read(Text(html, doubts), null) : null;
        var plain = parts.FirstOrDefault(p => p.IsPlain) is { } said ? Text(said, doubts).Trim() : "";
        if (plain.Length == 0 && page is null)
        {
            throw new IntakeException("The mail holds no text.");
        }

        var left = mail.BodyParts.Count(p => p.IsAttachment);
        if (left > 0)
        {
            doubts.Add(string.Create(CultureInfo.InvariantCulture, $"{left} attachments of the mail were left out."));
        }

        var sender = mail.From.Mailboxes.FirstOrDefault();
        return new ReceivedArticle(
            plain.Length > 0 ? plain : page!.Text,
            new ArticleDetails
            {
                Title = mail.Subject?.Trim() ?? "",
                Author = sender?.Name is { Length: > 0 } name ? name : sender?.Address,
                PublishedOn = mail.Headers.Contains(HeaderId.Date) ? mail.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                Outlet = sender?.Domain is { Length: > 0 } domain ? domain : null,
                Language = HtmlDetails.Language(mail.Headers["Content-Language"]) ?? "",
            },
            "mail",
            doubts
        );
    }

    /// <summary>The text of a part by the charset it declares; never with letters replaced in silence.</summary>
    private static string Text(TextPart part, List<string> doubts)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        if (bytes.Length == 0)
        {
            return "";
        }

        var (text, doubt) = TextDecoding.Decode(bytes.ToArray(), part.ContentType.Charset);
        if (doubt is not null)
        {
            doubts.Add(doubt);
        }

        return text;
    }
}
