using Microsoft.Playwright;

namespace FoodSecurity.Browser;

/// <summary>Looks at the words of every drawing on a page as the browser has set them.</summary>
internal static class ChartText
{
    /// <summary>
    /// Words that overlap, or leave their drawing or the window. A word's box is its ink: from the height of a capital to the
    /// depth of a descender, not its line, because lines of one text stand closer than their full height.
    /// </summary>
    private const string Script = """
        (slack) => {
          const wrong = [];
          const shown = [...document.querySelectorAll('figure svg')].filter(s => s.getClientRects().length > 0);
          for (const svg of shown) {
            const frame = svg.getBoundingClientRect();
            const name = (svg.closest('figure').id || 'figure') + ' ' + svg.getAttribute('viewBox');
            if (frame.width < 200) wrong.push(`${name}: only ${frame.width} px wide`);
            if (frame.left < -0.5 || frame.right > document.documentElement.clientWidth + 0.5) wrong.push(`${name}: leaves the window`);
            const words = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim() && t.getClientRects().length > 0).map(t => {
              const box = t.getBoundingClientRect();
              const scale = t.getScreenCTM().a;
              const size = parseFloat(getComputedStyle(t).fontSize) * scale;
              const base = new DOMPoint(0, t.getStartPositionOfChar(0).y).matrixTransform(t.getScreenCTM()).y;
              return { text: t.textContent, size, left: box.left, right: box.right, top: base - 0.74 * size, bottom: base + 0.2 * size };
            });
            for (const w of words) {
              if (w.left < frame.left - slack || w.right > frame.right + slack || w.top < frame.top - slack || w.bottom > frame.bottom + slack)
                wrong.push(`${name}: "${w.text}" leaves the drawing by ${Math.max(frame.left - w.left, w.right - frame.right, frame.top - w.top, w.bottom - frame.bottom).toFixed(1)} px`);
              if (w.size < 9) wrong.push(`${name}: "${w.text}" is ${w.size.toFixed(1)} px high`);
            }
            for (let i = 0; i < words.length; i++)
              for (let j = i + 1; j < words.length; j++) {
                const a = words[i], b = words[j];
                const x = Math.min(a.right, b.right) - Math.max(a.left, b.left), y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (x > slack && y > slack) wrong.push(`${name}: "${a.text}" and "${b.text}" overlap by ${x.toFixed(1)} × ${y.toFixed(1)} px`);
              }
          }
          return { drawings: shown.length, wrong };
        }
        """;

    /// <summary>What is wrong with the words of the drawings shown, and how many are shown.</summary>
    /// <param name="page">The page.</param>
    /// <param name="slack">Pixels of overlap that are let pass.</param>
    public static async Task<ChartTextReport> Look(IPage page, double slack = 1) => await page.EvaluateAsync<ChartTextReport>(Script, slack);
}

internal sealed class ChartTextReport
{
    public int Drawings { get; set; }

    public string[] Wrong { get; set; } = [];
}
