using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Evidence;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Evidence;
using ProjectCycle.Features.People;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Evidence;

public sealed class GateEvidenceTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Find_OfAGateThatWasPassed_HoldsWhatItStoodOnAndNothingLater(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", change: details => details.Fill(ProjectFields.Agreement, default, world));
        await world.SupplyAsync(code, MoveKind.Advance);
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await world.MoveAsync(code, MoveKind.Advance)).Succeeded);
        world.Clock.Advance(TimeSpan.FromDays(1));
        var document = await world.ReadAsync(db => db.Documents.FirstAsync(d => d.KindCode == "concept-note"));
        await world.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, attach => attach.HandleAsync(code, World.TextFile("concept-note", "later") with { DocumentId = document.Id }, default));
        var move = await world.ReadAsync(db => db.StageMoves.SingleAsync(m => m.Kind == MoveKind.Advance));

        var pack = (await FindAsync(world, world.Person(Role.Observer), code, move.Id))!;

        var gate = World.Templates.Current("generic")!.GateAhead(StateCodes.Identification);
        Assert.Equal(gate.Select(c => c.Code), pack.Conditions.Select(c => c.Code));
        Assert.All(pack.Conditions, condition => Assert.True(condition.IsMet && condition.Evidence.Count > 0, condition.Code));
        Assert.Equal((move.On, "manager", "generic", 1), (pack.PassedOn, pack.PassedBy, pack.TemplateId, pack.TemplateVersion));
        Assert.StartsWith("# yaml-language-server", pack.TemplateText, StringComparison.Ordinal);
        Assert.Equal([1], pack.Conditions.SelectMany(c => c.Evidence).Where(e => e.Title == document.Title).Select(e => e.Version!.Value));
        Assert.Equal(gate.Count(c => c.Kind == ConditionKind.Document), pack.Files.Count);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Find_OfTheGateAhead_SaysWhatThereIsSoFar(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await world.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, attach => attach.HandleAsync(code, World.TextFile("concept-note"), default));

        var pack = (await FindAsync(world, world.Person(Role.Auditor), code, null))!;

        Assert.Null(pack.PassedOn);
        var met = Assert.Single(pack.Conditions, c => c.IsMet);
        Assert.Equal(EvidenceKind.Document, Assert.Single(met.Evidence).Kind);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Find_OfAnApprovalWithConditions_TellsWhichWereMetByThen(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var today = DateOnly.FromDateTime(FakeClock.Start);
        _ = (await world.AsAsync<RecordDecision, Outcome<Done>>(Role.Reviewer, record => record.HandleAsync(code, new DecisionInput
        {
            AuthorityCode = "head-of-region",
            Outcome = DecisionOutcome.ApprovedWithConditions,
            DecidedOn = today,
            Conditions = [new ConditionInput("Kirim peta", null), new ConditionInput("Pantau air tanah", today.AddDays(90))],
        }, default))).Value;
        await MeetAsync(world, "Kirim peta");
        await world.SupplyAsync(code, MoveKind.Advance);
        Assert.True((await world.MoveAsync(code, MoveKind.Advance)).Succeeded);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await MeetAsync(world, "Pantau air tanah");
        var move = await world.ReadAsync(db => db.StageMoves.SingleAsync(m => m.Kind == MoveKind.Advance));

        var pack = (await FindAsync(world, world.Person(Role.Manager), code, move.Id))!;

        var decision = Assert.Single(pack.Conditions.SelectMany(c => c.Evidence), e => e.Outcome == DecisionOutcome.ApprovedWithConditions);
        Assert.Equal([new("Kirim peta", null, move.On), new PackFollowUp("Pantau air tanah", today.AddDays(90), null)], decision.FollowUps);
    }

    private static async Task MeetAsync(World world, string text)
    {
        var condition = await world.ReadAsync(db => db.DecisionConditions.SingleAsync(c => c.Text == text));
        _ = (await world.AsAsync<MeetCondition, Outcome<Done>>(Role.Staff, meet => meet.HandleAsync(condition.Id, true, "", condition.Version, default))).Value;
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Find_ByAPersonOfAnotherUnitOrAgreement_FindsNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var mine = await world.RegisterAsync("JMB-01");
        var move = await world.ReadAsync(db => db.StageMoves.Select(m => m.Id).SingleAsync());
        var stranger = await world.AddPersonAsync("stranger@demo.local", null, Role.Manager);

        Assert.Null(await FindAsync(world, stranger, mine, null));
        Assert.Null(await FindAsync(world, world.Person(Role.Observer), mine, null));
        Assert.Null(await FindAsync(world, world.Person(Role.Administrator), mine, null));
        Assert.Null(await FindAsync(world, world.Person(Role.Manager), mine, move)); // registering passes no gate
    }

    private static Task<EvidencePack?> FindAsync(World world, Person person, string code, Guid? move) =>
        world.AsAsync<GateEvidence, EvidencePack?>(person, evidence => evidence.FindAsync(code, move, "en", default));
}
