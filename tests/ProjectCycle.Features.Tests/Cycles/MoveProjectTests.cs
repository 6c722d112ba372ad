using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Cycles;

public sealed class MoveProjectTests
{
    [Theory]
    [OnSqlite("generic")]
    [OnPostgres("generic")]
    [OnSqlite("adb-sovereign")]
    [OnPostgres("adb-sovereign")]
    [OnSqlite("direct-grant")]
    [OnPostgres("direct-grant")]
    [OnSqlite("investment")]
    [OnPostgres("investment")]
    [OnSqlite("kfw")]
    [OnPostgres("kfw")]
    [OnSqlite("ksdll")]
    [OnPostgres("ksdll")]
    [OnSqlite("ksdpl")]
    [OnPostgres("ksdpl")]
    [OnSqlite("on-granting")]
    [OnPostgres("on-granting")]
    [OnSqlite("technical-cooperation")]
    [OnPostgres("technical-cooperation")]
    [OnSqlite("un-habitat")]
    [OnPostgres("un-habitat")]
    [OnSqlite("worldbank-ipf")]
    [OnPostgres("worldbank-ipf")]
    public async Task Move_WhenEverythingIsSupplied_WalksThroughAllStagesToClosed(DatabaseProvider provider, string template)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", template);
        var walked = new List<string>();
        for (var state = "identification"; state != StateCodes.Closed;)
        {
            walked.Add(state);
            var kind = state == StateCodes.Evaluation ? MoveKind.Close : MoveKind.Advance;
            Assert.False((await world.MoveAsync(code, kind)).Succeeded);

            await world.SupplyAsync(code, kind);
            world.Clock.Advance(TimeSpan.FromDays(10));
            state = (await world.MoveAsync(code, kind)).Value.To;
        }

        Assert.Equal(StateCodes.Stages, walked);
        var history = await world.ReadAsync(db => db.StageMoves.OrderBy(m => m.On).ThenBy(m => m.RecordedAt).Select(m => m.To).ToListAsync());
        Assert.Equal([.. StateCodes.Stages, StateCodes.Closed], history);
        Assert.Equal(0, await world.ReadAsync(db => db.Deadlines.CountAsync(d => d.DoneOn == null && d.CancelledAt == null)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Move_WhenMade_WritesHistoryDeadlinesAuditAndMailTogether(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var second = await world.AddPersonAsync("second@demo.local", world.Unit, Role.Manager);
        var code = await world.RegisterAsync("JMB-01");
        await world.SupplyAsync(code, MoveKind.Advance);
        world.Clock.Advance(TimeSpan.FromDays(3));

        var made = await world.MoveAsync(code, MoveKind.Advance, reason: "Rapat 12/2026");

        Assert.Equal(StateCodes.Preparation, made.Value.To);
        var move = await world.ReadAsync(db => db.StageMoves.SingleAsync(m => m.Kind == MoveKind.Advance));
        Assert.Equal((StateCodes.Identification, StateCodes.Preparation, "Rapat 12/2026"), (move.From!, move.To, move.Reason));
        Assert.Equal(world.Person(Role.Manager).Id, move.MovedById);
        Assert.DoesNotContain("\"met\":false", move.Gate, StringComparison.Ordinal);
        var rules = World.Templates.Current("generic")!.State(StateCodes.Preparation).Deadlines.Select(d => d.Code).Order();
        Assert.Equal(rules, (await world.ReadAsync(db => db.Deadlines.Where(d => d.StageCode == StateCodes.Preparation).Select(d => d.RuleCode!).ToListAsync())).Order());
        var mail = await world.ReadAsync(db => db.Mails.SingleAsync());
        Assert.Equal((second.Id, "JMB-01 berpindah ke tahap Persiapan"), (mail.RecipientId, mail.Subject[..35]));
        Assert.Contains("Rapat 12/2026", mail.Text, StringComparison.Ordinal);
        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.SubjectId == mail.Id)));
        var audit = await world.ReadAsync(db => db.AuditEntries.Where(e => e.Entity == "Project" && e.Action == "changed").OrderBy(e => e.At).LastAsync());
        Assert.Contains("[\"identification\",\"preparation\"]", audit.Changes, StringComparison.Ordinal);
        Assert.Equal(("manager", "192.0.2.7"), (audit.UserName, audit.Address));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Move_WhenGateIsUnmet_NamesEachConditionAndChangesNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var gate = World.Templates.Current("generic")!.Moves.First(m => m.Kind == MoveKind.Advance).Gate;

        var refused = await world.MoveAsync(code, MoveKind.Advance);

        Assert.Equal(gate.Select(c => c.Code), refused.Refusals.Select(r => (string)r.Args[0]));
        Assert.All(refused.Refusals, r => Assert.Equal("gate-unmet", r.Code));
        Assert.Equal(StateCodes.Identification, (await world.ViewAsync(code))!.Project.State);
        Assert.Equal(1, await world.ReadAsync(db => db.StageMoves.CountAsync()));
        Assert.Equal(0, await world.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Move_WhenAnotherManagerWasFirst_TellsWhoAndMovesOnce(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var second = await world.AddPersonAsync("second@demo.local", world.Unit, Role.Manager);
        var code = await world.RegisterAsync("JMB-01");
        await world.SupplyAsync(code, MoveKind.Advance);
        var stale = (await world.ViewAsync(code))!.Project.Version;
        Assert.True((await world.MoveAsync(code, MoveKind.Advance)).Succeeded);

        var late = await world.AsAsync<MoveProject, Outcome<MoveMade>>(second, move => move.HandleAsync(
            new MoveRequest { ProjectCode = code, Trigger = new Trigger(MoveKind.Advance), Version = stale }, default));

        var refusal = Assert.Single(late.Refusals);
        Assert.Equal(("changed-meanwhile", "manager"), (refusal.Code, (string)refusal.Args[0]));
        Assert.Equal(1, await world.ReadAsync(db => db.StageMoves.CountAsync(m => m.Kind == MoveKind.Advance)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Move_WhenTwoFireAtTheSameMoment_ExactlyOneWins(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var second = await world.AddPersonAsync("second@demo.local", world.Unit, Role.Manager);
        var code = await world.RegisterAsync("JMB-01");
        await world.SupplyAsync(code, MoveKind.Advance);

        var both = await Task.WhenAll(
            Task.Run(() => world.MoveAsync(code, MoveKind.Advance)),
            Task.Run(() => world.MoveAsync(code, MoveKind.Hold, reason: "Menunggu DPRD", by: second)));

        // The loser either lost the race or, arriving later, found the project elsewhere.
        Assert.True(both[0].Succeeded ^ both[1].Succeeded || (await world.ViewAsync(code))!.Project.State == StateCodes.OnHold);
        var moves = await world.ReadAsync(db => db.StageMoves.CountAsync(m => m.Kind != null));
        Assert.Equal(both.Count(b => b.Succeeded), moves);
        Assert.All(both.Where(b => !b.Succeeded), b => Assert.Contains(b.Refusals[0].Code, new[] { "changed-meanwhile", "move-not-available" }));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Move_WhenHeldThenResumed_ReturnsToItsStageAndKeepsDeadlines(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var open = await world.ReadAsync(db => db.Deadlines.CountAsync(d => d.CancelledAt == null));

        Assert.True((await world.MoveAsync(code, MoveKind.Hold, reason: "Anggaran belum ada", obstacle: "O4.1")).Succeeded);
        var resumed = await world.MoveAsync(code, MoveKind.Resume);

        Assert.Equal(StateCodes.Identification, resumed.Value.To);
        Assert.Equal(open, await world.ReadAsync(db => db.Deadlines.CountAsync(d => d.CancelledAt == null)));
    }

    [Theory]
    [OnSqlite(MoveKind.Hold, "", "O4.1", "required", "Reason")]
    [OnSqlite(MoveKind.Drop, "Gagal", "", "required", "ObstacleCode")]
    [OnSqlite(MoveKind.Drop, "Gagal", "O99", "unknown-obstacle", "ObstacleCode")]
    [OnSqlite(MoveKind.Resume, "", "", "move-not-available", null)]
    public async Task Move_WhenInputIsWrong_SaysWhichField(DatabaseProvider provider, MoveKind kind, string reason, string obstacle, string refusal, string? field)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");

        var refused = await world.MoveAsync(code, kind, reason: reason, obstacle: obstacle);

        Assert.Equal((refusal, field), (refused.Refusals[0].Code, refused.Refusals[0].Field));
        Assert.Equal(StateCodes.Identification, (await world.ViewAsync(code))!.Project.State);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Move_WhenReturnedAndAdvancedAgain_DoesNotDoubleOpenDeadlines(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await world.SupplyAsync(code, MoveKind.Advance);
        Assert.True((await world.MoveAsync(code, MoveKind.Advance)).Succeeded);
        Assert.True((await world.MoveAsync(code, MoveKind.Return, StateCodes.Identification, "Perlu peta kebutuhan baru")).Succeeded);
        Assert.True((await world.MoveAsync(code, MoveKind.Advance)).Succeeded);

        var doubled = await world.ReadAsync(db => db.Deadlines.Where(d => d.DoneOn == null).GroupBy(d => d.RuleCode).CountAsync(g => g.Count() > 1));

        Assert.Equal(0, doubled);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Move_WhenLatestDecisionReturnsTheProject_ClosesTheGateAgain(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await world.SupplyAsync(code, MoveKind.Advance);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.AsAsync<RecordDecision, Outcome<Done>>(Role.Reviewer, record => record.HandleAsync(
            code,
            new DecisionInput { AuthorityCode = "head-of-region", Outcome = DecisionOutcome.Returned, DecidedOn = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime), Reason = "Lengkapi peta" },
            default));

        var refused = await world.MoveAsync(code, MoveKind.Advance);

        Assert.Equal(["initiative-approved"], refused.Refusals.Select(r => (string)r.Args[0]));
    }
}
