using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Features.Reports.Ledger;

namespace ProjectCycle.Features.Reports;

/// <summary>Asks for a workbook and reads how far it is. People see their own runs only.</summary>
public sealed class RequestReport(AppDbContext db, CurrentUser user, FileStore files, TimeProvider clock)
{
    /// <summary>The portfolio monitoring workbook.</summary>
    public const string Portfolio = "portfolio";

    /// <summary>The obstacle workbook.</summary>
    public const string Obstacles = "obstacles";

    /// <summary>The reminder certificate.</summary>
    public const string ReminderCertificate = "reminder-certificate";

    /// <summary>Every report by name.</summary>
    public static IReadOnlyList<string> All { get; } = [Portfolio, Obstacles, ReminderCertificate, .. LedgerReports.All];

    /// <summary>Queues the portfolio workbook over the rows that <paramref name="filter"/> shows, whatever its page.</summary>
    public Task<Outcome<Guid>> HandleAsync(ProjectListFilter filter, CancellationToken cancellation) =>
        QueueAsync(Portfolio, (filter with { Page = 1 }).ToQuery(), cancellation);

    /// <summary>Queues the obstacle workbook over what <paramref name="filter"/> shows, whatever number of its tables was followed.</summary>
    public Task<Outcome<Guid>> HandleAsync(ObstacleFilter filter, CancellationToken cancellation) =>
        QueueAsync(Obstacles, filter.Whole.ToQuery(), cancellation);

    /// <summary>Queues the reminder certificate over what <paramref name="filter"/> shows.</summary>
    public async Task<Outcome<Guid>> HandleAsync(CertificateFilter filter, CancellationToken cancellation) =>
        user.Can(Rights.ViewReminders) ? await QueueAsync(ReminderCertificate, filter.ToQuery(), cancellation) : Refusals.NotAllowed;

    /// <summary>Queues a workbook of the ledger over what <paramref name="filter"/> shows; the day it is made for is that of asking.</summary>
    public async Task<Outcome<Guid>> HandleAsync(string report, LedgerReportFilter filter, CancellationToken cancellation) =>
        LedgerReports.All.Contains(report)
            ? await QueueAsync(report, (filter with { CutOff = filter.CutOffOn(clock) }).ToQuery(), cancellation)
            : Refusals.NotFound;

    /// <summary>Queues once more what an earlier run of the person's own was asked for.</summary>
    public async Task<Outcome<Guid>> AgainAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } run ? await QueueAsync(run.Report, run.Query, cancellation) : Refusals.NotFound;

    private async Task<Outcome<Guid>> QueueAsync(string report, string query, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ExportProjects))
            return Refusals.NotAllowed;
        var now = clock.GetUtcNow().UtcDateTime;
        var run = new ReportRun
        {
            Report = report,
            Query = query,
            Language = user.Language,
            RequestedById = user.Id,
            RequestedAt = now,
        };
        db.Add(run);
        db.Enqueue(OutboxKinds.BuildReport, run.Id, $"{OutboxKinds.BuildReport}/{run.Id}", now);
        await db.SaveChangesAsync(cancellation);
        return run.Id;
    }

    /// <summary>The person's last runs, newest first.</summary>
    public async Task<IReadOnlyList<ReportRun>> MineAsync(CancellationToken cancellation) =>
        await db.ReportRuns.AsNoTracking().Where(r => r.RequestedById == user.Id)
            .OrderByDescending(r => r.RequestedAt).Take(50).ToListAsync(cancellation);

    /// <summary>One run of the person's own, or null.</summary>
    public async Task<ReportRun?> FindAsync(Guid id, CancellationToken cancellation) =>
        await db.ReportRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.RequestedById == user.Id, cancellation);

    /// <summary>The finished file, or null when it is not ready or not theirs.</summary>
    public async Task<Download?> OpenAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { State: ReportState.Ready, FileHash: { } hash, FileName: { } name }
            ? new Download(files.Open(hash), name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            : null;
}
