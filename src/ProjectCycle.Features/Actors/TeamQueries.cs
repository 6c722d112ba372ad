using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Actors;

/// <summary>A task of a team with the names of what it is about.</summary>
public sealed record TeamTaskRow(TeamTask Task, string? ProjectCode, string? Member);

/// <summary>A unit's team as its page shows it.</summary>
public sealed record TeamView
{
    public required Unit Unit { get; init; }

    /// <summary>The unit's business date.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Null before anybody has saved the decree.</summary>
    public required CoordinationTeam? Team { get; init; }

    /// <summary>Permanent ones first, each group by position.</summary>
    public required IReadOnlyList<TeamMember> Members { get; init; }

    /// <summary>Open ones first, the nearest due date first.</summary>
    public required IReadOnlyList<TeamTaskRow> Tasks { get; init; }

    public required TeamPulse Pulse { get; init; }
    public required bool MayEdit { get; init; }

    /// <summary>Nobody has filled anything in.</summary>
    public bool IsEmpty => Team is null && Members.Count == 0 && Tasks.Count == 0;
}

/// <summary>Reads the teams of units within the person's reach.</summary>
public sealed class TeamQueries(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>So many tasks a page shows; the done ones beyond are in the audit trail.</summary>
    private const int MostTasks = 200;

    /// <summary>A unit's team, or null when the unit is not there or not for this person.</summary>
    public async Task<TeamView?> FindAsync(Guid unitId, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ViewProject) || !user.Scope(Rights.ViewProject).Reaches(unitId)
            || await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId, cancellation) is not { } unit)
        {
            return null;
        }
        var team = await db.CoordinationTeams.AsNoTracking().FirstOrDefaultAsync(t => t.UnitId == unitId, cancellation);
        var members = await db.TeamMembers.AsNoTracking().Where(m => m.UnitId == unitId).ToListAsync(cancellation);
        return new TeamView
        {
            Unit = unit,
            Today = unit.Zone.Today(clock),
            Team = team,
            Members = [.. members.OrderBy(m => m.Until is not null).ThenByDescending(m => m.IsPermanent).ThenBy(m => m.Position).ThenBy(m => m.Name, StringComparer.Ordinal)],
            Tasks = await TasksAsync(db.TeamTasks.Where(t => t.UnitId == unitId), cancellation),
            Pulse = await PulseAsync(unitId, cancellation),
            MayEdit = user.Can(Rights.EditWork) && user.Scope(Rights.EditWork).Reaches(unitId),
        };
    }

    /// <summary>The team's tasks for a project. Callers have looked the project up within the person's reach.</summary>
    public Task<IReadOnlyList<TeamTaskRow>> OfProjectAsync(Guid projectId, CancellationToken cancellation) =>
        TasksAsync(db.TeamTasks.Where(t => t.ProjectId == projectId && db.Projects.Within(user.Scope(Rights.ViewProject)).Any(p => p.Id == projectId)), cancellation);

    /// <summary>Whether a unit's team works.</summary>
    public async Task<TeamPulse> PulseAsync(Guid unitId, CancellationToken cancellation)
    {
        var formed = await db.CoordinationTeams.Where(t => t.UnitId == unitId).Select(t => t.DecreedOn).FirstOrDefaultAsync(cancellation);
        var tasks = await db.TeamTasks.Where(t => t.UnitId == unitId).GroupBy(t => t.UnitId)
            .Select(g => new { Count = g.Count(), Last = g.Max(t => t.DoneOn) }).FirstOrDefaultAsync(cancellation);
        return new TeamPulse(formed, tasks?.Last, tasks?.Count ?? 0);
    }

    /// <summary>The unit's projects by code, for forms.</summary>
    public async Task<IReadOnlyList<Choice>> ProjectsAsync(Guid unitId, CancellationToken cancellation) =>
        await db.Projects.AsNoTracking().Within(user.Scope(Rights.EditWork)).Where(p => p.UnitId == unitId).OrderBy(p => p.Code)
            .Select(p => new Choice(p.Id, p.Code)).ToListAsync(cancellation);

    private async Task<IReadOnlyList<TeamTaskRow>> TasksAsync(IQueryable<TeamTask> tasks, CancellationToken cancellation) =>
        await tasks.AsNoTracking()
            .OrderBy(t => t.DoneOn != null).ThenByDescending(t => t.DoneOn).ThenBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenBy(t => t.Id)
            .Take(MostTasks)
            .Select(t => new TeamTaskRow(
                t,
                db.Projects.Where(p => p.Id == t.ProjectId).Select(p => p.Code).FirstOrDefault(),
                db.TeamMembers.Where(m => m.Id == t.MemberId).Select(m => m.Name).FirstOrDefault()))
            .ToListAsync(cancellation);
}
