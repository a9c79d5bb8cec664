using System.Globalization;
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
    private readonly ClaimScopes _scopes = new(sentence);
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
            (
                named.Row["strength"] is "weak" or "verb"
                || named.Row["indicator"] is "area-harvested" or "area-planted" or "yield"
                || (named.Row.Is("kind", "bare") && (context.LastClaim?.Item is not null || Earlier(clause, named) is not null))
            )
            && (Earlier(clause, named) ?? context.TopicItem) is { } meant
            && tables.CanBe(meant, tables.Indicators[named.Row["indicator"]].Subject)
            && tables.Indicators[named.Row["indicator"]].Item is not ItemChoice.AllFood
            && sentence.Of(Layer.Item, clause.First, clause.End).All(i => i.End <= named.First && i.Row.Is("item", meant))
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

    /// <summary>The food the sentence named last before the indicator: "Wheat did worse: the crop was ...".</summary>
    private string? Earlier(Clause clause, Mark indicator) =>
        sentence
            .Marks.FindAll(m => m.Layer == Layer.Item && m.End <= Math.Max(clause.First, indicator.First) && m.Row["item"].Length > 0)
            .MaxBy(m => m.First)
            ?.Row["item"];

    /// <summary>What the clause says; null where it names something without saying anything of it.</summary>
    private ClauseReading? Understood(Statement statement, Clause clause, List<Clause> clauses, Claim? before)
    {
        var carried = statement.IsInherited ? before ?? context.LastClaim : null;
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
        reading = reading with { Roles = Roles(reading, reading.Figures) };
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

    private QuantityRoles Roles(ClauseReading reading, List<QuantityMark> figures) =>
        new QuantityRoleReader(
            sentence,
            reading.Indicator,
            reading.Relation ?? ClaimRelation.Level,
            reading.At,
            perArea: reading.Row?.Is("kind", "alone") == true || reading.Clause.IsGapped
        ).Read(figures);

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
        var dealt = Dealt(reading);
        var used = dealt.SelectMany(d => d.Roles.Used).Select(q => q.First).ToHashSet();
        if (dealt.Count > 1 && IsJoint(reading, dealt))
        {
            dealt = [Joint(reading, dealt)];
        }

        foreach (var subject in dealt)
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

    /// <summary>An area and a food of the clause with the figures that are theirs.</summary>
    private readonly record struct Subject(
        string Area,
        AreaMark? Mark,
        string Item,
        Mark? ItemMark,
        QuantityRoles Roles,
        bool IsShared,
        string Together = ""
    );

    private List<Subject> Dealt(ClauseReading reading)
    {
        var (areas, items) = (reading.Areas.Areas, reading.Items);
        var ends = areas.Count > 1 ? areas.Select(a => a.Mark?.End ?? -1).ToList() : [.. items.Select(i => i.Mark?.End ?? -1)];
        var found = new List<Subject>();
        foreach (var (area, mark) in areas)
        {
            foreach (var (item, itemMark) in items)
            {
                // of two lists of subjects no order is known in which figures are dealt out
                var own =
                    areas.Count == 1 || items.Count == 1
                        ? ClauseFigures.InTurn(sentence, reading.Figures, ends, found.Count)
                        : reading.Figures;
                var isShared = own == reading.Figures;
                found.Add(new Subject(area, mark, item, itemMark, isShared ? reading.Roles : Roles(reading, own), isShared));
            }
        }

        return found;
    }

    /// <summary>"sorghum, millet and wheat at 4.1 million tonnes": an amount, unlike a share, is that of all together unless the sentence says "each".</summary>
    private bool IsJoint(ClauseReading reading, List<Subject> subjects) =>
        subjects.TrueForAll(s => s.IsShared)
        && reading.Roles.Used.Any(q => q.Quantity.Unit is not ("percent" or "percentage-points" or "times") && !q.IsMoney)
        && !Enumerable.Range(reading.Clause.First, reading.Clause.End - reading.Clause.First).Any(i => sentence.Is(i, WordUse.Each));

    /// <summary>All subjects as one: of places of one country that country's part, of foods none alone.</summary>
    private Subject Joint(ClauseReading reading, List<Subject> subjects)
    {
        var (first, last) = (subjects[0], subjects[^1]);
        var isOneFood = subjects.TrueForAll(s => s.Item == first.Item);
        return first with
        {
            Area = subjects.TrueForAll(s => s.Area == first.Area) ? first.Area : "",
            Item = isOneFood ? first.Item : "",
            Together = isOneFood ? "" : string.Join('|', subjects.Select(s => s.Item).Distinct()),
            Mark =
                first.Mark is { Part.Length: > 0 } a && last.Mark is { } b && b != a
                    ? a with
                    {
                        Part = sentence.Words(a.First, b.End),
                    }
                    : first.Mark,
        };
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

    private Claim Made(ClauseReading reading, Subject subject) =>
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
        };

    /// <summary>The foods of a figure for all of them together, and which rank is meant where it is not the first.</summary>
    private Dictionary<string, string> Facets(ClauseReading reading, Subject subject)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (subject.Together.Length > 0)
        {
            found["crop-set"] = subject.Together;
        }

        if (reading.Statement.Move is { } rank && rank.Row.Is("place", "ordinal"))
        {
            found["rank"] = sentence.Words(rank.First, rank.First + 1);
        }

        return found;
    }

    private static string WithItem(string code, string item) =>
        code != "crop-output" || item.Length == 0 ? code
        : item is "cereals" or "coarse-grains" ? "cereal-output"
        : "item-output";
}
