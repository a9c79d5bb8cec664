using System.CommandLine;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Intake;
using FoodSecurity.Fetching;

namespace FoodSecurity.Cli.Commands;

/// <summary>Where an article comes from at a shell: a file, standard input or a web address; and the options that correct what it states of itself.</summary>
internal static class ArticleSource
{
    public static Argument<string> Argument() =>
        new("FILE") { Description = "Text, HTML, Markdown, PDF with text or mail (.eml); an http or https address; - for standard input." };

    /// <exception cref="ArticleException">It cannot be read as an article.</exception>
    public static ReceivedArticle Read(string source)
    {
        // Whatever is written as an address is one: the download says of ftp: and file: that they are not asked.
        if (source.Contains("://", StringComparison.Ordinal))
        {
            using var download = new Download(ArticleIntake.Limits);
            return ArticleIntake.FetchAsync(download, source).GetAwaiter().GetResult();
        }

        if (source == "-")
        {
            using var input = Console.OpenStandardInput();
            return ArticleReading.File(Bytes(input), "standard input", null);
        }

        using var file = File.OpenRead(source);
        return ArticleReading.File(Bytes(file), Path.GetFileName(source), null);
    }

    /// <summary>What is doubtful of an article, without what somebody has said since.</summary>
    public static IEnumerable<string> Doubts(ReceivedArticle read, ArticleDetails said) =>
        read.Doubts.Where(d =>
            !(said.PublishedOn is not null && d.StartsWith("No date", StringComparison.Ordinal))
            && !(said.Title.Length > 0 && d.StartsWith("No title", StringComparison.Ordinal))
        );

    /// <summary>All of it, or one byte more than is allowed: then it is refused without having been held whole.</summary>
    private static byte[] Bytes(Stream stream)
    {
        var held = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while (held.Length <= ArticleIntake.MostBytes && (read = stream.Read(buffer)) > 0)
        {
            held.Write(buffer, 0, read);
        }

        return held.ToArray();
    }

    /// <summary>What a person knows better than the file.</summary>
    public sealed class Options
    {
        private readonly Option<string?> _title = new("--title") { Description = "Its title." };
        private readonly Option<string?> _date = new("--date") { Description = "Day of publication, yyyy-MM-dd." };
        private readonly Option<string?> _outlet = new("--outlet") { Description = "Where it was published." };
        private readonly Option<string?> _agency = new("--agency") { Description = "The agency whose report it passes on." };
        private readonly Option<string?> _author = new("--author") { Description = "Who wrote it." };
        private readonly Option<string?> _dateline = new("--dateline") { Description = "Where it was written." };
        private readonly Option<string?> _address = new("--address") { Description = "Its web address." };
        private readonly Option<string?> _language = new("--language") { Description = "Its language: en, fr, ko." };
        private readonly Option<string?> _rights = new("--rights") { Description = "Under what right it is quoted." };

        public void AddTo(Command command)
        {
            foreach (var option in new[] { _title, _date, _outlet, _agency, _author, _dateline, _address, _language, _rights })
            {
                command.Add(option);
            }
        }

        public ArticleDetails Correct(ParseResult parsed, ArticleDetails read) =>
            read with
            {
                Title = parsed.GetValue(_title) ?? read.Title,
                PublishedOn = parsed.GetValue(_date) ?? read.PublishedOn,
                Outlet = parsed.GetValue(_outlet) ?? read.Outlet,
                Agency = parsed.GetValue(_agency) ?? read.Agency,
                Author = parsed.GetValue(_author) ?? read.Author,
                Dateline = parsed.GetValue(_dateline) ?? read.Dateline,
                Address = parsed.GetValue(_address) ?? read.Address,
                Language = parsed.GetValue(_language) ?? read.Language,
                Rights = parsed.GetValue(_rights) ?? read.Rights,
            };
    }
}
