using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace ProjectCycle.Jobs.Engine;

/// <summary>
/// Quartz.NET. In memory on one node; with a PostgreSQL connection string, a clustered store in the product's database, so
/// that each time of a schedule fires on one node only.
/// </summary>
/// <param name="workers">Calls that run at a time.</param>
public sealed class QuartzJobEngine(string? postgresConnectionString, ILoggerFactory loggers, int workers = QuartzJobEngine.FewestWorkers) : IJobEngine
{
    /// <summary>Enough for every job that is not the pump to run at once.</summary>
    public const int FewestWorkers = 8;

    private readonly CancellationTokenSource _stopping = new();
    private StandaloneSchedulerFactory? _factory;
    private IScheduler? _scheduler;

    public async Task StartAsync(IReadOnlyList<ScheduledJob> jobs, Func<ScheduledJob, CancellationToken, Task> run, CancellationToken cancellation)
    {
        var byId = jobs.ToDictionary(job => job.Id);
        var calls = new EngineCalls(
            (id, token) => byId.TryGetValue(id, out var job) ? run(job, token) : Task.CompletedTask, _stopping.Token);
        _factory = QuartzSchedulerBuilder.Create(quartz => Configure(quartz, calls)).Build();
        _scheduler = await _factory.GetScheduler(cancellation);
        await ForgetOthersAsync(_scheduler, byId.Keys, cancellation);
        foreach (var job in jobs)
            await ScheduleAsync(_scheduler, job, cancellation);
        await _scheduler.Start(cancellation);
    }

    public async Task RunSoonAsync(string jobId, CancellationToken cancellation)
    {
        if (_scheduler is not null)
            await _scheduler.TriggerJob(new JobKey(jobId), cancellationToken: cancellation);
    }

    public DateTime? NextFireAt(ScheduledJob job, DateTime after) =>
        new CronExpression(job.Cron, job.Zone).GetNextValidTimeAfter(new DateTimeOffset(after))?.UtcDateTime;

    public async Task<IReadOnlyList<RegisteredSchedule>?> RegisteredAsync(CancellationToken cancellation)
    {
        if (_scheduler is not { } scheduler)
            return null;
        var headers = await scheduler.QueryTriggers(new TriggerQuery(), cancellation);
        var firing = headers.Items.Where(t => t.State is not (TriggerState.Paused or TriggerState.Error or TriggerState.Complete)).Select(t => t.Key).ToList();
        var triggers = await scheduler.GetTriggers(firing, cancellation);
        return
        [
            .. triggers.OfType<ICronTrigger>() // a job that was asked for at once has a trigger of another kind for a moment
                .Select(t => new RegisteredSchedule(t.JobKey.Name, t.CronExpressionString!, t.TimeZone.Id, t.NextFireTimeUtc?.UtcDateTime))
                .OrderBy(s => s.JobId, StringComparer.Ordinal),
        ];
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        await _stopping.CancelAsync();
        if (_scheduler is not { } running)
            return;
        _scheduler = null;
        await running.Shutdown(waitForJobsToComplete: true, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        if (_factory is not null)
            await _factory.DisposeAsync();
        _stopping.Dispose();
    }

    private void Configure(IQuartzBuilder quartz, EngineCalls calls)
    {
        quartz.Services.AddSingleton(calls);
        quartz.Services.AddSingleton(loggers);
        quartz.UseDefaultThreadPool(workers);
        quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "projectcycle");
        if (postgresConnectionString is null)
        {
            quartz.UseInMemoryStore();
            return;
        }
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(postgresConnectionString);
            store.UseClustering();
            store.ProvisionSchema();
        });
    }

    /// <summary>A schedule that left the code would live on in the store.</summary>
    private static async Task ForgetOthersAsync(IScheduler scheduler, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var stored = await scheduler.QueryJobs(new JobQuery(), cancellation);
        foreach (var job in stored.Items.Where(job => !ids.Contains(job.Key.Name)))
            await scheduler.DeleteJob(job.Key, cancellation);
    }

    /// <summary>A time that was missed fires once when the node is back.</summary>
    private static async Task ScheduleAsync(IScheduler scheduler, ScheduledJob job, CancellationToken cancellation)
    {
        var detail = JobBuilder.Create<EngineJob>().WithIdentity(job.Id).StoreDurably().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(job.Id).ForJob(detail)
            .WithCronSchedule(job.Cron, cron => cron.InTimeZone(job.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleJob(detail, [trigger], ScheduleJobOptions.Replacing, cancellation);
    }
}

/// <summary>Where the engine's calls go.</summary>
internal sealed record EngineCalls(Func<string, CancellationToken, Task> RunAsync, CancellationToken Stopping);

/// <summary>The one class the engine knows. Its full name is stored on PostgreSQL and may not change.</summary>
internal sealed class EngineJob(EngineCalls calls) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, calls.Stopping);
        await calls.RunAsync(context.JobDetail.Key.Name, either.Token);
    }
}
