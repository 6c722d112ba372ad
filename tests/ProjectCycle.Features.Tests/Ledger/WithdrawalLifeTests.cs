using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>An application from its draft to the books: what it claims, who may do what, what is booked, and what is told.</summary>
public sealed class WithdrawalLifeTests
{
    /// <summary>Written out beside the program's own table: who prepares, signs, sends and books (product.md, roles).</summary>
    [Theory]
    [InlineData(WithdrawalStep.Check, Role.Finance)]
    [InlineData(WithdrawalStep.SignFirst, Role.Finance, Role.Manager)]
    [InlineData(WithdrawalStep.SignSecond, Role.Finance, Role.Manager)]
    [InlineData(WithdrawalStep.SubmitToMinistry, Role.Finance, Role.Manager)]
    [InlineData(WithdrawalStep.SubmitToDonor, Role.Finance, Role.Manager)]
    [InlineData(WithdrawalStep.Query, Role.Finance, Role.Manager)]
    [InlineData(WithdrawalStep.Answer, Role.Finance, Role.Manager)]
    [InlineData(WithdrawalStep.Return, Role.Finance, Role.Manager)]
    [InlineData(WithdrawalStep.Approve, Role.Finance, Role.Manager)]
    [InlineData(WithdrawalStep.Reject, Role.Finance, Role.Manager)]
    [InlineData(WithdrawalStep.BookNotice, Role.Finance)]
    [InlineData(WithdrawalStep.Reconcile, Role.Finance)]
    [InlineData(WithdrawalStep.Close, Role.Finance)]
    [InlineData(WithdrawalStep.Redraft, Role.Finance)]
    [InlineData(WithdrawalStep.Cancel, Role.Finance)]
    public async Task Step_ByEachRole_IsForThoseOfTheCatalogue(WithdrawalStep step, params Role[] allowed)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-01"));
        var application = await money.BeginAsync();

        foreach (var role in Enum.GetValues<Role>())
        {
            var answer = await money.StepAsync(application, step, role, note: "-", notice: "N-1", version: -1);
            Assert.Equal((role, allowed.Contains(role)), (role, Assert.Single(answer.Refusals).Code != "not-allowed")); // the version is nobody's: no step is made
        }
    }

    /// <summary>What the program does by itself is no step anybody may ask for.</summary>
    [Theory]
    [InlineData(WithdrawalStep.PayPart)]
    [InlineData(WithdrawalStep.PayRest)]
    [InlineData(WithdrawalStep.ReversePart)]
    [InlineData(WithdrawalStep.ReverseAll)]
    [InlineData(WithdrawalStep.TakeOver)]
    [InlineData((WithdrawalStep)99)]
    public async Task Step_OfTheProgramItself_IsUnknown(WithdrawalStep step)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-01"));

        Assert.Equal("withdrawal-step-unknown", Assert.Single((await money.StepAsync(await money.BeginAsync(), step)).Refusals).Code);
    }

    /// <summary>domain.md 4.5: USD 80,000 at 15,725 by the bank, 15,800 by BI on the value date.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Sheet_OfAPaymentAtTheBanksRate_TellsTheDifferenceAtTheMiddleRate(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-01"));
        var application = await money.BeginAsync();
        await money.AddAsync(money.Line(application, await money.InvoiceAsync()));
        await money.ApproveAsync(application);
        var bank = new BookedRateInput { Rate = 15_725m, Type = RateType.BankConversion, On = money.Today, Source = "Bank" };
        _ = (await money.PayAsync(application, money.Payment(80_000m) with { Rupiah = bank })).Value;
        Assert.Null(Assert.Single(await PaymentsAsync()).Difference);

        await world.WriteAsync(db => db.AddAsync(new ExchangeRate
        {
            FromCode = "USD",
            ToCode = "IDR",
            On = money.Today.AddDays(-1),
            Type = RateType.BiMiddle,
            Rate = 15_800,
            Source = "bi.go.id",
        }).AsTask());

        Assert.Equal("IDR 6000000.00", $"{Assert.Single(await PaymentsAsync()).Difference}");

        async Task<IReadOnlyList<DisbursementRow>> PaymentsAsync() =>
            (await world.AsAsync<WithdrawalSheets, WithdrawalSheet?>(Role.Finance, s => s.FindAsync(application, money.Financing.ProjectId, default)))!.Disbursements;
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Life_OfTheWorkedExample_BooksEveryAmountToTheUnit(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world, f => (f.CurrencyCode, f.MinorUnits) = ("EUR", 10_000_000_00));
        var application = await money.BeginAsync(money.Draft() with { Payee = "Kas Daerah", Swift = "BRINIDJA" });
        var invoice = await money.InvoiceAsync(1_572_500_000m);
        var line = await money.AddAsync(money.Line(application, invoice));

        var claimed = await world.ReadAsync(db => db.WithdrawalLines.AsNoTracking().SingleAsync(l => l.Id == line));
        Assert.Equal((1_572_500_000_00, 0.8m, 1_258_000_000_00, 80_000_00), (claimed.Eligible, claimed.Percentage, claimed.ClaimedLocal, claimed.Claimed));
        Assert.Equal(314_500_000_00, invoice.Gross - claimed.ClaimedLocal); // the counterpart's
        Assert.Equal((15_725m, true, RateType.BankConversion, money.Contract.Id), (claimed.Rate.Rate, claimed.Rate.IsInverse, claimed.Rate.Type, claimed.ContractId));

        await StepsAsync(money, application, WithdrawalStep.Check, WithdrawalStep.SignFirst);
        _ = (await money.StepAsync(application, WithdrawalStep.SignSecond, Role.Manager)).Value;
        await StepsAsync(money, application, WithdrawalStep.SubmitToMinistry, WithdrawalStep.SubmitToDonor);
        Assert.Equal(WithdrawalState.Queried, (await money.StepAsync(application, WithdrawalStep.Query, note: "Which invoice?")).Value);
        await StepsAsync(money, application, WithdrawalStep.Answer, WithdrawalStep.Approve);
        world.Clock.Advance(TimeSpan.FromDays(6));
        var first = Paid(money, 50_000m, 46_000m, money.Today.AddDays(-2));
        Assert.Equal(WithdrawalState.PartlyPaid, (await money.PayAsync(application, first)).Value);
        Assert.Equal(WithdrawalState.Paid, (await money.PayAsync(application, Paid(money, 30_000m, 27_500.01m, money.Today))).Value);
        Assert.Equal(WithdrawalState.Noticed, (await money.StepAsync(application, WithdrawalStep.BookNotice, notice: "ND-7")).Value);
        await StepsAsync(money, application, WithdrawalStep.Reconcile, WithdrawalStep.Close);

        var row = (await CockpitAsync(world, new WithdrawalFilter { Show = WithdrawalFilter.All })).Rows.Rows.Single();
        Assert.Equal((WithdrawalState.Closed, "ND-7", "KfW Development Bank", 1), (row.Application.State, row.Application.NoticeNumber, row.Donor, row.Application.Number));
        Assert.Equal(("USD 80000.00", "USD 80000.00", "USD 80000.00"), ($"{row.Claimed}", $"{row.Approved}", $"{row.Paid}"));
        Assert.Equal((money.Today, DateOnly.FromDateTime(FakeClock.Start)), (row.ValueDate, row.QueriedOn));
        Assert.Null(row.Wait);
        var booked = await world.ReadAsync(db => db.Disbursements.AsNoTracking().OrderBy(d => d.ValueDate).ToListAsync());
        Assert.Equal([(50_000_00L, 46_000_00L, 790_000_000_00L), (30_000_00L, 27_500_01L, 474_000_000_00L)], booked.Select(d => (d.Paid, d.Charged, d.Rupiah)));
        Assert.Equal((1.0869565217m, true, RateType.DonorApplied), (booked[0].ChargedRate.Rate, booked[0].ChargedRate.IsInverse, booked[0].ChargedRate.Type));
        Assert.Equal((15_800m, RateType.BiMiddle, first.ValueDate), (booked[0].RupiahRate.Rate, booked[0].RupiahRate.Type, booked[0].RupiahRate.On));
        var moves = await world.ReadAsync(db => db.WithdrawalMoves.AsNoTracking().OrderBy(m => m.At).ThenBy(m => m.Id).Select(m => m.To).ToListAsync());
        Assert.Equal(13, moves.Count);
        Assert.Contains(await world.ReadAsync(db => db.AuditEntries.Where(e => e.Entity == nameof(WithdrawalApplication)).Select(e => e.Changes).ToListAsync()), changes => changes.Contains("\"Closed\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignSecond_ByWhoDrewItUpOrSignedFirst_IsRefused()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var application = await DraftAsync(money);
        await StepsAsync(money, application, WithdrawalStep.Check);
        Assert.True((await money.StepAsync(application, WithdrawalStep.SignFirst, Role.Manager)).Succeeded);

        Assert.Equal(["signed-by-preparer"], Codes(await money.StepAsync(application, WithdrawalStep.SignSecond)));
        Assert.Equal(["signed-by-same"], Codes(await money.StepAsync(application, WithdrawalStep.SignSecond, Role.Manager)));
        Assert.Equal(WithdrawalState.Checked, (await money.ReadAsync(application)).State);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Begin_ByManyAtOnce_GivesEachItsOwnNumber(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => money.BeginAsync())));

        Assert.Equal([1, 2, 3, 4], await world.ReadAsync(db => db.Withdrawals.Select(a => a.Number).Order().ToListAsync()));
        Assert.Equal(4, await world.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Entity == nameof(WithdrawalApplication))));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Step_ByTwoOfficersAtOnce_IsMadeOnceAndTheOtherIsTold(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);
        var application = await DraftAsync(money);
        await money.SubmitAsync(application);
        var version = await money.VersionAsync(application);

        var both = await Task.WhenAll(
            Task.Run(() => money.StepAsync(application, WithdrawalStep.Approve, version: version)),
            Task.Run(() => money.StepAsync(application, WithdrawalStep.Return, Role.Manager, "Salah rekening", version: version)));

        Assert.Equal(["changed-meanwhile"], both.Single(outcome => !outcome.Succeeded).Refusals.Select(r => r.Code));
        Assert.Single(await world.ReadAsync(db => db.WithdrawalMoves.Where(m => m.From == WithdrawalState.WithDonor).ToListAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Payment_ByTwoOfficersAtOnce_IsBookedOnce(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);
        var application = await DraftAsync(money);
        await money.ApproveAsync(application);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => money.PayAsync(application, money.Payment(80_000m)))));

        Assert.Single(both, outcome => outcome.Succeeded);
        Assert.Contains(both.Single(outcome => !outcome.Succeeded).Refusals[0].Code, new[] { "changed-meanwhile", "payment-not-due" });
        Assert.Equal(80_000_00, await world.ReadAsync(db => db.Disbursements.SumAsync(d => d.Paid)));
    }

    [Fact]
    public async Task Draft_WhenSentAway_IsNoLongerChangedUntilItComesBack()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var application = await money.BeginAsync();
        var line = await money.AddAsync(money.Line(application, await money.InvoiceAsync()));
        await money.SubmitAsync(application);

        Assert.Equal(["withdrawal-not-editable"], Codes(await ChangeAsync(money, application, money.Draft() with { Payee = "Lain" })));
        Assert.Equal(["withdrawal-not-editable"], Codes(await world.AsAsync<SaveWithdrawalLine, Outcome<Guid>>(Role.Finance, s => s.AddAsync(money.Code, money.Advance(application, 1m), default))));
        Assert.Equal(["withdrawal-not-editable"], Codes(await world.AsAsync<SaveWithdrawalLine, Outcome<Done>>(Role.Finance, s => s.RemoveAsync(line, 0, default))));
        Assert.Equal(["required"], Codes(await money.StepAsync(application, WithdrawalStep.Return)));
        Assert.True((await money.StepAsync(application, WithdrawalStep.Return, note: "Salah rekening")).Succeeded);

        Assert.True((await ChangeAsync(money, application, money.Draft() with { Payee = "Lain" })).Succeeded);
        Assert.True((await world.AsAsync<SaveWithdrawalLine, Outcome<Done>>(Role.Finance, s => s.RemoveAsync(line, 0, default))).Succeeded);
        Assert.Equal(["withdrawal-empty"], Codes(await money.StepAsync(application, WithdrawalStep.Check)));
        Assert.Equal(["withdrawal-kept"], Codes(await world.AsAsync<SaveWithdrawal, Outcome<Done>>(Role.Finance, s => s.RemoveAsync(application, 0, default))));
    }

    [Fact]
    public async Task Line_WhenInputIsBad_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world, f => (f.SoeCeiling, f.SoeCurrencyCode) = (100_000_00, "USD"));
        var application = await money.BeginAsync();
        var invoice = await money.InvoiceAsync();
        var dollars = await money.InvoiceAsync(money.Consulting, "USD", 1_000m, i => i.Tax = 100_00);
        var small = await money.InvoiceAsync(15_725_000m * 99);
        var line = money.Line(application, invoice);
        foreach (var (input, code, field) in new (WithdrawalLineInput, string, string)[]
        {
            (line with { InvoiceId = Guid.NewGuid() }, "unknown-invoice", "InvoiceId"),
            (line with { InvoiceId = null }, "line-needs-invoice", "InvoiceId"),
            (line with { CategoryId = money.Consulting.Id }, "category-not-of-invoice", "CategoryId"),
            (line with { CategoryId = Guid.NewGuid() }, "unknown-category", "CategoryId"),
            (line with { Rate = new BookedRateInput { Type = RateType.BiMiddle, On = money.Today } }, "required", "Rate.Rate"),
            (line with { Rate = money.Rate(15_725m) with { Unit = 7 } }, "bad-rate", "Rate.Rate"),
            (line with { Rate = money.Rate(0m) }, "bad-rate", "Rate.Rate"),
            (line with { Rate = money.Rate(15_725m) with { Type = null } }, "required", "Rate.Type"),
            (line with { Eligible = 1_572_500_001m }, "eligible-over-invoice", "Eligible"),
            (line with { Eligible = 0.001m }, "bad-amount", "Eligible"),
            (line with { Percentage = 101m }, "bad-percentage", "Percentage"),
            (line with { IsSoe = true, Rate = money.Rate(15_000m) }, "soe-over-ceiling", "IsSoe"),
            (money.Line(application, dollars) with { Rate = money.Rate(15_725m) }, "rate-not-needed", "Rate.Rate"),
            (money.Line(application, dollars) with { Eligible = 900.01m }, "eligible-over-invoice", "Eligible"), // taxes do not count
        })
        {
            var refused = Assert.Single((await world.AsAsync<SaveWithdrawalLine, Outcome<Guid>>(Role.Finance, s => s.AddAsync(money.Code, input, default))).Refusals);
            Assert.Equal((code, field), (refused.Code, refused.Field));
        }
        Assert.Equal(0, await world.ReadAsync(db => db.WithdrawalLines.CountAsync()));
        Assert.NotEqual(Guid.Empty, await money.AddAsync(money.Line(application, small) with { IsSoe = true }));
        var net = await money.AddAsync(money.Line(application, dollars));
        Assert.Equal((900_00, 1m, 900_00, BookedRate.Same), await world.ReadAsync(db => db.WithdrawalLines.Where(l => l.Id == net).Select(l => new ValueTuple<long, decimal, long, BookedRate>(l.Eligible, l.Percentage, l.Claimed, l.Rate)).SingleAsync()));
    }

    [Fact]
    public async Task Application_WhenInputIsBad_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        foreach (var (input, code, field) in new (WithdrawalInput, string, string)[]
        {
            (money.Draft() with { FinancingId = Guid.NewGuid() }, "unknown-financing", "FinancingId"),
            (money.Draft() with { On = null }, "required", "On"),
            (money.Draft() with { On = money.Today.AddDays(1) }, "date-in-future", "On"),
            (money.Draft() with { CurrencyCode = "XXX" }, "unknown-currency", "CurrencyCode"),
            (money.Draft() with { Procedure = (WithdrawalProcedure)99 }, "bad-value", "Procedure"),
            (money.Draft() with { PeriodFrom = money.Today, PeriodUntil = money.Today.AddDays(-1) }, "ended-before-started", "PeriodUntil"),
            (money.Draft() with { Swift = "TOOLONGASWIFT" }, "too-long", "Swift"),
        })
        {
            var refused = Assert.Single((await world.AsAsync<SaveWithdrawal, Outcome<Guid>>(Role.Finance, s => s.AddAsync(money.Code, input, default))).Refusals);
            Assert.Equal((code, field), (refused.Code, refused.Field));
        }
        var advance = await money.BeginAsync(money.Draft(WithdrawalProcedure.Advance));
        await money.AddAsync(money.Advance(advance, 500_000m));
        Assert.Equal(["currency-has-lines", "procedure-has-lines"], Codes(await ChangeAsync(money, advance, money.Draft(currency: "EUR"))));
    }

    [Fact]
    public async Task Payment_WhenInputIsBad_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world, f => f.ClosedUntil = DateOnly.FromDateTime(FakeClock.Start).AddDays(1));
        var application = await DraftAsync(money);
        Assert.Equal(["payment-not-due"], Codes(await money.PayAsync(application, money.Payment(1m))));
        await money.ApproveAsync(application);
        world.Clock.Advance(TimeSpan.FromDays(10));
        var sound = money.Payment(80_000m);
        foreach (var (input, code, field) in new (PaymentInput, string, string?)[]
        {
            (sound with { ValueDate = null }, "required", "ValueDate"),
            (sound with { ValueDate = money.Today.AddDays(1) }, "date-in-future", "ValueDate"),
            (sound with { ValueDate = DateOnly.FromDateTime(FakeClock.Start).AddDays(-1) }, "payment-before-approval", "ValueDate"),
            (sound with { ValueDate = DateOnly.FromDateTime(FakeClock.Start).AddDays(1) }, "period-closed", "ValueDate"),
            (sound with { Rupiah = new BookedRateInput { Type = RateType.BiMiddle, On = money.Today } }, "required", "Rupiah.Rate"),
            (sound with { Parts = [] }, "payment-empty", null),
            (sound with { Parts = [new PaymentPart { CategoryId = money.Consulting.Id, Paid = 1 }] }, "unknown-category", "Parts[0].Paid"),
            (sound with { Parts = [new PaymentPart { CategoryId = money.Works.Id, Paid = 0.001m }] }, "bad-amount", "Parts[0].Paid"),
            (sound with { Parts = [new PaymentPart { CategoryId = money.Works.Id, Paid = -1m }] }, "amount-not-positive", "Parts[0].Paid"),
            (sound with { Parts = [new PaymentPart { CategoryId = money.Works.Id, Paid = 80_000.01m }] }, "paid-over-approved", "Parts[0].Paid"),
            (sound with { Parts = [new PaymentPart { CategoryId = money.Works.Id, Paid = 1m, Charged = 2m }] }, "charged-is-paid", "Parts[0].Charged"),
            (sound with { Parts = [new PaymentPart { CategoryId = money.Works.Id, Paid = 1m }, new PaymentPart { CategoryId = money.Works.Id, Paid = 1m }] }, "payment-category-twice", null),
        })
        {
            var refused = Assert.Single((await money.PayAsync(application, input)).Refusals);
            Assert.Equal((code, field), (refused.Code, refused.Field));
        }
        Assert.Equal(0, await world.ReadAsync(db => db.Disbursements.CountAsync()));
    }

    [Fact]
    public async Task Payment_InTheAccountsOwnCurrency_IsNeverConverted()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world, f => (f.CurrencyCode, f.MinorUnits) = ("IDR", 625_000_000_000_00));
        var application = await money.BeginAsync(money.Draft(currency: "IDR"));
        await money.AddAsync(money.Line(application, await money.InvoiceAsync(1_000_001m)) with { Rate = new BookedRateInput() });
        await money.ApproveAsync(application);

        Assert.True((await money.PayAsync(application, money.Payment(800_000.8m) with { Rupiah = new BookedRateInput() })).Succeeded);

        var row = await world.ReadAsync(db => db.Disbursements.AsNoTracking().SingleAsync());
        Assert.Equal((800_000_80, 800_000_80, 800_000_80, BookedRate.Same, BookedRate.Same), (row.Paid, row.Charged, row.Rupiah, row.ChargedRate, row.RupiahRate));
    }

    [Fact]
    public async Task Disallow_OfARest_LeavesNothingToWaitFor()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var application = await money.BeginAsync();
        var line = await money.AddAsync(money.Line(application, await money.InvoiceAsync()));
        Assert.Equal(["disallow-not-open"], Codes(await money.DisallowAsync(application, line, 1m)));
        await money.ApproveAsync(application);
        Assert.Equal(["disallowed-over-claimed"], Codes(await money.DisallowAsync(application, line, 80_000.01m)));
        Assert.Equal(["disallowed-everything"], Codes(await money.DisallowAsync(application, line, 80_000m)));
        Assert.True((await money.DisallowAsync(application, line, 5_000m)).Succeeded);
        Assert.Equal(["paid-over-approved"], Codes(await money.PayAsync(application, money.Payment(75_000.01m))));
        Assert.Equal(WithdrawalState.PartlyPaid, (await money.PayAsync(application, money.Payment(60_000m))).Value);
        Assert.Equal(["disallowed-paid"], Codes(await money.DisallowAsync(application, line, 20_000.01m)));

        Assert.True((await money.DisallowAsync(application, line, 20_000m)).Succeeded);

        Assert.Equal(WithdrawalState.Paid, (await money.ReadAsync(application)).State);
        var version = await money.VersionAsync(application);
        var settled = new DisallowInput { Amount = 20_000m, Reason = IneligibleReason.Duplicate, Note = "Dikembalikan", SettledOn = money.Today };
        Assert.True((await world.AsAsync<DisallowLine, Outcome<Done>>(Role.Finance, d => d.HandleAsync(line, settled, version, default))).Succeeded);
        Assert.Equal(money.Today, await world.ReadAsync(db => db.WithdrawalLines.Select(l => l.SettledOn).SingleAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Reverse_OfAPayment_LeavesTheBooksAsIfItHadNotBeen(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);
        var application = await DraftAsync(money);
        await money.ApproveAsync(application);
        var day = money.Today;
        world.Clock.Advance(TimeSpan.FromDays(20));
        await money.PayAsync(application, money.Payment(50_000m, day.AddDays(3)));
        await money.PayAsync(application, money.Payment(30_000m, day.AddDays(9)));
        await money.StepAsync(application, WithdrawalStep.BookNotice, notice: "ND-1");
        var rows = await world.ReadAsync(db => db.Disbursements.AsNoTracking().OrderBy(d => d.ValueDate).ToListAsync());

        Assert.Equal(WithdrawalState.PartlyPaid, (await money.ReverseAsync(application, rows[0].Id)).Value);
        Assert.Equal(["disbursement-reversed"], Codes(await money.ReverseAsync(application, rows[0].Id)));
        Assert.Equal(("", (DateOnly?)null), (await money.ReadAsync(application)) is var a ? (a.NoticeNumber, a.NoticeOn) : default);
        Assert.Equal(WithdrawalState.Approved, (await money.ReverseAsync(application, rows[1].Id)).Value);

        var all = await world.ReadAsync(db => db.Disbursements.AsNoTracking().ToListAsync());
        Assert.Equal((4, 0, 0, 0), (all.Count, all.Sum(d => d.Paid), all.Sum(d => d.Charged), all.Sum(d => d.Rupiah)));
        Assert.All(all.GroupBy(d => d.ValueDate), g => Assert.Equal(0, g.Sum(d => d.Charged)));
        Assert.Equal((null, null), await PaymentDatesAsync(world, money.Code));
        Assert.Equal(WithdrawalState.Paid, (await money.PayAsync(application, money.Payment(80_000m, day.AddDays(3)))).Value); // the right one, of its own day
        Assert.Equal((day.AddDays(3), null), await PaymentDatesAsync(world, money.Code));
        await StepsAsync(money, application);
        _ = (await money.StepAsync(application, WithdrawalStep.BookNotice, notice: "ND-2")).Value;
        await StepsAsync(money, application, WithdrawalStep.Reconcile);
        var last = await world.ReadAsync(db => db.Disbursements.OrderByDescending(d => d.Id).Select(d => d.Id).FirstAsync());
        Assert.Equal(["withdrawal-step-unknown"], Codes(await money.ReverseAsync(application, last)));
    }

    [Fact]
    public async Task Reverse_OfAPaymentInClosedBooks_IsBookedToday()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var application = await DraftAsync(money);
        await money.ApproveAsync(application);
        await money.PayAsync(application, money.Payment(80_000m));
        var paid = money.Today;
        await world.WriteAsync(async db => (await db.Financings.SingleAsync()).ClosedUntil = paid);
        world.Clock.Advance(TimeSpan.FromDays(3));
        var row = await world.ReadAsync(db => db.Disbursements.Select(d => d.Id).SingleAsync());

        Assert.True((await money.ReverseAsync(application, row)).Succeeded);

        Assert.Equal([paid, money.Today], await world.ReadAsync(db => db.Disbursements.Select(d => d.ValueDate).Order().ToListAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Payment_OfKfw_StartsTheYearlyAuditsAndTheLastOneEndsThem(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-KFW", "kfw", history: [.. Stages("kfw").TakeWhile(s => s != "evaluation").Select((s, i) => new Features.Projects.StageEntry(s, new DateOnly(2025, 1, 1).AddDays(i)))]);
        var money = await WithdrawalSamples.CreateAsync(world, code, change: f => f.MinorUnits = 80_000_00);
        var application = await DraftAsync(money);
        await money.ApproveAsync(application);
        Assert.Equal(0, await AuditsAsync(world));

        Assert.True((await money.PayAsync(application, money.Payment(30_000m))).Succeeded);

        Assert.Equal((money.Today, null), await PaymentDatesAsync(world, code));
        Assert.True(await AuditsAsync(world) > 0);
        Assert.True((await money.PayAsync(application, money.Payment(50_000m))).Succeeded);
        Assert.Equal((money.Today, money.Today), await PaymentDatesAsync(world, code)); // all is drawn
        Assert.Equal(0, await AuditsAsync(world)); // no year ends between first and last payment
    }

    [Fact]
    public async Task Receipt_OfTheDonor_IsNotedOnceItWasSent()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var application = await DraftAsync(money);
        Assert.Equal(["withdrawal-not-sent"], Codes(await ReceiveAsync(money, application, new ReceiptInput { DonorReference = "D-1" })));
        await money.SubmitAsync(application);
        Assert.Equal(["received-before-sent"], Codes(await ReceiveAsync(money, application, new ReceiptInput { ReceivedOn = money.Today.AddDays(-1) })));

        Assert.True((await ReceiveAsync(money, application, new ReceiptInput { DonorReference = "D-1", ReceivedOn = money.Today, Remarks = "Lengkap" })).Succeeded);

        var a = await money.ReadAsync(application);
        Assert.Equal(("D-1", money.Today, "Lengkap"), (a.DonorReference, a.ReceivedOn, a.Remarks));
    }

    [Fact]
    public async Task Evidence_OfTheProject_StandsOnTheListOnce()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var application = await DraftAsync(money);
        var document = (await world.AsAsync<Features.Documents.AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(money.Code, World.TextFile("other"), default))).Value;

        foreach (var _ in Enumerable.Range(0, 2))
            Assert.True((await world.AsAsync<SaveWithdrawalEvidence, Outcome<Done>>(Role.Finance, s => s.AddAsync(application, document, default))).Succeeded);
        Assert.Equal(["unknown-document"], Codes(await world.AsAsync<SaveWithdrawalEvidence, Outcome<Done>>(Role.Finance, s => s.AddAsync(application, Guid.NewGuid(), default))));

        var sheet = await world.AsAsync<WithdrawalSheets, WithdrawalSheet?>(Role.Auditor, s => s.FindAsync(application, money.Financing.ProjectId, default));
        Assert.Equal([document], sheet!.Evidence.Select(e => e.DocumentId));
        Assert.True((await world.AsAsync<SaveWithdrawalEvidence, Outcome<Done>>(Role.Finance, s => s.RemoveAsync(application, document, default))).Succeeded);
        Assert.Equal(0, await world.ReadAsync(db => db.WithdrawalEvidence.CountAsync()));
    }

    private static IEnumerable<string> Stages(string template) => World.Templates.Current(template)!.Stages.Select(s => s.Code);

    private static Task<int> AuditsAsync(World world) => world.ReadAsync(db => db.OpenDeadlines.CountAsync(d => d.RuleCode == "annual-audit"));

    private static async Task<(DateOnly? First, DateOnly? Last)> PaymentDatesAsync(World world, string code)
    {
        var dates = (await world.ViewAsync(code))!.Project.Dates;
        return (dates.FirstPaymentOn, dates.LastPaymentOn);
    }

    private static PaymentInput Paid(WithdrawalSamples money, decimal paid, decimal charged, DateOnly on) =>
        money.Payment(paid, on) with { Parts = [new PaymentPart { CategoryId = money.Works.Id, Paid = paid, Charged = charged }] };

    private static async Task<WithdrawalSamples> BeginAsync(World world, Action<Financing>? change = null) =>
        await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-01"), change: change);

    /// <summary>A draft that claims USD 80,000.</summary>
    private static async Task<Guid> DraftAsync(WithdrawalSamples money)
    {
        var application = await money.BeginAsync();
        await money.AddAsync(money.Line(application, await money.InvoiceAsync()));
        return application;
    }

    private static async Task StepsAsync(WithdrawalSamples money, Guid application, params WithdrawalStep[] steps)
    {
        foreach (var step in steps)
            _ = (await money.StepAsync(application, step)).Value;
    }

    private static async Task<Outcome<Done>> ChangeAsync(WithdrawalSamples money, Guid application, WithdrawalInput input)
    {
        var version = await money.VersionAsync(application);
        return await money.World.AsAsync<SaveWithdrawal, Outcome<Done>>(Role.Finance, save => save.ChangeAsync(application, input, version, default));
    }

    private static async Task<Outcome<Done>> ReceiveAsync(WithdrawalSamples money, Guid application, ReceiptInput input)
    {
        var version = await money.VersionAsync(application);
        return await money.World.AsAsync<SaveWithdrawal, Outcome<Done>>(Role.Manager, save => save.ReceiveAsync(application, input, version, default));
    }

    private static Task<WithdrawalPage> CockpitAsync(World world, WithdrawalFilter filter, Role role = Role.Auditor) =>
        world.AsAsync<WithdrawalCockpit, WithdrawalPage>(role, cockpit => cockpit.PageAsync(filter, default));

    private static List<string> Codes<T>(Outcome<T> outcome) => [.. outcome.Refusals.Select(r => r.Code)];
}
