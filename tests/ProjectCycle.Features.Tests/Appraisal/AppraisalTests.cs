using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Work;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Appraisal;

/// <summary>Filling in the parts of the appraisal, when they are complete, and what the document is made of.</summary>
public sealed class AppraisalTests
{
    private const string Code = "JMB-01";
    private static readonly Currency Euro = Currencies.All["EUR"];
    private static readonly ComponentInput Component = new() { Number = 1, Name = "Sel sanitari" };
    private static readonly ActivityInput Activity = new() { Name = "Pembangunan sel", StartsOn = new DateOnly(2027, 1, 1), EndsOn = new DateOnly(2027, 12, 31), PartnerAmount = new Money(100, Euro) };
    private static readonly UnitPositionInput Head = new() { Kind = PositionKind.Head, Title = "Kepala PMU", PersonName = "Budi" };
    private static readonly RiskInput Risk = new() { Title = "Lahan dipersoalkan", Measure = "Batas ditetapkan" };
    private static readonly StepInput Step = new() { Number = 1, Level = "Lapangan", Decider = "Kepala PMU", Days = 7 };
    private static readonly DraftInput Draft = new() { Title = "Perjanjian pinjaman" };

    [Fact]
    public async Task Add_WhenInputIsBad_SaysWhy()
    {
        await using var world = await WorldAsync(DatabaseProvider.Sqlite);
        var component = await AddAsync<SaveComponent, ProjectComponent, ComponentInput>(world, Component);
        var activity = Activity with { ComponentId = component };
        var stranger = Guid.NewGuid();

        await RefusedAsync<SaveComponent, ProjectComponent, ComponentInput>(
            world,
            (Component with { Number = 0 }, "number-out-of-range", "Number"),
            (Component with { Number = 1 }, "number-taken", "Number"),
            (Component with { Number = 2, Name = " " }, "required", "Name"),
            (Component with { Number = 2, Objective = new string('x', 2001) }, "too-long", "Objective"));
        await RefusedAsync<SaveActivity, ProjectActivity, ActivityInput>(
            world,
            (Activity, "unknown-component", "ComponentId"),
            (activity with { ComponentId = stranger }, "unknown-component", "ComponentId"),
            (activity with { Name = "" }, "required", "Name"),
            (activity with { StartsOn = new DateOnly(1, 1, 1) }, "date-out-of-range", "StartsOn"),
            (activity with { EndsOn = new DateOnly(2026, 12, 31) }, "ended-before-started", "EndsOn"),
            (activity with { PartnerAmount = new Money(-1, Euro) }, "amount-too-large", "PartnerAmount"),
            (activity with { CounterpartAmount = new Money(ProjectActivity.HighestCost + 1, Euro) }, "amount-too-large", "CounterpartAmount"));
        await RefusedAsync<SaveUnitPosition, UnitPosition, UnitPositionInput>(
            world,
            (Head with { Title = "" }, "required", "Title"),
            (Head with { Kind = (PositionKind)77 }, "bad-value", "Kind"),
            (Head with { PersonId = world.Person(Role.Staff).Id }, "person-named-twice", "PersonName"),
            (Head with { PersonName = "", PersonId = stranger }, "owner-not-in-unit", "PersonId"),
            (Head with { StartsOn = new DateOnly(2026, 2, 1), EndsOn = new DateOnly(2026, 1, 1) }, "ended-before-started", "EndsOn"));
        await RefusedAsync<SaveRisk, ProjectRisk, RiskInput>(
            world,
            (Risk with { Title = "" }, "required", "Title"),
            (Risk with { Likelihood = 0 }, "number-out-of-range", "Likelihood"),
            (Risk with { Impact = 6 }, "number-out-of-range", "Impact"),
            (Risk with { ObstacleCode = "O4" }, "unknown-obstacle", "ObstacleCode"),
            (Risk with { Response = (RiskResponse)9 }, "bad-value", "Response"),
            (Risk with { OwnerId = stranger }, "owner-not-in-unit", "OwnerId"));
        await RefusedAsync<SaveStep, ProblemStep, StepInput>(
            world,
            (Step with { Level = "" }, "required", "Level"),
            (Step with { Decider = "" }, "required", "Decider"),
            (Step with { Days = 0 }, "number-out-of-range", "Days"),
            (Step with { Number = 100 }, "number-out-of-range", "Number"));
        await RefusedAsync<SaveDraft, LegalDraft, DraftInput>(
            world,
            (Draft with { Title = "" }, "required", "Title"),
            (Draft with { DraftState = (LegalDraftState)9 }, "bad-value", "DraftState"),
            (Draft with { DocumentId = stranger }, "unknown-document", "DocumentId"),
            (Draft with { ResponsibleId = stranger }, "owner-not-in-unit", "ResponsibleId"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_WhenSomebodyElseWasFirst_IsToldAndChangesNothing(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var id = await AddAsync<SaveRisk, ProjectRisk, RiskInput>(world, Risk);

        var first = await world.AsAsync<SaveRisk, Outcome<Done>>(Role.Finance, s => s.ChangeAsync(id, Risk with { Impact = 5, ObstacleCode = "O10.9" }, 0, default));
        var second = await world.AsAsync<SaveRisk, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(id, Risk with { Impact = 1 }, 0, default));
        var removed = await world.AsAsync<SaveRisk, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(id, 0, default));

        Assert.True(first.Succeeded);
        Assert.Equal(["changed-meanwhile", "changed-meanwhile"], new[] { second, removed }.Select(o => Assert.Single(o.Refusals).Code));
        var line = Assert.Single(await world.AsAsync<AppraisalQueries, IReadOnlyList<RiskLine>>(Role.Staff, async q => await q.RisksAsync(await IdAsync(world), default)));
        Assert.Equal((15, RiskLevel.High, "Pembebasan lahan"), (line.Risk.Score, line.Risk.Level, line.Obstacle!.Id));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Rows_OfAnotherUnit_AreNeitherSeenNorChanged(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var id = await AddAsync<SaveStep, ProblemStep, StepInput>(world, Step);
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Manager);
        var project = await IdAsync(world);

        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveStep, Outcome<Guid>>(stranger, s => s.AddAsync(Code, Step, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveStep, Outcome<Done>>(stranger, s => s.ChangeAsync(id, Step, 0, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveStep, Outcome<Done>>(stranger, s => s.RemoveAsync(id, 0, default))).Refusals).Code);
        Assert.Equal("not-allowed", Assert.Single((await world.AsAsync<SaveStep, Outcome<Done>>(Role.Reviewer, s => s.RemoveAsync(id, 0, default))).Refusals).Code);
        Assert.Empty(await world.AsAsync<AppraisalQueries, IReadOnlyList<ProblemStep>>(stranger, q => q.StepsAsync(project, default)));
        Assert.Null(await world.AsAsync<AppraisalQueries, ProblemStep?>(stranger, q => q.RowAsync<ProblemStep>(id, project, default)));
        Assert.Null(await world.AsAsync<AppraisalQuery, AppraisalContent?>(stranger, q => q.FindAsync(Code, "id", default)));
    }

    [Fact]
    public async Task Remove_AComponentWithActivities_IsRefusedUntilTheyAreGone()
    {
        await using var world = await WorldAsync(DatabaseProvider.Sqlite);
        var component = await AddAsync<SaveComponent, ProjectComponent, ComponentInput>(world, Component);
        var activity = await AddAsync<SaveActivity, ProjectActivity, ActivityInput>(world, Activity with { ComponentId = component });
        Task<Outcome<Done>> Remove() => world.AsAsync<SaveComponent, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(component, 0, default));

        var refused = await Remove();
        await world.AsAsync<SaveActivity, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(activity, 0, default));

        Assert.Equal("component-has-activities", Assert.Single(refused.Refusals).Code);
        Assert.True((await Remove()).Succeeded);
        Assert.Equal(0, await world.ReadAsync(db => db.Components.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Parts_AsTheyAreFilledIn_BecomeComplete(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var owner = world.Person(Role.Staff).Id;
        Assert.Empty(await StatusesAsync(world));

        var component = await AddAsync<SaveComponent, ProjectComponent, ComponentInput>(world, Component);
        await SeeAsync(world, WorkParts.Components, false);
        var activity = await AddAsync<SaveActivity, ProjectActivity, ActivityInput>(world, Activity with { ComponentId = component, PartnerAmount = null });
        await SeeAsync(world, WorkParts.Components, false);
        await world.AsAsync<SaveActivity, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(activity, Activity with { ComponentId = component }, 0, default));
        await SeeAsync(world, WorkParts.Components, true);
        await AddAsync<SaveComponent, ProjectComponent, ComponentInput>(world, Component with { Number = 2 });
        await SeeAsync(world, WorkParts.Components, false);

        await AddAsync<SaveUnitPosition, UnitPosition, UnitPositionInput>(world, Head);
        await AddAsync<SaveUnitPosition, UnitPosition, UnitPositionInput>(world, Head with { Kind = PositionKind.Finance, PersonName = "" });
        await SeeAsync(world, WorkParts.ProjectUnit, false);
        await AddAsync<SaveUnitPosition, UnitPosition, UnitPositionInput>(world, Head with { Kind = PositionKind.Finance, PersonName = "", PersonId = owner, EndsOn = Today });
        await SeeAsync(world, WorkParts.ProjectUnit, true);
        world.Clock.Advance(TimeSpan.FromDays(2));
        await SeeAsync(world, WorkParts.ProjectUnit, false);

        await AddAsync<SaveRisk, ProjectRisk, RiskInput>(world, Risk with { OwnerId = owner });
        await AddAsync<SaveRisk, ProjectRisk, RiskInput>(world, Risk with { OwnerId = owner });
        await SeeAsync(world, WorkParts.Risks, false);
        await AddAsync<SaveRisk, ProjectRisk, RiskInput>(world, Risk with { Likelihood = 1, Impact = 5, Measure = "" });
        await SeeAsync(world, WorkParts.Risks, true);
        var open = await AddAsync<SaveRisk, ProjectRisk, RiskInput>(world, Risk with { Likelihood = 2, Measure = "" });
        await SeeAsync(world, WorkParts.Risks, false);
        await world.AsAsync<SaveRisk, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(open, Risk with { Measure = "", IsClosed = true }, 0, default));
        await SeeAsync(world, WorkParts.Risks, true);

        await AddAsync<SaveStep, ProblemStep, StepInput>(world, Step);
        await AddAsync<SaveStep, ProblemStep, StepInput>(world, Step with { IsForComplaints = true });
        await SeeAsync(world, WorkParts.ProblemSolving, false);
        await AddAsync<SaveStep, ProblemStep, StepInput>(world, Step with { Number = 2 });
        await SeeAsync(world, WorkParts.ProblemSolving, true);

        var draft = await AddAsync<SaveDraft, LegalDraft, DraftInput>(world, Draft with { DraftState = LegalDraftState.UnderReview });
        await SeeAsync(world, WorkParts.LegalDrafts, false);
        await world.AsAsync<SaveDraft, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(draft, Draft with { DraftState = LegalDraftState.Agreed }, 0, default));
        await SeeAsync(world, WorkParts.LegalDrafts, true);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Gate_ThatAsksForComponents_OpensToThemOnceTheyAreComplete(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RegisterAsync(Code, "kfw", null, [.. StateCodes.Stages.Take(3).Select(stage => new StageEntry(stage, Today))]);
        async Task<ConditionLine> Condition() => (await ContentAsync(world, "en")).Conditions.Single(c => c.Text.StartsWith("Components and activities", StringComparison.Ordinal));

        Assert.False((await Condition()).IsMet);
        await WorkSamples.CompleteAsync(world, Code, Role.Staff, WorkParts.Components);

        Assert.True((await Condition()).IsMet);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Find_TheDocumentsContent_SaysNamesInItsLanguage(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        foreach (var part in new[] { WorkParts.Components, WorkParts.ProjectUnit, WorkParts.Risks, WorkParts.ProblemSolving })
            await WorkSamples.CompleteAsync(world, Code, Role.Finance, part);
        var document = (await world.AsAsync<Features.Documents.AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(Code, World.TextFile("other"), default))).Value;
        await AddAsync<SaveDraft, LegalDraft, DraftInput>(world, Draft with { DocumentId = document, ResponsibleId = world.Person(Role.Staff).Id });

        var content = await ContentAsync(world, "id");

        Assert.Equal((Code, "Pengelolaan sampah", "Identifikasi", "Persiapan"), (content.ProjectCode, content.ProjectName, content.Stage, content.NextStage));
        Assert.Equal(["manager", "Siti"], content.Positions.Select(p => p.Person!));
        Assert.All(content.Risks, line => Assert.Equal("staff", line.Owner));
        var draft = Assert.Single(content.Drafts);
        Assert.Equal(("staff", "other"), (draft.Responsible, draft.Document));
        Assert.NotNull(draft.FileId);
        Assert.Equal("Pembangunan sel", Assert.Single(content.Activities).Name);
        Assert.Equal("Waste management", (await ContentAsync(world, "en")).ProjectName);
    }

    private static DateOnly Today => DateOnly.FromDateTime(FakeClock.Start);

    private static async Task<World> WorldAsync(DatabaseProvider provider)
    {
        var world = await World.CreateAsync(provider);
        await world.RegisterAsync(Code);
        return world;
    }

    private static Task<Guid> AddAsync<TSave, TRow, TInput>(World world, TInput input)
        where TSave : SaveAppraisalRow<TRow, TInput>
        where TRow : class, IProjectWork => WorkSamples.AddAsync<TSave, TRow, TInput>(world, Code, Role.Staff, input);

    private static async Task RefusedAsync<TSave, TRow, TInput>(World world, params (TInput Input, string Refusal, string Field)[] cases)
        where TSave : SaveAppraisalRow<TRow, TInput>
        where TRow : class, IProjectWork
    {
        foreach (var (input, refusal, field) in cases)
        {
            var refused = Assert.Single((await world.AsAsync<TSave, Outcome<Guid>>(Role.Staff, s => s.AddAsync(Code, input, default))).Refusals);

            Assert.Equal((refusal, field), (refused.Code, refused.Field));
        }
    }

    private static Task<Guid> IdAsync(World world) => world.ReadAsync(db => db.Projects.Where(p => p.Code == Code).Select(p => p.Id).SingleAsync());

    private static async Task<IReadOnlyDictionary<string, WorkStatus>> StatusesAsync(World world)
    {
        var id = await IdAsync(world);
        return await world.AsAsync<WorkOverview, IReadOnlyDictionary<string, WorkStatus>>(Role.Staff, work => work.OfAsync(id, default));
    }

    private static async Task SeeAsync(World world, string part, bool isComplete) => Assert.Equal(isComplete, (await StatusesAsync(world))[part].IsComplete);

    private static async Task<AppraisalContent> ContentAsync(World world, string language) =>
        (await world.AsAsync<AppraisalQuery, AppraisalContent?>(Role.Auditor, q => q.FindAsync(Code, language, default)))!;
}
