using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Preparation;
using ProjectCycle.Features.Work;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Preparation;

public sealed class StudyTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);
    private static readonly StudyInput Sound = new() { Findings = "Layak.", Verdict = StudyVerdict.Feasible, FinishedOn = Today };

    private static readonly (StudyInput Input, string Refusal, string Field)[] BadStudies =
    [
        (Sound with { Findings = " " }, "required", "Findings"),
        (Sound with { FinishedOn = null }, "required", "FinishedOn"),
        (Sound with { FinishedOn = Today.AddDays(1) }, "date-in-future", "FinishedOn"),
        (Sound with { FinishedOn = new DateOnly(1, 1, 1) }, "date-out-of-range", "FinishedOn"),
        (Sound with { Scope = new string('x', 4001) }, "too-long", "Scope"),
        (Sound with { Findings = new string('x', 8001) }, "too-long", "Findings"),
        (Sound with { Author = new string('x', 201) }, "too-long", "Author"),
        (Sound with { Verdict = (StudyVerdict)9 }, "required", "Verdict"),
        (Sound with { DocumentId = Guid.NewGuid() }, "unknown-document", "DocumentId"),
    ];

    private static readonly StudyPointInput SoundPoint = new() { Text = "Air lindi", DueOn = Today.AddDays(30) };

    private static readonly (StudyPointInput Input, string Refusal, string Field)[] BadPoints =
    [
        (SoundPoint with { Text = "" }, "required", "Text"),
        (SoundPoint with { Text = new string('x', 1001) }, "too-long", "Text"),
        (SoundPoint with { DueOn = new DateOnly(1, 1, 1) }, "date-out-of-range", "DueOn"),
        (SoundPoint with { ClosedOn = Today }, "required", "Closing"),
        (SoundPoint with { ClosedOn = Today.AddDays(1), Closing = "Selesai" }, "date-in-future", "ClosedOn"),
        (SoundPoint with { OwnerId = Guid.NewGuid() }, "owner-not-in-unit", "OwnerId"),
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Save_WhenSound_MakesTheRowOnceAndChangesItAfterwards(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var paper = (await world.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(code, World.TextFile(AttachDocument.Other), default))).Value;

        _ = (await PreparationSamples.SaveAsync(world, code, StudyKind.Technical, new StudyInput { Scope = " Sel baru " })).Value;
        _ = (await PreparationSamples.SaveAsync(world, code, StudyKind.Technical, Sound with { DocumentId = paper, Author = "Universitas Jambi" }, Role.Finance, version: 0)).Value;

        var study = await world.ReadAsync(db => db.Studies.SingleAsync());
        Assert.Equal(("", StudyVerdict.Feasible, "Universitas Jambi", paper, 1), (study.Scope, study.Verdict, study.Author, study.DocumentId, study.Version));
        var cards = await CardsAsync(world, study.ProjectId);
        Assert.Equal(Enum.GetValues<StudyKind>(), cards.Select(card => card.Kind));
        Assert.Equal(StudyVerdict.NotYet, cards[1].Verdict);
        Assert.Equal(2, await world.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Entity == "Study" && e.ProjectId == study.ProjectId)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Save_WhenSomethingIsWrong_NamesTheFieldAndSavesNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");

        foreach (var (input, refusal, field) in BadStudies)
            Assert.Contains((refusal, field), (await PreparationSamples.SaveAsync(world, code, StudyKind.Risks, input)).Refusals.Select(r => (r.Code, r.Field!)));
        foreach (var (input, refusal, field) in BadPoints)
            Assert.Contains((refusal, field), (await AddAsync(world, code, input)).Refusals.Select(r => (r.Code, r.Field!)));

        Assert.Equal("not-found", Assert.Single((await PreparationSamples.SaveAsync(world, code, (StudyKind)9, Sound)).Refusals).Code);
        Assert.Equal((0, 0), (await world.ReadAsync(db => db.Studies.CountAsync()), await world.ReadAsync(db => db.StudyPoints.CountAsync())));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Save_WithoutTheRightOrOutOfReach_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Staff);
        var point = (await AddAsync(world, code, SoundPoint)).Value;

        foreach (var role in new[] { Role.Reviewer, Role.Observer, Role.Auditor, Role.Administrator })
        {
            Assert.Equal("not-allowed", Assert.Single((await PreparationSamples.SaveAsync(world, code, StudyKind.Risks, Sound, role)).Refusals).Code);
            Assert.Equal("not-allowed", Assert.Single((await world.AsAsync<SaveStudyPoint, Outcome<Done>>(role, s => s.RemoveAsync(point, 0, default))).Refusals).Code);
        }
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveStudy, Outcome<Done>>(stranger, s => s.HandleAsync(code, StudyKind.Risks, Sound, -1, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveStudyPoint, Outcome<Done>>(stranger, s => s.ChangeAsync(point, SoundPoint, 0, default))).Refusals).Code);
        var project = await world.ReadAsync(db => db.Projects.Select(p => p.Id).SingleAsync());
        var seen = await world.AsAsync<PreparationQueries, IReadOnlyList<StudyCard>>(stranger, q => q.StudiesAsync(project, default));
        Assert.All(seen, card => Assert.Empty(card.Points));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Save_WhenSomebodyElseWasFirst_TellsWho(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        _ = (await PreparationSamples.SaveAsync(world, code, StudyKind.Technical, Sound, Role.Finance)).Value;
        var point = (await AddAsync(world, code, SoundPoint)).Value;
        _ = (await ChangeAsync(world, point, SoundPoint with { Text = "Air lindi dan gas" }, 0)).Value;

        var blank = await PreparationSamples.SaveAsync(world, code, StudyKind.Technical, Sound); // opened when there was none
        var stale = await ChangeAsync(world, point, SoundPoint, 0);

        Assert.Equal(("changed-meanwhile", "finance"), (Assert.Single(blank.Refusals).Code, blank.Refusals[0].Args[0]));
        Assert.Equal("changed-meanwhile", Assert.Single(stale.Refusals).Code);
        Assert.Equal("Air lindi dan gas", await world.ReadAsync(db => db.StudyPoints.Select(p => p.Text).SingleAsync()));
    }

    /// <summary>Both found no study of the kind and go on to make it: the later study of another kind is not the one in the way.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Save_WhenTwoMakeTheSameStudy_TellsWhoMadeThatOne(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        _ = (await PreparationSamples.SaveAsync(world, code, StudyKind.Technical, Sound, Role.Finance)).Value;
        _ = (await PreparationSamples.SaveAsync(world, code, StudyKind.Risks, Sound, Role.Manager)).Value;
        var project = await world.ReadAsync(db => db.Projects.Select(p => p.Id).SingleAsync());

        var late = await world.ReadAsync(db => world.AsAsync<Workbench, Outcome<Done>>(Role.Staff, bench => bench.SaveOnlyAsync(
            new Study { ProjectId = project, Kind = StudyKind.Technical },
            db.Studies.Where(s => s.ProjectId == project && s.Kind == StudyKind.Technical), Workbench.NotYet, default)));

        Assert.Equal(("changed-meanwhile", "finance"), (Assert.Single(late.Refusals).Code, late.Refusals[0].Args[0]));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Studies_WhenAllSixPassAndNoPointIsOpen_AreComplete(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        Assert.Null(await StatusAsync(world, code));
        await PreparationSamples.StudiesAsync(world, code);
        Assert.True((await StatusAsync(world, code))!.IsComplete);

        _ = (await PreparationSamples.SaveAsync(world, code, StudyKind.Risks, StudyVerdict.NotFeasible, version: 0)).Value;
        Assert.False((await StatusAsync(world, code))!.IsComplete);
        _ = (await PreparationSamples.SaveAsync(world, code, StudyKind.Risks, StudyVerdict.FeasibleWithConditions, version: 1)).Value;
        Assert.True((await StatusAsync(world, code))!.IsComplete);

        var point = (await AddAsync(world, code, SoundPoint with { OwnerId = world.Person(Role.Finance).Id })).Value;
        var status = (await StatusAsync(world, code))!;
        Assert.Equal((7, false), (status.Entries, status.IsComplete));
        _ = (await ChangeAsync(world, point, SoundPoint with { ClosedOn = Today, Closing = "Kolam lindi ditambah" }, 0)).Value;
        Assert.True((await StatusAsync(world, code))!.IsComplete);
        _ = (await world.AsAsync<SaveStudyPoint, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(point, 1, default))).Value;
        Assert.Equal(6, (await StatusAsync(world, code))!.Entries);
    }

    /// <summary>Of the KfW template: the gate out of preparation opens and shuts with the work.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Gate_OutOfPreparation_AsksForStudiesAndReadiness(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", "kfw", null, new(StateCodes.Identification, Today.AddDays(-20)), new(StateCodes.Preparation, Today.AddDays(-10)));
        Assert.Superset(new HashSet<string> { "studies-complete", "is-ready" }, await UnmetAsync(world, code));

        await world.SupplyAsync(code, MoveKind.Advance);
        Assert.Empty(await UnmetAsync(world, code));
        _ = (await AddAsync(world, code, SoundPoint)).Value;

        Assert.Equal(["studies-complete"], await UnmetAsync(world, code));
        Assert.Contains("gate-unmet", (await world.MoveAsync(code, MoveKind.Advance)).Refusals.Select(r => r.Code));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Point_WithADate_StandsAmongTheDeadlinesAndEndsWithIt(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", "kfw");
        var owner = world.Person(Role.Finance).Id;
        var input = new StudyPointInput { Kind = StudyKind.Technical, Text = "Ukur air tanah", OwnerId = owner, DueOn = new DateOnly(2026, 5, 1) };
        var id = (await world.AsAsync<SaveStudyPoint, Outcome<Guid>>(Role.Staff, save => save.AddAsync(code, input, default))).Value;

        Assert.Equal(("Ukur air tanah", input.DueOn, owner, true), await FollowedAsync());
        Assert.True((await world.AsAsync<SaveStudyPoint, Outcome<Done>>(Role.Staff, save => save.ChangeAsync(id, input with { DueOn = new DateOnly(2026, 6, 1) }, 0, default))).Succeeded);
        Assert.Equal(("Ukur air tanah", new DateOnly(2026, 6, 1), owner, true), await FollowedAsync());
        Assert.True((await world.AsAsync<SaveStudyPoint, Outcome<Done>>(Role.Staff, save => save.RemoveAsync(id, 1, default))).Succeeded);
        Assert.False((await FollowedAsync()).IsOpen);

        Task<(string Title, DateOnly? DueOn, Guid? Responsible, bool IsOpen)> FollowedAsync() => world.ReadAsync(async db =>
        {
            var deadline = await db.Deadlines.SingleAsync(d => d.PartCode == WorkParts.Studies);
            return (deadline.Title.Id, (DateOnly?)deadline.DueOn, deadline.ResponsibleId, deadline.IsOpen);
        });
    }

    private static async Task<HashSet<string>> UnmetAsync(World world, string code)
    {
        var view = await world.ViewAsync(code);
        var moves = await world.AsAsync<GateCard, IReadOnlyList<MoveView>>(Role.Manager, card => card.MovesAsync(view!, default));
        return [.. moves.Single(m => m.Check.Trigger.Kind == MoveKind.Advance).Check.Unmet.Select(c => c.Condition.Code)];
    }

    private static Task<Outcome<Guid>> AddAsync(World world, string code, StudyPointInput input) =>
        world.AsAsync<SaveStudyPoint, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default));

    private static Task<Outcome<Done>> ChangeAsync(World world, Guid point, StudyPointInput input, int version) =>
        world.AsAsync<SaveStudyPoint, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(point, input, version, default));

    private static Task<IReadOnlyList<StudyCard>> CardsAsync(World world, Guid project) =>
        world.AsAsync<PreparationQueries, IReadOnlyList<StudyCard>>(Role.Auditor, q => q.StudiesAsync(project, default));

    private static async Task<WorkStatus?> StatusAsync(World world, string code)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        return (await world.AsAsync<WorkOverview, IReadOnlyDictionary<string, WorkStatus>>(Role.Auditor, w => w.OfAsync(project, default))).GetValueOrDefault(WorkParts.Studies);
    }
}
