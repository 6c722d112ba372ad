using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;
using Row = ProjectCycle.Domain.Reports.Ledger.WithdrawalRegisterRow;

namespace ProjectCycle.Reports.Ledger;

/// <summary>T1: the register of applications for withdrawal.</summary>
public static class WithdrawalRegisterWorkbook
{
    private const int Currency = 8;
    private const int LoanCurrency = 22;

    /// <summary>Describes the workbook of <paramref name="report"/>; the rows are read when it is written.</summary>
    public static Workbook From(LedgerReport<Row> report)
    {
        var texts = new WorkbookTexts(report.Cover.Language);
        return LedgerNotesSheet.Workbook("Ledger.wa-register", report.Cover, report.Notes, texts, [Table(report.Rows, texts)], "Ledger.Note.Columns", "Ledger.Note.Register", "Ledger.Note.BookedRates");
    }

    private static TableSheet<Row> Table(IAsyncEnumerable<Row> rows, WorkbookTexts texts) => new(
        texts["Ledger.Register"],
        [
            new IntegerColumn<Row>(texts["Ledger.No"], r => r.No) { Width = 8 },
            new IntegerColumn<Row>(texts["Ledger.WaNo"], r => r.Number) { Width = 10 },
            new DateColumn<Row>(texts["Ledger.Date"], r => r.On) { Width = 12 },
            new TextColumn<Row>(texts["Ledger.Procedure"], r => texts.Of<WithdrawalProcedure>(r.Procedure)) { Width = 18, Wrap = true },
            new TextColumn<Row>(texts["Ledger.LoanNo"], r => r.Agreement) { Width = 17, Wrap = true },
            new TextColumn<Row>(texts["Ledger.Category"], r => r.Category) { Width = 11, Wrap = true },
            new TextColumn<Row>(texts["Ledger.Pcss"], r => string.Join(", ", r.Contracts)) { Width = 17, Wrap = true },
            new TextColumn<Row>(texts["Ledger.Payee"], r => r.Payee) { Width = 24, Wrap = true },
            new TextColumn<Row>(texts["Ledger.Currency"], r => r.Claimed.Currency.Code) { Width = 10 },
            new MoneyColumn<Row>(texts["Ledger.Claimed"], r => r.Claimed) { Width = 20, TotalBy = Currency },
            new MoneyColumn<Row>(texts["Ledger.Approved"], r => r.Approved) { Width = 20, TotalBy = Currency },
            new MoneyColumn<Row>(texts["Ledger.Disallowed"], r => r.Disallowed) { Width = 18, TotalBy = Currency },
            new DateColumn<Row>(texts["Ledger.ValueDate"], r => r.ValueDate) { Width = 12 },
            new MoneyColumn<Row>(texts["Ledger.PaidDonor"], r => r.Paid) { Width = 20, TotalBy = Currency },
            new MoneyColumn<Row>(texts["Ledger.Equivalent"], r => r.Charged) { Width = 20, TotalBy = LoanCurrency },
            new DecimalColumn<Row>(texts["Ledger.RateHead"], 4, r => r.Rate) { Width = 14 },
            new MoneyColumn<Row>(texts["Ledger.Rupiah"], r => r.Rupiah) { Width = 22, FixedTotal = true },
            new MoneyColumn<Row>(texts["Ledger.CumulativePaid"], r => r.Cumulative) { Width = 20 },
            new MoneyColumn<Row>(texts["Ledger.Undisbursed"], r => r.Undisbursed) { Width = 20 },
            new TextColumn<Row>(texts["Ledger.Status"], r => texts.Of<WithdrawalState>(r.State)) { Width = 17, Wrap = true },
            new IntegerColumn<Row>(texts["Ledger.DaysOpen"], r => r.DaysOpen) { Width = 13 },
            new TextColumn<Row>(texts["Ledger.Remarks"], r => r.Remarks) { Width = 30, Wrap = true },
            new TextColumn<Row>(texts["Ledger.LoanCurrency"], r => r.Cumulative.Currency.Code) { Width = 11 },
            new TextColumn<Row>(texts["Ledger.Project"], r => r.Project) { Width = 22 },
        ],
        rows)
    {
        FrozenColumns = 2,
    };
}
