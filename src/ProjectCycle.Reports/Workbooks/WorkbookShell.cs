using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>
/// All of a workbook but its rows, made by the Open XML SDK: parts, relations, styles, tables, charts. Every id is given, because
/// the SDK would draw them by lot and no two files would be alike.
/// </summary>
internal static class WorkbookShell
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>The shell as a package; its sheets are empty and only hold a place.</summary>
    public static MemoryStream Build(Workbook workbook, IReadOnlyList<PlannedSheet> sheets, Func<TableSheet, WrittenTable> written)
    {
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: true))
        {
            Properties(document, workbook);
            var book = document.AddNewPart<WorkbookPart>(WorkbookType, "workbook");
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = WorkbookStyles.Sheet();
            foreach (var sheet in sheets)
                AddSheet(book, sheet, written);
            book.Workbook = new S.Workbook(
                new S.BookViews(new S.WorkbookView { ActiveTab = 0 }),
                new S.Sheets(sheets.Select(sheet => new S.Sheet { Name = sheet.Tab, SheetId = (uint)sheet.Number, Id = IdOf(sheet) })));
            var repeated = sheets.Where(sheet => sheet.Sheet is TableSheet).Select(RepeatedHeader).ToList();
            if (repeated.Count > 0)
                book.Workbook.Append(new S.DefinedNames(repeated));
        }
        stream.Position = 0;
        return stream;
    }

    private static string IdOf(PlannedSheet sheet) => FormattableString.Invariant($"sheet{sheet.Number}");

    private static S.DefinedName RepeatedHeader(PlannedSheet sheet) => new($"{SheetNames.Quoted(sheet.Tab)}!$1:$1")
    {
        Name = "_xlnm.Print_Titles",
        LocalSheetId = (uint)sheet.Number - 1,
    };

    private static void AddSheet(WorkbookPart book, PlannedSheet sheet, Func<TableSheet, WrittenTable> written)
    {
        var part = book.AddNewPart<WorksheetPart>(IdOf(sheet));
        part.Worksheet = new S.Worksheet(new S.SheetData());
        if (sheet.Sheet is not TableSheet table)
            return;
        part.AddNewPart<TableDefinitionPart>(SheetXml.TableRelation).Table = Table(sheet, table.Shape, written(table));
        if (table.Chart is { } chart)
            WorkbookChart.Add(part.AddNewPart<DrawingsPart>(SheetXml.DrawingRelation), chart, sheet.Tab, table.Shape, written(table));
    }

    private static S.Table Table(PlannedSheet sheet, IReadOnlyList<Column> columns, WrittenTable written)
    {
        var range = $"A1:{CellRef.At(columns.Count - 1, written.LastRow)}";
        var name = FormattableString.Invariant($"Table{sheet.Number}");
        return new S.Table(
            new S.AutoFilter { Reference = range },
            new S.TableColumns(columns.Select((column, i) => new S.TableColumn { Id = (uint)i + 1, Name = column.Header })) { Count = (uint)columns.Count })
        {
            Id = (uint)sheet.Number,
            Name = name,
            DisplayName = name,
            Reference = range,
        };
    }

    /// <summary>Written by hand: the SDK names this part by a random number.</summary>
    private static void Properties(SpreadsheetDocument document, Workbook workbook)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var properties = new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", CellText.Fit(workbook.Title, "")),
            new XElement(dc + "creator", CellText.Fit(workbook.Author, "")),
            new XElement(dc + "language", workbook.Language));
        if (workbook.MadeAt is { } at)
            properties.Add(new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        using var xml = new MemoryStream(Encoding.UTF8.GetBytes(properties.ToString(SaveOptions.DisableFormatting)));
        document.AddNewPart<CoreFilePropertiesPart>("properties").FeedData(xml);
    }
}
