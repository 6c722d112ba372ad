using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ProjectCycle.Data;
using ProjectCycle.Jobs.Engine;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Jobs.Tests.Engine;

/// <summary>A real scheduler, in memory and on PostgreSQL.</summary>
public sealed class QuartzJobEngineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory, OnSqlite, OnPostgres]
    public async Task Start_WhenAScheduleIsDue_RunsItsJob(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var engine = Engine(database);
        var calls = new Calls();

        await engine.StartAsync([Job("every-second", "0/1 * * * * ?")], calls.RunAsync, CancellationToken.None);

        Assert.Equal("every-second", await calls.NextAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RunSoon_WhenTheScheduleIsFarOff_RunsTheJobNow(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var engine = Engine(database);
        var calls = new Calls();
        await engine.StartAsync([Job("yearly", "0 0 0 1 1 ?")], calls.RunAsync, CancellationToken.None);

        await engine.RunSoonAsync("yearly", CancellationToken.None);

        Assert.Equal("yearly", await calls.NextAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenAJobThrows_KeepsTheSchedule(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var engine = Engine(database);
        var calls = new Calls { Failures = 1 };

        await engine.StartAsync([Job("every-second", "0/1 * * * * ?")], calls.RunAsync, CancellationToken.None);

        Assert.Equal("every-second", await calls.NextAsync());
        Assert.Equal("every-second", await calls.NextAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Stop_WhenAJobRuns_AsksItToStopAndWaits(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var engine = Engine(database);
        var (begun, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        await engine.StartAsync(
            [Job("long", "0 0 0 1 1 ?")],
            async (_, cancellation) =>
            {
                begun.SetResult();
                await Task.Delay(Patience, cancellation).ContinueWith(_ => stopped.SetResult(), TaskScheduler.Default);
            },
            CancellationToken.None);
        await engine.RunSoonAsync("long", CancellationToken.None);
        await begun.Task.WaitAsync(Patience);

        await engine.StopAsync(CancellationToken.None).WaitAsync(Patience);

        Assert.True(stopped.Task.IsCompleted);
    }

    [Theory, OnPostgres]
    public async Task Start_WhenAScheduleHasLeftTheCode_ForgetsItInTheStore(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var old = Engine(database))
            await old.StartAsync([Job("kept", "0 0 0 1 1 ?"), Job("gone", "0 0 0 1 1 ?")], new Calls().RunAsync, CancellationToken.None);
        Assert.Equal(["gone", "kept"], await StoredJobsAsync(database));

        await using var engine = Engine(database);
        await engine.StartAsync([Job("kept", "0 0 0 2 2 ?")], new Calls().RunAsync, CancellationToken.None);

        Assert.Equal(["kept"], await StoredJobsAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Registered_BeforeAndAfterTheStart_IsUnknownAndThenWhatWillFire(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var engine = Engine(database);
        Assert.Null(await engine.RegisteredAsync(CancellationToken.None));

        await engine.StartAsync([Job("b", "0 0 0 1 1 ?"), Job("a", "0 30 2 * * ?")], new Calls().RunAsync, CancellationToken.None);

        Assert.Equal(
            ["a 0 30 2 * * ? UTC", "b 0 0 0 1 1 ? UTC"],
            (await engine.RegisteredAsync(CancellationToken.None))!.Select(s => $"{s.JobId} {s.Cron} {s.Zone}"));
    }

    [Theory, OnPostgres]
    public async Task Registered_WhenAnotherNodeHasOtherSchedules_ShowsWhatTheStoreHolds(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var old = Engine(database);
        await old.StartAsync([Job("kept", "0 0 0 1 1 ?"), Job("gone", "0 0 0 1 1 ?")], new Calls().RunAsync, CancellationToken.None);
        await using var other = Engine(database);
        await other.StartAsync([Job("kept", "0 0 0 2 2 ?"), Job("new", "0 0 0 1 1 ?")], new Calls().RunAsync, CancellationToken.None);

        Assert.Equal(["kept 0 0 0 2 2 ?", "new 0 0 0 1 1 ?"], (await old.RegisteredAsync(CancellationToken.None))!.Select(s => $"{s.JobId} {s.Cron}"));
    }

    [Theory, OnPostgres]
    public async Task Start_WhenTwoNodesShareAStore_EachTimeFiresOnOneOfThem(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var first = Engine(database);
        await using var second = Engine(database);
        var calls = new Calls();
        var jobs = new[] { Job("every-second", "0/1 * * * * ?") };

        await Task.WhenAll(first.StartAsync(jobs, calls.RunAsync, CancellationToken.None), second.StartAsync(jobs, calls.RunAsync, CancellationToken.None));
        for (var i = 0; i < 8; i++)
            await calls.NextAsync();
        await Task.WhenAll(first.StopAsync(CancellationToken.None), second.StopAsync(CancellationToken.None));

        // Eight seconds fired once span seven, fired on both nodes three. A busy machine starts some of them late, so gaps say nothing.
        Assert.True(calls.Times[7] - calls.Times[0] > TimeSpan.FromSeconds(4), "two nodes fired at the same time");
    }

    [Fact]
    public async Task NextFireAt_ForAMorningInAZone_IsThatMorningInUtc()
    {
        await using var engine = new QuartzJobEngine(null, NullLoggerFactory.Instance);
        var job = new ScheduledJob("x", "0 0 6 * * ?", TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), (_, _) => Task.FromResult<string?>(null));

        Assert.Equal(new DateTime(2026, 3, 4, 23, 0, 0, DateTimeKind.Utc), engine.NextFireAt(job, new DateTime(2026, 3, 3, 23, 0, 0, DateTimeKind.Utc)));
    }

    private static QuartzJobEngine Engine(TestDatabase database) =>
        new(database.Provider == DatabaseProvider.Postgres ? database.ConnectionString : null, NullLoggerFactory.Instance);

    private static ScheduledJob Job(string id, string cron) => new(id, cron, TimeZoneInfo.Utc, (_, _) => Task.FromResult<string?>(null));

    private static async Task<List<string>> StoredJobsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Database.SqlQuery<string>($"SELECT job_name AS \"Value\" FROM qrtz_job_details ORDER BY job_name").ToListAsync();
    }

    private sealed class Calls
    {
        private readonly Channel<string> _ids = Channel.CreateUnbounded<string>();
        private readonly ConcurrentQueue<DateTimeOffset> _times = [];

        public int Failures { get; set; }

        public IReadOnlyList<DateTimeOffset> Times => [.. _times];

        public Task RunAsync(ScheduledJob job, CancellationToken cancellation)
        {
            _times.Enqueue(TimeProvider.System.GetUtcNow());
            _ids.Writer.TryWrite(job.Id);
            return Failures-- > 0 ? throw new InvalidOperationException("trouble") : Task.CompletedTask;
        }

        public Task<string> NextAsync() => _ids.Reader.ReadAsync().AsTask().WaitAsync(Patience);
    }
}
