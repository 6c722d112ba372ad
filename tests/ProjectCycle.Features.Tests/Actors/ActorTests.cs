using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Actors;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Actors;

public sealed class ActorTests
{
    private static readonly ActorInput Sound = new() { Kind = ActorKind.Mission, Organisation = " KBRI Berlin ", Part = "Menghubungkan" };

    private static readonly (ActorInput Input, string Refusal, string Field)[] BadInputs =
    [
        (Sound with { Organisation = " " }, "required", "Organisation"),
        (Sound with { Organisation = new string('x', 201) }, "too-long", "Organisation"),
        (Sound with { Person = new string('x', 201) }, "too-long", "Person"),
        (Sound with { Part = new string('x', 501) }, "too-long", "Part"),
        (Sound with { Contact = new string('x', 301) }, "too-long", "Contact"),
        (Sound with { Kind = (ActorKind)99 }, "required", "Kind"),
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Actor_WhenEnteredChangedAndRemoved_IsSeenByKindAndLeavesItsTrace(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var project = (await world.ViewAsync(code))!.Project;
        var mission = (await AddAsync(world, code, Sound)).Value;
        _ = (await AddAsync(world, code, new ActorInput { Kind = ActorKind.ForeignMinistry, Organisation = "Kemlu" })).Value;

        var actors = await world.AsAsync<ActorQueries, IReadOnlyList<ProjectActor>>(Role.Auditor, q => q.ActorsAsync(project.Id, default));
        _ = (await ChangeAsync(world, mission, Sound with { Person = "Atase" }, 0)).Value;
        var stale = await ChangeAsync(world, mission, Sound, 0);
        _ = (await world.AsAsync<SaveActor, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(mission, 1, default))).Value;

        Assert.Equal(["Kemlu", "KBRI Berlin"], actors.Select(a => a.Organisation));
        Assert.Equal("changed-meanwhile", Assert.Single(stale.Refusals).Code);
        Assert.Equal(1, await world.ReadAsync(db => db.ProjectActors.CountAsync()));
        Assert.Equal(4, await world.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Entity == "ProjectActor" && e.ProjectId == project.Id)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Actor_WhenWrongNotAllowedOrOutOfReach_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var project = (await world.ViewAsync(code))!.Project;
        var known = (await AddAsync(world, code, Sound)).Value;
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Manager);

        foreach (var (input, refusal, field) in BadInputs)
        {
            Assert.Contains((refusal, field), (await AddAsync(world, code, input)).Refusals.Select(r => (r.Code, r.Field!)));
            Assert.Contains((refusal, field), (await ChangeAsync(world, known, input, 0)).Refusals.Select(r => (r.Code, r.Field!)));
        }
        Assert.Equal("not-allowed", Assert.Single((await AddAsync(world, code, Sound, Role.Reviewer)).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveActor, Outcome<Done>>(stranger, s => s.RemoveAsync(known, 0, default))).Refusals).Code);
        Assert.Empty(await world.AsAsync<ActorQueries, IReadOnlyList<ProjectActor>>(stranger, q => q.ActorsAsync(project.Id, default)));
        Assert.Empty(await world.AsAsync<ActorQueries, IReadOnlyList<OwnPerson>>(Role.Observer, q => q.OwnPeopleAsync(project, default)));
        var own = await world.AsAsync<ActorQueries, IReadOnlyList<OwnPerson>>(Role.Staff, q => q.OwnPeopleAsync(project, default));
        Assert.Equal([Role.Finance, Role.Manager, Role.Reviewer, Role.Staff], own.Select(person => Assert.Single(person.Roles)));
    }

    private static Task<Outcome<Guid>> AddAsync(World world, string code, ActorInput input, Role role = Role.Staff) =>
        world.AsAsync<SaveActor, Outcome<Guid>>(role, s => s.AddAsync(code, input, default));

    private static Task<Outcome<Done>> ChangeAsync(World world, Guid id, ActorInput input, int version) =>
        world.AsAsync<SaveActor, Outcome<Done>>(Role.Finance, s => s.ChangeAsync(id, input, version, default));
}
