using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Features.Reports;

/// <summary>Asks for a workbook and reads how far it is. People see their own runs only.</summary>
public sealed class RequestReport(AppDbContext db, CurrentUser user, FileStore files, TimeProvider clock)
{
    /// <summary>The portfolio monitoring workbook.</summary>
    public const string Portfolio = "portfolio";

    /// <summary>Queues the workbook over the rows that <paramref name="filter"/> shows, whatever its page.</summary>
    public async Task<Outcome<Guid>> HandleAsync(ProjectListFilter filter, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ExportProjects))
            return Refusals.NotAllowed;
        var now = clock.GetUtcNow().UtcDateTime;
        var run = new ReportRun
        {
            Report = Portfolio,
            Query = (filter with { Page = 1 }).ToQuery(),
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
