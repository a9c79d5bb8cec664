using System.Globalization;
using System.Text.RegularExpressions;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Quantities;
using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Articles.Extraction.Statements;
using FoodSecurity.Articles.Extraction.Times;

namespace FoodSecurity.Articles.Extraction;

/// <summary>Takes a passage: where it begins and ends in the text, its kind, its claim, why, and what was not understood.</summary>
internal delegate void ProposalTaker(
    int start,
    int end,
    string kind,
    Claim claim,
    IReadOnlyList<ProposalReason> because,
    IReadOnlyList<string> open
);

/// <summary>Puts the claims of a sentence together from what was found in it.</summary>
internal sealed partial class ClaimReader(Sentence sentence, ClaimTables tables, ArticleContext context)
{
    private const int MostIndicators = 40;
    private readonly RelationChoice _relations = new(sentence);
    private readonly ClaimTime _time = new(sentence, tables, context);
    private readonly ClaimPassage _passage = new(sentence, context);
    private readonly ClaimReasons _reasons = new(sentence);
    private readonly ClaimScopes _scopes = new(sentence);
    private readonly ClaimSubjects _subjects = new(sentence);
    private readonly ContextItems _items = new(sentence, tables, context);
    private List<SpeakerMark> _speakers = [];
    private Statement? _statement;
    private (ClaimModality Modality, Mark? Mark) _modality;

    public void Read(ProposalTaker take)
    {
        context.Begin(sentence);
        // more indicators than that are a list or noise, not a sentence
        if (
            sentence.Marks.Count(m => m.Layer == Layer.Indicator) > MostIndicators
            || !sentence.Marks.Any(m =>
                m.Layer == Layer.Indicator || (m.Layer == Layer.Relation && (context.LastClaim ?? context.LastHarvest) is not null)
            )
        )
        {
            return;
        }

        _speakers = AttributionReader.Read(sentence);
        AreaChoice.SetAsides(sentence, _speakers);
        Claim? before = null;
        var clauses = Clauses.Cut(sentence);
        foreach (var clause in clauses)
        {
            before = Read(clause, clauses, before, take) ?? before;
        }
    }

    private Claim? Read(Clause clause, List<Clause> clauses, Claim? before, ProposalTaker take)
    {
        _statement = new StatementReader(sentence, tables, context, _statement).Read(clause, before);
        if (_statement is null || Understood(_items.Fill(_statement, clause, before), clause, clauses, before) is not { } reading)
        {
            return null;
        }

        // "the threshold is 15 per cent": a figure of nowhere and no time
        if (reading is { Relation: ClaimRelation.Level, Period: null } && reading.Areas.Areas.All(a => a.Area.Length == 0))
        {
            return null;
        }

        var (start, end) = _passage.Span(clause, clauses, reading.Aim);
        var last = Propose(reading, start, end, take);
        if (last is not null && reading.Modality == ClaimModality.Plain)
        {
            context.Say(last);
        }

        return last;
    }

    /// <summary>What the clause says; null where it names something without saying anything of it.</summary>
    private ClauseReading? Understood(Statement statement, Clause clause, List<Clause> clauses, Claim? before)
    {
        var carried = statement.IsInherited ? before ?? context.LastClaim ?? _items.Harvest(statement) : null;
        var code = PerArea(clause, statement.Indicator?.Row["indicator"] ?? Carried(clause, carried!));
        var aim = ModalityReader.Aim(sentence, clause, statement);
        var at = statement.Move?.First ?? statement.At;
        var reading = new ClauseReading(clause, statement, carried, code)
        {
            Indicator = tables.Indicators[code],
            Aim = aim,
            At = at,
            Figures = ClauseFigures.Of(sentence, clause).FindAll(q => !Clauses.IsAside(sentence, q.First) || Clauses.IsAside(sentence, at)),
            Items = statement.Items.Count > 0 ? statement.Items : [(carried?.Item ?? "", null)],
        };
        var relation =
            aim is not null ? ClaimRelation.Aim
            : reading.IsCause ? null
            : _relations.Read(clause, statement, reading.Indicator);
        reading = reading with { Relation = relation };
        reading = reading with { Roles = _subjects.Roles(reading, reading.Figures) };
        relation ??= reading.Roles.Quantity is not null || reading.Roles.Reached is not null ? ClaimRelation.Level : null;
        if (relation is null && ModalityReader.Ended(sentence, clause))
        {
            // "no longer imports maize"
            relation = ClaimRelation.None;
        }

        if (relation is null && !reading.IsCause)
        {
            context.Mention(code, statement.Items.Count > 0 ? statement.Items[0].Item : "");
            return null;
        }

        var (period, compared) = PeriodChoice.Read(sentence, clause, relation ?? ClaimRelation.None, reading.Roles, at);
        _modality =
            aim is not null ? (ClaimModality.Plain, aim)
            : clause.IsGapped ? _modality
            : ModalityReader.Read(sentence, clause, statement);
        return reading with
        {
            Relation = relation,
            Period = period,
            Compared = compared,
            Modality = _modality.Modality,
            Modal = _modality.Mark,
            Areas = Areas(reading),
            Attribution = Attribution(clause, clauses),
            Cause = _passage.Cause(clause),
        };
    }

    /// <summary>"brought in 18 maunds an acre": what is measured by the area is a yield.</summary>
    private string PerArea(Clause clause, string code)
    {
        var figures = sentence.Quantities.FindAll(q => clause.Holds(q.First) && q.Quantity.Unit is not ("percent" or "times" or ""));
        return
            code is "crop-output" or "imports"
            && figures.Count > 0
            && figures.TrueForAll(q =>
                q.Quantity.Unit.EndsWith("-per-ha", StringComparison.Ordinal) || q.Quantity.Unit == "bushels-per-acre"
            )
            ? "yield"
            : code;
    }

    /// <summary>What the claim before was about; a yield before tonnes gives way to the harvest.</summary>
    private string Carried(Clause clause, Claim claim)
    {
        var code = IndicatorMeaning.Family(claim.Indicator);
        var figures = sentence.Quantities.FindAll(q => clause.Holds(q.First) && q.Quantity.Unit is not ("percent" or "times" or ""));
        return
            figures.Count > 0
            && figures.TrueForAll(q =>
                !tables.Indicators[code].Takes(q.Quantity.Unit) && tables.Indicators["crop-output"].Takes(q.Quantity.Unit)
            )
            ? "crop-output"
            : code;
    }

    private ChosenAreas Areas(ClauseReading reading)
    {
        var areas =
            reading.Carried is { } carried && !sentence.Areas.Any(a => reading.Clause.Holds(a.First) && !a.IsAside)
                ? new ChosenAreas([(carried.Area, null)], "context: the area of the claim before")
                : AreaChoice.Read(
                    sentence,
                    reading.Clause,
                    reading.Statement,
                    context,
                    reading.Code is "imports" or "exports" or "food-aid"
                );
        return reading.Row is { } row && row["area"] is { Length: > 0 } own && areas.Areas.All(a => a.Mark is null)
            ? new ChosenAreas([(own, null)], row.Rule)
            : areas;
    }

    private ClaimAttribution? Attribution(Clause clause, List<Clause> clauses)
    {
        var said = Said(clause, clauses);
        if (said?.Provider is not { } provider || !provider.Contains('|'))
        {
            return said;
        }

        // "the UN food agency" is the one the article names, else either
        var named = provider.Split('|').Where(context.Providers.Contains).ToList();
        return said with { Provider = named.Count == 1 ? named[0] : null };
    }

    private ClaimAttribution? Said(Clause clause, List<Clause> clauses) =>
        AttributionReader.Join(sentence, _speakers.FindAll(s => clauses.Count == 1 || clause.Holds(s.Verb)))
        ?? AttributionReader.Join(sentence, _speakers.FindAll(s => s.Verb < clause.First && clauses.Count > 1));

    /// <summary>One claim for each area and food of the clause; one for all where a single amount is that of all together.</summary>
    private Claim? Propose(ClauseReading reading, int start, int end, ProposalTaker take)
    {
        Claim? last = null;
        var (subjects, used) = _subjects.Read(reading);
        foreach (var subject in subjects)
        {
            var (period, origin) = _time.Period(reading, subject.Area);
            var (claim, factors) = Weighed(Made(reading, subject));
            claim = claim with { Period = period, Base = ClaimTime.Base(reading.Compared, period) };
            take(
                start,
                end,
                _passage.Kind(claim, reading.IsCause),
                claim = _time.Counted(reading.Clause, claim),
                [.. _reasons.Of(reading, claim, subject.Mark, subject.Item.Length > 0 ? subject.ItemMark : null, origin), .. factors],
                _reasons.Open(reading, claim, used)
            );
            last = claim;
        }

        return last;
    }

    /// <summary>Bushels, bags and the like become tonnes where the crop or the country says what one weighs, and stay open where not.</summary>
    private (Claim Claim, List<ProposalReason> Factors) Weighed(Claim claim)
    {
        var factors = new List<ProposalReason>();
        return (
            claim with
            {
                Quantity = Weighed(claim.Quantity),
                Reached = Weighed(claim.Reached),
                Before = Weighed(claim.Before),
            },
            factors
        );

        ClaimQuantity? Weighed(ClaimQuantity? q)
        {
            if (q is null || tables.UnitFactors.Find(f => f.Fits(q.Unit, claim.Item, claim.Area)) is not { } factor)
            {
                return q;
            }

            var known = q with
            {
                Value = q.Value * factor.Factor,
                Upper = q.Upper * factor.Factor,
                Step = q.Step * factor.Factor,
                Unit = factor.To,
            };
            factors.Add(
                new(
                    "quantity",
                    q.Text,
                    string.Create(CultureInfo.InvariantCulture, $"{known.Value:0.###} {factor.To}"),
                    string.Create(CultureInfo.InvariantCulture, $"unit-factors: {factor.Factor:0.######} {factor.To} each ({factor.Note})")
                )
            );
            return known;
        }
    }

    private Claim Made(ClauseReading reading, ClaimSubject subject) =>
        new()
        {
            Area = subject.Area,
            Indicator = subject.Together.Length > 0 && reading.Code == "crop-output" ? "item-output" : WithItem(reading.Code, subject.Item),
            Item = subject.Item.Length > 0 ? subject.Item : null,
            Relation = reading.Relation ?? ClaimRelation.None,
            Quantity = _relations.Amount(reading.Statement, subject.Roles),
            Reached = subject.Roles.Reached?.Quantity,
            Before = subject.Roles.Before?.Quantity,
            Against = _relations.Against(reading.Clause, reading.Statement, reading.Relation),
            Attribution = reading.Attribution,
            Cause = reading.Cause,
            Modality = reading.Modality,
            Scope = _scopes.Read(reading, subject.Area, subject.Mark),
            Facets = Facets(reading, subject),
            Inherited =
            [
                .. subject.Area.Length > 0 && subject.Mark is null ? ["area"] : Array.Empty<string>(),
                .. subject.Item.Length > 0 && reading.Items.Any(i => i.Item == subject.Item && i.Mark is null)
                    ? ["item"]
                    : Array.Empty<string>(),
            ],
        };

    /// <summary>The foods of a figure for all of them together, and which rank is meant where it is not the first.</summary>
    private Dictionary<string, string> Facets(ClauseReading reading, ClaimSubject subject)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (subject.Together.Length > 0)
        {
            found["crop-set"] = subject.Together;
        }

        if (
            reading.Code == "acute-food-insecurity"
            && IpcPhase().Match(sentence.Words(reading.Clause.First, reading.Clause.End)) is { Success: true } phase
        )
        {
            found["phase"] = phase.Groups["phase"].Value + (phase.Groups["more"].Success ? "+" : "");
        }

        if (reading.Statement.Move is { } rank && rank.Row.Is("place", "ordinal"))
        {
            found["rank"] = sentence.Words(rank.First, rank.First + 1);
        }

        return found;
    }

    /// <summary>As the IPC's tables and those who quote them name phases: "Phase 3 or worse", "IPC 4", "Phase 3+".</summary>
    [GeneratedRegex(
        @"\b(?:phases?|ipc)\s+(?:phase\s+)?(?<phase>[3-5])\b(?<more>\s*\+|\s*(?:or|and)\s+(?:worse|higher|above|more))?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IpcPhase();

    private static string WithItem(string code, string item) =>
        code != "crop-output" || item.Length == 0 ? code
        : item is "cereals" or "coarse-grains" ? "cereal-output"
        : "item-output";
}
