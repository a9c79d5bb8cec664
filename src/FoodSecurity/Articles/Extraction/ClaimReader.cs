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
internal sealed class ClaimReader(Sentence sentence, ClaimTables tables, ArticleContext context)
{
    private const int MostIndicators = 40;
    private readonly RelationChoice _relations = new(sentence);
    private readonly ClaimTime _time = new(sentence, tables, context);
    private readonly ClaimPassage _passage = new(sentence, context);
    private readonly ClaimReasons _reasons = new(sentence);
    private List<SpeakerMark> _speakers = [];
    private Statement? _statement;
    private (ClaimModality Modality, Mark? Mark) _modality;

    public void Read(ProposalTaker take)
    {
        context.Begin(sentence);
        // more indicators than that are a list or noise, not a sentence
        if (
            sentence.Marks.Count(m => m.Layer == Layer.Indicator) > MostIndicators
            || !sentence.Marks.Any(m => m.Layer == Layer.Indicator || (m.Layer == Layer.Relation && context.LastClaim is not null))
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
        if (_statement is null || Understood(WithContextItem(_statement, clause, before), clause, clauses, before) is not { } reading)
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

    /// <summary>The food the clause leaves out: that of the claim before, of the paragraph or of the topic.</summary>
    private Statement WithContextItem(Statement statement, Clause clause, Claim? before)
    {
        if (statement.Items.Count > 0 || statement.Indicator is not { } named)
        {
            return statement;
        }

        if (named.Row.Is("kind", "alone") && before?.Item is { } grown)
        {
            return statement with { Items = [(grown, null)] };
        }

        if (
            named.Row["strength"] is "weak" or "verb"
            && context.TopicItem is { } meant
            && tables.Indicators[named.Row["indicator"]].Item is not ItemChoice.AllFood
            && !sentence.Of(Layer.Item, clause.First, clause.End).Any()
        )
        {
            return statement with { Items = [(meant, null)] };
        }

        return
            context.Topic is { Item.Length: > 0 } topic
            && named.Row.Is("strength", "weak")
            && IndicatorMeaning.Family(topic.Indicator) == IndicatorMeaning.Family(named.Row["indicator"])
            ? statement with
            {
                Items = [(topic.Item, null)],
            }
            : statement;
    }

    /// <summary>What the clause says; null where it names something without saying anything of it.</summary>
    private ClauseReading? Understood(Statement statement, Clause clause, List<Clause> clauses, Claim? before)
    {
        var carried = statement.IsInherited ? before ?? context.LastClaim : null;
        var code = statement.Indicator?.Row["indicator"] ?? IndicatorMeaning.Family(carried!.Indicator);
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
        reading = reading with { Roles = Roles(reading, reading.Figures) };
        relation ??= reading.Roles.Quantity is not null || reading.Roles.Reached is not null ? ClaimRelation.Level : null;
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

    private QuantityRoles Roles(ClauseReading reading, List<QuantityMark> figures) =>
        new QuantityRoleReader(sentence, reading.Indicator, reading.Relation ?? ClaimRelation.Level, reading.At).Read(figures);

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

    private ClaimAttribution? Attribution(Clause clause, List<Clause> clauses) =>
        AttributionReader.Join(sentence, _speakers.FindAll(s => clauses.Count == 1 || clause.Holds(s.Verb)))
        ?? AttributionReader.Join(sentence, _speakers.FindAll(s => s.Verb < clause.First && clauses.Count > 1));

    /// <summary>One claim for each area and food of the clause.</summary>
    private Claim? Propose(ClauseReading reading, int start, int end, ProposalTaker take)
    {
        Claim? last = null;
        var (areas, items) = (reading.Areas.Areas, reading.Items);
        var ends = areas.Count > 1 ? areas.Select(a => a.Mark?.End ?? -1).ToList() : [.. items.Select(i => i.Mark?.End ?? -1)];
        var subject = 0;
        foreach (var (area, mark) in areas)
        {
            foreach (var (item, itemMark) in items)
            {
                // of two lists of subjects no order is known in which figures are dealt out
                var dealt =
                    areas.Count == 1 || items.Count == 1
                        ? ClauseFigures.InTurn(sentence, reading.Figures, ends, subject++)
                        : reading.Figures;
                var roles = dealt == reading.Figures ? reading.Roles : Roles(reading, dealt);
                var (period, origin) = _time.Period(reading, area);
                var claim = Made(reading, roles, (area, mark), item) with
                {
                    Period = period,
                    Base = ClaimTime.Base(reading.Compared, period),
                };
                take(
                    start,
                    end,
                    _passage.Kind(claim, reading.IsCause),
                    claim = _time.Counted(reading.Clause, claim),
                    _reasons.Of(reading, claim, mark, item.Length > 0 ? itemMark : null, origin),
                    _reasons.Open(reading)
                );
                last = claim;
            }
        }

        return last;
    }

    private Claim Made(ClauseReading reading, QuantityRoles roles, (string Code, AreaMark? Mark) area, string item) =>
        new()
        {
            Area = area.Code,
            Indicator = WithItem(reading.Code, item),
            Item = item.Length > 0 ? item : null,
            Relation = reading.Relation ?? ClaimRelation.None,
            Quantity = _relations.Amount(reading.Statement, roles),
            Reached = roles.Reached?.Quantity,
            Before = roles.Before?.Quantity,
            Against = _relations.Against(reading.Clause, reading.Statement, reading.Relation),
            Attribution = reading.Attribution,
            Cause = reading.Cause,
            Modality = reading.Modality,
            Facets = area.Mark is { Part.Length: > 0 } part
                ? new Dictionary<string, string> { ["coverage"] = part.Part }
                : new Dictionary<string, string>(),
        };

    private static string WithItem(string code, string item) =>
        code != "crop-output" || item.Length == 0 ? code
        : item is "cereals" or "coarse-grains" ? "cereal-output"
        : "item-output";
}
