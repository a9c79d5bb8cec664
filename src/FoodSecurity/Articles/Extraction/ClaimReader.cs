using System.Globalization;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Sources.Files;

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
    /// <summary>A period that ended this many years before the article is history.</summary>
    private const int HistoryYears = 8;
    private const int MostIndicators = 40;
    private const string AllFood = "food";

    private List<SpeakerMark> _speakers = [];
    private Nucleus? _nucleus;
    private (ClaimModality Modality, Mark? Mark) _modality;

    public void Read(ProposalTaker take)
    {
        context.Begin(sentence);
        if (sentence.Marks.Count(m => m.Layer == Layer.Indicator) > MostIndicators)
        {
            // a list or noise, not a sentence
            return;
        }

        if (!sentence.Marks.Any(m => m.Layer == Layer.Indicator || (m.Layer == Layer.Relation && context.LastClaim is not null)))
        {
            return;
        }

        _speakers = AttributionReader.Read(sentence);
        for (var i = 0; i < sentence.Areas.Count; i++)
        {
            var area = sentence.Areas[i];
            sentence.Areas[i] = area with
            {
                IsAside = _speakers.Any(s =>
                    area.First >= s.First && area.First < s.End && !(area.Kind is "name" && area.First <= s.First + 1 && area.End == s.End)
                ),
            };
        }

        Claim? before = null;
        var clauses = Clauses.Cut(sentence);
        foreach (var clause in clauses)
        {
            before = Read(clause, clauses, before, take) ?? before;
        }
    }

    private Claim? Read(Clause clause, List<Clause> clauses, Claim? before, ProposalTaker take)
    {
        var nucleus = new NucleusReader(sentence, tables, context, _nucleus).Read(clause, before);
        _nucleus = nucleus;
        if (nucleus is null)
        {
            return null;
        }

        if (nucleus.Items.Count == 0 && nucleus.Indicator?.Row.Is("kind", "alone") == true && before?.Item is { } grown)
        {
            nucleus = nucleus with { Items = [(grown, null)] };
        }

        if (
            nucleus.Indicator is { } open
            && nucleus.Items.Count == 0
            && open.Row["strength"] is "weak" or "verb"
            && context.TopicItem is { } meant
            && tables.Indicators[open.Row["indicator"]].Item is not AllFood
            && !sentence.Of(Layer.Item, clause.First, clause.End).Any()
        )
        {
            nucleus = nucleus with { Items = [(meant, null)] };
        }

        if (
            nucleus.Indicator is { } named
            && nucleus.Items.Count == 0
            && context.Topic is { } topic
            && named.Row.Is("strength", "weak")
            && NucleusReader.Family(topic.Indicator) == NucleusReader.Family(named.Row["indicator"])
            && topic.Item.Length > 0
        )
        {
            nucleus = nucleus with { Items = [(topic.Item, null)] };
        }

        var because = new List<ProposalReason>();
        var inherited = nucleus.IsInherited ? before ?? context.LastClaim : null;
        var row = nucleus.Indicator?.Row;
        var code = row?["indicator"] ?? NucleusReader.Family(inherited!.Indicator);
        var aim = ModalityReader.Aim(sentence, clause, nucleus);
        var isCause = row?["kind"] == "cause";
        var relation =
            aim is not null ? ClaimRelation.Aim
            : isCause ? null
            : Relation(clause, nucleus, tables.Indicators[code]);
        var at = nucleus.Move?.First ?? nucleus.At;
        var figures = Figures.Of(sentence, clause).FindAll(q => !Clauses.IsAside(sentence, q.First) || Clauses.IsAside(sentence, at));
        var roles = Roles(figures);
        relation ??= roles.Quantity is not null || roles.Reached is not null ? ClaimRelation.Level : null;
        if (relation is null && !isCause)
        {
            context.Mention(code, nucleus.Items.Count > 0 ? nucleus.Items[0].Item : "");
            return null;
        }

        var (period, compared) = PeriodChoice.Read(sentence, clause, relation ?? ClaimRelation.None, roles, at);
        var (modality, modal) =
            aim is not null ? (ClaimModality.Plain, aim)
            : clause.IsGapped ? _modality
            : ModalityReader.Read(sentence, clause, nucleus);
        _modality = (modality, modal);
        var trade = code is "imports" or "exports" or "food-aid";
        var areas =
            inherited is not null && !sentence.Areas.Any(a => clause.Holds(a.First) && !a.IsAside)
                ? new ChosenAreas([(inherited.Area, null)], "context: the area of the claim before")
                : AreaChoice.Read(sentence, clause, nucleus, context, trade);
        if (row?["area"] is { Length: > 0 } own && areas.Areas.All(a => a.Mark is null))
        {
            areas = new ChosenAreas([(own, null)], row.Rule);
        }

        if (relation == ClaimRelation.Level && period is null && areas.Areas.All(a => a.Area.Length == 0))
        {
            // "the threshold is 15 per cent": a figure of nowhere and no time
            return null;
        }

        var items = nucleus.Items.Count > 0 ? nucleus.Items : [(inherited?.Item ?? "", null)];
        var speakers = _speakers.Where(s => clauses.Count == 1 || clause.Holds(s.Verb)).ToList();
        var attribution = AttributionReader.Join(sentence, speakers)
            ?? AttributionReader.Join(sentence, _speakers.Where(s => s.Verb < clause.First && clauses.Count > 1).ToList());
        var cause = Cause(clause);
        var (start, end) = Span(clause, clauses, aim);

        Explain(because, nucleus, code, roles, period, modal, modality, relation ?? ClaimRelation.None, attribution, cause);
        Claim? last = null;
        var ends = areas.Areas.Count > 1 ? [.. areas.Areas.Select(a => a.Mark?.End ?? -1)] : items.Select(i => i.Mark?.End ?? -1).ToList();
        var subject = 0;
        foreach (var (area, mark) in areas.Areas)
        {
            foreach (var (item, itemMark) in items)
            {
                // of two lists of subjects no order is known in which figures are dealt out
                var dealt = areas.Areas.Count == 1 || items.Count == 1 ? Figures.InTurn(sentence, figures, ends, subject++) : figures;
                var told = dealt == figures ? roles : Roles(dealt);
                var indicator = WithItem(code, item);
                var claim = new Claim
                {
                    Area = area,
                    Indicator = indicator,
                    Item = item.Length > 0 ? item : null,
                    Relation = relation ?? ClaimRelation.None,
                    Period = Period(period, row, area, relation, aim is not null),
                    Base = Base(compared, relation),
                    Quantity = Amount(nucleus, told),
                    Reached = told.Reached?.Quantity,
                    Before = told.Before?.Quantity,
                    Against =
                        nucleus.Move?.Row["against"] is { Length: > 0 } against ? against
                        : relation is ClaimRelation.Above or ClaimRelation.Below && nucleus.Move is { } m ? Compared(clause, m)
                        : null,
                    Attribution = attribution,
                    Cause = cause,
                    Modality = modality,
                    Facets = mark is { Part.Length: > 0 }
                        ? new Dictionary<string, string> { ["coverage"] = mark.Part }
                        : new Dictionary<string, string>(),
                };
                claim = Times(clause, claim);
                var reasons = new List<ProposalReason>(because)
                {
                    new("area", mark is null ? "" : sentence.Words(mark.First, mark.End), area, areas.Rule),
                };
                if (itemMark is not null && item.Length > 0)
                {
                    reasons.Add(new("item", sentence.Words(itemMark.First, itemMark.End), item, itemMark.Row.Rule));
                }

                take(start, end, Kind(claim, isCause), claim, reasons, Open(clause, roles, period, compared, areas));
                last = claim;
            }
        }

        if (last is not null && modality == ClaimModality.Plain)
        {
            context.Say(last);
        }

        return last;

        QuantityRoles Roles(List<QuantityMark> of) =>
            new QuantityRoleReader(sentence, tables.Indicators[code], relation ?? ClaimRelation.Level, at).Read(of);
    }

    private ClaimRelation? Relation(Clause clause, Nucleus nucleus, ClaimIndicator indicator)
    {
        if (nucleus.Move is { } move)
        {
            if (move.Row["role"] is "adjective" or "adverb" && Compared(clause, move) is not null)
            {
                return move.Row.Is("relation", "Fall") ? ClaimRelation.Below : ClaimRelation.Above;
            }

            return move.Row["relation"] switch
            {
                "Best" => indicator.UpIsGood == false ? ClaimRelation.Lowest : ClaimRelation.Highest,
                "Worst" => indicator.UpIsGood == true ? ClaimRelation.Lowest : ClaimRelation.Highest,
                "Better" => indicator.UpIsGood == false ? ClaimRelation.Fall : ClaimRelation.Rise,
                "Worse" => indicator.UpIsGood == true ? ClaimRelation.Fall : ClaimRelation.Rise,
                var name => Enum.Parse<ClaimRelation>(name),
            };
        }

        return nucleus.Indicator?.Row["relation"] is { Length: > 0 } own && own != "None" ? Enum.Parse<ClaimRelation>(own) : null;
    }

    /// <summary>What stands behind "larger than": an average, a need, or the code of another area; null where it is only another time.</summary>
    private string? Compared(Clause clause, Mark move)
    {
        var against = sentence.Of(Layer.Relation, move.End, clause.End).FirstOrDefault(m => m.Row.Is("role", "against"));
        return against?.Row["against"]
            ?? sentence
                .Areas.Find(a => a.First > move.First && a.First < clause.End && a.Area.Length > 0 && AreaChoice.IsCompared(sentence, a))
                ?.Area;
    }

    private static string WithItem(string code, string item) =>
        code != "crop-output" || item.Length == 0 ? code
        : item is "cereals" or "coarse-grains" ? "cereal-output"
        : "item-output";

    /// <summary>"doubled" carries its own figure.</summary>
    private ClaimQuantity? Amount(Nucleus nucleus, QuantityRoles roles)
    {
        var move =
            nucleus.Move is { } own && own.Row["amount"].Length == 0
                ? sentence.Marks.Find(m =>
                    m.Layer == Layer.Relation
                    && m.Row["amount"].Length > 0
                    && m.Row["relation"] == own.Row["relation"]
                    && m.First >= own.First
                    && m.First - own.End <= 2
                )
                : nucleus.Move;
        if (move?.Row["amount"].Length > 0 && roles.Quantity is null)
        {
            var value = decimal.Parse(move.Row["amount"], CultureInfo.InvariantCulture);
            return new ClaimQuantity(
                sentence.Words(move.First, move.End),
                value,
                null,
                move.Row["unit"],
                null,
                move.Row.Is("unit", "percent") ? 10 : 1
            );
        }

        return roles.Quantity?.Quantity;
    }

    private ClaimPeriod? Period(PeriodMark? mark, LexiconRow? row, string area, ClaimRelation? relation, bool isAim)
    {
        if (row?["event"] is { Length: > 0 } own)
        {
            var dates = tables.Event(own, area);
            return dates is not null ? new ClaimPeriod(mark?.Period.Text ?? "", "event", dates.From, dates.To, own) : mark?.Period;
        }

        if (mark is { Event.Length: > 0 })
        {
            var dates = tables.Event(mark.Event, area);
            return mark.Period with { From = dates?.From, To = dates?.To, Event = mark.Event };
        }

        if (mark is not null)
        {
            return mark.Period;
        }

        if (isAim)
        {
            return context.Ahead is { } ahead ? ahead with { Text = "" } : null;
        }

        return context.LastClaim?.Period is { } last && relation is not (ClaimRelation.Shortage or ClaimRelation.Famine)
            ? last with
            {
                Text = "",
            }
            : null;
    }

    /// <summary>"a year earlier" beside a year is the period before anyway; a month or a season with a year's distance has to be said.</summary>
    private static ClaimPeriod? Base(PeriodMark? mark, ClaimRelation? relation) => mark is null || relation is null ? null : mark.Period;

    /// <summary>"in eight of the last ten years"</summary>
    private Claim Times(Clause clause, Claim claim) =>
        sentence.Periods.Find(p => p.Counts is not null && clause.Holds(p.First)) is { Counts: { } counts } p
            ? claim with
            {
                Times = counts.Times,
                OfLast = counts.OfLast,
                Period = p.Period,
            }
            : claim;

    private string? Cause(Clause clause)
    {
        var mark = sentence.Of(Layer.Cause, clause.First, clause.End).FirstOrDefault();
        if (mark is null)
        {
            return null;
        }

        var first = mark.Row.Is("form", "lead") ? mark.First + 1 : mark.End;
        var end = first;
        while (end < clause.End && !sentence.IsPause(end) && !sentence.Is(end, WordUse.CauseEnds))
        {
            end++;
        }

        return end > first ? sentence.Words(first, end) : null;
    }

    /// <summary>A clause's words in the text, with those of the gapped clauses it lends its verb; a sentence with one claim is quoted whole, an aim from the verb that voices it.</summary>
    private (int Start, int End) Span(Clause clause, List<Clause> clauses, Mark? aim)
    {
        var from = clauses.IndexOf(clause);
        var to = from;
        while (from > 0 && clauses[from].IsGapped)
        {
            from--;
        }

        while (to + 1 < clauses.Count && clauses[to + 1].IsGapped)
        {
            to++;
        }

        var voiced = aim is not null && aim.First > clause.First && sentence.Is(aim.First - 1, WordUse.And);
        var tokens = sentence.Tokens;
        var start =
            voiced ? tokens[aim!.First].Start
            : from == 0 ? sentence.Span.Start
            : tokens[clauses[from].First].Start;
        var end = to == clauses.Count - 1 ? sentence.Span.End : tokens[clauses[to].End - 1].End;
        return Excerpts.Cap(sentence, start, end);
    }

    private string Kind(Claim claim, bool isCause)
    {
        if (claim.Relation == ClaimRelation.Aim)
        {
            return "policy aim";
        }

        if (isCause)
        {
            return "cause";
        }

        return
            claim.Period is { To.Length: >= 4 } period
            && context.Published is { } day
            && period.Kind != "event"
            && int.Parse(period.To[..4], CultureInfo.InvariantCulture) <= day.Year - HistoryYears
            ? "history"
            : "claim";
    }

    private void Explain(
        List<ProposalReason> because,
        Nucleus nucleus,
        string code,
        QuantityRoles roles,
        PeriodMark? period,
        Mark? modal,
        ClaimModality modality,
        ClaimRelation relation,
        ClaimAttribution? attribution,
        string? cause
    )
    {
        var indicator = nucleus.Indicator;
        because.Add(
            indicator is null
                ? new("indicator", "", code, "context: the claim before")
                : new("indicator", sentence.Words(indicator.First, indicator.End), code, indicator.Row.Rule)
        );
        if (nucleus.Move is { } move)
        {
            because.Add(new("relation", sentence.Words(move.First, move.End), relation.ToString(), move.Row.Rule));
        }
        else if (indicator?.Row["relation"].Length > 0)
        {
            because.Add(new("relation", sentence.Words(indicator.First, indicator.End), relation.ToString(), indicator.Row.Rule));
        }

        foreach (var q in roles.Used)
        {
            because.Add(
                new("quantity", q.Quantity.Text, q.Quantity.Value.ToString(CultureInfo.InvariantCulture) + " " + q.Quantity.Unit, q.Rule)
            );
        }

        if (period is not null)
        {
            because.Add(new("period", period.Period.Text, $"{period.Period.From}/{period.Period.To}", period.Row.Rule));
        }

        if (modal is not null)
        {
            because.Add(
                new(
                    "modality",
                    sentence.Words(modal.First, modal.End),
                    relation == ClaimRelation.Aim ? "Aim" : modality.ToString(),
                    modal.Row.Rule
                )
            );
        }

        if (attribution is not null)
        {
            because.Add(new("attribution", attribution.Speaker, attribution.IsNamed ? "named" : "not named", "speech"));
        }

        if (cause is not null)
        {
            because.Add(new("cause", cause, "not checkable with data", "causes"));
        }
    }

    /// <summary>Figures, times and places of the passage that led to nothing.</summary>
    private List<string> Open(Clause clause, QuantityRoles roles, PeriodMark? period, PeriodMark? compared, ChosenAreas areas)
    {
        // by their place: the unit a figure leaves out may have been filled in
        var used = roles.Used.Select(q => q.First).ToHashSet();
        return
        [
            .. sentence.Quantities.Where(q => clause.Holds(q.First) && !used.Contains(q.First)).Select(q => q.Quantity.Text),
            .. sentence
                .Periods.Where(p => clause.Holds(p.First) && p != period && p != compared && p.Row["role"] is not ("weak" or "lasting"))
                .Select(p => p.Period.Text),
            .. sentence
                .Areas.Where(a =>
                    clause.Holds(a.First)
                    && !a.IsAside
                    && a.Kind != "weak"
                    && (a.Area.Length == 0 || !areas.Areas.Any(c => c.Area == a.Area))
                )
                .Select(a => sentence.Words(a.First, a.End)),
        ];
    }
}
