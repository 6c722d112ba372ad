using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ProjectCycle.Reports.Documents;

/// <summary>The look of our Word documents: named styles, so that a unit can restyle a document in Word with a few clicks.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Heading = "Heading1";
    public const string Subheading = "Heading2";
    public const string Quiet = "Quiet";
    public const string Cell = "TableText";
    public const string CellHead = "TableHead";
    public const string CellNote = "TableNote";
    public const string SmallCell = "TableSmall";
    public const string Table = "PlainTable";
    public const string Header = "Header";
    public const string Footer = "Footer";

    public const string Accent = "1F4E8C";
    public const string HeadFill = "E8EFF8";
    public const string Grey = "5D6878";
    private const string Line = "C9D1DB";

    private const string Font = "Calibri";

    /// <summary>All of them; <paramref name="language"/> tells Word in which language to check the spelling.</summary>
    public static Styles All(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle
            {
                RunFonts = new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                FontSize = new FontSize { Val = "21" },
                FontSizeComplexScript = new FontSizeComplexScript { Val = "21" },
                Languages = new Languages { Val = language == "en" ? "en-GB" : "id-ID" },
            }),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle
            {
                SpacingBetweenLines = new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto },
            })),
        Paragraph("Normal", "Normal", new(), new(), isDefault: true),
        Paragraph(Title, "Title", Spaced(0, 40), Look(44, bold: true, color: Accent)),
        Paragraph(Subtitle, "Subtitle", Spaced(0, 240), Look(28, color: Grey)),
        Paragraph(Heading, "heading 1", WithNext(360, 120, level: 0), Look(28, bold: true, color: Accent)),
        Paragraph(Subheading, "heading 2", WithNext(240, 80, level: 1), Look(23, bold: true)),
        Paragraph(Quiet, "Quiet", new(), Look(21, italic: true, color: Grey)),
        Paragraph(Cell, "Table Text", Spaced(30, 30), Look(18)),
        Paragraph(CellHead, "Table Head", WithNext(30, 30), Look(18, bold: true)),
        Paragraph(CellNote, "Table Note", Spaced(0, 30), Look(16, color: Grey)),
        Paragraph(SmallCell, "Table Small", Spaced(20, 20), Look(13)),
        Paragraph(Header, "header", Edge(), Look(17, color: Grey)),
        Paragraph(Footer, "footer", Edge(), Look(17, color: Grey)),
        TableStyle());

    private static Style Paragraph(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, StyleName = new StyleName { Val = name } };
        if (isDefault)
            style.Default = true;
        else
            style.BasedOn = new BasedOn { Val = "Normal" };
        style.PrimaryStyle = new PrimaryStyle();
        if (paragraph.HasChildren)
            style.StyleParagraphProperties = paragraph;
        if (run.HasChildren)
            style.StyleRunProperties = run;
        return style;
    }

    private static Style TableStyle() => new()
    {
        Type = StyleValues.Table,
        StyleId = Table,
        CustomStyle = true,
        StyleName = new StyleName { Val = "Plain Table" },
        StyleTableProperties = new StyleTableProperties
        {
            TableBorders = new TableBorders
            {
                TopBorder = Border<TopBorder>(),
                LeftBorder = Border<LeftBorder>(),
                BottomBorder = Border<BottomBorder>(),
                RightBorder = Border<RightBorder>(),
                InsideHorizontalBorder = Border<InsideHorizontalBorder>(),
                InsideVerticalBorder = Border<InsideVerticalBorder>(),
            },
            TableCellMarginDefault = new TableCellMarginDefault
            {
                TopMargin = new TopMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                TableCellLeftMargin = new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                BottomMargin = new BottomMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                TableCellRightMargin = new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa },
            },
        },
    };

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = Line };

    private static StyleParagraphProperties Spaced(int before, int after) => new()
    {
        SpacingBetweenLines = new SpacingBetweenLines { Before = Text(before), After = Text(after), Line = "240", LineRule = LineSpacingRuleValues.Auto },
    };

    /// <summary>Never alone at the foot of a page.</summary>
    private static StyleParagraphProperties WithNext(int before, int after, int? level = null)
    {
        var properties = Spaced(before, after);
        properties.KeepNext = new KeepNext();
        properties.KeepLines = new KeepLines();
        if (level is { } outline)
            properties.OutlineLevel = new OutlineLevel { Val = outline };
        return properties;
    }

    /// <summary>Left and right, at the edges of the page's text.</summary>
    private static StyleParagraphProperties Edge()
    {
        var properties = Spaced(0, 0);
        properties.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = WordDocument.TextWidth });
        return properties;
    }

    private static StyleRunProperties Look(int halfPoints, bool bold = false, bool italic = false, string? color = null)
    {
        var run = new StyleRunProperties();
        if (bold)
            run.Bold = new Bold();
        if (italic)
            run.Italic = new Italic();
        if (color is not null)
            run.Color = new Color { Val = color };
        run.FontSize = new FontSize { Val = Text(halfPoints) };
        run.FontSizeComplexScript = new FontSizeComplexScript { Val = Text(halfPoints) };
        return run;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
