using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Reports.Ledger;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>The rows of the ledger's workbooks: their numbers, and who gets which.</summary>
public sealed class LedgerReportTests
{
    private static readonly LedgerReportFilter All = new();

    private static DateOnly Today => DateOnly.FromDateTime(FakeClock.Start);

    [Theory]
    [InlineData("9999-12-31", null)]
    [InlineData("0001-01-01", null)]
    [InlineData("2026-03-31", "2026-03-31")]
    public void CutOff_BeyondReason_IsToday(string given, string? taken) =>
        Assert.Equal(taken, LedgerReportFilter.Parse($"?cutoff={given}").CutOff?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Register_OfPaymentsInParts_RunsOnAndSkipsNoPaymentThatAFilterLeavesOut(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await PaidAsync(world);
        var second = await money.BeginAsync();
        await money.AddAsync(money.Line(second, await money.InvoiceAsync(money.Works, "USD", 12_500m)));
        await money.AddAsync(money.Line(second, await money.InvoiceAsync(money.Consulting, "USD", 500m)));
        await money.ApproveAsync(second);
        _ = (await money.PayAsync(second, money.Payment(4_000m))).Value;
        _ = (await money.PayAsync(second, money.Payment(1_000m))).Value;
        await world.WriteAsync(db => db.AddAsync(new AmountChange { ProjectId = money.Financing.ProjectId, FinancingId = money.Financing.Id, Kind = AmountChangeKind.Cancellation, On = Today, MinorUnits = 1_000_000_00 }).AsTask());

        var (whole, count) = await RegisterAsync(world, All);

        Assert.Equal(
            [
                "1 WA 1 cat 1 contracts W-1 claimed USD 80000.00 approved USD 80000.00 paid USD 60000.00 charged USD 60000.00 rate 1 rupiah IDR 948000000.00 cumulative USD 60000.00 undisbursed USD 8940000.00 PartlyPaid",
                "2 WA 2 cat 1 contracts  claimed USD 10000.00 approved USD 10000.00 paid USD 5000.00 charged USD 5000.00 rate 1 rupiah IDR 79000000.00 cumulative USD 65000.00 undisbursed USD 8935000.00 PartlyPaid",
                "3 WA 2 cat 2 contracts  claimed USD 500.00 approved USD 500.00 paid  charged  rate  rupiah  cumulative USD 65000.00 undisbursed USD 8935000.00 PartlyPaid",
            ],
            whole.Select(Written));
        Assert.Equal(whole.Count, count);
        var (one, oneCount) = await RegisterAsync(world, All with { Application = second });
        Assert.Equal((2, "USD 65000.00"), (oneCount, $"{one[^1].Cumulative}"));
        Assert.Empty((await RegisterAsync(world, All with { Until = Today.AddDays(-1) })).Rows);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Expenditure_OfLivingApplications_SaysWhatWasPaidAndWhoKeepsThePapers(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world, change: f => f.ExecutingAgency = "Dinas PUPR");
        var application = await money.BeginAsync();
        await money.AddAsync(money.Line(application, await money.InvoiceAsync(change: i => (i.Tax, i.BankReference, i.PaymentReference) = (100_00, "B-1", "T-1"))) with { IsSoe = true });
        await money.AddAsync(money.Line(application, await money.InvoiceAsync(money.Consulting, "USD", 500m)));
        var cancelled = await money.BeginAsync();
        await money.AddAsync(money.Line(cancelled, await money.InvoiceAsync(1_000_000m)) with { IsSoe = true });
        _ = (await money.StepAsync(cancelled, WithdrawalStep.Cancel, note: "Batal")).Value;

        var (statement, rows, count) = await world.AsAsync<ExpenditureQuery, (ExpenditureStatement, List<ExpenditureRow>, int)>(Role.Auditor, async q =>
        {
            var (made, number) = await q.LoadAsync(All, "id", default);
            return (made, await made.Report.Rows.ToListAsync(), number);
        });
        var row = Assert.Single(rows);

        Assert.Equal(1, count);
        Assert.Equal(
            (1, "W-1", "IDR 1572500000.00", "IDR 100.00", "IDR 1258000000.00", "USD 80000.00", 15_725m, 0.8m),
            (row.No, row.ContractNumber!, $"{row.Gross}", $"{row.Tax}", $"{row.ClaimedLocal}", $"{row.Claimed}", row.Rate, row.Percentage));
        Assert.Equal(("INV-1", "T-1", "B-1", Today.AddDays(-5)), (row.InvoiceNumber!, row.PaymentReference!, row.BankReference!, row.PaidOn!.Value));
        Assert.Equal("Dinas PUPR", statement.KeptAt);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Contracts_WithVariationsAndInvoices_HaveTheNumbersOfTheirPage(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);
        await money.InvoiceAsync(1_000_000m, i => (i.Retention, i.AdvanceRecovered) = (100_000_00, 50_000_00));
        await world.WriteAsync(db => db.AddAsync(new ContractVariation { ProjectId = money.Financing.ProjectId, FinancingId = money.Financing.Id, ContractId = money.Contract.Id, Number = "1", On = Today, MinorUnits = 500_00 }).AsTask());
        await world.AddAsync(ContractSamples.Contract(money.Works, "W-0"), Cancelled(ContractSamples.Contract(money.Works, "W-9")));

        var (rows, count) = await world.AsAsync<ContractBookQuery, (List<ContractBookRow>, int)>(Role.Auditor, async q =>
        {
            var (report, number) = await q.LoadAsync(All, "id", default);
            return (await report.Rows.ToListAsync(), number);
        });

        Assert.Equal(2, count);
        Assert.Equal(["1 W-0", "2 W-1"], rows.Select(r => $"{r.No} {r.Contract.PackageNumber}"));
        Assert.Equal(
            ("IDR 500.00", "IDR 100000000500.00", "IDR 80000000400.00", "IDR 850000.00", "IDR 100000.00"),
            ($"{rows[1].Variations}", $"{rows[1].Value}", $"{rows[1].Donor}", $"{rows[1].Paid}", $"{rows[1].RetentionHeld}"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Categories_OnACutOffDate_CountWhatHappenedUpToThen(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await PaidAsync(world);
        await ChargeAsync(world, money, new DateOnly(2025, 12, 31), 7_000_00);
        await ChargeAsync(world, money, new DateOnly(2026, 3, 31), 9_000_00); // after the cut-off date
        await world.WriteAsync(db => db.AddAsync(new Reallocation { ProjectId = money.Financing.ProjectId, FinancingId = money.Financing.Id, FromId = money.Works.Id, ToId = money.Consulting.Id, On = Today, MinorUnits = 100_00 }).AsTask());
        await world.AddAsync(
            new Contract { ProjectId = money.Financing.ProjectId, FinancingId = money.Financing.Id, CategoryId = money.Works.Id, PackageNumber = "W-2", CurrencyCode = "USD", MinorUnits = 1_000_00, Percentage = 0.8m, State = ContractState.Tendering },
            new Contract { ProjectId = money.Financing.ProjectId, FinancingId = money.Financing.Id, CategoryId = money.Consulting.Id, PackageNumber = "C-1", CurrencyCode = "EUR", MinorUnits = 1_000_00, Percentage = 1m, State = ContractState.Planned },
            Plan(money, (new DateOnly(2025, 12, 31), 0), (new DateOnly(2026, 12, 31), 365_00), (new DateOnly(2027, 12, 31), 730_00)));

        var (report, count) = await world.AsAsync<CategoryReportQuery, (LedgerReport<CategoryReportRow>, int)>(Role.Auditor, q => q.LoadAsync(All, "id", default));
        var rows = await report.Rows.ToListAsync();

        Assert.Equal(3, count);
        Assert.Equal([CategoryRowKind.Category, CategoryRowKind.Category, CategoryRowKind.Whole], rows.Select(r => r.Kind));
        Assert.Equal(
            "USD 8000000.00 USD -100.00 USD 7999900.00 USD 7000.00 USD 60000.00 USD 60000.00 USD 67000.00 USD 800.00 USD 7932900.00",
            $"{rows[0].Original} {rows[0].Reallocated} {rows[0].Current} {rows[0].PriorYears} {rows[0].ThisYear} {rows[0].ThisQuarter} {rows[0].Cumulative} {rows[0].Uncontracted} {rows[0].Balance}");
        Assert.Equal(67_000m / 7_999_900m, rows[0].Share);
        Assert.Null(rows[1].Uncontracted); // nobody knows what a euro is worth
        Assert.Equal([new MissingRate("EUR", "USD", Today)], report.Notes.Missing);
        Assert.Equal("USD 365.00", $"{rows[2].Projected}"); // from 1 April 2026 to 31 March 2027, a dollar a day
        Assert.Empty(report.Notes.Rates);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Performance_OfALoan_IsThatOfTheMonitoringRules(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await PaidAsync(world, f => (f.EffectiveOn, f.OriginalClosingOn, f.ClosingOn) = (Today.AddDays(-100), Today.AddDays(100), Today.AddDays(300)));
        await world.AddAsync(Plan(money, (new DateOnly(2026, 1, 1), 0), (new DateOnly(2026, 12, 31), 120_000_00)));
        await ChargeAsync(world, money, Today.AddYears(-1), 12_000_00); // a day too early for the last twelve months
        await ChargeAsync(world, money, Today.AddDays(1), 9_00); // after the cut-off date
        await world.WriteAsync(async db => (await db.Contracts.SingleAsync()).PhysicalProgress = 0.4m); // weighs 100 thousand million
        await world.AddAsync(Signed(money, "W-2", 300_000_000_000_00, 0.8m), Cancelled(Signed(money, "W-9", 1_000_000_000_000_00, 0)));

        var row = await PerformanceAsync(world);

        Assert.Equal(("USD 10000000.00", "USD 72000.00"), ($"{row.Net}", $"{row.Disbursed}"));
        Assert.Equal((0.0072m, 0.5m, 0.25m), (row.Performance.Disbursement, row.Performance.Time.Original, row.Performance.Time.Current));
        Assert.Equal(ScheduleClass.Behind, row.Performance.Class);
        Assert.Equal(("USD 120000.00", "USD 60000.00", 0.5m), ($"{row.PlannedYear}", $"{row.RealisedYear}", row.Absorption));
        Assert.Equal(("USD 29340.66", "USD 60000.00", 60_000m / 29_340.66m), ($"{row.PlannedQuarter}", $"{row.RealisedQuarter}", row.QuarterAbsorption)); // 89 of 364 days
        Assert.Equal((500_000m, true), (row.Needs.RunRate, row.Needs.IsFlagged));
        var shown = await world.AsAsync<MoneyOverview, IReadOnlyList<FinancingStanding>>(Role.Auditor, o => o.LoadAsync(money.Financing.ProjectId, Today, new MonitoringRules(), default));
        Assert.Equal((0.7m, 0.7m), (row.Physical, shown.Single().Physical.Share));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Performance_WithoutAPlanOrWithOneOfNothing_HasNoAbsorption(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await PaidAsync(world);
        await world.WriteAsync(async db => Cancelled(await db.Contracts.SingleAsync()));

        var unplanned = await PerformanceAsync(world);
        await world.AddAsync(Plan(money, (new DateOnly(2026, 6, 30), 0), (new DateOnly(2026, 12, 31), 120_000_00)));
        var later = await PerformanceAsync(world);

        Assert.Equal((null, "USD 60000.00", null, null), (unplanned.PlannedQuarter, $"{unplanned.RealisedQuarter}", unplanned.QuarterAbsorption, unplanned.Physical));
        Assert.Equal(("USD 0.00", null), ($"{later.PlannedQuarter}", later.QuarterAbsorption));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Quarters_OfALoan_ArePlannedRealisedAndConvertedOrNamed(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await PaidAsync(world, f => f.EffectiveOn = new DateOnly(2026, 1, 1));
        await world.AddAsync(
            Plan(money, (new DateOnly(2025, 12, 31), 0), (new DateOnly(2026, 3, 31), 100_000_00), (new DateOnly(2026, 6, 30), 150_000_00)),
            new ExchangeRate { FromCode = "USD", ToCode = "IDR", On = Today.AddDays(-2), Type = RateType.BiMiddle, Rate = 15_000m });

        var (quarters, count) = await QuartersAsync(world);
        var rows = await quarters.Report.Rows.ToListAsync();

        Assert.Equal(
            [
                "2025 TW4  15000 15000 plan USD 0.00 USD 0.00 IDR 0.00 realised USD 0.00 USD 0.00 IDR 0.00 ",
                "2025 TW4 1 15000 15000 plan    realised USD 0.00 USD 0.00 IDR 0.00 ",
                "2025 TW4 2 15000 15000 plan    realised USD 0.00 USD 0.00 IDR 0.00 ",
                "2026 TW1  15000 15000 plan USD 100000.00 USD 100000.00 IDR 1500000000.00 realised USD 60000.00 USD 60000.00 IDR 900000000.00 0.6",
                "2026 TW1 1 15000 15000 plan    realised USD 60000.00 USD 60000.00 IDR 900000000.00 ",
                "2026 TW1 2 15000 15000 plan    realised USD 0.00 USD 0.00 IDR 0.00 ",
                "2026 TW2  15000 15000 plan USD 50000.00 USD 50000.00 IDR 750000000.00 realised    ",
            ],
            rows.Select(r => FormattableString.Invariant(
                $"{r.Quarter.Year} TW{r.Quarter.Number} {r.Category} {r.RateUsd:0.##} {r.RateLoan:0.##} plan {r.Plan} {r.PlanUsd} {r.PlanIdr} realised {r.Realised} {r.RealisedUsd} {r.RealisedIdr} {r.Absorption}")));
        Assert.Equal(["USD 0.00 USD 0.00", "USD 100000.00 USD 60000.00", "USD 150000.00 "], quarters.Curve.Select(q => $"{q.Plan} {q.Realised}"));
        Assert.Equal((10, "USD"), (count, quarters.CurveCurrency));
        Assert.Equal(["USD/IDR 15000"], quarters.Report.Notes.Rates.Select(r => FormattableString.Invariant($"{r.From.Code}/{r.To.Code} {r.Rate:0.##}")));

        world.Clock.Advance(TimeSpan.FromDays(20)); // the rate is too old by then
        var (later, _) = await QuartersAsync(world);
        var stale = await later.Report.Rows.ToListAsync();
        Assert.All(stale, r => Assert.Null(r.PlanIdr));
        Assert.Equal("USD 100000.00", $"{stale[3].PlanUsd}"); // equal currencies are never converted
        Assert.Equal([new MissingRate("USD", "IDR", Today.AddDays(20))], later.Report.Notes.Missing);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Plan_OfTheMinistry_SplitsOngoingFromPipelineInRupiah(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await PaidAsync(world);
        var (later, grant) = (Samples.Agreement(world.Partner), Samples.Agreement(world.Partner));
        await world.AddAsync(later, grant);
        await WithdrawalSamples.CreateAsync(world, "JMB-01", later, f => (f.Number, f.EffectiveOn, f.Lender) = (2, null, "ADB"));
        await WithdrawalSamples.CreateAsync(world, "JMB-01", grant, f => (f.Number, f.Kind) = (3, FinancingKind.Grant));
        await ChargeAsync(world, money, new DateOnly(2025, 12, 31), 1_000_00);
        await world.AddAsync(
            Plan(money, (new DateOnly(2025, 12, 31), 1_000_00), (new DateOnly(2026, 12, 31), 3_000_00), (new DateOnly(2027, 12, 31), 7_000_00)),
            Counterpart(money, 2025, 400, 300), Counterpart(money, 2026, 500, 100), Counterpart(money, 2027, 600, 0),
            new ExchangeRate { FromCode = "USD", ToCode = "IDR", On = Today.AddDays(-2), Type = RateType.BiMiddle, Rate = 15_000m },
            new ExchangeRate { FromCode = "USD", ToCode = "IDR", On = new DateOnly(2026, 1, 1), Type = RateType.BudgetAssumption, Rate = 16_000m });

        var (plan, count) = await world.AsAsync<WithdrawalPlanQuery, (WithdrawalPlan, int)>(Role.Auditor, q => q.LoadAsync(All, "id", default));
        var rows = await plan.Report.Rows.ToListAsync();

        Assert.Equal([(1, false), (1, true)], rows.Select(r => (r.No, r.IsPipeline)));
        Assert.Equal((6, 2026), (count, plan.Year));
        Assert.Equal((160_000_000_000m, 16_000_000m, 32_000_000m), (rows[0].Commitment, rows[0].Withdrawn, rows[0].Allocation));
        Assert.Equal((1500m, 300m, 500m), (rows[0].CounterpartNeed, rows[0].CounterpartSpent, rows[0].CounterpartAllocation));
        Assert.Equal([64_000_000m, 0m, 0m, 0m, 0m], rows[0].Withdrawals);
        Assert.Equal([600m, null, null, null, null], rows[0].Counterpart);
        Assert.Equal("ADB", rows[1].Lender);
        Assert.Null(rows[1].Allocation);
    }

    /// <summary>Every one of the seven, over everything there is, and asked for the other agreement by its id.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Observer_OfOneAgreement_FindsNothingOfAnotherInAnyWorkbook(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var own = await FurnishAsync(world, await BeginAsync(world));
        var agreement = Samples.Agreement(world.Partner);
        await world.AddAsync(agreement);
        var theirs = await FurnishAsync(world, await WithdrawalSamples.CreateAsync(world, "JMB-01", agreement, f => f.Number = 2));
        string[] both = [world.Agreement.Number, agreement.Number];

        foreach (var name in LedgerReports.All)
        {
            Assert.Equal((name, string.Join(',', both.Order(StringComparer.Ordinal))), (name, string.Join(',', (await AgreementsAsync(world, name, All, Role.Auditor)).Order(StringComparer.Ordinal))));
            Assert.Equal((name, world.Agreement.Number), (name, string.Join(',', await AgreementsAsync(world, name, All, Role.Observer))));
            Assert.Equal((name, ""), (name, string.Join(',', await AgreementsAsync(world, name, All with { Financing = theirs.Financing.Id }, Role.Observer))));
            Assert.Equal((name, ""), (name, string.Join(',', await AgreementsAsync(world, name, All, Role.Administrator)))); // sees, but does not export
        }
        Assert.NotEqual(own.Financing.Id, theirs.Financing.Id);
    }

    /// <summary>The agreements whose rows a report has.</summary>
    private static async Task<IReadOnlyList<string>> AgreementsAsync(World world, string report, LedgerReportFilter filter, Role role)
    {
        var found = report switch
        {
            LedgerReports.Withdrawals => await world.AsAsync<WithdrawalRegisterQuery, List<string>>(role, async q => await (await q.LoadAsync(filter, "id", default)).Report.Rows.Select(r => r.Agreement).ToListAsync()),
            LedgerReports.Expenditure => await world.AsAsync<ExpenditureQuery, List<string>>(role, async q => await (await q.LoadAsync(filter, "id", default)).Statement.Report.Rows.Select(r => r.Agreement).ToListAsync()),
            LedgerReports.Contracts => await world.AsAsync<ContractBookQuery, List<string>>(role, async q => await (await q.LoadAsync(filter, "id", default)).Report.Rows.Select(r => r.Agreement).ToListAsync()),
            LedgerReports.Categories => await world.AsAsync<CategoryReportQuery, List<string>>(role, async q => await (await q.LoadAsync(filter, "id", default)).Report.Rows.Select(r => r.Agreement).ToListAsync()),
            LedgerReports.Performance => await world.AsAsync<PerformanceQuery, List<string>>(role, async q => await (await q.LoadAsync(filter, "id", default)).Report.Rows.Select(r => r.Agreement).ToListAsync()),
            LedgerReports.Quarters => await world.AsAsync<QuarterReportQuery, List<string>>(role, async q => await (await q.LoadAsync(filter, "id", default)).Report.Report.Rows.Select(r => r.Agreement).ToListAsync()),
            _ => await world.AsAsync<WithdrawalPlanQuery, List<string>>(role, async q => await (await q.LoadAsync(filter, "id", default)).Plan.Report.Rows.Select(r => r.References.LoanCode).ToListAsync()),
        };
        return [.. found.Distinct()];
    }

    /// <summary>One of everything that a workbook could show.</summary>
    private static async Task<WithdrawalSamples> FurnishAsync(World world, WithdrawalSamples money)
    {
        await PayAsync(money);
        await world.AddAsync(Plan(money, (new DateOnly(2026, 1, 1), 0), (new DateOnly(2026, 12, 31), 365_00)), Counterpart(money, 2026, 500, 100));
        await world.WriteAsync(async db =>
        {
            var financing = await db.Financings.SingleAsync(f => f.Id == money.Financing.Id);
            financing.References = PlanningReferences.None with { LoanCode = await db.Agreements.Where(a => a.Id == financing.AgreementId).Select(a => a.Number).SingleAsync() };
        });
        return money;
    }

    private static async Task<WithdrawalSamples> BeginAsync(World world, Agreement? agreement = null, Action<Financing>? change = null) =>
        await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-01"), agreement, change);

    /// <summary>80,000 dollars asked for an invoice on a statement, of which 60,000 are paid.</summary>
    private static async Task<WithdrawalSamples> PaidAsync(World world, Action<Financing>? change = null)
    {
        var money = await BeginAsync(world, change: change);
        await PayAsync(money);
        return money;
    }

    private static async Task PayAsync(WithdrawalSamples money)
    {
        var application = await money.BeginAsync();
        await money.AddAsync(money.Line(application, await money.InvoiceAsync()) with { IsSoe = true });
        await money.ApproveAsync(application);
        _ = (await money.PayAsync(application, money.Payment(60_000m))).Value;
    }

    /// <summary>Charged to works on another day than the present one.</summary>
    private static Task ChargeAsync(World world, WithdrawalSamples money, DateOnly on, long cents) => world.WriteAsync(async db => db.Add(new Disbursement
    {
        ProjectId = money.Financing.ProjectId,
        FinancingId = money.Financing.Id,
        ApplicationId = await db.Withdrawals.Where(a => a.FinancingId == money.Financing.Id).Select(a => a.Id).FirstAsync(),
        CategoryId = money.Works.Id,
        ValueDate = on,
        CurrencyCode = "USD",
        Paid = cents,
        Charged = cents,
        ChargedRate = BookedRate.Same,
        Rupiah = 0,
        RupiahRate = BookedRate.Same,
        BookedById = world.Person(Role.Finance).Id,
        BookedAt = FakeClock.Start,
    }));

    private static Projection Plan(WithdrawalSamples money, params (DateOnly On, long Cumulative)[] points) => new()
    {
        ProjectId = money.Financing.ProjectId,
        FinancingId = money.Financing.Id,
        Points = [.. points.Select(point => new ProjectionPoint { On = point.On, Cumulative = point.Cumulative })],
    };

    private static CounterpartYear Counterpart(WithdrawalSamples money, int year, long pledged, long realised) => new()
    {
        ProjectId = money.Financing.ProjectId,
        FinancingId = money.Financing.Id,
        Kind = CounterpartKind.CashApbd,
        Year = year,
        CurrencyCode = "IDR",
        Pledged = pledged * 100,
        Budgeted = pledged * 100,
        Realised = realised * 100,
    };

    /// <summary>For works in rupiah.</summary>
    private static Contract Signed(WithdrawalSamples money, string package, long price, decimal progress) => new()
    {
        ProjectId = money.Financing.ProjectId,
        FinancingId = money.Financing.Id,
        CategoryId = money.Works.Id,
        PackageNumber = package,
        CurrencyCode = "IDR",
        MinorUnits = price,
        SignedOn = new DateOnly(2025, 3, 1),
        PhysicalProgress = progress,
    };

    private static Contract Cancelled(Contract contract)
    {
        contract.State = ContractState.Cancelled;
        return contract;
    }

    private static async Task<(IReadOnlyList<WithdrawalRegisterRow> Rows, int Count)> RegisterAsync(World world, LedgerReportFilter filter) =>
        await world.AsAsync<WithdrawalRegisterQuery, (IReadOnlyList<WithdrawalRegisterRow>, int)>(Role.Auditor, async query =>
        {
            var (report, count) = await query.LoadAsync(filter, "id", default);
            return (await report.Rows.ToListAsync(), count);
        });

    /// <summary>Of the only agreement.</summary>
    private static Task<PerformanceRow> PerformanceAsync(World world) => world.AsAsync<PerformanceQuery, PerformanceRow>(
        Role.Auditor, async query => Assert.Single(await (await query.LoadAsync(All, "id", default)).Report.Rows.ToListAsync()));

    private static Task<(QuarterReport Report, int Rows)> QuartersAsync(World world) =>
        world.AsAsync<QuarterReportQuery, (QuarterReport, int)>(Role.Auditor, q => q.LoadAsync(All, "id", default));

    private static string Written(WithdrawalRegisterRow row) => FormattableString.Invariant(
        $"{row.No} WA {row.Number} cat {row.Category} contracts {string.Join(',', row.Contracts)} claimed {row.Claimed} approved {row.Approved} paid {row.Paid} charged {row.Charged} rate {row.Rate} rupiah {row.Rupiah} cumulative {row.Cumulative} undisbursed {row.Undisbursed} {row.State}");
}
