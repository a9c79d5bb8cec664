using System.Security.Claims;
using System.Threading.RateLimiting;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Articles;
using FoodSecurity.Editors;
using FoodSecurity.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.RateLimiting;

namespace FoodSecurity.Web.Security;

/// <summary>Sign-in for those who load and withdraw. Reading needs none; what a signed-in editor sees is kept by nobody.</summary>
public static class EditorsSetup
{
    /// <summary>Policy of pages that write: any account. Of the book of changes: administrators.</summary>
    public const string Editor = "editor",
        Administrator = "administrator";

    /// <summary>Name of the limit on sign-ins from one address.</summary>
    public const string SignInLimit = "sign-in";

    private const string CookieName = "foodsec-editor",
        StampClaim = "stamp";

    public static void AddEditors(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(s => new EditorStore(s.GetRequiredService<Archive>().Store));
        services.AddSingleton<SignInNames>();
        services.AddSingleton<IntakeLimits>();
        services.AddSingleton(s => new Uploads(s.GetRequiredService<Archive>()));
        services.AddSingleton(s => new ArticleReading(s.GetRequiredService<Archive>()));
        services.AddDataProtection().SetApplicationName("FoodSecurity");
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(o =>
            {
                o.Cookie.Name = CookieName;
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = SameSiteMode.Strict;
                // Over plain http only a browser on this very machine may sign in (SignInModel): there the cookie cannot be secure.
                o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                o.LoginPath = "/account/sign-in";
                o.AccessDeniedPath = "/account/denied";
                o.ReturnUrlParameter = "return";
                o.ExpireTimeSpan = TimeSpan.FromHours(8);
                o.SlidingExpiration = true;
                o.Events.OnValidatePrincipal = StillValid;
            });
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Editor, p => p.RequireAuthenticatedUser())
            .AddPolicy(Administrator, p => p.RequireRole(Administrator));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "foodsec-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(SignInLimit, context =>
                HttpMethods.IsPost(context.Request.Method)
                    ? RateLimitPartition.GetFixedWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = SignInNames.Window }
                    )
                    : RateLimitPartition.GetNoLimiter("reading")
            );
            o.AddPolicy(IntakeLimits.Policy, IntakeLimits.Partition);
            o.OnRejected = async (rejected, cancel) =>
            {
                var context = rejected.HttpContext;
                var policy = context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
                await (
                    policy == IntakeLimits.Policy
                        ? IntakeLimits.Refuse(context, rejected.Lease, cancel)
                        : SignInNames.Refuse(context, cancel)
                );
            };
        });
    }

    /// <summary>Who asks, before anything is answered from memory.</summary>
    public static void UseEditors(this WebApplication app)
    {
        app.Use(NotKept);
        app.UseAuthentication();
    }

    /// <summary>Who may, once it is known which page is asked for; and the pages' other forms.</summary>
    public static void UseEditorRules(this WebApplication app)
    {
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapReleaseFiles();
    }

    /// <summary>The signed-in form of an account.</summary>
    public static ClaimsPrincipal Principal(Editor editor) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.Name, editor.Name),
                    new Claim(ClaimTypes.Role, editor.Role == EditorRole.Administrator ? Administrator : Editor),
                    new Claim(StampClaim, editor.Stamp),
                ],
                CookieAuthenticationDefaults.AuthenticationScheme
            )
        );

    /// <summary>A shut account, a new password or another role ends a sign-in at the next request.</summary>
    private static async Task StillValid(CookieValidatePrincipalContext context)
    {
        var editors = context.HttpContext.RequestServices.GetRequiredService<EditorStore>();
        var known = context.Principal?.Identity?.Name is { } name ? editors.Find(name) : null;
        if (known is null || known.IsDisabled || known.Stamp != context.Principal!.FindFirstValue(StampClaim))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }

    /// <summary>Pages of editors, and all pages as a signed-in editor sees them, are neither kept by browsers nor shown in frames.</summary>
    private static Task NotKept(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (
            !request.Cookies.ContainsKey(CookieName)
            && !request.Path.StartsWithSegments("/account")
            && !request.Path.StartsWithSegments("/load")
        )
        {
            return next(context);
        }

        request.Headers.IfNoneMatch = default;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = headers
            .ContentSecurityPolicy.ToString()
            .Replace("frame-ancestors *", "frame-ancestors 'none'", StringComparison.Ordinal);
        context.Response.OnStarting(() =>
        {
            headers.CacheControl = "no-store";
            headers.ETag = default;
            return Task.CompletedTask;
        });
        return next(context);
    }
}
