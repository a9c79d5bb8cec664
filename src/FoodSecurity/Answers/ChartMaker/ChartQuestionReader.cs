using System.Globalization;
using FoodSecurity.Answers.Areas;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Answers.ChartMaker;

/// <summary>
/// Reads the grammar of chart addresses. Names of areas in any language, doubled and empty fields of a form are understood; what is not known is refused
/// with the nearest that is.
/// </summary>
public sealed class ChartQuestionReader(Vocabulary words, IReadOnlyList<string> kinds)
{
    private const int LongestList = 24;
    private const int LongestText = 600;

    private static readonly string[] Names =
    [
        "areas",
        "items",
        "elements",
        "sources",
        "which",
        "from",
        "to",
        "basis",
        "year",
        "scale",
        "smooth",
        "base",
        "align",
        "ref",
        "asof",
        "notes",
        "lang",
        "w",
        "scale2",
    ];

    /// <summary>What single kinds understand; a kind leaves alone what is not its own.</summary>
    private static IReadOnlyList<string> OptionNames => ChartKindCatalog.Options;

    private static Texts T => Texts.English;

    /// <param name="kind">The path's kind.</param>
    /// <param name="query">Names and values as they came; a name may come more than once.</param>
    /// <returns>The question, or the refusal.</returns>
    public (ChartQuestion? Question, MakingRefusal? Refusal) Read(string kind, IEnumerable<KeyValuePair<string, string>> query)
    {
        try
        {
            return (Question(kind, query), null);
        }
        catch (RefusedException refused)
        {
            return (null, refused.Refusal);
        }
    }

    private ChartQuestion Question(string kind, IEnumerable<KeyValuePair<string, string>> query)
    {
        if (!kinds.Contains(kind))
        {
            throw Unknown("kind", kind, NearestNames.Of(kind, kinds), ChartQuestion.DefaultKind);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in query)
        {
            if (!Names.Contains(name) && !OptionNames.Contains(name))
            {
                if (IsTracking(name))
                {
                    continue;
                }

                throw Unreadable(
                    T[
                        "make.refused.name",
                        name,
                        T.List(NearestNames.Of(name, Names.Concat(OptionNames))) is { Length: > 0 } near ? near : string.Join(", ", Names)
                    ]
                );
            }

            if (value.Length > LongestText)
            {
                throw Unreadable(T["make.refused.long", name]);
            }

            values[name] = name != "scale2" && values.TryGetValue(name, out var before) && before.Length > 0 ? before + "," + value : value;
        }

        string One(string name) => values.GetValueOrDefault(name, "").Trim(' ', ',');
        var question = new ChartQuestion
        {
            Kind = kind,
            Areas = Areas(One("areas")),
            Items = Codes("items", One("items"), words.Items.ToDictionary(i => i.Key, i => i.Value.Name), LargestItems.IsWord),
            Elements = Codes("elements", One("elements"), words.Elements.ToDictionary(e => e.Key, e => e.Value.Name)),
            Sources = Codes("sources", One("sources"), words.Datasets.ToDictionary(d => d.Key, d => d.Value.Short)),
            From = Year("from", One("from")),
            To = Year("to", One("to")),
            Basis = One("basis") is "" or "published"
                ? ""
                : Codes("basis", One("basis"), words.Bases.ToDictionary(b => b.Key, b => b.Value.Name))[0],
            Which = [.. Split(One("which")).Select(w => Word("which", w)).Distinct()],
            YearBasis = Years(One("year")),
            Scale = Scale(One("scale")),
            Smooth = Smooth(One("smooth")),
            BaseYear = Year("base", One("base")),
            Align = [.. Split(One("align")).Select(y => Year("align", y)!.Value)],
            References = [.. Split(One("ref")).Select(Reference).Distinct()],
            AsOf = Day(One("asof")),
            Options = [.. OptionNames.Where(o => One(o).Length > 0).Select(o => (o, Option(o, One(o))))],
            Notes = Tags(One("notes")),
            Language = Language(One("lang")),
            Width = Width(One("w")),
            IsDouble = values.TryGetValue("scale2", out var twice) && twice is not ("0" or "1"),
        };
        return ChartContradictions.None(question);
    }

    private List<string> Areas(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        // "Korea, Dem. People's Rep." holds a comma: the longest run of pieces that is a name goes first.
        var pieces = text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var found = new List<string>();
        for (var i = 0; i < pieces.Length; )
        {
            var taken = Enumerable
                .Range(1, Math.Min(3, pieces.Length - i))
                .Reverse()
                .Select(n => (Count: n, Area: words.FindArea(string.Join(", ", pieces[i..(i + n)]))))
                .FirstOrDefault(n => n.Area is not null);
            if (taken.Area is not { } area)
            {
                var near = AreaDirectory.Nearest(words, pieces[i]);
                throw Unknown("areas", pieces[i], [.. near.Select(a => $"{a.Code} ({a.Name})")], near[0].Code);
            }

            found.Add(area.Code);
            i += taken.Count;
        }

        return Few("areas", found);
    }

    private List<string> Codes(string name, string text, Dictionary<string, string> known, Func<string, bool>? isWord = null) =>
        Few(
            name,
            [
                .. Split(text)
                    .Select(code =>
                    {
                        var lower = code.ToLowerInvariant();
                        if (known.ContainsKey(lower) || isWord?.Invoke(lower) == true)
                        {
                            return lower;
                        }

                        if (known.FirstOrDefault(k => string.Equals(k.Value, code, StringComparison.OrdinalIgnoreCase)).Key is { } named)
                        {
                            return named;
                        }

                        var near = NearestNames.Of(lower, known.Keys);
                        throw Unknown(name, code, near, near.Count > 0 ? near[0] : "");
                    }),
            ]
        );

    private List<string> Few(string name, List<string> values)
    {
        var once = values.Distinct().ToList();
        return once.Count <= LongestList ? once : throw Unreadable(T["make.refused.many", name, once.Count, LongestList]);
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private int? Year(string name, string text) =>
        text.Length == 0 ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 2200 ? year
        : throw Unreadable(T["make.refused.value", name, text, T["make.expected.year"]]);

    private DateOnly? Day(string text) =>
        text.Length == 0 ? null
        : Dates.Asked(text) is { } day ? day
        : throw Unreadable(T["make.refused.value", "asof", text, T["make.expected.day"]]);

    private AskedScale Scale(string text) =>
        text.Length == 0
            ? AskedScale.Total
            : Enum.GetValues<AskedScale>().Cast<AskedScale?>().FirstOrDefault(s => ChartAddress.Name(s!.Value) == text)
                ?? throw Unreadable(
                    T["make.refused.value", "scale", text, string.Join(", ", Enum.GetValues<AskedScale>().Select(ChartAddress.Name))]
                );

    private Smoothing Smooth(string text) =>
        text switch
        {
            "" or "none" => Smoothing.None,
            "3" => new(3, false),
            "5" => new(5, false),
            "3-trailing" => new(3, true),
            "5-trailing" => new(5, true),
            _ => throw Unreadable(T["make.refused.value", "smooth", text, "none, 3, 5, 3-trailing, 5-trailing"]),
        };

    private string Reference(string text) =>
        text is ReferenceLines.FiveYears or ReferenceLines.Need ? text
        : decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var value
        )
        && Math.Abs(value) < 1e15m
            ? (value / 1.0000000000m).ToString("0.##########", CultureInfo.InvariantCulture)
        : throw Unreadable(T["make.refused.value", "ref", text, T["make.expected.reference"]]);

    private static string Option(string name, string text) =>
        text.Length <= 100 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ',' or '.')
            ? text
            : throw Unreadable(T["make.refused.value", name, text, T["make.expected.option"]]);

    private static IReadOnlyList<string>? Tags(string text) =>
        text switch
        {
            "" or "all" => null,
            "none" => [],
            _ => [.. Split(text.ToLowerInvariant()).Where(t => t is not ("all" or "none")).Select(t => Word("notes", t)).Distinct()],
        };

    private static string Word(string name, string text) =>
        AddressWord.Is(text) ? text : throw Unreadable(T["make.refused.value", name, text, T["make.expected.word"]]);

    private static YearBasis Years(string text) =>
        text is ""
            ? YearBasis.Published
            : Enum.GetValues<YearBasis>().Cast<YearBasis?>().FirstOrDefault(y => ChartAddress.Name(y!.Value) == text)
                ?? throw Unreadable(
                    T["make.refused.value", "year", text, string.Join(", ", Enum.GetValues<YearBasis>().Select(ChartAddress.Name))]
                );

    private string Language(string text)
    {
        var known = Texts.Languages;
        return text.Length == 0 ? "en"
            : known.Contains(text) ? text
            : throw Unreadable(T["make.refused.value", "lang", text, string.Join(", ", known)]);
    }

    private int? Width(string text) =>
        text.Length == 0 ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width is >= 320 and <= 2400 ? width
        : throw Unreadable(T["make.refused.value", "w", text, T["make.expected.width"]]);

    private static bool IsTracking(string name) =>
        name.StartsWith("utm_", StringComparison.Ordinal) || name is "fbclid" or "gclid" or "kind";

    private static RefusedException Unreadable(string reason) => new(new MakingRefusal(RefusalCause.Unreadable, reason));

    private RefusedException Unknown(string name, string text, IReadOnlyList<string> near, string first)
    {
        var reason =
            near.Count > 0 ? T["make.refused.unknown", name, text, string.Join(", ", near)] : T["make.refused.unknown-alone", name, text];
        var instead = name switch
        {
            "areas" when first.Length > 0 => new ChartQuestion { Areas = [first] },
            _ => null,
        };
        return new(
            new MakingRefusal(RefusalCause.Unknown, reason)
            {
                Instead = instead is null ? [] : [(T["make.instead.area", words.Areas[first].Name], instead)],
            }
        );
    }
}
