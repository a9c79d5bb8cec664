using System.Globalization;
using System.Text.Json.Nodes;
using FoodSecurity.Articles;
using FoodSecurity.Claims;

namespace FoodSecurity.Answers.FactCheck;

/// <summary>Findings as JSON: of the file beside an article's page, and the ClaimReview of what a person has approved.</summary>
public static class FindingsJson
{
    /// <summary>An article with its claims, findings and verdicts; the text itself is never part of it.</summary>
    public static JsonObject Of(
        Archive archive,
        Article article,
        IReadOnlyList<ExcerptFindings> findings,
        ErrorChoice choice,
        string? asOf,
        IReadOnlyList<FindingChange> changes
    ) =>
        new()
        {
            ["slug"] = article.Slug,
            ["title"] = article.Title,
            ["published"] = article.PublishedOn,
            ["outlet"] = article.Outlet,
            ["author"] = article.Author,
            ["agency"] = article.Agency,
            ["address"] = article.Address,
            ["language"] = article.Language,
            ["data_version"] = archive.Version(),
            ["as_of"] = asOf,
            ["assumptions"] = new JsonObject
            {
                ["note"] = archive.Texts["article.assumption"],
                ["u"] = choice.U,
                ["rho"] = choice.Rho,
                ["by_source"] = new JsonArray([
                    .. CheckTables
                        .Of(archive)
                        .Errors.Select(e =>
                            (JsonNode)
                                new JsonObject
                                {
                                    ["dataset"] = e.Dataset,
                                    ["element"] = e.Element,
                                    ["kind"] = e.Kind,
                                    ["u"] = choice.Applied(e.Error).Relative,
                                    ["rho"] = choice.Applied(e.Error).Correlation,
                                    ["note"] = e.Note,
                                }
                        ),
                ]),
            },
            ["excerpts"] = new JsonArray([.. findings.Select(f => (JsonNode)Excerpt(archive, f))]),
            ["changes"] = new JsonArray([
                .. changes.Select(c =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["excerpt"] = c.Excerpt,
                            ["at"] = c.At,
                            ["was"] = c.Was,
                            ["is"] = c.Is,
                            ["because"] = c.Because,
                            ["sources"] = new JsonArray([.. c.Sources.Select(s => (JsonNode)s!)]),
                        }
                ),
            ]),
        };

    /// <summary>
    /// schema.org ClaimReview of one checked claim; null where no verdict can be given. The verdict is named together with its counts, and the rating with its badges.
    /// </summary>
    /// <param name="archive">Words.</param>
    /// <param name="article">Where the claim stands.</param>
    /// <param name="part">The claim with its findings.</param>
    /// <param name="site">Scheme and host of the page.</param>
    /// <param name="since">When the finding became what it is, yyyy-MM-dd; null where that is not known.</param>
    public static JsonObject? Review(Archive archive, Article article, ExcerptFindings part, string site, string? since)
    {
        var check = part.Now;
        if (check.Verdict is VerdictKind.NotCheckable)
        {
            return null;
        }

        var page = $"{site}/articles/{article.Slug}";
        var rating = new JsonObject
        {
            ["@type"] = "Rating",
            ["alternateName"] = VerdictText.Name(check, archive.Texts),
            ["ratingExplanation"] = VerdictText.Sentence(check, archive.Texts),
        };
        if (Value(check) is { } value)
        {
            rating["ratingValue"] = value;
            rating["bestRating"] = 5;
            rating["worstRating"] = 1;
        }

        var appearance = new JsonObject
        {
            ["@type"] = "NewsArticle",
            ["headline"] = article.Title,
            ["url"] = article.Address is { Length: > 0 } own ? own : page,
        };
        if (article.PublishedOn.Length > 0)
        {
            appearance["datePublished"] = article.PublishedOn;
        }

        var claim = new JsonObject { ["@type"] = "Claim", ["appearance"] = appearance };
        if (part.Claim.Attribution is { IsNamed: true } who)
        {
            claim["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = who.Speaker };
        }

        if (article.PublishedOn.Length > 0)
        {
            claim["datePublished"] = article.PublishedOn;
        }

        var review = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "ClaimReview",
            ["url"] = string.Create(CultureInfo.InvariantCulture, $"{page}#excerpt-{part.Excerpt.Number}"),
            ["author"] = new JsonObject
            {
                ["@type"] = "Organization",
                ["name"] = "FoodSecurity",
                ["url"] = site,
            },
            ["claimReviewed"] = part.Excerpt.Exact,
            ["itemReviewed"] = claim,
            ["reviewRating"] = rating,
        };
        if (since is not null)
        {
            review["datePublished"] = since;
        }

        return review;
    }

    /// <summary>5 supported, 3 mixed, 1 contradicted; no data has no rating.</summary>
    private static int? Value(CheckedClaim check) =>
        check.Verdict switch
        {
            VerdictKind.Supported => 5,
            VerdictKind.Mixed => 3,
            VerdictKind.Contradicted => 1,
            _ => null,
        };

    private static JsonObject Excerpt(Archive archive, ExcerptFindings part) =>
        new()
        {
            ["number"] = part.Excerpt.Number,
            ["exact"] = part.Excerpt.Exact,
            ["language"] = part.Excerpt.Language,
            ["original"] = Wording(part.Excerpt.Original),
            ["translation"] = Wording(part.Excerpt.Translation),
            ["kind"] = part.Excerpt.Kind,
            ["claim"] = new JsonObject
            {
                ["area"] = part.Claim.Area,
                ["indicator"] = part.Claim.Indicator,
                ["item"] = part.Claim.Item,
                ["relation"] = part.Claim.Relation.ToString().ToLowerInvariant(),
                ["from"] = part.Claim.Period?.From,
                ["to"] = part.Claim.Period?.To,
                ["cause"] = part.Claim.Cause,
                ["speaker"] = part.Claim.Attribution?.Speaker,
            },
            ["now"] = Check(archive, part.Now),
            ["on_publication"] = part.Then is null ? null : Check(archive, part.Then),
        };

    /// <summary>The passage in another language, with whose words they are; null where nobody gave it.</summary>
    private static JsonObject? Wording(OtherWording? wording) =>
        wording is null
            ? null
            : new()
            {
                ["text"] = wording.Text,
                ["language"] = wording.Language,
                ["source"] = wording.Source,
                ["address"] = wording.Address,
            };

    private static JsonObject Check(Archive archive, CheckedClaim check) =>
        new()
        {
            ["verdict"] = check.Verdict.ToString(),
            ["label"] = check.Label == VerdictLabel.None ? null : check.Label.ToString(),
            ["badges"] = new JsonArray([.. check.Badges.Select(b => (JsonNode)b.ToString()!)]),
            ["sentence"] = VerdictText.Sentence(check, archive.Texts),
            ["groups"] = new JsonObject
            {
                ["support"] = check.Groups.Support,
                ["contradict"] = check.Groups.Contradict,
                ["close"] = check.Groups.Close,
                ["silent"] = check.Groups.Silent,
            },
            ["known_to"] = check.KnownTo.Length > 0 ? check.KnownTo : null,
            ["reported"] = new JsonObject
            {
                ["answer"] = check.Reported.Answer.ToString(),
                ["who"] = check.Reported.Who,
                ["text"] = VerdictText.Reported(check, archive.Texts),
            },
            ["not_checkable"] = new JsonArray([.. check.NotCheckable.Select(n => (JsonNode)n!)]),
            ["findings"] = new JsonArray([.. check.Findings.Select(f => (JsonNode)Finding(f))]),
        };

    private static JsonObject Finding(Finding f) =>
        new()
        {
            ["source"] = f.Source,
            ["dataset"] = f.Dataset,
            ["counts"] = f.Counts,
            ["group"] = f.Group,
            ["role"] = f.Role.ToString(),
            ["outcome"] = f.Outcome.ToString(),
            ["gate"] = f.Gate.ToString(),
            ["text"] = f.Text,
            ["reason"] = f.Reason,
            ["unit"] = f.Unit,
            ["error"] = new JsonObject { ["u"] = f.Error.Relative, ["rho"] = f.Error.Correlation },
            ["figures"] = new JsonArray([
                .. f.Figures.Select(p =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["period"] = p.Period.Label,
                            ["low"] = p.Low,
                            ["high"] = p.High,
                            ["deviation"] = p.Deviation,
                            ["trace"] = p.Trace,
                        }
                ),
            ]),
            ["aspects"] = new JsonArray([
                .. f.Aspects.Select(a =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["kind"] = a.Kind.ToString(),
                            ["outcome"] = a.Outcome.ToString(),
                            ["measured"] = a.Measured,
                            ["needed"] = a.Needed,
                            ["tolerance"] = a.Tolerance,
                            ["deviation"] = a.Deviation,
                            ["slip"] = a.Slip?.Code,
                        }
                ),
            ]),
            ["conversions"] = new JsonArray([
                .. f.Conversions.Select(c =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["period"] = c.Label,
                            ["before"] = c.Before,
                            ["after"] = c.After,
                            ["factor"] = c.Factor,
                            ["from"] = c.FromForm,
                            ["to"] = c.ToForm,
                            ["citation"] = c.Citation,
                        }
                ),
            ]),
            ["doubts"] = new JsonArray([.. f.Doubts.Select(d => (JsonNode)d!)]),
        };
}
