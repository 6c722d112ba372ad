using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.Rates;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>What the cockpit lists, to whom, and what it warns of.</summary>
public sealed class WithdrawalCockpitTests
{
    [Fact]
    public async Task Warnings_OfASoundApplication_AreThatPapersAreMissing()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var application = await DraftAsync(money);
        Assert.Equal([WithdrawalWarningKind.EvidenceMissing], Kinds(await WarningsAsync(world, application)));

        await world.WriteAsync(async db => (await db.Invoices.SingleAsync()).DocumentId = await DocumentAsync(world, money.Code));

        Assert.Empty(await WarningsAsync(world, application));
    }

    /// <summary>By the settings as they come: 90 days before closing, 30 before the last day for claims.</summary>
    [Theory]
    [InlineData(91, 60, "")]
    [InlineData(90, 60, "ClosingNear")]
    [InlineData(0, 60, "ClosingNear")]
    [InlineData(-1, 60, "ClaimsEndNear")]
    [InlineData(-60, 60, "ClaimsEndNear")]
    [InlineData(-61, 60, "ClaimsEnded")]
    [InlineData(29, 1, "ClosingNear ClaimsEndNear")]
    [InlineData(30, 1, "ClosingNear")]
    public async Task Warnings_AroundClosing_FollowTheDay(int daysToClosing, int window, string kinds)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world, f => (f.ClosingOn, f.ClaimWindowDays) = (Today.AddDays(daysToClosing), window));
        var application = await DraftAsync(money, i => i.PaidOn = Today.AddDays(-100));
        var expected = kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<WithdrawalWarningKind>);
        Assert.Equal(expected, Kinds(await WarningsAsync(world, application)).Except([WithdrawalWarningKind.EvidenceMissing]));

        await money.SubmitAsync(application);

        // In time is in time for ever; too late stays too late.
        var later = kinds == "ClaimsEnded" ? expected : [];
        world.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(later, Kinds(await WarningsAsync(world, application)).Except([WithdrawalWarningKind.EvidenceMissing]));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Warnings_OfEachKind_AreGivenWithTheirNumbers(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world, f => (f.MinimumApplication, f.SoeCeiling, f.SoeCurrencyCode, f.EffectiveOn) = (100_000_00, 200_000_00, "USD", Today.AddDays(-30)));
        var invoice = await money.InvoiceAsync(change: i => i.PaidOn = Today.AddDays(-31));
        var application = await money.BeginAsync(money.Draft() with { PeriodFrom = Today.AddDays(-20), PeriodUntil = Today });
        await money.AddAsync(money.Line(application, invoice) with { Percentage = 75m, IsSoe = true });
        var other = await money.BeginAsync();
        await money.AddAsync(money.Line(other, invoice) with { Percentage = 10m });
        await world.WriteAsync(async db =>
        {
            (await db.Categories.SingleAsync(c => c.Id == money.Works.Id)).MinorUnits = 70_000_00;
            (await db.Contracts.SingleAsync()).MinorUnits = 1_000_000_000_00;
            (await db.Financings.SingleAsync()).SoeCeiling = 50_000_00; // lowered since
            db.Add(new Reallocation { ProjectId = money.Financing.ProjectId, FinancingId = money.Financing.Id, ToId = money.Works.Id, On = Today, MinorUnits = 1_000_00 });
        });

        var warnings = await WarningsAsync(world, application);

        Assert.Equal(
            [
                "OverCategoryBalance 1 USD 75000.00 USD 71000.00",
                "OverContractBalance W-1 IDR 1179375000.00 IDR 642750000.00",
                "WrongShare INV-1 75 80",
                "DuplicateInvoice INV-1",
                "OutsidePeriod INV-1 2026-02-01 BeforePeriod",
                "UnderMinimum USD 75000.00 USD 100000.00",
                "SoeOverCeiling INV-1 USD 100000.00 USD 50000.00",
            ],
            warnings.Select(Written));
        _ = (await money.StepAsync(other, WithdrawalStep.Cancel, note: "Ganda")).Value;
        Assert.DoesNotContain(WithdrawalWarningKind.DuplicateInvoice, Kinds(await WarningsAsync(world, application)));
    }

    [Theory]
    [InlineData(-40, true, PeriodBound.BeforeEffectiveness)]
    [InlineData(-1, true, PeriodBound.AfterPeriod)]
    [InlineData(-1, false, PeriodBound.AfterClosing)]
    public async Task Warnings_OfAnInvoiceOutside_NameTheBound(int paid, bool hasPeriod, PeriodBound bound)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world, f => (f.EffectiveOn, f.ClosingOn, f.ClaimWindowDays) = (Today.AddDays(-30), Today.AddDays(-2), 60));
        var application = await money.BeginAsync(money.Draft() with { PeriodUntil = hasPeriod ? Today.AddDays(-3) : null });
        await money.AddAsync(money.Line(application, await money.InvoiceAsync(change: i => i.PaidOn = Today.AddDays(paid))));

        Assert.Equal(bound, (await WarningsAsync(world, application)).Single(w => w.Kind == WithdrawalWarningKind.OutsidePeriod).Args[2]);
    }

    [Theory]
    [InlineData(-36, true)]
    [InlineData(-35, false)]
    public async Task Warnings_WithRetroactiveFinancing_CountFromItsFirstDay(int paid, bool isOutside)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world, f => (f.EffectiveOn, f.RetroactiveFrom) = (Today.AddDays(-30), Today.AddDays(-35)));
        var application = await DraftAsync(money, i => i.PaidOn = Today.AddDays(paid));

        Assert.Equal(isOutside, Kinds(await WarningsAsync(world, application)).Contains(WithdrawalWarningKind.OutsidePeriod));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task CategoryBalance_WhenAskedInRupiah_IsMeasuredAtTheMiddleRateAndLessUndertakings(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);
        await world.WriteAsync(async db => (await db.Categories.SingleAsync(c => c.Id == money.Works.Id)).MinorUnits = 100_000_00);
        var letter = await money.BeginAsync(money.Draft(WithdrawalProcedure.Commitment));
        await money.AddAsync(money.Advance(letter, 30_000m));
        await money.ApproveAsync(letter);
        await money.PayAsync(letter, money.Payment(5_000m));
        var application = await money.BeginAsync(money.Draft(currency: "IDR"));
        await money.AddAsync(money.Line(application, await money.InvoiceAsync()) with { Rate = new BookedRateInput() });
        Assert.DoesNotContain(WithdrawalWarningKind.OverCategoryBalance, Kinds(await WarningsAsync(world, application))); // nobody knows the rate

        await world.WriteAsync(db => db.AddAsync(new ExchangeRate { FromCode = "USD", ToCode = "IDR", On = Today.AddDays(-2), Type = RateType.BiMiddle, Rate = 15_000m }).AsTask());

        // 100,000 less 5,000 paid less 25,000 undertaken, against 1,258,000,000 / 15,000
        Assert.Contains("OverCategoryBalance 1 USD 83866.67 USD 70000.00", (await WarningsAsync(world, application)).Select(Written));
        Assert.DoesNotContain(WithdrawalWarningKind.OverCategoryBalance, Kinds(await WarningsAsync(world, letter))); // not against itself
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task CategoryBalance_WhenAskedInRupiah_IsMeasuredWithRatesOfTheAgeTheOperatorAllows(int staleDays, bool isMeasured)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite, services => services.AddSingleton(new RateRules { StaleDays = staleDays }));
        var money = await BeginAsync(world);
        await world.WriteAsync(async db =>
        {
            (await db.Categories.SingleAsync(c => c.Id == money.Works.Id)).MinorUnits = 100_00;
            db.Add(new ExchangeRate { FromCode = "USD", ToCode = "IDR", On = Today.AddDays(-2), Type = RateType.BiMiddle, Rate = 15_000m });
        });
        var application = await money.BeginAsync(money.Draft(currency: "IDR"));
        await money.AddAsync(money.Line(application, await money.InvoiceAsync()) with { Rate = new BookedRateInput() });

        Assert.Equal(isMeasured, Kinds(await WarningsAsync(world, application)).Contains(WithdrawalWarningKind.OverCategoryBalance));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Page_WithFilters_ShowsTheRowsAndTheirSums(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);
        var paid = await DraftAsync(money);
        await money.ApproveAsync(paid);
        await money.PayAsync(paid, money.Payment(80_000m));
        var draft = await DraftAsync(money);
        var rupiah = await money.BeginAsync(money.Draft(currency: "IDR"));
        await money.AddAsync(money.Line(rupiah, await money.InvoiceAsync(1_000_000m)) with { Rate = new BookedRateInput(), Percentage = 50m });
        _ = (await money.StepAsync(rupiah, WithdrawalStep.Cancel, note: "Batal")).Value;
        var elsewhere = await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-02"));
        await elsewhere.BeginAsync();

        int[] counts =
        [
            await CountAsync(new WithdrawalFilter()),
            await CountAsync(new WithdrawalFilter { Show = WithdrawalFilter.All }),
            await CountAsync(new WithdrawalFilter { Show = nameof(WithdrawalState.Cancelled) }),
            await CountAsync(new WithdrawalFilter { Search = "jmb-02" }),
            await CountAsync(new WithdrawalFilter { Warning = WithdrawalWarningKind.EvidenceMissing }),
            await CountAsync(new WithdrawalFilter { Financing = money.Financing.Id, Show = WithdrawalFilter.All }),
            await CountAsync(new WithdrawalFilter { Warning = WithdrawalWarningKind.ClaimsEnded, Show = WithdrawalFilter.All }),
        ];
        Assert.Equal([3, 4, 1, 1, 1, 3, 0], counts);
        var page = await PageAsync(world, new WithdrawalFilter { Show = WithdrawalFilter.All });
        Assert.Equal(["IDR 500000.00 IDR 0.00", "USD 160000.00 USD 80000.00"], page.Totals.Select(t => $"{t.Claimed} {t.Paid}"));
        var row = page.Rows.Rows.Single(r => r.Application.Id == draft);
        Assert.Equal(("1", "W-1", new WithdrawalWait(WaitFor.Completion, WaitParty.Pmu), 0), (row.Categories.Single(), row.Contracts.Single(), row.Wait!, row.DaysOpen));
        Assert.Equal(2, (await PageAsync(world, new WithdrawalFilter { Show = WithdrawalFilter.All, PageSize = 2, Page = 2 })).Rows.Rows.Count);

        async Task<int> CountAsync(WithdrawalFilter filter) => (await PageAsync(world, filter)).Rows.Total;
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Observer_OfOneAgreement_SeesItsApplicationsAlone(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var other = Samples.Agreement(world.Partner);
        await world.WriteAsync(db => db.AddAsync(other).AsTask());
        var code = await world.RegisterAsync("JMB-01");
        var own = await WithdrawalSamples.CreateAsync(world, code);
        var theirs = await WithdrawalSamples.CreateAsync(world, code, other, f => f.Number = 2);
        var (mine, foreign) = (await DraftAsync(own), await DraftAsync(theirs));

        var page = await PageAsync(world, new WithdrawalFilter(), Role.Observer);

        Assert.Equal([mine], page.Rows.Rows.Select(r => r.Application.Id));
        Assert.Equal(["USD 80000.00"], page.Totals.Select(t => $"{t.Claimed}"));
        Assert.Equal([own.Financing.Id], (await world.AsAsync<WithdrawalCockpit, IReadOnlyList<Features.People.Choice>>(Role.Observer, c => c.FinancingsAsync(null, default))).Select(c => c.Id));
        var agreements = await world.AsAsync<MoneyRows, IReadOnlyList<FinancingRow>>(Role.Observer, r => r.FinancingsAsync(own.Financing.ProjectId, default));
        Assert.Equal([own.Financing.Id], agreements.Select(row => row.Financing.Id));
        Assert.Empty((await PageAsync(world, new WithdrawalFilter { Financing = theirs.Financing.Id }, Role.Observer)).Rows.Rows);
        Assert.Empty((await PageAsync(world, new WithdrawalFilter { Financing = theirs.Financing.Id, Warning = WithdrawalWarningKind.EvidenceMissing }, Role.Observer)).Rows.Rows);
        Assert.Null(await SheetAsync(world, foreign, own));
        Assert.NotNull(await SheetAsync(world, mine, own));
    }

    [Fact]
    public async Task Page_HoweverManyRows_AsksTheDatabaseAsOften()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        await DraftAsync(money);
        var few = await QueriesAsync(world);
        for (var i = 0; i < 5; i++)
        {
            var application = await DraftAsync(money);
            await money.AddAsync(money.Line(application, await money.InvoiceAsync(money.Consulting, "USD", 500m)));
            await money.ApproveAsync(application);
            await money.PayAsync(application, money.Payment(100m));
        }

        Assert.Equal(few, await QueriesAsync(world));
        Assert.InRange(few, 10, 26); // the pictures of all open ones, then those of the page
    }

    private static DateOnly Today => DateOnly.FromDateTime(FakeClock.Start);

    private static async Task<int> QueriesAsync(World world)
    {
        world.Services.Queries.Reset();
        await PageAsync(world, new WithdrawalFilter { Warning = WithdrawalWarningKind.EvidenceMissing });
        return world.Services.Queries.Count;
    }

    private static async Task<Guid> DocumentAsync(World world, string code) =>
        (await world.AsAsync<Features.Documents.AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(code, World.TextFile("other"), default))).Value;

    private static async Task<WithdrawalSamples> BeginAsync(World world, Action<Financing>? change = null) =>
        await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-01"), change: change);

    private static async Task<Guid> DraftAsync(WithdrawalSamples money, Action<Invoice>? change = null)
    {
        var application = await money.BeginAsync();
        await money.AddAsync(money.Line(application, await money.InvoiceAsync(change: change)));
        return application;
    }

    private static Task<WithdrawalPage> PageAsync(World world, WithdrawalFilter filter, Role role = Role.Auditor) =>
        world.AsAsync<WithdrawalCockpit, WithdrawalPage>(role, cockpit => cockpit.PageAsync(filter, default));

    private static Task<WithdrawalSheet?> SheetAsync(World world, Guid application, WithdrawalSamples of) =>
        world.AsAsync<WithdrawalSheets, WithdrawalSheet?>(Role.Observer, s => s.FindAsync(application, of.Financing.ProjectId, default));

    private static async Task<IReadOnlyList<WithdrawalWarning>> WarningsAsync(World world, Guid application) =>
        (await PageAsync(world, new WithdrawalFilter { Show = WithdrawalFilter.All })).Rows.Rows.Single(r => r.Application.Id == application).Warnings;

    private static IEnumerable<WithdrawalWarningKind> Kinds(IEnumerable<WithdrawalWarning> warnings) => warnings.Select(w => w.Kind);

    private static string Written(WithdrawalWarning warning) => string.Join(' ', warning.Args.Select(arg => arg switch
    {
        DateOnly day => day.Iso(),
        decimal share => share.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture),
        _ => $"{arg}",
    }).Prepend($"{warning.Kind}"));
}
