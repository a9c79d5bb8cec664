using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Rendering;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Tests.Charts;

namespace FoodSecurity.Tests.Answers.ChartMaker;

/// <summary>Every odd case as a picture at four widths; with <c>FOODSEC_PICTURES=FOLDER</c> they are kept there to be looked at.</summary>
public class OddPictures(OddArchive odd)
{
    /// <summary>A machine with nothing but DejaVu Sans, whose letters are a fifth wider.</summary>
    private static readonly InstalledFaces DejaVu = new(new HashSet<string> { "DejaVu Sans" });

    private static readonly string? Folder = Environment.GetEnvironmentVariable("FOODSEC_PICTURES");

    [Theory]
    [InlineData("line?areas=LIE&items=one-point")]
    [InlineData("line?areas=LIE&items=far-apart")]
    [InlineData("line?areas=LIE&items=half-missing")]
    [InlineData("line?areas=LIE&items=all-zero")]
    [InlineData("line?areas=LIE&items=negative&elements=stock-variation-fbs")]
    [InlineData("line?areas=LIE&items=all-negative&elements=stock-variation-fbs")]
    [InlineData("line?areas=LIE&items=tiny")]
    [InlineData("line?areas=LIE&items=huge")]
    [InlineData("line?areas=LIE&items=outlier")]
    [InlineData("line?areas=LIE&items=long-time")]
    [InlineData("line?areas=LIE&items=one-month")]
    [InlineData("line?areas=LIE&items=months")]
    [InlineData("line?areas=LIE&items=few-months")]
    [InlineData("line?areas=MCO&items=noted&notes=noted")]
    [InlineData("line?areas=MCO&items=noted")]
    [InlineData("line?areas=MCO&items=noted&from=2013&to=2016")]
    [InlineData("line?areas=MCO&items=noted&from=2014&to=2014")]
    [InlineData("line?areas=MCO&items=noted&scale=log")]
    [InlineData("line?areas=LIE&items=zeros&scale=log&elements=stock-variation-fbs")]
    [InlineData("line?areas=LIE&items=outlier&scale=log")]
    [InlineData("line?areas=LIE&items=zeros&elements=stock-variation-fbs")]
    [InlineData("line?areas=LIE&items=name-long,name-french,name-signs,name-arabic,name-korean,name-thai")]
    [InlineData("line?areas=LIE&items=name-arabic")]
    [InlineData("line?areas=LIE&items=name-korean,name-arabic")]
    [InlineData("line?areas=LIE&items=outlier,one-point,negative,tiny&elements=production,stock-variation-fbs")]
    [InlineData("line?areas=LIE&items=long-time&from=1765")]
    [InlineData("line?areas=LIE&items=negative&scale=change&elements=stock-variation-fbs")]
    [InlineData("bar?areas=MCO&items=noted")]
    [InlineData("bar?areas=LIE&items=negative&elements=stock-variation-fbs")]
    [InlineData("bar?areas=LIE&items=one-point")]
    [InlineData("bar?areas=LIE&items=all-zero")]
    [InlineData("bar?areas=LIE&items=outlier")]
    [InlineData("bar?areas=LIE&items=long-time&from=1765")]
    [InlineData("bar?areas=LIE&items=name-long,name-french,name-signs,name-arabic,name-korean,name-thai")]
    [InlineData("bar?areas=LIE&items=half-missing")]
    [InlineData("bar?areas=LIE&items=tiny,huge,negative,all-zero&elements=production,stock-variation-fbs")]
    [InlineData("grouped-bar?areas=LIE&items=negative,outlier&elements=production,stock-variation-fbs")]
    [InlineData("grouped-bar?areas=LIE&items=name-long,name-korean,name-arabic&from=2015")]
    [InlineData("grouped-bar?areas=LIE&items=all-zero,one-point")]
    [InlineData("stacked-bar?areas=LIE&items=name-long,name-french,name-thai,parts")]
    [InlineData("stack?areas=LIE&items=name-long,name-french,name-signs,name-arabic,name-korean,name-thai")]
    [InlineData("stack?areas=LIE&items=one-point,parts")]
    [InlineData("stack?areas=LIE&items=all-zero,parts")]
    [InlineData("stack?areas=LIE&items=far-apart,half-missing")]
    [InlineData("multiples?areas=KEN,ETH,UGA,TZA,RWA&items=sorghum")]
    [InlineData("multiples?areas=KEN,ETH,UGA,TZA,RWA&items=sorghum&facet=source")]
    [InlineData("multiples?areas=LIE&items=name-long,name-french,name-signs,name-arabic,name-korean,name-thai")]
    [InlineData(
        "multiples?areas=LIE&items=one-point,all-zero,negative,far-apart,tiny,huge,outlier&scales=own&elements=production,stock-variation-fbs"
    )]
    [InlineData("multiples?areas=LIE&items=outlier,huge,tiny")]
    [InlineData("line?areas=KEN,ETH,UGA,TZA,RWA&items=sorghum&sources=usda-psd")]
    [InlineData("spread?areas=KEN&items=sorghum")]
    [InlineData("spread?areas=LIE&items=one-point")]
    [InlineData("heat?areas=KEN,ETH,UGA,TZA,RWA&items=sorghum")]
    [InlineData("heat?areas=LIE&items=name-long,name-french,name-signs,name-arabic,name-korean,name-thai")]
    [InlineData("heat?areas=LIE&items=outlier,tiny,huge")]
    [InlineData("heat?areas=LIE&items=months")]
    [InlineData("heat?areas=LIE&items=one-month")]
    [InlineData("heat?areas=LIE&items=all-zero")]
    [InlineData("heat?areas=LIE&items=long-time&from=1765")]
    [InlineData("heat?areas=LIE&items=one-point")]
    [InlineData("coverage?areas=LIE&items=half-missing,all-missing,one-point,far-apart")]
    [InlineData("coverage?areas=KEN,ETH,UGA,TZA,RWA&items=sorghum")]
    [InlineData("coverage?areas=LIE&items=name-long,name-french,name-signs,name-arabic,name-korean,name-thai")]
    [InlineData("coverage?areas=LIE&items=all-missing")]
    [InlineData("dumbbell?areas=LIE&items=name-long,name-french,name-signs,name-arabic,name-korean,name-thai")]
    [InlineData("slope?areas=LIE&items=name-long,name-french,name-signs,name-arabic,name-korean,name-thai")]
    [InlineData("dumbbell?areas=LIE&items=negative,outlier,all-zero&elements=production,stock-variation-fbs")]
    [InlineData("dumbbell?areas=LIE&items=one-point")]
    [InlineData("slope?areas=LIE&items=half-missing,far-apart")]
    [InlineData("season?areas=LIE&items=months&elements=production")]
    [InlineData("season?areas=LIE&items=few-months&elements=production")]
    [InlineData("season?areas=LIE&items=one-month&elements=production")]
    [InlineData("map?areas=LIE&items=one-point")]
    [InlineData("map?areas=EASTERN-AFRICA&items=sorghum")]
    [InlineData("map?areas=KEN,ETH&items=sorghum")]
    [InlineData("scatter?areas=MCO&items=noted")]
    [InlineData("balance?areas=MCO")]
    [InlineData("tornado?areas=MCO")]
    [InlineData("phases?areas=MCO")]
    [InlineData("vintages?areas=MCO&items=noted")]
    [InlineData("bar?areas=LIE&items=months")]
    [InlineData("grouped-bar?areas=LIE&items=few-months")]
    [InlineData("multiples?areas=LIE&items=months,few-months")]
    [InlineData("stack?areas=LIE&items=months,few-months")]
    [InlineData("stacked-bar?areas=LIE&items=few-months,parts")]
    [InlineData("dumbbell?areas=LIE&items=months,few-months")]
    [InlineData("bar?areas=LIE&items=months,few-months")]
    [InlineData("line?areas=LIE&items=all-missing")]
    [InlineData("multiples?areas=LIE&items=months,few-months,long-time")]
    [InlineData("coverage?areas=LIE&items=months,all-zero,half-missing,all-missing")]
    [InlineData("line?areas=KEN&items=sorghum")]
    [InlineData("dumbbell?areas=KEN,ETH,UGA,TZA,RWA&items=sorghum&sources=usda-psd")]
    [InlineData("slope?areas=KEN,ETH,UGA,TZA,RWA&items=sorghum&sources=usda-psd")]
    [InlineData("line?areas=LIE&items=all-missing,one-point")]
    [InlineData("line?areas=LIE&items=months&smooth=3")]
    [InlineData("line?areas=LIE&items=months&scale=change")]
    [InlineData("line?areas=LIE&items=months&scale=index")]
    public void Every_odd_case_is_drawn(string address)
    {
        var answer = Ask(odd, address);
        if (answer.Made is null)
        {
            answer.Refusal!.Reason.Length.ShouldBeGreaterThan(15);
            TestContext.Current.TestOutputHelper!.WriteLine(address + " REFUSED " + answer.Refusal.Reason);
            if (Folder is not null)
            {
                File.AppendAllText(Path.Combine(Folder, "refused.txt"), address + "\n   " + answer.Refusal.Reason + "\n");
            }

            return;
        }

        foreach (var width in new[] { 1200, 900, 640, 400, 360, 320 })
        {
            var spec = answer.Made!.Chart.Spec;
            Keep(address, width, spec);
            var frame = new ChartFrame { Width = width, Form = ChartForm.Picture };
            Check(ChartLayout.Place(spec, frame));
            ChartFonts.With(DejaVu, () =>
            {
                Check(ChartLayout.Place(spec, frame));
                return 0;
            });
        }
    }

    internal static ChartAnswer Ask(OddArchive odd, string address)
    {
        var (question, unread) = ChartMaking.Reader(odd.Archive).Read(address.Split('?')[0], Pairs(address));
        unread?.Reason.ShouldBeNull(address);
        return ChartMaking.Of(odd.Archive, question!);
    }

    private static void Check(PlacedChart chart)
    {
        if (chart.Spec.Body is null)
        {
            PlacedChecks.NothingOverlaps(chart);
        }
        else
        {
            PlacedChecks.WordsStandFree(chart);
        }
    }

    private static void Keep(string address, int width, ChartSpec spec)
    {
        var frame = new ChartFrame { Width = width, Form = ChartForm.Picture };
        var png = ChartPicture.Png(spec, frame);
        if (Folder is not null)
        {
            var name = string.Concat(address.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
            File.WriteAllBytes(Path.Combine(Folder, $"{name}-{width}.png"), png);
            if (width == 900)
            {
                File.WriteAllText(Path.Combine(Folder, $"{name}.svg"), ChartPicture.Svg(spec, frame));
                File.WriteAllBytes(Path.Combine(Folder, $"{name}.pdf"), ChartPicture.Pdf(spec, frame));
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string address) =>
        address
            .Split('?')[1]
            .Split('&')
            .Select(p => p.Split('=', 2))
            .Select(p => KeyValuePair.Create(p[0], p.Length > 1 ? Uri.UnescapeDataString(p[1]) : ""));
}
