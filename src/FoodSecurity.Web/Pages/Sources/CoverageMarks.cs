using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Wording;
using Microsoft.AspNetCore.Html;

namespace FoodSecurity.Web.Pages;

/// <summary>A coverage table as a heat strip and as a table. Both are written short: two hundred areas by sixty years are twelve thousand cells.</summary>
public static class CoverageMarks
{
    private const int Cell = 9,
        Row = 12,
        Left = 190,
        Top = 16,
        Steps = 4;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A small picture: a row per region or area, a column per year, in four shades of the text's colour, so that it holds in dark and in grey.</summary>
    public static IHtmlContent Strip(CoverageView view, string heading, Texts t)
    {
        var width = Left + (view.Years.Count * Cell) + 4;
        var height = Top + (view.Rows.Count * Row) + 2;
        var most = view.Rows.SelectMany(r => r.Counts).DefaultIfEmpty().Max();
        var said = t["coverage.strip", heading, view.Years[0], view.Years[^1]];
        var svg = new StringBuilder(
            Say(
                $"<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{Encode(said)}\" fill=\"currentColor\" style=\"background:none;color:inherit\">"
            )
        );
        svg.Append("<g font-size=\"10\">");
        for (var y = 0; y < view.Years.Count; y++)
        {
            if (view.Years[y] % 10 == 0)
            {
                svg.Append(
                    Say(
                        $"<text x=\"{Left + (y * Cell)}\" y=\"11\">{view.Years[y]}</text><path d=\"M{Left + (y * Cell)} {Top}v{height - Top}\" stroke=\"currentColor\" stroke-opacity=\".15\"/>"
                    )
                );
            }
        }

        for (var r = 0; r < view.Rows.Count; r++)
        {
            svg.Append(
                Say($"<text x=\"{Left - 6}\" y=\"{Top + (r * Row) + 9}\" text-anchor=\"end\">{Encode(Cut(view.Rows[r].Name))}</text>")
            );
        }

        svg.Append("</g>");
        for (var shade = 1; shade <= Steps; shade++)
        {
            svg.Append(Say($"<path fill-opacity=\"{shade / (double)Steps:0.##}\" d=\"{Runs(view, shade, most)}\"/>"));
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    /// <summary>The rows of the table's body; end tags that HTML does not need are left out.</summary>
    public static IHtmlContent Rows(CoverageView view)
    {
        var html = new StringBuilder();
        foreach (var row in view.Rows)
        {
            html.Append("<tr><th scope=row>")
                .Append(row.Code is { } code ? $"<a href=\"/areas/{Encode(code)}\">{Encode(row.Name)}</a>" : Encode(row.Name));
            html.Append(CultureInfo.InvariantCulture, $"<td>{row.Total}");
            foreach (var count in row.Counts)
            {
                html.Append("<td>");
                if (count > 0)
                {
                    html.Append(CultureInfo.InvariantCulture, $"{count}");
                }
            }

            html.Append('\n');
        }

        return new HtmlString(html.ToString());
    }

    /// <summary>Neighbouring cells of one shade as one stretch.</summary>
    private static string Runs(CoverageView view, int shade, int most)
    {
        var path = new StringBuilder();
        for (var r = 0; r < view.Rows.Count; r++)
        {
            var counts = view.Rows[r].Counts;
            for (var y = 0; y < counts.Count; y++)
            {
                var from = y;
                while (y < counts.Count && Shade(counts[y], most) == shade)
                {
                    y++;
                }

                if (y > from)
                {
                    path.Append(
                        CultureInfo.InvariantCulture,
                        $"M{Left + (from * Cell)} {Top + (r * Row) + 1}h{(y - from) * Cell}v{Row - 2}h-{(y - from) * Cell}z"
                    );
                    y--;
                }
            }
        }

        return path.ToString();
    }

    /// <summary>0 for no figure, else 1 to 4 by quarters of the largest count.</summary>
    public static int Shade(int count, int most) => count == 0 ? 0 : Math.Clamp((int)Math.Ceiling(count * (double)Steps / most), 1, Steps);

    private static string Cut(string name) => name.Length > 34 ? name[..33] + "…" : name;

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Encode(string text) => Encoder.Encode(text);
}
