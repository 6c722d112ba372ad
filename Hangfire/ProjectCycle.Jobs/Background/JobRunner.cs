using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProjectCycle.Data;
using ProjectCycle.Domain.Background;

namespace ProjectCycle.Jobs.Background;

/// <summary>Runs a job in a scope of its own, keeps the run on record and tries again where the schedule says so.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> logger)
{
    /// <summary>Where a job runs, as people see it.</summary>
    internal static string Node { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>Never throws for a failing job: the failure is on record.</summary>
    public async Task RunAsync(ScheduledJob job, CancellationToken cancellation)
    {
        foreach (var pause in job.RetryAfter.Select(pause => (TimeSpan?)pause).Append(null))
        {
            if (await RunOnceAsync(job, cancellation) || pause is not { } wait)
                return;
            await Task.Delay(wait, clock, cancellation);
        }
    }

    private async Task<bool> RunOnceAsync(ScheduledJob job, CancellationToken cancellation)
    {
        var run = new JobRun { JobId = job.Id, StartedAt = clock.GetUtcNow().UtcDateTime, Node = Node };
        try
        {
            if (job.RecordsIdleRuns)
                await BeginAsync(run, cancellation);
            await using var scope = scopes.CreateAsyncScope();
            var detail = await job.RunAsync(scope.ServiceProvider, cancellation);
            if (detail is not null || job.RecordsIdleRuns)
                await FinishAsync(run, succeeded: true, detail ?? "");
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await TryFinishAsync(run, "Stopped with the program");
            throw;
        }
        catch (Exception e)
        {
            logger.LogError(e, "Job {JobId} failed", job.Id);
            await TryFinishAsync(run, e.GetBaseException().Message);
            return false;
        }
    }

    /// <summary>A run that was killed can no longer say how it ended; the next one says it.</summary>
    private async Task BeginAsync(JobRun run, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var dead = run.StartedAt.AddHours(-1);
        await db.JobRuns.Where(r => r.JobId == run.JobId && r.FinishedAt == null && r.StartedAt < dead).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Succeeded, false).SetProperty(r => r.FinishedAt, run.StartedAt).SetProperty(r => r.Detail, "Broken off"),
            cancellation);
        db.Add(run);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Not cancelled with the job: how it ended belongs on record.</summary>
    private async Task FinishAsync(JobRun run, bool succeeded, string detail)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var known = await db.JobRuns.FindAsync(run.Id);
        if (known is null)
            db.Add(known = run);
        known.FinishedAt = clock.GetUtcNow().UtcDateTime;
        known.Succeeded = succeeded;
        known.Detail = detail;
        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>When the database itself is away there is only the log.</summary>
    private async Task TryFinishAsync(JobRun run, string detail)
    {
        try
        {
            await FinishAsync(run, succeeded: false, detail);
        }
        catch (Exception e)
        {
            logger.LogError(e, "The run of {JobId} could not be recorded", run.JobId);
        }
    }
}
