namespace FoodSecurity.Articles.Extraction.Lexicons;

/// <summary>A row of a table of phrases; empty text where a cell is empty or the table has no such column.</summary>
internal sealed class LexiconRow(string table, string phrase, IReadOnlyDictionary<string, string> cells)
{
    public string Table => table;

    public string Phrase => phrase;

    public string this[string column] => cells.TryGetValue(column, out var value) ? value : "";

    public bool Is(string column, string value) => string.Equals(this[column], value, StringComparison.Ordinal);

    /// <summary>The row that holds where the figure beside it is a share of a food ("cost farmers a third of their potatoes"); null where there is no other.</summary>
    public LexiconRow? OfShare { get; init; }

    /// <summary>As a reason names it.</summary>
    public string Rule => $"{table}: {phrase}";
}
