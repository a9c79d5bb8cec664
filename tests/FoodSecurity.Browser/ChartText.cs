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
        (overlap) => {
          const slack = 1;
          const wrong = [];
          // How far two rectangles of any angle lie in each other: the least of their overlaps along the directions of their sides.
          const depth = (a, b) => {
            let least = Infinity;
            for (const box of [a, b])
              for (const [p, q] of [[0, 1], [1, 2]]) {
                const dx = box[q].x - box[p].x, dy = box[q].y - box[p].y, length = Math.hypot(dx, dy);
                if (length === 0) return 0;
                const along = c => (c.x * dx + c.y * dy) / length, as = a.map(along), bs = b.map(along);
                least = Math.min(least, Math.min(Math.max(...as), Math.max(...bs)) - Math.max(Math.min(...as), Math.min(...bs)));
              }
            return least;
          };
          const shown = [...document.querySelectorAll('figure svg')].filter(s => s.getClientRects().length > 0);
          for (const svg of shown) {
            const frame = svg.getBoundingClientRect();
            const name = (svg.closest('figure').id || 'figure') + ' ' + svg.getAttribute('viewBox');
            if (frame.width < 200) wrong.push(`${name}: only ${frame.width} px wide`);
            if (frame.left < -0.5 || frame.right > document.documentElement.clientWidth + 0.5) wrong.push(`${name}: leaves the window`);
            const words = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim() && t.getClientRects().length > 0).map(t => {
              const to = t.getScreenCTM(), scale = Math.hypot(to.a, to.b), line = t.getBBox();
              const size = parseFloat(getComputedStyle(t).fontSize), base = t.getStartPositionOfChar(0).y;
              const corner = (x, y) => new DOMPoint(x, y).matrixTransform(to);
              const top = base - 0.74 * size, bottom = base + 0.2 * size;
              const corners = [corner(line.x, top), corner(line.x + line.width, top), corner(line.x + line.width, bottom), corner(line.x, bottom)];
              const xs = corners.map(c => c.x), ys = corners.map(c => c.y);
              return { text: t.textContent, size: size * scale, corners, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
            });
            for (const w of words) {
              if (w.left < frame.left - slack || w.right > frame.right + slack || w.top < frame.top - slack || w.bottom > frame.bottom + slack)
                wrong.push(`${name}: "${w.text}" leaves the drawing by ${Math.max(frame.left - w.left, w.right - frame.right, frame.top - w.top, w.bottom - frame.bottom).toFixed(1)} px`);
              if (w.size < 9) wrong.push(`${name}: "${w.text}" is ${w.size.toFixed(1)} px high`);
            }
            for (let i = 0; i < words.length; i++)
              for (let j = i + 1; j < words.length; j++) {
                const a = words[i], b = words[j];
                const deep = depth(a.corners, b.corners);
                if (deep > overlap) wrong.push(`${name}: "${a.text}" and "${b.text}" overlap by ${deep.toFixed(1)} px`);
              }
          }
          return { drawings: shown.length, wrong };
        }
        """;

    /// <summary>What is wrong with the words of the drawings shown, and how many are shown.</summary>
    /// <param name="page">The page.</param>
    /// <param name="overlap">Pixels by which words may lie over each other.</param>
    public static async Task<ChartTextReport> Look(IPage page, double overlap = 1) =>
        await page.EvaluateAsync<ChartTextReport>(Script, overlap);
}

internal sealed class ChartTextReport
{
    public int Drawings { get; set; }

    public string[] Wrong { get; set; } = [];
}
