using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger;

/// <summary>Adds, changes and removes rows that hang on a contract: its financing is theirs.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The row as a form hands it over.</typeparam>
public abstract class SaveContractPart<TRow, TInput>(Workbench bench, AppDbContext db) : SaveMoneyRow<TRow, TInput>(bench, db)
    where TRow : class, IMoneyRow
{
    private Guid _financingId;

    protected override Right Right => Rights.EditContract;

    public override async Task<Outcome<Guid>> AddAsync(string projectCode, TInput input, CancellationToken cancellation)
    {
        var contract = ContractOf(input);
        _financingId = await Db.Contracts.Where(c => c.Id == contract).Select(c => c.FinancingId).FirstOrDefaultAsync(cancellation);
        return await base.AddAsync(projectCode, input, cancellation);
    }

    /// <summary>The contract a new row names.</summary>
    protected abstract Guid? ContractOf(TInput input);

    /// <summary>The contract a row hangs on.</summary>
    protected abstract Guid ContractOf(TRow row);

    /// <summary>A row of a contract that is yet to be filled.</summary>
    protected abstract TRow New(Guid projectId, Guid financingId, TInput input);

    /// <summary>What is wrong with <paramref name="input"/>; the contract is one of the project.</summary>
    protected abstract Task<List<Refusal>> FaultsAsync(TInput input, TRow row, Contract contract, WorkPlace place, CancellationToken cancellation);

    protected sealed override TRow New(Guid projectId, TInput input) => New(projectId, _financingId, input);

    protected sealed override async Task<List<Refusal>> FaultsAsync(TInput input, TRow row, Financing financing, WorkPlace place, CancellationToken cancellation) =>
        await FaultsAsync(input, row, await ContractAsync(row, cancellation), place, cancellation);

    /// <summary>The row's contract, tracked, so that the audit of the row knows its currency.</summary>
    protected Task<Contract> ContractAsync(TRow row, CancellationToken cancellation)
    {
        var id = ContractOf(row);
        return Db.Contracts.FirstAsync(c => c.Id == id, cancellation);
    }
}
