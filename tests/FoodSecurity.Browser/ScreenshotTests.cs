namespace FoodSecurity.Browser;

/// <summary>The main pages in both themes: the theme is there, and every word of every drawing can be read on it. FOODSEC_SCREENSHOTS names a folder for their pictures.</summary>
public class ScreenshotTests(LiveSite site)
{
    private static readonly (string Name, string Address)[] Pages =
    [
        ("home", "/"),
        ("PRK", "/areas/PRK"),
        ("KEN", "/areas/KEN"),
        ("NIU", "/areas/NIU"),
        ("article", LiveSite.Article),
        ("chart", "/areas/PRK/output"),
        ("deficit", "/areas/PRK/deficit"),
        ("maker", "/charts?areas=PRK&step=2"),
        ("made", "/charts/line?areas=PRK&items=cereals&basis=paddy&ref=mean5"),
        ("gallery", "/charts/gallery"),
        ("refused", "/charts/line?areas=PRK&scale=share"),
        ("trace", LiveSite.Trace),
        ("source", "/sources/usda/psd"),
        ("search", "/search?q=Korea"),
        ("missing", "/areas/PRX"),
    ];

    public static TheoryData<int, bool> Looks =>
        new()
        {
            { 1280, false },
            { 360, false },
            { 1280, true },
            { 360, true },
        };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_word_of_a_drawing_can_be_read_in_both_themes(int width, bool dark)
    {
        var page = await site.Window(width, dark);
        var wrong = new List<string>();
        var words = 0;
        foreach (var (name, address) in Pages)
        {
            await page.GotoAsync(address);
            // WCAG contrast of the words of drawings to what is under them, the page or a bar: axe leaves out what is inside an svg.
            var found = await page.EvaluateAsync<string[]>(
                """
                dark => {
                  const parts = c => c.match(/[\d.]+/g).slice(0, 3).map(Number);
                  const light = c => { const [r, g, b] = parts(c).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                  const paper = light(getComputedStyle(document.body).backgroundColor);
                  if ((paper < 0.2) !== dark) return ['the page has not the colours of the theme'];
                  const texts = [...document.querySelectorAll('figure svg text')].filter(t => t.getClientRects().length > 0 && !t.closest('a') && t.previousElementSibling?.tagName !== 'circle');
                  const ground = t => {
                    const box = t.getBoundingClientRect(), middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
                    const under = [...t.ownerSVGElement.querySelectorAll('path,rect')].filter(s => {
                      const style = getComputedStyle(s);
                      return style.fill.startsWith('rgb(') && +style.fillOpacity > 0.9 && s.compareDocumentPosition(t) & Node.DOCUMENT_POSITION_FOLLOWING
                        && s.isPointInFill(middle.matrixTransform(s.getScreenCTM().inverse()));
                    });
                    return under.length > 0 ? light(getComputedStyle(under.at(-1)).fill) : paper;
                  };
                  const pale = texts.filter(t => { const ink = light(getComputedStyle(t).fill), under = ground(t); return (Math.max(ink, under) + 0.05) / (Math.min(ink, under) + 0.05) < 4.45; });
                  return [texts.length + '', ...pale.slice(0, 5).map(t => `"${t.textContent}" in ${getComputedStyle(t).fill}`)];
                }
                """,
                dark
            );
            words += int.TryParse(found[0], out var count) ? count : 0;
            wrong.AddRange(found.Where(f => !int.TryParse(f, out _)).Select(f => $"{address} at {width}: {f}"));
            if (LiveSite.Screenshots is { } folder)
            {
                Directory.CreateDirectory(folder);
                await page.ScreenshotAsync(
                    new() { Path = Path.Combine(folder, $"{name}-{width}{(dark ? "-dark" : "")}.png"), FullPage = true }
                );
            }
        }

        wrong.ShouldBeEmpty();
        words.ShouldBeGreaterThan(200);
        await page.Context.CloseAsync();
    }
}
