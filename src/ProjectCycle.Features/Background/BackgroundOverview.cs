using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Background;

/// <summary>How the job engine's schedule compares with the one the program expects.</summary>
public enum Registration
{
    /// <summary>The engine does not run on this node.</summary>
    Unknown,

    AsExpected,

    /// <summary>Expected, but the engine will not fire it.</summary>
    Missing,

    /// <summary>The engine fires it at other times.</summary>
    Different,

    /// <summary>The engine fires what this program does not know.</summary>
    Unexpected,
}

/// <summary>A schedule as the program has it.</summary>
/// <param name="Id">Stable id; job runs carry it.</param>
/// <param name="Cron">Seconds, minutes, hours, day of month, month, day of week.</param>
/// <param name="Zone">IANA id.</param>
/// <param name="NextFireAt">UTC.</param>
/// <param name="LastDueAt">The last time by which it should have run, with some patience, UTC; null where idle runs leave no trace.</param>
public sealed record ScheduleInfo(string Id, string Cron, string Zone, DateTime? NextFireAt, DateTime? LastDueAt = null)
{
    /// <summary>UTC; a job that never ran owes nothing from before. Null: it owes nothing until it has run once.</summary>
    public DateTime? RunningSince { get; init; }

    /// <summary>What the engine makes of it.</summary>
    public Registration Registration { get; init; }
}

/// <summary>A schedule with what became of it so far.</summary>
/// <param name="LastSuccessAt">UTC; null when it never succeeded.</param>
public sealed record ScheduleRow(ScheduleInfo Schedule, JobRun? LastRun, DateTime? LastSuccessAt)
{
    /// <summary>True when it owes a success since <see cref="ScheduleInfo.LastDueAt"/>: it ran before that, or could have run then.</summary>
    public bool IsLate => Schedule.LastDueAt is { } due && (LastRun is not null || Schedule.RunningSince <= due) && !(LastSuccessAt >= due.AddMinutes(-1));
}

/// <summary>What a watcher from outside is told: names of jobs and counts, never what messages say.</summary>
/// <param name="Late">Ids of the jobs that owe a run, in the schedule's order.</param>
/// <param name="IsOutboxLate">Messages wait longer than a working pump would let them.</param>
/// <param name="Parked">Messages that a person has to look at.</param>
/// <param name="ParkedLately">Those of them that were parked within a day.</param>
public sealed record BackgroundState(IReadOnlyList<string> Late, bool IsOutboxLate, int Parked, int ParkedLately)
{
    /// <summary>True when nobody has to look. Old parked messages are known: they alone call nobody again.</summary>
    public bool IsSound => Late.Count == 0 && !IsOutboxLate && ParkedLately == 0;
}

/// <summary>The background page: what is planned, what ran, what waits and what is stuck.</summary>
/// <param name="Outbox">Messages by state; every state is there.</param>
/// <param name="OldestDueAt">Since when the longest-waiting due message waits, UTC; null when nothing waits.</param>
public sealed record BackgroundPage(
    IReadOnlyList<ScheduleRow> Schedules, IReadOnlyList<JobRun> Runs, IReadOnlyDictionary<OutboxState, int> Outbox, DateTime? OldestDueAt)
{
    /// <summary>True when the longest-waiting message waits longer than a working pump would let it.</summary>
    public required bool IsOutboxLate { get; init; }
}

/// <summary>What the background page shows.</summary>
public sealed class BackgroundOverview(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    private const int RecentRuns = 50;

    /// <summary>A working pump looks every few seconds; the longest lane takes minutes at most.</summary>
    private static readonly TimeSpan PumpPatience = TimeSpan.FromMinutes(5);

    /// <summary>What ran, what runs and what waits.</summary>
    /// <param name="schedules">The schedules of this program.</param>
    public async Task<Outcome<BackgroundPage>> LoadAsync(IReadOnlyList<ScheduleInfo> schedules, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ViewBackground))
            return Refusals.NotAllowed;
        var rows = new List<ScheduleRow>();
        foreach (var schedule in schedules)
            rows.Add(await RowAsync(schedule, cancellation));
        var runs = await db.JobRuns.AsNoTracking().OrderByDescending(r => r.StartedAt).Take(RecentRuns).ToListAsync(cancellation);
        var counts = await db.Outbox.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var oldest = await OldestDueAsync(now, cancellation);
        return new BackgroundPage(rows, runs, Enum.GetValues<OutboxState>().ToDictionary(s => s, s => counts.GetValueOrDefault(s)), oldest)
        {
            IsOutboxLate = oldest < now - PumpPatience,
        };
    }

    /// <summary>For the health check, which nobody signs in for: it asks for no right.</summary>
    /// <param name="schedules">The schedules of this program.</param>
    public async Task<BackgroundState> StateAsync(IReadOnlyList<ScheduleInfo> schedules, CancellationToken cancellation)
    {
        var late = new List<string>();
        foreach (var schedule in schedules.Where(s => s.LastDueAt is not null))
        {
            if ((await RowAsync(schedule, cancellation)).IsLate)
                late.Add(schedule.Id);
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var yesterday = now.AddDays(-1);
        var oldest = await OldestDueAsync(now, cancellation);
        var parked = db.Outbox.Where(m => m.State == OutboxState.Parked);
        return new BackgroundState(
            late, oldest < now - PumpPatience, await parked.CountAsync(cancellation), await parked.CountAsync(m => m.FinishedAt >= yesterday, cancellation));
    }

    /// <summary>Messages that failed so often that a person has to look, newest first.</summary>
    public async Task<Outcome<Paged<OutboxMessage>>> ParkedAsync(int page, int pageSize, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ViewBackground))
            return Refusals.NotAllowed;
        var parked = db.Outbox.AsNoTracking().Where(m => m.State == OutboxState.Parked);
        var total = await parked.CountAsync(cancellation);
        page = Paging.Shown(page, pageSize, total);
        var rows = await parked.OrderByDescending(m => m.FinishedAt).ThenBy(m => m.Id).Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancellation);
        return new Paged<OutboxMessage>(rows, total, page, pageSize);
    }

    /// <summary>The last mails that were given up, newest first. What they say is not for this page.</summary>
    public async Task<Outcome<List<OutgoingMail>>> FailedMailsAsync(int count, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ViewBackground))
            return Refusals.NotAllowed;
        return await db.Mails.AsNoTracking().Where(m => m.State == MailState.Failed).OrderByDescending(m => m.CreatedAt).Take(count).ToListAsync(cancellation);
    }

    /// <summary>Also a message whose node died waits: for another one to take it over.</summary>
    private Task<DateTime?> OldestDueAsync(DateTime now, CancellationToken cancellation) =>
        db.Outbox.Where(m => (m.State == OutboxState.Pending && m.DueAt <= now) || (m.State == OutboxState.Running && m.LeasedUntil < now))
            .MinAsync(m => (DateTime?)m.DueAt, cancellation);

    private async Task<ScheduleRow> RowAsync(ScheduleInfo schedule, CancellationToken cancellation)
    {
        var runs = db.JobRuns.AsNoTracking().Where(r => r.JobId == schedule.Id);
        var last = await runs.OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellation);
        var success = await runs.Where(r => r.Succeeded == true).MaxAsync(r => (DateTime?)r.StartedAt, cancellation);
        return new ScheduleRow(schedule, last, success);
    }
}
