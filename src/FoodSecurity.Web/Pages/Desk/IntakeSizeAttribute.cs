using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FoodSecurity.Web.Pages;

/// <summary>Says in words that what is sent is too large, before any of it is read; else the form's token could not be read and the answer would be an empty one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class IntakeSizeAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Ten megabytes of text may be twice as many bytes in a form, and more where it is sent as a field.</summary>
    public const int MostBytes = 24 * 1024 * 1024;

    private const int Million = 1_000_000;

    /// <summary>Before the limit of the request and the form's token.</summary>
    public int Order => 100;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength is { } sent && sent > MostBytes)
        {
            var t = PageTexts.Of(context.HttpContext);
            context.Result = new ContentResult
            {
                StatusCode = StatusCodes.Status413PayloadTooLarge,
                ContentType = "text/plain; charset=utf-8",
                Content = t["intake.large", (sent + Million - 1) / Million],
            };
        }
    }
}
