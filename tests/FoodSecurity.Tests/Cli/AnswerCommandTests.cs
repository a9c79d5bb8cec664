using System.Text.Json;
using FoodSecurity.Tests.Answers;

namespace FoodSecurity.Tests.Cli;

/// <summary>The verbs that answer, on the shipped data.</summary>
public class AnswerCommandTests(ShippedArchive shipped)
{
    [Fact]
    public void Every_verb_has_help_and_every_argument_and_option_is_explained()
    {
        Foodsec
            .Verbs.Select(v => v.Name)
            .ShouldBe([
                "areas",
                "article",
                "backup",
                "boundaries",
                "chart",
                "copy",
                "diff",
                "editor",
                "extract",
                "load",
                "restore",
                "series",
                "sources",
                "trace",
                "update",
                "withdraw",
            ]);
        foreach (var verb in Foodsec.Verbs)
        {
            verb.Arguments.Where(a => string.IsNullOrWhiteSpace(a.Description)).ShouldBeEmpty(verb.Name);
            verb.Options.Where(o => string.IsNullOrWhiteSpace(o.Description)).ShouldBeEmpty(verb.Name);
            var help = Foodsec.Run("/nowhere/at-all.db", verb.Name, "--help");
            (help.Code, help.Errors).ShouldBe((0, ""), verb.Name);
            help.Output.ShouldContain(verb.Description![..20]);
            help.Output.ShouldContain("Usage:");
        }

        Foodsec
            .Run("/nowhere/at-all.db", "--help")
            .Output.ShouldSatisfyAllConditions([.. Foodsec.Verbs.Select(v => (Action<string>)(o => o.ShouldContain(v.Name)))]);
    }

    [Theory]
    [InlineData]
    [InlineData("no-such-verb")]
    [InlineData("series")]
    [InlineData("series", "PRK", "--no-such-option")]
    [InlineData("trace", "rda", "PRK")]
    public void Wrong_usage_ends_with_1(params string[] arguments)
    {
        var ended = Run(arguments);
        ended.Code.ShouldBe(1);
        ended.Errors.ShouldNotBeEmpty();
        ended.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public void The_North_is_North_Korea()
    {
        var found = Json("areas", "the North", "--json").EnumerateArray().First();
        (found.GetProperty("code").GetString(), found.GetProperty("name").GetString()).ShouldBe(("PRK", "North Korea"));
        Run("areas", "the North").Output.ShouldContain("PRK");
        Run("areas").Output.Split('\n').Length.ShouldBeGreaterThan(200);
        Run("areas", "qqqqqqqq").Code.ShouldBe(1);
    }

    [Fact]
    public void A_series_prints_its_figures_as_printed()
    {
        var ended = Run("series", "the North", "--source", "rda", "--item", "food-crops");
        ended.Code.ShouldBe(0);
        ended.Output.ShouldMatch(@"2023\s+│\s+482\s+│\s+estimated");
        Run("series", "PRK").Output.ShouldContain("undernourishment");
    }

    [Fact]
    public void A_series_as_json_has_value_print_origin_and_trace()
    {
        var points = Json("series", "PRK", "--source", "usda-psd", "--item", "rice", "--element", "production", "--json")
            .EnumerateArray()
            .First(s => s.GetProperty("key").GetProperty("basis").GetString() == "milled")
            .GetProperty("points")
            .EnumerateArray();
        var point = points.Single(p => p.GetProperty("period").GetString() == "2023/24");
        point.GetProperty("value").GetDecimal().ShouldBe(1451m);
        point.GetProperty("trace").GetString().ShouldBe("/trace/usda-psd/PRK/rice/production/2023-2024?basis=milled");
        point.GetProperty("origin").GetProperty("line").GetInt64().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_series_as_known_on_a_day_ends_there()
    {
        var then = Run("series", "PRK", "--source", "rda", "--item", "food-crops", "--asof", "2023-12-14");
        then.Code.ShouldBe(0);
        then.Output.ShouldContain("2022 ");
        then.Output.ShouldNotMatch(@"\b2023\s+│\s+482");
        var wrong = Run("series", "PRK", "--asof", "14.12.2023");
        wrong.Code.ShouldBe(1);
        wrong.Errors.ShouldContain("14.12.2023");
    }

    [Fact]
    public void What_is_not_there_ends_with_1_and_the_nearest_that_is()
    {
        var area = Run("series", "Norht Korea");
        (area.Code, area.Output).ShouldBe((1, ""));
        area.Errors.ShouldContain("PRK (North Korea)");
        Run("series", "PRK", "--item", "bananas").Code.ShouldBe(1);
        Run("trace", "rda", "PRK", "rice", "production", "1950").Code.ShouldBe(1);
        Run("chart", "PRK", "no-such", Path.GetTempFileName()).Errors.ShouldContain("output, ");
    }

    [Fact]
    public void A_trace_goes_down_to_the_line()
    {
        var ended = Run("trace", "usda-psd", "PRK", "rice", "production", "2023/24", "--basis", "milled");
        ended.Code.ShouldBe(0);
        ended.Output.ShouldMatch(@"(?m)^As printed:\s+1451");
        ended.Output.ShouldContain("6bf85fdd7cb4593719e9f03719f24ef8e2fb8d19a6a64c87c91b7b4f95b5306d");
        ended.Output.ShouldContain("psd_grains_pulses_csv.zip, in it psd_grains_pulses.csv");
    }

    [Fact]
    public void A_computed_figures_trace_as_json_has_its_parts_with_their_releases()
    {
        var trace = Json("trace", "rda", "PRK", "cereals", "production", "2020", "--indicator", "cereals-rice-as-paddy", "--json");
        var parts = trace.GetProperty("parts").EnumerateArray().ToList();
        parts.Count.ShouldBe(3);
        parts.ShouldAllBe(p => p.GetProperty("release").GetProperty("sha256").GetString()!.Length == 64);
        parts.Select(p => p.GetProperty("part").GetProperty("point").GetProperty("value_text").GetString()).ShouldBe(["202", "151", "16"]);
    }

    [Fact]
    public void Sources_tell_licence_and_hash()
    {
        var sources = Json("sources", "--json").EnumerateArray().ToList();
        sources.Count.ShouldBe(shipped.Reports.Select(r => r.Dataset).Distinct().Count());
        sources
            .SelectMany(s => s.GetProperty("releases").EnumerateArray())
            .ShouldAllBe(r => r.GetProperty("release").GetProperty("sha256").GetString()!.Length == 64);
        Run("sources").Output.ShouldContain("usda-psd");
    }

    [Theory]
    [InlineData(".svg", "<svg")]
    [InlineData(".csv", "source,counts,dataset")]
    [InlineData(".json", "{")]
    [InlineData(".png", "\u0089PNG")]
    [InlineData(".pdf", "%PDF")]
    public void A_chart_is_written_in_the_form_its_ending_names(string ending, string begins)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ending);
        try
        {
            Run("chart", "the North", "output", path).Code.ShouldBe(0);
            System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)).TrimStart().ShouldStartWith(begins);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("chart.xyz")]
    [InlineData("no-such-folder/chart.svg")]
    public void A_chart_that_cannot_be_written_says_why(string path)
    {
        var ended = Run("chart", "PRK", "output", Path.Combine(Path.GetTempPath(), path));
        ended.Code.ShouldBe(1);
        ended.Errors.ShouldNotContain("   at ");
    }

    private Ended Run(params string[] arguments)
    {
        _ = shipped.Archive;
        return Foodsec.Run(shipped.Database, arguments);
    }

    private JsonElement Json(params string[] arguments)
    {
        var ended = Run(arguments);
        ended.Code.ShouldBe(0, ended.Errors);
        using var json = JsonDocument.Parse(ended.Output);
        return json.RootElement.Clone();
    }
}
