using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>A native chart beside its table: one series of calm bars with their values, or up to two lines with a legend. Its points are cached, so viewers that do not calculate show it too.</summary>
internal static class WorkbookChart
{
    private const string BarColor = "2F7597";
    private const string SecondColor = "C2691C";
    private const string LineColor = "D9E0E5";
    private const string InkColor = "1F2D3A";
    private const uint CategoryAxisId = 1;
    private const uint ValueAxisId = 2;

    public static void Add(DrawingsPart drawings, Workbooks.Chart chart, string tab, IReadOnlyList<Column> columns, WrittenTable written)
    {
        drawings.AddNewPart<ChartPart>("chart").ChartSpace = Space(chart, tab, columns, written);
        drawings.WorksheetDrawing = new Xdr.WorksheetDrawing(new Xdr.TwoCellAnchor(
            Corner<Xdr.FromMarker>(columns.Count + 1, 0),
            Corner<Xdr.ToMarker>(columns.Count + 11, 21),
            new Xdr.GraphicFrame(
                new Xdr.NonVisualGraphicFrameProperties(
                    new Xdr.NonVisualDrawingProperties { Id = 2, Name = "Chart", Description = chart.Title },
                    new Xdr.NonVisualGraphicFrameDrawingProperties()),
                new Xdr.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                new A.Graphic(new A.GraphicData(new ChartReference { Id = "chart" }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" })),
            new Xdr.ClientData()));
    }

    private static T Corner<T>(int column, int row)
        where T : OpenXmlCompositeElement, new()
    {
        var corner = new T();
        corner.Append(
            new Xdr.ColumnId(column.ToString(CultureInfo.InvariantCulture)),
            new Xdr.ColumnOffset("0"),
            new Xdr.RowId(row.ToString(CultureInfo.InvariantCulture)),
            new Xdr.RowOffset("0"));
        return corner;
    }

    private static ChartSpace Space(Workbooks.Chart chart, string tab, IReadOnlyList<Column> columns, WrittenTable written) => new(
        new RoundedCorners { Val = false },
        new DocumentFormat.OpenXml.Drawing.Charts.Chart(new OpenXmlElement?[]
        {
            new Title(new ChartText(new RichText(new A.BodyProperties(), new A.Paragraph(new A.Run(TextLook(1400, bold: true), new A.Text(chart.Title))))), new Overlay { Val = false }),
            new AutoTitleDeleted { Val = false },
            new PlotArea(new Layout(), Plot(chart, tab, columns, written), Categories(chart.Kind), Values(chart.Kind)),
            chart.SecondColumn is null ? null : new Legend(new LegendPosition { Val = LegendPositionValues.Bottom }, new Overlay { Val = false }),
            new PlotVisibleOnly { Val = true },
            new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap },
        }.OfType<OpenXmlElement>()),
        new ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = "FFFFFF" }), Line(LineColor)));

    private static OpenXmlCompositeElement Plot(Workbooks.Chart chart, string tab, IReadOnlyList<Column> columns, WrittenTable written) =>
        chart.Kind == ChartKind.Line ? Lines(chart, tab, columns, written) : Bars(chart, tab, columns, written);

    private static LineChart Lines(Workbooks.Chart chart, string tab, IReadOnlyList<Column> columns, WrittenTable written)
    {
        var lines = new LineChart(
            new Grouping { Val = GroupingValues.Standard },
            new VaryColors { Val = false },
            OneLine(0, chart.ValueColumn, BarColor, written.Points.Select(point => point.Value)));
        if (chart.SecondColumn is { } second)
            lines.Append(OneLine(1, second, SecondColor, written.Points.Select(point => point.Second)));
        lines.Append(new ShowMarker { Val = true }, new AxisId { Val = CategoryAxisId }, new AxisId { Val = ValueAxisId });
        return lines;

        LineChartSeries OneLine(uint index, int column, string color, IEnumerable<decimal?> values) => new(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = index },
            new Order { Val = index },
            new SeriesText(new StringReference(new Formula(CellRef.Fixed(tab, column, 1, 1)), Strings([columns[column].Header]))),
            new ChartShapeProperties(new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = color })) { Width = 28575 }),
            new Marker(
                new Symbol { Val = index == 0 ? MarkerStyleValues.Circle : MarkerStyleValues.Diamond },
                new Size { Val = 6 },
                new ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = color }), Line(color))),
            new CategoryAxisData(new StringReference(
                new Formula(CellRef.Fixed(tab, chart.CategoryColumn, 2, written.LastRow)),
                Strings([.. written.Points.Select(point => point.Category)]))),
            new Values(new NumberReference(new Formula(CellRef.Fixed(tab, column, 2, written.LastRow)), Numbers([.. values]))),
            new Smooth { Val = false });
    }

    private static BarChart Bars(Workbooks.Chart chart, string tab, IReadOnlyList<Column> columns, WrittenTable written) => new(
        new BarDirection { Val = chart.Kind == ChartKind.Bar ? BarDirectionValues.Bar : BarDirectionValues.Column },
        new BarGrouping { Val = BarGroupingValues.Clustered },
        new VaryColors { Val = false },
        new BarChartSeries(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = 0 },
            new Order { Val = 0 },
            new SeriesText(new StringReference(new Formula(CellRef.Fixed(tab, chart.ValueColumn, 1, 1)), Strings([columns[chart.ValueColumn].Header]))),
            new ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = BarColor })),
            new InvertIfNegative { Val = false },
            new DataLabels(
                TextStyle(1000),
                new ShowLegendKey { Val = false }, new ShowValue { Val = true }, new ShowCategoryName { Val = false },
                new ShowSeriesName { Val = false }, new ShowPercent { Val = false }, new ShowBubbleSize { Val = false }),
            new CategoryAxisData(new StringReference(
                new Formula(CellRef.Fixed(tab, chart.CategoryColumn, 2, written.LastRow)),
                Strings([.. written.Points.Select(point => point.Category)]))),
            new Values(new NumberReference(
                new Formula(CellRef.Fixed(tab, chart.ValueColumn, 2, written.LastRow)),
                Numbers([.. written.Points.Select(point => point.Value ?? 0)])))),
        new GapWidth { Val = 60 },
        new AxisId { Val = CategoryAxisId },
        new AxisId { Val = ValueAxisId });

    private static StringCache Strings(IReadOnlyList<string> values)
    {
        var cache = new StringCache(new PointCount { Val = (uint)values.Count });
        cache.Append(values.Select((value, i) => new StringPoint(new NumericValue(CellText.Fit(value, ""))) { Index = (uint)i }));
        return cache;
    }

    private static NumberingCache Numbers(IReadOnlyList<decimal?> values)
    {
        var cache = new NumberingCache(new FormatCode("#,##0"), new PointCount { Val = (uint)values.Count });
        cache.Append(values.Index().Where(value => value.Item is not null)
            .Select(value => new NumericPoint(new NumericValue(value.Item!.Value.ToString(CultureInfo.InvariantCulture))) { Index = (uint)value.Index }));
        return cache;
    }

    private static CategoryAxis Categories(ChartKind kind) => new(
        new AxisId { Val = CategoryAxisId },
        // Lying bars read from the top, as the table does.
        new Scaling(new Orientation { Val = kind == ChartKind.Bar ? OrientationValues.MaxMin : OrientationValues.MinMax }),
        new Delete { Val = false },
        new AxisPosition { Val = kind == ChartKind.Bar ? AxisPositionValues.Left : AxisPositionValues.Bottom },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
        new ChartShapeProperties(Line("7F95A3")),
        TextStyle(1000),
        new CrossingAxis { Val = ValueAxisId },
        new Crosses { Val = CrossesValues.AutoZero });

    private static ValueAxis Values(ChartKind kind) => new(
        new AxisId { Val = ValueAxisId },
        new Scaling(new Orientation { Val = OrientationValues.MinMax }, new MinAxisValue { Val = 0 }),
        new Delete { Val = false },
        new AxisPosition { Val = kind == ChartKind.Bar ? AxisPositionValues.Top : AxisPositionValues.Left },
        new MajorGridlines(new ChartShapeProperties(Line(LineColor))),
        new NumberingFormat { FormatCode = "#,##0", SourceLinked = false },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
        new ChartShapeProperties(new A.Outline(new A.NoFill())),
        TextStyle(900),
        new CrossingAxis { Val = CategoryAxisId },
        new Crosses { Val = CrossesValues.AutoZero });

    private static A.Outline Line(string color) => new(new A.SolidFill(new A.RgbColorModelHex { Val = color })) { Width = 9525 };

    private static TextProperties TextStyle(int size) => new(
        new A.BodyProperties(),
        new A.ListStyle(),
        new A.Paragraph(
            new A.ParagraphProperties(new A.DefaultRunProperties(new A.SolidFill(new A.RgbColorModelHex { Val = InkColor })) { FontSize = size, Bold = false }),
            new A.EndParagraphRunProperties { Language = "en-US" }));

    private static A.RunProperties TextLook(int size, bool bold) =>
        new(new A.SolidFill(new A.RgbColorModelHex { Val = InkColor })) { FontSize = size, Bold = bold };
}
