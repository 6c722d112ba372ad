using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Features.Ledger.Portfolio;
using ProjectCycle.Testing.Databases;
using static ProjectCycle.Features.Tests.Ledger.AgreementHouse;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>The worked examples of domain.md section 3 by way of the ledger, and the money of all projects.</summary>
public sealed class MonitorTests
{
    /// <summary>Half of the time is over.</summary>
    private static readonly FinancingInput Halfway = Terms with
    {
        Amount = 40_000_000,
        SignedOn = new DateOnly(2025, 3, 4),
        EffectiveOn = new DateOnly(2025, 3, 4),
        OriginalClosingOn = new DateOnly(2027, 3, 4),
    };

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Ppr_WithTheNumbersOfTheExample_IsExactlyOnTrack(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var financing = await house.FundAsync(terms: Halfway);
        var works = await house.CategoryAsync(financing, "1A", 40_000_000);
        await PlanAsync(house, financing, ProjectionKind.ContractAward, 20_000_000);
        await PlanAsync(house, financing, ProjectionKind.Disbursement, 12_000_000);
        await house.ContractAsync(financing, works, "W1", 1_875_000_000, progress: 0.44m); // the donor's share is 80 %
        await house.PayAsync(financing, works, 1_020_000_000);
        await RateAsync(house, financing, RatingScale.Adb, ("FinancialManagement", "ForAttention"), ("Safeguards", "OnTrack"));

        var monitor = Assert.Single(await LoadAsync(house));

        Assert.Equal([0.88m, 0.75m, 0.85m, null, null], monitor.PprLines.Select(line => line.Share));
        Assert.Equal([Light.OnTrack, Light.ForAttention, Light.OnTrack, Light.ForAttention, Light.OnTrack], monitor.PprLines.Select(line => line.Light!.Value));
        Assert.Equal((1.6m, Light.OnTrack, false), (monitor.Ppr!.Score, monitor.Ppr.Overall, monitor.Ppr.IsCapped));
        Assert.Equal((0.375m, 0.255m), (monitor.YearAwards, monitor.YearDisbursement));
        Assert.Equal(85_000_000, monitor.Needs.RunRate);
        Assert.Equal(2_980_000_000 / (365 * 12 / 365.25m), monitor.Needs.RequiredMonthly!.Value, precision: 6);
        Assert.True(monitor.Needs.IsFlagged);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Lights_WhenTheManagerSaysOtherwise_DisagreeWithTheirReason(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var financing = await house.FundAsync(terms: Halfway);
        var works = await house.CategoryAsync(financing, "1A", 40_000_000);
        await house.PayAsync(financing, works, 760_000_000);
        Assert.Equal("required", Assert.Single((await TryRateAsync(house, financing, RatingScale.Own, "", ("Overall", "OnTrack"))).Refusals).Code);
        await RateAsync(house, financing, RatingScale.Own, ("Overall", "OnTrack"));

        var monitor = await LoadAsync(house);
        var lights = ProjectMonitor.Lights(monitor, Light.OnTrack);

        Assert.Equal(0.19m, monitor[0].YearDisbursement); // 7.6 of 40.0 million
        Assert.Equal(ScheduleClass.AtRisk, monitor[0].Standing.Performance.Class); // 19 % of the money after 50 % of the time
        Assert.Equal((Light.AtRisk, Light.OnTrack, true), (lights.Computed.Light, lights.OwnLight, lights.Disagree));
        Assert.Equal([HealthAspect.Money], lights.Computed.Reasons);
        Assert.Equal([HealthAspect.Physical, HealthAspect.Covenants], lights.Computed.Unknown);
        Assert.Equal("Because", lights.Own!.Remark);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Ratings_OfTheExamples_GiveTheirOverall(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var financing = await house.FundAsync(terms: Terms with { SignedOn = null, EffectiveOn = null, OriginalClosingOn = null });
        await RateAsync(
            house, financing, RatingScale.Kfw, ("Relevance", "2"), ("Coherence", "3"), ("Effectiveness", "3"), ("Efficiency", "3"), ("Impact", "3"), ("Sustainability", "4"));
        await RateAsync(house, financing, RatingScale.WorldBank, ("Objective", "ModeratelyUnsatisfactory"), ("Environment", "Unsatisfactory"));

        var monitor = Assert.Single(await LoadAsync(house));

        Assert.Equal((3m, 4, false), (monitor.Kfw!.Weighted, monitor.Kfw.Grade, monitor.Kfw.IsSuccessful));
        Assert.Equal([DacCriterion.Sustainability], monitor.Kfw.KnockedOutBy);
        Assert.True(monitor.IsProblem);
        Assert.Equal(Light.AtRisk, monitor.Lights[HealthAspect.Covenants]);
        Assert.Equal((null, null, null, null), (monitor.YearDisbursement, monitor.YearAwards, monitor.Ppr, monitor.Needs.RequiredMonthly));
        Assert.Equal("rating-empty", await WhyAsync(TryRateAsync(house, financing, RatingScale.Kfw, "")));
        Assert.Equal("bad-value", await WhyAsync(TryRateAsync(house, financing, RatingScale.Kfw, "", ("Impact", "7"))));
        Assert.Equal("bad-value", await WhyAsync(TryRateAsync(house, financing, RatingScale.Adb, "", ("Impact", "OnTrack"))));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Portfolio_InOneCurrency_SumsWhatHasARateAndNamesTheRest(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var (own, other) = (await house.FundAsync(terms: Halfway), await house.FundAsync(house.Other, Halfway with { CurrencyCode = "USD", Amount = 98_950 }));
        var (works, training) = (await house.CategoryAsync(own, "1A", 40_000_000), await house.CategoryAsync(other, "1A", 98_950));
        await house.PayAsync(own, works, 760_000_000);
        await house.PayAsync(other, training, 4_947_500);
        await house.ContractAsync(own, works, "W1", 1_000_000_001, progress: 0.5m);
        await house.World.WriteAsync(db => db.AddAsync(
            new ExchangeRate { FromCode = "EUR", ToCode = "IDR", On = Today.AddDays(-2), Type = RateType.BiMiddle, Rate = 17_000, Source = "bi.go.id" }).AsTask());

        house.World.Services.Queries.Reset();
        var view = await PageAsync(house, new PortfolioFilter());

        Assert.Equal((3, 3), (house.World.Services.Queries.Count, view.Queries));
        Assert.Equal(await SumsAsync(house), view.Sums);
        Assert.Equal(40_000_000L * 17_000 * 100, view.Total.Sum.Net.MinorUnits);
        var missing = Assert.Single(view.Total.Missing);
        Assert.Equal((9_895_000, "rate-missing"), (missing.Net.MinorUnits, missing.Why.Code));
        Assert.Equal(["USD/IDR", RateType.BiMiddle, Today], missing.Why.Args);
        Assert.Equal((0.5m, 0.5m, 0.19m), (view.Clocks.Time, view.Clocks.Physical, view.Clocks.Absorption));
        Assert.Equal([(ScheduleClass.OnSchedule, 1), (ScheduleClass.Behind, 0), (ScheduleClass.AtRisk, 1), ((ScheduleClass?)null, 0)], view.Classes.Select(c => (c.Class, c.Count)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Portfolio_FilteredAndSorted_ShowsAndSumsTheSameRows(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var (own, other) = (await house.FundAsync(terms: Halfway), await house.FundAsync(house.Other, Halfway with { CurrencyCode = "USD", Amount = 98_950, Kind = FinancingKind.Loan }));

        Assert.Equal([own, other], (await PageAsync(house, new PortfolioFilter { Sort = ["currency"] })).Rows.Rows.Select(row => row.FinancingId));
        Assert.Equal([other, own], (await PageAsync(house, new PortfolioFilter { Sort = ["-currency"] })).Rows.Rows.Select(row => row.FinancingId));
        foreach (var filter in new[] { new PortfolioFilter { Currency = "USD" }, new PortfolioFilter { Kind = FinancingKind.Loan }, new PortfolioFilter { Search = house.Other.Number.ToLowerInvariant() } })
        {
            var view = await PageAsync(house, filter);
            Assert.Equal((other, 9_895_000), (Assert.Single(view.Rows.Rows).FinancingId, Assert.Single(view.Sums).Net.MinorUnits));
        }
        Assert.Equal(0, (await PageAsync(house, new PortfolioFilter { Class = "OnSchedule" })).Rows.Total);
        Assert.Equal(own, Assert.Single((await PageAsync(house, new PortfolioFilter(), Role.Observer)).Rows.Rows).FinancingId);
        Assert.Equal(["EUR"], (await PageAsync(house, new PortfolioFilter(), Role.Observer)).Sums.Select(sum => sum.Net.Currency.Code));
        var stranger = await house.World.AddPersonAsync("stranger@demo.local", house.World.OtherUnit, Role.Manager);
        Assert.False((await house.World.AsAsync<MoneyPortfolio, PortfolioView>(stranger, p => p.PageAsync(new PortfolioFilter(), default))).HasAny);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task PortfolioCurve_OfTwoCurrencies_AddsWhatHasAPlanAndARate(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var (own, other) = (await house.FundAsync(terms: Halfway), await house.FundAsync(house.Other, Halfway with { CurrencyCode = "USD", Amount = 40_000_000 }));
        var (works, training) = (await house.CategoryAsync(own, "1A", 40_000_000), await house.CategoryAsync(other, "1A", 40_000_000));
        await house.PayAsync(own, works, 760_000_000);
        await house.PayAsync(other, training, 100);
        await PlanAsync(house, own, ProjectionKind.Disbursement, 20_000_000);
        await house.World.WriteAsync(db => db.AddAsync(
            new ExchangeRate { FromCode = "EUR", ToCode = "IDR", On = Today, Type = RateType.BiMiddle, Rate = 17_000, Source = "bi.go.id" }).AsTask());

        var alone = await CurveAsync(house);
        Assert.Equal((1, 0, 1, "USD/IDR"), (alone.Count, alone.WithoutPlan, Assert.Single(alone.Missing).Count, alone.Missing[0].Why.Args[0]));
        Assert.Equal((20_000_000m * 17_000 * 100, 7_600_000L * 17_000 * 100), (alone.Plan.Planned, alone.Plan.Actual));

        await house.World.WriteAsync(db => db.AddAsync(
            new ExchangeRate { FromCode = "USD", ToCode = "IDR", On = Today, Type = RateType.BiMiddle, Rate = 16_000, Source = "bi.go.id" }).AsTask());
        Assert.Equal((1, 1, 2), ((await CurveAsync(house)).Count, (await CurveAsync(house)).WithoutPlan, (await CurveAsync(house)).Chosen));
        Assert.Equal(alone.Plan.Actual, (await CurveAsync(house)).Plan.Actual);

        await PlanAsync(house, other, ProjectionKind.Disbursement, 30_000_000);
        house.World.Services.Queries.Reset();
        var both = await CurveAsync(house);
        Assert.Equal(5, house.World.Services.Queries.Count);
        Assert.Equal((2, 0), (both.Count, both.WithoutPlan));
        Assert.Equal((7_600_000L * 17_000 * 100) + (16_000 * 100), both.Plan.Actual);
        Assert.Equal((40_000_000m * 17_000 * 100) + (40_000_000m * 16_000 * 100), both.Plan.Current!.Points[^1].Cumulative);
        Assert.Equal((1, 0), ((await CurveAsync(house, role: Role.Observer)).Chosen, (await CurveAsync(house, role: Role.Observer)).WithoutPlan));
        Assert.Equal(alone.Plan.Actual, (await CurveAsync(house, role: Role.Observer)).Plan.Actual);
        Assert.Equal(100, (await CurveAsync(house, new PortfolioFilter { Currency = "USD", Into = "USD" })).Plan.Actual);
    }

    /// <summary>Two curves of one currency, by hand: the quarter's end lies between their points.</summary>
    [Fact]
    public async Task PortfolioCurve_OfTwoPlans_IsTheirSumAtTheEndOfEachQuarter()
    {
        await using var house = await BuildAsync(DatabaseProvider.Sqlite);
        foreach (var agreement in new[] { house.World.Agreement, house.Other })
            await PlanAsync(house, await house.FundAsync(agreement, Halfway), ProjectionKind.Disbursement, 10_000_000);

        var points = (await CurveAsync(house, new PortfolioFilter { Into = "EUR" })).Plan.Current!.Points;

        Assert.Equal((new DateOnly(2024, 12, 31), 0), (points[0].Date, points[0].Cumulative));
        Assert.Equal((new DateOnly(2027, 3, 31), 2 * 40_000_000_00L), (points[^1].Date, points[^1].Cumulative));
        var middle = points.Single(point => point.Date == new DateOnly(2025, 12, 31)); // 302 of 365 days from nothing to ten million
        Assert.Equal((long)Math.Round(2 * 10_000_000_00m * 302 / 365), middle.Cumulative);
    }

    [Fact]
    public void Filter_AsAnAddress_ReadsBackAsTheSame()
    {
        var filter = new PortfolioFilter
        {
            Search = "jambi",
            Unit = Guid.NewGuid(),
            Partner = Guid.NewGuid(),
            Kind = FinancingKind.Grant,
            Class = "none",
            Currency = "EUR",
            Into = "USD",
            CutOff = Today,
            Type = RateType.EcbReference,
            Sort = ["-net", "class"],
            Page = 3,
        };

        var read = PortfolioFilter.Parse(filter.ToQuery());

        Assert.Equal(filter.Sort, read.Sort);
        Assert.Equal(filter with { Sort = [] }, read with { Sort = [] });
        Assert.Equal("", new PortfolioFilter().ToQuery());
        Assert.Equal(("", "IDR"), (PortfolioFilter.Parse("?class=7&into=XXY&sort=colour").Class, PortfolioFilter.Parse("?into=XXY").Into));
    }

    private static async Task PlanAsync(AgreementHouse house, Guid financing, ProjectionKind kind, decimal today)
    {
        var id = await house.AddAsync<SaveProjection, Projection, ProjectionInput>(
            new() { FinancingId = financing, Kind = kind, Points = [new(new DateOnly(2025, 3, 4), 0), new(Today, today), new(new DateOnly(2027, 3, 4), 40_000_000)] });
        Assert.True((await house.World.AsAsync<SaveProjection, Outcome<Done>>(Role.Manager, s => s.ApproveAsync(id, Today, 0, default))).Succeeded);
    }

    private static Task<Outcome<Guid>> TryRateAsync(AgreementHouse house, Guid financing, RatingScale scale, string remark, params (string Criterion, string Grade)[] grades) =>
        house.TryAddAsync<SaveRating, ProjectRating, RatingInput>(
            new() { FinancingId = financing, Scale = scale, On = Today, Remark = remark, Grades = grades.ToDictionary(g => g.Criterion, g => (string?)g.Grade) });

    private static async Task RateAsync(AgreementHouse house, Guid financing, RatingScale scale, params (string Criterion, string Grade)[] grades) =>
        Assert.True((await TryRateAsync(house, financing, scale, "Because", grades)).Succeeded);

    private static Task<IReadOnlyList<FinancingMonitor>> LoadAsync(AgreementHouse house) =>
        house.World.AsAsync<ProjectMonitor, IReadOnlyList<FinancingMonitor>>(Role.Finance, m => m.LoadAsync(house.ProjectId, Today, new MonitoringRules(), default));

    private static Task<PortfolioView> PageAsync(AgreementHouse house, PortfolioFilter filter, Role role = Role.Finance) =>
        house.World.AsAsync<MoneyPortfolio, PortfolioView>(role, portfolio => portfolio.PageAsync(filter, default));

    private static Task<PortfolioPlan> CurveAsync(AgreementHouse house, PortfolioFilter? filter = null, Role role = Role.Finance) =>
        house.World.AsAsync<PortfolioCurve, PortfolioPlan>(role, curve => curve.LoadAsync(filter ?? new PortfolioFilter(), default));

    private static async Task<IReadOnlyList<MoneySum>> SumsAsync(AgreementHouse house) => MoneySum.ByCurrency((await house.StandingsAsync()).Select(row => row.Sum));

    private static async Task<string> WhyAsync<T>(Task<Outcome<T>> outcome) => Assert.Single((await outcome).Refusals).Code;
}
