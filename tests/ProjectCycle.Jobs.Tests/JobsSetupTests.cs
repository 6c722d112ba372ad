using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Notices;
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

    [Fact]
    public async Task Schedule_BesideTheEngine_ShowsWhatDiffers()
    {
        await using var engine = new QuartzJobEngine(null, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        var schedule = new Schedule(new JobsOptions(), engine, new FakeClock());
        Assert.All(await schedule.CompareAsync(CancellationToken.None), job => Assert.Equal(Registration.Unknown, job.Registration));
        var jobs = schedule.Jobs.Where(job => job.Id != Schedule.PurgeId)
            .Select(job => job.Id == Schedule.RemindersId(IndonesianZone.Wit) ? job with { Cron = "0 0 7 * * ?" } : job)
            .Append(new ScheduledJob("stray", "0 0 1 * * ?", TimeZoneInfo.Utc, (_, _) => Task.FromResult<string?>(null)));

        await engine.StartAsync([.. jobs], (_, _) => Task.CompletedTask, CancellationToken.None);

        var compared = (await schedule.CompareAsync(CancellationToken.None)).Where(job => job.Registration != Registration.AsExpected);
        Assert.Equal(["plan-reminders-wit Different", "purge Missing", "stray Unexpected"], compared.Select(job => $"{job.Id} {job.Registration}"));
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
        Assert.Equal(2, await db.JobRuns.CountAsync(r => r.JobId == Schedule.PurgeId && r.Succeeded == true));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Remind_WhenSomeMailboxesMisbehave_SendsTheOthersMeanwhileAndEndsEachInItsState(DatabaseProvider provider)
    {
        await using var sink = new SmtpSink();
        await using var services = await ServicesAsync(provider, sink, timeoutSeconds: 8);
        (string Name, SmtpTrouble Trouble, string Answer)[] troubled =
        [
            ("hangs", SmtpTrouble.HangAtRecipient, ""),
            ("silent", SmtpTrouble.HangDuringData, ""),
            ("drops", SmtpTrouble.DropDuringData, ""),
            ("busy", SmtpTrouble.AtRecipient, "450 4.2.1 mailbox busy"),
            ("full", SmtpTrouble.AfterData, "452 4.2.2 mailbox full"),
            ("gone", SmtpTrouble.AtRecipient, "550 5.1.1 no such person"),
            ("spam", SmtpTrouble.AfterData, "554 5.7.1 looks like spam"),
        ];
        foreach (var (name, trouble, answer) in troubled)
            sink.TroubleOf[$"{name}@demo.local"] = (trouble, answer);
        var sound = Enumerable.Range(1, 12).Select(number => $"sound{number}@demo.local").ToList();
        await PostAsync(services, [.. troubled.Select(t => $"{t.Name}@demo.local"), .. sound]);

        var round = services.Root.GetRequiredService<OutboxPump>().RunAsync(CancellationToken.None);
        await UntilAsync(() => sink.Mails.Count == sound.Count);
        var meanwhile = await StatesAsync(services);
        Assert.All(new[] { "hangs", "silent" }, name => Assert.Equal(OutboxState.Running, meanwhile[$"{name}@demo.local"].Message));
        Assert.Equal("14 done, 5 failed", await round.WaitAsync(TimeSpan.FromSeconds(60)));

        Assert.Equal(sound.Order(), sink.Mails.SelectMany(m => m.Recipients).Order());
        var states = await StatesAsync(services);
        Assert.All(sound, address => Assert.Equal((MailState.Sent, OutboxState.Done), states[address]));
        Assert.All(new[] { "gone", "spam" }, name => Assert.Equal((MailState.Failed, OutboxState.Done), states[$"{name}@demo.local"]));
        Assert.All(troubled.Take(5), t => Assert.Equal(OutboxState.Pending, states[$"{t.Name}@demo.local"].Message));

        sink.TroubleOf.Clear();
        services.Clock.Advance(OutboxPump.PauseAfter(1));
        Assert.Equal("5 done, 0 failed", await services.Root.GetRequiredService<OutboxPump>().RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(sound.Count + 5, (await StatesAsync(services)).Values.Count(s => s.Mail == MailState.Sent));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Remind_WhenTheServerHangsForEverybody_GivesEachMailBackInBoundedTime(DatabaseProvider provider)
    {
        await using var sink = new SmtpSink { Trouble = SmtpTrouble.Hang };
        await using var services = await ServicesAsync(provider, sink, timeoutSeconds: 1);
        await PostAsync(services, [.. Enumerable.Range(1, 8).Select(number => $"person{number}@demo.local")]);

        Assert.Equal("0 done, 8 failed", await services.Root.GetRequiredService<OutboxPump>().RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.All((await StatesAsync(services)).Values, state => Assert.Equal(OutboxState.Pending, state.Message));
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

    private static async Task PostAsync(TestServices services, List<string> addresses)
    {
        var users = addresses.ConvertAll(address => Samples.User(address));
        await services.Database.AddAsync([.. users]);
        await services.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            foreach (var user in users)
                scope.GetRequiredService<Postbox>().Post(db, user, new ReportReady(user.DisplayName, "report.xlsx", "https://example.test/"), new Notice { Kind = NoticeKind.ReportReady, Path = "/reports" });
            await db.SaveChangesAsync();
        });
    }

    private static async Task<Dictionary<string, (MailState Mail, OutboxState Message)>> StatesAsync(TestServices services)
    {
        await using var db = services.Database.Open();
        return await db.Mails.Join(db.Outbox, mail => mail.Id, message => message.SubjectId, (mail, message) => new { mail.Address, Mail = mail.State, Message = message.State })
            .ToDictionaryAsync(x => x.Address, x => (x.Mail, x.Message));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
            await Task.Delay(10, limit.Token);
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
    private static Task<TestServices> ServicesAsync(DatabaseProvider provider, SmtpSink sink, int timeoutSeconds = 30) => TestServices.CreateAsync(provider, services =>
    {
        var (composer, _) = MailComposer.Load(Repository.PathOf("templates", "mail"));
        services.AddFeatures(new DataFolder("unused"));
        services.AddScoped<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton(new TemplateCatalog([new LoadedTemplate(Samples.Template(), "sample.yaml", "", "")]));
        services.AddMail(new MailOptions { Host = sink.Host, Port = sink.Port, StartTls = false, TimeoutSeconds = timeoutSeconds }, composer, pickupFolder: "unused");
        services.AddJobs(new JobsOptions(), DatabaseProvider.Sqlite, connectionString: "");
    });
}
