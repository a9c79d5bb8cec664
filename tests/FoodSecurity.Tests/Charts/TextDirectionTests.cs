using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Rendering;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Tests.Charts;

/// <summary>Order of letters on paper, what sets them, and where lines may break.</summary>
public class TextDirectionTests
{
    private const string Rice = "الأرز";
    private const string Second = "الثاني";

    [Theory]
    [InlineData("Rice, 2020", "Rice, 2020")]
    [InlineData(Rice, "<" + Rice)]
    [InlineData("Kenya: " + Rice + " rose", "Kenya: |<" + Rice + "| rose")]
    [InlineData(Rice + " FAO", "FAO|<" + Rice + " ")]
    [InlineData(Rice + " 2020", "2020|<" + Rice + " ")]
    [InlineData("(" + Rice + ")", "<(" + Rice + ")")]
    [InlineData("of " + Rice + " (" + Second + ") had", "of |<" + Rice + " (" + Second + ")| had")]
    [InlineData("of (" + Rice + ", FAO) had", "of (|<" + Rice + "|, FAO) had")]
    [InlineData(Rice + " 1,250.5 " + Second, "< " + Second + "|1,250.5|<" + Rice + " ")]
    public void Parts_stand_from_left_to_right(string text, string expected)
    {
        // "<" marks a part that runs from the right; neighbours of one direction are one part.
        string Said(IEnumerable<(string Part, bool FromRight)> parts) =>
            string.Join('|', parts.Select(part => (part.FromRight ? "<" : "") + part.Part));
        string said = Said(TextDirection.Parts(text));
        said.Replace("|<", "<", StringComparison.Ordinal).ShouldBe(expected.Replace("|<", "<", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_after_a_name_stays_after_it()
    {
        var parts = TextDirection.Parts(TextDirection.InLanguage($"{Rice} ({Second}) · 1.35 kt, 2021", "en")).ToList();
        parts[^1].Part.ShouldContain("1.35 kt, 2021");
        parts.First(part => TextDirection.Bare(part.Part).Length > 0).FromRight.ShouldBeTrue();
        TextDirection.InLanguage("Rice · 1.35 kt", "en").ShouldBe("Rice · 1.35 kt");
    }

    [Fact]
    public void Brackets_among_letters_from_the_right_are_turned_round()
    {
        string drawn = string.Concat(
            ChartFonts.Runs($"({Rice})", false).Where(run => ChartFonts.IsPlain(run.Drawn)).Select(run => run.Drawn)
        );
        drawn.ShouldBe("()", "the closing one stands at the left and is drawn as an opening one");
    }

    [Fact]
    public void Lines_of_a_text_keep_its_direction()
    {
        var lines = TextLines.Wrap($"Production of {Rice} {Second} {Rice} rose by 20 % from 2008", 140, 14);
        lines.Count.ShouldBeGreaterThan(2);
        lines.ShouldAllBe(line => !TextDirection.BeginsFromRight(line));
    }

    [Fact]
    public void Letters_nobody_has_are_named_by_their_script()
    {
        var faces = new InstalledFaces(new HashSet<string> { "DejaVu Sans" });
        ChartFonts.With(faces, () =>
        {
            string drawn = string.Concat(ChartFonts.Runs("쌀 rice ข้าว", false).Select(run => run.Drawn));
            drawn.ShouldBe("[Korean] rice [Thai]");
            ChartFonts.Missing("쌀 rice", false).ShouldBe(["Korean"]);
            ChartFonts.Missing("Blé d’été – Évreux, 3 × 10⁻⁹", false).ShouldBeEmpty();
            ChartFonts.Lacking.ShouldContain("Korean");
            ChartFonts.Width("쌀과 옥수수", 14).ShouldBeGreaterThanOrEqualTo(14 * 5, "a browser that has the letters needs their room");
            return 0;
        });
    }

    [Fact]
    public void A_picture_without_a_typeface_says_so_and_its_svg_keeps_the_words()
    {
        var faces = new InstalledFaces(new HashSet<string> { "DejaVu Sans" });
        ChartSpec spec = ChartSamples.With(
            ChartSamples.Line("a", "쌀 생산량", "", 0, [ChartSamples.Mark(2000, 1), ChartSamples.Mark(2001, 2)])
        );
        byte[] with = ChartPicture.Png(spec with { Lines = [spec.Lines[0] with { Label = "rice" }] }, ChartSamples.Picture(900)),
            without = ChartFonts.With(faces, () => ChartPicture.Png(spec, ChartSamples.Picture(900)));
        HeightOf(without).ShouldBeGreaterThan(HeightOf(with), "one line more: the note");
        ChartFonts.With(faces, () => ChartPicture.Svg(spec, ChartSamples.Picture(900))).ShouldContain("쌀 생산량");
    }

    [Theory]
    [InlineData("fell by 20 % from 2008 to 2021 and rose", "20 %")]
    [InlineData("produced 1.35 kt, 2021 and more than that", "1.35 kt")]
    [InlineData("année « moyenne » de la récolte d’été", "« moyenne »")]
    public void Numbers_keep_their_unit_and_words_their_quotation_marks(string text, string whole)
    {
        for (double width = 100; width < 300; width += 7)
        {
            TextLines.Wrap(text, width, 14).ShouldContain(line => line.Contains(whole, StringComparison.Ordinal), $"{width}");
        }
    }

    [Fact]
    public void Thai_vowels_stay_with_their_consonant_and_addresses_break_at_joints()
    {
        foreach (string line in TextLines.Wrap("ข้าวเจ้าหอมมะลิและข้าวเหนียวนาปรังเก็บเกี่ยวได้มากในปีนี้", 90, 14).Skip(1))
        {
            (line[0] is (>= '\u0e30' and <= '\u0e3a') or (>= '\u0e45' and <= '\u0e4e')).ShouldBeFalse(line);
        }
        TextLines
            .Wrap("/charts/line?areas=MCO&items=name-long,name-french,name-signs", 200, 12)
            .SkipLast(1)
            .Select(line => line.Last())
            .ShouldAllBe(last => "&,=/?-".Contains(last));
    }

    private static int HeightOf(byte[] png) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
}
