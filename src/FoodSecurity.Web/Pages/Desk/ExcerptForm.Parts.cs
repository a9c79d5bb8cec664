using System.Globalization;
using System.Text.RegularExpressions;
using FoodSecurity.Articles;
using FoodSecurity.Observations;

namespace FoodSecurity.Web.Pages;

public sealed partial class ExcerptForm
{
    private ClaimAttribution? Attribution(string? provider)
    {
        if (this["speaker"].Length == 0 && (provider is not null || this["through"].Length > 0))
        {
            Wrong("speaker", "say who said it, where a source or an agency is named");
        }

        return this["speaker"].Length == 0 ? null : new ClaimAttribution(this["speaker"], this["named"] == "yes", provider, Some("through"));
    }

    private ClaimPeriod? Period(string text, string prefix, string kind, string? happened)
    {
        string? from = Date(prefix + "from"), to = Date(prefix + "to");
        if (PartialDate.Start(from) > PartialDate.End(to))
        {
            Wrong(prefix + "to", $"it ends before it begins ({from})");
        }

        if (kind.Length > 0 && !ExcerptFields.PeriodKinds.Contains(kind))
        {
            Wrong("period-kind", "choose one of the list");
        }

        if (from is null && to is null && happened is null && this[text].Length == 0)
        {
            return null;
        }

        var ofDates = from is null || to is null ? "open" : (from.Length, from == to) switch { (4, true) => "year", (4, _) => "years", (7, true) => "month", (7, _) => "months", _ => "date" };
        return new ClaimPeriod(this[text], kind.Length > 0 ? kind : happened is null ? ofDates : "event", from, to, happened);
    }

    private ClaimQuantity? Quantity(string prefix, string text)
    {
        var value = Decimal(prefix + "value");
        var upper = Decimal(prefix + "upper");
        var step = Decimal(prefix + "step");
        if (value is null)
        {
            if ((upper ?? step) is not null || this[text].Length > 0 || this[prefix + "unit"].Length > 0)
            {
                Errors.TryAdd(prefix + "value", $"{ExcerptFields.Labels[prefix + "value"]}: give the number, or leave its words and unit empty too.");
            }

            return null;
        }

        if (upper < value)
        {
            Wrong(prefix + "upper", "the upper end lies below the figure");
        }

        if (step <= 0)
        {
            Wrong(prefix + "step", "expected a number above 0");
        }

        if (this[prefix + "hedge"].Length > 0 && !ExcerptFields.Hedges.Contains(this[prefix + "hedge"]))
        {
            Wrong(prefix + "hedge", "choose one of the list");
        }

        return new ClaimQuantity(this[text], value.Value, upper, this[prefix + "unit"], Some(prefix + "hedge"), step ?? LastDigit(value.Value));
    }

    private Dictionary<string, string> Facets()
    {
        var facets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in this["facets"].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } value])
            {
                facets[name] = value;
            }
            else
            {
                Errors.TryAdd("facets", $"Found “{line}”, expected lines such as rice-form: paddy.");
            }
        }

        return facets;
    }

    private OtherWording? Wording(string name)
    {
        string text = this[name], source = this[name + "-source"], language = this[name + "-language"];
        if ((text + source + language + this[name + "-address"]).Length == 0)
        {
            return null;
        }

        if (text.Length is 0 or > 2_000)
        {
            Wrong(name, "expected its words, at most 2,000 characters");
        }

        if (source.Length == 0)
        {
            Wrong(name + "-source", "say whose wording it is");
        }

        if (this[name + "-address"].Length > 0 && CanonicalAddress.Of(this[name + "-address"]) is null)
        {
            Wrong(name + "-address", "expected an http or https address");
        }

        return new OtherWording(text, Language(name + "-language", isNeeded: true) ?? "", source, Some(name + "-address"));
    }

    private string? Language(string field, bool isNeeded = false) =>
        this[field].Length == 0 && !isNeeded ? null : LanguageTag().IsMatch(this[field]) ? this[field] : Wrong(field, "expected a language tag such as en, fr or ko");

    private string? Date(string field) => this[field].Length == 0 ? null : PartialDate.IsValid(this[field]) ? this[field] : Wrong(field, "expected yyyy, yyyy-MM or yyyy-MM-dd");

    private decimal? Decimal(string field)
    {
        if (this[field].Length == 0)
        {
            return null;
        }

        // "4,8" is 48 in one country and 4.8 in another: neither is guessed.
        if (decimal.TryParse(this[field], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Wrong(field, "expected a number such as 4820000 or 6.9, without commas or words");
        return null;
    }

    private int? Count(string field)
    {
        if (this[field].Length == 0)
        {
            return null;
        }

        if (int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 200)
        {
            return number;
        }

        Wrong(field, "expected a whole number from 1 to 200");
        return null;
    }

    private T Choice<T>(string field) where T : struct, Enum
    {
        if (Enum.TryParse<T>(this[field], ignoreCase: true, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        Wrong(field, "choose one of the list");
        return default;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();
}
