namespace FoodSecurity.Tests.House;

/// <summary>
/// Folders do not lean on each other in a circle, nor a folder on its subfolder and back; types (one a file) only where a row below says why.
/// Read from the compiled assemblies, so that no using and no alias hides an arrow.
/// </summary>
public class CircleRule
{
    /// <summary>Folders that still lean on each other; the list only shrinks.</summary>
    private static readonly string[][] KnownFolders =
    [
        ["Charts.Layout", "Charts.Layout.Marks", "Charts.Maps", "Charts.Specs"],
        ["Answers.Areas", "Answers.ChartMaker", "Answers.Datasets", "Answers.FactCheck"],
        ["Web", "Web.Background", "Web.Pages", "Web.Security"],
    ];

    /// <summary>Types that may know each other, with the reason; a name may end in * where a group is meant.</summary>
    private static readonly (string[] Types, string Why)[] KnownTypes =
    [
        (["Sources.Files.SheetStream", "Sources.Files.Workbook"], "a workbook and the stream of one of its sheets"),
        (["Sources.Tidy.TidyShape", "Sources.Tidy.TidyWriter"], "a table and what its writer found out of it"),
        (["Sources.Updating.UpdateLease", "Sources.Updating.UpdateRunningException"], "a lease and the refusal that names its holder"),
        (["Database.Sqlite.SqliteReading", "Database.Sqlite.SqliteReadings"], "a lent connection and the place it goes back to"),
        (["Answers.ChartMaker.ChartAddress", "Answers.ChartMaker.ChartQuestion"], "a question and its address, which is its identity"),
        (["Claims.ClaimCheck", "Claims.ReportedCheck"], "to be undone"),
        (["Series.Part", "Series.SeriesPoint"], "a point is made of points"),
        (["Articles.Anchors.CodePoints", "Articles.Anchors.FoldedText"], "a text and its folded form, which points back into it"),
        (["Articles.Intake.HtmlDetails", "Articles.Intake.JsonLdDetails"], "a page's details lie in its JSON-LD too"),
        (["Fetching.Attempt", "Fetching.Download"], "a download and one attempt at it"),
        (["Answers.Datasets.ReleaseAnswer", "Answers.Datasets.ReleaseView"], "to be undone"),
        (["Web.Pages.CheckRow", "Web.Pages.CheckView"], "a table and its row"),
        (["Cli.Commands.*"], "to be undone: the verbs of articles share what opens the desk"),
        (["Charts.Layout.Type.ChartFonts", "Charts.Layout.Type.SubsetFaces", "Charts.Layout.Type.TextRun"], "to be undone"),
    ];

    [Theory]
    [InlineData("FoodSecurity.dll")]
    [InlineData("FoodSecurity.Web.dll")]
    [InlineData("foodsec.dll")]
    public void No_folders_lean_on_each_other(string assembly) =>
        FolderCircles(Own(assembly))
            .Where(circle => !KnownFolders.Any(known => circle.All(known.Contains)))
            .Select(circle => $"{string.Join(", ", circle)} lean on each other: move the type both need to where both may look.")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("FoodSecurity.dll")]
    [InlineData("FoodSecurity.Web.dll")]
    [InlineData("foodsec.dll")]
    public void No_types_know_each_other_but_those_listed(string assembly) =>
        TypeCircles(Own(assembly))
            .Where(circle => !KnownTypes.Any(known => circle.All(type => known.Types.Any(k => Fits(k, type)))))
            .Select(circle => $"{string.Join(", ", circle)} know each other: hand in what one asks of the other.")
            .ShouldBeEmpty();

    [Fact]
    public void A_planted_circle_is_caught()
    {
        Reference[] planted =
        [
            new("FoodSecurity.A", "One", "FoodSecurity.A.B", "Two"),
            new("FoodSecurity.A.B", "Three", "FoodSecurity.A", "Four"),
            new("FoodSecurity.C", "Five", "FoodSecurity.C", "Six"),
            new("FoodSecurity.C", "Six", "FoodSecurity.C", "Five"),
            new("FoodSecurity.C", "Five", "FoodSecurity.A", "One"),
        ];
        FolderCircles(planted).ShouldHaveSingleItem().ShouldBe(["A", "A.B"]);
        TypeCircles(planted).ShouldHaveSingleItem().ShouldBe(["C.Five", "C.Six"]);
    }

    private static bool Fits(string known, string type) =>
        known == type || (known.EndsWith('*') && type.StartsWith(known[..^1], StringComparison.Ordinal));

    private static IReadOnlyList<IReadOnlyList<string>> FolderCircles(IEnumerable<Reference> references) =>
        Circles.Between(references.Select(r => (Short(r.Namespace), Short(r.ToNamespace))));

    private static IReadOnlyList<IReadOnlyList<string>> TypeCircles(IEnumerable<Reference> references) =>
        Circles.Between(references.Select(r => (Short(r.Namespace) + "." + r.Type, Short(r.ToNamespace) + "." + r.ToType)));

    private static IEnumerable<Reference> Own(string assembly) =>
        CodeReader
            .Read(Path.Combine(AppContext.BaseDirectory, assembly))
            .Where(r => IsOwn(r.Namespace) && IsOwn(r.ToNamespace) && !IsMade(r.Type) && !IsMade(r.ToType));

    private static bool IsOwn(string name) => name.StartsWith("FoodSecurity.", StringComparison.Ordinal);

    // Types the compiler makes know whoever they were made for.
    private static bool IsMade(string type) => type.Contains('<', StringComparison.Ordinal);

    private static string Short(string name) => name["FoodSecurity.".Length..];
}
