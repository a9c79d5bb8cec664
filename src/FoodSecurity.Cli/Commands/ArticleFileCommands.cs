using System.CommandLine;
using System.Globalization;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Exports;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec article import</c>, <c>replace</c> and <c>correct</c>: excerpts that come back from a file, a corrected text, corrected details. The first two can be tried first.</summary>
internal static class ArticleFileCommands
{
    private const string NothingKept = "This was a trial: nothing is kept.";

    public static Command Import()
    {
        var file = new Argument<string>("FILE")
        {
            Description =
                "Excerpts as \"foodsec article export\" writes them, or Web Annotations of another program: .jsonld, .csv or .xlsx, told by the content.",
        };
        var into = new Option<string?>("--to")
        {
            Description =
                "The article they go to; without it the one that the file names, by slug, text or address. Where none is here it is made, as a draft without a text.",
        };
        var trial = new Option<bool>("--try") { Description = "Say what would become of each; keep nothing." };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command(
            "import",
            "Take excerpts from a file as drafts. What is here already and said otherwise in the file is corrected, and a draft again."
        )
        {
            file,
            into,
            trial,
            json,
        };
        command.SetAction(parsed =>
            ArticleCommand.Try(() =>
            {
                var read = ExcerptFile.Read(File.ReadAllBytes(parsed.GetValue(file)!));
                var done = ArticleDesks.Open(Archive.Open()).Import(read, EditorCommand.Who, parsed.GetValue(into), parsed.GetValue(trial));
                if (parsed.GetValue(json))
                {
                    Output.Json(
                        new
                        {
                            done.Article.Slug,
                            done.IsNew,
                            isTrial = parsed.GetValue(trial),
                            excerpts = done.Excerpts.Select(e => new
                            {
                                e.Number,
                                e.Outcome,
                                e.Why,
                                e.Excerpt.Exact,
                            }),
                        }
                    );
                }
                else
                {
                    Console.Out.WriteLine(done.Article.Slug);
                    foreach (var e in done.Excerpts)
                    {
                        Console.Out.WriteLine(
                            $"  {(e.Number > 0 ? e.Number.ToString(CultureInfo.InvariantCulture) : "–")}  {Say(e.Outcome)}: “{e.Excerpt.Exact}”{(e.Why.Length > 0 ? $": {e.Why}" : "")}"
                        );
                    }
                }

                if (done.IsNew)
                {
                    Console.Error.WriteLine(
                        $"The article was not here: {(parsed.GetValue(trial) ? "it would be made" : "it is made")} as a draft without a text. Give the text with \"foodsec article replace {done.Article.Slug} FILE\"."
                    );
                }

                TellTrial(parsed.GetValue(trial));
            })
        );
        return command;
    }

    public static Command Replace()
    {
        var slug = ArticleCommand.Slug();
        var source = ArticleSource.Argument();
        var trial = new Option<bool>("--try") { Description = "Say which excerpts stay, move, change and become orphaned; keep nothing." };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command(
            "replace",
            "Put a corrected text in the place of the one that is kept, and find every excerpt in it again. Words that differ are drafts again."
        )
        {
            slug,
            source,
            trial,
            json,
        };
        command.SetAction(parsed =>
            ArticleCommand.Try(() =>
            {
                var read = ArticleSource.Read(parsed.GetValue(source)!);
                foreach (
                    var doubt in read.Doubts.Where(d =>
                        d.Contains("encoding", StringComparison.OrdinalIgnoreCase) || d.Contains("UTF-", StringComparison.Ordinal)
                    )
                )
                {
                    Console.Error.WriteLine(doubt);
                }

                var done = ArticleDesks
                    .Open(Archive.Open())
                    .Replace(parsed.GetValue(slug)!, read.Text, EditorCommand.Who, parsed.GetValue(trial));
                if (parsed.GetValue(json))
                {
                    Output.Json(
                        new
                        {
                            done.Article.Slug,
                            isTrial = parsed.GetValue(trial),
                            excerpts = done.Excerpts.Select(e => new
                            {
                                e.Number,
                                e.Anchor,
                                e.State,
                                e.Likeness,
                                e.Was,
                                e.Is,
                                e.Changes,
                            }),
                        }
                    );
                }
                else
                {
                    Tell(done);
                }

                TellTrial(parsed.GetValue(trial));
            })
        );
        return command;
    }

    public static Command Correct()
    {
        var slug = ArticleCommand.Slug();
        var options = new ArticleSource.Options();
        var command = new Command(
            "correct",
            "Correct what is known about an article: its title, date, outlet ... An option with an empty value (\"\") takes the detail out."
        )
        {
            slug,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
            ArticleCommand.Try(() =>
            {
                var desk = ArticleDesks.Open(Archive.Open());
                var article = desk.Find(parsed.GetValue(slug)!) ?? throw new ArticleException($"No article \"{parsed.GetValue(slug)}\".");
                var before = ArticleDetails.Of(article);
                var after = options.Correct(parsed, before);
                if (after == before)
                {
                    throw new ArticleException("Nothing to correct was given: say what, as in --date 2024-02-01.");
                }

                desk.Correct(article.Slug, after, EditorCommand.Who);
                Console.Error.WriteLine($"The details of \"{after.Title}\" are saved.");
            })
        );
        return command;
    }

    private static void Tell(ReplacedText done)
    {
        foreach (var e in done.Excerpts)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {e.Number}  {Say(e)}: “{e.Was}”"));
            if (e.Anchor == AnchorState.Approximate)
            {
                Console.Out.WriteLine($"     now: “{e.Is}”");
                Console.Out.WriteLine(
                    "     "
                        + string.Join(
                            "; ",
                            e.Changes.Select(c =>
                                $"{(c.Was.Length > 0 ? $"“{c.Was}”" : "nothing")} → {(c.Is.Length > 0 ? $"“{c.Is}”" : "nothing")}"
                            )
                        )
                );
            }
        }

        if (done.Excerpts.Count == 0)
        {
            Console.Out.WriteLine("The article has no excerpts.");
        }
    }

    private static string Say(ReanchoredExcerpt e) =>
        e.Anchor switch
        {
            AnchorState.Exact when e.Was == e.Is => "stays",
            AnchorState.Exact => "stays, written otherwise",
            AnchorState.Moved when e.Was == e.Is => "moves",
            AnchorState.Moved => "moves, written otherwise",
            AnchorState.Approximate => WordChange.Weight(e.Changes) switch
            {
                ChangeWeight.Figures => "changes, a figure too, and is a draft again",
                ChangeWeight.Words => "changes and is a draft again",
                _ => "changes in its marks and is a draft again",
            },
            _ => "becomes orphaned",
        };

    private static string Say(ImportOutcome outcome) =>
        outcome switch
        {
            ImportOutcome.Added => "new draft",
            ImportOutcome.Corrected => "corrected, a draft again",
            ImportOutcome.Same => "here already, the same",
            ImportOutcome.Orphaned => "kept as orphaned",
            _ => "not kept",
        };

    private static void TellTrial(bool isTrial)
    {
        if (isTrial)
        {
            Console.Error.WriteLine(NothingKept);
        }
    }
}
