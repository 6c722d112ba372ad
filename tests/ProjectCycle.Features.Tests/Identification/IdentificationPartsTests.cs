using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.Work;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Identification;

/// <summary>Fit with plans, requirements and concept note.</summary>
public sealed class IdentificationPartsTests
{
    private static readonly AlignmentInput Passage = new() { Plan = PlanKind.Rpjmd, Reference = "Misi 3", Says = "Kota bersih", Serves = "TPA saniter" };

    private static readonly (AlignmentInput Input, string Refusal, string Field)[] BadPassages =
    [
        (Passage with { Reference = "" }, "required", "Reference"),
        (Passage with { Reference = new string('x', 201) }, "too-long", "Reference"),
        (Passage with { Plan = (PlanKind)9 }, "required", "Plan"),
        (Passage with { Fit = (PlanFit)9 }, "required", "Fit"),
        (Passage with { Serves = " " }, "required", "Serves"),
        (Passage with { Says = new string('x', 2001) }, "too-long", "Says"),
    ];

    [Fact]
    public async Task Align_WhenInputIsBad_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        foreach (var (input, refusal, field) in BadPassages)
        {
            var refused = Assert.Single((await AlignAsync(world, code, input)).Refusals);

            Assert.Equal((refusal, field), (refused.Code, refused.Field));
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Alignment_IsComplete_OnceRpjmdAndThePartnersProgrammeFit(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var states = new List<(int, bool)>();
        foreach (var input in new[]
        {
            Passage,
            Passage with { Plan = PlanKind.Rpjmn },
            Passage with { Plan = PlanKind.PartnerProgramme, Fit = PlanFit.None, Serves = "" },
            Passage with { Plan = PlanKind.PartnerProgramme, Fit = PlanFit.Partial },
        })
        {
            _ = (await AlignAsync(world, code, input)).Value;
            states.Add(await StatusAsync(world, code, WorkParts.Alignment));
        }

        Assert.Equal([(1, false), (2, false), (3, false), (4, true)], states);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Alignment_WhenARowIsChangedAndRemoved_FollowsAndTellsLostRaces(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var id = (await AlignAsync(world, code, Passage)).Value;

        var changed = await world.AsAsync<SaveAlignment, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(id, Passage with { Fit = PlanFit.None, Serves = "" }, 0, default));
        var stale = await world.AsAsync<SaveAlignment, Outcome<Done>>(Role.Manager, s => s.ChangeAsync(id, Passage, 0, default));
        var forbidden = await world.AsAsync<SaveAlignment, Outcome<Done>>(Role.Observer, s => s.RemoveAsync(id, 1, default));
        var removed = await world.AsAsync<SaveAlignment, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(id, 1, default));

        Assert.True(changed.Succeeded);
        Assert.Equal("changed-meanwhile", Assert.Single(stale.Refusals).Code);
        Assert.Equal("not-allowed", Assert.Single(forbidden.Refusals).Code);
        Assert.True(removed.Succeeded);
        Assert.Equal((0, false), await StatusAsync(world, code, WorkParts.Alignment));
    }

    [Fact]
    public void Lists_OfRequirements_AreTheNinePointsAndTheOldOne()
    {
        Assert.Equal([("nine-points", 9), ("permendagri-3-2008", 7)], ReferenceData.Requirements.Select(list => (list.Code, list.Points.Count)));
        Assert.Same(ReferenceData.Requirements[0], RequirementLists.Usual);
        Assert.All(ReferenceData.Requirements.SelectMany(list => list.Points), point => Assert.True(point.Name is { En.Length: > 0, Id.Length: > 0 }));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Requirements_AreComplete_OnceEveryPointOfTheChosenListIsMet(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var points = RequirementLists.Usual.Points.Select(point => point.Code).ToList();

        await AnswerAsync(world, code, [.. points.Skip(1).Select(point => new RequirementInput(point, RequirementState.Met, "", 0)), new RequirementInput(points[0], RequirementState.NotMet, "Belum ada", 0)]);
        var almost = await StatusAsync(world, code, WorkParts.Requirements);
        var saved = await AnswerAsync(world, code, [.. points.Select(point => new RequirementInput(point, RequirementState.Met, "", 0))]);
        var nine = await StatusAsync(world, code, WorkParts.Requirements);
        var chosen = await world.AsAsync<AnswerRequirements, Outcome<Done>>(Role.Staff, a => a.ChooseAsync(code, "permendagri-3-2008", default));
        var older = await StatusAsync(world, code, WorkParts.Requirements);
        var sheet = await SheetAsync(world, code);
        var wrong = await AnswerAsync(world, code, [new RequirementInput(points[0], RequirementState.Met, "", 1)]);
        await world.AsAsync<AnswerRequirements, Outcome<Done>>(Role.Staff, a => a.ChooseAsync(code, "nine-points", default));

        Assert.Equal((9, false), almost);
        Assert.Equal(1, saved.Value);
        Assert.Equal((9, true), nine);
        Assert.True(chosen.Succeeded);
        Assert.False(older.IsComplete);
        Assert.Equal("permendagri-3-2008", sheet.List.Code);
        Assert.All(sheet.Lines, line => Assert.Null(line.Answer));
        Assert.Equal("other-list", Assert.Single(wrong.Refusals).Code);
        Assert.True((await StatusAsync(world, code, WorkParts.Requirements)).IsComplete);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Requirements_WhenAnswered_SayWhoAndWhenAndTellLostRaces(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var point = RequirementLists.Usual.Points[3].Code;

        var first = await AnswerAsync(world, code, [new RequirementInput(point, RequirementState.Met, " Surat Kemlu ", 0)]);
        var same = await AnswerAsync(world, code, [new RequirementInput(point, RequirementState.Met, "Surat Kemlu", 0)]);
        await AnswerAsync(world, code, [new RequirementInput(point, RequirementState.NotMet, "", 0)]);
        var stale = await AnswerAsync(world, code, [new RequirementInput(point, RequirementState.Unknown, "", 0), new RequirementInput(RequirementLists.Usual.Points[0].Code, RequirementState.Met, "", 0)]);
        var tooLong = await AnswerAsync(world, code, [new RequirementInput(point, RequirementState.Met, new string('x', 1001), 1)]);
        var unknown = await world.AsAsync<AnswerRequirements, Outcome<Done>>(Role.Staff, a => a.ChooseAsync(code, "x", default));
        var forbidden = await world.AsAsync<AnswerRequirements, Outcome<Done>>(Role.Reviewer, a => a.ChooseAsync(code, "nine-points", default));

        Assert.Equal((1, 0), (first.Value, same.Value));
        Assert.Equal("changed-meanwhile", Assert.Single(stale.Refusals).Code);
        Assert.Equal("[0].Note", Assert.Single(tooLong.Refusals).Field);
        Assert.Equal("bad-value", Assert.Single(unknown.Refusals).Code);
        Assert.Equal("not-allowed", Assert.Single(forbidden.Refusals).Code);
        var line = Assert.Single((await SheetAsync(world, code)).Lines, l => l.Answer is not null);
        Assert.Equal((point, RequirementState.NotMet, world.Person(Role.Staff).Name), (line.Point.Code, line.Answer!.Answer, line.By));
        Assert.Equal(FakeClock.Start, line.Answer.AnsweredAt);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ConceptNote_IsOneForAProject_AndCompleteOnceItsMainSectionsAreWritten(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var whole = new ConceptNoteInput { Problem = "Sampah", Objective = "TPA", PartnerReason = "KfW", ExpectedResults = "Sel", NextSteps = "Studi" };

        var blank = await WriteAsync(world, code, new ConceptNoteInput());
        var id = (await WriteAsync(world, code, whole with { NextSteps = " " })).Value;
        var begun = await StatusAsync(world, code, WorkParts.ConceptNote);
        var second = await WriteAsync(world, code, whole);
        var tooLong = await world.AsAsync<SaveConceptNote, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(id, whole with { Risks = new string('x', 4001) }, 0, default));
        var changed = await world.AsAsync<SaveConceptNote, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(id, whole, 0, default));
        var stale = await world.AsAsync<SaveConceptNote, Outcome<Done>>(Role.Manager, s => s.ChangeAsync(id, whole, 0, default));

        Assert.Equal(("required", "Problem"), (Assert.Single(blank.Refusals).Code, blank.Refusals[0].Field));
        Assert.Equal((1, false), begun);
        Assert.Equal("concept-note-exists", Assert.Single(second.Refusals).Code);
        Assert.Equal("Risks", Assert.Single(tooLong.Refusals).Field);
        Assert.True(changed.Succeeded);
        Assert.Equal("changed-meanwhile", Assert.Single(stale.Refusals).Code);
        Assert.Equal((1, true), await StatusAsync(world, code, WorkParts.ConceptNote));
        Assert.True((await world.AsAsync<SaveConceptNote, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(id, 1, default))).Succeeded);
        Assert.Equal(0, await world.ReadAsync(db => db.ConceptNotes.CountAsync()));
    }

    private static Task<Outcome<Guid>> AlignAsync(World world, string code, AlignmentInput input) =>
        world.AsAsync<SaveAlignment, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default));

    private static Task<Outcome<int>> AnswerAsync(World world, string code, IReadOnlyList<RequirementInput> inputs) =>
        world.AsAsync<AnswerRequirements, Outcome<int>>(Role.Staff, a => a.SaveAsync(code, inputs, default));

    private static Task<Outcome<Guid>> WriteAsync(World world, string code, ConceptNoteInput input) =>
        world.AsAsync<SaveConceptNote, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default));

    private static async Task<RequirementSheet> SheetAsync(World world, string code)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        return await world.AsAsync<IdentificationQueries, RequirementSheet>(Role.Auditor, q => q.RequirementsAsync(project, default));
    }

    private static async Task<(int Entries, bool IsComplete)> StatusAsync(World world, string code, string part)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        var work = await world.AsAsync<WorkOverview, IReadOnlyDictionary<string, WorkStatus>>(Role.Staff, w => w.OfAsync(project, default));
        return work.TryGetValue(part, out var status) ? (status.Entries, status.IsComplete) : (0, false);
    }
}
