using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;

namespace ProjectCycle.Features.Ledger.Import;

/// <summary>One import, or undoing of one, at a time into a financing.</summary>
internal static class ImportTurn
{
    /// <summary>Locks the financing until the transaction ends, and changes nothing: who comes second waits here, then reads what the first one left.</summary>
    public static Task TakeTurnAsync(this AppDbContext db, Guid financing, CancellationToken cancellation) =>
        db.Financings.Where(f => f.Id == financing).ExecuteUpdateAsync(set => set.SetProperty(f => f.Version, f => f.Version), cancellation);
}
