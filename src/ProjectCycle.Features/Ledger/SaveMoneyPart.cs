using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger;

/// <summary>Adds, changes and removes rows that hang on another row of the ledger, such as a contract: its financing is theirs.</summary>
/// <typeparam name="TOwner">What they hang on.</typeparam>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The row as a form hands it over.</typeparam>
public abstract class SaveMoneyPart<TOwner, TRow, TInput>(Workbench bench, AppDbContext db) : SaveMoneyRow<TRow, TInput>(bench, db)
    where TOwner : class, IMoneyRow
    where TRow : class, IMoneyRow
{
    private Guid _financingId;

    public override async Task<Outcome<Guid>> AddAsync(string projectCode, TInput input, CancellationToken cancellation)
    {
        var owner = OwnerOf(input);
        _financingId = await Db.Set<TOwner>().Where(o => o.Id == owner).Select(o => o.FinancingId).FirstOrDefaultAsync(cancellation);
        return await base.AddAsync(projectCode, input, cancellation);
    }

    /// <summary>What a new row says it hangs on.</summary>
    protected abstract Guid? OwnerOf(TInput input);

    /// <summary>What a row hangs on.</summary>
    protected abstract Guid OwnerOf(TRow row);

    /// <summary>A row that is yet to be filled.</summary>
    protected abstract TRow New(Guid projectId, Guid financingId, TInput input);

    /// <summary>What is wrong with <paramref name="input"/>; the owner is one of the project.</summary>
    protected abstract Task<List<Refusal>> FaultsAsync(TInput input, TRow row, TOwner owner, WorkPlace place, CancellationToken cancellation);

    protected sealed override TRow New(Guid projectId, TInput input) => New(projectId, _financingId, input);

    protected sealed override async Task<List<Refusal>> FaultsAsync(TInput input, TRow row, Financing financing, WorkPlace place, CancellationToken cancellation) =>
        await FaultsAsync(input, row, await OwnerAsync(row, cancellation), place, cancellation);

    /// <summary>What the row hangs on, tracked, so that the audit of the row knows its currency.</summary>
    protected Task<TOwner> OwnerAsync(TRow row, CancellationToken cancellation)
    {
        var id = OwnerOf(row);
        return Db.Set<TOwner>().FirstAsync(o => o.Id == id, cancellation);
    }
}
