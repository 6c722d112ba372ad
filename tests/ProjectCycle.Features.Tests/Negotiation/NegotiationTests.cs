using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.Work;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Negotiation;

/// <summary>Rounds, actions and signing: what is taken, what makes each complete, and the deadlines that go along.</summary>
public sealed class NegotiationTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);
    private static readonly RoundInput SoundRound = new() { HeldOn = Today, Place = "Jambi", Strategy = "Mulai dari yang mudah." };
    private static readonly ActionInput SoundAction = new() { Task = "Kirim rincian biaya", PartnerOwner = "Misi mitra", DueOn = Today.AddDays(20) };
    private static readonly EffectivenessInput SoundCondition = new() { Requirement = "Pendapat hukum diserahkan", DueOn = Today.AddDays(90) };

    [Fact]
    public async Task Save_WhenInputIsBad_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        foreach (var (outcome, refusal, field) in new (Task<Outcome<Guid>>, string, string)[]
        {
            (AddAsync(world, code, SoundRound with { HeldOn = default }), "date-out-of-range", "HeldOn"),
            (AddAsync(world, code, SoundRound with { Place = "" }), "place-or-online", "Place"),
            (AddAsync(world, code, SoundRound with { Strategy = new string('x', 4001) }), "too-long", "Strategy"),
            (AddAsync(world, code, SoundRound with { TimeLimit = new string('x', 201) }), "too-long", "TimeLimit"),
            (AddAsync(world, code, SoundRound with { MinutesId = Guid.NewGuid() }), "unknown-document", "MinutesId"),
            (AddAsync(world, code, SoundAction with { Task = " " }), "required", "Task"),
            (AddAsync(world, code, SoundAction with { PartnerOwner = "" }), "one-owner", "OwnerId"),
            (AddAsync(world, code, SoundAction with { OwnerId = world.Person(Role.Staff).Id }), "one-owner", "OwnerId"),
            (AddAsync(world, code, SoundAction with { PartnerOwner = "", OwnerId = world.Person(Role.Auditor).Id }), "owner-not-in-unit", "OwnerId"),
            (AddAsync(world, code, SoundAction with { DoneOn = Today.AddDays(1) }), "date-in-future", "DoneOn"),
            (AddAsync(world, code, SoundAction with { RoundId = Guid.NewGuid() }), "unknown-round", "RoundId"),
            (AddAsync(world, code, new SignatoryInput()), "required", "Name"),
            (AddAsync(world, code, new SignatoryInput { Name = "A", SignedOn = Today.AddDays(1) }), "date-in-future", "SignedOn"),
            (AddAsync(world, code, SoundCondition with { Requirement = "" }), "required", "Requirement"),
            (AddAsync(world, code, SoundCondition with { Side = NegotiationSide.Witness }), "bad-value", "Side"),
            (AddAsync(world, code, SoundCondition with { MetOn = Today.AddDays(1) }), "date-in-future", "MetOn"),
            (AddAsync(world, code, SoundCondition with { EvidenceId = Guid.NewGuid() }), "unknown-document", "EvidenceId"),
        })
        {
            var refused = Assert.Single((await outcome).Refusals);
            Assert.Equal((refusal, field), (refused.Code, refused.Field));
        }
        Assert.Equal(0, await world.ReadAsync(db => db.Deadlines.CountAsync(d => d.PartCode != null)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Parts_WhenFilledInStepByStep_BecomeComplete(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        Assert.Empty(await StandAsync(world, code));

        var minutes = (await world.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(code, World.TextFile(AttachDocument.Other), default))).Value;
        var round = (await AddAsync(world, code, SoundRound with { Done = [.. Enum.GetValues<NegotiationStep>().SkipLast(1)], MinutesId = minutes })).Value;
        Assert.Equal(new Dictionary<string, bool> { [WorkParts.Rounds] = false, [WorkParts.Actions] = true }, await StandAsync(world, code));
        var all = SoundRound with { Done = Enum.GetValues<NegotiationStep>() };
        Assert.True((await world.AsAsync<SaveRound, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(round, all, 0, default))).Succeeded);
        Assert.False((await StandAsync(world, code))[WorkParts.Rounds]); // without minutes
        Assert.True((await world.AsAsync<SaveRound, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(round, all with { MinutesId = minutes }, 1, default))).Succeeded);
        Assert.True((await StandAsync(world, code))[WorkParts.Rounds]);

        var action = (await AddAsync(world, code, SoundAction with { RoundId = round })).Value;
        Assert.False((await StandAsync(world, code))[WorkParts.Actions]);
        Assert.True((await ChangeAsync(world, action, SoundAction with { RoundId = round, DoneOn = Today }, 0)).Succeeded);
        Assert.True((await StandAsync(world, code))[WorkParts.Actions]);
        Assert.Equal("round-in-use", Assert.Single((await world.AsAsync<SaveRound, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(round, 2, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveRound, Outcome<Done>>(await world.AddPersonAsync("outside@demo.local", world.OtherUnit, Role.Manager), s => s.RemoveAsync(round, 2, default))).Refusals).Code);

        await AddAsync(world, code, new SignatoryInput { Name = "Wali Kota", Side = NegotiationSide.Ours, SignedOn = Today });
        await AddAsync(world, code, new SignatoryInput { Name = "Saksi", Side = NegotiationSide.Witness, SignedOn = Today });
        Assert.False((await StandAsync(world, code))[WorkParts.Signing]);
        await AddAsync(world, code, new SignatoryInput { Name = "Direktur", Side = NegotiationSide.Partner, SignedOn = Today });
        Assert.True((await StandAsync(world, code))[WorkParts.Signing]);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Parts_OfWorkSamples_AreComplete(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        string[] parts = [WorkParts.Rounds, WorkParts.Positions, WorkParts.Actions, WorkParts.Signing];
        foreach (var part in parts)
            await WorkSamples.CompleteAsync(world, code, Role.Staff, part);

        Assert.Equal(parts.ToDictionary(part => part, _ => true), await StandAsync(world, code));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Rounds_WhenAdded_AreNumberedAndHideTheirStrategyFromObservers(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", change: c => c.Details = c.Details with { AgreementId = world.Agreement.Id });
        await AddAsync(world, code, SoundRound);
        await AddAsync(world, code, SoundRound);
        var project = (await world.ViewAsync(code))!.Project.Id;

        foreach (var role in Enum.GetValues<Role>())
        {
            var rounds = await world.AsAsync<RoundList, IReadOnlyList<RoundRow>>(role, l => l.OfAsync(project, default));
            Assert.Equal([2, 1], rounds.Select(r => r.Round.Number));
            Assert.All(rounds, r => Assert.Equal(Rights.ViewFallback.IsHeldBy([role]) ? SoundRound.Strategy : "", r.Round.Strategy));
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Action_WithADate_HasADeadlineThatGoesAlong(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var owner = world.Person(Role.Finance).Id;
        var ours = SoundAction with { PartnerOwner = "", OwnerId = owner };
        var action = (await AddAsync(world, code, ours)).Value;
        var begun = await DeadlineAsync(world);
        Assert.Equal((WorkParts.Actions, ours.Task, ours.DueOn!.Value, owner), (begun.PartCode!, begun.Title.Id, begun.DueOn, begun.ResponsibleId!.Value));
        Assert.True(begun.IsOpen);

        Assert.True((await ChangeAsync(world, action, ours with { Task = "Kirim lagi", DueOn = Today.AddDays(30) }, 0)).Succeeded);
        var moved = await DeadlineAsync(world);
        Assert.Equal((begun.Id, "Kirim lagi", Today.AddDays(30)), (moved.Id, moved.Title.Id, moved.DueOn));

        Assert.True((await ChangeAsync(world, action, ours with { DoneOn = Today }, 1)).Succeeded);
        Assert.Equal(Today, (await DeadlineAsync(world)).DoneOn);
        Assert.True((await ChangeAsync(world, action, ours, 2)).Succeeded);
        Assert.True((await DeadlineAsync(world)).IsOpen);

        Assert.True((await ChangeAsync(world, action, ours with { DueOn = null }, 3)).Succeeded);
        Assert.NotNull((await DeadlineAsync(world)).CancelledAt);
        Assert.Null(await world.ReadAsync(db => db.NegotiationActions.Select(a => a.DeadlineId).SingleAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Action_WhenTheRaceIsLostOrItIsRemoved_TakesItsDeadlineAlong(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var action = (await AddAsync(world, code, SoundAction)).Value;
        Assert.True((await ChangeAsync(world, action, SoundAction with { Note = "x" }, 0)).Succeeded);

        var lost = await ChangeAsync(world, action, SoundAction with { DueOn = Today.AddDays(99) }, 0);
        Assert.Equal("changed-meanwhile", Assert.Single(lost.Refusals).Code);
        Assert.Equal(SoundAction.DueOn!.Value, (await DeadlineAsync(world)).DueOn);

        Assert.True((await world.AsAsync<SaveAction, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(action, 1, default))).Succeeded);
        Assert.NotNull((await DeadlineAsync(world)).CancelledAt);
        Assert.Equal(0, await world.ReadAsync(db => db.NegotiationActions.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Deadline_OfACondition_IsDoneWithItAndNotByItself(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var condition = (await AddAsync(world, code, SoundCondition)).Value;
        var deadline = await DeadlineAsync(world);
        Assert.Equal((WorkParts.Signing, SoundCondition.DueOn), (deadline.PartCode!, deadline.DueOn));

        var marked = await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, s => s.MeetAsync(deadline.Id, new DeadlineMet(), 0, default));
        var moved = await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(deadline.Id, new DeadlineInput { Title = "x", DueOn = Today }, 0, default));
        Assert.All([marked, moved], outcome => Assert.Equal("deadline-of-work", Assert.Single(outcome.Refusals).Code));
        Assert.Equal(WorkParts.Signing, (await world.AsAsync<DeadlineList, List<DeadlineRow>>(Role.Staff, l => l.FirstAsync(new DeadlineFilter(), default))).Single(d => d.Id == deadline.Id).PartCode);

        Assert.True((await world.AsAsync<SaveEffectivenessCondition, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(condition, SoundCondition with { MetOn = Today }, 0, default))).Succeeded);
        Assert.Equal(Today, (await DeadlineAsync(world)).DoneOn);
        Assert.True((await world.AsAsync<SaveEffectivenessCondition, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(condition, 1, default))).Succeeded);
        Assert.Equal((Today, (DateTime?)null), ((await DeadlineAsync(world)).DoneOn, (await DeadlineAsync(world)).CancelledAt)); // what was done stays on record
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Rows_OfAnotherUnit_AreNeitherReadNorWritten(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var round = (await AddAsync(world, code, SoundRound)).Value;
        var action = (await AddAsync(world, code, SoundAction)).Value;
        var signatory = (await AddAsync(world, code, new SignatoryInput { Name = "Wali Kota" })).Value;
        var condition = (await AddAsync(world, code, SoundCondition)).Value;
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Manager);
        var project = (await world.ViewAsync(code))!.Project.Id;

        Assert.Empty(await world.AsAsync<RoundList, IReadOnlyList<RoundRow>>(stranger, l => l.OfAsync(project, default)));
        Assert.Empty(await world.AsAsync<ActionList, IReadOnlyList<ActionRow>>(stranger, l => l.OfAsync(project, default)));
        Assert.Empty(await world.AsAsync<SigningSheet, IReadOnlyList<Signatory>>(stranger, l => l.SignatoriesAsync(project, default)));
        Assert.Empty(await world.AsAsync<SigningSheet, IReadOnlyList<EffectivenessRow>>(stranger, l => l.ConditionsAsync(project, default)));
        foreach (var refused in new[]
        {
            await world.AsAsync<SaveRound, Outcome<Done>>(stranger, s => s.RemoveAsync(round, 0, default)),
            await world.AsAsync<SaveAction, Outcome<Done>>(stranger, s => s.RemoveAsync(action, 0, default)),
            await world.AsAsync<SaveSignatory, Outcome<Done>>(stranger, s => s.RemoveAsync(signatory, 0, default)),
            await world.AsAsync<SaveEffectivenessCondition, Outcome<Done>>(stranger, s => s.RemoveAsync(condition, 0, default)),
        })
        {
            Assert.Equal("not-found", Assert.Single(refused.Refusals).Code);
        }
        Assert.Equal("not-allowed", Assert.Single((await world.AsAsync<SaveAction, Outcome<Guid>>(Role.Reviewer, s => s.AddAsync(code, SoundAction, default))).Refusals).Code);
    }

    private static async Task<IReadOnlyDictionary<string, bool>> StandAsync(World world, string code)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        return (await world.AsAsync<WorkOverview, IReadOnlyDictionary<string, WorkStatus>>(Role.Staff, w => w.OfAsync(project, default))).ToDictionary(s => s.Key, s => s.Value.IsComplete);
    }

    private static Task<Deadline> DeadlineAsync(World world) => world.ReadAsync(db => db.Deadlines.AsNoTracking().SingleAsync(d => d.PartCode != null));

    private static Task<Outcome<Guid>> AddAsync(World world, string code, RoundInput input) =>
        world.AsAsync<SaveRound, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default));

    private static Task<Outcome<Guid>> AddAsync(World world, string code, ActionInput input) =>
        world.AsAsync<SaveAction, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default));

    private static Task<Outcome<Guid>> AddAsync(World world, string code, SignatoryInput input) =>
        world.AsAsync<SaveSignatory, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default));

    private static Task<Outcome<Guid>> AddAsync(World world, string code, EffectivenessInput input) =>
        world.AsAsync<SaveEffectivenessCondition, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default));

    private static Task<Outcome<Done>> ChangeAsync(World world, Guid id, ActionInput input, int version) =>
        world.AsAsync<SaveAction, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(id, input, version, default));
}
