using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Reminders;

/// <summary>Which lines of the ledger to list.</summary>
public sealed record LedgerFilter
{
    /// <summary>Owed on or after this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Owed on or before this day.</summary>
    public DateOnly? Until { get; init; }

    public MailState? State { get; init; }

    /// <summary>Owed to this person, or received by them for somebody else.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Code of the project; blank for all.</summary>
    public string Project { get; init; } = "";

    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 50;
}

/// <summary>The reminder ledger over the projects the person reaches, what was owed last first.</summary>
public sealed class ReminderLedger(AppDbContext db, CurrentUser user)
{
    /// <summary>One page: two queries.</summary>
    public async Task<Paged<LedgerRow>> PageAsync(LedgerFilter filter, CancellationToken cancellation)
    {
        var lines = Filtered(filter);
        var total = await lines.CountAsync(cancellation);
        var page = Paging.Shown(filter.Page, filter.PageSize, total);
        var rows = await Rows(lines
                .OrderByDescending(x => x.Delivery.OwedOn).ThenBy(x => x.Delivery.DeadlineId).ThenBy(x => x.Delivery.RecipientId).ThenBy(x => x.Delivery.Channel)
                .Skip((page - 1) * filter.PageSize).Take(filter.PageSize))
            .ToListAsync(cancellation);
        return new Paged<LedgerRow>(rows, total, page, filter.PageSize);
    }

    /// <summary>Every line about some deadlines, as owed: one query.</summary>
    /// <param name="deadlines">Their ids, as a query.</param>
    /// <param name="most">Lines beyond this many are left out.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task<IReadOnlyList<LedgerRow>> OfDeadlinesAsync(IQueryable<Guid> deadlines, int most, CancellationToken cancellation)
    {
        var lines = Lines(db.ReminderDeliveries.AsNoTracking().Where(d => deadlines.Contains(d.DeadlineId)), db.Projects.AsNoTracking().Within(user.Scope(Rights.ViewReminders)))
            .OrderBy(x => x.Delivery.OwedOn).ThenBy(x => x.Delivery.DeadlineId).ThenBy(x => x.Delivery.RecipientId).ThenByDescending(x => x.Delivery.Offset).Take(most);
        return await Rows(lines).ToListAsync(cancellation);
    }

    private IQueryable<LedgerRow> Rows(IQueryable<Line> lines) => lines.Select(x => new LedgerRow
    {
        DeadlineId = x.Delivery.DeadlineId,
        ProjectCode = x.Project.Code,
        Title = x.Deadline.Title,
        DueOn = x.Delivery.DueOn,
        Offset = x.Delivery.Offset,
        OwedOn = x.Delivery.OwedOn,
        PlannedOn = x.Delivery.PlannedOn,
        Recipient = db.Users.Where(u => u.Id == x.Delivery.RecipientId).Select(u => u.DisplayName).First(),
        Delegate = db.Users.Where(u => u.Id == x.Delivery.DelegateId).Select(u => u.DisplayName).FirstOrDefault(),
        Role = x.Delivery.Role,
        Channel = x.Delivery.Channel,
        State = x.State,
        Reason = x.Delivery.Suppressed ?? (x.State == MailState.Suppressed ? x.Mail!.Answer : null),
        Answer = x.Mail == null || x.State == MailState.Suppressed ? "" : x.Mail.Answer,
        Address = x.Mail == null ? "" : x.Mail.Address,
        Attempts = x.Mail == null ? 0 : x.Mail.Attempts,
        MessageId = x.Mail == null ? "" : x.Mail.MessageId,
        SentAt = x.Mail == null ? null : x.Mail.SentAt,
    });

    private IQueryable<Line> Filtered(LedgerFilter filter)
    {
        var deliveries = db.ReminderDeliveries.AsNoTracking();
        if (filter.From is { } from)
            deliveries = deliveries.Where(d => d.OwedOn >= from);
        if (filter.Until is { } until)
            deliveries = deliveries.Where(d => d.OwedOn <= until);
        if (filter.PersonId is { } person)
            deliveries = deliveries.Where(d => d.RecipientId == person || d.DelegateId == person);
        var projects = db.Projects.AsNoTracking().Within(user.Scope(Rights.ViewReminders));
        if (filter.Project.Trim() is { Length: > 0 } code)
            projects = projects.Where(p => p.Code == code);
        var lines = Lines(deliveries, projects);
        return filter.State is { } state ? lines.Where(x => x.State == state) : lines;
    }

    /// <summary>The state is that of <see cref="ReminderDelivery.StateWith"/>, for queries.</summary>
    private IQueryable<Line> Lines(IQueryable<ReminderDelivery> deliveries, IQueryable<Project> projects) =>
        from delivery in deliveries
        join deadline in db.Deadlines on delivery.DeadlineId equals deadline.Id
        join project in projects on deadline.ProjectId equals project.Id
        join sent in db.Mails on delivery.MailId equals sent.Id into mails
        from mail in mails.DefaultIfEmpty()
        select new Line
        {
            Delivery = delivery,
            Deadline = deadline,
            Project = project,
            Mail = mail,
            State = delivery.Suppressed != null ? MailState.Suppressed : mail == null ? MailState.Sent : mail.State,
        };

    private sealed class Line
    {
        public required ReminderDelivery Delivery { get; init; }
        public required Deadline Deadline { get; init; }
        public required Project Project { get; init; }
        public required OutgoingMail? Mail { get; init; }
        public required MailState State { get; init; }
    }
}
