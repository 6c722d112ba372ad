using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Reports.Workbooks;
using Xf = DocumentFormat.OpenXml.Spreadsheet.CellFormat;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace ProjectCycle.Reports.Ledger;

/// <summary>What a comment says of a cell.</summary>
/// <param name="Fault">Where.</param>
/// <param name="Text">The problem, and what is accepted.</param>
public sealed record MarkedCell(LedgerFault Fault, string Text);

/// <summary>
/// The person's own workbook with each cell at fault filled in red and a comment that says why; everything else in it stays as it was.
/// </summary>
public static class LedgerMarkedCopy
{
    /// <summary>More comments than these nobody reads, and a spreadsheet shows them slowly.</summary>
    public const int MaxMarks = 1000;

    private const string Red = "FFF8D0CC";
    private const string Author = "ProjectCycle";

    /// <summary>Marks the cells; refused where the file holds what keeps it from being written again, such as a broken link.</summary>
    /// <param name="workbook">A writable copy of the file as it was sent; it is changed in place.</param>
    /// <param name="tabs">What the sheets are called in it.</param>
    /// <param name="marks">By sheet, row and column.</param>
    public static Outcome<Done> Mark(Stream workbook, IReadOnlyDictionary<LedgerSheet, string> tabs, IReadOnlyList<MarkedCell> marks)
    {
        try
        {
            Write(workbook, tabs, marks);
            return default(Done);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or UriFormatException or IOException or InvalidDataException or XmlException or FormatException)
        {
            return new Refusal("workbook-not-markable");
        }
    }

    private static void Write(Stream workbook, IReadOnlyDictionary<LedgerSheet, string> tabs, IReadOnlyList<MarkedCell> marks)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true, new OpenSettings { MaxCharactersInPart = UploadedWorkbook.MaxPart });
        var book = document.WorkbookPart!;
        var styles = new RedStyles(book);
        foreach (var of in marks.Take(MaxMarks).GroupBy(mark => mark.Fault.Sheet))
        {
            var id = book.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(sheet => sheet.Name == tabs[of.Key]).Id!;
            Mark((WorksheetPart)book.GetPartById(id!), [.. of], styles);
        }
    }

    private static void Mark(WorksheetPart sheet, IReadOnlyList<MarkedCell> marks, RedStyles styles)
    {
        var comments = new CommentsOf(sheet, Author);
        var rows = sheet.Worksheet!.GetFirstChild<SheetData>()!.Elements<Row>().Where(row => row.RowIndex is not null).GroupBy(row => row.RowIndex!.Value).ToDictionary(same => same.Key, same => same.First());
        foreach (var mark in marks)
        {
            // The key's column is hidden: what concerns the row as a whole stands beside it.
            var column = Math.Max(1, LedgerLayout.IndexOf(mark.Fault.Sheet, mark.Fault.Field));
            if (!rows.TryGetValue((uint)mark.Fault.Row, out var row))
                continue;
            var cell = CellOf(row, column, mark.Fault.Row);
            cell.StyleIndex = styles.Of(cell.StyleIndex?.Value ?? 0);
            comments.Add(column, mark.Fault.Row, mark.Text);
        }
        comments.Save();
    }

    /// <summary>The cell, made in its place where the row has none.</summary>
    private static SheetCell CellOf(Row row, int column, int number)
    {
        var reference = CellRef.At(column, number);
        if (row.Elements<SheetCell>().FirstOrDefault(cell => cell.CellReference == reference) is { } there)
            return there;
        var made = new SheetCell { CellReference = reference };
        var next = row.Elements<SheetCell>().FirstOrDefault(cell => cell.CellReference?.Value is { } other && UploadedWorkbook.ColumnOf(other) > column);
        return next is null ? row.AppendChild(made) : row.InsertBefore(made, next);
    }

    /// <summary>The same look in red, for each look a cell at fault has.</summary>
    private sealed class RedStyles
    {
        private readonly Dictionary<uint, uint> _red = [];
        private readonly CellFormats _formats;
        private readonly uint _fill;

        public RedStyles(WorkbookPart book)
        {
            var part = book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>();
            var sheet = part.Stylesheet ??= new Stylesheet(new Fonts(new Font()), new Fills(new Fill(), new Fill()), new Borders(new Border()), new CellFormats(new Xf()));
            sheet.Fills ??= new Fills(new Fill(), new Fill());
            sheet.Fills.Append(new Fill(new PatternFill(new ForegroundColor { Rgb = Red }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid }));
            sheet.Fills.Count = null;
            _fill = (uint)sheet.Fills.Elements<Fill>().Count() - 1;
            _formats = sheet.CellFormats ??= new CellFormats(new Xf());
            _formats.Count = null;
        }

        public uint Of(uint style)
        {
            if (_red.TryGetValue(style, out var red))
                return red;
            var format = (Xf)(_formats.Elements<Xf>().ElementAtOrDefault((int)style) ?? new Xf()).CloneNode(true);
            format.FillId = _fill;
            format.ApplyFill = true;
            _formats.Append(format);
            return _red[style] = (uint)_formats.Elements<Xf>().Count() - 1;
        }
    }
}
