using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Preparation;

/// <summary>Rows of which a project has at most one of a kind: the first save makes it, later ones change it.</summary>
public static class OnlyRow
{
    /// <summary>The version of a row that nobody has saved yet: whoever saves with it is told when somebody else has by now.</summary>
    public const int NotYet = -1;

    /// <summary>Fills and saves the row; of two who make it at the same time the second is told of the first.</summary>
    internal static async Task<Outcome<Done>> SaveOnlyRowAsync<T>(
        this AppDbContext db, Workbench bench, T? known, Func<T> make, Action<T> fill, int version, CancellationToken cancellation)
        where T : class, IProjectWork
    {
        var row = known ?? make();
        fill(row);
        if (known is not null)
            return await bench.SaveAsync(row, version, cancellation);
        try
        {
            await bench.AddAsync(row, cancellation);
            return default(Done);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return await db.ToldOfNewestAsync<T>(row.ProjectId, cancellation);
        }
    }

    private static async Task<Refusal> ToldOfNewestAsync<T>(this AppDbContext db, Guid projectId, CancellationToken cancellation)
        where T : class, IProjectWork
    {
        var newest = await db.Set<T>().AsNoTracking().Where(row => row.ProjectId == projectId).OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync(cancellation);
        return await db.ToldWhoWasFirstAsync(typeof(T).Name, newest, cancellation);
    }
}
