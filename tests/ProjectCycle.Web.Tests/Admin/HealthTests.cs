using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Background;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Admin;

/// <summary>What somebody who watches the program from outside is told of its background work.</summary>
public sealed class HealthTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly WebProgram _program = new();

    public Task InitializeAsync() => _program.InitializeAsync();

    public async ValueTask DisposeAsync() => await ((IAsyncLifetime)_program).DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task Ready_WhenAJobMissedItsTime_IsDegradedAndNamesItUntilItRan()
    {
        await _program.WriteAsync(Purged(FakeClock.Start.AddDays(-3)));
        Assert.Equal("Degraded\nbackground: late: purge", await ReadyAsync());

        await _program.WriteAsync(Purged(FakeClock.Start.AddHours(-2)));
        Assert.Equal("Healthy", await ReadyAsync());
    }

    [Fact]
    public async Task Ready_WhenNothingEverRan_IsDegradedOnceAMorningHasPassed()
    {
        Assert.Equal("Healthy", await ReadyAsync());

        _program.Clock.Advance(TimeSpan.FromHours(26));

        Assert.Matches("^Degraded\nbackground: late: plan-reminders-wib, plan-reminders-wita, plan-reminders-wit, .*purge$", await ReadyAsync());
    }

    [Theory]
    [InlineData(-6, "Degraded\nbackground: late: outbox-pump, messages wait too long")]
    [InlineData(-4, "Healthy")]
    public async Task Ready_WhenMessagesWait_IsDegradedOnceThePumpShouldHaveCome(int minutes, string said)
    {
        await _program.WriteAsync(Message(OutboxState.Pending, dueAt: FakeClock.Start.AddMinutes(minutes)));

        Assert.Equal(said, await ReadyAsync());
    }

    [Fact]
    public async Task Ready_WhenANodeDiedAndNobodyTookOver_IsDegraded()
    {
        var message = Message(OutboxState.Running, dueAt: FakeClock.Start.AddMinutes(-6));
        message.LeasedUntil = FakeClock.Start.AddSeconds(-1);
        await _program.WriteAsync(message);

        Assert.StartsWith("Degraded\nbackground: late: outbox-pump", await ReadyAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-23, "Degraded\nbackground: parked within a day: 1, in all: 1")]
    [InlineData(-25, "Healthy")]
    public async Task Ready_WhenAMessageWasParkedLately_CountsItWithoutItsWords(int hours, string said)
    {
        var message = Message(OutboxState.Parked, FakeClock.Start.AddDays(-2));
        message.FinishedAt = FakeClock.Start.AddHours(hours);
        await _program.WriteAsync(message);

        Assert.Equal(said, await ReadyAsync());
    }

    [Fact]
    public async Task Ready_WhenTheDatabaseFails_IsUnhealthyAndSaysNoMore()
    {
        await ReadyAsync();
        await _program.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE \"OutboxMessages\""));

        var answer = await _program.Open().GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (answer.Status, answer.Text));
    }

    private async Task<string> ReadyAsync()
    {
        var answer = await _program.Open().GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Text;
    }

    private static JobRun Purged(DateTime at) => new() { JobId = "purge", StartedAt = at, FinishedAt = at, Succeeded = true, Node = "test" };

    private static OutboxMessage Message(OutboxState state, DateTime dueAt) => new()
    {
        Kind = "send-mail",
        SubjectId = Guid.NewGuid(),
        Key = $"{Guid.NewGuid()}",
        CreatedAt = dueAt,
        DueAt = dueAt,
        State = state,
        LastError = "550 no such mailbox",
    };
}
