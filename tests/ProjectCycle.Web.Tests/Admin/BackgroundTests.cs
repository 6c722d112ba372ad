using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Admin;

public sealed class BackgroundTests(WebProgram program) : IClassFixture<WebProgram>
{
    [Fact]
    public async Task Retry_OfAParkedMessage_LetsItWaitAgain()
    {
        var message = Parked();
        await program.WriteAsync(message);
        var (browser, _) = await program.SignedInAsync(Role.Administrator);
        Assert.Contains("no such mailbox", (await browser.GetAsync("/admin/background")).Text, StringComparison.Ordinal);

        await browser.SubmitAsync("/admin/background", "/admin/background?handler=Retry", ("id", $"{message.Id}"));

        Assert.Equal(OutboxState.Pending, await program.ReadAsync(db => db.Outbox.Where(m => m.Id == message.Id).Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task RetryAll_OfParkedMessages_LetsThemWaitAgain()
    {
        var messages = new[] { Parked(), Parked() };
        await program.WriteAsync(messages[0], messages[1]);
        var (browser, _) = await program.SignedInAsync(Role.Administrator);

        await browser.SubmitAsync("/admin/background", "/admin/background?handler=RetryAll");

        Assert.False(await program.ReadAsync(db => db.Outbox.AnyAsync(m => m.State == OutboxState.Parked)));
    }

    [Fact]
    public async Task Page_ForTheAuditor_ShowsEverythingWithoutButtons()
    {
        await program.WriteAsync(Parked());
        var (browser, _) = await program.SignedInAsync(Role.Auditor);

        var page = await browser.GetAsync("/admin/background");

        Assert.Contains("no such mailbox", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Retry", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_ThatMissedItsTime_IsCalledLate()
    {
        var run = new JobRun { JobId = "purge", StartedAt = FakeClock.Start.AddDays(-3), FinishedAt = FakeClock.Start.AddDays(-3), Succeeded = true, Node = "test" };
        await program.WriteAsync(run);
        var (browser, _) = await program.SignedInAsync(Role.Auditor);
        Assert.Contains("Late", (await browser.GetAsync("/admin/background")).Text, StringComparison.Ordinal);

        await program.WriteAsync(new JobRun { JobId = "purge", StartedAt = FakeClock.Start.AddHours(-2), FinishedAt = FakeClock.Start, Succeeded = true, Node = "test" });

        Assert.DoesNotContain("Late", (await browser.GetAsync("/admin/background")).Text, StringComparison.Ordinal);
    }

    private static OutboxMessage Parked() => new()
    {
        Kind = "send-mail",
        SubjectId = Guid.NewGuid(),
        Key = $"{Guid.NewGuid()}",
        CreatedAt = FakeClock.Start,
        DueAt = FakeClock.Start,
        State = OutboxState.Parked,
        Attempts = 8,
        LastError = "550 no such mailbox",
    };
}
