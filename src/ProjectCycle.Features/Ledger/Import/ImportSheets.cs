using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.Ledger.Withdrawals;

namespace ProjectCycle.Features.Ledger.Import;

/// <summary>Contracts, known by their package.</summary>
internal sealed class ContractsSheet(AppDbContext db, SaveContract save) : ImportSheet<Contract, ContractInput>(db, save)
{
    public override LedgerSheet Sheet => LedgerSheet.Contracts;

    protected override IQueryable<Contract> Sorted(IQueryable<Contract> rows) => rows.OrderBy(c => c.PackageNumber);

    protected override ContractInput New(ImportRun run) => new() { FinancingId = run.Financing.Id };
}

/// <summary>Invoices of contracts and of running costs.</summary>
internal sealed class InvoicesSheet(AppDbContext db, SaveInvoice save) : ImportSheet<Invoice, InvoiceInput>(db, save)
{
    public override LedgerSheet Sheet => LedgerSheet.Invoices;

    protected override IQueryable<Invoice> Sorted(IQueryable<Invoice> rows) => rows.OrderBy(i => i.On).ThenBy(i => i.Number).ThenBy(i => i.Id);

    protected override InvoiceInput New(ImportRun run) => new() { FinancingId = run.Financing.Id };

    /// <summary>
    /// The contract decides over the currency: another one in the row would be passed over, and the amounts misread. An invoice that is
    /// there may go on saying the name it was written under.
    /// </summary>
    protected override void Look(LedgerSheetRow row, Invoice? stored, ImportRun run)
    {
        if (run.Contract(row, nameof(InvoiceInput.ContractId)) is not { } contract)
            return;
        MustSay(nameof(InvoiceInput.CurrencyCode), contract.CurrencyCode);
        if (stored is null || stored.ContractId != contract.Id || row.Value<string>(nameof(InvoiceInput.Payee)) != stored.Payee)
            MustSay(nameof(InvoiceInput.Payee), contract.Contractor);

        void MustSay(string field, string expected)
        {
            if (row.Value<string>(field) is { } said && !said.Equals(expected, StringComparison.OrdinalIgnoreCase))
                run.Refuse(row, new Refusal("not-as-in-contract", field, expected));
        }
    }
}

/// <summary>Applications, known by their number.</summary>
internal sealed class ApplicationsSheet(AppDbContext db, SaveWithdrawal save) : ImportSheet<WithdrawalApplication, WithdrawalInput>(db, save)
{
    private int _next;

    public override LedgerSheet Sheet => LedgerSheet.Applications;

    public override Task TakeAsync(ImportRun run, CancellationToken cancellation)
    {
        _next = 1 + run.Applications.Keys.DefaultIfEmpty(0).Max();
        return base.TakeAsync(run, cancellation);
    }

    /// <summary>New ones go on with the numbers, whatever the order of the rows.</summary>
    protected override IEnumerable<LedgerSheetRow> Ordered(IEnumerable<LedgerSheetRow> rows) => rows.OrderBy(row => row.Value<int>(nameof(WithdrawalApplication.Number)));

    protected override IQueryable<WithdrawalApplication> Sorted(IQueryable<WithdrawalApplication> rows) => rows.OrderBy(a => a.Number);

    protected override WithdrawalInput New(ImportRun run) => new() { FinancingId = run.Financing.Id };

    protected override Dictionary<string, object> Besides(WithdrawalApplication row, ImportRun run)
    {
        var values = new Dictionary<string, object> { [nameof(row.Number)] = row.Number };
        Add(nameof(row.SubmittedOn), row.SubmittedOn);
        Add(nameof(row.ApprovedOn), row.ApprovedOn);
        Add(nameof(row.NoticeOn), row.NoticeOn);
        Add(nameof(PaperSteps.ClosedOn), row.State == WithdrawalState.Closed ? row.StateSince : null);
        if (row.NoticeNumber.Length > 0)
            values[nameof(row.NoticeNumber)] = row.NoticeNumber;
        return values;

        void Add(string field, DateOnly? day)
        {
            if (day is { } known)
                values[field] = known;
        }
    }

    protected override void Look(LedgerSheetRow row, WithdrawalApplication? stored, ImportRun run)
    {
        if (stored is not null)
            return;
        var expected = _next++;
        if (row.Value<int>(nameof(stored.Number)) != expected)
            run.Refuse(row, new Refusal("number-not-next", nameof(stored.Number), expected));
        run.Refuse(row, PaperSteps.Of(row).Faults());
    }

    protected override void Added(LedgerSheetRow row, Guid id, ImportRun run) =>
        run.Applications[row.Value<int>(nameof(WithdrawalApplication.Number))] = new NamedApplication(id, row.Value<string>(nameof(WithdrawalInput.CurrencyCode))!);
}

/// <summary>What the applications claim.</summary>
internal sealed class LinesSheet(AppDbContext db, SaveWithdrawalLine save) : ImportSheet<WithdrawalLine, WithdrawalLineInput>(db, save)
{
    private const string Package = nameof(WithdrawalLine.ContractId);

    public override LedgerSheet Sheet => LedgerSheet.Lines;

    protected override IQueryable<WithdrawalLine> Sorted(IQueryable<WithdrawalLine> rows) =>
        rows.OrderBy(l => Db.Withdrawals.First(a => a.Id == l.ApplicationId).Number).ThenBy(l => l.Id);

    protected override WithdrawalLineInput New(ImportRun run) => new() { FinancingId = run.Financing.Id };

    /// <summary>Without the questions that the form of a single line asks the database: what is claimed is written out.</summary>
    protected override Task<WithdrawalLineInput> InputOfAsync(WithdrawalLine row, CancellationToken cancellation) => Task.FromResult(SaveWithdrawalLine.InputOf(row, row.Eligible));

    protected override Dictionary<string, object> Besides(WithdrawalLine row, ImportRun run)
    {
        var values = new Dictionary<string, object>();
        if (row.ContractId is { } contract)
            values[Package] = run.Contracts.First(known => known.Value.Id == contract).Key;
        if (row.Disallowed > 0)
            values[nameof(row.Disallowed)] = new Money(row.Disallowed, run.ApplicationOf(row.ApplicationId).Currency).Amount;
        if (row.DisallowedFor is { } reason)
            values[nameof(row.DisallowedFor)] = reason;
        return values;
    }

    protected override object? Named(LedgerColumn column, LedgerSheetRow row, ImportRun run) => column.Kind == LedgerColumnKind.Invoice
        ? run.Invoice(row, column.Field, run.Contract(row, Package))?.Id
        : base.Named(column, row, run);

    protected override object? NameOf(LedgerColumn column, Guid id, ImportRun run) => column.Kind == LedgerColumnKind.Invoice
        ? run.Invoices.SelectMany(same => same).First(invoice => invoice.Id == id).Number
        : base.NameOf(column, id, run);

    protected override void Look(LedgerSheetRow row, WithdrawalLine? stored, ImportRun run)
    {
        if (stored is null && row.Values.ContainsKey(Package) && !row.Values.ContainsKey(nameof(WithdrawalLine.InvoiceId)))
            run.Refuse(row, new Refusal("package-without-invoice", Package));
    }
}
