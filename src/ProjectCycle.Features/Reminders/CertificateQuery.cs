using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Reminders;

/// <summary>The reminder certificate over the projects the person reaches: page, workbook and verb show the same one.</summary>
public sealed class CertificateQuery(AppDbContext db, CurrentUser user, ReminderLedger ledger, TimeProvider clock)
{
    /// <summary>A period with more deadlines is cut off, and says so: nobody reads on.</summary>
    public const int MostDeadlines = 10_000;

    /// <summary>The certificate in <paramref name="language"/>, "id" or "en": three queries, and one for the name of the unit.</summary>
    public async Task<ReminderCertificate> LoadAsync(CertificateFilter filter, string language, CancellationToken cancellation)
    {
        var today = IndonesianZone.Wib.Today(clock);
        var deadlines = await DeadlinesAsync(filter, language, today, cancellation);
        var lines = await ledger.OfDeadlinesAsync(Due(filter).Select(x => x.Deadline.Id), MostDeadlines * 20, cancellation);
        var sent = lines.Where(l => l.State == MailState.Sent).CountBy(l => l.DeadlineId).ToDictionary();
        var order = deadlines.Select((d, i) => (d.Id, i)).ToDictionary(x => x.Id, x => x.i);
        var cover = new ReportCover
        {
            Language = language,
            Filters = await InWordsAsync(filter, cancellation),
            MadeAt = clock.GetUtcNow().UtcDateTime,
            Zone = IndonesianZone.Wib,
            MadeBy = user.Name,
        };
        return new ReminderCertificate(
            cover,
            [.. deadlines.Select(d => d with { Sent = sent.GetValueOrDefault(d.Id) })],
            [.. lines.Where(l => order.ContainsKey(l.DeadlineId)).OrderBy(l => order[l.DeadlineId])]);
    }

    private async Task<IReadOnlyList<CertifiedDeadline>> DeadlinesAsync(CertificateFilter filter, string language, DateOnly today, CancellationToken cancellation)
    {
        var rows = await Due(filter)
            .OrderBy(x => x.Deadline.DueOn).ThenBy(x => x.Project.Code).ThenBy(x => x.Deadline.Id)
            .Take(MostDeadlines)
            .Select(x => new
            {
                x.Deadline,
                x.Project.Code,
                x.Project.Name,
                Responsible = db.Users.Where(u => u.Id == (x.Deadline.ResponsibleId ?? x.Project.OwnerId)).Select(u => u.DisplayName).FirstOrDefault(),
                Evidence = db.Documents.Where(d => d.Id == x.Deadline.EvidenceId).Select(d => d.Title).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new CertifiedDeadline
        {
            Id = row.Deadline.Id,
            ProjectCode = row.Code,
            Project = row.Name.In(language),
            Title = row.Deadline.Title.In(language),
            DueOn = row.Deadline.DueOn,
            Responsible = row.Responsible,
            End = CertifiedDeadline.EndOf(row.Deadline.DueOn, row.Deadline.DoneOn, row.Deadline.WaivedBecause is not null, row.Deadline.CancelledAt is not null, today),
            DoneOn = row.Deadline.DoneOn,
            DaysLate = Late(row.Deadline, today),
            Evidence = row.Evidence,
            Note = row.Deadline.WaivedBecause ?? row.Deadline.Note,
            Sent = 0,
        })];
    }

    private static int? Late(Deadline deadline, DateOnly today) =>
        (deadline.DoneOn ?? (deadline.IsOpen ? today : null)) is { } day && day > deadline.DueOn ? day.DayNumber - deadline.DueOn.DayNumber : null;

    private IQueryable<DeadlineInReach> Due(CertificateFilter filter)
    {
        var projects = db.Projects.AsNoTracking().Within(user.Scope(Rights.ViewReminders));
        if (filter.Unit is { } unit)
            projects = projects.Where(p => p.UnitId == unit);
        if (filter.Project.Length > 0)
            projects = projects.Where(p => p.Code == filter.Project);
        return db.Deadlines.AsNoTracking().Where(d => d.DueOn >= filter.From && d.DueOn <= filter.To)
            .Join(projects, d => d.ProjectId, p => p.Id, (d, p) => new DeadlineInReach { Deadline = d, Project = p });
    }

    private async Task<IReadOnlyList<(string Field, string Value)>> InWordsAsync(CertificateFilter filter, CancellationToken cancellation)
    {
        var unit = filter.Unit is { } id ? await db.Units.Where(u => u.Id == id).Select(u => u.Name).FirstOrDefaultAsync(cancellation) : null;
        (string Field, string? Value)[] words =
            [("from", filter.From.Iso()), ("to", filter.To.Iso()), ("unit", unit), ("project", filter.Project)];
        return [.. words.Where(word => !string.IsNullOrEmpty(word.Value)).Select(word => (word.Field, word.Value!))];
    }

    private sealed class DeadlineInReach
    {
        public required Deadline Deadline { get; init; }
        public required Domain.Projects.Project Project { get; init; }
    }
}
