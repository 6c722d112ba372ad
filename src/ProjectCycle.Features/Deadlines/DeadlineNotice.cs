using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Deadlines;

/// <summary>Tells those who answer for deadlines that these moved or ended; not the person who changed the dates.</summary>
public sealed class DeadlineNotice(AppDbContext db, CurrentUser user, Postbox postbox, MailOptions options)
{
    /// <summary>Adds one mail and notice per person to the caller's transaction.</summary>
    public async Task PostAsync(Project project, IReadOnlyList<DeadlineChange> changes, CancellationToken cancellation)
    {
        var told = changes.Where(change => change.Was is not null)
            .GroupBy(change => change.Deadline.ResponsibleId ?? project.OwnerId)
            .Where(group => group.Key is { } id && id != user.Id)
            .ToDictionary(group => group.Key!.Value, group => group.OrderBy(change => change.Was).ToList());
        if (told.Count == 0)
            return;
        var people = await db.Users.Where(u => told.Keys.Contains(u.Id) && u.IsActive && u.Email != null).ToListAsync(cancellation);
        var path = DeadlineLinks.OfProject(project.Code);
        foreach (var person in people)
        {
            var mail = new DeadlinesMoved(
                person.DisplayName,
                project.Code,
                project.Name.In(person.Language),
                user.Name,
                [.. told[person.Id].Select(change => Line(change, person.Language))],
                options.Link(path));
            postbox.Post(db, person, mail, new Notice { Kind = NoticeKind.DeadlinesMoved, ProjectId = project.Id, By = user.Name, Count = mail.Items.Count, Path = path });
        }
    }

    private static MovedDeadline Line(DeadlineChange change, string language) => new(
        change.Deadline.Title.In(language),
        MailComposer.Date(change.Was!.Value, language),
        change.Is is { } day ? MailComposer.Date(day, language) : "");
}
