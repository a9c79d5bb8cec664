using System.CommandLine;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Extraction;
using FoodSecurity.Articles.Intake;
using FoodSecurity.Database;
using FoodSecurity.Observations;

namespace FoodSecurity.Cli.Commands;

/// <summary><c>foodsec article check FILE</c>: what would be proposed of an article; opens no database and saves nothing.</summary>
internal static class ArticleCheckCommand
{
    public const string Nothing =
        "No sentence of this text was understood as saying something of harvests, food or hunger. That is no error: an article may say nothing of it.";

    public static Command Check()
    {
        var source = ArticleSource.Argument();
        var options = new ArticleSource.Options();
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command(
            "check",
            "Show which passages of an article would be proposed, each with the claim it was read as; saves nothing."
        )
        {
            source,
            json,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
            ArticleCommand.Try(() =>
            {
                var seeds = DatabaseLocation.FindFolder("seeds");
                var read = ArticleSource.Read(parsed.GetValue(source)!);
                read = read with { Details = options.Correct(parsed, read.Details) };
                var extraction = ClaimExtraction.Load(seeds, Vocabulary.Load(seeds));
                var proposals = extraction.Propose(read.AsArticleText());
                if (parsed.GetValue(json))
                {
                    Print(read, proposals);
                }
                else
                {
                    Tell(read, proposals);
                }

                if (!extraction.Languages.Contains(read.Details.Language.Split('-')[0], StringComparer.OrdinalIgnoreCase))
                {
                    Console.Error.WriteLine(
                        $"There are no tables for the language \"{read.Details.Language}\"; there are for {string.Join(", ", extraction.Languages)}."
                    );
                }
                else if (proposals.Count == 0)
                {
                    Console.Error.WriteLine(Nothing);
                }
            })
        );
        return command;
    }

    private static void Print(ReceivedArticle read, IReadOnlyList<Proposal> proposals) =>
        Output.Json(
            new
            {
                article = new
                {
                    read.Format,
                    read.Details.Title,
                    read.Details.PublishedOn,
                    read.Details.Outlet,
                    read.Details.Agency,
                    read.Details.Author,
                    read.Details.Dateline,
                    read.Details.Address,
                    read.Details.Language,
                },
                doubts = ArticleSource.Doubts(read, read.Details),
                message = proposals.Count == 0 ? Nothing : null,
                proposals = proposals.Select(p => new
                {
                    p.Exact,
                    p.Prefix,
                    p.Suffix,
                    p.Start,
                    p.End,
                    p.Kind,
                    p.Claim.Area,
                    p.Claim.Indicator,
                    p.Claim.Item,
                    p.Claim.Period,
                    p.Claim.Base,
                    p.Claim.Relation,
                    p.Claim.Quantity,
                    p.Claim.Reached,
                    p.Claim.Against,
                    p.Claim.Times,
                    p.Claim.OfLast,
                    p.Claim.Attribution,
                    p.Claim.Cause,
                    p.Claim.Modality,
                    p.Claim.Facets,
                    checkable = p.Claim.IsCheckable,
                    p.Because,
                    p.NotUnderstood,
                }),
            }
        );

    private static void Tell(ReceivedArticle read, IReadOnlyList<Proposal> proposals)
    {
        var d = read.Details;
        Console.Out.WriteLine(
            $"{(d.Title.Length > 0 ? d.Title : "(no title)")} · {d.PublishedOn ?? "no date"} · {d.Outlet ?? d.Agency ?? "no outlet"} · {d.Language}"
        );
        foreach (var doubt in ArticleSource.Doubts(read, d))
        {
            Console.Error.WriteLine(doubt);
        }

        foreach (var p in proposals)
        {
            var c = p.Claim;
            Console.Out.WriteLine();
            Console.Out.WriteLine($"“{p.Exact}”");
            Console.Out.WriteLine(
                "  "
                    + string.Join(
                        " · ",
                        new[]
                        {
                            p.Kind,
                            c.Area.Length > 0 ? c.Area : "no area",
                            c.Indicator,
                            c.Item,
                            c.Period is { } when ? $"{when.From}–{when.To}" : "no period",
                            c.Relation.ToString().ToLowerInvariant(),
                            c.Quantity?.Text,
                            c.Reached is { Text: var reached } ? "reached " + reached : null,
                            c.Modality == ClaimModality.Plain ? null : c.Modality.ToString().ToLowerInvariant(),
                            c.Attribution is { } who ? "said by " + who.Speaker + (who.IsNamed ? "" : " (not named)") : null,
                        }.Where(t => !string.IsNullOrEmpty(t))
                    )
            );
            if (p.NotUnderstood.Count > 0)
            {
                Console.Out.WriteLine("  not understood: " + string.Join(", ", p.NotUnderstood));
            }
        }
    }
}
