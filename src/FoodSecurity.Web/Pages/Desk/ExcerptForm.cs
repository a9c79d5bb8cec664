using System.Globalization;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;
using FoodSecurity.Observations;

namespace FoodSecurity.Web.Pages;

/// <summary>What is said of an excerpt as the inputs of a form, by <see cref="ExcerptFields.Names"/>, with what is wrong beside each.</summary>
public sealed partial class ExcerptForm(PageTexts t)
{
    /// <summary>Fields that most passages leave empty.</summary>
    public static readonly IReadOnlyList<string> Further =
    [
        "base",
        "base-from",
        "base-to",
        "against",
        "times",
        "of-last",
        "facets",
        "reached",
        "reached-value",
        "reached-upper",
        "reached-unit",
        "reached-hedge",
        "reached-step",
        "tags",
        "language",
        "original",
        "original-language",
        "original-source",
        "original-address",
        "translation",
        "translation-language",
        "translation-source",
        "translation-address",
    ];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>What is wrong, by field; "" for what belongs to none.</summary>
    public Dictionary<string, string> Errors { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands in a field; "" where it is empty.</summary>
    public string this[string field]
    {
        get => Sent(field);
        private set => _values[field] = value;
    }

    public string? Error(string field) => Errors.GetValueOrDefault(field);

    public static ExcerptForm Of(IFormCollection sent, PageTexts t)
    {
        var form = new ExcerptForm(t);
        foreach (var field in ExcerptFields.Names)
        {
            form[field] = CleanText.Of(sent[field].ToString()).Trim();
        }

        return form;
    }

    public static ExcerptForm Of(ExcerptCorrection said, PageTexts t)
    {
        var c = said.Claim;
        var form = new ExcerptForm(t);
        foreach (
            var (field, value) in new (string, string?)[]
            {
                ("kind", said.Kind),
                ("area", c.Area),
                ("indicator", c.Indicator),
                ("item", c.Item),
                ("relation", Word(c.Relation)),
                ("modality", Word(c.Modality)),
                ("against", c.Against),
                ("period", c.Period?.Text),
                ("period-kind", c.Period?.Kind),
                ("from", c.Period?.From),
                ("to", c.Period?.To),
                ("event", c.Period?.Event),
                ("base", c.Base?.Text),
                ("base-from", c.Base?.From),
                ("base-to", c.Base?.To),
                ("times", Number(c.Times)),
                ("of-last", Number(c.OfLast)),
                ("facets", string.Join("\n", c.Facets.Select(f => $"{f.Key}: {f.Value}"))),
                ("speaker", c.Attribution?.Speaker),
                ("named", c.Attribution is { IsNamed: false } ? "no" : "yes"),
                ("provider", c.Attribution?.Provider),
                ("through", c.Attribution?.Through),
                ("cause", c.Cause),
                ("tags", string.Join(", ", said.Tags)),
                ("language", said.Language),
            }
        )
        {
            form[field] = value ?? "";
        }

        form.Put("", "quantity", c.Quantity);
        form.Put("reached-", "reached", c.Reached);
        form.Put("original", said.Original);
        form.Put("translation", said.Translation);
        return form;
    }

    /// <summary>What the form says, or null with <see cref="Errors"/>.</summary>
    /// <param name="kept">The claim before, for the parts that the form does not show.</param>
    /// <param name="words">Areas, items and providers by code or name.</param>
    /// <param name="indicators">Codes a claim may name.</param>
    public ExcerptCorrection? Read(Claim? kept, Vocabulary words, IReadOnlyCollection<string> indicators)
    {
        var area = Sent("area").Length == 0 ? "" : words.FindArea(Sent("area"))?.Code ?? Wrong("area", t["page.wrong.area"]);
        var item = Sent("item").Length == 0 ? null : ItemOf(words, Sent("item")) ?? Wrong("item", t["page.wrong.item"]);
        var provider =
            Sent("provider").Length == 0 || words.Providers.ContainsKey(Sent("provider"))
                ? Some("provider")
                : Wrong("provider", t["page.wrong.provider"]);
        if (!indicators.Contains(Sent("indicator")) && Sent("indicator") != kept?.Indicator)
        {
            Wrong("indicator", t["page.wrong.indicator"]);
        }

        var period = Period("period", "", Sent("period-kind"), Some("event"));
        var start = Period("base", "base-", "", null);
        var claim = (
            kept
            ?? new Claim
            {
                Area = "",
                Indicator = "",
                Relation = ClaimRelation.None,
            }
        ) with
        {
            Area = area,
            Item = item,
            Indicator = Sent("indicator"),
            Relation = Choice<ClaimRelation>("relation"),
            Modality = Choice<ClaimModality>("modality"),
            Period = period,
            Base = start,
            Quantity = Quantity("", "quantity"),
            Reached = Quantity("reached-", "reached"),
            Against = Some("against"),
            Times = Count("times"),
            OfLast = Count("of-last"),
            Facets = Facets(),
            Attribution = Attribution(provider),
            Cause = Some("cause"),
        };
        if (!ExcerptCorrection.Kinds.Contains(Sent("kind")))
        {
            Wrong("kind", t["page.wrong.one-of", string.Join(", ", ExcerptCorrection.Kinds)]);
        }

        var said = new ExcerptCorrection
        {
            Kind = Sent("kind"),
            Claim = claim,
            Language = Language("language"),
            Original = Wording("original"),
            Translation = Wording("translation"),
            Tags = [Sent("tags")],
        };
        return Errors.Count == 0 ? said : null;
    }

    private string Sent(string field) => _values.GetValueOrDefault(field, "");

    private string? Some(string field) => Sent(field).Length > 0 ? Sent(field) : null;

    private string Wrong(string field, string expected)
    {
        var found = Sent(field).Length > 60 ? Sent(field)[..60] + "…" : Sent(field);
        Errors.TryAdd(
            field,
            found.Length > 0
                ? t["page.wrong.found", ExcerptFields.Label(field, t), found, expected]
                : t["page.wrong.said", ExcerptFields.Label(field, t), expected]
        );
        return "";
    }

    private void Put(string prefix, string text, ClaimQuantity? quantity)
    {
        (_values[text], _values[prefix + "value"], _values[prefix + "upper"]) = (
            quantity?.Text ?? "",
            Number(quantity?.Value),
            Number(quantity?.Upper)
        );
        (_values[prefix + "unit"], _values[prefix + "hedge"], _values[prefix + "step"]) = (
            quantity?.Unit ?? "",
            quantity?.Hedge ?? "",
            Number(quantity?.Step)
        );
    }

    private void Put(string name, OtherWording? wording) =>
        (_values[name], _values[name + "-language"], _values[name + "-source"], _values[name + "-address"]) = (
            wording?.Text ?? "",
            wording?.Language ?? "",
            wording?.Source ?? "",
            wording?.Address ?? ""
        );

    private static string? ItemOf(Vocabulary words, string text) =>
        words.Items.ContainsKey(text)
            ? text
            : words
                .Items.Values.FirstOrDefault(i =>
                    i.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || i.Name.Equals(text, StringComparison.OrdinalIgnoreCase)
                )
                ?.Code;

    /// <summary>One unit of the last digit that is not a closing zero: 10000 for 4820000, 0.1 for 6.9.</summary>
    internal static decimal LastDigit(decimal value)
    {
        var step = 1m;
        for (var scale = value.Scale; scale > 0; scale--)
        {
            step /= 10;
        }

        while (value != 0 && value % (step * 10) == 0)
        {
            step *= 10;
        }

        return step;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Number<T>(T? value)
        where T : struct, IFormattable => value?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
