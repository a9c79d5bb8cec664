using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(FoodSecurity.Browser.LiveSite))]

namespace FoodSecurity.Browser;

/// <summary>The real site, listening on a free port with a new database, and a Chromium to look at it with.</summary>
public sealed class LiveSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Article = "/articles/kim-military-war-preparations-2023-12-28";
    public const string Trace = "/trace/usda-psd/PRK/rice/production/2023-2024?basis=milled";

    /// <summary>The width below which the narrow drawings are shown.</summary>
    public const int Narrow = 700;

    private static readonly string[] Flags =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("foodsec-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address { get; private set; } = "";

    /// <summary>Where pictures of the pages go; null: nowhere.</summary>
    public static string? Screenshots =>
        Environment.GetEnvironmentVariable("FOODSEC_SCREENSHOTS") is { Length: > 0 } folder ? folder : null;

    public async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress.ToString().TrimEnd('/').Replace("localhost", "127.0.0.1", StringComparison.Ordinal);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("FOODSEC_CHROMIUM") is { Length: > 0 } path
                    ? path
                    : "/usr/bin/chromium",
                Args = Flags,
            }
        );
    }

    /// <summary>A new window; nothing but this machine can be reached from it.</summary>
    public async Task<IPage> Window(int width, bool dark = false, bool script = true, int height = 900)
    {
        var context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                JavaScriptEnabled = script,
                BaseURL = Address,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        await context.RouteAsync("**/*", r =>
            r.Request.Url.StartsWith(Address, StringComparison.Ordinal) || r.Request.Url.StartsWith("data:", StringComparison.Ordinal)
                ? r.ContinueAsync()
                : r.AbortAsync()
        );
        return await context.NewPageAsync();
    }

    /// <summary>A new window with a page of the site in it.</summary>
    public async Task<IPage> Open(string address, int width, bool dark = false, bool script = true)
    {
        var page = await Window(width, dark, script);
        var answer = await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        answer.ShouldNotBeNull();
        return page;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("FOODSEC_DATABASE", Path.Combine(_folder, "browser.db"));
        builder.ConfigureLogging(l => l.ClearProviders());
    }
}
