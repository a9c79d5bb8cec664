using FoodSecurity.Answers;
using FoodSecurity.Answers.Areas;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FoodSecurity.Web.Pages;

/// <summary>The one way pages say that something is not there: status 404 or 400, the reason, and the nearest existing thing.</summary>
internal static class Missing
{
    public static IActionResult Area(PageModel page, Archive archive, string code) =>
        View(
            page,
            StatusCodes.Status404NotFound,
            PageTexts.Of(page.HttpContext).Texts["page.missing.area", code],
            [.. AreaDirectory.Nearest(archive, code).Select(a => ($"{a.Name} ({a.Code})", $"/areas/{a.Code}"))]
        );

    public static IActionResult Bad(PageModel page, string complaint) => View(page, StatusCodes.Status400BadRequest, complaint, []);

    public static IActionResult View(PageModel page, int status, string reason, IReadOnlyList<(string Name, string Address)> nearest)
    {
        page.Response.StatusCode = status;
        page.ViewData["Title"] = PageTexts.Of(page.HttpContext).Title("page.missing.title");
        page.ViewData["Description"] = page.ViewData["Reason"] = reason;
        page.ViewData["Nearest"] = nearest;
        return new PartialViewResult
        {
            ViewName = "_Missing",
            ViewData = page.ViewData,
            StatusCode = status,
        };
    }
}
