using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Advance;

/// <summary>A line of a statement as a form hands it over.</summary>
public sealed record StatementLineInput
{
    /// <summary>Named by a new one; afterwards it stays.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>This and the next four are the bank's: of an imported line they stay.</summary>
    public DateOnly? On { get; init; }

    public string Description { get; init; } = "";
    public string Reference { get; init; } = "";

    /// <summary>Below zero when it left the account.</summary>
    public decimal? Amount { get; init; }

    public decimal? Balance { get; init; }
    public StatementLineKind Kind { get; init; }
    public Guid? InvoiceId { get; init; }
}

/// <summary>Enters lines by hand where the bank has no file, says what a line is, and removes those of a wrong file; never within days that are reconciled.</summary>
public sealed class SaveStatementLine(Workbench bench, AppDbContext db) : SaveMoneyPart<AdvanceAccount, StatementLine, StatementLineInput>(bench, db)
{
    protected override Right Right => Rights.EditWithdrawal;

    public override async Task<StatementLineInput> InputOfAsync(StatementLine row, CancellationToken cancellation)
    {
        var code = (await OwnerAsync(row, cancellation)).CurrencyCode;
        return new StatementLineInput
        {
            AccountId = row.AccountId,
            On = row.On,
            Description = row.Description,
            Reference = row.Reference,
            Amount = Whole(row.Amount, code),
            Balance = row.Balance is { } balance ? Whole(balance, code) : null,
            Kind = row.Kind,
            InvoiceId = row.InvoiceId,
        };
    }

    protected override Guid? OwnerOf(StatementLineInput input) => input.AccountId;

    protected override Guid OwnerOf(StatementLine row) => row.AccountId;

    protected override DateOnly? DayOf(StatementLine row) => row.On;

    protected override (DateOnly? Day, string? Field) DayOf(StatementLineInput input) => (input.On, nameof(input.On));

    protected override StatementLine New(Guid projectId, Guid financingId, StatementLineInput input) =>
        new() { ProjectId = projectId, FinancingId = financingId, AccountId = input.AccountId ?? Guid.Empty };

    protected override async Task<List<Refusal>> FaultsAsync(StatementLineInput input, StatementLine row, AdvanceAccount account, WorkPlace place, CancellationToken cancellation)
    {
        var faults = new List<Refusal>();
        if (!row.IsImported)
            faults.AddRange(OfBank(input, account, Bench.Today(place)));
        faults.AddRange(Known(input.Kind, nameof(input.Kind)));
        var amount = row.IsImported ? row.Amount : input.Amount ?? 0;
        if (amount != 0 && !Fits(input.Kind, amount > 0))
            faults.Add(new Refusal(amount > 0 ? "statement-kind-came" : "statement-kind-left", nameof(input.Kind)));
        if (input.InvoiceId is not null)
            faults.AddRange(await InvoiceFaultsAsync(input, row, account, cancellation));
        if (Reconciled(account, Db.Entry(row).State == EntityState.Detached ? null : row.On) is { } stored)
            faults.Add(stored);
        else if (Reconciled(account, input.On) is { } typed && !row.IsImported)
            faults.Add(typed with { Field = nameof(input.On) });
        return faults;
    }

    protected override void Fill(StatementLine row, StatementLineInput input)
    {
        row.Kind = input.Kind;
        row.InvoiceId = input.InvoiceId;
        if (row.IsImported)
            return;
        var code = Db.AdvanceAccounts.Local.First(a => a.Id == row.AccountId).CurrencyCode;
        row.On = input.On!.Value;
        row.Description = input.Description.Trim();
        row.Reference = input.Reference.Trim();
        row.Amount = Minor(input.Amount, code);
        row.Balance = input.Balance is null ? null : Minor(input.Balance, code);
    }

    /// <summary>After the lines that are there.</summary>
    protected override async Task<Outcome<Guid>> InsertAsync(StatementLine row, CancellationToken cancellation)
    {
        row.Position = 1 + (await Db.StatementLines.Where(l => l.AccountId == row.AccountId).MaxAsync(l => (int?)l.Position, cancellation) ?? 0);
        return await base.InsertAsync(row, cancellation);
    }

    protected override async Task<IEnumerable<Refusal>> UsesAsync(StatementLine row, CancellationToken cancellation) =>
        Reconciled(await OwnerAsync(row, cancellation), row.On) is { } refusal ? [refusal] : [];

    private static Refusal? Reconciled(AdvanceAccount account, DateOnly? day) =>
        day is { } on && account.IsReconciledOn(on) ? new Refusal("account-reconciled", null, account.ReconciledUntil!) : null;

    private static IEnumerable<Refusal> OfBank(StatementLineInput input, AdvanceAccount account, DateOnly today)
    {
        var size = input.Amount is { } amount ? Math.Abs(amount) : (decimal?)null;
        var left = input.Balance is { } balance ? Math.Abs(balance) : (decimal?)null;
        return Fields.Required(input.Description, nameof(input.Description), max: 500)
            .Concat(Fields.Text(input.Reference, nameof(input.Reference), max: 100))
            .Concat(input.On is null ? [new Refusal("required", nameof(input.On))] : [])
            .Concat(Fields.Date(input.On, nameof(input.On)))
            .Concat(input.On > today ? [new Refusal("date-in-future", nameof(input.On))] : [])
            .Concat(Amount(size, nameof(input.Amount), account.CurrencyCode, least: 1))
            .Concat(Amount(left, nameof(input.Balance), account.CurrencyCode, isRequired: false));
    }

    /// <summary>What comes from the donor comes; what is paid, charged or given back leaves. Sub-accounts and corrections go both ways.</summary>
    private static bool Fits(StatementLineKind kind, bool came) => kind switch
    {
        StatementLineKind.Advance => came,
        StatementLineKind.Payment or StatementLineKind.Refund => !came,
        _ => true,
    };

    private async Task<IEnumerable<Refusal>> InvoiceFaultsAsync(StatementLineInput input, StatementLine row, AdvanceAccount account, CancellationToken cancellation)
    {
        if (input.Kind != StatementLineKind.Payment)
            return [new Refusal("statement-invoice-of-payment", nameof(input.InvoiceId))];
        if (!await Db.Invoices.AnyAsync(i => i.Id == input.InvoiceId && i.FinancingId == account.FinancingId && i.PaidFrom == PaymentSource.AdvanceAccount, cancellation))
            return [new Refusal("statement-invoice", nameof(input.InvoiceId))];
        return await Db.StatementLines.AnyAsync(l => l.InvoiceId == input.InvoiceId && l.Id != row.Id, cancellation)
            ? [new Refusal("statement-invoice-settled", nameof(input.InvoiceId))]
            : [];
    }
}
