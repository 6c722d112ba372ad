using System.Globalization;
using System.Xml;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>A column of a sheet.</summary>
/// <param name="Width">In characters of the standard font.</param>
/// <param name="IsHidden">Not shown.</param>
/// <param name="Style">Of cells that no row has; null for none.</param>
internal readonly record struct ColumnXml(double Width, bool IsHidden = false, uint? Style = null)
{
    public static ColumnXml Of(Column column, TableSheet table) =>
        new(column.Width, column.IsHidden, table.FillInRows > 0 ? WorkbookStyles.IdOf(Place.Body, column.Format) : null);
}

/// <summary>
/// Writes one worksheet part as a stream, so that memory stays flat however many rows there are. The order of the elements is the
/// schema's.
/// </summary>
internal sealed class SheetXml : IDisposable
{
    public const string TableRelation = "table";
    public const string DrawingRelation = "drawing";

    /// <summary>Excel follows no more links than this in one sheet; later ones stay text.</summary>
    private const int MaxLinks = 65_530;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int MaxHeaderText = 200;
    private const int PaperA3 = 8;
    private const int PaperA4 = 9;
    private const double WidthOnA4 = 190;
    private const double FootWidth = 130;

    private readonly XmlWriter _xml;
    private readonly string _cutMark;
    private string[] _columnNames = [];
    private IReadOnlyList<double> _widths = [];
    private (int Column, string Says)? _wholes;

    public SheetXml(Stream stream, WorkbookTexts texts)
    {
        _cutMark = texts["CellCut"];
        // The texts are clean already, and line ends within a cell must stay as they are.
        _xml = XmlWriter.Create(stream, new XmlWriterSettings { CheckCharacters = false, NewLineHandling = NewLineHandling.None, CloseOutput = true });
        _xml.WriteStartDocument(standalone: true);
        Start("worksheet");
        _xml.WriteAttributeString("xmlns", "r", null, Relations);
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>All that stands before the rows.</summary>
    public void Begin(IReadOnlyList<ColumnXml> columns, int frozenColumns, bool freezeHeader, bool isFirst, (int Column, string Says)? wholes = null)
    {
        _wholes = wholes;
        _widths = [.. columns.Select(column => column.Width)];
        _columnNames = [.. columns.Select((_, i) => CellRef.Column(i))];
        Start("sheetPr");
        if (wholes is not null)
            Element("outlinePr", ("summaryBelow", "0"));
        Element("pageSetUpPr", ("fitToPage", "1"));
        End();
        Start("sheetViews");
        Start("sheetView");
        Attributes(("showGridLines", "0"), ("tabSelected", isFirst ? "1" : null), ("workbookViewId", "0"));
        if (freezeHeader)
            Freeze(frozenColumns);
        End();
        End();
        Element("sheetFormatPr", ("defaultRowHeight", "15"), ("outlineLevelRow", wholes is null ? null : "1"));
        Start("cols");
        for (var i = 0; i < columns.Count; i++)
        {
            Element(
                "col",
                ("min", Text(i + 1)),
                ("max", Text(i + 1)),
                ("width", columns[i].Width.ToString(CultureInfo.InvariantCulture)),
                ("style", columns[i].Style?.ToString(CultureInfo.InvariantCulture)),
                ("hidden", columns[i].IsHidden ? "1" : null),
                ("customWidth", "1"));
        }
        End();
        Start("sheetData");
    }

    private void Freeze(int columns)
    {
        var pane = columns > 0 ? "bottomRight" : "bottomLeft";
        Element("pane", ("xSplit", columns > 0 ? Text(columns) : null), ("ySplit", "1"), ("topLeftCell", CellRef.At(columns, 2)), ("activePane", pane), ("state", "frozen"));
        Element("selection", ("pane", pane), ("activeCell", CellRef.At(columns, 2)), ("sqref", CellRef.At(columns, 2)));
    }

    /// <summary>A row of typed cells.</summary>
    public void Row(int row, IReadOnlyList<Cell> cells, Place place, WrittenTable written)
    {
        StartRow(row, LinesOf(cells), IsPart(cells));
        for (var i = 0; i < cells.Count; i++)
        {
            Value(i, row, cells[i], WorkbookStyles.IdOf(place, cells[i].Format));
            if (cells[i].Url is { } url && written.Links.Count < MaxLinks)
                written.Links.Add((CellRef.At(i, row), url));
        }
        End();
    }

    /// <summary>A row of the table is part of the one it follows, whose sums hold it already.</summary>
    public bool IsPart(IReadOnlyList<Cell> cells) => _wholes is { } wholes && cells[wholes.Column].Content != wholes.Says;

    /// <summary>A row with a style for each cell: headings, titles, labels.</summary>
    public void Row(int row, int lines, params IReadOnlyList<(Cell Cell, uint Style)> cells)
    {
        StartRow(row, lines);
        for (var i = 0; i < cells.Count; i++)
            Value(i, row, cells[i].Cell, cells[i].Style);
        End();
    }

    /// <summary>A row of sums over the rows above it; null where a column has none.</summary>
    public void TotalRow(int row, int last, string label, IReadOnlyList<Column> columns, IReadOnlyList<decimal?> sums)
    {
        StartRow(row, lines: 1);
        for (var i = 0; i < columns.Count; i++)
        {
            if (sums[i] is { } sum)
                Sum(i, row, last, sum, WorkbookStyles.IdOf(Place.Total, columns[i].Format));
            else
                Value(i, row, Cell.Text(i == 0 ? label : null), WorkbookStyles.IdOf(Place.Total, default));
        }
        End();
    }

    /// <summary>A row of sums over the rows of one currency; null where a column has none.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="last">Number of the last row of the table.</param>
    /// <param name="label">In its first cell.</param>
    /// <param name="code">The currency.</param>
    /// <param name="columns">Of the table.</param>
    /// <param name="sums">The sums with the decimals they are shown with.</param>
    public void CurrencyTotalRow(int row, int last, string label, string code, IReadOnlyList<Column> columns, IReadOnlyList<(decimal Value, int Decimals)?> sums)
    {
        StartRow(row, lines: 1);
        for (var i = 0; i < columns.Count; i++)
        {
            if (sums[i] is not { } sum)
            {
                Value(i, row, Cell.Text(i == 0 ? $"{label} {code}" : null), WorkbookStyles.IdOf(Place.Total, default));
                continue;
            }
            StartCell(i, row, WorkbookStyles.IdOf(Place.Total, new CellFormat(CellKind.Number, sum.Decimals)));
            _xml.WriteElementString("f", Main, CurrencySum(columns[i].TotalledBy!.Value, code, CellRef.Down(i, 2, last), last));
            _xml.WriteElementString("v", Main, sum.Value.ToString(CultureInfo.InvariantCulture));
            End();
        }
        End();
    }

    private string CurrencySum(int column, string code, string amounts, int last) => _wholes is { } wholes
        ? $"SUMIFS({amounts},{CellRef.Down(column, 2, last)},\"{code}\",{CellRef.Down(wholes.Column, 2, last)},\"{wholes.Says}\")"
        : $"SUMIF({CellRef.Down(column, 2, last)},\"{code}\",{amounts})";

    /// <summary>A line of text across the first columns.</summary>
    public void FootRow(int row, string text, WrittenTable written)
    {
        var (columns, width) = (0, 0.0);
        while (columns < _widths.Count && (columns == 0 || width + _widths[columns] <= FootWidth))
            width += _widths[columns++];
        Row(row, RowHeight.Lines(text, width), (Cell.Text(text), WorkbookStyles.Note));
        if (columns > 1 && text != "")
            written.Merged.Add($"{CellRef.At(0, row)}:{CellRef.At(columns - 1, row)}");
    }

    /// <summary>All that stands after the rows of a table.</summary>
    public void EndTable(string title, WorkbookTexts texts, TableSheet sheet, WrittenTable written)
    {
        End();
        if (written.Merged.Count > 0)
            Merged(written.Merged);
        Choices(sheet);
        if (written.Links.Count > 0)
            Links(written.Links);
        Print(title, texts, isWide: true, sheet.Shape.Sum(column => column.Width));
        TextIsMeant(sheet.Shape, Math.Max(written.LastRow, 1 + sheet.FillInRows));
        if (sheet.Chart is not null)
            Relation("drawing", DrawingRelation);
        Start("tableParts");
        Attributes(("count", "1"));
        Relation("tablePart", TableRelation);
        End();
        End();
    }

    /// <summary>All that stands after the rows of a cover.</summary>
    public void EndCover(string title, WorkbookTexts texts)
    {
        End();
        Print(title, texts, isWide: false, width: 0);
        End();
    }

    private void Print(string title, WorkbookTexts texts, bool isWide, double width)
    {
        Element("pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.7"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        Element(
            "pageSetup",
            ("paperSize", Text(width > WidthOnA4 ? PaperA3 : PaperA4)),
            ("orientation", isWide ? "landscape" : "portrait"),
            ("fitToWidth", "1"),
            ("fitToHeight", "0"));
        Start("headerFooter");
        // "&" starts a code there. A space keeps digits of the title from being read as a font size.
        _xml.WriteElementString("oddHeader", Main, "&L " + CellText.Cut(CellText.Fit(title, ""), MaxHeaderText).Replace("&", "&&", StringComparison.Ordinal) + "&R&A");
        _xml.WriteElementString("oddFooter", Main, "&R" + texts["PageOf"]);
        End();
    }

    /// <summary>Codes such as "18.71" are text on purpose: Excel need not mark each with a green corner.</summary>
    private void TextIsMeant(IReadOnlyList<Column> columns, int lastRow)
    {
        var ranges = columns.Select((column, i) => (column, i)).Where(c => c.column.Format.Kind is CellKind.Text or CellKind.TypedText).Select(c => CellRef.Down(c.i, 2, lastRow)).ToList();
        if (ranges.Count == 0)
            return;
        Start("ignoredErrors");
        Element("ignoredError", ("sqref", string.Join(' ', ranges)), ("numberStoredAsText", "1"));
        End();
    }

    private void Merged(List<string> ranges)
    {
        Start("mergeCells");
        Attributes(("count", Text(ranges.Count)));
        foreach (var range in ranges)
            Element("mergeCell", ("ref", range));
        End();
    }

    /// <summary>Drop-downs, also for the rows that are yet to be filled in.</summary>
    private void Choices(TableSheet sheet)
    {
        var columns = sheet.Shape.Index().Where(column => column.Item.Choices is not null).ToList();
        if (columns.Count == 0)
            return;
        Start("dataValidations");
        Attributes(("count", Text(columns.Count)));
        foreach (var (i, column) in columns)
        {
            Start("dataValidation");
            Attributes(("type", "list"), ("allowBlank", "1"), ("showErrorMessage", "1"), ("sqref", CellRef.Down(i, 2, 1 + sheet.FillInRows)));
            _xml.WriteElementString("formula1", Main, column.Choices!);
            End();
        }
        End();
    }

    private void Links(List<(string Cell, string Url)> links)
    {
        Start("hyperlinks");
        for (var i = 0; i < links.Count; i++)
        {
            Start("hyperlink");
            Attributes(("ref", links[i].Cell));
            _xml.WriteAttributeString("id", Relations, LinkRelation(i));
            End();
        }
        End();
    }

    /// <summary>Id of the relation of the link with this index.</summary>
    public static string LinkRelation(int index) => "link" + Text(index);

    private void Value(int column, int row, Cell cell, uint style)
    {
        StartCell(column, row, style);
        if (cell.Formula is { } formula)
            _xml.WriteElementString("f", Main, formula.Replace("#", Text(row), StringComparison.Ordinal));
        if (cell.Value is { } number)
            _xml.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
        else if (cell.Content is { } text)
            InlineText(text);
        End();
    }

    /// <summary>An inline string is text to every spreadsheet, whatever it starts with.</summary>
    private void InlineText(string text)
    {
        Attributes(("t", "inlineStr"));
        Start("is");
        Start("t");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(CellText.Escape(CellText.Fit(text, _cutMark)));
        End();
        End();
    }

    /// <summary>109 adds up the rows that the filter leaves; the wholes alone are added up whatever it leaves.</summary>
    private void Sum(int column, int row, int last, decimal sum, uint style)
    {
        StartCell(column, row, style);
        var amounts = CellRef.Down(column, 2, last);
        _xml.WriteElementString("f", Main, _wholes is { } wholes ? $"SUMIF({CellRef.Down(wholes.Column, 2, last)},\"{wholes.Says}\",{amounts})" : $"SUBTOTAL(109,{amounts})");
        _xml.WriteElementString("v", Main, sum.ToString(CultureInfo.InvariantCulture));
        End();
    }

    /// <summary>Without customHeight: Excel fits the row anew when somebody edits it.</summary>
    private void StartRow(int row, int lines, bool isPart = false)
    {
        Start("row");
        Attributes(("r", Text(row)), ("ht", RowHeight.Of(lines).ToString(CultureInfo.InvariantCulture)), ("outlineLevel", isPart ? "1" : null));
    }

    private int LinesOf(IReadOnlyList<Cell> cells)
    {
        var lines = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { Format.Wrap: true, Content: { } text })
                lines = Math.Max(lines, RowHeight.Lines(text, _widths[i]));
        }
        return lines;
    }

    private void StartCell(int column, int row, uint style)
    {
        Start("c");
        _xml.WriteStartAttribute("r");
        _xml.WriteString(_columnNames[column]);
        _xml.WriteValue(row);
        _xml.WriteEndAttribute();
        _xml.WriteStartAttribute("s");
        _xml.WriteValue((int)style);
        _xml.WriteEndAttribute();
    }

    private void Relation(string element, string id)
    {
        Start(element);
        _xml.WriteAttributeString("id", Relations, id);
        End();
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name);
        Attributes(attributes);
        End();
    }

    private void Attributes(params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
                _xml.WriteAttributeString(name, value);
        }
    }

    private void Start(string name) => _xml.WriteStartElement(name, Main);

    private void End() => _xml.WriteEndElement();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
