using ProjectCycle.Domain;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;
using Row = ProjectCycle.Domain.Reports.Ledger.ExpenditureRow;

namespace ProjectCycle.Reports.Ledger;

/// <summary>T2: the statement of expenditure, with what is certified and who signs beneath its sums.</summary>
public static class ExpenditureWorkbook
{
    private const int Currency = 9;
    private const int AccountCurrency = 19;
    private const string Line = "________________________";

    /// <summary>Describes the workbook of <paramref name="statement"/>; the rows are read when it is written.</summary>
    public static Workbook From(ExpenditureStatement statement)
    {
        var report = statement.Report;
        var texts = new WorkbookTexts(report.Cover.Language);
        return LedgerNotesSheet.Workbook("Ledger.soe", report.Cover, report.Notes, texts, [Table(statement, texts)], "Ledger.Note.Columns", "Ledger.Note.Soe", "Ledger.Note.BookedRates");
    }

    private static TableSheet<Row> Table(ExpenditureStatement statement, WorkbookTexts texts) => new(
        texts["Ledger.SoeSheet"],
        [
            new IntegerColumn<Row>(texts["Ledger.No"], r => r.No) { Width = 8 },
            new TextColumn<Row>(texts["Ledger.Item"], r => r.Item) { Width = 28, Wrap = true },
            new TextColumn<Row>(texts["Ledger.Supplier"], r => r.Payee) { Width = 22, Wrap = true },
            new TextColumn<Row>(texts["Ledger.Country"], r => r.Country) { Width = 10 },
            new TextColumn<Row>(texts["Ledger.ContractNoDate"], r => NumberAndDay(r.ContractNumber, r.ContractOn)) { Width = 18, Wrap = true },
            new MoneyColumn<Row>(texts["Ledger.ContractAmount"], r => r.ContractAmount) { Width = 20 },
            new TextColumn<Row>(texts["Ledger.InvoiceNoDate"], r => NumberAndDay(r.InvoiceNumber, r.InvoiceOn)) { Width = 18, Wrap = true },
            new DateColumn<Row>(texts["Ledger.PaymentDate"], r => r.PaidOn) { Width = 12 },
            new TextColumn<Row>(texts["Ledger.ChequeNo"], r => r.PaymentReference) { Width = 16, Wrap = true },
            new TextColumn<Row>(texts["Ledger.Currency"], r => r.Eligible.Currency.Code) { Width = 10 },
            new MoneyColumn<Row>(texts["Ledger.Gross"], r => r.Gross) { Width = 20, TotalBy = Currency },
            new MoneyColumn<Row>(texts["Ledger.Tax"], r => r.Tax) { Width = 18, TotalBy = Currency },
            new MoneyColumn<Row>(texts["Ledger.Eligible"], r => r.Eligible) { Width = 20, TotalBy = Currency },
            new PercentColumn<Row>(texts["Ledger.Financed"], 2, r => r.Percentage) { Width = 12 },
            new MoneyColumn<Row>(texts["Ledger.ClaimedLocal"], r => r.ClaimedLocal) { Width = 20, TotalBy = Currency },
            new DecimalColumn<Row>(texts["Ledger.RateHead"], 4, r => r.Rate) { Width = 14 },
            new MoneyColumn<Row>(texts["Ledger.ClaimedAccount"], r => r.Claimed) { Width = 20, TotalBy = AccountCurrency },
            new TextColumn<Row>(texts["Ledger.BankRef"], r => r.BankReference) { Width = 16, Wrap = true },
            new TextColumn<Row>(texts["Ledger.Remarks"], r => r.Remarks) { Width = 28, Wrap = true },
            new TextColumn<Row>(texts["Ledger.AccountCurrency"], r => r.Claimed.Currency.Code) { Width = 11 },
            new TextColumn<Row>(texts["Ledger.ContractCurrency"], r => r.ContractAmount?.Currency.Code) { Width = 11 },
            new DateColumn<Row>(texts["Ledger.ContractDate"], r => r.ContractOn) { Width = 12 },
            new DateColumn<Row>(texts["Ledger.InvoiceDate"], r => r.InvoiceOn) { Width = 12 },
            new IntegerColumn<Row>(texts["Ledger.WaNo"], r => r.Application) { Width = 9 },
            new TextColumn<Row>(texts["Ledger.LoanNo"], r => r.Agreement) { Width = 17, Wrap = true },
            new TextColumn<Row>(texts["Ledger.Project"], r => r.Project) { Width = 22 },
        ],
        statement.Report.Rows)
    {
        FrozenColumns = 1,
        Foot =
        [
            "",
            texts["Ledger.Certificate"],
            $"{texts["Ledger.KeptAt"]}: {statement.KeptAt ?? Line}",
            "",
            .. statement.Signatories.SelectMany((name, i) => new[]
            {
                $"{texts["Ledger.Signatory"]} {FormattableString.Invariant($"{i + 1}")}: {(name == "" ? Line : name)}     {texts["Ledger.Signature"]}: {Line}     {texts["Ledger.Date"]}: {Line}",
                "",
            }),
        ],
    };

    /// <summary>The donors' sheet has both in one cell.</summary>
    private static string NumberAndDay(string? number, DateOnly? day) => string.Join(", ", new[] { number, day.Iso() }.Where(part => !string.IsNullOrEmpty(part)));
}
