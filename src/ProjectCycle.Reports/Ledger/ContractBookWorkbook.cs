using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;
using Row = ProjectCycle.Domain.Reports.Ledger.ContractBookRow;

namespace ProjectCycle.Reports.Ledger;

/// <summary>T3: the contract register.</summary>
public static class ContractBookWorkbook
{
    private const int Currency = 16;

    /// <summary>Describes the workbook of <paramref name="report"/>; the rows are read when it is written.</summary>
    public static Workbook From(LedgerReport<Row> report)
    {
        var texts = new WorkbookTexts(report.Cover.Language);
        return LedgerNotesSheet.Workbook("Ledger.contract-register", report.Cover, report.Notes, texts, [Table(report.Rows, texts)], "Ledger.Note.Columns", "Ledger.Note.Contracts");
    }

    private static TableSheet<Row> Table(IAsyncEnumerable<Row> rows, WorkbookTexts texts)
    {
        return new TableSheet<Row>(
            texts["Ledger.Contracts"],
            [
                new IntegerColumn<Row>(texts["Ledger.No"], r => r.No) { Width = 8 },
                new TextColumn<Row>(texts["Ledger.Package"], r => r.Contract.PackageNumber) { Width = 14, Wrap = true },
                new TextColumn<Row>(texts["Ledger.Description"], r => r.Contract.Description) { Width = 30, Wrap = true },
                new TextColumn<Row>(texts["Ledger.Category"], r => r.Category) { Width = 11, Wrap = true },
                new TextColumn<Row>(texts["Ledger.Method"], r => texts.Of<ProcurementMethod>(r.Contract.Method)) { Width = 19, Wrap = true },
                new TextColumn<Row>(texts["Ledger.Review"], r => texts.Of<ReviewType>(r.Contract.Review)) { Width = 12, Wrap = true },
                new DateColumn<Row>(texts["Ledger.BidOn"], r => r.Contract.BidOn) { Width = 12 },
                new DateColumn<Row>(texts["Ledger.NoObjection"], r => r.Contract.NoObjectionOn) { Width = 13 },
                new DateColumn<Row>(texts["Ledger.AwardOn"], r => r.Contract.AwardOn) { Width = 12 },
                new TextColumn<Row>(texts["Ledger.Contractor"], r => r.Contract.Contractor) { Width = 22, Wrap = true },
                new TextColumn<Row>(texts["Ledger.Nationality"], r => r.Contract.CountryCode) { Width = 12 },
                new TextColumn<Row>(texts["Ledger.ContractNo"], r => r.Contract.Number) { Width = 16, Wrap = true },
                new DateColumn<Row>(texts["Ledger.SignedOn"], r => r.Contract.SignedOn) { Width = 13 },
                new DateColumn<Row>(texts["Ledger.StartsOn"], r => r.Contract.StartsOn) { Width = 12 },
                new DateColumn<Row>(texts["Ledger.Completion"], r => r.Contract.CompletionOn) { Width = 13 },
                new DateColumn<Row>(texts["Ledger.CompletionRevised"], r => r.RevisedCompletionOn) { Width = 13 },
                new TextColumn<Row>(texts["Ledger.Currency"], r => r.Value.Currency.Code) { Width = 10 },
                new MoneyColumn<Row>(texts["Ledger.OriginalValue"], r => r.Contract.Price) { Width = 20, TotalBy = Currency },
                Amount("Ledger.Variations", r => r.Variations),
                Amount("Ledger.CurrentValue", r => r.Value),
                new PercentColumn<Row>(texts["Ledger.DonorShare"], 2, r => r.Contract.Percentage) { Width = 12 },
                Amount("Ledger.DonorAmount", r => r.Donor),
                Amount("Ledger.CounterpartAmount", r => r.Counterpart),
                Amount("Ledger.PaidToDate", r => r.Paid),
                Amount("Ledger.Retention", r => r.RetentionHeld),
                Amount("Ledger.Advance", r => r.AdvanceUnrecovered),
                new PercentColumn<Row>(texts["Ledger.Physical"], 1, r => r.Contract.PhysicalProgress) { Width = 11 },
                new PercentColumn<Row>(texts["Ledger.Financial"], 1, r => r.Financial) { Width = 12 },
                new DateColumn<Row>(texts["Ledger.GuaranteeExpiry"], r => r.GuaranteeExpiresOn) { Width = 14 },
                new TextColumn<Row>(texts["Ledger.Status"], r => texts.Of<ContractState>(r.Contract.State)) { Width = 16, Wrap = true },
                new TextColumn<Row>(texts["Ledger.LoanNo"], r => r.Agreement) { Width = 17, Wrap = true },
                new TextColumn<Row>(texts["Ledger.Project"], r => r.Project) { Width = 22 },
            ],
            rows)
        {
            FrozenColumns = 2,
        };

        MoneyColumn<Row> Amount(string key, Func<Row, Money?> money) => new(texts[key], money) { Width = 20, TotalBy = Currency };
    }
}
