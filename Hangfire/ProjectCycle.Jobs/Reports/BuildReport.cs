using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.People;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Jobs.Reports;

/// <summary>Makes the workbook of a report run, in the name and with the reach of the person who asked.</summary>
public sealed class BuildReport(
    AppDbContext db, CurrentUser user, PersonReader people, IEnumerable<IReportFile> reports, FileStore files, Postbox postbox,
    MailOptions options, IServiceScopeFactory scopes, TimeProvider clock) : IOutboxHandler
{
    /// <summary>Who waited longer than this has left the page: a mail tells them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The page that lists them.</summary>
    private const string Reports = "/reports";

    public string Kind => OutboxKinds.BuildReport;

    public async Task HandleAsync(Guid subjectId, CancellationToken cancellation)
    {
        var run = await db.ReportRuns.SingleAsync(r => r.Id == subjectId, cancellation);
        if (run.State == ReportState.Ready)
            return;
        if (await people.FindAsync(run.RequestedById, cancellation) is not { } person)
        {
            await FailAsync(run, "left", cancellation);
            return;
        }
        user.Become(person, address: "");
        run.State = ReportState.Running;
        await db.SaveChangesAsync(cancellation);
        try
        {
            await MakeAsync(run, cancellation);
        }
        catch (WorkbookTooLongException)
        {
            await FailAsync(run, "too-long", cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await SayFailedAsync(run.Id);
            throw;
        }
    }

    /// <summary>Told on the page at once; the pump tries again, and a later try may still make it.</summary>
    private async Task SayFailedAsync(Guid runId)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().ReportRuns.Where(r => r.Id == runId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReportState.Failed), CancellationToken.None);
    }

    private async Task MakeAsync(ReportRun run, CancellationToken cancellation)
    {
        var report = reports.Single(r => r.Name == run.Report);
        await using var file = files.OpenScratch();
        run.RowsTotal = await report.WriteAsync(run.Query, run.Language, file, new Ticker(scopes, run.Id), cancellation);
        file.Position = 0;
        var stored = await files.SaveAsync(file, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        (run.State, run.RowsDone, run.FileHash, run.FileSize, run.FinishedAt, run.Error) = (ReportState.Ready, run.RowsTotal, stored.Hash, stored.Size, now, null);
        run.FileName = report.FileName(run.Language, clock);
        if (now - run.RequestedAt > Patience)
        {
            var asker = await db.Users.SingleAsync(u => u.Id == run.RequestedById, cancellation);
            var notice = new Notice { Kind = NoticeKind.ReportReady, Title = new LocalText(run.FileName, run.FileName), Path = Reports };
            postbox.Post(db, asker, new ReportReady(asker.DisplayName, run.FileName, options.Link(Reports)), notice);
        }
        await db.SaveChangesAsync(cancellation);
    }

    /// <param name="reason">Text code <c>report-error.{reason}</c>.</param>
    private async Task FailAsync(ReportRun run, string reason, CancellationToken cancellation)
    {
        (run.State, run.Error, run.FinishedAt) = (ReportState.Failed, reason, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Writes how far it is beside the run's own transaction, so that the page that waits can see it.</summary>
    private sealed class Ticker(IServiceScopeFactory scopes, Guid runId) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value)
        {
            using var scope = scopes.CreateScope();
            scope.ServiceProvider.GetRequiredService<AppDbContext>().ReportRuns.Where(r => r.Id == runId)
                .ExecuteUpdate(set => set.SetProperty(r => r.RowsDone, value.Done).SetProperty(r => r.RowsTotal, value.Total));
        }
    }
}
