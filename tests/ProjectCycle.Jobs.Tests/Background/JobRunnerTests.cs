using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Features.Background;
using ProjectCycle.Jobs.Background;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Jobs.Tests.Background;

public sealed class JobRunnerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenAJobSucceeds_KeepsWhatItDidOnRecord(DatabaseProvider provider)
    {
        await using var services = await ServicesAsync(provider);

        await RunAsync(services, Job(() => "3 mails"));

        var run = Assert.Single(await RunsAsync(services));
        Assert.Equal(("job", true, "3 mails", FakeClock.Start, FakeClock.Start), (run.JobId, run.Succeeded, run.Detail, run.StartedAt, run.FinishedAt));
        Assert.Contains(Environment.MachineName, run.Node, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenAQuietJobHadNothingToDo_LeavesNoTrace(DatabaseProvider provider)
    {
        await using var services = await ServicesAsync(provider);

        await RunAsync(services, Job(() => null) with { RecordsIdleRuns = false });
        Assert.Empty(await RunsAsync(services));

        await RunAsync(services, Job(() => "1 done") with { RecordsIdleRuns = false });
        await RunAsync(services, Job(() => throw new InvalidOperationException("broken")) with { RecordsIdleRuns = false });
        Assert.Equal(["1 done", "broken"], (await RunsAsync(services)).Select(r => r.Detail).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenAJobFails_TriesAgainAsOftenAsTheScheduleSays(DatabaseProvider provider)
    {
        await using var services = await ServicesAsync(provider);
        var tries = 0;

        await RunAsync(services, Job(() => ++tries < 3 ? throw new InvalidOperationException($"no {tries}") : "yes") with { RetryAfter = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero] });

        Assert.Equal(["no 1", "no 2", "yes"], (await RunsAsync(services)).Select(r => r.Detail));
        Assert.Equal([false, false, true], (await RunsAsync(services)).Select(r => r.Succeeded));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenTheProgramStops_SaysSo(DatabaseProvider provider)
    {
        await using var services = await ServicesAsync(provider);
        using var stop = new CancellationTokenSource();
        var job = new ScheduledJob("job", "0 0 6 * * ?", TimeZoneInfo.Utc, async (_, cancellation) =>
        {
            await stop.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Root.GetRequiredService<JobRunner>().RunAsync(job, stop.Token));

        Assert.Equal((false, "Stopped with the program"), (Assert.Single(await RunsAsync(services)).Succeeded, (await RunsAsync(services))[0].Detail));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_AfterOneThatWasKilled_ClosesItOnRecord(DatabaseProvider provider)
    {
        await using var services = await ServicesAsync(provider);
        await services.Database.AddAsync(new JobRun { JobId = "job", StartedAt = FakeClock.Start.AddDays(-1), Node = "a dead node" });

        await RunAsync(services, Job(() => "done"));

        Assert.Equal([(false, "Broken off"), (true, "done")], (await RunsAsync(services)).Select(r => (r.Succeeded!.Value, r.Detail)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Purge_WhenRowsAreOld_RemovesThemAndKeepsWhatPeopleNeed(DatabaseProvider provider)
    {
        await using var services = await ServicesAsync(provider);
        await using (var db = services.Database.Open())
        {
            foreach (var state in Enum.GetValues<OutboxState>())
            {
                foreach (var days in new[] { 29, 31 })
                {
                    var message = db.Enqueue("send-mail", Guid.NewGuid(), $"{state}-{days}", FakeClock.Start);
                    (message.State, message.FinishedAt) = (state, FakeClock.Start.AddDays(-days));
                }
            }
            foreach (var (job, days) in new[] { ("outbox-pump", 29), ("outbox-pump", 31), ("purge", 89), ("purge", 91) })
                db.Add(new JobRun { JobId = job, StartedAt = FakeClock.Start.AddDays(-days), FinishedAt = FakeClock.Start.AddDays(-days), Node = "n" });
            await db.SaveChangesAsync();
            await AddNoticesAsync(db);
        }

        var said = await services.InScopeAsync(s => s.GetRequiredService<PurgeJob>().RunAsync(CancellationToken.None));

        Assert.Equal("1 messages, 2 runs, 1 notices", said);
        await using var after = services.Database.Open();
        Assert.DoesNotContain("Done-31", await after.Outbox.Select(m => m.Key).ToListAsync());
        Assert.Equal(7, await after.Outbox.CountAsync());
        Assert.Equal(["/89", "/unread"], await after.Notices.Select(n => n.Path).Order().ToListAsync());
    }

    /// <summary>One read 91 days ago, one read 89 days ago, and one never read.</summary>
    private static async Task AddNoticesAsync(AppDbContext db)
    {
        var person = Samples.User();
        db.Add(person);
        foreach (var path in new[] { "/91", "/89", "/unread" })
            db.Add(new Notice { Kind = NoticeKind.Reminders, Path = path }.AddressTo(person.Id, FakeClock.Start.AddDays(-100)));
        await db.SaveChangesAsync();
        foreach (var days in new[] { 89, 91 })
        {
            DateTime? readAt = FakeClock.Start.AddDays(-days);
            await db.Notices.Where(n => n.Path == $"/{days}").ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, readAt));
        }
    }

    private static ScheduledJob Job(Func<string?> work) => new("job", "0 0 6 * * ?", TimeZoneInfo.Utc, (_, _) => Task.FromResult(work()));

    private static Task<TestServices> ServicesAsync(DatabaseProvider provider) => TestServices.CreateAsync(provider, services =>
    {
        services.AddSingleton(new JobsOptions());
        services.AddSingleton<JobRunner>();
        services.AddScoped<PurgeJob>();
    });

    private static Task RunAsync(TestServices services, ScheduledJob job) =>
        services.Root.GetRequiredService<JobRunner>().RunAsync(job, CancellationToken.None);

    private static async Task<List<JobRun>> RunsAsync(TestServices services)
    {
        await using var db = services.Database.Open();
        return await db.JobRuns.AsNoTracking().OrderBy(r => r.Id).ToListAsync();
    }
}
