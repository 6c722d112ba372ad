namespace ProjectCycle.Jobs;

/// <summary>A job with its schedule.</summary>
/// <param name="Id">Stable; stored with runs and in the engine. A test holds the list.</param>
/// <param name="Cron">Seconds, minutes, hours, day of month, month, day of week.</param>
/// <param name="Zone">The zone the times are in.</param>
/// <param name="RunAsync">Does the work in a scope of its own and says what it did; null when there was nothing to do.</param>
public sealed record ScheduledJob(string Id, string Cron, TimeZoneInfo Zone, Func<IServiceProvider, CancellationToken, Task<string?>> RunAsync)
{
    /// <summary>Waits before each further try of a run that failed; empty: the next time of the schedule will do.</summary>
    public IReadOnlyList<TimeSpan> RetryAfter { get; init; } = [];

    /// <summary>Runs that found nothing to do are kept on record too.</summary>
    public bool RecordsIdleRuns { get; init; } = true;
}
