using System.Data.Common;
using System.Globalization;
using System.Text;
using FoodSecurity.Database;

namespace FoodSecurity.Articles.Desk;

/// <summary>The part of an article's address that names it: made of title and date, free of others', and kept for good.</summary>
internal static class Slugs
{
    private const int LongestTitle = 60;

    public static string Free(DbConnection connection, DbTransaction transaction, ArticleDetails details)
    {
        var plain = new StringBuilder();
        foreach (
            var c in details
                .Title.Normalize(NormalizationForm.FormD)
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’'))
        )
        {
            plain.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        var title = string.Join('-', plain.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        title =
            title.Length <= LongestTitle ? title : title[..(title.LastIndexOf('-', LongestTitle) is > 0 and var cut ? cut : LongestTitle)];
        var stem = string.Join(
            '-',
            new[] { title.Length > 0 ? title : "article", details.PublishedOn }.Where(p => !string.IsNullOrEmpty(p))
        );
        for (var number = 1; ; number++)
        {
            var slug = number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
            if (IsFree(connection, transaction, slug))
            {
                return slug;
            }
        }
    }

    /// <summary>"new" and its like are addresses of pages.</summary>
    public static bool IsFree(DbConnection connection, DbTransaction transaction, string slug) =>
        slug is not ("new" or "edit" or "feed" or "desk" or "import")
        && connection.One<long>(
            "select (select count(*) from article where slug = @slug) + (select count(*) from removed_article where slug = @slug)",
            new { slug },
            transaction
        ) == 0;
}
