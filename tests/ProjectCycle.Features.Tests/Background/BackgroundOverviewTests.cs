using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Audit;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.People;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Background;

public sealed class BackgroundOverviewTests
{
    private static readonly ScheduleInfo Schedule = new("purge", "0 30 2 * * ?", "Asia/Jakarta", FakeClock.Start.AddHours(5));

    [Theory, OnSqlite, OnPostgres]
    public async Task Load_WhenJobsRanAndMessagesWait_ShowsBoth(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await AddMessagesAsync(database, OutboxState.Pending, 2);
        await AddMessagesAsync(database, OutboxState.Parked, 1);
        await database.AddAsync(Run(days: 2, succeeded: true), Run(days: 1, succeeded: false));
        await using var db = database.Open();

        var page = (await new BackgroundOverview(db, As(Role.Administrator), new FakeClock()).LoadAsync([Schedule, Schedule with { Id = "never" }], CancellationToken.None)).Value;

        Assert.Equal((false, FakeClock.Start.AddDays(-2)), (page.Schedules[0].LastRun!.Succeeded, page.Schedules[0].LastSuccessAt));
        Assert.Equal((null, null), (page.Schedules[1].LastRun, page.Schedules[1].LastSuccessAt));
        Assert.Equal([FakeClock.Start.AddDays(-1), FakeClock.Start.AddDays(-2)], page.Runs.Select(r => r.StartedAt));
        Assert.Equal([2, 0, 0, 1], Enum.GetValues<OutboxState>().Select(s => page.Outbox[s]));
        Assert.Equal(FakeClock.Start.AddMinutes(-2), page.OldestDueAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Parked_WhenAskedForAPageBeyondTheLast_ShowsTheLast(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await AddMessagesAsync(database, OutboxState.Parked, 3);
        await AddMessagesAsync(database, OutboxState.Done, 1);
        await using var db = database.Open();

        var page = (await new BackgroundOverview(db, As(Role.Auditor), new FakeClock()).ParkedAsync(page: 9, pageSize: 2, CancellationToken.None)).Value;

        Assert.Equal((1, 3, 2), (page.Rows.Count, page.Total, page.Page));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Retry_WhenAMessageIsParked_GivesItAnotherRound(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var id = (await AddMessagesAsync(database, OutboxState.Parked, 1))[0];

        Assert.True((await RetryAsync(database, Role.Administrator, id)).Succeeded);

        await using var db = database.Open();
        var message = await db.Outbox.SingleAsync();
        Assert.Equal((OutboxState.Pending, 0, FakeClock.Start), (message.State, message.Attempts, message.DueAt));
        Assert.Equal("not-found", (await RetryAsync(database, Role.Administrator, id)).Refusals[0].Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RetryAll_WhenSomeAreParked_GivesThemAnotherRoundAndLeavesTheOthersAlone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await AddMessagesAsync(database, OutboxState.Parked, 3);
        await AddMessagesAsync(database, OutboxState.Done, 1);
        await using var db = database.Open();

        Assert.Equal("not-allowed", (await new RetryMessage(db, As(Role.Auditor), new FakeClock()).AllAsync(CancellationToken.None)).Refusals[0].Code);
        Assert.Equal(3, (await new RetryMessage(db, As(Role.Administrator), new FakeClock()).AllAsync(CancellationToken.None)).Value);

        Assert.Equal((3, 1), (await db.Outbox.CountAsync(m => m.State == OutboxState.Pending && m.Attempts == 0), await db.Outbox.CountAsync(m => m.State == OutboxState.Done)));
    }

    [Theory, OnSqlite]
    public async Task Retry_WithoutTheRight_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var id = (await AddMessagesAsync(database, OutboxState.Parked, 1))[0];

        Assert.Equal("not-allowed", (await RetryAsync(database, Role.Auditor, id)).Refusals[0].Code);
        await using var db = database.Open();
        Assert.Equal("not-allowed", (await new BackgroundOverview(db, As(Role.Manager), new FakeClock()).LoadAsync([], CancellationToken.None)).Refusals[0].Code);
        Assert.Equal("not-allowed", (await new BackgroundOverview(db, As(Role.Manager), new FakeClock()).ParkedAsync(1, 10, CancellationToken.None)).Refusals[0].Code);
    }

    [Fact]
    public void Kinds_AreTheContract() =>
        Assert.Equal(["build-report", "send-mail"], typeof(OutboxKinds).GetFields().Select(kind => (string)kind.GetRawConstantValue()!).Order());

    private static async Task<Domain.Outcome<Domain.Done>> RetryAsync(TestDatabase database, Role role, Guid id)
    {
        await using var db = database.Open();
        return await new RetryMessage(db, As(role), new FakeClock()).HandleAsync(id, CancellationToken.None);
    }

    private static CurrentUser As(Role role)
    {
        var user = new CurrentUser(new Actor());
        user.Become(new Person(Guid.CreateVersion7(), "Siti", "id", [role], [], []), address: "");
        return user;
    }

    private static JobRun Run(int days, bool succeeded) => new()
    {
        JobId = Schedule.Id,
        StartedAt = FakeClock.Start.AddDays(-days),
        FinishedAt = FakeClock.Start.AddDays(-days),
        Succeeded = succeeded,
        Node = "n",
    };

    /// <summary>The first is due a minute ago, the next two minutes ago and so on.</summary>
    private static async Task<List<Guid>> AddMessagesAsync(TestDatabase database, OutboxState state, int count)
    {
        await using var db = database.Open();
        var ids = new List<Guid>();
        for (var i = 1; i <= count; i++)
        {
            var message = db.Enqueue(OutboxKinds.SendMail, Guid.CreateVersion7(), $"{state}-{i}", FakeClock.Start, FakeClock.Start.AddMinutes(-i));
            (message.State, message.Attempts) = (state, 8);
            ids.Add(message.Id);
        }
        await db.SaveChangesAsync();
        return ids;
    }
}
