using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;

namespace ProjectCycle.Features.Audit;

/// <summary>Saves, and turns a lost race into the sentence who changed the row first and when.</summary>
public static class LastChange
{
    /// <summary>Saves; on a lost race answers with <see cref="ToldWhoWasFirstAsync"/>.</summary>
    /// <param name="db">The context to save.</param>
    /// <param name="entity">Type name of the row people compete for.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Outcome<Done>> SaveOrTellAsync(this AppDbContext db, string entity, Guid id, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return default(Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await db.ToldWhoWasFirstAsync(entity, id, cancellation);
        }
    }

    /// <summary>Saves a new row of which there may be only one; when another one is there by now answers with <see cref="ToldWhoWasFirstAsync"/>.</summary>
    /// <param name="db">The context to save.</param>
    /// <param name="row">The new row.</param>
    /// <param name="others">Ids of rows in whose place it would stand.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Outcome<Done>> AddOrTellAsync<T>(this AppDbContext db, T row, IQueryable<Guid> others, CancellationToken cancellation)
        where T : class
    {
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return default(Done);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return await db.ToldWhoWasFirstAsync(typeof(T).Name, await others.FirstOrDefaultAsync(cancellation), cancellation);
        }
    }

    /// <summary>The refusal that names who last changed the row.</summary>
    public static async Task<Refusal> ToldWhoWasFirstAsync(this AppDbContext db, string entity, Guid id, CancellationToken cancellation)
    {
        var key = id.ToString();
        var last = await db.AuditEntries.AsNoTracking()
            .Where(e => e.Entity == entity && e.EntityId == key)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Select(e => new { e.UserName, e.At })
            .FirstOrDefaultAsync(cancellation);
        return last is null ? Refusals.NotFound : Refusals.ChangedMeanwhile(last.UserName, last.At);
    }
}
