using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>Tells the project's owner and the unit's managers that it moved; not the person who moved it.</summary>
public sealed class MoveNotice(AppDbContext db, CurrentUser user, Postbox postbox, MailOptions options)
{
    /// <summary>Adds the mails and notices to the caller's transaction.</summary>
    public async Task PostAsync(Project project, CycleTemplate template, StageMove move, CancellationToken cancellation)
    {
        var people = await db.Users
            .Where(u => u.IsActive && u.Email != null && u.Id != user.Id
                && (u.Id == project.OwnerId
                    || (u.Units.Any(m => m.UnitId == project.UnitId) && u.Roles.Any(r => r.Role == Role.Manager))))
            .ToListAsync(cancellation);
        var path = $"/projects/{Uri.EscapeDataString(project.Code)}/cycle";
        foreach (var person in people)
        {
            var mail = new ProjectMoved(
                person.DisplayName,
                project.Code,
                project.Name.In(person.Language),
                template.State(move.From!).Name.In(person.Language),
                template.State(move.To).Name.In(person.Language),
                user.Name,
                MailComposer.Date(move.On, person.Language),
                move.Reason,
                options.Link(path));
            var notice = new Notice { Kind = NoticeKind.ProjectMoved, ProjectId = project.Id, Title = template.State(move.To).Name, By = user.Name, Path = path };
            postbox.Post(db, person, mail, notice);
        }
    }
}
