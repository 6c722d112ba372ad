using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Data.Postgres;
using ProjectCycle.Data.Sqlite;
using ProjectCycle.Domain.Background;
using ProjectCycle.Features.Background;
using ProjectCycle.Jobs.Outbox;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Jobs.Tests.Outbox;

public sealed class OutboxPumpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenMessagesAreDue_HandlesEachOnceAndThenRests(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        var ids = await house.EnqueueAsync(5);

        Assert.Equal("5 done, 0 failed", await house.Pump.RunAsync(CancellationToken.None));
        Assert.Null(await house.Pump.RunAsync(CancellationToken.None));

        Assert.Equal(ids.Order(), house.Handler.Handled.Order());
        Assert.All(await house.MessagesAsync(), m => Assert.Equal((OutboxState.Done, 1, null, FakeClock.Start), (m.State, m.Attempts, m.LeasedBy, m.FinishedAt!.Value)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_BeforeAMessageIsDue_LeavesItAlone(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        await house.EnqueueAsync(1, dueAt: FakeClock.Start.AddMilliseconds(1));

        Assert.Null(await house.Pump.RunAsync(CancellationToken.None));

        house.Services.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await house.Pump.RunAsync(CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenAMessageKeepsFailing_WaitsLongerEachTimeAndParksItAtLast(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        await house.EnqueueAsync(1);
        house.Handler.Work = (_, _) => throw new TryAgainLaterException("451 later");
        var pauses = new List<TimeSpan>();

        for (var attempt = 1; attempt <= OutboxPump.MostAttempts; attempt++)
        {
            Assert.Equal("0 done, 1 failed", await house.Pump.RunAsync(CancellationToken.None));
            Assert.Null(await house.Pump.RunAsync(CancellationToken.None));
            var message = Assert.Single(await house.MessagesAsync());
            Assert.Equal((attempt, "451 later"), (message.Attempts, message.LastError));
            if (message.State == OutboxState.Pending)
                pauses.Add(message.DueAt - house.Services.Clock.Utc);
            house.Services.Clock.Utc = message.DueAt > house.Services.Clock.Utc ? message.DueAt : house.Services.Clock.Utc;
        }

        Assert.Equal(OutboxState.Parked, Assert.Single(await house.MessagesAsync()).State);
        Assert.Equal(pauses.Order(), pauses);
        Assert.True(pauses.Aggregate((a, b) => a + b) > TimeSpan.FromHours(5), "a mail server may be away for a morning");
        house.Services.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Null(await house.Pump.RunAsync(CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenOneMessageIsPoison_StillHandlesTheOthers(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        var ids = await house.EnqueueAsync(10);
        house.Handler.Work = (id, _) => id == ids[0] ? throw new InvalidOperationException("poison") : Task.CompletedTask;

        Assert.Equal("9 done, 1 failed", await house.Pump.RunAsync(CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenRowsAreBadEveryTime_SendsTheOthersAndParksThemAtLast(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        var bad = await house.EnqueueAsync(3);
        house.Handler.Work = (id, _) =>
            id == bad[0] ? throw new InvalidOperationException("boom")
            : id == bad[1] ? throw new InvalidOperationException("a NUL \0 from a server")
            : id == bad[2] ? house.Services.InScopeAsync(s => s.GetRequiredService<AppDbContext>().Mails.SingleAsync(m => m.Id == id)) // its subject is gone
            : Task.CompletedTask;
        await house.EnqueueAsync(1, kind: "unknown");

        for (var attempt = 1; attempt <= OutboxPump.MostAttempts; attempt++)
        {
            var good = await house.EnqueueAsync(5, dueAt: house.Services.Clock.Utc);
            Assert.Equal("5 done, 4 failed", await house.Pump.RunAsync(CancellationToken.None));
            Assert.All(good, id => Assert.Contains(id, house.Handler.Handled));
            house.Services.Clock.Advance(OutboxPump.PauseAfter(attempt));
        }

        Assert.Null(await house.Pump.RunAsync(CancellationToken.None));
        var messages = await house.MessagesAsync();
        Assert.Equal(OutboxPump.MostAttempts * 5, messages.Count(m => m.State == OutboxState.Done));
        var parked = messages.Where(m => m.State == OutboxState.Parked).ToList();
        Assert.Equal(4, parked.Count);
        Assert.All(parked, m => Assert.NotEmpty(m.LastError!));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenNothingHandlesTheKind_SaysSoOnTheMessage(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        await house.EnqueueAsync(1, kind: "unknown");

        await house.Pump.RunAsync(CancellationToken.None);

        Assert.Contains("unknown", Assert.Single(await house.MessagesAsync()).LastError, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenTwoPumpsWork_NeverHandlesAMessageTwice(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        var ids = await house.EnqueueAsync(60);
        using var other = house.AnotherPump();

        await Task.WhenAll(Task.Run(() => house.Pump.RunAsync(CancellationToken.None)), Task.Run(() => other.RunAsync(CancellationToken.None)));

        Assert.Equal(ids.Order(), house.Handler.Handled.Order());
        Assert.All(await house.MessagesAsync(), m => Assert.Equal((OutboxState.Done, 1), (m.State, m.Attempts)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenALeaseRunsOut_AnotherPumpTakesOverAndTheFirstCannotFinishIt(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        await house.EnqueueAsync(1);
        using var other = house.AnotherPump();
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        house.Handler.Work = async (_, _) =>
        {
            if (begun.TrySetResult())
            {
                await goOn.Task;
                throw new InvalidOperationException("too late");
            }
        };

        var slow = house.Pump.RunAsync(CancellationToken.None);
        await begun.Task.WaitAsync(Patience);
        Assert.Null(await other.RunAsync(CancellationToken.None));
        house.Services.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("1 done, 0 failed", await other.RunAsync(CancellationToken.None));
        goOn.SetResult();
        await slow.WaitAsync(Patience);

        var message = Assert.Single(await house.MessagesAsync());
        Assert.Equal((OutboxState.Done, 2, null), (message.State, message.Attempts, message.LastError));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhileAHandlerWorks_RenewsTheLease(DatabaseProvider provider)
    {
        var renewal = new Renewal();
        await using var house = await House.CreateAsync(provider, leaseSeconds: 1, interceptors: renewal);
        await house.EnqueueAsync(1);
        house.Handler.Work = async (_, cancellation) =>
        {
            house.Services.Clock.Advance(TimeSpan.FromSeconds(0.5));
            await renewal.Seen.Task.WaitAsync(Patience, cancellation);
            Assert.Equal(FakeClock.Start.AddSeconds(1.5), Assert.Single(await house.MessagesAsync()).LeasedUntil);
        };

        Assert.Equal("1 done, 0 failed", await house.Pump.RunAsync(CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenTheLeaseIsLost_StopsTheHandler(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider, leaseSeconds: 1);
        await house.EnqueueAsync(1);
        house.Handler.Work = async (_, cancellation) =>
        {
            await using var db = house.Services.Database.Open();
            await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedBy, "another node"), cancellation);
            await Task.Delay(Patience, cancellation);
        };

        Assert.Equal("0 done, 1 failed", await house.Pump.RunAsync(CancellationToken.None));

        var message = Assert.Single(await house.MessagesAsync());
        Assert.Equal((OutboxState.Running, "another node", null), (message.State, message.LeasedBy, message.LastError));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenTheProgramStops_GivesTheMessageBackUncounted(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        await house.EnqueueAsync(1);
        using var stop = new CancellationTokenSource();
        house.Handler.Work = async (_, cancellation) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Patience, cancellation);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Pump.RunAsync(stop.Token));

        var message = Assert.Single(await house.MessagesAsync());
        Assert.Equal((OutboxState.Pending, 0, FakeClock.Start), (message.State, message.Attempts, message.DueAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenAMessageEndsTheProcessEachTime_ParksItUntried(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        await house.EnqueueAsync(1);
        await using (var db = house.Services.Database.Open())
        {
            await db.Outbox.ExecuteUpdateAsync(set => set
                .SetProperty(m => m.State, OutboxState.Running).SetProperty(m => m.Attempts, OutboxPump.MostAttempts)
                .SetProperty(m => m.LeasedBy, "a dead node").SetProperty(m => m.LeasedUntil, FakeClock.Start.AddSeconds(-1)));
        }

        await house.Pump.RunAsync(CancellationToken.None);

        Assert.Equal(OutboxState.Parked, Assert.Single(await house.MessagesAsync()).State);
        Assert.Empty(house.Handler.Handled);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhenAMessageWasInHandAtACrash_TakesTheUntriedOnesFirst(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider, mailWorkers: 1);
        var inHand = await house.EnqueueAsync(1, dueAt: FakeClock.Start.AddMinutes(-5));
        await using (var db = house.Services.Database.Open())
        {
            await db.Outbox.ExecuteUpdateAsync(set => set
                .SetProperty(m => m.State, OutboxState.Running).SetProperty(m => m.Attempts, 1)
                .SetProperty(m => m.LeasedBy, "a dead node").SetProperty(m => m.LeasedUntil, FakeClock.Start.AddSeconds(-1)));
        }
        var untried = await house.EnqueueAsync(2);

        await house.Pump.RunAsync(CancellationToken.None);

        Assert.Equal((untried.Count + 1, inHand[0]), (house.Handler.Handled.Count, house.Handler.Handled[^1]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhileALongJobHoldsItsLane_MailStillGoesOut(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        await house.EnqueueAsync(2, kind: House.LongKind);
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        house.LongHandler.Work = async (_, _) =>
        {
            begun.TrySetResult();
            await goOn.Task;
        };
        var first = house.Pump.RunAsync(CancellationToken.None);
        await begun.Task.WaitAsync(Patience);

        var sent = new TaskCompletionSource();
        house.Handler.Work = (_, _) =>
        {
            if (house.Handler.Handled.Count == 3)
                sent.TrySetResult();
            return Task.CompletedTask;
        };
        await house.EnqueueAsync(3);
        await house.Pump.RunAsync(CancellationToken.None).WaitAsync(Patience);
        await sent.Task.WaitAsync(Patience); // a lane of the first round may have taken one of them

        Assert.False(first.IsCompleted);
        goOn.SetResult();
        await first.WaitAsync(Patience);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_WhileEveryMailHangs_OtherWorkStillGoesOn(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        await house.EnqueueAsync(10);
        var (allBusy, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        house.Handler.Work = async (_, _) =>
        {
            if (house.Handler.Handled.Count == new JobsOptions().MailWorkers)
                allBusy.TrySetResult();
            await goOn.Task;
        };
        var first = house.Pump.RunAsync(CancellationToken.None);
        await allBusy.Task.WaitAsync(Patience);

        await house.EnqueueAsync(2, kind: House.LongKind);
        Assert.Equal("2 done, 0 failed", await house.Pump.RunAsync(CancellationToken.None).WaitAsync(Patience));

        goOn.SetResult();
        Assert.Equal("10 done, 0 failed", await first.WaitAsync(Patience));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(4, 5)]
    [InlineData(1000, 17)]
    public void Lanes_WhateverTheSettingSays_StayWithinReason(int mailWorkers, int lanes) =>
        Assert.Equal(lanes, OutboxPump.Lanes(new JobsOptions { MailWorkers = mailWorkers }));

    private sealed class Renewal : DbCommandInterceptor
    {
        private int _renewals;

        public TaskCompletionSource Seen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            // The first renewal may come before the handler has moved the clock; the second cannot.
            if (command.CommandText.Contains("SET \"LeasedUntil\"", StringComparison.Ordinal) && ++_renewals == 2)
                Seen.TrySetResult();
            return ValueTask.FromResult(result);
        }
    }

    private sealed class Handler(string kind) : IOutboxHandler
    {
        private readonly ConcurrentQueue<Guid> _handled = [];

        public string Kind => kind;

        public IReadOnlyList<Guid> Handled => [.. _handled];

        public Func<Guid, CancellationToken, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

        public async Task HandleAsync(Guid subjectId, CancellationToken cancellation)
        {
            _handled.Enqueue(subjectId);
            await Work(subjectId, cancellation);
        }
    }

    private sealed class House(TestServices services, Handler handler, Handler longHandler) : IAsyncDisposable
    {
        public const string LongKind = OutboxKinds.BuildReport;

        private int _keys;

        public TestServices Services => services;

        public Handler Handler => handler;

        public Handler LongHandler => longHandler;

        public OutboxPump Pump { get; } = services.Root.GetRequiredService<OutboxPump>();

        public static async Task<House> CreateAsync(DatabaseProvider provider, int leaseSeconds = 60, int mailWorkers = 4, params IInterceptor[] interceptors)
        {
            var (handler, longHandler) = (new Handler(OutboxKinds.SendMail), new Handler(LongKind));
            var services = await TestServices.CreateAsync(provider, s =>
            {
                s.AddSingleton(new JobsOptions { LeaseSeconds = leaseSeconds, MailWorkers = mailWorkers });
                s.AddSingleton<OutboxPump>();
                s.AddSingleton<IOutboxHandler>(handler);
                s.AddSingleton<IOutboxHandler>(longHandler);
                s.ConfigureDbContext<SqliteDbContext>(o => o.AddInterceptors(interceptors));
                s.ConfigureDbContext<PostgresDbContext>(o => o.AddInterceptors(interceptors));
            });
            return new House(services, handler, longHandler);
        }

        /// <summary>As on another node: it shares the database alone.</summary>
        public OutboxPump AnotherPump() => ActivatorUtilities.CreateInstance<OutboxPump>(services.Root);

        public async Task<List<Guid>> EnqueueAsync(int count, string kind = OutboxKinds.SendMail, DateTime? dueAt = null)
        {
            await using var db = services.Database.Open();
            var messages = Enumerable.Range(0, count).Select(_ => db.Enqueue(kind, Guid.CreateVersion7(), $"key-{_keys++}", FakeClock.Start, dueAt)).ToList();
            await db.SaveChangesAsync();
            return [.. messages.Select(m => m.SubjectId)];
        }

        public async Task<List<OutboxMessage>> MessagesAsync()
        {
            await using var db = services.Database.Open();
            return await db.Outbox.AsNoTracking().ToListAsync();
        }

        public ValueTask DisposeAsync() => services.DisposeAsync();
    }
}
