using FoodSecurity.Answers.Areas;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Tests.Answers;

/// <summary>Every area that has data has a page, and every picture on it stands alone.</summary>
public class AreaPageTests(ShippedArchive shipped)
{
    [Fact]
    public void Every_area_with_data_has_a_page_whose_pictures_stand_alone()
    {
        var areas = AreaDirectory.ByRegion(shipped.Archive).SelectMany(r => r.Areas).ToList();
        areas.Count.ShouldBeGreaterThan(200);
        var wrong = new List<string>();
        foreach (var code in areas.Select(a => a.Area.Code))
        {
            try
            {
                var view = AreaAnswer.Of(shipped.Archive, code);
                wrong.AddRange(view is null ? [code + ": no page"] : Faults(view));
            }
            catch (Exception thrown) when (thrown is not OutOfMemoryException)
            {
                wrong.Add($"{code}: {thrown.GetType().Name} {thrown.Message} {thrown.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void North_Korea_has_its_standing_charts_excerpts_key_figures_and_tables()
    {
        var view = shipped.Area("PRK");
        view.Charts.Select(c => c.Id)
            .ShouldBe(["output", "common-basis", "deficit", "imports", "undernourishment", "area", "yield"], ignoreOrder: true);
        view.Annotations.Count.ShouldBe(5);
        view.KeyFigures.Count.ShouldBe(4);
        view.KeyFigures.ShouldAllBe(k => k.Value.Trace != null && k.Note.Length > 0);
        view.CropTables.Count.ShouldBeInRange(1, 2);
        view.CropTables.ShouldAllBe(t => t.Sources.Count > 1);
        view.Region.ShouldBe("Eastern Asia");
        view.Events.ShouldNotBeEmpty();
        view.Releases.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_number_on_the_page_of_North_Korea_has_a_trace_that_is_found()
    {
        var view = shipped.Area("PRK");
        var traces = view
            .Lede.SelectMany(l => l)
            .Select(p => p.Trace)
            .Concat(view.KeyFigures.Select(k => k.Value.Trace))
            .Concat(view.CropTables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c?.Value.Trace))
            .Where(t => t is not null)
            .Distinct()
            .ToList();
        traces.Count.ShouldBeGreaterThan(10);
        traces.Where(t => Traces.Find(shipped.Archive, t!) is null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PRK")]
    [InlineData("SSD")]
    [InlineData("WORLD")]
    public void A_page_as_known_on_a_day_says_so_on_every_picture(string code)
    {
        var view = AreaAnswer.Of(shipped.Archive, code, new DateOnly(2023, 12, 28)).ShouldNotBeNull();
        view.Charts.ShouldNotBeEmpty();
        view.Charts.ShouldAllBe(c => c.Spec.Subtitle.EndsWith("; as known on 28 December 2023"));
        Faults(view).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_of_a_day_before_all_releases_has_no_numbers()
    {
        var view = AreaAnswer.Of(shipped.Archive, "PRK", new DateOnly(1950, 1, 1));
        view?.Charts.SelectMany(c => c.Series).SelectMany(s => s.Series.Points).Where(p => p.Value is not null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2010, 2020)]
    [InlineData(2020, 2020)]
    [InlineData(1800, 1801)]
    public void Any_span_of_years_makes_pictures_without_faults(int from, int to) =>
        Faults(AreaAnswer.Of(shipped.Archive, "PRK", null, from, to).ShouldNotBeNull()).ShouldBeEmpty();

    private static IEnumerable<string> Faults(AreaView view)
    {
        if (view.Charts.Count > 8)
        {
            yield return $"{view.Area.Code}: {view.Charts.Count} charts";
        }

        if (view.Charts.Select(c => c.Id).Distinct().Count() != view.Charts.Count)
        {
            yield return $"{view.Area.Code}: two charts of one name";
        }

        foreach (var fault in view.Charts.SelectMany(c => Faults(c.Spec).Select(f => $"{view.Area.Code}/{c.Id}: {f}")))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Faults(ChartSpec spec)
    {
        foreach (
            var (name, text) in new[]
            {
                ("title", spec.Title),
                ("subtitle", spec.Subtitle),
                ("source line", spec.SourceLine),
                ("alt text", spec.AltText),
                ("unit", spec.Unit),
                ("address", spec.Address),
            }
        )
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                yield return "no " + name;
            }
        }

        var words = spec
            .Notes.Append(spec.Title)
            .Append(spec.Subtitle)
            .Append(spec.AltText)
            .Append(spec.SourceLine)
            .Concat(spec.Lines.SelectMany(l => l.Points).Select(p => p.Text))
            .Concat(spec.Lines.Select(l => l.Label + l.EndNote));
        if (words.FirstOrDefault(w => w.Contains("NaN") || w.Contains('{') || w.Contains('∞')) is { } odd)
        {
            yield return "odd words: " + odd;
        }

        var numbers = spec
            .Lines.SelectMany(l => l.Points)
            .SelectMany(p => new[] { p.X, p.Y, p.SpanFrom, p.SpanTo })
            .Concat(spec.Bars.SelectMany(b => new[] { b.X, b.Y }))
            .Concat(spec.Spread?.Points.SelectMany(p => new double?[] { p.X, p.Low, p.High }) ?? [])
            .Concat(spec.Pins.SelectMany(p => new double?[] { p.X, p.Y }))
            .Append(spec.From)
            .Append(spec.To);
        if (numbers.Any(n => n is { } d && !double.IsFinite(d)))
        {
            yield return "a number that is none";
        }

        if (spec.From > spec.To || spec.Spread?.Points.Any(p => p.Low > p.High) == true)
        {
            yield return "from after to, or low above high";
        }

        foreach (var line in spec.Lines.Where(l => l.Points.Zip(l.Points.Skip(1)).Any(p => p.First.X >= p.Second.X)))
        {
            yield return $"{line.Key}: points out of order";
        }
    }
}
