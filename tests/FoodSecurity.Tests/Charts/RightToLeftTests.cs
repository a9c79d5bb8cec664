using FoodSecurity.Charts;

namespace FoodSecurity.Tests.Charts;

/// <summary>Lines from right to left, with figures that do not run so.</summary>
public class RightToLeftTests
{
    [Theory]
    [InlineData("2022.", ".2022")]
    [InlineData(" 2.1 ", " 2.1 ")]
    [InlineData("(5% ", " 5%)")]
    [InlineData(") (", ") (")]
    [InlineData("”.", ".”")]
    [InlineData("مليون (", "مليون (")]
    [InlineData("", "")]
    public void Marks_at_the_ends_of_a_figure_change_sides(string part, string drawn) => RightToLeft.Part(part).ShouldBe(drawn);

    [Fact]
    public void Figures_are_runs_of_their_own_and_the_last_run_stands_leftmost()
    {
        var runs = ChartFonts.Runs("زاد المحصول 2.1 مليون طن عام 2022.", false).Select(r => r.Part).ToList();
        runs[0].ShouldBe(".2022");
        runs.ShouldContain(r => r.Trim() == "2.1");
        runs[^1].ShouldStartWith("زاد");
        string.Concat(runs.SelectMany(r => r).Order()).ShouldBe(string.Concat("زاد المحصول 2.1 مليون طن عام 2022.".Order()));
    }

    [Fact]
    public void Other_lines_are_cut_as_ever() => string.Concat(ChartFonts.Runs("rose 6.9 percent (2023)", false).Select(r => r.Part)).ShouldBe("rose 6.9 percent (2023)");

    [Fact]
    public void Joined_letters_are_measured_as_they_are_drawn() => ChartFonts.Width("المحصول", 20).ShouldBeLessThan("المحصول".Sum(c => ChartFonts.Width(c.ToString(), 20)));
}
