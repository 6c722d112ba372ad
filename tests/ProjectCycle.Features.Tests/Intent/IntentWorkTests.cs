using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Intent;
using ProjectCycle.Features.Work;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Intent;

/// <summary>The letter of intent and the cooperation plan with its fields.</summary>
public sealed class IntentWorkTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);

    private static readonly (LetterInput Input, string Refusal, string Field)[] BadLetters =
    [
        (WorkSamples.Letter with { SignedOn = null }, "required", "SignedOn"),
        (WorkSamples.Letter with { State = LetterState.Agreed }, "not-signed-yet", "SignedOn"),
        (WorkSamples.Letter with { SignedOn = Today.AddDays(1) }, "date-in-future", "SignedOn"),
        (WorkSamples.Letter with { ValidUntil = new DateOnly(2026, 3, 1) }, "valid-before-signed", "ValidUntil"),
        (WorkSamples.Letter with { NextContactOn = new DateOnly(1, 1, 1) }, "date-out-of-range", "NextContactOn"),
        (WorkSamples.Letter with { State = (LetterState)9, SignedOn = null }, "required", "State"),
        (WorkSamples.Letter with { OurParty = new string('x', 201) }, "too-long", "OurParty"),
        (WorkSamples.Letter with { Intent = new string('x', 4001) }, "too-long", "Intent"),
    ];

    [Fact]
    public async Task Letter_WhenInputIsBad_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        foreach (var (input, refusal, field) in BadLetters)
        {
            var refused = Assert.Single((await AddLetterAsync(world, code, input)).Refusals);

            Assert.Equal((refusal, field), (refused.Code, refused.Field));
        }
        Assert.Equal(0, await world.ReadAsync(db => db.LettersOfIntent.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Letter_WhenWrittenInSittings_IsOneAndCompleteOnceSigned(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");

        var id = (await AddLetterAsync(world, code, new LetterInput { OurParty = " Kota Jambi " })).Value;
        Assert.Equal((1, false), await StatusAsync(world, code, WorkParts.LetterOfIntent));
        var second = await AddLetterAsync(world, code, WorkSamples.Letter);
        var changed = await world.AsAsync<SaveLetter, Outcome<Done>>(Role.Manager, s => s.ChangeAsync(id, WorkSamples.Letter, 0, default));
        var stale = await world.AsAsync<SaveLetter, Outcome<Done>>(Role.Manager, s => s.ChangeAsync(id, new LetterInput(), 0, default));

        Assert.Equal("entered-meanwhile", Assert.Single(second.Refusals).Code);
        Assert.True(changed.Succeeded);
        Assert.Equal("changed-meanwhile", Assert.Single(stale.Refusals).Code);
        Assert.Equal((1, true), await StatusAsync(world, code, WorkParts.LetterOfIntent));
        Assert.True((await world.AsAsync<SaveLetter, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(id, 1, default))).Succeeded);
        Assert.Null(await StatusAsync(world, code, WorkParts.LetterOfIntent));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Plan_WhenHeadingsAndFieldsAreThere_IsComplete(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var yuan = new Money(123_456, Currencies.All["CNY"]);

        var field = (await AddFieldAsync(world, code, WorkSamples.Field with { Target = "", PartnerShare = yuan })).Value;
        Assert.Equal((1, false), await StatusAsync(world, code, WorkParts.CooperationPlan));
        var plan = (await AddPlanAsync(world, code, WorkSamples.Plan)).Value;
        Assert.Equal((2, false), await StatusAsync(world, code, WorkParts.CooperationPlan));
        Assert.True((await world.AsAsync<SaveField, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(field, WorkSamples.Field with { PartnerShare = yuan, Outcome = FieldOutcome.UnderWay }, 0, default))).Succeeded);
        Assert.Equal((2, true), await StatusAsync(world, code, WorkParts.CooperationPlan));

        var view = await PlanAsync(world, code);
        Assert.Equal((yuan, null, FieldOutcome.UnderWay), (Assert.Single(view.Fields).PartnerShare, view.Fields[0].OurShare, view.Fields[0].Outcome));
        Assert.Equal("entered-meanwhile", Assert.Single((await AddPlanAsync(world, code, WorkSamples.Plan)).Refusals).Code);
        Assert.True((await world.AsAsync<SavePlan, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(plan, WorkSamples.Plan with { Aim = "" }, 0, default))).Succeeded);
        Assert.Equal("changed-meanwhile", Assert.Single((await world.AsAsync<SavePlan, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(plan, 0, default))).Refusals).Code);
        Assert.Equal((2, false), await StatusAsync(world, code, WorkParts.CooperationPlan));
    }

    [Fact]
    public async Task Plan_WhenInputIsBad_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");

        var ends = Assert.Single((await AddPlanAsync(world, code, WorkSamples.Plan with { PeriodUntil = new DateOnly(2026, 3, 31) })).Refusals);
        var length = Assert.Single((await AddPlanAsync(world, code, WorkSamples.Plan with { WorkPlan = new string('x', 4001) })).Refusals);
        var name = Assert.Single((await AddFieldAsync(world, code, WorkSamples.Field with { Name = " " })).Refusals);
        var outcome = Assert.Single((await AddFieldAsync(world, code, WorkSamples.Field with { Outcome = (FieldOutcome)9 })).Refusals);
        var amount = Assert.Single((await AddFieldAsync(world, code, WorkSamples.Field with { OurShare = new Money(-1, Currencies.All["IDR"]) })).Refusals);

        Assert.Equal(
            [("period-ends-before", "PeriodUntil"), ("too-long", "WorkPlan"), ("required", "Name"), ("required", "Outcome"), ("bad-amount", "OurShare")],
            new[] { ends, length, name, outcome, amount }.Select(r => (r.Code, r.Field)));
    }

    [Fact]
    public async Task EveryAct_WithoutRightOrReach_IsTurnedAway()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        var field = (await AddFieldAsync(world, code, WorkSamples.Field)).Value;
        var stranger = await world.AddPersonAsync("lain@demo.local", world.OtherUnit, Role.Staff);

        Assert.Equal("not-allowed", Assert.Single((await world.AsAsync<SaveLetter, Outcome<Guid>>(Role.Observer, s => s.AddAsync(code, WorkSamples.Letter, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveLetter, Outcome<Guid>>(stranger, s => s.AddAsync(code, WorkSamples.Letter, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SavePlan, Outcome<Guid>>(stranger, s => s.AddAsync(code, WorkSamples.Plan, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveField, Outcome<Done>>(stranger, s => s.RemoveAsync(field, 0, default))).Refusals).Code);
        var project = await world.ReadAsync(db => db.Projects.Select(p => p.Id).SingleAsync());
        Assert.Empty((await world.AsAsync<IntentQueries, PlanView>(stranger, q => q.PlanAsync(project, default))).Fields);
    }

    /// <summary>The product's rule: no MoU before the partner is chosen and the plan is complete.</summary>
    [Theory]
    [OnSqlite("ksdpl")]
    [OnPostgres("ksdpl")]
    [OnSqlite("ksdll")]
    [OnPostgres("ksdll")]
    public async Task Advance_WithoutPartnerOrPlan_IsRefusedByTheGatesBeforeTheMou(DatabaseProvider provider, string template)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", template);

        Assert.Contains("partner-chosen", await UnmetWithoutAsync(world, code, WorkParts.Matchmaking));
        await world.SupplyAsync(code, MoveKind.Advance);
        Assert.True((await world.MoveAsync(code, MoveKind.Advance)).Succeeded);
        Assert.Contains("has-cooperation-plan", await UnmetWithoutAsync(world, code, WorkParts.CooperationPlan));
        await world.SupplyAsync(code, MoveKind.Advance);
        Assert.True((await world.MoveAsync(code, MoveKind.Advance)).Succeeded);
    }

    private static async Task<IEnumerable<string>> UnmetWithoutAsync(World world, string code, string part)
    {
        var state = (await world.ViewAsync(code))!.Project;
        foreach (var condition in World.Templates.Current(state.TemplateId)!.GateAhead(state.State).Where(c => c.Kind != ConditionKind.Work || c.Subject != part))
            await world.SupplyAsync(code, condition);
        var refused = await world.MoveAsync(code, MoveKind.Advance);
        Assert.Equal("gate-unmet", Assert.Single(refused.Refusals).Code);
        return refused.Refusals.Select(r => (string)r.Args[0]);
    }

    private static Task<Outcome<Guid>> AddLetterAsync(World world, string code, LetterInput input) =>
        world.AsAsync<SaveLetter, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default));

    private static Task<Outcome<Guid>> AddPlanAsync(World world, string code, PlanInput input) =>
        world.AsAsync<SavePlan, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default));

    private static Task<Outcome<Guid>> AddFieldAsync(World world, string code, FieldInput input) =>
        world.AsAsync<SaveField, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default));

    private static async Task<PlanView> PlanAsync(World world, string code)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        return await world.AsAsync<IntentQueries, PlanView>(Role.Auditor, q => q.PlanAsync(project, default));
    }

    private static async Task<(int Entries, bool IsComplete)?> StatusAsync(World world, string code, string part)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        var statuses = await world.AsAsync<WorkOverview, IReadOnlyDictionary<string, WorkStatus>>(Role.Staff, w => w.OfAsync(project, default));
        return statuses.TryGetValue(part, out var status) ? (status.Entries, status.IsComplete) : null;
    }
}
