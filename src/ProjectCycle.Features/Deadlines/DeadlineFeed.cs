using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Deadlines;

/// <summary>
/// The deadlines in the person's reach for their calendar program: those due from a year back to three years ahead, the cancelled
/// ones for a year, so that calendars take them out.
/// </summary>
public sealed class DeadlineFeed(AppDbContext db, CurrentUser user, DeadlineList list, TemplateCatalog templates, MailOptions options, TimeProvider clock)
{
    /// <summary>Entries of one calendar; of more, those nearest to today.</summary>
    public const int MostEntries = 5000;

    /// <summary>All of them, or only those the person answers for: two queries.</summary>
    public Task<DeadlineCalendar> LoadAsync(bool mine, CancellationToken cancellation) => ReadAsync(mine, null, cancellation);

    /// <summary>Those of one project, or null when it is not there or not for this person.</summary>
    public async Task<DeadlineCalendar?> OfProjectAsync(string projectCode, CancellationToken cancellation)
    {
        var project = await db.Projects.Within(user.Scope(Domain.People.Rights.ViewProject))
            .Where(p => p.Code == projectCode).Select(p => new { p.Id, p.Code }).FirstOrDefaultAsync(cancellation);
        return project is null ? null : await ReadAsync(false, project.Id, cancellation) with { ProjectCode = project.Code };
    }

    private async Task<DeadlineCalendar> ReadAsync(bool mine, Guid? projectId, CancellationToken cancellation)
    {
        var today = IndonesianZone.Wib.Today(clock);
        var filter = new DeadlineFilter { Show = "all", Mine = mine, ProjectId = projectId, From = today.AddYears(-1), Until = today.AddYears(3) };
        var cancelledSince = clock.GetUtcNow().UtcDateTime.AddYears(-1);
        var deadlines = list.Filtered(filter, today).Where(x => x.Deadline.CancelledAt == null || x.Deadline.CancelledAt >= cancelledSince);
        var ahead = await RowsAsync(deadlines.Where(x => x.Deadline.DueOn >= today).OrderBy(x => x.Deadline.DueOn).ThenBy(x => x.Deadline.Id), cancellation);
        var past = await RowsAsync(deadlines.Where(x => x.Deadline.DueOn < today).OrderByDescending(x => x.Deadline.DueOn).ThenBy(x => x.Deadline.Id), cancellation);
        var nearest = ahead.Concat(past).OrderBy(row => Math.Abs(row.Deadline.DueOn.DayNumber - today.DayNumber)).ThenBy(row => row.Deadline.Id).Take(MostEntries);
        return new DeadlineCalendar
        {
            Language = user.Language,
            IsMine = mine,
            Host = new Uri(options.SiteAddress).Host,
            Today = today,
            Entries = [.. nearest.OrderBy(row => row.Deadline.DueOn).ThenBy(row => row.ProjectCode, StringComparer.Ordinal).ThenBy(row => row.Deadline.Id).Select(Entry)],
        };
    }

    private Task<List<Row>> RowsAsync(IQueryable<DeadlineOfProject> deadlines, CancellationToken cancellation) =>
        deadlines.Take(MostEntries).Select(x => new Row(
            x.Deadline,
            x.Project.Code,
            x.Project.Name,
            x.Project.TemplateId,
            x.Project.TemplateVersion,
            x.Project.RegisteredAt,
            db.Users.Where(u => u.Id == (x.Deadline.ResponsibleId ?? x.Project.OwnerId)).Select(u => u.DisplayName).FirstOrDefault()))
        .ToListAsync(cancellation);

    private CalendarEntry Entry(Row row) => new()
    {
        Id = row.Deadline.Id,
        Version = row.Deadline.Version,
        ChangedAt = row.Deadline.ChangedAt ?? row.RegisteredAt,
        ProjectCode = row.ProjectCode,
        ProjectName = row.ProjectName.In(user.Language),
        Title = row.Deadline.Title.In(user.Language),
        Stage = templates.StateName(row.TemplateId, row.TemplateVersion, row.Deadline.StageCode).In(user.Language),
        Responsible = row.Responsible,
        DueOn = row.Deadline.DueOn,
        DoneOn = row.Deadline.DoneOn,
        IsCancelled = row.Deadline.CancelledAt is not null,
        Offsets = row.Deadline.OffsetDays,
        Url = options.Link(DeadlineLinks.OfProject(row.ProjectCode)),
    };

    private sealed record Row(
        Deadline Deadline, string ProjectCode, LocalText ProjectName, string TemplateId, int TemplateVersion, DateTime RegisteredAt, string? Responsible);
}
