using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Work;

/// <summary>What those who work on a project must know of it.</summary>
public sealed record WorkPlace
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string State { get; init; }

    /// <summary>The stage it was in when it was put on hold, closed or dropped.</summary>
    public required string? ResumeTo { get; init; }

    public required Guid UnitId { get; init; }
    public required string TemplateId { get; init; }
    public required int TemplateVersion { get; init; }

    /// <summary>Of the unit: its business date is the project's.</summary>
    public required IndonesianZone Zone { get; init; }
}

/// <summary>
/// Where use cases that fill in rows of a project begin and end: the person's right, the project within their reach, the row of
/// such a project, and a save that tells who was first.
/// </summary>
public sealed class Workbench(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>The version of a row that nobody has saved yet: whoever saves with it is told when somebody else has by now.</summary>
    public const int NotYet = -1;

    /// <summary>The unit's business date.</summary>
    public DateOnly Today(WorkPlace place) => place.Zone.Today(clock);

    /// <summary>The project, when the person may use <paramref name="right"/> on it.</summary>
    public async Task<Outcome<WorkPlace>> OpenAsync(string projectCode, Right right, CancellationToken cancellation)
    {
        if (!user.Can(right))
            return Refusals.NotAllowed;
        return await Places(right).FirstOrDefaultAsync(p => p.Code == projectCode, cancellation) is { } place ? place : Refusals.NotFound;
    }

    /// <summary>The row, tracked, with its project, when the person may use <paramref name="right"/> on it.</summary>
    public async Task<Outcome<(T Row, WorkPlace Place)>> FindAsync<T>(Guid id, Right right, CancellationToken cancellation)
        where T : class, IProjectWork
    {
        if (!user.Can(right))
            return Refusals.NotAllowed;
        if (await db.Set<T>().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } row
            || await Places(right).FirstOrDefaultAsync(p => p.Id == row.ProjectId, cancellation) is not { } place)
        {
            return Refusals.NotFound;
        }
        return (row, place);
    }

    /// <summary>Saves a new row.</summary>
    public async Task<Outcome<Guid>> AddAsync<T>(T row, CancellationToken cancellation)
        where T : class, IProjectWork
    {
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        return row.Id;
    }

    /// <summary>Saves a new row of a kind of which a project has one, unless somebody else has entered theirs.</summary>
    public async Task<Outcome<Guid>> AddOnlyAsync<T>(T row, CancellationToken cancellation)
        where T : class, IProjectWork
    {
        var others = db.Set<T>().Where(other => other.ProjectId == row.ProjectId);
        var added = await db.AddOrTellAsync(row, others.Select(other => other.Id), cancellation);
        return added.Succeeded ? row.Id : added.Refusals.Select(told => told.Args.Length > 0 ? told with { Code = "entered-meanwhile" } : told).ToList();
    }

    /// <summary>Saves a row that the first save makes and later ones change; of two who make it at the same time the second is told of the first.</summary>
    /// <param name="row">The filled row, new or found.</param>
    /// <param name="others">Where it was looked for: who makes it at the same time is there.</param>
    /// <param name="version">The row's version when the form was opened; <see cref="NotYet"/> when there was none.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<Outcome<Done>> SaveOnlyAsync<T>(T row, IQueryable<T> others, int version, CancellationToken cancellation)
        where T : class, IProjectWork =>
        db.Entry(row).State == EntityState.Detached ? db.AddOrTellAsync(row, others.Select(other => other.Id), cancellation) : SaveAsync(row, version, cancellation);

    /// <summary>Saves a changed row, unless somebody else saved it after <paramref name="version"/>.</summary>
    public Task<Outcome<Done>> SaveAsync<T>(T row, int version, CancellationToken cancellation)
        where T : class, IProjectWork
    {
        db.Expect(row, version);
        return db.SaveOrTellAsync(typeof(T).Name, row.Id, cancellation);
    }

    /// <summary>Takes a row away, unless somebody else saved it after <paramref name="version"/>; the audit trail keeps what it held.</summary>
    public async Task<Outcome<Done>> RemoveAsync<T>(Guid id, int version, Right right, CancellationToken cancellation)
        where T : class, IProjectWork
    {
        var found = await FindAsync<T>(id, right, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        db.Remove(found.Value.Row);
        return await SaveAsync(found.Value.Row, version, cancellation);
    }

    /// <summary>True when the person belongs to the project's unit, so that work can be given to them.</summary>
    public Task<bool> IsOfUnitAsync(Guid person, WorkPlace place, CancellationToken cancellation) =>
        db.UnitMemberships.AnyAsync(m => m.UserId == person && m.UnitId == place.UnitId, cancellation);

    /// <summary>True when no document is named, or one of the project.</summary>
    public async Task<bool> HasDocumentAsync(Guid? document, WorkPlace place, CancellationToken cancellation) =>
        document is not { } id || await db.Documents.AnyAsync(d => d.Id == id && d.ProjectId == place.Id, cancellation);

    private IQueryable<WorkPlace> Places(Right right) => Of(db, db.Projects.AsNoTracking().Within(user.Scope(right)));

    private static IQueryable<WorkPlace> Of(AppDbContext db, IQueryable<Project> projects) => projects.Select(p => new WorkPlace
    {
        Id = p.Id,
        Code = p.Code,
        State = p.State,
        ResumeTo = p.ResumeTo,
        UnitId = p.UnitId,
        TemplateId = p.TemplateId,
        TemplateVersion = p.TemplateVersion,
        Zone = db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Zone).First(),
    });
}
