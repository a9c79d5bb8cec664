using System.Globalization;
using System.Text.RegularExpressions;
using FoodSecurity.Articles;
using FoodSecurity.Observations;

namespace FoodSecurity.Web.Pages;

public sealed partial class ExcerptForm
{
    private ClaimAttribution? Attribution(string? provider)
    {
        if (Sent("speaker").Length == 0 && (provider is not null || Sent("through").Length > 0))
        {
            Wrong("speaker", t["page.wrong.speaker"]);
        }

        return Sent("speaker").Length == 0
            ? null
            : new ClaimAttribution(Sent("speaker"), Sent("named") == "yes", provider, Some("through"));
    }

    private ClaimPeriod? Period(string text, string prefix, string kind, string? happened)
    {
        string? from = Date(prefix + "from"),
            to = Date(prefix + "to");
        if (PartialDate.Start(from) > PartialDate.End(to))
        {
            Wrong(prefix + "to", t["page.wrong.ends", from!]);
        }

        if (kind.Length > 0 && !ExcerptFields.PeriodKinds.Contains(kind))
        {
            Wrong("period-kind", t["page.wrong.list"]);
        }

        if (from is null && to is null && happened is null && Sent(text).Length == 0)
        {
            return null;
        }

        var ofDates =
            from is null || to is null
                ? "open"
                : (from.Length, from == to) switch
                {
                    (4, true) => "year",
                    (4, _) => "years",
                    (7, true) => "month",
                    (7, _) => "months",
                    _ => "date",
                };
        return new ClaimPeriod(
            Sent(text),
            kind.Length > 0 ? kind
                : happened is null ? ofDates
                : "event",
            from,
            to,
            happened
        );
    }

    private ClaimQuantity? Quantity(string prefix, string text)
    {
        var value = Decimal(prefix + "value");
        var upper = Decimal(prefix + "upper");
        var step = Decimal(prefix + "step");
        if (value is null)
        {
            if ((upper ?? step) is not null || Sent(text).Length > 0 || Sent(prefix + "unit").Length > 0)
            {
                Errors.TryAdd(prefix + "value", t["page.wrong.no-number", ExcerptFields.Label(prefix + "value", t)]);
            }

            return null;
        }

        if (upper < value)
        {
            Wrong(prefix + "upper", t["page.wrong.upper"]);
        }

        if (step <= 0)
        {
            Wrong(prefix + "step", t["page.wrong.above-zero"]);
        }

        if (Sent(prefix + "hedge").Length > 0 && !ExcerptFields.Hedges.Contains(Sent(prefix + "hedge")))
        {
            Wrong(prefix + "hedge", t["page.wrong.list"]);
        }

        return new ClaimQuantity(
            Sent(text),
            value.Value,
            upper,
            Sent(prefix + "unit"),
            Some(prefix + "hedge"),
            step ?? LastDigit(value.Value)
        );
    }

    private Dictionary<string, string> Facets()
    {
        var facets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Sent("facets").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } value])
            {
                facets[name] = value;
            }
            else
            {
                Errors.TryAdd("facets", t["page.wrong.facets", line]);
            }
        }

        return facets;
    }

    private OtherWording? Wording(string name)
    {
        string text = Sent(name),
            source = Sent(name + "-source"),
            language = Sent(name + "-language");
        if ((text + source + language + Sent(name + "-address")).Length == 0)
        {
            return null;
        }

        if (text.Length is 0 or > 2_000)
        {
            Wrong(name, t["page.wrong.words"]);
        }

        if (source.Length == 0)
        {
            Wrong(name + "-source", t["page.wrong.whose"]);
        }

        if (Sent(name + "-address").Length > 0 && CanonicalAddress.Of(Sent(name + "-address")) is null)
        {
            Wrong(name + "-address", t["page.wrong.address"]);
        }

        return new OtherWording(text, Language(name + "-language", isNeeded: true) ?? "", source, Some(name + "-address"));
    }

    private string? Language(string field, bool isNeeded = false) =>
        Sent(field).Length == 0 && !isNeeded ? null
        : LanguageTag().IsMatch(Sent(field)) ? Sent(field)
        : Wrong(field, t["page.wrong.language"]);

    private string? Date(string field) =>
        Sent(field).Length == 0 ? null
        : PartialDate.IsValid(Sent(field)) ? Sent(field)
        : Wrong(field, t["page.wrong.date"]);

    private decimal? Decimal(string field)
    {
        if (Sent(field).Length == 0)
        {
            return null;
        }

        // "4,8" is 48 in one country and 4.8 in another: neither is guessed.
        if (
            decimal.TryParse(
                Sent(field),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return number;
        }

        Wrong(field, t["page.wrong.number"]);
        return null;
    }

    private int? Count(string field)
    {
        if (Sent(field).Length == 0)
        {
            return null;
        }

        if (int.TryParse(Sent(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 200)
        {
            return number;
        }

        Wrong(field, t["page.wrong.whole"]);
        return null;
    }

    private T Choice<T>(string field)
        where T : struct, Enum
    {
        // A number would be taken for a word of the list by its place there.
        if (Sent(field).All(char.IsLetter) && Enum.TryParse<T>(Sent(field), ignoreCase: true, out var value))
        {
            return value;
        }

        Wrong(field, t["page.wrong.list"]);
        return default;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();
}
