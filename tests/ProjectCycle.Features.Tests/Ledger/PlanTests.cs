using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Testing.Databases;
using static ProjectCycle.Features.Tests.Ledger.AgreementHouse;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>Plans in versions, and what became of them.</summary>
public sealed class PlanTests
{
    private static readonly DateOnly Begin = new(2026, 1, 1);
    private static readonly DateOnly End = new(2026, 12, 31);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Approve_OfEachVersion_FixesItAndLetsTheNextTakeItsPlace(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var financing = await house.FundAsync();
        var original = await PlanAsync(house, financing, 600);
        Assert.Equal("projection-pending", await WhyAsync(house.TryAddAsync<SaveProjection, Projection, ProjectionInput>(Plan(financing, 500))));
        Assert.Null((await DisbursementAsync(house, financing)).Current);
        Assert.True((await ApproveAsync(house, original, new DateOnly(2026, 2, 1))).Succeeded);

        Assert.Equal("projection-approved", await WhyAsync(house.ChangeAsync<SaveProjection, Projection, ProjectionInput>(original, i => i with { Reason = "Other" })));
        Assert.Equal("projection-approved", await WhyAsync(house.RemoveAsync<SaveProjection, Projection, ProjectionInput>(original)));
        Assert.Equal("projection-approved", await WhyAsync(ApproveAsync(house, original, Today)));

        var dropped = await PlanAsync(house, financing, 700, "Too much");
        Assert.True((await house.RemoveAsync<SaveProjection, Projection, ProjectionInput>(dropped)).Succeeded);
        var revision = await PlanAsync(house, financing, 500, "Land came late");
        Assert.True((await house.ChangeAsync<SaveProjection, Projection, ProjectionInput>(revision, i => i with { Points = [.. i.Points.Skip(1), new PlannedPoint(End.AddYears(1), 800)] })).Succeeded);
        var pending = await DisbursementAsync(house, financing);
        Assert.Equal((0, 0), (pending.Original!.Revision, pending.Current!.Revision));
        Assert.Equal("projection-approved-before", await WhyAsync(ApproveAsync(house, revision, new DateOnly(2026, 1, 31))));
        Assert.Equal("date-in-future", await WhyAsync(ApproveAsync(house, revision, Today.AddDays(1))));
        Assert.Equal("required", await WhyAsync(ApproveAsync(house, revision, null)));
        Assert.True((await ApproveAsync(house, revision, Today)).Succeeded);

        var plan = await DisbursementAsync(house, financing);

        Assert.Equal([1, 0], plan.Versions.Select(v => v.Projection.Revision));
        Assert.Equal([true, false], plan.Versions.Select(v => v.IsCurrent));
        Assert.Equal((60_000, 80_000), (plan.Original!.Points[^1].Cumulative, plan.Current!.Points[^1].Cumulative));
        Assert.Equal([End, End.AddYears(1)], plan.Current.Points.Select(p => p.Date));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AddPlan_WhileSomebodyElseAddsOne_IsTold(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var financing = await house.FundAsync();

        var both = await Task.WhenAll(new[] { 600m, 700m }.Select(amount =>
            Task.Run(() => house.TryAddAsync<SaveProjection, Projection, ProjectionInput>(Plan(financing, amount)))));

        Assert.Equal("projection-pending", Assert.Single(Assert.Single(both, one => !one.Succeeded).Refusals).Code);
        Assert.Single((await DisbursementAsync(house, financing)).Versions);
    }

    [Fact]
    public async Task AddPlan_WhenInputIsBad_SaysWhy()
    {
        await using var house = await BuildAsync(DatabaseProvider.Sqlite);
        var financing = await house.FundAsync();
        await ApproveAsync(house, await PlanAsync(house, financing, 600), Today);
        var sound = Plan(financing, 500) with { Reason = "Why" };

        foreach (var (input, code) in new (ProjectionInput, string)[]
        {
            (sound with { FinancingId = Guid.NewGuid() }, "unknown-financing"),
            (sound with { Kind = (ProjectionKind)9 }, "bad-value"),
            (sound with { Reason = " " }, "required"),
            (sound with { Reason = new string('x', 501) }, "too-long"),
            (sound with { Points = [] }, "curve-empty"),
            (sound with { Points = [new(Begin, 5), new(Begin, 6)] }, "curve-dates"),
            (sound with { Points = [new(Begin, 5), new(End, 4)] }, "curve-falls"),
            (sound with { Points = [new(Begin, -1)] }, "amount-negative"),
            (sound with { Points = [new(Begin, 1.001m)] }, "bad-amount"),
            (sound with { Points = [new(new DateOnly(1, 1, 1), 1)] }, "date-out-of-range"),
            (sound with { Points = [.. Enumerable.Range(0, SaveProjection.MostPoints + 1).Select(i => new PlannedPoint(Begin.AddDays(i), i))] }, "too-many-points"),
        })
        {
            Assert.Equal(code, await WhyAsync(house.TryAddAsync<SaveProjection, Projection, ProjectionInput>(input)));
        }
        Assert.Equal("not-allowed", Assert.Single((await house.World.AsAsync<SaveProjection, Outcome<Guid>>(Role.Staff, s => s.AddAsync(Code, sound, default))).Refusals).Code);
        Assert.Equal("not-allowed", Assert.Single((await house.World.AsAsync<SaveProjection, Outcome<Done>>(Role.Observer, s => s.ApproveAsync(financing, Today, 0, default))).Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Curve_WithTheNumbersOfTheWorldBanksExample_IsAQuarterBehind(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var financing = await house.FundAsync(terms: Terms with { Amount = 40_000_000 });
        var works = await house.CategoryAsync(financing, "1A", 40_000_000);
        await ApproveAsync(house, await PlanAsync(house, financing, 0, points: [new(Today.AddDays(-200), 0), new(Today, 18_000_000), new(Today.AddDays(200), 36_000_000)]), Today);
        await house.PayAsync(financing, works, 1_350_000_000);
        await house.ContractAsync(financing, works, "W1", 1_000_000_000, variation: 500_000_000);
        await house.ContractAsync(financing, works, "W2", 900_000_000, "IDR");

        var plans = (await PlansAsync(house)).Single();

        Assert.Equal((1_800_000_000m, 1_350_000_000L, 0.25m, 0.75m), (plans.Disbursement.Planned, plans.Disbursement.Actual, plans.Disbursement.Lag, plans.Disbursement.Achieved));
        Assert.Equal(50 * 12 / 365.25m, plans.Disbursement.MonthsLate!.Value, precision: 9);
        Assert.Equal([(0m, null), (1_800_000_000m, 1_350_000_000L), (3_600_000_000m, (long?)null)], plans.Disbursement.Points.Select(p => (p.Current!.Value, p.Actual == 0 ? null : p.Actual)));
        Assert.Equal((1_200_000_000L, 1, null, null), (plans.Awards.Actual, plans.Awards.LeftOut, plans.Awards.Planned, plans.Awards.MonthsLate));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Observer_OfOneOfTwoAgreements_ReadsThePlansOfThatOneAlone(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var (own, other) = (await house.FundAsync(), await house.FundAsync(house.Other));
        await ApproveAsync(house, await PlanAsync(house, own, 600), Today);
        await ApproveAsync(house, await PlanAsync(house, other, 700), Today);

        Assert.Equal(own, Assert.Single(await PlansAsync(house, Role.Observer)).Of.Financing.Id);
        Assert.Equal(2, (await PlansAsync(house)).Count);
        Assert.Equal(1, await house.World.AsAsync<MoneyRows, int>(Role.Observer, rows => rows.Of<Projection>().CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_OfPointsAndGrades_StandsInTheProjectsHistory(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var financing = await house.FundAsync();
        var plan = await PlanAsync(house, financing, 600);
        Assert.True((await house.ChangeAsync<SaveProjection, Projection, ProjectionInput>(plan, i => i with { Points = [new(Begin, 10), new(End.AddYears(1), 800)] })).Succeeded);
        var rating = await house.AddAsync<SaveRating, ProjectRating, RatingInput>(
            new() { FinancingId = financing, Scale = RatingScale.Adb, On = Today, Grades = new() { ["Safeguards"] = "OnTrack", ["FinancialManagement"] = "AtRisk" } });
        Assert.True((await house.ChangeAsync<SaveRating, ProjectRating, RatingInput>(rating, i => i with { Grades = new() { ["Safeguards"] = "ForAttention" } })).Succeeded);

        var entries = await house.World.AsAsync<ProjectHistory, IReadOnlyList<AuditEntry>>(Role.Auditor, history => history.AuditAsync(house.ProjectId, 1, default));

        var points = entries.Where(e => e.Entity == nameof(ProjectionPoint)).ToList();
        Assert.Equal(["added", "added", "added", "changed", "removed"], points.Select(e => e.Action).Order());
        Assert.Equal(
            """{"Cumulative":[0,1000],"CurrencyCode":["EUR","EUR"]}""", Assert.Single(points, e => e.Action == "changed").Changes);
        Assert.All(points, e => Assert.Contains("\"CurrencyCode\":", e.Changes, StringComparison.Ordinal));
        Assert.Equal(["added", "added", "changed", "removed"], entries.Where(e => e.Entity == nameof(RatingGrade)).Select(e => e.Action).Order());
    }

    private static ProjectionInput Plan(Guid financing, decimal last, string reason = "") => new() { FinancingId = financing, Reason = reason, Points = [new(Begin, 0), new(End, last)] };

    private static Task<Guid> PlanAsync(AgreementHouse house, Guid financing, decimal last, string reason = "", IReadOnlyList<PlannedPoint>? points = null) =>
        house.AddAsync<SaveProjection, Projection, ProjectionInput>(points is null ? Plan(financing, last, reason) : Plan(financing, last, reason) with { Points = points });

    private static Task<Outcome<Done>> ApproveAsync(AgreementHouse house, Guid id, DateOnly? on) => house.World.AsAsync<SaveProjection, Outcome<Done>>(
        Role.Manager, async save => await save.ApproveAsync(id, on, await house.World.ReadAsync(db => db.Projections.Where(p => p.Id == id).Select(p => p.Version).SingleAsync()), default));

    private static Task<IReadOnlyList<FinancingPlans>> PlansAsync(AgreementHouse house, Role role = Role.Finance) =>
        house.World.AsAsync<ProjectionList, IReadOnlyList<FinancingPlans>>(role, plans => plans.LoadAsync(house.ProjectId, Today, default));

    private static async Task<PlanCurve> DisbursementAsync(AgreementHouse house, Guid financing) =>
        (await PlansAsync(house)).Single(one => one.Of.Financing.Id == financing).Disbursement;

    private static async Task<string> WhyAsync<T>(Task<Outcome<T>> outcome) => Assert.Single((await outcome).Refusals).Code;
}
