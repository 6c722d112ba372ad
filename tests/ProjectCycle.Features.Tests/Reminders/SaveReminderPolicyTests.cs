using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Reminders;

public sealed class SaveReminderPolicyTests
{
    private static readonly ReminderPolicyInput Sound = new() { Kind = DeadlineKinds.ByHand, Offsets = "30, 7", Audience = [ReminderRole.Owner] };

    public static TheoryData<string, string> Faulty => new()
    {
        { "bad-steps", "30, soon" },
        { "bad-steps", "367" },
        { "bad-steps", string.Join(',', Enumerable.Range(0, 21)) },
    };

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_ByTwoManagersAtOnce_KeepsOneAndTellsTheOther(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var saved = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SaveAsync(world, Sound with { UnitId = world.Unit.Id }))));

        Assert.Single(saved, outcome => outcome.Succeeded);
        Assert.All(saved.Where(outcome => !outcome.Succeeded), outcome => Assert.Contains(outcome.Refusals[0].Code, new[] { "policy-taken", "changed-meanwhile" }));
        Assert.Equal(1, await world.ReadAsync(db => db.ReminderPolicies.CountAsync()));
    }

    [Theory, MemberData(nameof(Faulty))]
    public async Task Save_WithStepsThatAreNone_SaysSoAndKeepsNothing(string code, string offsets)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);

        var saved = await SaveAsync(world, Sound with { UnitId = world.Unit.Id, Offsets = offsets });

        Assert.Equal([(code, "Offsets")], saved.Refusals.Select(r => (r.Code, r.Field)));
        Assert.Equal(0, await world.ReadAsync(db => db.ReminderPolicies.CountAsync()));
    }

    [Fact]
    public async Task Save_ForAllUnitsByAManagerOfOne_IsNotAllowed()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);

        Assert.Equal(["not-allowed"], (await SaveAsync(world, Sound)).Refusals.Select(r => r.Code));
    }

    [Fact]
    public async Task Save_WithTheHeadToldBeforeTheManagers_SaysSo()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);

        var saved = await SaveAsync(world, Sound with { UnitId = world.Unit.Id, ManagersAfter = 7, HeadAfter = 3 });

        Assert.Equal(["head-before-managers"], saved.Refusals.Select(r => r.Code));
    }

    private static Task<Outcome<Guid>> SaveAsync(World world, ReminderPolicyInput input) =>
        world.AsAsync<SaveReminderPolicy, Outcome<Guid>>(Role.Manager, s => s.HandleAsync(null, input, 0, default));
}
