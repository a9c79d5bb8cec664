using FoodSecurity.Articles;
using FoodSecurity.Claims;
using FoodSecurity.Observations;
using FoodSecurity.Wording;

namespace FoodSecurity.Charts.Specs;

/// <summary>An excerpt of an article that speaks of an area, with its claim held against the sources; its number is unique among the area's excerpts.</summary>
public sealed record ChartAnnotation(int Number, Article Article, Excerpt Excerpt, CheckedClaim Check)
{
    /// <summary>The event whose dates the excerpt's period takes, with its own source; null where it has none.</summary>
    public AreaEvent? Event { get; init; }

    /// <summary>Who is quoted and where: "“Title”, 28 December 2023; a Seoul official (not named)".</summary>
    public string Attribution =>
        $"“{Article.Title}”, {Dates.Long(Article.PublishedOn)}" + (Excerpt.Attribution is { } who ? "; " + who : "");

    /// <summary>BCP 47: what it is quoted in.</summary>
    public string Language => Excerpt.Language ?? Article.Language;

    /// <summary>The same passage in other languages: what it was translated from, then what it was translated to.</summary>
    public IReadOnlyList<ChartWording> Wordings =>
        [
            .. new[] { (IsOriginal: true, Words: Excerpt.Original), (IsOriginal: false, Words: Excerpt.Translation) }
                .Where(w => w.Words is not null)
                .Select(w => new ChartWording(
                    w.IsOriginal,
                    w.Words!.Language,
                    Quotes.Around(w.Words.Text),
                    w.Words.Source,
                    w.Words.Address ?? ""
                )),
        ];

    /// <summary>True where it speaks of one year or less: drawn as a pin, else as a band.</summary>
    public bool IsPoint => Start is { } s && End is { } e && s.Year == e.Year;

    public DateOnly? Start => PartialDate.Start(Event?.Start ?? Excerpt.Target.From);

    public DateOnly? End => PartialDate.End(Event?.End ?? Excerpt.Target.To);
}
