using System.Globalization;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;

namespace FoodSecurity.Articles.Extraction.Times;

/// <summary>What has to be known of a claim whose sentence names no time.</summary>
/// <param name="Subject">What it is about, as <see cref="ClaimIndicator.Subject"/>.</param>
/// <param name="Area">Area code.</param>
/// <param name="Modality">How it is meant.</param>
/// <param name="Compared">What it is compared with; null where nothing is named.</param>
internal readonly record struct TimelessClaim(string Subject, string Area, ClaimModality Modality, PeriodMark? Compared);

/// <summary>
/// The times that stand around a sentence which names none: of its paragraph, of the lead, of the title, then the last season completed before the day of publication.
/// A claim takes the nearest that can be its own: a harvest has no month, a plain statement no time to come.
/// </summary>
internal sealed class ContextTimes(DateOnly? published, ClaimTables tables)
{
    private const string FromPublication = "context: the last completed before publication";

    /// <summary>From this month on what a country grows and buys is said of the running year.</summary>
    private const int RatioKnown = 9;
    private readonly List<ClaimPeriod> _paragraph = [];
    private readonly List<ClaimPeriod> _lead = [];
    private readonly List<ClaimPeriod> _title = [];
    private ClaimPeriod? _claimed;

    public void SetTitle(Sentence title) => Add(title, _title);

    public void BeginParagraph()
    {
        _paragraph.Clear();
        _claimed = null;
    }

    /// <summary>Remembers the times a sentence named; those of the first sentences of the text are the lead's.</summary>
    public void Pass(Sentence sentence, bool isLead)
    {
        Add(sentence, _paragraph);
        if (isLead)
        {
            Add(sentence, _lead);
        }
    }

    /// <summary>The period of a claim just made goes before other times of its sentence.</summary>
    public void Say(ClaimPeriod? period) => _claimed = period ?? _claimed;

    public (ClaimPeriod? Period, string Origin) For(TimelessClaim claim)
    {
        var isHarvest = claim.Subject is "production" or "area" or "yield";
        var isYearly =
            claim.Subject
            is not (
                "price"
                or "acute-food-insecurity"
                or "food-aid"
                or "rations"
                or "food-access"
                or "shortage"
                or "wasting"
                or "malnutrition"
                or "imports"
                or "exports"
                or "stocks"
            );
        if (_claimed is { } told && Fits(told, isYearly, near: true) && IsOf(claim, told))
        {
            return (Left(told), "context: the claim before");
        }

        if (Last(_paragraph, isYearly, near: true) is { } paragraph && IsOf(claim, paragraph))
        {
            return (Left(paragraph), "context: the paragraph");
        }

        if (claim.Modality is not (ClaimModality.Plain or ClaimModality.Negated or ClaimModality.Denied))
        {
            return (null, "");
        }

        if (claim.Compared is { Row: var row } && row.Is("own", "P") && published is { } day)
        {
            return (Year(day.Year), "context: counted from publication");
        }

        return Last(_lead, isYearly, near: false) is { } lead ? (Left(lead), "context: the lead")
            : Last(_title, isYearly, near: false) is { } title ? (Left(title), "context: the title")
            : (Completed(claim, isHarvest), FromPublication);
    }

    /// <summary>The last full month of a price, the year of a need that lasts, the last year whose harvest was in.</summary>
    private ClaimPeriod? Completed(TimelessClaim claim, bool isHarvest)
    {
        if (published is not { } day)
        {
            return null;
        }

        if (claim.Subject is "price")
        {
            var month = day.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            return new ClaimPeriod("", "month", month, month);
        }

        var lasts = claim.Subject is "acute-food-insecurity" or "shortage" or "rations" or "food-access";
        if (claim.Subject is "self-sufficiency" or "import-dependency")
        {
            return Year(day.Year - (day.Month >= RatioKnown ? 0 : 1));
        }

        return Year(day.Year - (lasts || (isHarvest && day.Month >= tables.HarvestMonth(claim.Area)) ? 0 : 1));
    }

    private static ClaimPeriod Year(int year)
    {
        var text = year.ToString("0000", CultureInfo.InvariantCulture);
        return new ClaimPeriod("", "year", text, text);
    }

    private static ClaimPeriod Left(ClaimPeriod period) => period with { Text = "" };

    /// <summary>Prices and hunger have no marketing years.</summary>
    private static bool IsOf(TimelessClaim claim, ClaimPeriod period) =>
        claim.Subject is not ("price" or "acute-food-insecurity" or "food-aid" or "rations" or "food-access")
        || period.Kind is not ("marketing-year" or "season");

    private ClaimPeriod? Last(List<ClaimPeriod> times, bool isYearly, bool near) => times.FindLast(t => Fits(t, isYearly, near));

    private bool Fits(ClaimPeriod period, bool isYearly, bool near)
    {
        if (period.From is not { Length: >= 4 } from || (period.To is null && !near))
        {
            return false;
        }

        var ahead = published is { } day && string.CompareOrdinal(from[..4], day.Year.ToString("0000", CultureInfo.InvariantCulture)) > 0;
        return !ahead
            && !(isYearly && from.Length > 4)
            && (near || period.Kind is "year" or "marketing-year" or "season" or "month" or "months" or "quarter");
    }

    private static void Add(Sentence sentence, List<ClaimPeriod> into) =>
        into.AddRange(
            sentence
                .Periods.Where(p => !p.IsBase && p.Row["role"].Length == 0 && p.Event.Length == 0 && p.Period.Kind != "open")
                .Select(p => p.Period)
        );
}
