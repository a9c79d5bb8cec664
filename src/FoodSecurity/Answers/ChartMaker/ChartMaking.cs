using System.Data.Common;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Charts.Kinds.Parts;
using FoodSecurity.Charts.Kinds.Words;
using FoodSecurity.Charts.Maps;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Observations;
using FoodSecurity.Series;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>From a question to a chart: series, basis, scale, kind, words. What would have no meaning is refused with the reason and never drawn.</summary>
public static class ChartMaking
{
    private const int DefaultFrom = 1985;
    private const int MostOffers = 3;

    public static ChartQuestionReader Reader(Archive archive) => new(archive.Words, [.. ChartKindCatalog.All.Select(k => k.Id)]);

    /// <summary>The chart, or the reason why there is none.</summary>
    /// <param name="archive">What is loaded.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="held">What has been read of its area already; null: nothing.</param>
    public static ChartAnswer Of(Archive archive, ChartQuestion question, AreaHeld? held = null)
    {
        try
        {
            return new ChartAnswer(Make(archive, question.WithoutSize, held), null);
        }
        catch (RefusedException refused)
        {
            return new ChartAnswer(
                null,
                refused.Refusal with
                {
                    Instead =
                    [
                        .. refused.Refusal.Instead.DistinctBy(i => i.Question).Where(i => IsDrawn(archive, i.Question)).Take(MostOffers),
                    ],
                }
            );
        }
    }

    /// <summary>The chart; null where there is none, whatever the reason.</summary>
    internal static MadeChart? Drawn(Archive archive, ChartQuestion question, AreaHeld? held)
    {
        try
        {
            return Make(archive, question.WithoutSize, held);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    /// <summary>Prices are in each country's own money, on its own markets: there is no like to put beside them.</summary>
    private static bool HasPeers(ChartQuestion question) =>
        !question.Card.IsOfOnePlace && !question.ElementsOrDefault.Contains(StaplePrice.Element);

    /// <summary>What cannot be drawn either is no help: it is not offered.</summary>
    private static bool IsDrawn(Archive archive, ChartQuestion question) => Drawn(archive, question, null)?.Chart.Series.Count > 0;

    private static MadeChart Make(Archive archive, ChartQuestion question, AreaHeld? held)
    {
        var t = Texts.For(question.Language);
        var asked = question;
        question = WithSource(CountryAreas.Fill(question, archive.Words), archive.Words);
        if (question.Areas.Count == 0)
        {
            throw new RefusedException(new MakingRefusal(RefusalCause.Unreadable, t["make.refused.no-area"]));
        }

        using var connection = archive.Read();
        var found = new QuestionSeries(archive, connection, question, t, held).Find();
        found = CountryAreas.OneEach(found, question, archive.Words, t);
        if (question.Card.Adds && question.Scale != AskedScale.Share)
        {
            Additive.Require(found.Lines, archive.Words, question, t);
        }

        var plain = found.Lines;
        found = new ScaleSteps(archive, connection, question, t).Apply(found);
        var from = FirstInView(question, found.Lines);
        var unit = MakingUnit.Of(found.Lines, archive.Words, question, from, t);
        var (annotations, said) = MakingAnnotations.Of(archive, connection, question, plain, held?.Annotations, t);
        found = found.Say(null, said);
        var needs = question.References.Contains(ReferenceLines.Need)
            ? new QuestionSeries(
                archive,
                connection,
                question with
                {
                    Elements = [ReferenceLines.NeedElement],
                    Sources = [],
                    Items = ["cereals"],
                    Basis = "",
                },
                t
            ).Any()
            : [];
        var drawn = Draw(
            archive,
            question,
            asked,
            found,
            needs,
            Beside(archive, connection, question, found, held, t),
            Events(connection, question, held),
            unit,
            annotations,
            t
        );
        var releases = held?.Releases ?? ReleaseQuery.All(connection);
        var behind = plain.Where(p => drawn.Series.Any(d => d.Key == p.Key)).Concat(found.Beside).Concat(needs).ToList();
        var spec = drawn.Spec with
        {
            SourceLine = ChartCaption.Sources(behind, releases, archive.Words, t),
            Notes = [.. drawn.Spec.Notes, .. found.Notes],
            Language = question.Language,
            Subtitle = question.AsOf is { } day ? t["chart.as-known", drawn.Spec.Subtitle, Dates.Long(day)] : drawn.Spec.Subtitle,
            AltText = found.Captions.Count > 0 ? t["make.alt", drawn.Spec.AltText, string.Join("; ", found.Captions)] : drawn.Spec.AltText,
            Address = ChartAddress.Of(asked),
        };
        var made = new MadeChart
        {
            Question = asked,
            Unit = unit,
            Behind = behind,
            Annotations = [.. annotations.Where(a => spec.Excerpts.Any(e => e.Number == a.Number))],
            Chart = new TracedChart(question.Kind, spec, drawn.Series)
            {
                Page = spec.Address,
                Maker = spec.Address,
                Trace = (line, point) => MadeTrace.Address(asked, line, point),
            },
            Comparison = SourceComparison.Of(
                question.Scale is AskedScale.Total or AskedScale.Log or AskedScale.PerCapita ? found.Lines : plain,
                question,
                archive.Words,
                releases,
                t
            ),
            FindPeers = () => HasPeers(question) ? PeerArea.Of(archive, question, t) : [],
        };
        var years =
            question.Align.Count > 0
                ? (From: found.Lines.Min(l => l.Series.First!.Period.Year), To: found.Lines.Max(l => l.Series.Last!.Period.Year))
            : question.Card.IsMonthly || question.Card.Takes == SeriesTaken.National
                ? (From: question.From ?? 0, To: question.To ?? int.MaxValue)
            : (From: (int)Math.Round(spec.From), To: (int)Math.Round(spec.To));
        var units = found
            .Lines.GroupBy(l => l.Series.Key.Element)
            .ToDictionary(g => g.Key, g => MakingUnit.Of([.. g], archive.Words, question, from, t));
        made = made with { Chart = made.Chart with { Years = years } };
        return made with { Write = () => Sentence(made, question, found, drawn.Series, units, archive.Words, t) };
    }

    private static IReadOnlyList<Phrase> Sentence(
        MadeChart made,
        ChartQuestion question,
        FoundSeries found,
        IReadOnlyList<LabelledSeries> drawn,
        IReadOnlyDictionary<string, ChartUnit> units,
        Vocabulary words,
        Texts t
    )
    {
        var (from, to) = made.Chart.Years;
        var place = Place(made.Question, words, t);
        return question.Card.Takes == SeriesTaken.National
            ? new MakingSentence(
                made,
                [.. found.Lines.Where(l => l.Series.Key.Dimension("phase") == "3+")],
                units,
                from,
                to,
                words,
                t
            ).Write(place, t["make.say.crisis"])
            : new MakingSentence(made, drawn, units, from, to, words, t).Write(
                place,
                BalanceWords(question, MakingWords.Subject(found.Lines, words, t), found.Lines, words, t)
            );
    }

    /// <summary>A balance is of one source, and so are two measures against each other.</summary>
    private static ChartQuestion WithSource(ChartQuestion question, Vocabulary words) =>
        question is { Card.IsOfOneSource: true, Sources.Count: 0, Elements.Count: 0 }
            ? question with
            {
                Sources = [words.DatasetWith(DatasetCard.FullBalance).Code],
            }
            : question;

    /// <summary>The first year in view where none is asked for: 1985, or where two moments are compared the first that most lines have; of months all.</summary>
    private static int? FirstInView(ChartQuestion question, IReadOnlyList<LabelledSeries> lines)
    {
        var last = lines.Max(l => l.Series.Last?.Period.Year ?? int.MinValue);
        return question.From
            ?? (
                question.Card.IsMonthly
                    ? null
                    : Math.Max(question.Card.ComparesMoments ? FirstOfMost(lines) : int.MinValue, Math.Min(DefaultFrom, last - 1))
            );
    }

    /// <summary>The first year from which on most lines have figures.</summary>
    private static int FirstOfMost(IReadOnlyList<LabelledSeries> lines)
    {
        var firsts = lines.Select(l => l.Series.First?.Period.Year).OfType<int>().Order().ToList();
        return firsts.Count == 0 ? int.MinValue : firsts[(firsts.Count - 1) / 2];
    }

    /// <summary>Five measures of cereals are their supply and use.</summary>
    private static string BalanceWords(
        ChartQuestion question,
        string subject,
        IReadOnlyList<LabelledSeries> lines,
        Vocabulary words,
        Texts t
    ) =>
        question.Card.IsBalance
            ? t["make.say.balance", t.List([.. lines.Select(l => l.Series.Key.Item).Distinct().Select(i => words.Items[i].Name.Lower())])]
            : subject;

    private static ChartDrawn Draw(
        Archive archive,
        ChartQuestion question,
        ChartQuestion asked,
        FoundSeries found,
        IReadOnlyList<LabelledSeries> needs,
        IReadOnlyList<LabelledSeries> beside,
        IReadOnlyList<AreaEvent> events,
        ChartUnit unit,
        IReadOnlyList<ChartAnnotation> annotations,
        Texts t
    )
    {
        var kind = ChartKindCatalog.Find(question.Kind)!;
        var words = archive.Words;
        var from = FirstInView(question, found.Lines);
        var input = new ChartKindInput
        {
            Series = found.Lines,
            Place = Place(asked, words, t),
            Subject = BalanceWords(question, MakingWords.Subject(found.Lines, words, t), found.Lines, words, t),
            Basis = string.Join("; ", found.Captions),
            Unit = unit,
            Scale = question.Scale switch
            {
                AskedScale.PerCapita => ChartScale.PerCapita,
                AskedScale.Index => ChartScale.Index,
                AskedScale.Change => ChartScale.Change,
                AskedScale.Share => ChartScale.Share,
                _ => ChartScale.Total,
            },
            Beside = beside,
            Events = events,
            BaseYear = question.BaseYear,
            From = from,
            To = question.To,
            Annotations = annotations,
            UnitByElement = found
                .Lines.GroupBy(l => l.Series.Key.Element)
                .ToDictionary(g => g.Key, g => MakingUnit.Of([.. g], words, question, from, t)),
            Options = question.Options.ToDictionary(o => o.Name, o => o.Value),
            Areas = words.Areas,
            Items = words.Items,
            Elements = words.Elements,
            Boundaries = kind.Card.NeedsBoundaries ? Outlines(archive) : null,
            Texts = t,
            Language = question.Language,
        };
        return kind.Build(input) switch
        {
            ChartDrawn drawn => Finish(drawn, input, question, needs, t),
            ChartRefusal refusal => throw RefusedException.Because(refusal.Reason, Nearest(question, archive.Words, t)),
            _ => throw new InvalidOperationException("A kind draws or refuses."),
        };
    }

    /// <summary>What a measure is read beside: of shares in a phase, how many people they are of, period by period; of a deficit, its parts.</summary>
    private static IReadOnlyList<LabelledSeries> Beside(
        Archive archive,
        DbConnection connection,
        ChartQuestion question,
        FoundSeries found,
        AreaHeld? held,
        Texts t
    )
    {
        static (string, string, string, string) Place(LabelledSeries l) =>
            (l.Series.Key.Area, l.Series.Key.Dimension("level1"), l.Series.Key.Dimension("area"), l.Series.Key.Dimension("validity"));
        if (question.Card.Beside.Count == 0)
        {
            return new QuestionSeries(archive, connection, question, t, held).Beside(found.Lines[0], Measures.BesideOf(found.Lines));
        }

        return found.Lines.Select(Place).Distinct().Skip(1).Any()
            ? []
            :
            [
                .. new QuestionSeries(archive, connection, question with { Elements = question.Card.Beside }, t)
                    .Any()
                    .Where(l => l.Series.Key.Dimension("phase") == "all" && Place(l) == Place(found.Lines[0])),
            ];
    }

    /// <summary>What happened in the one place shown, as far as it was known.</summary>
    private static IReadOnlyList<AreaEvent> Events(DbConnection connection, ChartQuestion question, AreaHeld? held) =>
        question.Areas.Count != 1
            ? []
            : held?.Events ?? ReleaseQuery.KnownOn(ReleaseQuery.Events(connection, question.Areas[0]), question.AsOf);

    /// <summary>Where, as it was asked: a region stays a region on its map, and no area is the world.</summary>
    private static string Place(ChartQuestion asked, Vocabulary words, Texts t) =>
        MakingWords.Place(asked.Areas.Count > 0 ? asked.Areas : ["WORLD"], words, t);

    private static ChartDrawn Finish(
        ChartDrawn drawn,
        ChartKindInput input,
        ChartQuestion question,
        IReadOnlyList<LabelledSeries> needs,
        Texts t
    )
    {
        var spec = drawn.Spec;
        if (question.Align.Count > 0)
        {
            (spec, var series) = EventTime.Of(question, drawn.Series, spec, input.Unit, input.Place, input.Subject, t);
            drawn = new ChartDrawn(spec, series);
        }

        spec = ReferenceLines.Add(spec, question, drawn.Series, needs, input.Unit, t);
        return drawn with { Spec = question.Scale == AskedScale.Log ? LogAxis.Of(spec, question, t) : spec };
    }

    /// <summary>What may work where a kind refuses: as lines, all years, fewer lines.</summary>
    private static (string, ChartQuestion)[] Nearest(ChartQuestion question, Vocabulary words, Texts t)
    {
        var nearest = new List<(string, ChartQuestion)>();
        if (question.Elements is [StaplePrice.Element])
        {
            nearest.Add((t["make.instead.heat"], question with { Kind = HeatKind.Word, References = [] }));
            nearest.Add(
                (t["make.instead.season"], question with { Kind = SeasonKind.Word, Items = [.. question.Items.Take(1)], References = [] })
            );
        }

        if (question.Kind != ChartQuestion.DefaultKind)
        {
            nearest.Add((t["make.instead.line"], question with { Kind = ChartQuestion.DefaultKind }));
        }

        if (question.From is not null || question.To is not null)
        {
            nearest.Add((t["make.instead.all-years"], question with { From = null, To = null, BaseYear = null }));
        }

        if (question.Sources.Count != 1)
        {
            nearest.Add((t["make.instead.usda"], question with { Sources = [words.DatasetWith(DatasetCard.FullBalance).Code] }));
        }

        nearest.Add((t["make.instead.default"], new ChartQuestion { Areas = [question.Areas[0]] }));
        return [.. nearest];
    }

    private static Boundaries? Outlines(Archive archive) =>
        Directory.Exists(Path.Combine(archive.SeedsFolder, "boundaries")) ? Boundaries.Load(archive.SeedsFolder) : null;
}
