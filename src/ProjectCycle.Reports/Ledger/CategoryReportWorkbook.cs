using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;
using Row = ProjectCycle.Domain.Reports.Ledger.CategoryReportRow;

namespace ProjectCycle.Reports.Ledger;

/// <summary>T4: disbursement by category.</summary>
public static class CategoryReportWorkbook
{
    private const int Currency = 13;

    /// <summary>Describes the workbook of <paramref name="report"/>.</summary>
    public static Workbook From(LedgerReport<Row> report)
    {
        var texts = new WorkbookTexts(report.Cover.Language);
        return LedgerNotesSheet.Workbook("Ledger.disbursement-by-category", report.Cover, report.Notes, texts, [Table(report.Rows, texts)], "Ledger.Note.Columns", "Ledger.Note.Categories", "Ledger.Note.Projection");
    }

    private static TableSheet<Row> Table(IAsyncEnumerable<Row> rows, WorkbookTexts texts)
    {
        return new TableSheet<Row>(
            texts["Ledger.Categories"],
            [
                new TextColumn<Row>(texts["Ledger.Category"], r => r.Code) { Width = 11 },
                new TextColumn<Row>(texts["Ledger.Name"], r => r.Kind == CategoryRowKind.Category ? r.Name : texts.Of<CategoryRowKind>(r.Kind)) { Width = 30, Wrap = true },
                Amount("Ledger.AllocationOriginal", r => r.Original),
                Amount("Ledger.Reallocation", r => r.Reallocated),
                Amount("Ledger.AllocationCurrent", r => r.Current),
                Amount("Ledger.PriorYears", r => r.PriorYears),
                Amount("Ledger.ThisYear", r => r.ThisYear),
                Amount("Ledger.ThisQuarter", r => r.ThisQuarter),
                Amount("Ledger.Cumulative", r => r.Cumulative),
                new PercentColumn<Row>("%", 1, r => r.Share) { Width = 9 },
                Amount("Ledger.Uncontracted", r => r.Uncontracted),
                Amount("Ledger.Balance", r => r.Balance),
                Amount("Ledger.Projected", r => r.Projected),
                new TextColumn<Row>(texts["Ledger.Currency"], r => r.CurrencyCode) { Width = 12 },
                new TextColumn<Row>(texts["Ledger.LoanNo"], r => r.Agreement) { Width = 17, Wrap = true },
                new TextColumn<Row>(texts["Ledger.Project"], r => r.Project) { Width = 22 },
            ],
            rows)
        {
            FrozenColumns = 2,
        };

        MoneyColumn<Row> Amount(string key, Func<Row, Money?> money) => new(texts[key], money) { Width = 19, TotalBy = Currency };
    }
}
