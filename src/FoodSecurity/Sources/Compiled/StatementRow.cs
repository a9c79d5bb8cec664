using FoodSecurity.Observations;
using FoodSecurity.Sources.Cells;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Compiled;

/// <summary>The cells that every table of compiled statements has: value, date, source, whether derived, note.</summary>
internal sealed class StatementRow(CsvSource csv, ReadContext context)
{
    private readonly int _value = csv.Require("value");
    private readonly int _published = csv.Require("published_on");
    private readonly int _address = csv.Require("source_url");
    private readonly int _derived = csv.Require("derived");
    private readonly int _note = csv.Require("note");

    /// <summary>What stands under source_url: mostly an address, sometimes the name of a source that has none.</summary>
    public string Address => csv.Text(_address);

    /// <summary>The observation of the current row; null where a cell is wrong.</summary>
    public Observation? Read(SeriesKey series, Period period, string source)
    {
        if (!Figure.TryRead(csv.Span(_value), out var value, out var bound))
        {
            csv.Bad(context, _value, "a number");
            return null;
        }

        if (!csv.Span(_published).IsEmpty && !Stamp.IsOne(csv.Span(_published)))
        {
            csv.Bad(context, _published, "yyyy, yyyy-MM, yyyy-MM-dd or an empty cell");
            return null;
        }

        // "unverified": the figure is finer than what was published, so it was not printed by its source either.
        var derived = csv.Text(_derived);
        if (derived is not ("yes" or "no" or "unverified"))
        {
            csv.Bad(context, _derived, "yes, no or unverified");
            return null;
        }

        var address = Address;
        var linked = address.StartsWith("http", StringComparison.Ordinal);
        return new Observation
        {
            Series = series,
            Period = period,
            Value = value,
            Bound = bound,
            ValueText = csv.Text(_value),
            Flag = derived == "unverified" ? derived : "",
            IsDerived = derived != "no",
            Line = csv.Line,
            Member = csv.Member,
            Column = "value",
            PublishedOn = csv.Text(_published),
            RowSource =
                linked || address.Length == 0 ? source
                : source == "RDA" ? address
                : $"{source} ({address})",
            RowSourceAddress = linked ? address : "",
            Note = csv.Text(_note),
        };
    }
}
