using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Deadlines;

/// <summary>A deadline as a form hands it over.</summary>
public sealed record DeadlineInput
{
    public string Title { get; init; } = "";
    public required DateOnly DueOn { get; init; }
    public Guid? ResponsibleId { get; init; }
}

/// <summary>How a deadline was met.</summary>
public sealed record DeadlineMet
{
    /// <summary>Null for today.</summary>
    public DateOnly? On { get; init; }

    public string Note { get; init; } = "";

    /// <summary>A document of the project.</summary>
    public Guid? EvidenceId { get; init; }
}

/// <summary>Sets a deadline by hand, moves one, marks one met, waives one or opens it again; not one that follows a row of the work.</summary>
public sealed class SetDeadline(AppDbContext db, CurrentUser user, TemplateCatalog templates, DatedDeadlines dated, TimeProvider clock)
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
        var found = await FindAsync(id, Rights.EditDeadline, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (deadline, project) = found.Value;
        var faults = await FaultsAsync(deadline.RuleCode is null ? input : input with { Title = deadline.Title.Id }, project.UnitId, cancellation);
        if (faults.Count > 0)
            return faults;
        if (deadline.RuleCode is null)
            deadline.Title = new LocalText(input.Title.Trim(), input.Title.Trim());
        deadline.DueOn = input.DueOn;
        deadline.ResponsibleId = input.ResponsibleId;
        return await SaveAsync(deadline, project, version, cancellation);
    }

    /// <summary>Marks it met on a day, with the paper that shows it.</summary>
    public async Task<Outcome<Done>> MeetAsync(Guid id, DeadlineMet met, int version, CancellationToken cancellation)
    {
        var found = await FindAsync(id, Rights.EditDeadline, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (deadline, project) = found.Value;
        var today = await TodayAsync(project, cancellation);
        var faults = Fields.Text(met.Note, nameof(met.Note), max: 1000).Concat(Fields.Date(met.On, nameof(met.On))).ToList();
        if (met.On > today)
            faults.Add(new Refusal("date-in-future", nameof(met.On)));
        if (met.EvidenceId is { } evidence && !await db.Documents.AnyAsync(d => d.Id == evidence && d.ProjectId == project.Id, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(met.EvidenceId)));
        if (faults.Count > 0)
            return faults;
        deadline.MarkDone(met.On ?? today, met.Note.Trim(), met.EvidenceId);
        return await SaveAsync(deadline, project, version, cancellation);
    }

    /// <summary>Does without it, for a reason.</summary>
    public async Task<Outcome<Done>> WaiveAsync(Guid id, string reason, int version, CancellationToken cancellation)
    {
        var found = await FindAsync(id, Rights.WaiveDeadline, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (Fields.Required(reason, "Reason", max: 1000).ToList() is { Count: > 0 } faults)
            return faults;
        var (deadline, project) = found.Value;
        deadline.Waive(clock.GetUtcNow().UtcDateTime, reason.Trim());
        return await SaveAsync(deadline, project, version, cancellation);
    }

    /// <summary>Opens again what was marked met or waived.</summary>
    public async Task<Outcome<Done>> ReopenAsync(Guid id, int version, CancellationToken cancellation)
    {
        var found = await FindAsync(id, Rights.EditDeadline, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (deadline, project) = found.Value;
        deadline.Reopen();
        return await SaveAsync(deadline, project, version, cancellation);
    }

    /// <summary>With the deadlines that are counted from this one.</summary>
    private async Task<Outcome<Done>> SaveAsync(Deadline deadline, Project project, int version, CancellationToken cancellation)
    {
        if (deadline.RuleCode is not null)
        {
            var unit = await db.Units.FirstAsync(u => u.Id == project.UnitId, cancellation);
            await dated.FollowAsync(project, templates.Get(project.TemplateId, project.TemplateVersion), unit, cancellation);
        }
        db.Expect(deadline, version);
        return await db.SaveOrTellAsync(nameof(Deadline), deadline.Id, cancellation);
    }

    /// <summary>The deadline, tracked, when the person may use <paramref name="right"/> on its project, and it does not follow a row of the work.</summary>
    private async Task<Outcome<(Deadline Deadline, Project Project)>> FindAsync(Guid id, Right right, CancellationToken cancellation)
    {
        if (!user.Can(right))
            return Refusals.NotAllowed;
        var projects = db.Projects.Within(user.Scope(right));
        var found = await db.Deadlines
            .Join(projects, d => d.ProjectId, p => p.Id, (d, p) => new { Deadline = d, Project = p })
            .FirstOrDefaultAsync(x => x.Deadline.Id == id && (x.Deadline.CancelledAt == null || x.Deadline.WaivedBecause != null), cancellation);
        if (found is null)
            return Refusals.NotFound;
        if (found.Deadline.PartCode is not null)
            return new Refusal("deadline-of-work");
        return (found.Deadline, found.Project);
    }

    private async Task<DateOnly> TodayAsync(Project project, CancellationToken cancellation) =>
        (await db.Units.Where(u => u.Id == project.UnitId).Select(u => u.Zone).FirstAsync(cancellation)).Today(clock);

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
