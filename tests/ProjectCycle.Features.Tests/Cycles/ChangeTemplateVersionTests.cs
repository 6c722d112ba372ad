using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Cycles;

public sealed class ChangeTemplateVersionTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Preview_BeforeTheChange_IsExactlyWhatTheGateLacksAfterIt(DatabaseProvider provider)
    {
        await using var world = await PublishedAsync(provider);
        var gate = World.Templates.Get("generic", 1).GateAhead(StateCodes.Identification);
        await world.SupplyAsync("JMB-01", gate.Single(c => c.Code == "has-concept-note"));
        await world.SupplyAsync("JMB-01", gate.Single(c => c.Code == GenericEditions.RemovedCondition));

        var preview = (await PreviewAsync(world))!.Preview;
        Assert.True((await ChangeAsync(world)).Succeeded);
        var after = await MovesAsync(world);

        var lacks = after.Check.Unmet.Select(c => c.Condition.Code).ToList();
        Assert.Equal(lacks, preview.Missing.Select(m => m.Check.Condition.Code));
        Assert.Equal(after.Check.Conditions.Where(c => c.IsMet).Select(c => c.Condition.Code), preview.Carried.Select(c => c.Check.Condition.Code));
        Assert.Equal([GenericEditions.AddedCondition], preview.Missing.Where(m => m.IsNew).Select(m => m.Check.Condition.Code));
        Assert.Equal([GenericEditions.RemovedCondition], preview.Dropped.Select(d => d.Condition.Code));
        Assert.Equal("has-concept-note", Assert.Single(preview.Carried).Check.Condition.Code);
        Assert.Equal(lacks, (await world.MoveAsync("JMB-01", MoveKind.Advance)).Refusals.Select(r => (string)r.Args[0]));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_WhenMade_IsOnRecordWithItsReasonAndGate(DatabaseProvider provider)
    {
        await using var world = await PublishedAsync(provider);

        await ChangeAsync(world, reason: " Rapat 7/2026 ");

        var view = (await world.ViewAsync("JMB-01"))!;
        Assert.Equal((2, StateCodes.Identification), (view.Template.Version, view.Project.State));
        var line = Assert.Single(await world.AsAsync<ProjectHistory, IReadOnlyList<VersionLine>>(Role.Staff, h => h.VersionsAsync(view.Project.Id, default)));
        Assert.Equal((1, 2, "Rapat 7/2026", "manager"), (line.Change.FromVersion, line.Change.ToVersion, line.Change.Reason, line.By));
        Assert.Contains($$"""{"code":"{{GenericEditions.AddedCondition}}","met":false}""", line.Change.Gate, StringComparison.Ordinal);
        var audit = await world.ReadAsync(db => db.AuditEntries.Where(e => e.Entity == "Project").OrderBy(e => e.Id).LastAsync());
        Assert.Equal(("manager", """{"TemplateVersion":[1,2]}"""), (audit.UserName, audit.Changes));
        Assert.Equal([1], await world.ReadAsync(db => db.StageMoves.Select(m => m.TemplateVersion).ToListAsync()));
        await world.SupplyAsync("JMB-01", MoveKind.Advance);
        await world.MoveAsync("JMB-01", MoveKind.Advance);
        Assert.Equal([1, 2], await world.ReadAsync(db => db.StageMoves.OrderBy(m => m.Id).Select(m => m.TemplateVersion).ToListAsync()));
    }

    [Theory]
    [OnSqlite(20, true)]
    [OnPostgres(20, true)]
    [OnSqlite(60, false)]
    public async Task Change_WhenTheVersionHasAnotherDeadline_StartsItUnlessItsDayHasPassed(DatabaseProvider provider, int daysInStage, bool starts)
    {
        await using var world = await PublishedAsync(provider);
        var before = await RulesAsync(world);
        world.Clock.Advance(TimeSpan.FromDays(daysInStage));

        var preview = (await PreviewAsync(world))!;
        await ChangeAsync(world);

        Assert.Equal(GenericEditions.AddedRule, Assert.Single(starts ? preview.WouldStart : preview.Past).RuleCode);
        Assert.Empty(starts ? preview.Past : preview.WouldStart);
        Assert.Equal(before, preview.Remain.Select(d => d.RuleCode!).Order());
        Assert.Equal([.. preview.WouldStart.Select(d => d.RuleCode!).Concat(before).Order()], await RulesAsync(world));

        await ChangeAsync(world, to: 1);
        await ChangeAsync(world);
        Assert.Equal([.. preview.WouldStart.Select(d => d.RuleCode!).Concat(before).Order()], await RulesAsync(world));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_WhenAnotherManagerWasFirst_TellsWho(DatabaseProvider provider)
    {
        await using var world = await PublishedAsync(provider);
        var stale = (await world.ViewAsync("JMB-01"))!.Project.Version;
        await ChangeAsync(world);

        var late = await ChangeAsync(world, to: 1, version: stale);

        var refusal = Assert.Single(late.Refusals);
        Assert.Equal(("changed-meanwhile", "manager"), (refusal.Code, (string)refusal.Args[0]));
        Assert.Equal(2, (await world.ViewAsync("JMB-01"))!.Template.Version);
    }

    [Theory]
    [OnSqlite]
    public async Task Change_WhenItCannotBe_SaysWhyAndChangesNothing(DatabaseProvider provider)
    {
        await using var world = await PublishedAsync(provider);

        Assert.Equal("version-same", (await ChangeAsync(world, to: 1)).Refusals[0].Code);
        Assert.Equal("version-unknown", (await ChangeAsync(world, to: 9)).Refusals[0].Code);
        Assert.Equal(("required", "Reason"), (await ChangeAsync(world, reason: " ")).Refusals.Select(r => (r.Code, r.Field!)).Single());
        await world.MoveAsync("JMB-01", MoveKind.Hold, reason: "Menunggu");
        Assert.Equal("version-not-in-stage", (await ChangeAsync(world)).Refusals[0].Code);
        Assert.Equal("version-not-in-stage", Assert.Single((await PreviewAsync(world))!.Preview.Refusals).Code);
        Assert.Equal(0, await world.ReadAsync(db => db.TemplateChanges.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_WhenTheVersionIsRetired_IsRefused(DatabaseProvider provider)
    {
        await using var world = await PublishedAsync(provider);
        await world.AsAsync<RetireTemplate, Outcome<Done>>(Role.Administrator, r => r.RetireAsync("generic", 2, default));

        Assert.Equal("version-retired", Assert.Single((await ChangeAsync(world)).Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    public async Task Change_OfAProjectOfAnotherUnit_IsNotFound(DatabaseProvider provider)
    {
        await using var world = await PublishedAsync(provider);
        var stranger = await world.AddPersonAsync("other@demo.local", world.OtherUnit, Role.Manager);

        var refused = await world.AsAsync<ChangeTemplateVersion, Outcome<Done>>(stranger, c => c.HandleAsync(
            new VersionRequest { ProjectCode = "JMB-01", ToVersion = 2, Version = 0, Reason = "Mencoba" }, default));

        Assert.Equal("not-found", Assert.Single(refused.Refusals).Code);
    }

    /// <summary>JMB-01 on version 1 of the general template, and version 2 published.</summary>
    private static async Task<World> PublishedAsync(DatabaseProvider provider)
    {
        var world = await World.CreateAsync(provider);
        await world.RegisterAsync("JMB-01");
        Assert.True((await PublishTemplateTests.PublishAsync(world, GenericEditions.Later())).Succeeded);
        return world;
    }

    private static async Task<VersionChangeView?> PreviewAsync(World world)
    {
        var view = await world.ViewAsync("JMB-01");
        return await world.AsAsync<ChangeTemplateVersion, VersionChangeView?>(Role.Manager, c => c.PreviewAsync(view!, 2, default));
    }

    private static async Task<Outcome<Done>> ChangeAsync(World world, int to = 2, string reason = "Syarat baru", int? version = null)
    {
        var present = (await world.ViewAsync("JMB-01"))!.Project.Version;
        return await world.AsAsync<ChangeTemplateVersion, Outcome<Done>>(Role.Manager, c => c.HandleAsync(
            new VersionRequest { ProjectCode = "JMB-01", ToVersion = to, Version = version ?? present, Reason = reason }, default));
    }

    private static async Task<MoveView> MovesAsync(World world)
    {
        var view = await world.ViewAsync("JMB-01");
        return (await world.AsAsync<GateCard, IReadOnlyList<MoveView>>(Role.Manager, card => card.MovesAsync(view!, default))).Single(m => m.Check.Trigger.Kind == MoveKind.Advance);
    }

    private static Task<List<string>> RulesAsync(World world) =>
        world.ReadAsync(async db => (await db.OpenDeadlines.Select(d => d.RuleCode!).ToListAsync()).Order().ToList());
}
