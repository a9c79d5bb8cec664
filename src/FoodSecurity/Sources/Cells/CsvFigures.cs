using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Cells;

/// <summary>Turns a cell into an observation.</summary>
internal static class CsvFigures
{
    /// <summary>
    /// An observation with the figure of a cell of the current row: missing where the cell is empty, null where it is no figure (which is reported).
    /// </summary>
    public static Observation? Fill(this CsvSource csv, ReadContext context, int column, Observation made)
    {
        if (csv.Span(column).IsEmpty)
        {
            return made with { Value = null, ValueText = "", Status = ObservationStatus.Missing, Column = csv.Header[column] };
        }

        if (Figure.TryRead(csv.Span(column), out var figure, out var bound))
        {
            return made with { Value = figure, Bound = bound, ValueText = csv.Text(column), Column = csv.Header[column] };
        }

        csv.Bad(context, column, Figure.Expected);
        return null;
    }
}
