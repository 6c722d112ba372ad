using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.Notices;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Features.People;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Notices;

public sealed class NoticeTests
{
    private const string Authority = "head-of-region";

    [Theory, OnSqlite, OnPostgres]
    public async Task Events_WhenTheyMailSomebody_AreUnderTheirBellToo(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", change: c => c.Details = c.Details with { OwnerId = world.Person(Role.Staff).Id });

        var request = (await world.AsAsync<RequestDecision, Outcome<Guid>>(Role.Staff, r => r.HandleAsync(code, Authority, "", default))).Value;
        await DecideAsync(world, code, DecisionOutcome.Returned);
        Assert.True((await world.MoveAsync(code, MoveKind.Hold, reason: "Menunggu")).Succeeded);

        var name = World.Templates.Current("generic")!.Authorities.First(a => a.Code == Authority).Name;
        var asked = Assert.Single(await PageAsync(world, Role.Reviewer));
        Assert.Equal((NoticeKind.DecisionRequested, name, "staff", $"/reviews/{request}"), (asked.Notice.Kind, asked.Notice.Title, asked.Notice.By, asked.Notice.Path));
        Assert.Equal((code, "Pengelolaan sampah", FakeClock.Start, null), (asked.ProjectCode, asked.ProjectName!.Id, asked.Notice.At, asked.Notice.ReadAt));
        var told = await PageAsync(world, Role.Staff);
        Assert.Equal([NoticeKind.ProjectMoved, NoticeKind.DecisionRecorded], told.Select(row => row.Notice.Kind));
        Assert.Equal(World.Templates.Current("generic")!.State(StateCodes.OnHold).Name, told[0].Notice.Title);
        Assert.Equal((DecisionOutcome.Returned, "reviewer", $"/projects/{code}/cycle"), (told[1].Notice.Outcome, told[1].Notice.By, told[1].Notice.Path));
        Assert.Equal(await world.ReadAsync(db => db.Mails.CountAsync()), await world.ReadAsync(db => db.Notices.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Morning_WhenDeadlinesAreOwed_SaysHowManyAndHowManyAreLate(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider, services => services.AddSingleton<PlanReminders>());
        var code = await world.RegisterAsync("JMB-01", change: c => c.Details = c.Details with { OwnerId = world.Person(Role.Staff).Id });
        var today = DateOnly.FromDateTime(FakeClock.Start);
        await world.WriteAsync(async db =>
        {
            await db.Deadlines.ExecuteDeleteAsync();
            var project = await db.Projects.SingleAsync(p => p.Code == code);
            db.AddRange(Samples.Deadline(project, today), Samples.Deadline(project, today.AddDays(-3)), Samples.Deadline(project, today.AddDays(-8)));
        });

        await world.Services.Root.GetRequiredService<PlanReminders>().RunAsync(IndonesianZone.Wib, today, dryRun: false, default);

        var morning = Assert.Single(await PageAsync(world, Role.Staff)).Notice;
        Assert.Equal((NoticeKind.Reminders, 3, 2, DeadlineLinks.Mine), (morning.Kind, morning.Count, morning.Late, morning.Path));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Post_WhenTheCallerDoesNotSave_LeavesNeitherMailNorNotice(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await PostAsync(world, save: false);
        Assert.Equal((0, 0), await CountsAsync(world));

        await PostAsync(world, save: true);
        Assert.Equal((1, 1), await CountsAsync(world));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task PostSecret_WhenSaved_SaysNothingUnderTheBell(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Services.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            services.GetRequiredService<Postbox>().PostSecret(db, await db.Users.FirstAsync(), new PasswordReset("Siti", "https://pmu.test/secret", 24));
            await db.SaveChangesAsync();
        });

        Assert.Equal((1, 0), await CountsAsync(world));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Notices_OfAProjectThatIsOutOfReach_AreGone(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await AddAsync(world, Role.Staff, await IdAsync(world, code), 2);
        await AddAsync(world, Role.Staff, null, 1);
        var moved = world.Person(Role.Staff) with { UnitIds = [world.OtherUnit.Id] };

        Assert.Equal(3, (await PageAsync(world, Role.Staff)).Count);
        Assert.Equal(3, await UnreadAsync(world, world.Person(Role.Staff)));
        Assert.Equal(1, await UnreadAsync(world, moved));
        var left = await world.AsAsync<NoticeList, Paged<NoticeRow>>(moved, n => n.PageAsync(false, 1, default));
        Assert.Null(Assert.Single(left.Rows).ProjectCode);
        var hidden = await world.ReadAsync(db => db.Notices.Where(n => n.ProjectId != null).Select(n => n.Id).FirstAsync());
        Assert.Null(await world.AsAsync<NoticeList, string?>(moved, n => n.OpenAsync(hidden, default)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Open_WhenItIsOnesOwn_MarksItAndLeadsOn(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await AddAsync(world, Role.Staff, null, 2);
        var first = (await PageAsync(world, Role.Staff))[0].Notice;
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await world.AsAsync<NoticeList, string?>(Role.Manager, n => n.OpenAsync(first.Id, default)));
        Assert.Equal(2, await UnreadAsync(world, world.Person(Role.Staff)));
        Assert.Equal(first.Path, await world.AsAsync<NoticeList, string?>(Role.Staff, n => n.OpenAsync(first.Id, default)));

        Assert.Equal(1, await UnreadAsync(world, world.Person(Role.Staff)));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.AsAsync<NoticeList, string?>(Role.Staff, n => n.OpenAsync(first.Id, default));
        Assert.Equal(FakeClock.Start.AddMinutes(1), await world.ReadAsync(db => db.Notices.Where(n => n.Id == first.Id).Select(n => n.ReadAt).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ReadAll_WhenMoreHasCome_LeavesThatUnread(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await AddAsync(world, Role.Staff, null, 3);
        await AddAsync(world, Role.Manager, null, 1);
        var looked = world.Clock.Utc;
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await AddAsync(world, Role.Staff, null, 1);

        Assert.Equal(3, await world.AsAsync<NoticeList, int>(Role.Staff, n => n.ReadAllAsync(looked, default)));

        Assert.Equal(1, await UnreadAsync(world, world.Person(Role.Staff)));
        Assert.Equal(1, await UnreadAsync(world, world.Person(Role.Manager)));
        var unread = await world.AsAsync<NoticeList, Paged<NoticeRow>>(Role.Staff, n => n.PageAsync(unreadOnly: true, 1, default));
        Assert.Equal(looked.AddSeconds(1), Assert.Single(unread.Rows).Notice.At);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Count_HoweverManyThereAre_IsOneQueryThatStopsAtAHundred(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await AddAsync(world, Role.Staff, null, 130);

        world.Services.Queries.Reset();
        Assert.Equal(NoticeList.MostCounted, await UnreadAsync(world, world.Person(Role.Staff)));
        Assert.Single(world.Services.Queries.Commands);

        var page = await world.AsAsync<NoticeList, Paged<NoticeRow>>(Role.Staff, n => n.PageAsync(false, 3, default));
        Assert.Equal((130, 3, 30), (page.Total, page.Page, page.Rows.Count));
    }

    private static Task<int> UnreadAsync(World world, Person person) => world.AsAsync<NoticeList, int>(person, n => n.CountUnreadAsync(default));

    private static async Task<IReadOnlyList<NoticeRow>> PageAsync(World world, Role role) =>
        (await world.AsAsync<NoticeList, Paged<NoticeRow>>(role, n => n.PageAsync(false, 1, default))).Rows;

    private static Task<Guid> IdAsync(World world, string code) => world.ReadAsync(db => db.Projects.Where(p => p.Code == code).Select(p => p.Id).SingleAsync());

    private static Task AddAsync(World world, Role role, Guid? projectId, int times) => world.WriteAsync(db =>
    {
        db.AddRange(Enumerable.Range(1, times).Select(i =>
            new Notice { Kind = NoticeKind.ReportReady, ProjectId = projectId, Title = new LocalText("a.xlsx", "a.xlsx"), Path = $"/reports?{i}" }
                .AddressTo(world.Person(role).Id, world.Clock.Utc)));
        return Task.CompletedTask;
    });

    private static async Task DecideAsync(World world, string code, DecisionOutcome outcome)
    {
        var input = new DecisionInput { AuthorityCode = Authority, Outcome = outcome, DecidedOn = DateOnly.FromDateTime(FakeClock.Start), Reason = "Belum lengkap" };
        Assert.True((await world.AsAsync<RecordDecision, Outcome<Done>>(Role.Reviewer, d => d.HandleAsync(code, input, default))).Succeeded);
    }

    private static Task PostAsync(World world, bool save) => world.Services.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var person = await db.Users.FirstAsync();
        services.GetRequiredService<Postbox>().Post(db, person, new ReportReady("Siti", "a.xlsx", "https://pmu.test/reports"), new Notice { Kind = NoticeKind.ReportReady, Path = "/reports" });
        if (save)
            await db.SaveChangesAsync();
    });

    private static async Task<(int Mails, int Notices)> CountsAsync(World world) =>
        (await world.ReadAsync(db => db.Mails.CountAsync()), await world.ReadAsync(db => db.Notices.CountAsync()));
}
