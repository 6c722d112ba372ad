using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Advance;

/// <summary>An advance account as a form hands it over.</summary>
public sealed record AdvanceAccountInput : FinancingRowInput
{
    public AdvanceAccountKind Kind { get; init; }
    public string Bank { get; init; } = "";
    public string Number { get; init; } = "";
    public string Holder { get; init; } = "";

    /// <summary>ISO 4217; blank for the agreement's.</summary>
    public string CurrencyCode { get; init; } = "";

    public decimal? Ceiling { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>Adds, changes and removes the advance account of a financing: there is one.</summary>
public sealed class SaveAdvanceAccount(Workbench bench, AppDbContext db) : SaveMoneyRow<AdvanceAccount, AdvanceAccountInput>(bench, db)
{
    protected override Right Right => Rights.EditWithdrawal;

    public override Task<AdvanceAccountInput> InputOfAsync(AdvanceAccount row, CancellationToken cancellation) => Task.FromResult(new AdvanceAccountInput
    {
        FinancingId = row.FinancingId,
        Kind = row.Kind,
        Bank = row.Bank,
        Number = row.Number,
        Holder = row.Holder,
        CurrencyCode = row.CurrencyCode,
        Ceiling = row.Ceiling is { } ceiling ? Whole(ceiling, row.CurrencyCode) : null,
        Note = row.Note,
    });

    protected override AdvanceAccount New(Guid projectId, AdvanceAccountInput input) => new() { ProjectId = projectId, FinancingId = input.FinancingId };

    protected override async Task<List<Refusal>> FaultsAsync(
        AdvanceAccountInput input, AdvanceAccount row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        var code = CodeOf(input, financing);
        var faults = Known(input.Kind, nameof(input.Kind))
            .Concat(Fields.Required(input.Bank, nameof(input.Bank), max: 200))
            .Concat(Fields.Required(input.Number, nameof(input.Number), max: 60))
            .Concat(Fields.Text(input.Holder, nameof(input.Holder), max: 200))
            .Concat(CurrencyOf(code, nameof(input.CurrencyCode)))
            .Concat(Amount(input.Ceiling, nameof(input.Ceiling), code, isRequired: false, least: 1))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000)).ToList();
        if (await Db.AdvanceAccounts.AnyAsync(a => a.FinancingId == financing.Id && a.Id != row.Id, cancellation))
            faults.Add(new Refusal("advance-account-twice"));
        if (row.CurrencyCode != "" && row.CurrencyCode != code && await IsUsedAsync(row, cancellation))
            faults.Add(new Refusal("currency-fixed", nameof(input.CurrencyCode), row.CurrencyCode));
        return faults;
    }

    protected override void Fill(AdvanceAccount row, AdvanceAccountInput input)
    {
        row.Kind = input.Kind;
        row.Bank = input.Bank.Trim();
        row.Number = input.Number.Trim();
        row.Holder = input.Holder.Trim();
        row.CurrencyCode = CodeOf(input, Db.Financings.Local.First(f => f.Id == row.FinancingId));
        row.Ceiling = input.Ceiling is null ? null : Minor(input.Ceiling, row.CurrencyCode);
        row.Note = input.Note.Trim();
    }

    protected override async Task<IEnumerable<Refusal>> UsesAsync(AdvanceAccount row, CancellationToken cancellation) =>
        await IsUsedAsync(row, cancellation) ? [new Refusal("advance-account-used")] : [];

    private async Task<bool> IsUsedAsync(AdvanceAccount row, CancellationToken cancellation) =>
        await Db.StatementLines.AnyAsync(l => l.AccountId == row.Id, cancellation)
        || await Db.AccountReconciliations.AnyAsync(r => r.AccountId == row.Id, cancellation);

    private static string CodeOf(AdvanceAccountInput input, Financing financing) =>
        input.CurrencyCode.Trim() is { Length: > 0 } typed ? typed.ToUpperInvariant() : financing.CurrencyCode;
}
