using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Actors;

/// <summary>Where use cases that fill in rows of a unit's team begin and end: the person's right, the unit within their reach, a save that tells who was first.</summary>
public sealed class TeamBench(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>The unit, when the person may edit its team.</summary>
    public async Task<Outcome<Unit>> OpenAsync(Guid unitId, CancellationToken cancellation)
    {
        if (!user.Can(Rights.EditWork))
            return Refusals.NotAllowed;
        return user.Scope(Rights.EditWork).Reaches(unitId) && await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId, cancellation) is { } unit
            ? unit
            : Refusals.NotFound;
    }

    /// <summary>The row, tracked, with its unit, when the person may edit that unit's team.</summary>
    public async Task<Outcome<(T Row, Unit Unit)>> FindAsync<T>(Guid id, CancellationToken cancellation)
        where T : class, ITeamRow
    {
        if (!user.Can(Rights.EditWork))
            return Refusals.NotAllowed;
        if (await db.Set<T>().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
            return Refusals.NotFound;
        var opened = await OpenAsync(row.UnitId, cancellation);
        return opened.Succeeded ? (row, opened.Value) : opened.Refusals.ToList();
    }

    /// <summary>Saves a new row.</summary>
    public async Task<Outcome<Guid>> AddAsync<T>(T row, CancellationToken cancellation)
        where T : class, ITeamRow
    {
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        return row.Id;
    }

    /// <summary>Saves a changed row, unless somebody else saved it after <paramref name="version"/>.</summary>
    public Task<Outcome<Done>> SaveAsync<T>(T row, int version, CancellationToken cancellation)
        where T : class, ITeamRow
    {
        db.Expect(row, version);
        return db.SaveOrTellAsync(typeof(T).Name, row.Id, cancellation);
    }

    /// <summary>Takes a row away, unless somebody else saved it after <paramref name="version"/>.</summary>
    public async Task<Outcome<Done>> RemoveAsync<T>(T row, int version, CancellationToken cancellation)
        where T : class, ITeamRow
    {
        db.Remove(row);
        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>The unit's business date.</summary>
    public DateOnly Today(Unit unit) => unit.Zone.Today(clock);
}
