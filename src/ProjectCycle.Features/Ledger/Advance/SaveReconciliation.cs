using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Advance;

/// <summary>A reconciliation sheet as a form hands it over; amounts in whole units of the account.</summary>
public sealed record ReconciliationInput
{
    /// <summary>Named by a new one; afterwards it stays.</summary>
    public Guid? AccountId { get; init; }

    public DateOnly? On { get; init; }
    public decimal? Advanced { get; init; }
    public decimal? Liquidated { get; init; }
    public decimal? BankBalance { get; init; }
    public decimal? Submitted { get; init; }
    public decimal? PaidNotClaimed { get; init; }
    public decimal? SubAccounts { get; init; }
    public decimal? BankCharges { get; init; }
    public decimal? Interest { get; init; }
    public Guid? StatementId { get; init; }
    public string Note { get; init; } = "";

    /// <summary>The figures with their names, in the order of the sheet.</summary>
    internal IEnumerable<(string Field, decimal? Amount)> Figures =>
    [
        (nameof(Advanced), Advanced),
        (nameof(Liquidated), Liquidated),
        (nameof(BankBalance), BankBalance),
        (nameof(Submitted), Submitted),
        (nameof(PaidNotClaimed), PaidNotClaimed),
        (nameof(SubAccounts), SubAccounts),
        (nameof(BankCharges), BankCharges),
        (nameof(Interest), Interest),
    ];
}

/// <summary>
/// Keeps reconciliation sheets of an advance account. A draft may hold any figures; where they differ from what the ledger and the
/// statement say a note tells why. Reconciled is only what has no gap; after that neither the sheet nor the statement up to its day
/// changes any more.
/// </summary>
public sealed class SaveReconciliation(Workbench bench, AppDbContext db, AdvanceReckoning reckoning, CurrentUser user)
    : SaveMoneyPart<AdvanceAccount, AccountReconciliation, ReconciliationInput>(bench, db)
{
    protected override Right Right => Rights.EditWithdrawal;

    /// <summary>The figures of the ledger and the statement, as a new sheet begins with them.</summary>
    public static ReconciliationInput From(AdvanceAccount account, DateOnly on, AdvanceReconciliation sheet) => new()
    {
        AccountId = account.Id,
        On = on,
        Advanced = sheet.Advanced.Amount,
        Liquidated = sheet.Liquidated.Amount,
        BankBalance = sheet.BankBalance.Amount,
        Submitted = sheet.Submitted.Amount,
        PaidNotClaimed = sheet.PaidNotClaimed.Amount,
        SubAccounts = sheet.SubAccounts.Amount,
        BankCharges = sheet.BankCharges.Amount,
        Interest = sheet.Interest.Amount,
    };

    public override async Task<ReconciliationInput> InputOfAsync(AccountReconciliation row, CancellationToken cancellation)
    {
        var account = await OwnerAsync(row, cancellation);
        return From(account, row.On, row.Sheet(account.Currency)) with { StatementId = row.StatementId, Note = row.Note };
    }

    /// <summary>Calls a sheet reconciled: refused with <c>advance-not-reconciled</c> and the gap while there is one.</summary>
    public Task<Outcome<Done>> ReconcileAsync(Guid id, int version, CancellationToken cancellation) =>
        OnAsync(id, (row, place) => ReconcileAsync(row, place, version, cancellation), cancellation);

    protected override Guid? OwnerOf(ReconciliationInput input) => input.AccountId;

    protected override Guid OwnerOf(AccountReconciliation row) => row.AccountId;

    protected override DateOnly? DayOf(AccountReconciliation row) => row.On;

    protected override (DateOnly? Day, string? Field) DayOf(ReconciliationInput input) => (input.On, nameof(input.On));

    protected override AccountReconciliation New(Guid projectId, Guid financingId, ReconciliationInput input) =>
        new() { ProjectId = projectId, FinancingId = financingId, AccountId = input.AccountId ?? Guid.Empty };

    protected override async Task<List<Refusal>> FaultsAsync(
        ReconciliationInput input, AccountReconciliation row, AdvanceAccount account, WorkPlace place, CancellationToken cancellation)
    {
        if (row.ReconciledOn is not null)
            return [new Refusal("account-reconciled", null, account.ReconciledUntil!)];
        var faults = (input.On is null ? [new Refusal("required", nameof(input.On))] : Fields.Date(input.On, nameof(input.On)))
            .Concat(input.On > Bench.Today(place) ? [new Refusal("date-in-future", nameof(input.On))] : [])
            .Concat(input.On is { } day && account.IsReconciledOn(day) ? [new Refusal("account-reconciled", nameof(input.On), account.ReconciledUntil!)] : [])
            .Concat(input.Figures.SelectMany(figure => Amount(figure.Amount is { } amount ? Math.Abs(amount) : null, figure.Field, account.CurrencyCode)))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000)).ToList();
        if (!await Bench.HasDocumentAsync(input.StatementId, place, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.StatementId)));
        if (await Db.AccountReconciliations.AnyAsync(r => r.AccountId == account.Id && r.On == input.On && r.Id != row.Id, cancellation))
            faults.Add(new Refusal("reconciliation-twice", nameof(input.On)));
        if (faults.Count == 0 && input.Note.Trim().Length == 0
            && Differs(input, account, (await reckoning.OnAsync(account, input.On!.Value, cancellation)).Sheet))
        {
            faults.Add(new Refusal("reconciliation-note", nameof(input.Note)));
        }
        return faults;
    }

    protected override void Fill(AccountReconciliation row, ReconciliationInput input)
    {
        var code = Db.AdvanceAccounts.Local.First(a => a.Id == row.AccountId).CurrencyCode;
        row.On = input.On!.Value;
        row.Advanced = Minor(input.Advanced, code);
        row.Liquidated = Minor(input.Liquidated, code);
        row.BankBalance = Minor(input.BankBalance, code);
        row.Submitted = Minor(input.Submitted, code);
        row.PaidNotClaimed = Minor(input.PaidNotClaimed, code);
        row.SubAccounts = Minor(input.SubAccounts, code);
        row.BankCharges = Minor(input.BankCharges, code);
        row.Interest = Minor(input.Interest, code);
        row.StatementId = input.StatementId;
        row.Note = input.Note.Trim();
    }

    protected override Task<IEnumerable<Refusal>> UsesAsync(AccountReconciliation row, CancellationToken cancellation) =>
        Task.FromResult<IEnumerable<Refusal>>(row.ReconciledOn is null ? [] : [new Refusal("account-reconciled", null, row.On)]);

    private async Task<Outcome<Done>> ReconcileAsync(AccountReconciliation row, WorkPlace place, int version, CancellationToken cancellation)
    {
        var account = await OwnerAsync(row, cancellation);
        if (row.ReconciledOn is not null || account.IsReconciledOn(row.On))
            return new Refusal("account-reconciled", null, account.ReconciledUntil!);
        if (row.Sheet(account.Currency).Reconcile() is { Succeeded: false } refused)
            return refused;
        if (row.StatementId is null)
            return new Refusal("statement-missing");
        var figures = await reckoning.OnAsync(account, row.On, cancellation);
        if (figures.Unsorted > 0)
            return new Refusal("statement-unsorted", null, figures.Unsorted);
        if (Differs(await InputOfAsync(row, cancellation), account, figures.Sheet) && row.Note.Length == 0)
            return new Refusal("reconciliation-note", null);
        row.ReconciledOn = Bench.Today(place);
        row.ReconciledById = user.Id;
        account.ReconciledUntil = row.On;
        return await Bench.SaveAsync(row, version, cancellation);
    }

    private static bool Differs(ReconciliationInput input, AdvanceAccount account, AdvanceReconciliation sheet) =>
        !input.Figures.Select(figure => figure.Amount).SequenceEqual(From(account, default, sheet).Figures.Select(figure => figure.Amount));
}
