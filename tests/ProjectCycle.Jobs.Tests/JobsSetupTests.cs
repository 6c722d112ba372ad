using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Features;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.People;
using ProjectCycle.Jobs.Engine;
using ProjectCycle.Jobs.Outbox;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;
using ProjectCycle.Testing.Mail;

namespace ProjectCycle.Jobs.Tests;

/// <summary>Background work as the program wires it, from the schedule to the mail server.</summary>
public sealed class JobsSetupTests
{
    [Fact]
    public async Task Schedule_Ids_AreTheContract()
    {
        await using var engine = new QuartzJobEngine(null, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        var schedule = new Schedule(new JobsOptions { PumpSeconds = 7 }, engine, new FakeClock());

        Assert.Equal(
            [
                "outbox-pump 0/7 * * * * ? UTC 2026-03-04T02:00:07",
                "plan-reminders-wib 0 0 6 * * ? Asia/Jakarta 2026-03-04T23:00:00",
                "plan-reminders-wita 0 0 6 * * ? Asia/Makassar 2026-03-04T22:00:00",
                "plan-reminders-wit 0 0 6 * * ? Asia/Jayapura 2026-03-04T21:00:00",
                "extend-deadlines 0 0 3 * * ? Asia/Jakarta 2026-03-04T20:00:00",
                "purge 0 30 2 * * ? Asia/Jakarta 2026-03-04T19:30:00",
            ],
            schedule.Describe().Select(s => FormattableString.Invariant($"{s.Id} {s.Cron} {s.Zone} {s.NextFireAt:s}")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Start_AfterAnOutage_MakesUpForTheMissedMorningAtOnce(DatabaseProvider provider)
    {
        await using var sink = new SmtpSink();
        await using var services = await ServicesAsync(provider, sink);
        await AddDeadlineAsync(services, dueInDays: -2);

        await StartAndStopAsync(services);
        await StartAndStopAsync(services);

        await using var db = services.Database.Open();
        var mail = Assert.Single(await db.Mails.ToListAsync());
        Assert.Contains("Laporan kemajuan", mail.Subject, StringComparison.Ordinal);
        var runs = await db.JobRuns.Where(r => r.JobId.StartsWith("plan-reminders-")).ToListAsync();
        Assert.Equal(6, runs.Count);
        Assert.All(runs, run => Assert.True(run.Succeeded, run.Detail));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Remind_WhenTheServerDropsAfterKeeping_RepeatsTheOneMailUnderItsOwnId(DatabaseProvider provider)
    {
        await using var sink = new SmtpSink { Trouble = SmtpTrouble.DropAfterKeeping };
        await using var services = await ServicesAsync(provider, sink);
        await AddDeadlineAsync(services, dueInDays: 1);
        var pump = services.Root.GetRequiredService<OutboxPump>();
        await PlanAsync(services);
        await PlanAsync(services);

        Assert.Equal("0 done, 1 failed", await pump.RunAsync(CancellationToken.None));
        sink.Trouble = SmtpTrouble.None;
        services.Clock.Advance(OutboxPump.PauseAfter(1));
        Assert.Equal("1 done, 0 failed", await pump.RunAsync(CancellationToken.None));
        await PlanAsync(services);
        Assert.Null(await pump.RunAsync(CancellationToken.None));

        Assert.Equal(2, sink.Mails.Count);
        Assert.Single(sink.Mails.Select(m => m.Headers["Message-ID"]).Distinct());
        await using var db = services.Database.Open();
        var mail = await db.Mails.SingleAsync();
        Assert.Equal((MailState.Sent, 2), (mail.State, mail.Attempts));
        Assert.StartsWith($"<{mail.Id:N}@", sink.Mails[0].Headers["Message-ID"], StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Remind_WhenAnAddressIsRefusedForGood_FailsThatMailAndSendsTheOthers(DatabaseProvider provider)
    {
        await using var sink = new SmtpSink { Trouble = SmtpTrouble.AtRecipient, Answer = "550 5.1.1 no such person" };
        await using var services = await ServicesAsync(provider, sink);
        await AddDeadlineAsync(services, dueInDays: 1);
        await PlanAsync(services);

        await services.Root.GetRequiredService<OutboxPump>().RunAsync(CancellationToken.None);

        await using var db = services.Database.Open();
        var mail = await db.Mails.SingleAsync();
        Assert.Equal(MailState.Failed, mail.State);
        Assert.Contains("550", mail.Answer, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Done, (await db.Outbox.SingleAsync()).State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Remind_WhenTheServerStaysAway_FailsThatMailUntilAPersonAsksForAnotherRound(DatabaseProvider provider)
    {
        await using var sink = new SmtpSink { Trouble = SmtpTrouble.AtRecipient, Answer = "451 4.2.0 later" };
        await using var services = await ServicesAsync(provider, sink);
        await AddDeadlineAsync(services, dueInDays: 1);
        var pump = services.Root.GetRequiredService<OutboxPump>();
        await PlanAsync(services);
        for (var attempt = 1; attempt <= OutboxPump.MostAttempts; attempt++)
        {
            Assert.Equal("0 done, 1 failed", await pump.RunAsync(CancellationToken.None));
            services.Clock.Advance(OutboxPump.PauseAfter(attempt));
        }
        await using var db = services.Database.Open();
        var given = await db.Mails.AsNoTracking().SingleAsync();
        var message = await db.Outbox.AsNoTracking().SingleAsync();
        Assert.Equal((MailState.Failed, OutboxPump.MostAttempts, OutboxState.Parked), (given.State, given.Attempts, message.State));

        sink.Trouble = SmtpTrouble.None;
        await services.InScopeAsync(async s =>
        {
            s.GetRequiredService<CurrentUser>().Become(new Person(given.RecipientId, "Admin", "id", [Role.Administrator], [], []), address: "");
            Assert.True((await s.GetRequiredService<RetryMessage>().HandleAsync(message.Id, CancellationToken.None)).Succeeded);
        });
        await pump.RunAsync(CancellationToken.None);

        Assert.Equal(MailState.Sent, (await db.Mails.AsNoTracking().SingleAsync()).State);
    }

    private static async Task PlanAsync(TestServices services) =>
        await services.InScopeAsync(s => s.GetRequiredService<Reminders.PlanRemindersJob>().RunAsync(IndonesianZone.Wib, CancellationToken.None));

    /// <summary>The catch-up is over when the host's own work is.</summary>
    private static async Task StartAndStopAsync(TestServices services)
    {
        var host = (BackgroundService)services.Root.GetServices<IHostedService>().Single();
        await host.StartAsync(CancellationToken.None);
        await host.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60));
        await host.StopAsync(CancellationToken.None);
    }

    private static async Task AddDeadlineAsync(TestServices services, int dueInDays)
    {
        var unit = Samples.Unit();
        var owner = Samples.User(roles: [Role.Staff], units: unit);
        await services.Database.AddAsync(unit, owner);
        var project = Samples.Project(Samples.Details(unit) with { OwnerId = owner.Id });
        await services.Database.AddAsync(project);
        await services.Database.AddAsync(Samples.Deadline(project, IndonesianZone.Wib.Today(services.Clock).AddDays(dueInDays)));
    }

    /// <summary>The engine keeps its schedule in memory: its store on PostgreSQL has tests of its own.</summary>
    private static Task<TestServices> ServicesAsync(DatabaseProvider provider, SmtpSink sink) => TestServices.CreateAsync(provider, services =>
    {
        var (composer, _) = MailComposer.Load(Repository.PathOf("templates", "mail"));
        services.AddFeatures(new DataFolder("unused"));
        services.AddScoped<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton(new TemplateCatalog([new LoadedTemplate(Samples.Template(), "sample.yaml", "", "")]));
        services.AddMail(new MailOptions { Host = sink.Host, Port = sink.Port, StartTls = false }, composer, pickupFolder: "unused");
        services.AddJobs(new JobsOptions(), DatabaseProvider.Sqlite, connectionString: "");
    });
}
