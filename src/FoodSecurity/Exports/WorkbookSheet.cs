using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FoodSecurity.Exports;

/// <summary>One sheet of a workbook, filled row by row: texts stay texts, numbers are numbers, what is missing is an empty cell.</summary>
internal sealed class WorkbookSheet(string name, params int[] widths)
{
    private const int WidestText = 32_000;

    private readonly SheetData _rows = new();
    private uint _row;

    public string Name => name;

    /// <summary>Number of the row added last, from 1.</summary>
    public uint Last => _row;

    public void Heading(params IEnumerable<string> texts) => Add([.. texts.Select(t => Text(t, bold: true))]);

    /// <summary>Adds a row; a null cell is empty.</summary>
    public void Add(params IReadOnlyList<Cell?> cells)
    {
        var row = new Row { RowIndex = ++_row };
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { } cell)
            {
                cell.CellReference = Column(i) + _row.ToString(CultureInfo.InvariantCulture);
                row.Append(cell);
            }
        }

        _rows.Append(row);
    }

    public static Cell? Text(string? text, bool bold = false) =>
        string.IsNullOrEmpty(text)
            ? null
            : new Cell
            {
                DataType = CellValues.InlineString,
                StyleIndex = bold ? 1u : 0u,
                InlineString = new InlineString(new Text(Allowed(text)) { Space = SpaceProcessingModeValues.Preserve }),
            };

    public static Cell? Number(decimal? value) => value is { } number ? new Cell { CellValue = new CellValue(number) } : null;

    /// <summary>A formula with the value it has now, for readers that do not compute.</summary>
    public static Cell Formula(string formula, decimal value) =>
        new() { CellFormula = new CellFormula(formula), CellValue = new CellValue(value) };

    /// <summary>"A", "B" … "AA" for 0, 1 … 26.</summary>
    public static string Column(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : Column(index / 26 - 1) + (char)('A' + index % 26);

    /// <summary>Puts the sheet into the workbook, with its first row kept in view.</summary>
    public void Append(WorkbookPart workbook, Sheets sheets)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var columns = new Columns(
            widths.Select(
                (w, i) =>
                    new Column
                    {
                        Min = (uint)i + 1,
                        Max = (uint)i + 1,
                        Width = w,
                        CustomWidth = true,
                    }
            )
        );
        var view = new SheetViews(
            new SheetView(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            )
            {
                WorkbookViewId = 0,
            }
        );
        part.Worksheet = new Worksheet(view, columns, _rows);
        sheets.Append(
            new Sheet
            {
                Id = workbook.GetIdOfPart(part),
                SheetId = (uint)sheets.Count() + 1,
                Name = name,
            }
        );
    }

    /// <summary>Control characters are not allowed in XML; a cell holds so much and no more.</summary>
    private static string Allowed(string text)
    {
        text = new string([.. text.Where(c => c is '\t' or '\n' or '\r' || !char.IsControl(c))]);
        return text.Length > WidestText ? text[..WidestText] : text;
    }
}
