using System.CommandLine;
using System.Globalization;
using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Articles;
using FoodSecurity.Exports;
using Spectre.Console;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec article add|list|check|approve|export|import|replace|correct|remove</c>: articles, their excerpts and claims, from a shell.</summary>
internal static class ArticleCommand
{
    public static Command Create() =>
        new("article", "Articles: add one, see what was read of it, approve its excerpts, export them as annotations.")
        {
            Add(),
            List(),
            ArticleCheckCommand.Check(),
            Approve(),
            Export(),
            ArticleFileCommands.Import(),
            ArticleFileCommands.Replace(),
            ArticleFileCommands.Correct(),
            Remove(),
        };

    /// <summary>Runs what an article may refuse: 2 where what was given cannot be read, 1 where it is not there or not allowed.</summary>
    public static int Try(Action change)
    {
        try
        {
            change();
            return ExitCodes.Fine;
        }
        catch (IntakeException unreadable)
        {
            Console.Error.WriteLine(unreadable.Message);
            return ExitCodes.Data;
        }
        catch (ArticleException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return ExitCodes.NotFound;
        }
    }

    public static Argument<string> Slug() =>
        new("SLUG") { Description = "The article's name in addresses, as \"foodsec article list\" shows it." };

    private static Command Add()
    {
        var source = ArticleSource.Argument();
        var options = new ArticleSource.Options();
        var second = new Option<bool>("--second-approval")
        {
            Description = "Each excerpt needs the approval of another person than its editor.",
        };
        var alike = new Option<bool>("--even-if-alike") { Description = "Add it although one nearly like it is here." };
        var command = new Command(
            "add",
            "Add an article as a draft, with the excerpts that are proposed. Readers see nothing of it until they are approved."
        )
        {
            source,
            second,
            alike,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
            Try(() =>
            {
                var archive = Archive.Open();
                var desk = ArticleDesks.Open(archive);
                var read = ArticleSource.Read(parsed.GetValue(source)!);
                var details = options.Correct(parsed, read.Details) with { NeedsSecondApproval = parsed.GetValue(second) };
                if (string.IsNullOrWhiteSpace(details.Title))
                {
                    throw new ArticleException("No title was recognised, and an article needs one: give it with --title.");
                }

                var article = desk.Add(read.Text, details, EditorCommand.Who, parsed.GetValue(alike));
                using var reading = new ArticleReading(archive);
                var saved = desk.Save(article.Slug, reading.Propose(article, read.Text), EditorCommand.Who);
                foreach (
                    var told in ArticleSource
                        .Doubts(read, details)
                        .Concat(saved.Refused.Select(r => $"Not kept: \"{r.Proposal.Exact}\": {r.Why}."))
                )
                {
                    Console.Error.WriteLine(told);
                }

                Console.Error.WriteLine(
                    saved.Added.Count == 0 ? ArticleCheckCommand.Nothing
                    : saved.Added.Count == 1 ? "One excerpt is proposed as a draft."
                    : string.Create(CultureInfo.InvariantCulture, $"{saved.Added.Count} excerpts are proposed as drafts.")
                );
                Console.Out.WriteLine(article.Slug);
            })
        );
        return command;
    }

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command("list", "List the articles, drafts too.") { json };
        command.SetAction(parsed =>
        {
            var all = ArticleDesks.Open(Archive.Open()).All();
            if (parsed.GetValue(json))
            {
                Output.Json(
                    all.Select(a => new
                    {
                        a.Slug,
                        a.Title,
                        a.PublishedOn,
                        a.Outlet,
                        a.Language,
                        a.State,
                        a.AddedBy,
                        a.AddedAt,
                        excerpts = a.Excerpts.Select(e => new
                        {
                            e.Number,
                            e.State,
                            e.Anchor,
                            e.Kind,
                            e.Exact,
                            e.Target.Area,
                        }),
                    })
                );
                return ExitCodes.Fine;
            }

            var table = new Table().AddColumns("article", "published", "state", "excerpts", "approved", "title");
            foreach (var a in all)
            {
                table.AddRow(
                    new[]
                    {
                        a.Slug,
                        a.PublishedOn,
                        a.State.ToString().ToLowerInvariant(),
                        a.Excerpts.Count.ToString(CultureInfo.InvariantCulture),
                        a.Excerpts.Count(e => e.State == ExcerptState.Approved).ToString(CultureInfo.InvariantCulture),
                        a.Title,
                    }
                        .Select(Output.Plain)
                        .ToArray()
                );
            }

            Output.Print(table);
            return ExitCodes.Fine;
        });
        return command;
    }

    private static Command Approve()
    {
        var slug = Slug();
        var numbers = new Argument<int[]>("NUMBER") { Description = "Excerpts to approve.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all")
        {
            Description = "All drafts, but those whose words a corrected text changed: these are approved by number.",
        };
        var publish = new Option<bool>("--publish")
        {
            Description = "Publish the article then; without a number and --all, with what is approved already.",
        };
        var command = new Command(
            "approve",
            "Approve excerpts as they stand, by number or with --all, and publish the article with --publish."
        )
        {
            slug,
            numbers,
            all,
            publish,
        };
        command.SetAction(parsed =>
            Try(() =>
            {
                var desk = ArticleDesks.Open(Archive.Open());
                var article = desk.Find(parsed.GetValue(slug)!) ?? throw new ArticleException($"No article \"{parsed.GetValue(slug)}\".");
                var drafts = article.Excerpts.Where(e => e.State == ExcerptState.Draft).ToList();
                int[] named = parsed.GetValue(numbers) ?? [],
                    wanted =

                    [
                        .. parsed.GetValue(all)
                            ? drafts.Where(e => e.Anchor != AnchorState.Approximate).Select(e => e.Number).Except(named)
                            : [],
                        .. named,
                    ];
                if (named.Length == 0 && !parsed.GetValue(all) && !parsed.GetValue(publish))
                {
                    throw new ArticleException(
                        drafts.Count == 0
                            ? "No excerpt of it is a draft: there is nothing to approve."
                            : $"""
                            Say which excerpts, by number, or --all. Drafts are:
                            {string.Join(Environment.NewLine, drafts.Select(e => $"  {e.Number}  “{e.Exact}”"))}
                            """
                    );
                }

                var refused = Each(wanted, number =>
                {
                    desk.Approve(article.Slug, number, EditorCommand.Who);
                    Console.Error.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Excerpt {number} is approved: “{article.Excerpts.First(e => e.Number == number).Exact}”"
                        )
                    );
                });
                foreach (
                    var changed in parsed.GetValue(all)
                        ? drafts.Where(e => e.Anchor == AnchorState.Approximate && !named.Contains(e.Number))
                        : []
                )
                {
                    refused++;
                    Console.Error.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Excerpt {changed.Number} is not approved: a corrected text changed its words. Compare them and approve it by its number: “{changed.Exact}”"
                        )
                    );
                }

                if (parsed.GetValue(publish))
                {
                    desk.Publish(article.Slug, EditorCommand.Who);
                    Console.Error.WriteLine(
                        refused > 0
                            ? $"\"{article.Title}\" is published with the excerpts that are approved; those named above are not."
                            : $"\"{article.Title}\" is published."
                    );
                }
                else if (refused > 0)
                {
                    throw new ArticleException("Not all of it was approved.");
                }
            })
        );
        return command;
    }

    /// <summary>Does each; what is refused is told and counted.</summary>
    private static int Each(IEnumerable<int> numbers, Action<int> change)
    {
        var refused = 0;
        foreach (var number in numbers)
        {
            try
            {
                change(number);
            }
            catch (ArticleException why)
            {
                refused++;
                Console.Error.WriteLine(why.Message);
            }
        }

        return refused;
    }

    private static Command Export()
    {
        var slug = Slug();
        var format = new Option<string>("--format")
        {
            Description = "jsonld (W3C Web Annotation), csv or xlsx.",
            DefaultValueFactory = _ => "jsonld",
        };
        format.AcceptOnlyFromAmong("jsonld", "csv", "xlsx");
        var output = new Option<string?>("--out", "-o") { Description = "File to write; without it the text goes to standard output." };
        var host = new Option<string>("--host")
        {
            Description = "Where your site stands: the links in the file begin with it.",
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var drafts = new Option<bool>("--drafts")
        {
            Description =
                "For colleagues at a desk of their own: all its excerpts, drafts and orphaned ones too, also of an article that is not published.",
        };
        var command = new Command("export", "Export the approved excerpts of a published article; never its text.")
        {
            slug,
            format,
            output,
            host,
            drafts,
        };
        command.SetAction(parsed =>
            Try(() =>
            {
                var archive = Archive.Open();
                using var connection = archive.Read();
                var article = parsed.GetValue(drafts)
                    ? ArticleDesks.Open(archive).Find(parsed.GetValue(slug)!)
                        ?? throw new ArticleException($"No article \"{parsed.GetValue(slug)}\".")
                    : ArticleStore.Find(connection, parsed.GetValue(slug)!)
                        ?? throw new ArticleException(
                            $"No article \"{parsed.GetValue(slug)}\" is published. Of a draft --drafts exports what is there."
                        );
                var site = parsed.GetValue(host)!.TrimEnd('/');
                var bytes = parsed.GetValue(format) switch
                {
                    "csv" => Encoding.UTF8.GetBytes(AnnotationTable.Csv(article, site)),
                    "xlsx" => AnnotationTable.Xlsx(article, site),
                    _ => Encoding.UTF8.GetBytes(AnnotationJsonLd.Collection(article, site)),
                };
                if (parsed.GetValue(output) is { } path)
                {
                    File.WriteAllBytes(path, bytes);
                    Console.Error.WriteLine($"{path}: {article.Excerpts.Count} {(article.Excerpts.Count == 1 ? "excerpt" : "excerpts")}.");
                }
                else if (parsed.GetValue(format) == "xlsx")
                {
                    throw new ArticleException("A workbook goes to a file: name it with --out FILE.xlsx.");
                }
                else
                {
                    Console.Out.Write(Encoding.UTF8.GetString(bytes));
                }
            })
        );
        return command;
    }

    private static Command Remove()
    {
        var slug = Slug();
        var because = new Option<string>("--because") { Description = "Why; kept in the book of changes.", Required = true };
        var command = new Command("remove", "Remove an article with everything derived from it: text, excerpts, claims, their history.")
        {
            slug,
            because,
        };
        command.SetAction(parsed =>
            Try(() =>
            {
                ArticleDesks.Open(Archive.Open()).Remove(parsed.GetValue(slug)!, EditorCommand.Who, parsed.GetValue(because)!);
                Console.Error.WriteLine($"{parsed.GetValue(slug)} is removed.");
            })
        );
        return command;
    }
}
