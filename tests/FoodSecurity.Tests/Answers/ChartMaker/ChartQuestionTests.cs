using CsCheck;
using FoodSecurity.Answers.ChartMaker;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Observations;
using FoodSecurity.Tests.House;

namespace FoodSecurity.Tests.Answers.ChartMaker;

public class ChartQuestionTests
{
    private static readonly Lazy<Vocabulary> Words = new(() => Vocabulary.Load(Clone.Seeds));

    private static ChartQuestionReader Reader => new(Words.Value, [.. ChartKindCatalog.All.Select(k => k.Id)]);

    [Fact]
    public void What_is_written_is_read_back_the_same() =>
        Questions(Words.Value)
            .Sample(
                asked =>
                {
                    var address = ChartAddress.Of(asked);
                    var (read, refusal) = Read(address);
                    refusal.ShouldBeNull(address);
                    ChartAddress.Of(read!).ShouldBe(address);
                    read.ShouldBe(asked);
                },
                iter: 2000
            );

    [Theory]
    [InlineData(
        "/charts/line?areas=PRK,KOR&items=rice,maize&elements=yield&sources=usda-psd,rda&which=nairobi,wholesale&from=1990&to=2024&basis=paddy&year=marketing&scale=index&base=2000&asof=2023-12-28&notes=production,imports&w=900&scale2"
    )]
    [InlineData("/charts/line")]
    [InlineData("/charts/map?areas=AFRICA&scale=percapita&region=WORLD")]
    [InlineData("/charts/line?areas=PRK&smooth=5-trailing&ref=mean5,-1.5&notes=none")]
    public void An_address_is_its_own_shortest_form(string address) => ChartAddress.Of(Read(address).Question!).ShouldBe(address);

    [Theory]
    [InlineData("/charts/line?areas=PRK&scale=total&smooth=none&notes=all&lang=en&basis=published&items=&from=", "/charts/line?areas=PRK")]
    [InlineData("/charts/line?areas=North Korea; South Korea", "/charts/line?areas=PRK,KOR")]
    [InlineData("/charts/line?areas=prk,PRK", "/charts/line?areas=PRK")]
    [InlineData("/charts/line?areas=PRK&items=rice&items=maize", "/charts/line?areas=PRK&items=rice,maize")]
    [InlineData("/charts/line?areas=Corée du Nord", "/charts/line?areas=PRK")]
    [InlineData("/charts/line?areas=PRK&ref=1000.50&utm_source=mail", "/charts/line?areas=PRK&ref=1000.5")]
    [InlineData("/charts/line?areas=PRK&elements=production&year=published", "/charts/line?areas=PRK")]
    [InlineData("/charts/scatter?areas=PRK&elements=area-harvested,yield", "/charts/scatter?areas=PRK")]
    [InlineData("/charts/line?areas=PRK&notes=&notes=claim&notes=imports", "/charts/line?areas=PRK&notes=claim,imports")]
    [InlineData("/charts/line?areas=PRK&scale2=2", "/charts/line?areas=PRK&scale2")]
    [InlineData("/charts/line?to=2000&areas=PRK", "/charts/line?areas=PRK&to=2000")]
    public void What_says_the_same_is_written_the_same(string asked, string shortest) =>
        ChartAddress.Of(Read(asked).Question!).ShouldBe(shortest);

    [Theory]
    [InlineData("/charts/lime?areas=PRK", RefusalCause.Unknown, "line")]
    [InlineData("/charts/line?areas=PRX", RefusalCause.Unknown, "PRY (Paraguay), PRT (Portugal), PRK (North Korea)")]
    [InlineData("/charts/line?areas=PRK&items=ryce", RefusalCause.Unknown, "rice")]
    [InlineData("/charts/line?areas=PRK&elements=producton", RefusalCause.Unknown, "production")]
    [InlineData("/charts/line?areas=PRK&sources=usda-psf", RefusalCause.Unknown, "usda-psd")]
    [InlineData("/charts/line?areas=PRK&basis=mild", RefusalCause.Unknown, "milled")]
    [InlineData("/charts/line?areas=PRK&item=rice", RefusalCause.Unreadable, "items")]
    [InlineData("/charts/line?areas=PRK&from=soon", RefusalCause.Unreadable, "a year such as 1990")]
    [InlineData("/charts/line?areas=PRK&asof=2023-02-30", RefusalCause.Unreadable, "a date such as 2023-12-28")]
    [InlineData("/charts/line?areas=PRK&scale=log10", RefusalCause.Unreadable, "percapita")]
    [InlineData("/charts/line?areas=PRK&smooth=4", RefusalCause.Unreadable, "3-trailing")]
    [InlineData("/charts/line?areas=PRK&w=5", RefusalCause.Unreadable, "320 to 2400")]
    [InlineData("/charts/line?areas=PRK&ref=much", RefusalCause.Unreadable, "mean5")]
    [InlineData("/charts/line?areas=PRK&lang=xx", RefusalCause.Unreadable, "en")]
    [InlineData("/charts/line?areas=PRK&year=fiscal", RefusalCause.Unreadable, "marketing")]
    [InlineData("/charts/line?areas=PRK&notes=<b>", RefusalCause.Unreadable, "hyphens")]
    [InlineData("/charts/line?areas=PRK&which=a b", RefusalCause.Unreadable, "hyphens")]
    [InlineData("/charts/line?areas=PRK&x=<script>", RefusalCause.Unreadable, "letters")]
    [InlineData("/charts/line?areas=PRK&from=2020&to=1990", RefusalCause.Contradiction, "lies after")]
    [InlineData("/charts/line?areas=PRK&base=2000", RefusalCause.Contradiction, "index only")]
    [InlineData("/charts/line?areas=PRK&scale=index&base=1980&from=1990", RefusalCause.Contradiction, "outside the years")]
    [InlineData("/charts/line?areas=PRK,KOR&align=1994,2020", RefusalCause.Contradiction, "one place")]
    [InlineData("/charts/bar?areas=PRK&align=1994", RefusalCause.Contradiction, "as lines only")]
    public void What_cannot_be_meant_is_refused_with_the_reason(string address, RefusalCause cause, string reason)
    {
        var (question, refusal) = Read(address);
        question.ShouldBeNull();
        refusal!.Cause.ShouldBe(cause);
        refusal.Reason.ShouldContain(reason);
        foreach (var (name, instead) in refusal.Instead)
        {
            name.ShouldNotBeEmpty();
            Read(ChartAddress.Of(instead)).Refusal.ShouldBeNull("what is offered instead can be read");
        }
    }

    /// <summary>Questions that the grammar can say and that do not contradict themselves.</summary>
    internal static Gen<ChartQuestion> Questions(Vocabulary words, int most = 3)
    {
        Gen<IReadOnlyList<string>> Some(IEnumerable<string> codes) =>
            Pick([.. codes]).Array[0, most].Select(a => (IReadOnlyList<string>)[.. a.Distinct()]);
        var what = Gen.Select(
            Pick([.. ChartKindCatalog.All.Select(k => k.Id)]),
            Some(words.Areas.Keys),
            Some(words.Items.Keys),
            Some(words.Elements.Keys),
            Some(words.Datasets.Keys)
        );
        var how = Gen.Select(
            Gen.Enum<AskedScale>(),
            Pick("", "paddy", "milled", "milled-0.66", "cereal-equivalent"),
            Pick(Smoothing.None, new Smoothing(3, false), new Smoothing(5, true)),
            Pick<string[]>([], ["mean5"], ["1000"], ["mean5", "-2.5"], ["need"]),
            Gen.Enum<YearBasis>(),
            Pick<int[]>([], [], [1994, 2020])
        );
        var when = Gen.Select(
            Gen.Int[1900, 2000],
            Gen.Int[2001, 2030],
            Gen.Bool,
            Gen.Bool,
            Gen.Date[new DateTime(1900, 1, 1), new DateTime(2100, 12, 31)]
        );
        var rest = Gen.Select(
            Pick<string[]?>(null, [], ["production"], ["imports", "no-such"], ["claim", "kcna", "en"]),
            Gen.Int[320, 2400],
            Gen.Bool,
            Gen.Bool,
            Pick<string[]>([], [], ["nairobi"]),
            Pick(Options)
        );
        return Gen.Select(what, how, when, rest)
            .Select(
                (w, h, d, r) =>
                    new ChartQuestion
                    {
                        Kind = w.Item1,
                        Areas = w.Item2,
                        Items = w.Item3,
                        Elements = w.Item4,
                        Sources = w.Item5,
                        Scale = h.Item1,
                        Basis = h.Item2,
                        Smooth = h.Item3,
                        References = h.Item4,
                        From = d.Item3 ? d.Item1 : null,
                        To = d.Item4 ? d.Item2 : null,
                        BaseYear = h.Item1 == AskedScale.Index && d.Item3 ? d.Item1 : null,
                        AsOf = d.Item3 != d.Item4 ? DateOnly.FromDateTime(d.Item5) : null,
                        Notes = r.Item1,
                        Width = r.Item3 ? r.Item2 : null,
                        IsDouble = r.Item4,
                        Options = r.Item6,
                        Which = r.Item5,
                        YearBasis = h.Item5,
                        // Event time contradicts several places, several measures and other kinds in the question itself.
                        Align = w.Item1 == "line" && w.Item2.Count < 2 && w.Item4.Count < 2 ? h.Item6 : [],
                    }
            );
    }

    private static readonly (string, string)[][] Options =
    [
        [],
        [("facet", "area"), ("scales", "own")],
        [("facet", "source")],
        [("swing", "10")],
        [("rows", "own")],
        [("rows", "one")],
        [("x", "production"), ("y", "yield"), ("zero", "no")],
        [("years", "3"), ("zero", "no")],
        [("noaccess", "PRK,KEN"), ("region", "AFRICA")],
        [("region", "no-such"), ("swing", "1000"), ("years", "x")],
    ];

    internal static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    internal static (ChartQuestion? Question, MakingRefusal? Refusal) Read(string address)
    {
        var parts = address["/charts/".Length..].Split('?');
        var pairs =
            parts.Length == 1
                ? []
                : parts[1].Split('&').Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p.Length > 1 ? p[1] : ""));
        return Reader.Read(parts[0], pairs);
    }
}
