using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Deadlines;

/// <summary>A deadline as a form hands it over.</summary>
public sealed record DeadlineInput
{
    public string Title { get; init; } = "";
    public required DateOnly DueOn { get; init; }
    public Guid? ResponsibleId { get; init; }
}

/// <summary>Sets a deadline by hand, moves one, marks one done or open again; not one that follows a row of the work.</summary>
public sealed class SetDeadline(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>Adds a deadline to a project.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, DeadlineInput input, CancellationToken cancellation)
    {
        if (!user.Can(Rights.EditDeadline))
            return Refusals.NotAllowed;
        var project = await db.Projects.AsNoTracking().Within(user.Scope(Rights.EditDeadline)).FirstOrDefaultAsync(p => p.Code == projectCode, cancellation);
        if (project is null)
            return Refusals.NotFound;
        if (await FaultsAsync(input, project.UnitId, cancellation) is { Count: > 0 } faults)
            return faults;
        var deadline = new Deadline
        {
            ProjectId = project.Id,
            StageCode = project.State,
            Title = new LocalText(input.Title.Trim(), input.Title.Trim()),
            DueOn = input.DueOn,
            ResponsibleId = input.ResponsibleId,
        };
        db.Add(deadline);
        await db.SaveChangesAsync(cancellation);
        return deadline.Id;
    }

    /// <summary>Changes date and person; the title only of one that was set by hand.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, DeadlineInput input, int version, CancellationToken cancellation)
    {
        var (deadline, unitId) = await FindAsync(id, cancellation);
        if (deadline is null)
            return user.Can(Rights.EditDeadline) ? Refusals.NotFound : Refusals.NotAllowed;
        if (deadline.PartCode is not null)
            return new Refusal("deadline-of-work");
        var faults = await FaultsAsync(deadline.RuleCode is null ? input : input with { Title = deadline.Title.Id }, unitId, cancellation);
        if (faults.Count > 0)
            return faults;
        if (deadline.RuleCode is null)
            deadline.Title = new LocalText(input.Title.Trim(), input.Title.Trim());
        deadline.DueOn = input.DueOn;
        deadline.ResponsibleId = input.ResponsibleId;
        db.Expect(deadline, version);
        return await db.SaveOrTellAsync(nameof(Deadline), deadline.Id, cancellation);
    }

    /// <summary>Marks it met today, or open again.</summary>
    public async Task<Outcome<Done>> MarkAsync(Guid id, bool done, string note, int version, CancellationToken cancellation)
    {
        var (deadline, unitId) = await FindAsync(id, cancellation);
        if (deadline is null)
            return user.Can(Rights.EditDeadline) ? Refusals.NotFound : Refusals.NotAllowed;
        if (deadline.PartCode is not null)
            return new Refusal("deadline-of-work");
        if (Fields.Text(note, "Note", max: 1000).ToList() is { Count: > 0 } faults)
            return faults;
        var zone = await db.Units.Where(u => u.Id == unitId).Select(u => u.Zone).FirstAsync(cancellation);
        if (done)
            deadline.MarkDone(zone.Today(clock), note.Trim());
        else
            deadline.Reopen();
        db.Expect(deadline, version);
        return await db.SaveOrTellAsync(nameof(Deadline), deadline.Id, cancellation);
    }

    private async Task<(Deadline? Deadline, Guid UnitId)> FindAsync(Guid id, CancellationToken cancellation)
    {
        var projects = db.Projects.Within(user.Scope(Rights.EditDeadline));
        var found = await db.Deadlines
            .Join(projects, d => d.ProjectId, p => p.Id, (d, p) => new { Deadline = d, p.UnitId })
            .FirstOrDefaultAsync(x => x.Deadline.Id == id && x.Deadline.CancelledAt == null, cancellation);
        return (found?.Deadline, found?.UnitId ?? Guid.Empty);
    }

    private async Task<List<Refusal>> FaultsAsync(DeadlineInput input, Guid unitId, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.Title, nameof(input.Title), max: 300)
            .Concat(Fields.Date(input.DueOn, nameof(input.DueOn)))
            .ToList();
        if (input.ResponsibleId is { } person && !await db.UnitMemberships.AnyAsync(m => m.UserId == person && m.UnitId == unitId, cancellation))
            faults.Add(new Refusal("owner-not-in-unit", nameof(input.ResponsibleId)));
        return faults;
    }
}
