using System.Text;
using CsCheck;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;

namespace FoodSecurity.Tests.Articles;

/// <summary>Random articles with equal and nearly equal sentences, corrected at random: a passage is found where it is, or orphaned, and never taken for another.</summary>
public class AnchoringProperties
{
    private static readonly string[] Vocabulary =
    [
        "harvest",
        "province",
        "officials",
        "reported",
        "barley",
        "shipment",
        "quarter",
        "drought",
        "minister",
        "fertiliser",
        "cooperative",
        "markets",
        "🌾",
        "tonnes",
        "border",
        "railway",
        "north",
        "estimate",
        "yesterday",
        "households",
        "agency",
        "prices",
        "gathered",
        "unusual",
        "seedlings",
        "typhoon",
        "closed",
        "inspection",
        "granary",
        "visitors",
        "machinery",
        "collapsed",
    ];

    private static readonly Gen<string> Sentence = Gen.Int[0, Vocabulary.Length - 1]
        .Array[5, 12]
        .Select(Gen.Int[1, 999], (words, number) =>
            "The "
            + string.Join(' ', words.Select(w => Vocabulary[w]))
            + " "
            + number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            + "."
        );

    /// <summary>Per sentence: 0 to 5 its own, 6 equal to an earlier one, 7 equal to one but for a word.</summary>
    private static readonly Gen<(string Own, int Kind, int Other, bool Opens)> Written = Gen.Select(
        Sentence,
        Gen.Int[0, 7],
        Gen.Int[0, 1_000],
        Gen.Bool
    );

    /// <summary>Per change: what (0 edit, 1 delete, 2 insert, 3 move a paragraph), where, to where.</summary>
    private static readonly Gen<(int What, int Where, int To, string Inserted)> Change = Gen.Select(
        Gen.Int[0, 3],
        Gen.Int[0, 1_000],
        Gen.Int[0, 1_000],
        Sentence
    );

    [Fact]
    public void A_passage_is_found_where_it_is_or_orphaned() =>
        Gen.Select(Written.Array[4, 24], Change.Array[0, 6])
            .Sample(
                (written, changes) =>
                {
                    var (before, paragraphs) = Compose(written);
                    var (after, left) = Correct(paragraphs, changes);
                    var (old, now) = (new CodePoints(before), new CodePoints(after));
                    foreach (var (index, start, text) in Places(before, paragraphs))
                    {
                        var anchor = TextAnchor.At(old, start, start + Length(text));
                        Anchoring.Agrees(old, anchor).ShouldBeTrue();
                        var placed = Anchoring.Place(now, anchor, old);
                        var truth = left.FirstOrDefault(l => l.Index == index);
                        var unique = old.Find(new CodePoints(text)).Count == 1 && now.Find(new CodePoints(text)).Count == 1;
                        if (unique)
                        {
                            placed.State.ShouldNotBe(AnchorState.Orphaned, text);
                        }

                        if (placed.Anchor is not { } found)
                        {
                            continue;
                        }

                        Anchoring.Agrees(now, found).ShouldBeTrue();
                        if (placed.State == AnchorState.Approximate)
                        {
                            (
                                truth.Text is not null && found.Start < truth.Start + Length(truth.Text) && truth.Start < found.End
                            ).ShouldBeTrue($"{text} → {found.Exact}");
                        }
                        else
                        {
                            found.Exact.ShouldBe(text);
                            // Between the neighbours it had, an equal sentence cannot be told from it by anybody.
                            (
                                found.Start == truth.Start && truth.Text is not null
                                || (found.Prefix == anchor.Prefix && found.Suffix == anchor.Suffix)
                            ).ShouldBeTrue($"{text} at {found.Start}");
                        }
                    }
                },
                iter: 3_000
            );

    [Fact]
    public void In_the_same_text_everything_stays_where_it_is() =>
        Written
            .Array[2, 20]
            .Sample(
                written =>
                {
                    var (before, paragraphs) = Compose(written);
                    var text = new CodePoints(before);
                    foreach (var (_, start, sentence) in Places(before, paragraphs))
                    {
                        var anchor = TextAnchor.At(text, start, start + Length(sentence));
                        var placed = Anchoring.Place(text, anchor, text);
                        (placed.State is AnchorState.Orphaned || placed == new Placed(AnchorState.Exact, anchor, 1)).ShouldBeTrue();
                        (placed.State is AnchorState.Orphaned && text.Find(new CodePoints(sentence)).Count == 1).ShouldBeFalse();
                    }
                },
                iter: 500
            );

    [Fact]
    public void The_search_for_changed_words_finds_what_trying_every_place_finds() =>
        Gen.Select(Gen.Char["ab "].Array[1, 30], Gen.Char["ab "].Array[1, 8], Gen.Int[0, 3])
            .Sample(
                (t, p, most) =>
                {
                    CodePoints text = new(new string(t)),
                        passage = new(new string(p));
                    var found = EditDistance.Find(text.Span, passage.Span, most);
                    var least = int.MaxValue;
                    for (var start = 0; start <= text.Length; start++)
                    {
                        for (var end = start; end <= text.Length; end++)
                        {
                            least = Math.Min(least, EditDistance.Between(passage.Span, text.Span[start..end]));
                        }
                    }

                    (found.Count > 0).ShouldBe(least <= most);
                    foreach (var (start, end, distance) in found)
                    {
                        EditDistance.Between(passage.Span, text.Span[start..end]).ShouldBe(distance);
                    }

                    if (found.Count > 0)
                    {
                        found[0].Distance.ShouldBe(least);
                    }
                },
                iter: 2_000
            );

    private static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>The article, as paragraphs of numbered sentences.</summary>
    private static (string Text, List<List<(int Index, string Text)>> Paragraphs) Compose(
        (string Own, int Kind, int Other, bool Opens)[] written
    )
    {
        var sentences = new List<string>();
        var paragraphs = new List<List<(int, string)>> { new() };
        foreach (var (own, kind, other, opens) in written)
        {
            var earlier = sentences.Count > 0 ? sentences[other % sentences.Count] : own;
            var sentence = kind switch
            {
                6 => earlier,
                7 => earlier.Replace("The ", "The " + Vocabulary[other % Vocabulary.Length] + " ", StringComparison.Ordinal),
                _ => own,
            };
            if (opens && paragraphs[^1].Count > 0)
            {
                paragraphs.Add([]);
            }

            paragraphs[^1].Add((sentences.Count, sentence));
            sentences.Add(sentence);
        }

        return (Join(paragraphs), paragraphs);
    }

    private static string Join(List<List<(int Index, string Text)>> paragraphs) =>
        string.Join("\n\n", paragraphs.Select(p => string.Join(' ', p.Select(s => s.Text))));

    /// <summary>The corrected article, and where each sentence that is left stands in it.</summary>
    private static (string Text, List<(int Index, int Start, string Text)> Left) Correct(
        List<List<(int Index, string Text)>> paragraphs,
        (int What, int Where, int To, string Inserted)[] changes
    )
    {
        var now = paragraphs.Select(p => p.ToList()).ToList();
        foreach (var (what, where, to, inserted) in changes)
        {
            if (now.Count == 0)
            {
                break;
            }

            var paragraph = now[where % now.Count];
            var at = to % paragraph.Count;
            switch (what)
            {
                case 0:
                    var edited = new StringBuilder(paragraph[at].Text);
                    // A letter that no word of the vocabulary has: an edit never makes one sentence another.
                    edited.Insert(Math.Min(4 + to % 3, edited.Length), 'ж');
                    paragraph[at] = (paragraph[at].Index, edited.ToString());
                    break;
                case 1:
                    paragraph.RemoveAt(at);
                    break;
                case 2:
                    paragraph.Insert(at, (-1, inserted));
                    break;
                default:
                    now.RemoveAt(where % now.Count);
                    now.Insert(to % (now.Count + 1), paragraph);
                    break;
            }

            now.RemoveAll(p => p.Count == 0);
        }

        var text = Join(now);
        return (text, [.. Places(text, now).Where(p => p.Index >= 0)]);
    }

    private static IEnumerable<(int Index, int Start, string Text)> Places(string text, List<List<(int Index, string Text)>> paragraphs)
    {
        var at = 0;
        foreach (var sentence in paragraphs.SelectMany(p => p))
        {
            at = text.IndexOf(sentence.Text, at, StringComparison.Ordinal);
            yield return (sentence.Index, Length(text[..at]), sentence.Text);
            at += sentence.Text.Length;
        }
    }
}
