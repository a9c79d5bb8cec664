using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Web.Background;
using FoodSecurity.Web.Caching;
using FoodSecurity.Web.Pages;
using FoodSecurity.Web.Pages.Charts;
using FoodSecurity.Web.Security;
using FoodSecurity.Wording;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace FoodSecurity.Web;

/// <summary>How the site is put together: services, the shipped data, the order of the pipeline.</summary>
public static class Setup
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>Where wwwroot is when the published program is started from another folder; null: the working directory, as usual.</summary>
    public static string? ContentRoot() =>
        !Directory.Exists("wwwroot") && Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"))
            ? AppContext.BaseDirectory
            : null;

    public static void AddFoodSecurity(this WebApplicationBuilder builder)
    {
        // Five lines for every request would bury what the program has to say.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton(_ =>
        {
            var archive = Archive.Open(builder.Configuration["FOODSEC_DATABASE"]);
            archive.Store.Listen();
            return archive;
        });
        builder.Services.AddSingleton<PictureCache>();
        builder.Services.AddSingleton<DarkColors>();
        builder.Services.AddUpdates();
        builder.Services.AddHostedService<FindingsSchedule>();
        builder.Services.AddHostedService<ReadingWarmUp>();
        builder.Services.AddRazorPages(o =>
            // A standing chart is a question with a name: its page is the page of any chart.
            o.Conventions.AddPageRoute("/Charts/Chart", "/areas/{code}/{chart}")
        );
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton(SiteLanguages.Shipped);
        builder.Services.AddScoped(s => new PageTexts(
            s.GetRequiredService<SiteLanguages>().For(s.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.Query["lang"])
        ));
        builder.Services.Configure<RazorViewEngineOptions>(o =>
        {
            // A route value named "area" makes MVC look in its own areas: those lists need the folder too.
            foreach (
                var places in new[]
                {
                    o.PageViewLocationFormats,
                    o.ViewLocationFormats,
                    o.AreaPageViewLocationFormats,
                    o.AreaViewLocationFormats,
                }
            )
            {
                places.Add("/Pages/Frame/{0}" + RazorViewEngine.ViewExtension);
            }
        });
        builder.AddEditors();
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteOptions>(o => o.LowercaseUrls = false);
        builder.Services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "image/svg+xml",
                "text/csv",
                "application/problem+json",
                "application/ld+json",
                "application/atom+xml",
            ];
            o.Providers.Add<BrotliPages>();
            o.Providers.Add<GzipCompressionProvider>();
        });
    }

    /// <summary>Loads what the program ships, told line by line; a second start finds everything there and is quick.</summary>
    public static void LoadShippedData(this WebApplication app)
    {
        var archive = app.Services.GetRequiredService<Archive>();
        var log = app.Logger;
        log.LogInformation("Database: {Location}", archive.Store.Location);
        var last = DateTime.UtcNow;
        ShippedData.Load(
            archive,
            app.Configuration["datasets"],
            report =>
            {
                if (!report.AlreadyLoaded)
                {
                    log.LogInformation(
                        "Loaded {Dataset}, {File}: {Rows} rows in {Seconds} s",
                        report.Dataset,
                        report.FileName,
                        report.RowsRead.ToString("N0", CultureInfo.InvariantCulture),
                        report.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)
                    );
                }
            },
            progress =>
            {
                if (DateTime.UtcNow - last > TimeSpan.FromSeconds(1))
                {
                    last = DateTime.UtcNow;
                    log.LogInformation(
                        "  … {Rows} rows, {Speed} rows/s",
                        progress.Rows.ToString("N0", CultureInfo.InvariantCulture),
                        progress.RowsPerSecond.ToString("N0", CultureInfo.InvariantCulture)
                    );
                }
            }
        );
        foreach (var problem in CorrectionCheck.Of(archive))
        {
            log.LogError("{Problem}", problem.ToString());
        }

        if (ChartFonts.Usable is null)
        {
            log.LogWarning("No usable font: install Noto Sans (fonts-noto-core) or DejaVu Sans, or the charts' text will be missing.");
        }
        else if (ChartFonts.Lacking is { Count: > 0 } lacking)
        {
            log.LogWarning("{Warning}", Texts.English["picture.warn.no-typeface", Texts.English.List([.. lacking])]);
        }
    }

    public static void UseFoodSecurity(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/not-found", "?from={0}");
        app.Use(SafeHeaders);
        app.UseStaticFiles(
            new StaticFileOptions { OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = "public, max-age=604800" }
        );
        app.UseEditors();
        app.UseMiddleware<PageValidator>();
        app.UseRouting();
        app.UseEditorRules();
    }

    private static Task SafeHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.ContentSecurityPolicy =
            "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *";
        return next(context);
    }
}
