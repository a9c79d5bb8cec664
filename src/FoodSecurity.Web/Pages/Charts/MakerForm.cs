using FoodSecurity.Answers;
using FoodSecurity.Answers.Making;
using FoodSecurity.Charts.Kinds;
using FoodSecurity.Wording;

namespace FoodSecurity.Web.Pages;

/// <summary>The form of the chart maker, filled with a question; choices without figures are not offered.</summary>
public sealed record MakerForm(ChartQuestion Question, ChartOffers Offers, Archive Archive)
{
    public Texts T => Archive.Texts;

    public string Areas => string.Join(", ", Question.Areas.Select(a => Archive.Words.Areas[a].Name.Contains(',', StringComparison.Ordinal) ? a : Archive.Words.Areas[a].Name));

    public IEnumerable<(string Id, string Title, string Use)> Kinds => ChartKindCatalog.All.Select(k => (k.Id, k.Card.Title(T), k.Card.WhenToUse(T)));

    public string Element => Question.Elements.Count > 0 ? Question.Elements[0] : "production";

    public IEnumerable<(string Value, string Name)> Scales => Enum.GetValues<AskedScale>().Select(s => (ChartAddress.Name(s), T[$"make.form.scale.{ChartAddress.Name(s)}"]));

    public IEnumerable<(string Value, string Name)> Smooths =>
        [("none", T["make.form.smooth.none"]), ("3", T["make.smooth.centred", 3]), ("5", T["make.smooth.centred", 5]), ("3-trailing", T["make.smooth.trailing", 3]), ("5-trailing", T["make.smooth.trailing", 5])];

    public string Notes => Question.Notes is null ? "all" : Question.Notes.Count == 0 ? "none" : string.Join(',', Question.Notes);
}
