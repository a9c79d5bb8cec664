using System.Globalization;
using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Articles.Extraction.Statements;
using FoodSecurity.Articles.Extraction.Times;

namespace FoodSecurity.Articles.Extraction;

/// <summary>When a claim speaks of and what it compares with: by its own words, else by what stands around them.</summary>
internal sealed class ClaimTime(Sentence sentence, ClaimTables tables, ArticleContext context)
{
    /// <summary>The period and, where no word of the sentence says it, where it comes from.</summary>
    public (ClaimPeriod? Period, string Origin) Period(ClauseReading reading, string area)
    {
        var mark = reading.Period;
        if (reading.Row?["event"] is { Length: > 0 } own)
        {
            var dates = tables.Event(own, area);
            return (
                dates is not null ? new ClaimPeriod(mark?.Period.Text ?? "", "event", dates.From, dates.To, own) : mark?.Period,
                "events"
            );
        }

        if (mark is { Event.Length: > 0 })
        {
            var dates = tables.Event(mark.Event, area);
            return (mark.Period with { From = dates?.From, To = dates?.To, Event = mark.Event }, "events");
        }

        // a price "now" is that of this month
        if (mark is { IsWeak: true } && reading.Indicator.Subject == "price" && mark.Period.Kind == "year" && context.Published is { } day)
        {
            var month = day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            return (mark.Period with { Kind = "month", From = month, To = month }, "");
        }

        if (mark is not null)
        {
            return (mark.Period, "");
        }

        if (reading.Relation == ClaimRelation.Aim)
        {
            return context.Ahead is { } ahead ? (ahead with { Text = "" }, "context: a year to come named before") : (null, "");
        }

        return context.Times.For(new TimelessClaim(reading.Indicator.Subject, area, reading.Modality, reading.Compared));
    }

    /// <summary>What is compared with; where the words count from the claim's own period ("a year earlier"), from that. A period is never its own base.</summary>
    public static ClaimPeriod? Base(PeriodMark? mark, ClaimPeriod? own)
    {
        if (mark is null)
        {
            return null;
        }

        var told =
            mark.FromOwn is { } steps && own is { From.Length: >= 4, To.Length: >= 4 } && own.Kind != "event"
                ? Counted(mark.Period, steps, own)
                : mark.Period;
        return told.From is not null && told.From == own?.From && told.To == own.To
            ? Counted(mark.Period, new OwnDates(-1, -1, false, false), own)
            : told;
    }

    /// <summary>"in eight of the last ten years"</summary>
    public Claim Counted(Clause clause, Claim claim) =>
        sentence.Periods.Find(p => p.Counts is not null && clause.Holds(p.First)) is { Counts: { } counts } p
            ? claim with
            {
                Times = counts.Times,
                OfLast = counts.OfLast,
                Period = p.Period,
            }
            : claim;

    private static ClaimPeriod Counted(ClaimPeriod words, OwnDates steps, ClaimPeriod own)
    {
        var (first, last) = (Year(own.From!), Year(own.To!));
        if (steps.IsSpan)
        {
            return words with { Kind = "years", From = Text(first + steps.From), To = Text(first + steps.To) };
        }

        if (steps.InMonths)
        {
            return own.From!.Length >= 7 && own.To!.Length >= 7
                ? words with
                {
                    Kind = own.Kind,
                    From = Month(own.From, steps.From),
                    To = Month(own.To, steps.To),
                }
                : words;
        }

        // of many years the one before is the year before them
        return last - first > 1
            ? words with
            {
                Kind = "year",
                From = Text(first + steps.From),
                To = Text(first + steps.From),
            }
            : words with
            {
                Kind = own.Kind,
                From = Text(first + steps.From) + own.From![4..],
                To = Text(last + steps.To) + own.To![4..],
            };
    }

    private static int Year(string date) => int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture);

    private static string Text(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static string Month(string date, int months) =>
        new DateOnly(Year(date), int.Parse(date.AsSpan(5, 2), CultureInfo.InvariantCulture), 1)
            .AddMonths(months)
            .ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
