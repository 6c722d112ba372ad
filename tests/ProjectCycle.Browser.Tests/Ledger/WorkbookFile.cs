using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ProjectCycle.Browser.Tests.Ledger;

/// <summary>A row of a sheet by its columns' letters.</summary>
internal sealed class SheetRow(IReadOnlyDictionary<string, string> cells)
{
    public string Text(string column) => cells.GetValueOrDefault(column, "");

    /// <summary>Zero where the cell is empty.</summary>
    public decimal Number(string column) => cells.TryGetValue(column, out var value) ? decimal.Parse(value, CultureInfo.InvariantCulture) : 0;
}

/// <summary>A workbook as somebody opened it: rows below the heads.</summary>
internal sealed class WorkbookFile(IReadOnlyDictionary<string, IReadOnlyList<SheetRow>> sheets)
{
    public static WorkbookFile Read(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var book = document.WorkbookPart!;
        return new WorkbookFile(book.Workbook.Sheets!.Elements<Sheet>().ToDictionary(
            sheet => sheet.Name!.Value!,
            IReadOnlyList<SheetRow> (sheet) => [.. ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>().Skip(1).Select(RowOf)]));
    }

    public IReadOnlyList<SheetRow> Sheet(string name) => sheets[name];

    private static SheetRow RowOf(Row row) => new(row.Elements<Cell>()
        .Select(cell => (Column: cell.CellReference!.Value!.TrimEnd([.. "0123456789"]), Value: cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? ""))
        .Where(cell => cell.Value.Length > 0)
        .ToDictionary(cell => cell.Column, cell => cell.Value));
}
