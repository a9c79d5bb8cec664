using FoodSecurity.Answers;
using FoodSecurity.Observations;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>Indicator cards, rules and factors.</summary>
public sealed class MethodsModel(Archive archive) : PageModel
{
    public IReadOnlyList<Factor> Factors => archive.Words.Factors;

    public IEnumerable<Basis> Bases => archive.Words.Bases.Values;
}
