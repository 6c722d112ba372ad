using Microsoft.Extensions.Hosting;
using ProjectCycle.Jobs.Engine;

namespace ProjectCycle.Jobs.Background;

/// <summary>Starts the engine with the program and first makes up for what was missed while it was down.</summary>
internal sealed class JobsHost(Schedule schedule, IJobEngine engine, JobRunner runner) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await engine.StopAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await engine.StartAsync(schedule.Jobs, runner.RunAsync, stoppingToken);
        await Task.WhenAll(schedule.CatchingUp.Select(job => runner.RunAsync(job, stoppingToken)));
    }
}
