using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Obstacles;

public sealed class MoveObstaclesTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Hold_WhenForAnObstacle_OpensItAndResumeEndsIt(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await AddAsync(world, code, "O1.2");

        await MoveAsync(world, code, MoveKind.Hold, "O4.2", ObstacleParty.CentralGovernment, "Dana dialihkan");
        var opened = await world.ReadAsync(db => db.Obstacles.SingleAsync(o => o.MoveId != null));
        world.Clock.Advance(TimeSpan.FromDays(30));
        await world.MoveAsync(code, MoveKind.Resume, reason: "Dana kembali");

        Assert.Equal(("O4.2", "Dana dialihkan", ObstacleParty.CentralGovernment, StateCodes.Identification), (opened.Code, opened.Cause, opened.Party, opened.StageCode));
        Assert.Equal((Today, null, Obstacle.UsualSeverity), (opened.StartedOn, opened.EndedOn, opened.Severity));
        var ended = await world.ReadAsync(db => db.Obstacles.SingleAsync(o => o.Id == opened.Id));
        Assert.Equal((Today.AddDays(30), "Dana kembali", 1), (ended.EndedOn, ended.Ending, ended.Version));
        Assert.True((await world.ReadAsync(db => db.Obstacles.SingleAsync(o => o.MoveId == null))).IsOpen); // entered by hand: not the hold's
        Assert.Equal(3, await world.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Entity == "Obstacle" && e.ProjectId == opened.ProjectId)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Drop_WhileOnHold_OpensAnotherInTheStageHeldAndReopenEndsBoth(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await MoveAsync(world, code, MoveKind.Hold, "O4.2", ObstacleParty.Region, "Menunggu anggaran");
        world.Clock.Advance(TimeSpan.FromDays(10));
        await MoveAsync(world, code, MoveKind.Drop, "O3.1", ObstacleParty.Partner, "Mitra mundur");
        world.Clock.Advance(TimeSpan.FromDays(10));

        var dropped = await world.ReadAsync(db => db.Obstacles.SingleAsync(o => o.Code == "O3.1"));
        Assert.Equal((StateCodes.Identification, Obstacle.HighestSeverity), (dropped.StageCode, dropped.Severity));
        Assert.Equal(2, await world.ReadAsync(db => db.Obstacles.CountAsync(o => o.EndedOn == null)));
        Assert.Equal(10, (await ReportAsync(world)).Whole.DaysLost); // a dropped project loses no more days

        await world.MoveAsync(code, MoveKind.Reopen, reason: "Mitra kembali");

        Assert.Equal(0, await world.ReadAsync(db => db.Obstacles.CountAsync(o => o.EndedOn == null)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Return_WhenForAnObstacle_OpensItUntilTheStageIsReachedAgain(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", "generic", null, [.. StateCodes.Stages.Take(3).Select(stage => new StageEntry(stage, Today))]);
        world.Clock.Advance(TimeSpan.FromDays(5));
        _ = (await world.MoveAsync(code, MoveKind.Return, StateCodes.Identification, "Kajian kurang", "O2.10")).Value;
        var returned = await world.ReadAsync(db => db.Obstacles.SingleAsync());

        world.Clock.Advance(TimeSpan.FromDays(20));
        await world.SupplyAsync(code, MoveKind.Advance);
        _ = (await world.MoveAsync(code, MoveKind.Advance)).Value; // to preparation: not yet back
        Assert.True((await world.ReadAsync(db => db.Obstacles.SingleAsync())).IsOpen);
        world.Clock.Advance(TimeSpan.FromDays(20));
        await world.SupplyAsync(code, MoveKind.Advance);
        _ = (await world.MoveAsync(code, MoveKind.Advance, reason: "Kajian lengkap")).Value;

        Assert.Equal((StateCodes.Appraisal, Today.AddDays(5)), (returned.StageCode, returned.StartedOn));
        var ended = await world.ReadAsync(db => db.Obstacles.SingleAsync());
        Assert.Equal((Today.AddDays(45), "Kajian lengkap"), (ended.EndedOn, ended.Ending));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Hold_WhenNoObstacleIsNamedOrTheMoveIsRefused_OpensNone(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");

        Assert.False((await world.MoveAsync(code, MoveKind.Hold, reason: "", obstacle: "O4.2")).Succeeded);
        Assert.True((await world.MoveAsync(code, MoveKind.Hold, reason: "Libur panjang")).Succeeded);

        Assert.Equal(0, await world.ReadAsync(db => db.Obstacles.CountAsync()));
    }

    private static Task<ObstacleTables> ReportAsync(World world) =>
        world.AsAsync<ObstacleReport, ObstacleTables>(Role.Manager, r => r.LoadAsync(new ObstacleFilter(), default));

    private static async Task AddAsync(World world, string project, string code) =>
        _ = (await world.AsAsync<SaveObstacle, Outcome<Guid>>(Role.Staff, s => s.AddAsync(project, new ObstacleInput { Code = code, Cause = "Sebab", StartedOn = Today }, default))).Value;

    private static async Task MoveAsync(World world, string code, MoveKind kind, string obstacle, ObstacleParty party, string reason)
    {
        var view = await world.ViewAsync(code);
        _ = (await world.AsAsync<MoveProject, Outcome<MoveMade>>(Role.Manager, move => move.HandleAsync(
            new MoveRequest { ProjectCode = code, Trigger = new Trigger(kind), Version = view!.Project.Version, Reason = reason, ObstacleCode = obstacle, Party = party },
            default))).Value;
    }
}
