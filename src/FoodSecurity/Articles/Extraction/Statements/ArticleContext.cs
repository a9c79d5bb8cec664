using FoodSecurity.Articles.Extraction.Lexicons;
using FoodSecurity.Articles.Extraction.Sentences;
using FoodSecurity.Articles.Extraction.Times;

namespace FoodSecurity.Articles.Extraction.Statements;

/// <summary>What a reader has in mind when a sentence begins: which country the article is about, which was named last, what was last said.</summary>
/// <param name="published">Day of publication.</param>
/// <param name="named">How often each area is named in the whole article.</param>
/// <param name="tables">When harvests are in.</param>
internal sealed class ArticleContext(DateOnly? published, IReadOnlyDictionary<string, int> named, ClaimTables tables)
{
    private const int LeadSentences = 3;
    private string? _title;
    private string? _titleItem;
    private int _paragraph = -2;
    private int _passed;

    public DateOnly? Published => published;

    /// <summary>The area named last in this paragraph, or null.</summary>
    public string? LastArea { get; private set; }

    /// <summary>The last claim of this paragraph, or null.</summary>
    public Claim? LastClaim { get; private set; }

    /// <summary>The last claim on a harvest of the article: foods named alone behind it are of that harvest; null where there is none.</summary>
    public Claim? LastHarvest { get; private set; }

    /// <summary>What was last spoken of in this paragraph, claimed or only named.</summary>
    public (string Indicator, string Item)? Topic { get; private set; }

    /// <summary>Codes of the providers the article names without doubt.</summary>
    public HashSet<string> Providers { get; } = new(StringComparer.Ordinal);

    /// <summary>Times that sentences without one may take.</summary>
    public ContextTimes Times { get; } = new(published, tables);

    public void Say(Claim claim)
    {
        Times.Say(claim.Period);
        LastClaim = claim;
        LastHarvest = claim.Indicator is "crop-output" or "cereal-output" or "item-output" ? claim : LastHarvest;
        Topic = (claim.Indicator, claim.Item ?? "");
    }

    public void Mention(string indicator, string item) => Topic = (indicator, item);

    /// <summary>A year to come that was named last, for aims that name none.</summary>
    public ClaimPeriod? Ahead { get; private set; }

    /// <summary>The year named last, for "a year later"; null where none was named.</summary>
    public int? LastYear { get; private set; }

    /// <summary>The food named last, for "the nut"; null where none was named.</summary>
    public string? LastItem { get; private set; }

    /// <summary>The food this paragraph, or else the title, named last: what "output" or "prices" without a food are of; null where neither named one.</summary>
    public string? TopicItem { get; private set; }

    /// <summary>Whether the title or the lead speaks of food: then bare "prices" and "imports" are those of food.</summary>
    public bool SpeaksOfFood { get; private set; }

    private static bool IsOfFood(Sentence sentence) =>
        sentence.Marks.Exists(m =>
            m.Layer == Layer.Item
            || (m.Layer == Layer.Indicator && m.Row.Is("strength", "strong"))
            || (m.Layer == Layer.Context && m.Row.Is("kind", "food"))
        );

    public void SetTitle(Sentence title)
    {
        SpeaksOfFood = IsOfFood(title);
        Times.SetTitle(title);
        _titleItem = title.Marks.FindLast(m => m.Layer == Layer.Item && m.Row["item"].Length > 0)?.Row["item"];
        _title = title.Areas.Find(a => a.Area.Length > 0 && a.Kind != "weak")?.Area;
    }

    /// <summary>The area of the title, else the one named most often.</summary>
    public string? MainArea =>
        _title ?? (named.Count > 0 ? named.OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).First().Key : null);

    public void Begin(Sentence sentence)
    {
        if (sentence.Span.Paragraph != _paragraph)
        {
            _paragraph = sentence.Span.Paragraph;
            Times.BeginParagraph();
            LastArea = null;
            LastClaim = null;
            Topic = null;
            TopicItem = _titleItem;
        }
    }

    public void Pass(Sentence sentence)
    {
        Times.Pass(sentence, isLead: _passed < LeadSentences);
        SpeaksOfFood |= _passed++ < LeadSentences && IsOfFood(sentence);
        var areas = sentence.Areas.Where(a => a.Area.Length > 0 && !a.Area.Contains('|') && a.Kind != "weak").ToList();
        // a capital mostly speaks, a continent is mostly a partner: they take no other country's place
        LastArea = areas.Find(a => !a.IsAside && a.Kind is not ("capital" or "group"))?.Area
            ?? LastArea
            ?? areas.Find(a => !a.IsAside)?.Area
            ?? areas.FirstOrDefault()?.Area;
        LastYear = sentence.Periods.FindLast(p => !p.IsBase && (p.Period.To ?? p.Period.From) is not null) is { } dated
            ? PeriodReader.Year(dated.Period.To ?? dated.Period.From)
            : LastYear;
        var item = sentence.Marks.FindLast(m => m.Layer == Layer.Item && m.Row["item"].Length > 0)?.Row["item"];
        LastItem = item ?? LastItem;
        TopicItem = item ?? TopicItem;
        if (published is { } day)
        {
            Ahead = sentence
                .Periods.FindLast(p =>
                    p.Period.From is { Length: >= 4 } from
                    && string.CompareOrdinal(from[..4], day.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)) > 0
                    && p.Period.Kind == "year"
                )
                ?.Period
                ?? Ahead;
        }
    }
}
