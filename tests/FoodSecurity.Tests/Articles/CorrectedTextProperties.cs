using System.Globalization;
using CsCheck;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Anchors;

namespace FoodSecurity.Tests.Articles;

/// <summary>Random texts with random small corrections: a quote is found again nearly always, never below the likeness that is promised, and never with other words as if they were the same.</summary>
public class CorrectedTextProperties
{
    private const int Rounds = 2_000;

    private static readonly string[] Words =
    [
        "harvest",
        "province",
        "officials",
        "reported",
        "récolte",
        "수확량",
        "shipment",
        "quarter",
        "drought",
        "minister’s",
        "fertiliser",
        "“markets”",
        "🌾",
        "tonnes",
        "border",
        "railway",
        "estimate",
        "yesterday",
        "households",
        "المحصول",
        "gathered",
        "unusual",
        "seedlings",
        "typhoon",
        "6.9",
        "2023",
        "percent",
        "👩🏽‍🌾",
        "rose",
        "fell",
        "granary",
        "visitors",
        "e\u0301tait",
    ];

    private static readonly Gen<string> Sentence = Gen.Int[0, Words.Length - 1]
        .Array[8, 16]
        .Select(Gen.Int[1, 9_999], (words, number) =>
            $"The {string.Join(' ', words.Select(w => Words[w]))} {number.ToString(CultureInfo.InvariantCulture)}."
        );

    private static readonly Gen<string[]> Text = Sentence.Array[5, 14].Where(s => s.Distinct().Count() == s.Length);

    /// <summary>A letter put in, taken out or changed; a blank, quotation mark or comma.</summary>
    private static readonly Gen<(int What, int Where)> Edit = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 100_000]);

    [Fact]
    public void Corrections_elsewhere_leave_every_quote_where_it_is()
    {
        int asked = 0,
            found = 0;
        Gen.Select(Text, Gen.Int[0, 1_000], Edit.Array[1, 6], Gen.Bool)
            .Sample(
                (sentences, which, edits, isMoved) =>
                {
                    var mine = which % sentences.Length;
                    var after = sentences.ToList();
                    foreach (var (what, where) in edits)
                    {
                        var at = where % sentences.Length;
                        after[at] = at == mine ? after[at] : Edited(after[at], what, where);
                    }

                    if (isMoved)
                    {
                        after.RemoveAt(mine);
                        after.Add(sentences[mine]);
                    }

                    var placed = Place(sentences, mine, string.Join(' ', after));
                    Interlocked.Increment(ref asked);
                    Interlocked.Add(ref found, placed.Anchor is null ? 0 : 1);
                    placed.Anchor?.Exact.ShouldBe(sentences[mine]);
                    placed.State.ShouldNotBe(AnchorState.Approximate, "not a letter of it was changed");
                },
                iter: Rounds,
                threads: 1
            );
        ((double)found / asked).ShouldBeGreaterThan(0.995);
    }

    [Fact]
    public void Corrections_of_up_to_a_twentieth_of_a_quote_are_followed()
    {
        int asked = 0,
            found = 0;
        Gen.Select(Text, Gen.Int[0, 1_000], Edit.Array[1, 6])
            .Sample(
                (sentences, which, edits) =>
                {
                    var mine = which % sentences.Length;
                    var quote = sentences[mine];
                    var most = Math.Max(1, CleanText.Length(quote) / 20);
                    var changed = edits.Take(most).Aggregate(quote, (s, e) => Edited(s, e.What, e.Where));
                    var after = string.Join(' ', sentences.Select((s, i) => i == mine ? changed : s));
                    var placed = Place(sentences, mine, after);
                    Interlocked.Increment(ref asked);
                    Interlocked.Add(ref found, placed.Anchor is null ? 0 : 1);
                    Promised(quote, placed, after);
                    if (placed.Anchor is { } anchor)
                    {
                        var truth = CleanText.Length(string.Concat(sentences.Take(mine).Select(s => s + " ")));
                        (anchor.Start < truth + CleanText.Length(changed) && truth < anchor.End).ShouldBeTrue(
                            $"{anchor.Exact} is not at {truth}"
                        );
                    }
                },
                iter: Rounds,
                threads: 1
            );
        ((double)found / asked).ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void Whatever_becomes_of_a_text_what_is_found_is_like_enough_and_differing_words_are_marked() =>
        Gen.Select(Text, Gen.Int[0, 1_000], Edit.Array[0, 40], Sentence.Array[0, 3], Gen.Int[0, 100])
            .Sample(
                (sentences, which, edits, added, gone) =>
                {
                    var mine = which % sentences.Length;
                    var after = sentences.ToList();
                    after[mine] = edits.Aggregate(after[mine], (s, e) => Edited(s, e.What, e.Where));
                    if (gone < 30)
                    {
                        after.RemoveAt(mine);
                    }

                    after.AddRange(added);
                    var text = string.Join(' ', after);
                    Promised(sentences[mine], Place(sentences, mine, text), text);
                },
                iter: Rounds
            );

    /// <summary>Whatever is said to be found stands there, is as like as is said, and passes as the same only with the same words and figures.</summary>
    private static void Promised(string quote, Placed placed, string after)
    {
        if (placed.Anchor is not { } anchor)
        {
            placed.ShouldBe(Placed.Nowhere);
            return;
        }

        Anchoring.Agrees(new CodePoints(after), anchor).ShouldBeTrue();
        var likeness = EditDistance.Likeness(new CodePoints(quote).Folded.Points.Span, new CodePoints(anchor.Exact).Folded.Points.Span);
        likeness.ShouldBeGreaterThanOrEqualTo(Anchoring.LeastLikeness);
        placed.Likeness.ShouldBe(likeness, 1e-9);
        if (placed.State == AnchorState.Approximate)
        {
            likeness.ShouldBeLessThan(1);
        }
        else
        {
            WordChange.Between(quote, anchor.Exact).ShouldBeEmpty($"{quote} → {anchor.Exact}");
        }
    }

    private static Placed Place(string[] sentences, int mine, string after)
    {
        var before = new CodePoints(string.Join(' ', sentences));
        var start = CleanText.Length(string.Concat(sentences.Take(mine).Select(s => s + " ")));
        return Anchoring.Place(new CodePoints(after), TextAnchor.At(before, start, start + CleanText.Length(sentences[mine])), before);
    }

    private static string Edited(string sentence, int what, int where)
    {
        var points = sentence.EnumerateRunes().Select(r => r.Value).ToList();
        var at = 1 + where % Math.Max(1, points.Count - 2);
        switch (what)
        {
            case 0:
                points.Insert(at, 'ж');
                break;
            case 1:
                points.RemoveAt(at);
                break;
            case 2:
                points[at] = 'ж';
                break;
            case 3:
                points[at] = points[at] == ' ' ? 0xA0 : points[at];
                break;
            case 4:
                points[at] = points[at] switch
                {
                    '’' => '\'',
                    '“' or '”' => '"',
                    _ => points[at],
                };
                break;
            default:
                points.Insert(at, ',');
                break;
        }

        return string.Concat(points.Select(p => new System.Text.Rune(p).ToString()));
    }
}
