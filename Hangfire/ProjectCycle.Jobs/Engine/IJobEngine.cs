namespace ProjectCycle.Jobs.Engine;

/// <summary>
/// What wakes us. The engine may forget everything it knows: what is owed stands in our own tables, and a job that runs
/// twice does its work once.
/// </summary>
public interface IJobEngine : IAsyncDisposable
{
    /// <summary>Takes over exactly <paramref name="jobs"/> as schedules, forgets others it may still hold, and begins to call <paramref name="run"/>.</summary>
    Task StartAsync(IReadOnlyList<ScheduledJob> jobs, Func<ScheduledJob, CancellationToken, Task> run, CancellationToken cancellation);

    /// <summary>Runs a job as soon as a worker is free, on whichever node.</summary>
    Task RunSoonAsync(string jobId, CancellationToken cancellation);

    /// <summary>The next time after <paramref name="after"/> (UTC) that <paramref name="job"/>'s schedule names, in UTC.</summary>
    DateTime? NextFireAt(ScheduledJob job, DateTime after);

    /// <summary>
    /// What the engine will fire by itself, on PostgreSQL as all nodes share it; null while it does not run here. A schedule that
    /// is paused or broken will not fire and is left out.
    /// </summary>
    Task<IReadOnlyList<RegisteredSchedule>?> RegisteredAsync(CancellationToken cancellation);

    /// <summary>Asks running jobs to stop and waits for them.</summary>
    Task StopAsync(CancellationToken cancellation);
}

/// <summary>A schedule as the engine holds it.</summary>
/// <param name="JobId">Which job.</param>
/// <param name="Cron">As in <see cref="ScheduledJob.Cron"/>.</param>
/// <param name="Zone">IANA id.</param>
/// <param name="NextFireAt">UTC.</param>
public sealed record RegisteredSchedule(string JobId, string Cron, string Zone, DateTime? NextFireAt);
