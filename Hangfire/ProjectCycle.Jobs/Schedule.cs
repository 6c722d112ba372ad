using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Jobs.Background;
using ProjectCycle.Jobs.Engine;
using ProjectCycle.Jobs.Outbox;
using ProjectCycle.Jobs.Reminders;

namespace ProjectCycle.Jobs;

/// <summary>Everything that happens by the clock.</summary>
public sealed class Schedule(JobsOptions options, IJobEngine engine, TimeProvider clock)
{
    public const string OutboxPumpId = "outbox-pump";
    public const string PurgeId = "purge";
    public const string ExtensionId = "extend-deadlines";

    /// <summary>A failed planning is tried again the same morning.</summary>
    private static readonly TimeSpan[] SameMorning = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    /// <summary>A job that is a little behind is not late yet: it may be running, or trying again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly DateTime _since = clock.GetUtcNow().UtcDateTime;

    /// <summary>All jobs.</summary>
    public IReadOnlyList<ScheduledJob> Jobs { get; } = [Pump(options), .. Enum.GetValues<IndonesianZone>().Select(Reminders), Extension, Purge];

    /// <summary>
    /// Those that run at every start too, to make up for what was missed: all but the pump. A machine that is off at night would
    /// never reach their time.
    /// </summary>
    public IEnumerable<ScheduledJob> CatchingUp => Jobs.Where(job => job.RecordsIdleRuns);

    /// <summary>Id of a zone's planning: "plan-reminders-wib".</summary>
    public static string RemindersId(IndonesianZone zone) => $"plan-reminders-{zone.ToString().ToLowerInvariant()}";

    /// <summary>What is expected.</summary>
    public IReadOnlyList<ScheduleInfo> Describe()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. Jobs.Select(job => new ScheduleInfo(job.Id, job.Cron, job.Zone.Id, engine.NextFireAt(job, now), LastDueAt(job, now)) { RunningSince = _since })];
    }

    /// <summary>What is expected beside what the engine has registered, and what it has beyond that.</summary>
    public async Task<IReadOnlyList<ScheduleInfo>> CompareAsync(CancellationToken cancellation)
    {
        var expected = Describe();
        if (await engine.RegisteredAsync(cancellation) is not { } registered)
            return expected;
        var known = registered.ToDictionary(schedule => schedule.JobId);
        return
        [
            .. expected.Select(job => job with { Registration = Compare(job, known.GetValueOrDefault(job.Id)) }),
            .. registered.Where(schedule => expected.All(job => job.Id != schedule.JobId))
                .Select(schedule => new ScheduleInfo(schedule.JobId, schedule.Cron, schedule.Zone, schedule.NextFireAt) { Registration = Registration.Unexpected }),
        ];
    }

    private static Registration Compare(ScheduleInfo job, RegisteredSchedule? registered) =>
        registered is null ? Registration.Missing
        : registered.Cron == job.Cron && registered.Zone == job.Zone ? Registration.AsExpected
        : Registration.Different;

    /// <summary>Every job that keeps its runs on record runs once a day or oftener, so a day back there is a time it should have kept.</summary>
    private DateTime? LastDueAt(ScheduledJob job, DateTime now)
    {
        var latest = now - Patience;
        return job.RecordsIdleRuns && engine.NextFireAt(job, latest.AddDays(-1)) is { } due && due <= latest ? due : null;
    }

    private static ScheduledJob Pump(JobsOptions options) => new(
        OutboxPumpId,
        string.Create(CultureInfo.InvariantCulture, $"0/{Math.Clamp(options.PumpSeconds, 1, 30)} * * * * ?"),
        TimeZoneInfo.Utc,
        (services, cancellation) => services.GetRequiredService<OutboxPump>().RunAsync(cancellation))
    { RecordsIdleRuns = false };

    private static ScheduledJob Reminders(IndonesianZone zone) => new(
        RemindersId(zone),
        string.Create(CultureInfo.InvariantCulture, $"0 {Mornings.At.Minute} {Mornings.At.Hour} * * ?"),
        TimeZoneInfo.FindSystemTimeZoneById(zone.IanaId()),
        (services, cancellation) => services.GetRequiredService<PlanRemindersJob>().RunAsync(zone, cancellation))
    { RetryAfter = SameMorning };

    private static ScheduledJob Extension { get; } = new(
        ExtensionId,
        "0 0 3 * * ?",
        TimeZoneInfo.FindSystemTimeZoneById(IndonesianZone.Wib.IanaId()),
        (services, cancellation) => services.GetRequiredService<ExtendDeadlines>().RunAsync(cancellation)!)
    { RetryAfter = SameMorning };

    private static ScheduledJob Purge { get; } = new(
        PurgeId,
        "0 30 2 * * ?",
        TimeZoneInfo.FindSystemTimeZoneById(IndonesianZone.Wib.IanaId()),
        (services, cancellation) => services.GetRequiredService<PurgeJob>().RunAsync(cancellation));
}
