namespace FoodSecurity.Web.Pages.Charts;

/// <summary>The dark colours of the site's style sheet as a rule of their own, for pictures that are not part of a page.</summary>
public sealed class DarkColors
{
    private const string Begins = "@media screen and (prefers-color-scheme:dark){:root{";

    public DarkColors(IWebHostEnvironment site)
    {
        using var reader = new StreamReader(site.WebRootFileProvider.GetFileInfo("site.css").CreateReadStream());
        var sheet = reader.ReadToEnd();
        var start = sheet.IndexOf(Begins, StringComparison.Ordinal);
        var end = start < 0 ? -1 : sheet.IndexOf("}}", start, StringComparison.Ordinal);
        Rule =
            end < 0
                ? throw new InvalidOperationException("site.css has no dark colours.")
                : "@media (prefers-color-scheme:dark){:root{"
                    + sheet[(start + Begins.Length)..end].Replace("\n", "", StringComparison.Ordinal)
                    + "}}";
    }

    /// <summary>"@media (prefers-color-scheme:dark){:root{--ink:#e6eaee;…}}".</summary>
    public string Rule { get; }
}
