using System.Globalization;
using System.Text;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Answers.Uploads;
using FoodSecurity.Articles;
using FoodSecurity.Articles.Desk;

namespace FoodSecurity.Tests.Answers.ChartMaker;

/// <summary>
/// Articles on Monaco, written, approved and published at the desk: twenty excerpts within ten years (years, days, periods, open-ended and partly in view,
/// several in one year, short and as long as an excerpt may be), twenty more with another tag, and an event with dates of its own.
/// </summary>
internal sealed class OddNotes(Archive archive, string events)
{
    public const string Area = "MCO";

    private const string Filler =
        " Nothing else was said that day by those who came and went between the market and the port, and the notes of the meeting were not made public.";

    private readonly ArticleDesk _desk = ArticleDesks.Open(archive, new FixedTime());

    /// <summary>From and to of each excerpt; null is open.</summary>
    private static readonly (string? From, string? To)[] When =
    [
        ("2011", "2011"),
        ("2011", "2011"),
        ("2011-03", "2011-03"),
        ("2012-06-14", "2012-06-14"),
        ("2012", "2014"),
        ("2013", null),
        (null, "2012"),
        ("2014", "2014"),
        ("2014", "2014"),
        ("2014", "2014"),
        ("2014", "2014"),
        ("2015-02", "2016-09"),
        ("2016", "2016"),
        ("2017", "2017"),
        ("2017", "2018"),
        ("2018-01-01", "2018-01-01"),
        ("2018", "2018"),
        ("2019", "2019"),
        ("2020", "2020"),
        ("2019", null),
    ];

    public void Keep()
    {
        File.WriteAllText(
            events,
            "area,kind,start,end,value,lower,upper,unit,statement,source,source_address,published_on,line\n"
                + "MCO,port closed,2015-03,2016-08-20,,,,,closed for works,Port authority,https://www.example.org/port,2016-09-01,1\n"
        );
        OwnTables.Load(archive, events, null, "odd", dryRun: false, keepRaw: false).Report.ShouldNotBeNull();
        Write("Grain in ten years, told by those who were there", 0, 10, "noted");
        Write("모나코의 곡물: 십 년의 기록 (곡물 정책과 수입에 관한 보고)", 10, 20, "noted");
        Write("Further remarks", 20, 30, "further");
        Write("Last remarks", 30, 40, "further");
    }

    private void Write(string title, int from, int to, string tag)
    {
        var quotes = Enumerable.Range(from, to - from).ToDictionary(i => i, Quote);
        var text = new StringBuilder();
        foreach (var quote in quotes.Values)
        {
            text.Append(quote)
                .Append(Filler)
                .Append(Filler)
                .Append(Filler)
                .Append(Filler)
                .Append(Filler)
                .Append(Filler)
                .Append(Filler)
                .Append(Filler)
                .Append("\n\n");
        }

        var article = _desk.Add(
            text.ToString(),
            new ArticleDetails
            {
                Title = title,
                PublishedOn = "2021-05-01",
                Outlet = "The Example",
            },
            "anna",
            evenIfAlike: true
        );
        foreach (var (i, quote) in quotes)
        {
            var (start, end) = When[i % When.Length];
            var claim = new Claim
            {
                Area = Area,
                Indicator = "crop-output",
                Relation = ClaimRelation.Rise,
                Period = new ClaimPeriod("", "years", start, end, i == 11 ? "port closed" : null),
                Attribution = i % 3 == 0 ? new ClaimAttribution("a trader", false) : null,
            };
            var added = _desk.Add(
                article.Slug,
                quote,
                new ExcerptCorrection
                {
                    Kind = "claim",
                    Claim = claim,
                    Tags = [tag],
                },
                "anna"
            );
            _desk.Approve(article.Slug, added.Excerpts[^1].Number, "ben");
        }

        _desk.Publish(article.Slug, "anna");
    }

    private static string Quote(int i)
    {
        var begin = string.Create(CultureInfo.InvariantCulture, $"Remark {i + 1}: the harvest rose");
        return (i % 10) switch
        {
            3 => begin
                + ", and in the words of the oldest of the millers it had not been like that since the bridge was built, when carts stood in the road from the gate of the mill to the river and back again, and nobody went home before dark.",
            5 => "곡물 수확량이 크게 늘었다고 관계자는 말했다 " + begin,
            7 => begin + " to <12 & more> “thousand tonnes” — 'about'",
            8 => "ارتفع محصول الحبوب في هذا العام " + begin,
            _ => begin,
        };
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
