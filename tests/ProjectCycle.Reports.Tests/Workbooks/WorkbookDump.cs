using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ProjectCycle.Reports.Tests.Workbooks;

/// <summary>A workbook as lines of text, so that a change of a report shows in review as what it is.</summary>
public static class WorkbookDump
{
    public static string Of(ReadWorkbook book)
    {
        var dump = new StringBuilder();
        foreach (var tab in book.Tabs)
        {
            Line($"== {tab}");
            Layout(book, tab);
            foreach (var cell in book.Cells(tab).Values)
                Line($"{cell.Ref,-6} {cell.Kind,-6} {(cell.Formula is null ? "" : $"={cell.Formula} -> ")}{Shown(cell.Value)} [{cell.Format}]");
            Line("");
        }
        foreach (var name in book.Document.WorkbookPart!.Workbook.DefinedNames?.Elements<DefinedName>() ?? [])
            Line($"name {name.Name} of sheet {name.LocalSheetId}: {name.Text}");
        return dump.ToString();

        void Line(string text) => dump.Append(text).Append('\n');

        void Layout(ReadWorkbook workbook, string tab)
        {
            var part = workbook.Part(tab);
            var sheet = part.Worksheet;
            Line("widths " + string.Join(' ', sheet.Descendants<Column>().Select(column => column.Width!.InnerText)));
            foreach (var pane in sheet.Descendants<Pane>())
                Line($"freeze rows {pane.VerticalSplit?.InnerText ?? "0"} columns {pane.HorizontalSplit?.InnerText ?? "0"}");
            if (sheet.Descendants<Row>().Where(row => row.OutlineLevel is not null).Select(row => row.RowIndex).ToList() is { Count: > 0 } parts)
                Line($"grouped rows {string.Join(' ', parts)}");
            foreach (var merged in sheet.Descendants<MergeCell>())
                Line($"merged {merged.Reference}");
            foreach (var table in part.TableDefinitionParts.Select(table => table.Table))
                Line($"table {table.DisplayName} {table.Reference} filter {table.AutoFilter?.Reference}");
            foreach (var link in sheet.Descendants<Hyperlink>())
                Line($"link {link.Reference} {part.HyperlinkRelationships.First(relation => relation.Id == link.Id).Uri}");
            var setup = sheet.GetFirstChild<PageSetup>();
            Line($"print paper {setup?.PaperSize} {setup?.Orientation?.InnerText} fit {setup?.FitToWidth}x{setup?.FitToHeight}");
            Line($"header {sheet.GetFirstChild<HeaderFooter>()?.OddHeader?.Text} footer {sheet.GetFirstChild<HeaderFooter>()?.OddFooter?.Text}");
            foreach (var chart in part.DrawingsPart?.ChartParts.Select(chart => chart.ChartSpace) ?? [])
            {
                foreach (var formula in chart.Descendants<C.Formula>())
                    Line($"chart {formula.Text}: {string.Join(" | ", formula.Parent!.Descendants<C.NumericValue>().Select(value => value.Text))}");
            }
        }
    }

    private static string Shown(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
