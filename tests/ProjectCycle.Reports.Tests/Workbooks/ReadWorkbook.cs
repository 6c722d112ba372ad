using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ProjectCycle.Reports.Workbooks;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;
using Workbook = ProjectCycle.Reports.Workbooks.Workbook;

namespace ProjectCycle.Reports.Tests.Workbooks;

/// <summary>A cell as a spreadsheet would take it.</summary>
/// <param name="Ref">Such as "B7".</param>
/// <param name="Kind">text, number or blank.</param>
/// <param name="Value">The text, or the number as it is written.</param>
/// <param name="Format">Number format.</param>
/// <param name="Formula">Null for a plain value.</param>
public sealed record ReadCell(string Ref, string Kind, string Value, string Format, string? Formula)
{
    public double Number => double.Parse(Value, CultureInfo.InvariantCulture);
}

/// <summary>A workbook read back with the SDK, from our writer or from another program.</summary>
public sealed partial class ReadWorkbook : IDisposable
{
    private readonly MemoryStream _stream;

    private ReadWorkbook(MemoryStream stream)
    {
        _stream = stream;
        Document = SpreadsheetDocument.Open(stream, isEditable: false);
    }

    public SpreadsheetDocument Document { get; }
    public byte[] Bytes => _stream.ToArray();
    public IReadOnlyList<string> Tabs => [.. Sheets.Select(sheet => sheet.Name!.Value!)];
    private IEnumerable<Sheet> Sheets => Document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>();

    public static ReadWorkbook Of(byte[] bytes) => new(new MemoryStream(bytes));

    public static async Task<ReadWorkbook> Of(Workbook workbook, IProgress<int>? progress = null)
    {
        var stream = new MemoryStream();
        await new OpenXmlWorkbookWriter().WriteAsync(workbook, stream, progress);
        stream.Position = 0;
        return new ReadWorkbook(stream);
    }

    public WorksheetPart Part(string tab) =>
        (WorksheetPart)Document.WorkbookPart!.GetPartById(Sheets.First(sheet => sheet.Name == tab).Id!);

    /// <summary>The cells that hold something, by reference.</summary>
    public IReadOnlyDictionary<string, ReadCell> Cells(string tab) =>
        Part(tab).Worksheet.Descendants<Cell>().Select(Read).Where(cell => cell.Kind != "blank").ToDictionary(cell => cell.Ref);

    public IReadOnlyList<string> Faults() =>
        [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(Document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];

    public void Dispose()
    {
        Document.Dispose();
        _stream.Dispose();
    }

    private ReadCell Read(Cell cell)
    {
        var (kind, value) = cell switch
        {
            { DataType: { Value: CellValues.InlineString } } => ("text", cell.InlineString!.InnerText),
            { DataType: { Value: CellValues.SharedString } } => ("text", Shared(int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture))),
            { DataType: { Value: CellValues.String } } => ("text", cell.CellValue!.Text),
            { CellValue: null } => ("blank", ""),
            _ => ("number", cell.CellValue.Text),
        };
        return new ReadCell(cell.CellReference!.Value!, kind, Unescape(value), Format(cell), cell.CellFormula?.Text);
    }

    private string Shared(int index) =>
        Document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().ElementAt(index).InnerText;

    /// <summary>"_x0041_" is "A" to every spreadsheet.</summary>
    private static string Unescape(string text) =>
        Escapes().Replace(text, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private string Format(Cell cell)
    {
        var styles = Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var style = styles.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));
        return styles.NumberingFormats!.Elements<NumberingFormat>().FirstOrDefault(format => format.NumberFormatId! == style.NumberFormatId!)?.FormatCode?.Value
            ?? "General";
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escapes();
}
