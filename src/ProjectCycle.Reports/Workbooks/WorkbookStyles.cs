using DocumentFormat.OpenXml.Spreadsheet;
using Xf = DocumentFormat.OpenXml.Spreadsheet.CellFormat;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>Where a value stands; the same date looks different in a table and on a cover.</summary>
internal enum Place
{
    Body,
    Total,
    Cover,
}

/// <summary>The styles of every workbook: a closed list, so that rows can be written before the style sheet is.</summary>
internal static class WorkbookStyles
{
    public const uint Header = 1;
    public const uint HeaderRight = 2;
    public const uint Title = 3;
    public const uint Label = 4;
    public const uint Note = 5;
    public const uint NoteLabel = 6;

    private const uint FirstNumberFormat = 164;
    private const string Ink = "FF1F2D3A";
    private const string Accent = "FF1F5673";
    private const string Hairline = "FFD9E0E5";

    private enum FontOf : uint { Body, Header, Title, Label, Link, Good, Warning, Bad, Note }

    private enum FillOf : uint { None, Gray125, Header, Total }

    private enum BorderOf : uint { None, Hairline, Header, Total }

    private static readonly List<CellFormat> Formats =
    [
        .. Enum.GetValues<Tone>().SelectMany(tone => new[] { false, true }.Select(wrap => new CellFormat(CellKind.Text, 0, wrap, tone))),
        .. Enumerable.Range(0, 7).Select(decimals => new CellFormat(CellKind.Number, decimals)),
        .. Enumerable.Range(0, 3).Select(decimals => new CellFormat(CellKind.Percent, decimals)),
        new(CellKind.Date),
        new(CellKind.Timestamp),
        new(CellKind.Link),
        new(CellKind.Plain),
        new(CellKind.TypedText),
    ];

    private static readonly List<(Place Place, CellFormat Format)> Styles =
        [.. Enum.GetValues<Place>().SelectMany(place => Formats.Select(format => (place, format)))];

    private static readonly Dictionary<(Place, CellFormat), uint> Ids =
        Styles.Select((style, index) => (style, Id: NoteLabel + 1 + (uint)index)).ToDictionary(pair => pair.style, pair => pair.Id);

    private static readonly List<string> NumberFormats =
        [.. Formats.Select(NumberFormatOf).OfType<string>().Distinct()];

    /// <summary>The style id of a value.</summary>
    public static uint IdOf(Place place, CellFormat format) => Ids[(place, format)];

    /// <summary>The style sheet that the ids point into.</summary>
    public static Stylesheet Sheet() => new(
        new NumberingFormats(NumberFormats.Select((code, index) => new NumberingFormat { NumberFormatId = FirstNumberFormat + (uint)index, FormatCode = code })),
        new Fonts(
            Font(Ink),
            Font("FFFFFFFF", bold: true),
            Font(Accent, bold: true, size: 18),
            Font("FF5B6B78", bold: true),
            Font("FF1B6CA8", underlined: true),
            Font("FF1E7B4F"),
            Font("FF9A5B00"),
            Font("FFB3261E"),
            Font("FF5B6B78")),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Fill(Accent),
            Fill("FFEEF3F6")),
        new Borders(
            Border(),
            Border(bottom: Hairline),
            Border(bottom: "FF163F55"),
            Border(top: "FF7F95A3")),
        new CellStyleFormats(new Xf()),
        new CellFormats(
        [
            new Xf { FormatId = 0 },
            XfOf(FontOf.Header, FillOf.Header, BorderOf.Header, null, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Center, wrap: true),
            // The filter's button covers the right end of a heading: the indent keeps the words clear of it.
            XfOf(FontOf.Header, FillOf.Header, BorderOf.Header, null, HorizontalAlignmentValues.Right, VerticalAlignmentValues.Center, wrap: true, indent: 2),
            XfOf(FontOf.Title, FillOf.None, BorderOf.None, null, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Center),
            XfOf(FontOf.Label, FillOf.None, BorderOf.Hairline, null, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Top, wrap: true),
            XfOf(FontOf.Note, FillOf.None, BorderOf.None, null, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Top, wrap: true),
            XfOf(FontOf.Label, FillOf.None, BorderOf.None, null, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Top),
            .. Styles.Select(style => XfOf(style.Place, style.Format)),
        ]),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static Xf XfOf(Place place, CellFormat format)
    {
        var isNumber = format.Kind is CellKind.Number or CellKind.Plain or CellKind.Percent;
        return XfOf(
            FontFor(place, format),
            place == Place.Total ? FillOf.Total : FillOf.None,
            place == Place.Total ? BorderOf.Total : BorderOf.Hairline,
            NumberFormatOf(format),
            isNumber && place != Place.Cover ? HorizontalAlignmentValues.Right : HorizontalAlignmentValues.Left,
            VerticalAlignmentValues.Top,
            wrap: format.Wrap,
            indent: isNumber && place != Place.Cover ? 1u : 0);
    }

    private static FontOf FontFor(Place place, CellFormat format) => (place, format) switch
    {
        (Place.Total, _) => FontOf.Label,
        (_, { Kind: CellKind.Link }) => FontOf.Link,
        (_, { Tone: Tone.Quiet }) => FontOf.Note,
        (_, { Tone: Tone.Good }) => FontOf.Good,
        (_, { Tone: Tone.Warning }) => FontOf.Warning,
        (_, { Tone: Tone.Bad }) => FontOf.Bad,
        _ => FontOf.Body,
    };

    private static string? NumberFormatOf(CellFormat format) => format.Kind switch
    {
        CellKind.Number => "#,##0" + Decimals(format.Decimals),
        CellKind.Plain => "0",
        CellKind.Percent => "0" + Decimals(format.Decimals) + "%",
        CellKind.Date => "yyyy-mm-dd",
        CellKind.Timestamp => "yyyy-mm-dd hh:mm",
        CellKind.TypedText => "@",
        _ => null,
    };

    private static string Decimals(int count) => count == 0 ? "" : "." + new string('0', count);

    private static Xf XfOf(
        FontOf font, FillOf fill, BorderOf border, string? numberFormat,
        HorizontalAlignmentValues horizontal, VerticalAlignmentValues vertical, bool wrap = false, uint indent = 0) => new()
        {
            FormatId = 0,
            FontId = (uint)font,
            FillId = (uint)fill,
            BorderId = (uint)border,
            NumberFormatId = numberFormat is null ? 0 : FirstNumberFormat + (uint)NumberFormats.IndexOf(numberFormat),
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyNumberFormat = numberFormat is not null,
            ApplyAlignment = true,
            Alignment = new Alignment { Horizontal = horizontal, Vertical = vertical, WrapText = wrap ? true : null, Indent = indent > 0 ? indent : null },
        };

    private static Font Font(string color, bool bold = false, bool underlined = false, double size = 11)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        if (underlined)
            font.Append(new Underline());
        font.Append(new FontSize { Val = size }, new Color { Rgb = color }, new FontName { Val = "Calibri" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill Fill(string color) =>
        new(new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Border(string? top = null, string? bottom = null) => new(
        new LeftBorder(),
        new RightBorder(),
        top is null ? new TopBorder() : new TopBorder(new Color { Rgb = top }) { Style = BorderStyleValues.Thin },
        bottom is null ? new BottomBorder() : new BottomBorder(new Color { Rgb = bottom }) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}
