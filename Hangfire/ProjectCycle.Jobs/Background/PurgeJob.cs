using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Background;

namespace ProjectCycle.Jobs.Background;

/// <summary>Removes bookkeeping nobody needs any more. Mails and delivery rows stay: they are proof.</summary>
public sealed class PurgeJob(AppDbContext db, JobsOptions options, TimeProvider clock)
{
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var old = now.AddDays(-options.KeepDays);
        var veryOld = now.AddDays(-3 * options.KeepDays);
        var messages = await db.Outbox.Where(m => m.State == OutboxState.Done && m.FinishedAt < old).ExecuteDeleteAsync(cancellation);
        var runs = await db.JobRuns
            .Where(r => r.FinishedAt < veryOld || (r.JobId == Schedule.OutboxPumpId && r.FinishedAt < old))
            .ExecuteDeleteAsync(cancellation);
        var notices = await db.Notices.Where(n => n.ReadAt < veryOld).ExecuteDeleteAsync(cancellation);
        return FormattableString.Invariant($"{messages} messages, {runs} runs, {notices} notices");
    }
}
