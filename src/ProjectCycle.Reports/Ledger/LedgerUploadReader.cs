using System.Globalization;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Ledger;

/// <summary>Reads a ledger from a workbook laid out as <see cref="LedgerLayoutWorkbook"/> writes it, in either language and saved by any program.</summary>
public static class LedgerUploadReader
{
    private static readonly WorkbookTexts[] Languages = [.. Domain.Language.Languages.All.Select(language => new WorkbookTexts(language))];

    /// <summary>The rows with the faults of single cells; a file that is no such workbook is refused.</summary>
    /// <param name="workbook">Seekable; it stays open.</param>
    public static Outcome<LedgerUpload> Read(Stream workbook) => UploadedWorkbook.Read(workbook, ReadLedger);

    private static Outcome<LedgerUpload> ReadLedger(UploadedWorkbook book)
    {
        var tabs = new Dictionary<LedgerSheet, string>();
        var (rows, faults) = (new List<LedgerSheetRow>(), new List<LedgerFault>());
        foreach (var tab in book.Sheets)
        {
            using var found = book.Rows(tab).GetEnumerator();
            if (!found.MoveNext() || found.Current.Number != 1 || SheetOf(found.Current) is not { } sheet)
                continue;
            if (!tabs.TryAdd(sheet, tab))
                return new Refusal("ledger-sheet-twice", null, tabs[sheet], tab);
            faults.AddRange(HeadingFaults(sheet, found.Current));
            faults.AddRange(MergedFaults(sheet, book.Merged(tab)));
            while (found.MoveNext())
            {
                if (IsBlank(sheet, found.Current))
                    continue;
                if (rows.Count == LedgerLayout.MaxRows)
                    return new Refusal("workbook-too-many-rows", null, LedgerLayout.MaxRows);
                rows.Add(new LedgerRowReader(sheet, found.Current, book.CountsFrom1904, Languages, faults).Row());
            }
        }
        return tabs.Count == 0 ? new Refusal("ledger-layout") : rows.Count == 0 ? new Refusal("workbook-without-rows") : new LedgerUpload(tabs, rows, faults);
    }

    /// <summary>The sheet these headings are meant to be: with more than half of them in their places; what is wrong with the others is then told.</summary>
    private static LedgerSheet? SheetOf(UploadedRow head) => Enum.GetValues<LedgerSheet>().Cast<LedgerSheet?>()
        .FirstOrDefault(sheet => Languages.Max(texts => Headings(sheet!.Value, texts).Index().Count(heading => IsHeading(head, heading.Index, heading.Item))) * 2 > LedgerLayout.Columns(sheet!.Value).Count + 1);

    private static IEnumerable<LedgerFault> HeadingFaults(LedgerSheet sheet, UploadedRow head)
    {
        var texts = Languages.MaxBy(texts => Headings(sheet, texts).Index().Count(heading => IsHeading(head, heading.Index, heading.Item)))!;
        foreach (var (i, expected) in Headings(sheet, texts).Index().Where(heading => !Languages.Any(language => IsHeading(head, heading.Index, Headings(sheet, language)[heading.Index]))))
            yield return new LedgerFault(sheet, 1, i == 0 ? LedgerLayout.Key : LedgerLayout.Columns(sheet)[i - 1].Field, TextAt(head, i), new Refusal("wrong-heading", null, expected));
    }

    /// <summary>All cells of a range but the first are blank to whoever reads it.</summary>
    private static IEnumerable<LedgerFault> MergedFaults(LedgerSheet sheet, IReadOnlyList<string> ranges)
    {
        foreach (var range in ranges)
        {
            var first = range.Split(':')[0];
            var column = UploadedWorkbook.ColumnOf(first);
            var isRow = int.TryParse(first.AsSpan(first.TrimEnd("0123456789".ToCharArray()).Length), NumberStyles.None, CultureInfo.InvariantCulture, out var row);
            if (isRow && column <= LedgerLayout.Columns(sheet).Count)
                yield return new LedgerFault(sheet, row, column == 0 ? LedgerLayout.Key : LedgerLayout.Columns(sheet)[column - 1].Field, range, new Refusal("cells-merged", null, range));
        }
    }

    private static bool IsBlank(LedgerSheet sheet, UploadedRow row) =>
        row.Cells.All(cell => cell.Column > LedgerLayout.Columns(sheet).Count || string.IsNullOrWhiteSpace(cell.Text) && cell.State == UploadedCellState.Sound);

    private static IReadOnlyList<string> Headings(LedgerSheet sheet, WorkbookTexts texts) => LedgerHeadings.Of(sheet, LedgerLayout.Columns(sheet), texts);

    private static bool IsHeading(UploadedRow head, int column, string heading) => TextAt(head, column).Equals(heading, StringComparison.OrdinalIgnoreCase);

    private static string TextAt(UploadedRow row, int column) => row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text.Trim() ?? "";
}
