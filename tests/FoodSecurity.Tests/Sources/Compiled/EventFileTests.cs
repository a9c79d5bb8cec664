using FoodSecurity.Observations;
using FoodSecurity.Sources;
using FoodSecurity.Sources.Compiled;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Tests.Sources.Compiled;

public sealed class EventFileTests
{
    private static IReadOnlyList<AreaEvent> Read(string name)
    {
        var file = RecordedFile.Open(name);
        SourceCatalog.HoldsEvents(file).ShouldBeTrue();
        var context = new ReadContext(RecordedFile.Words, file.Name);
        var events = EventFile.Read(file, context).ToList();
        context.Problems.ShouldBeEmpty();
        context.UnknownCodes().ShouldBeEmpty();
        return events;
    }

    [Fact]
    public void The_closed_border_is_read_in_every_field()
    {
        var events = Read("compiled/events.csv");
        events.Count.ShouldBe(12);
        events
            .Single(e => e.Kind == "borders closed")
            .ShouldBe(
                new AreaEvent
                {
                    Area = "PRK",
                    Kind = "borders closed",
                    Start = "2020-01",
                    End = "2023-08-26",
                    Text = "closed in January 2020 against COVID-19; citizens abroad allowed to return from 26/27 August 2023",
                    Source = "KCNA by way of Korea Bizwire (Yonhap), 27 August 2023",
                    SourceAddress = "http://koreabizwire.com/n-korea-allows-citizens-abroad-to-return-after-reopening-border/256822",
                    PublishedOn = "2023-08-27",
                    Line = 12,
                }
            );
    }

    [Fact]
    public void Ranges_stay_ranges_and_units_are_ours()
    {
        var deaths = Read("compiled/events.csv")[1];
        (deaths.Value, deaths.Lower, deaths.Upper, deaths.Unit).ShouldBe((null, 240000, 420000, "deaths"));
        Read("compiled/events.csv").ShouldContain(e => e.Unit == "kpw-per-kg");
    }

    [Fact]
    public void What_is_written_is_read_back_as_it_was()
    {
        var events = Read("compiled/events.csv");
        using var text = new StringWriter();
        EventFile.Write(events, text);
        Read(RecordedFile.Make("events.csv", text.ToString())).ShouldBe(events);
    }

    [Fact]
    public void A_wrong_date_an_unknown_area_and_a_wrong_number_are_told()
    {
        var file = SourceFile.Open(
            RecordedFile.Make(
                "events.csv",
                "area,kind,start,end,value,statement,source,source_address\n"
                    + "PRK,flood,summer,,,x,y,\nPRZ,flood,2012,,,x,y,\nPRK,flood,2012,,many,x,y,\n"
            )
        );
        var context = new ReadContext(RecordedFile.Words, file.Name);
        EventFile.Read(file, context).ShouldBeEmpty();
        context.Problems.Select(p => (p.Line, p.Column, p.Value)).ShouldBe([(2, "start", "summer"), (4, "value", "many")]);
        context.UnknownCodes().Single().Nearest.ShouldContain("PRK");
    }

    [Fact]
    public void A_table_of_events_is_no_table_of_observations() =>
        Should
            .Throw<DataFormatException>(() => SourceCatalog.Recognise(RecordedFile.Open("compiled/events.csv")))
            .Message.ShouldContain("one of events");
}
