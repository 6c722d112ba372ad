using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Actors;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Actors;

public sealed class TeamTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);
    private static readonly TeamMemberInput Sekda = new() { Name = "Sekda", Office = "Sekretaris Daerah", Position = TeamPosition.Chair, IsPermanent = true };

    private static readonly (TeamMemberInput Input, string Refusal, string Field)[] BadMembers =
    [
        (Sekda with { Name = "" }, "required", "Name"),
        (Sekda with { Office = " " }, "required", "Office"),
        (Sekda with { Name = new string('x', 201) }, "too-long", "Name"),
        (Sekda with { Office = new string('x', 301) }, "too-long", "Office"),
        (Sekda with { Position = (TeamPosition)9 }, "required", "Position"),
        (Sekda with { Since = new DateOnly(1, 1, 1) }, "date-out-of-range", "Since"),
        (Sekda with { Since = Today, Until = Today.AddDays(-1) }, "ended-before-started", "Until"),
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Team_WhenFilledIn_ShowsDecreeMembersAndTasks(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var project = (await world.ViewAsync(code))!.Project;
        Assert.True((await FindAsync(world, Role.Staff))!.IsEmpty);

        _ = (await DecreeAsync(world, new DecreeInput { DecreeNumber = " 12/2025 ", DecreedOn = Today.AddYears(-1) }, -1)).Value;
        var expert = (await MemberAsync(world, Sekda with { Name = "Ahli", Office = "Tenaga ahli", Position = TeamPosition.Member, IsPermanent = false })).Value;
        var sekda = (await MemberAsync(world, Sekda)).Value;
        var done = (await TaskAsync(world, new TeamTaskInput { Kind = TeamTaskKind.Mapping, DoneOn = Today })).Value;
        var open = (await TaskAsync(world, new TeamTaskInput { Kind = TeamTaskKind.Recommendation, ProjectId = project.Id, MemberId = sekda, DueOn = Today.AddDays(9) })).Value;

        var view = (await FindAsync(world, Role.Reviewer))!;
        Assert.Equal(("12/2025", false), (view.Team!.DecreeNumber, view.MayEdit));
        Assert.Equal([sekda, expert], view.Members.Select(m => m.Id));
        Assert.Equal([open, done], view.Tasks.Select(t => t.Task.Id));
        Assert.Equal(("JMB-01", "Sekda"), (view.Tasks[0].ProjectCode, view.Tasks[0].Member));
        Assert.False(view.Pulse.IsDormant(Today));
        Assert.True(view.Pulse.IsDormant(Today.AddMonths(7)));
        var here = await world.AsAsync<TeamQueries, IReadOnlyList<TeamTaskRow>>(Role.Auditor, q => q.OfProjectAsync(project.Id, default));
        Assert.Equal(open, Assert.Single(here).Task.Id);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Team_WhenFormedLongAgoAndSilent_IsDormantUntilATaskIsDone(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        _ = (await DecreeAsync(world, new DecreeInput { DecreedOn = new DateOnly(2015, 7, 1) }, -1)).Value;
        var task = (await TaskAsync(world, new TeamTaskInput())).Value;
        Assert.True((await FindAsync(world, Role.Staff))!.Pulse.IsDormant(Today));

        _ = (await world.AsAsync<SaveTeamTask, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(task, new TeamTaskInput { DoneOn = Today }, 0, default))).Value;
        Assert.False((await FindAsync(world, Role.Staff))!.Pulse.IsDormant(Today));
        _ = (await world.AsAsync<SaveTeamTask, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(task, 1, default))).Value;
        Assert.True((await FindAsync(world, Role.Staff))!.Pulse.IsDormant(Today));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Rows_WhenSomethingIsWrong_NameTheField(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var foreign = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Staff);
        var elsewhere = (await world.AsAsync<SaveTeamMember, Outcome<Guid>>(foreign, s => s.AddAsync(world.OtherUnit.Id, Sekda, default))).Value;

        foreach (var (input, refusal, field) in BadMembers)
            Assert.Contains((refusal, field), (await MemberAsync(world, input)).Refusals.Select(r => (r.Code, r.Field!)));
        await TaskRefusedAsync(new TeamTaskInput { Kind = (TeamTaskKind)9 }, "required", "Kind");
        await TaskRefusedAsync(new TeamTaskInput { ProjectId = Guid.NewGuid() }, "project-not-of-unit", "ProjectId");
        await TaskRefusedAsync(new TeamTaskInput { MemberId = elsewhere }, "not-in-team", "MemberId");
        await TaskRefusedAsync(new TeamTaskInput { DoneOn = Today.AddDays(1) }, "date-in-future", "DoneOn");
        await TaskRefusedAsync(new TeamTaskInput { DueOn = new DateOnly(1, 1, 1) }, "date-out-of-range", "DueOn");
        await TaskRefusedAsync(new TeamTaskInput { Note = new string('x', 2001) }, "too-long", "Note");
        Assert.Contains("date-in-future", (await DecreeAsync(world, new DecreeInput { DecreedOn = Today.AddDays(1) }, -1)).Refusals.Select(r => r.Code));
        Assert.Contains("too-long", (await DecreeAsync(world, new DecreeInput { DecreeNumber = new string('x', 101) }, -1)).Refusals.Select(r => r.Code));

        async Task TaskRefusedAsync(TeamTaskInput input, string refusal, string field) =>
            Assert.Contains((refusal, field), (await TaskAsync(world, input)).Refusals.Select(r => (r.Code, r.Field!)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Rows_WithoutTheRightOutOfReachOrTooLate_AreRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Staff);
        var sekda = (await MemberAsync(world, Sekda)).Value;
        var task = (await TaskAsync(world, new TeamTaskInput { MemberId = sekda })).Value;
        _ = (await DecreeAsync(world, new DecreeInput { DecreeNumber = "1" }, -1)).Value;

        foreach (var role in new[] { Role.Reviewer, Role.Observer, Role.Auditor, Role.Administrator })
            Assert.Equal("not-allowed", Assert.Single((await world.AsAsync<SaveTeamMember, Outcome<Guid>>(role, s => s.AddAsync(world.Unit.Id, Sekda, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveTeamMember, Outcome<Guid>>(stranger, s => s.AddAsync(world.Unit.Id, Sekda, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveTeamTask, Outcome<Done>>(stranger, s => s.ChangeAsync(task, new TeamTaskInput(), 0, default))).Refusals).Code);
        Assert.Null(await world.AsAsync<TeamQueries, TeamView?>(stranger, q => q.FindAsync(world.Unit.Id, default)));
        Assert.Null(await FindAsync(world, Role.Observer));
        Assert.NotNull(await FindAsync(world, Role.Auditor));

        Assert.Equal("member-has-tasks", Assert.Single((await world.AsAsync<SaveTeamMember, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(sekda, 0, default))).Refusals).Code);
        Assert.Equal("changed-meanwhile", Assert.Single((await DecreeAsync(world, new DecreeInput { DecreeNumber = "2" }, -1)).Refusals).Code);
        _ = (await world.AsAsync<SaveTeamMember, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(sekda, Sekda with { Until = Today }, 0, default))).Value;
        Assert.Equal("changed-meanwhile", Assert.Single((await world.AsAsync<SaveTeamMember, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(sekda, Sekda, 0, default))).Refusals).Code);
        Assert.Equal("1", await world.ReadAsync(db => db.CoordinationTeams.Select(t => t.DecreeNumber).SingleAsync()));
    }

    private static Task<TeamView?> FindAsync(World world, Role role) => world.AsAsync<TeamQueries, TeamView?>(role, q => q.FindAsync(world.Unit.Id, default));

    private static Task<Outcome<Done>> DecreeAsync(World world, DecreeInput input, int version) =>
        world.AsAsync<SaveDecree, Outcome<Done>>(Role.Manager, s => s.HandleAsync(world.Unit.Id, input, version, default));

    private static Task<Outcome<Guid>> MemberAsync(World world, TeamMemberInput input) =>
        world.AsAsync<SaveTeamMember, Outcome<Guid>>(Role.Staff, s => s.AddAsync(world.Unit.Id, input, default));

    private static Task<Outcome<Guid>> TaskAsync(World world, TeamTaskInput input) =>
        world.AsAsync<SaveTeamTask, Outcome<Guid>>(Role.Staff, s => s.AddAsync(world.Unit.Id, input, default));
}
