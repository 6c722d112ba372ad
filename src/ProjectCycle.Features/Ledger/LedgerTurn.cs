using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Features.Ledger;

/// <summary>
/// Who changes the ledger of a project does so in turn: what was found before the save, such as what is left of a contract or whether a
/// number is taken, is still true in it. Versions alone do not see to that, since two new rows have none in common.
/// </summary>
internal static class LedgerTurn
{
    /// <summary>Does it in one transaction, which stands only when it succeeds; within somebody's transaction it is part of that.</summary>
    public static async Task<Outcome<T>> InTurnAsync<T>(this AppDbContext db, Func<Task<Outcome<T>>> act, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is not null)
            return await act();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var outcome = await act();
        if (outcome.Succeeded)
            await transaction.CommitAsync(cancellation);
        return outcome;
    }

    /// <summary>Waits for the turn of a project, which lasts as long as the transaction. Before anything is read that the save relies on.</summary>
    public static Task TakeTurnAsync(this AppDbContext db, Guid project, CancellationToken cancellation) =>
        db.Projects.Where(p => p.Id == project).TakeAsync(cancellation);

    /// <summary>Waits for the turn of an application's project.</summary>
    public static Task TakeTurnOfAsync(this AppDbContext db, Guid application, CancellationToken cancellation) =>
        db.Projects.Where(p => db.Withdrawals.Any(a => a.Id == application && a.ProjectId == p.Id)).TakeAsync(cancellation);

    private static Task<int> TakeAsync(this IQueryable<Project> project, CancellationToken cancellation) =>
        project.ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, p => p.Version), cancellation);
}
