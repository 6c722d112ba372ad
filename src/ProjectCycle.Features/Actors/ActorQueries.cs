using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Actors;

/// <summary>One of the project's own people.</summary>
public sealed record OwnPerson(Guid Id, string Name, IReadOnlyList<Role> Roles);

/// <summary>Reads who has to do with a project.</summary>
public sealed class ActorQueries(AppDbContext db, CurrentUser user)
{
    /// <summary>Actors of a project within the person's reach, in the order of kinds.</summary>
    public async Task<IReadOnlyList<ProjectActor>> ActorsAsync(Guid projectId, CancellationToken cancellation)
    {
        var actors = await db.ProjectActors.AsNoTracking()
            .Where(a => a.ProjectId == projectId && db.Projects.Within(user.Scope(Rights.ViewProject)).Any(p => p.Id == projectId))
            .ToListAsync(cancellation);
        return [.. actors.OrderBy(a => a.Kind).ThenBy(a => a.Organisation, StringComparer.CurrentCulture)];
    }

    /// <summary>Active people of the project's unit with their roles; none for who looks in by an agreement.</summary>
    public async Task<IReadOnlyList<OwnPerson>> OwnPeopleAsync(Project project, CancellationToken cancellation) =>
        !user.Scope(Rights.ViewProject).Reaches(project.UnitId)
            ? []
            : await db.Users.AsNoTracking().Where(u => u.IsActive && u.Units.Any(m => m.UnitId == project.UnitId)).OrderBy(u => u.DisplayName)
                .Select(u => new OwnPerson(u.Id, u.DisplayName, u.Roles.Select(r => r.Role).ToList()))
                .ToListAsync(cancellation);
}
