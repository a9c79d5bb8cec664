using FoodSecurity.Articles;

namespace FoodSecurity.Exports;

/// <summary>What leaves the program of an excerpt beside its words and place: what it was read as, not who worked on it.</summary>
internal sealed record ExportedExcerpt(
    int Number,
    string Kind,
    ExcerptTarget Target,
    string? Attribution,
    string? Relation,
    string? Cause,
    Claim? Claim,
    AnchorState Anchor,
    string? Language,
    OtherWording? Original,
    OtherWording? Translation,
    IReadOnlyList<string>? Tags
)
{
    public static ExportedExcerpt Of(Excerpt e) =>
        new(
            e.Number,
            e.Kind,
            e.Target,
            e.Attribution,
            e.Relation,
            e.Cause,
            e.Claim,
            e.Anchor,
            e.Language,
            e.Original,
            e.Translation,
            e.Tags
        );

    public Excerpt At(string exact, string prefix, string suffix, long? start, long? end) =>
        new()
        {
            Number = Number,
            Kind = Kind,
            Target = Target,
            Attribution = Attribution,
            Relation = Relation,
            Cause = Cause,
            Claim = Claim,
            Anchor = Anchor,
            Language = Language,
            Original = Original,
            Translation = Translation,
            Tags = ExcerptTags.Of(Tags ?? []),
            Exact = exact,
            Prefix = prefix,
            Suffix = suffix,
            Start = start,
            End = end,
            State = ExcerptState.Draft,
        };
}
