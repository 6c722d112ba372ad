using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reports;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Cycles;

public sealed class StallWatchTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Of_WhenStaysAreKnown_ComparesWithinTheTemplateAndStage(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        foreach (var (days, i) in new[] { 15, 20, 35, 40, 50 }.Select((days, i) => (days, i)))
            await world.RegisterAsync($"DONE-{i}", "generic", null, new(StateCodes.Identification, Today.AddDays(-days - 100)), new(StateCodes.Preparation, Today.AddDays(-100)));
        await world.RegisterAsync("OTHER", "kfw", null, new(StateCodes.Identification, Today.AddDays(-900)), new(StateCodes.Preparation, Today));
        var late = await world.RegisterAsync("LATE", "generic", null, new StageEntry(StateCodes.Identification, Today.AddDays(-41)));
        var fair = await world.RegisterAsync("FAIR", "generic", null, new StageEntry(StateCodes.Identification, Today.AddDays(-40)));

        Assert.Equal(new StayStatistics(5, 35, 40, 80, true), (await OfAsync(world, fair)).Stays);
        Assert.Empty((await OfAsync(world, fair)).Flags);
        var flag = Assert.Single((await OfAsync(world, late)).Flags);
        Assert.Equal((StallKind.Slow, Today.AddDays(-41), 41), (flag.Kind, flag.Since, flag.Days));
        Assert.Equal(["LATE"], await FlaggedAsync(world, StallKind.Slow));
        Assert.False((await OfAsync(world, "DONE-1")).Stays.IsEnough); // nobody has completed preparation yet
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Of_WhenAStayEndedInAHold_DoesNotCountIt(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        world.Clock.Advance(TimeSpan.FromDays(10));
        await world.MoveAsync(code, MoveKind.Hold, reason: "Menunggu");
        world.Clock.Advance(TimeSpan.FromDays(100));
        await world.MoveAsync(code, MoveKind.Resume);
        world.Clock.Advance(TimeSpan.FromDays(4));
        await world.SupplyAsync(code, MoveKind.Advance);
        await world.MoveAsync(code, MoveKind.Advance);
        var other = await world.RegisterAsync("JMB-02");

        Assert.Equal(new StayStatistics(1, 4, 4, 80, false), (await OfAsync(world, other)).Stays);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Of_WhenStaysAreOutsideTheReach_DoesNotCountThem(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RegisterAsync("HIDDEN", "generic", null, new(StateCodes.Identification, Today.AddDays(-90)), new(StateCodes.Preparation, Today));
        var mine = await world.RegisterAsync("MINE", change: c => c.Details = c.Details with { AgreementId = world.Agreement.Id });

        Assert.Equal(1, (await OfAsync(world, mine)).Stays.Cases);
        Assert.Equal(0, (await OfAsync(world, mine, Role.Observer)).Stays.Cases);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Dormant_WhenSixMonthsHavePassedWithoutActivity_IsFlaggedOnThatDay(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await ImplementedAsync(world, "JMB-01", signedOn: Today.AddDays(-30));
        world.Clock.Utc = At(Today.AddMonths(6).AddDays(-1));
        Assert.Empty(await FlaggedAsync(world, StallKind.Dormant));
        Assert.Empty((await OfAsync(world, code)).Flags);

        world.Clock.Utc = At(Today.AddMonths(6));

        Assert.Equal([code], await FlaggedAsync(world, StallKind.Dormant));
        var flag = Assert.Single((await OfAsync(world, code)).Flags);
        Assert.Equal((StallKind.Dormant, Today, Today.AddDays(-30)), (flag.Kind, flag.Since, flag.SignedOn));
        Assert.Equal(flag, await world.AsAsync<PortfolioQuery, StallFlag>(Role.Manager, async query =>
        {
            var (report, _) = await query.LoadAsync(new ProjectListFilter { Flag = StallKind.Dormant }, "en", null, default);
            return Assert.Single(Assert.Single(await report.Projects.ToListAsync()).StallFlags);
        }));
    }

    [Theory]
    [OnSqlite("document")]
    [OnPostgres("document")]
    [OnSqlite("deadline")]
    [OnPostgres("deadline")]
    [OnSqlite("decision")]
    [OnPostgres("decision")]
    [OnSqlite("confirmation")]
    [OnPostgres("confirmation")]
    [OnSqlite("move")]
    [OnPostgres("move")]
    public async Task Dormant_WhenSomethingHappened_IsNotFlaggedForSixMonthsMore(DatabaseProvider provider, string what)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await ImplementedAsync(world, "JMB-01", signedOn: Today.AddDays(-30));
        var day = Today.AddMonths(2);
        world.Clock.Utc = At(day);
        await ActAsync(world, code, what, day);
        world.Clock.Utc = At(day.AddMonths(6).AddDays(-1));
        Assert.Empty(await FlaggedAsync(world, StallKind.Dormant));
        Assert.DoesNotContain((await OfAsync(world, code)).Flags, flag => flag.Kind == StallKind.Dormant);

        world.Clock.Utc = At(day.AddMonths(6));

        Assert.Equal([code], await FlaggedAsync(world, StallKind.Dormant));
        Assert.Contains((await OfAsync(world, code)).Flags, flag => flag.Kind == StallKind.Dormant && flag.Since == day);
    }

    [Theory]
    [OnSqlite("ksdpl")]
    [OnPostgres("ksdpl")]
    [OnSqlite("ksdll")]
    [OnPostgres("ksdll")]
    public async Task NoLetterOfIntent_WhenAYearHasPassed_IsFlaggedUntilTheLetterIsThere(DatabaseProvider provider, string template)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", template, null, new(StateCodes.Identification, Today), new(StateCodes.Preparation, Today));
        await world.RegisterAsync("JMB-02", "kfw");
        world.Clock.Utc = At(Today.AddMonths(12).AddDays(-1));
        Assert.Empty(await FlaggedAsync(world, StallKind.NoLetterOfIntent));

        world.Clock.Utc = At(Today.AddMonths(12));

        Assert.Equal([code], await FlaggedAsync(world, StallKind.NoLetterOfIntent));
        Assert.Equal(StallKind.NoLetterOfIntent, Assert.Single((await OfAsync(world, code)).Flags).Kind);
        Assert.Contains(World.Templates.Current(template)!.DocumentKinds, kind => kind.Code == StallPolicy.LetterOfIntent);
        _ = (await world.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(code, World.TextFile(StallPolicy.LetterOfIntent), default))).Value;
        Assert.Empty(await FlaggedAsync(world, StallKind.NoLetterOfIntent));
        Assert.Empty((await OfAsync(world, code)).Flags);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Of_WhateverTheNumberOfProjects_AsksTheDatabaseTwice(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        for (var i = 0; i < 12; i++)
            await world.RegisterAsync($"JMB-{i:D2}", "generic", null, new(StateCodes.Identification, Today.AddDays(-9 * i)), new(StateCodes.Preparation, Today));
        var ids = await world.ReadAsync(db => db.Projects.Select(p => p.Id).ToListAsync());
        world.Services.Queries.Reset();

        var flags = await world.AsAsync<StallWatch, IReadOnlyDictionary<Guid, IReadOnlyList<StallFlag>>>(Role.Manager, w => w.OfAsync(ids, null, Today, default));

        Assert.Equal(12, flags.Count);
        Assert.Equal(2, world.Services.Queries.Count);
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(TimeOnly.FromDateTime(FakeClock.Start), DateTimeKind.Utc);

    private static async Task<string> ImplementedAsync(World world, string code, DateOnly signedOn)
    {
        var stages = StateCodes.Stages.Take(5).Select(stage => new StageEntry(stage, Today)).ToArray();
        return await world.RegisterAsync(code, "ksdpl", c => c.Details = c.Details with { Dates = KeyDates.Unknown with { SignedOn = signedOn } }, stages);
    }

    private static async Task ActAsync(World world, string code, string what, DateOnly day)
    {
        var project = (await world.ViewAsync(code))!.Project;
        switch (what)
        {
            case "document":
                _ = (await world.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(code, World.TextFile("other"), default))).Value;
                break;
            case "deadline":
                var id = (await world.AsAsync<SetDeadline, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, new DeadlineInput { Title = "Rapat", DueOn = day }, default))).Value;
                _ = (await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, s => s.MeetAsync(id, new DeadlineMet(), 0, default))).Value;
                break;
            case "move":
                _ = (await world.MoveAsync(code, MoveKind.Hold, reason: "Menunggu")).Value;
                _ = (await world.MoveAsync(code, MoveKind.Resume)).Value;
                break;
            case "decision":
                await world.WriteAsync(db => Task.FromResult(db.Add(new Decision
                {
                    ProjectId = project.Id,
                    AuthorityCode = "tkksd",
                    Outcome = DecisionOutcome.Approved,
                    DecidedOn = day,
                    RecordedById = world.Person(Role.Reviewer).Id,
                    RecordedAt = At(day),
                })));
                break;
            default:
                await world.WriteAsync(db => Task.FromResult(db.Add(new ChecklistConfirmation { ProjectId = project.Id, ItemCode = "item", ConfirmedById = world.Person(Role.Staff).Id, ConfirmedAt = At(day) })));
                break;
        }
    }

    private static async Task<StallView> OfAsync(World world, string code, Role role = Role.Manager)
    {
        var view = await world.ViewAsync(code, role);
        return await world.AsAsync<StallWatch, StallView>(role, w => w.OfAsync(view!.Project, view.Today, default));
    }

    private static async Task<IEnumerable<string>> FlaggedAsync(World world, StallKind kind)
    {
        var page = await world.AsAsync<ProjectList, Paged<ProjectRow>>(Role.Manager, l => l.PageAsync(new ProjectListFilter { Flag = kind }, default));
        Assert.All(page.Rows, row => Assert.Contains(row.Flags, flag => flag.Kind == kind));
        return page.Rows.Select(row => row.Code);
    }
}
