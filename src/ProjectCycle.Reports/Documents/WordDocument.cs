using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Documents;

/// <summary>Writes a Word document from the top down: headings, paragraphs and tables on A4 pages with a header and page numbers.</summary>
internal sealed class WordDocument : IDisposable
{
    /// <summary>Between the margins of an A4 page, in twentieths of a point.</summary>
    public const int TextWidth = PageWidth - (2 * Margin);

    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int Margin = 1134;
    private const int Edge = 624;

    private readonly MemoryStream _stream = new();
    private readonly WordprocessingDocument _document;
    private readonly MainDocumentPart _main;
    private readonly Body _body = new();

    /// <summary>Begins a document.</summary>
    /// <param name="title">What the file's properties call it.</param>
    /// <param name="language">"id" or "en".</param>
    /// <param name="author">Who made it.</param>
    /// <param name="madeAt">When, UTC.</param>
    public WordDocument(string title, string language, string author, DateTime madeAt)
    {
        _document = WordprocessingDocument.Create(_stream, WordprocessingDocumentType.Document);
        _document.PackageProperties.Title = title;
        _document.PackageProperties.Creator = author;
        _document.PackageProperties.Language = language;
        _document.PackageProperties.Created = madeAt;
        _main = _document.AddMainDocumentPart();
        _main.Document = new Document(_body);
        _main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All(language);
    }

    /// <summary>A paragraph of a style; a blank line begins the next one.</summary>
    public void Write(string text, string? style = null)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            _body.Append(Line(paragraph, style));
    }

    /// <summary>A table; its heads stand again on every page that it runs on to.</summary>
    public void Table(IReadOnlyList<WordColumn> columns, IEnumerable<IReadOnlyList<WordCell>> rows, bool isSmall = false) =>
        Table(columns, [[.. columns.Select(column => Head(column.Head))]], rows, isSmall ? WordStyles.SmallCell : WordStyles.Cell);

    /// <summary>A table with heads of its own, of several rows perhaps.</summary>
    public void Table(IReadOnlyList<WordColumn> columns, IReadOnlyList<IReadOnlyList<WordCell>> heads, IEnumerable<IReadOnlyList<WordCell>> rows, string style)
    {
        var widths = Widths(columns);
        var table = new Table(
            new TableProperties
            {
                TableStyle = new TableStyle { Val = WordStyles.Table },
                TableWidth = new TableWidth { Width = Text(TextWidth), Type = TableWidthUnitValues.Dxa },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
            },
            new TableGrid(widths.Select(width => new GridColumn { Width = Text(width) })));
        foreach (var head in heads)
            table.Append(Row(head, columns, widths, style == WordStyles.Cell ? WordStyles.CellHead : style, isHead: true));
        foreach (var row in rows)
            table.Append(Row(row, columns, widths, style, isHead: false));
        _body.Append(table, new Paragraph(new ParagraphProperties { SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = "60", Line = "120", LineRule = LineSpacingRuleValues.Exact } }));
    }

    /// <summary>Facts without lines: what, and how it is.</summary>
    public void Facts(IEnumerable<(string What, string Value)> facts)
    {
        int[] widths = [TextWidth / 4, TextWidth - (TextWidth / 4)];
        var table = new Table(
            new TableProperties
            {
                TableWidth = new TableWidth { Width = Text(TextWidth), Type = TableWidthUnitValues.Dxa },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = new TableCellMarginDefault { TableCellLeftMargin = new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa } },
            },
            new TableGrid(widths.Select(width => new GridColumn { Width = Text(width) })));
        foreach (var (what, value) in facts)
            table.Append(new TableRow(Cell(new WordCell(what) { Color = WordStyles.Grey }, widths[0], WordStyles.Cell, false), Cell(value, widths[1], WordStyles.Cell, false)));
        _body.Append(table);
    }

    /// <summary>A cell of a table's head.</summary>
    public static WordCell Head(string text, int span = 1) => new(text) { Fill = WordStyles.HeadFill, IsBold = true, Span = span };

    /// <summary>Ends the document and gives its bytes.</summary>
    /// <param name="headLeft">At the top of each page, left.</param>
    /// <param name="headRight">At the top of each page, right.</param>
    /// <param name="pageOf">At the foot: a text with {0} for the page and {1} for how many there are.</param>
    public byte[] Finish(string headLeft, string headRight, string pageOf)
    {
        var header = _main.AddNewPart<HeaderPart>();
        header.Header = new Header(Styled(WordStyles.Header, Run(headLeft), new Run(new TabChar()), Run(headRight)));
        var footer = _main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(Styled(WordStyles.Footer, [new Run(new TabChar()), .. PageNumbers(pageOf)]));
        _body.Append(new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = _main.GetIdOfPart(header) },
            new FooterReference { Type = HeaderFooterValues.Default, Id = _main.GetIdOfPart(footer) },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Margin + 200, Bottom = Margin, Left = Margin, Right = Margin, Header = Edge, Footer = Edge, Gutter = 0 }));
        _document.Dispose();
        return _stream.ToArray();
    }

    public void Dispose()
    {
        _document.Dispose();
        _stream.Dispose();
    }

    private static IEnumerable<OpenXmlElement> PageNumbers(string pageOf)
    {
        foreach (var piece in pageOf.Replace("{", "\n{", StringComparison.Ordinal).Replace("}", "}\n", StringComparison.Ordinal).Split('\n'))
        {
            yield return piece switch
            {
                "{0}" => new SimpleField(Run("1")) { Instruction = "PAGE" },
                "{1}" => new SimpleField(Run("1")) { Instruction = "NUMPAGES" },
                _ => Run(piece),
            };
        }
    }

    private static TableRow Row(IReadOnlyList<WordCell> cells, IReadOnlyList<WordColumn> columns, int[] widths, string style, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        var row = new TableRow(properties);
        var at = 0;
        foreach (var cell in cells)
        {
            row.Append(Cell(cell, widths.Skip(at).Take(cell.Span).Sum(), style, columns[at].IsNumber));
            at += cell.Span;
        }
        return row;
    }

    private static TableCell Cell(WordCell cell, int width, string style, bool isNumber)
    {
        var properties = new TableCellProperties { TableCellWidth = new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa } };
        if (cell.Span > 1)
            properties.GridSpan = new GridSpan { Val = cell.Span };
        if (cell.Fill is not null)
            properties.Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = cell.Fill };
        var line = Line(cell.Text, style, cell.IsBold, cell.Color);
        if (isNumber)
            line.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Right };
        var result = new TableCell(properties, line);
        if (cell.Note != "")
            result.Append(Line(cell.Note, WordStyles.CellNote));
        return result;
    }

    private static Paragraph Line(string text, string? style, bool isBold = false, string? color = null) => Styled(style, Run(text, isBold, color));

    private static Paragraph Styled(string? style, params OpenXmlElement[] runs)
    {
        var paragraph = new Paragraph();
        if (style is not null)
            paragraph.ParagraphProperties = new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } };
        paragraph.Append(runs);
        return paragraph;
    }

    private static Run Run(string text, bool isBold = false, string? color = null)
    {
        var run = new Run();
        if (isBold || color is not null)
        {
            run.RunProperties = new RunProperties();
            if (isBold)
                run.RunProperties.Bold = new Bold();
            if (color is not null)
                run.RunProperties.Color = new Color { Val = color };
        }
        foreach (var (line, i) in CellText.Fit(text, "…").Split('\n').Select((line, i) => (line, i)))
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    /// <summary>Whole units that add up to the page's width.</summary>
    private static int[] Widths(IReadOnlyList<WordColumn> columns)
    {
        var shares = columns.Sum(column => column.Share);
        var widths = columns.Select(column => TextWidth * column.Share / shares).ToArray();
        widths[0] += TextWidth - widths.Sum();
        return widths;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
