using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>Contracts, variations, guarantees and progress: what is taken, what is refused, and the deadlines that go along.</summary>
public sealed class ContractTests
{
    private const string Code = "JMB-01";
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);
    private static readonly DateOnly Signed = ContractSamples.Signed;

    private static readonly ContractInput Package = new()
    {
        PackageNumber = "CW-02",
        Description = "Leachate plant",
        CurrencyCode = "EUR",
        Amount = 250_000.50m,
        Percentage = 87.5m,
    };

    private static readonly ContractInput Running = Package with
    {
        State = ContractState.Running,
        NoObjectionOn = Signed.AddDays(-5),
        AwardOn = Signed.AddDays(-2),
        SignedOn = Signed,
        Number = "K-2",
        Contractor = "PT Contoh",
    };

    private static readonly VariationInput Variation = new()
    {
        Number = "CCO-1",
        On = Signed.AddDays(10),
        Amount = 50_000m,
        NoObjectionOn = Signed.AddDays(8),
        Reason = "More drains",
    };

    private static readonly GuaranteeInput Guarantee = new()
    {
        Number = "BG-1",
        Issuer = "Bank Contoh",
        CurrencyCode = "EUR",
        Amount = 50_000m,
        ExpiresOn = Today.AddDays(40),
    };

    [Fact]
    public async Task Add_OfABadContract_SaysWhy()
    {
        await using var house = await HouseAsync(DatabaseProvider.Sqlite);
        var strange = ContractSamples.Category(house.Other, "9Z");
        await house.World.AddAsync(strange);
        foreach (var (input, code, field) in new (ContractInput, string, string)[]
        {
            (Package with { PackageNumber = " " }, "required", "PackageNumber"),
            (Package with { PackageNumber = "CW-01" }, "package-taken", "PackageNumber"),
            (Package with { PackageNumber = "cw-01" }, "package-taken", "PackageNumber"),
            (Package with { Description = "" }, "required", "Description"),
            (Package with { Method = (ProcurementMethod)99 }, "bad-value", "Method"),
            (Package with { CurrencyCode = "XXY" }, "unknown-currency", "CurrencyCode"),
            (Package with { Amount = null }, "required", "Amount"),
            (Package with { Amount = 0 }, "amount-not-positive", "Amount"),
            (Package with { Amount = 1.005m }, "bad-amount", "Amount"),
            (Package with { Percentage = 100.5m }, "bad-percentage", "Percentage"),
            (Package with { Percentage = 12.34567m }, "bad-percentage", "Percentage"),
            (Package with { RetentionPercentage = -1 }, "bad-percentage", "RetentionPercentage"),
            (Package with { Advance = 250_001m }, "advance-above-price", "Advance"),
            (Package with { CountryCode = "QQ" }, "unknown-country", "CountryCode"),
            (Package with { CategoryId = strange.Id }, "unknown-category", "CategoryId"),
            (Package with { BidOn = new DateOnly(1, 1, 1) }, "date-out-of-range", "BidOn"),
            (Package with { AwardOn = Signed }, "state-behind-dates", "State"),
            (Package with { State = ContractState.Awarded }, "award-date-missing", "AwardOn"),
            (Package with { State = ContractState.Completed }, "signing-date-missing", "SignedOn"),
            (Package with { NoObjectionOn = Today.AddDays(1) }, "date-in-future", "NoObjectionOn"),
            (Running with { NoObjectionOn = null }, "no-objection-missing", "NoObjectionOn"),
            (Running with { Number = "" }, "required", "Number"),
            (Running with { Contractor = "" }, "required", "Contractor"),
            (Running with { SignedOn = Today.AddDays(1) }, "date-in-future", "SignedOn"),
            (Running with { BidOn = Signed.AddDays(-1) }, "date-before", "NoObjectionOn"),
            (Running with { AwardOn = Signed.AddDays(1) }, "date-before", "SignedOn"),
            (Running with { StartsOn = Signed.AddDays(-1) }, "date-before", "StartsOn"),
            (Running with { StartsOn = Signed.AddDays(3), CompletionOn = Signed.AddDays(2) }, "date-before", "CompletionOn"),
        })
        {
            var wanted = input with { FinancingId = house.Financing.Id, CategoryId = input.CategoryId ?? house.Category.Id };
            var refused = await house.AsAsync<SaveContract, Outcome<Guid>>(s => s.AddAsync(Code, wanted, default));
            Assert.Contains((code, field), refused.Refusals.Select(r => (r.Code, r.Field!)));
        }
        var nowhere = await house.AsAsync<SaveContract, Outcome<Guid>>(s => s.AddAsync(Code, Package with { FinancingId = house.Other.Id }, default));
        Assert.Equal(("unknown-financing", "FinancingId"), (nowhere.Refusals[0].Code, nowhere.Refusals[0].Field));
        Assert.Equal(1, await house.World.ReadAsync(db => db.Contracts.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Add_OfASoundContract_ReadsBackAsTyped(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var wanted = Running with { FinancingId = house.Financing.Id, CategoryId = house.Category.Id, Review = ReviewType.Post, NoObjectionOn = null, Advance = 1000, RetentionPercentage = 5 };

        var id = (await house.AsAsync<SaveContract, Outcome<Guid>>(s => s.AddAsync(Code, wanted, default))).Value;

        var row = await house.World.ReadAsync(db => db.Contracts.SingleAsync(c => c.Id == id));
        Assert.Equal((250_000_50L, 0.875m, 0.05m), (row.MinorUnits, row.Percentage, row.RetentionPercentage));
        Assert.Equal(wanted, await house.AsAsync<SaveContract, ContractInput>(s => s.InputOfAsync(row, default)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Change_OfAContractWithRows_KeepsWhatIsBookedPossible(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var invoice = ContractSamples.Invoice(house.Contract, "INV-1", 600_000_00);
        invoice.AdvanceRecovered = 40_000_00;
        await house.World.AddAsync(invoice, ContractSamples.Variation(house.Contract, "CCO-1", -200_000_00));
        var now = await house.AsAsync<SaveContract, ContractInput>(s => s.InputOfAsync(house.Contract, default));

        Assert.Equal("currency-fixed CurrencyCode", await ChangeAsync(now with { CurrencyCode = "USD" }));
        Assert.Equal("below-invoiced Amount", await ChangeAsync(now with { Amount = 799_999.99m }));
        Assert.Equal("below-recovered Advance", await ChangeAsync(now with { Advance = 39_999 }));
        Assert.Equal("contract-has-invoices State", await ChangeAsync(now with { State = ContractState.Cancelled }));
        Assert.Equal("contract-has-invoices State", await ChangeAsync(now with { State = ContractState.Awarded, SignedOn = null }));
        Assert.Equal("signed-after-rows SignedOn", await ChangeAsync(now with { SignedOn = Signed.AddDays(21), StartsOn = null }));
        Assert.Equal("", await ChangeAsync(now with { Amount = 800_000, Advance = 40_000 }));

        async Task<string> ChangeAsync(ContractInput input)
        {
            var outcome = await house.AsAsync<SaveContract, Outcome<Done>>(s => s.ChangeAsync(house.Contract.Id, input, 0, default));
            return string.Join(", ", outcome.Refusals.Select(r => $"{r.Code} {r.Field}"));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Change_ByTwoPeople_TellsTheSecondWhoWasFirst(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var now = await house.AsAsync<SaveContract, ContractInput>(s => s.InputOfAsync(house.Contract, default));

        var first = await house.World.AsAsync<SaveContract, Outcome<Done>>(Role.Finance, s => s.ChangeAsync(house.Contract.Id, now with { Amount = 900_000 }, 0, default));
        var second = await house.AsAsync<SaveContract, Outcome<Done>>(s => s.ChangeAsync(house.Contract.Id, now with { Amount = 950_000 }, 0, default));
        var removed = await house.AsAsync<SaveContract, Outcome<Done>>(s => s.RemoveAsync(house.Contract.Id, 0, default));

        Assert.True(first.Succeeded);
        Assert.Equal(("changed-meanwhile", house.World.Person(Role.Finance).Name), (second.Refusals[0].Code, second.Refusals[0].Args[0]));
        Assert.Equal("changed-meanwhile", removed.Refusals[0].Code);
        Assert.Equal(900_000_00, await house.World.ReadAsync(db => db.Contracts.Select(c => c.MinorUnits).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Change_OfAnAmount_IsAuditedWithItsCurrency(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var now = await house.AsAsync<SaveContract, ContractInput>(s => s.InputOfAsync(house.Contract, default));

        await house.AsAsync<SaveContract, Outcome<Done>>(s => s.ChangeAsync(house.Contract.Id, now with { Amount = 900_000 }, 0, default));
        await house.AddVariationAsync(Variation);

        var entries = await house.World.ReadAsync(db => db.AuditEntries.OrderBy(e => e.Id).ToListAsync());
        Assert.Equal("""{"MinorUnits":[100000000,90000000],"CurrencyCode":["EUR","EUR"]}""", entries.Last(e => e.Entity == "Contract").Changes);
        Assert.Contains("\"CurrencyCode\":[null,\"EUR\"]", entries.Single(e => e.Entity == "ContractVariation").Changes, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Remove_OfAContract_WaitsUntilNothingHangsOnIt(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var variation = (await house.AddVariationAsync(Variation)).Value;

        Assert.Equal("contract-in-use", await RemoveAsync());
        await house.AsAsync<SaveVariation, Outcome<Done>>(s => s.RemoveAsync(variation, 0, default));
        var guarantee = (await house.AddGuaranteeAsync(Guarantee)).Value;
        Assert.Equal("contract-in-use", await RemoveAsync());
        await house.AsAsync<SaveGuarantee, Outcome<Done>>(s => s.RemoveAsync(guarantee, 0, default));

        Assert.Equal("", await RemoveAsync());
        Assert.Equal(0, await house.World.ReadAsync(db => db.Contracts.CountAsync()));

        async Task<string> RemoveAsync() =>
            string.Join(", ", (await house.AsAsync<SaveContract, Outcome<Done>>(s => s.RemoveAsync(house.Contract.Id, 0, default))).Refusals.Select(r => r.Code));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Add_OfABadVariation_SaysWhy(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        await house.World.AddAsync(ContractSamples.Invoice(house.Contract, "INV-1", 600_000_00));
        foreach (var (input, code, field) in new (VariationInput, string, string)[]
        {
            (Variation with { Number = "" }, "required", "Number"),
            (Variation with { On = null }, "required", "On"),
            (Variation with { On = Signed.AddDays(-1), NoObjectionOn = Signed.AddDays(-2) }, "date-before", "On"),
            (Variation with { On = Today.AddDays(1) }, "date-in-future", "On"),
            (Variation with { Amount = null }, "required", "Amount"),
            (Variation with { Amount = 0.001m }, "bad-amount", "Amount"),
            (Variation with { Amount = 0 }, "variation-empty", "Amount"),
            (Variation with { Amount = -400_000.01m }, "below-invoiced", "Amount"),
            (Variation with { Amount = 100_000_000_000_000m }, "price-out-of-range", "Amount"),
            (Variation with { NoObjectionOn = null }, "no-objection-missing", "NoObjectionOn"),
            (Variation with { NoObjectionOn = Signed.AddDays(11) }, "date-after", "NoObjectionOn"),
            (Variation with { CompletionOn = Signed }, "date-before", "CompletionOn"),
            (Variation with { Reason = "" }, "required", "Reason"),
        })
        {
            Assert.Contains((code, field), (await house.AddVariationAsync(input)).Refusals.Select(r => (r.Code, r.Field!)));
        }
        Assert.Equal(0, await house.World.ReadAsync(db => db.ContractVariations.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Variations_MovePriceAndCompletion_AndHoldTheInvoices(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var later = Signed.AddDays(500);
        var added = (await house.AddVariationAsync(Variation with { CompletionOn = later })).Value;
        await house.AddVariationAsync(Variation with { Number = "CCO-2", Amount = 0, CompletionOn = later.AddDays(-30), On = Signed.AddDays(12) });
        Assert.Equal("number-taken", (await house.AddVariationAsync(Variation with { Number = "CCO-2" })).Refusals[0].Code);
        await house.World.AddAsync(ContractSamples.Invoice(house.Contract, "INV-1", 1_040_000_00));

        var line = (await house.SheetAsync()).Line;
        var removed = await house.AsAsync<SaveVariation, Outcome<Done>>(s => s.RemoveAsync(added, 0, default));
        var smaller = await house.AsAsync<SaveVariation, Outcome<Done>>(s => s.ChangeAsync(added, Variation with { Amount = 39_999.99m }, 0, default));
        var enough = await house.AsAsync<SaveVariation, Outcome<Done>>(s => s.ChangeAsync(added, Variation with { Amount = 40_000 }, 0, default));

        Assert.Equal((1_050_000_00, later.AddDays(-30)), (line.Value, line.RevisedCompletionOn));
        Assert.Equal(("below-invoiced", (string?)null), (removed.Refusals[0].Code, removed.Refusals[0].Field));
        Assert.Equal("below-invoiced", smaller.Refusals[0].Code);
        Assert.True(enough.Succeeded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Guarantee_UntilItIsReleased_StandsAmongTheDeadlines(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var id = (await house.AddGuaranteeAsync(Guarantee)).Value;
        var begun = await DeadlineAsync();
        await house.AsAsync<SaveGuarantee, Outcome<Done>>(s => s.ChangeAsync(id, Guarantee with { ExpiresOn = Today.AddDays(90) }, 0, default));
        var moved = await DeadlineAsync();
        await house.AsAsync<SaveGuarantee, Outcome<Done>>(s => s.ChangeAsync(id, Guarantee with { ReleasedOn = Today }, 1, default));
        var released = await DeadlineAsync();

        Assert.Equal((Today.AddDays(40), true, Deadline.Guarantees), (begun.DueOn, begun.IsOpen, begun.PartCode));
        Assert.Contains("BG-1", begun.Title.Id, StringComparison.Ordinal);
        Assert.Equal((begun.Id, Today.AddDays(90)), (moved.Id, moved.DueOn));
        Assert.Equal(Today, released.DoneOn);

        var second = (await house.AddGuaranteeAsync(Guarantee with { Number = "BG-2" })).Value;
        await house.AsAsync<SaveGuarantee, Outcome<Done>>(s => s.RemoveAsync(second, 0, default));
        Assert.Equal(1, await house.World.ReadAsync(db => db.Deadlines.CountAsync(d => d.PartCode == Deadline.Guarantees && d.CancelledAt != null)));

        Task<Deadline> DeadlineAsync() => house.World.ReadAsync(db => db.Deadlines.AsNoTracking().SingleAsync(d => d.PartCode == Deadline.Guarantees));
    }

    [Fact]
    public async Task Add_OfABadGuarantee_SaysWhy()
    {
        await using var house = await HouseAsync(DatabaseProvider.Sqlite);
        foreach (var (input, code, field) in new (GuaranteeInput, string, string)[]
        {
            (Guarantee with { Kind = (GuaranteeKind)9 }, "bad-value", "Kind"),
            (Guarantee with { Number = "" }, "required", "Number"),
            (Guarantee with { Issuer = "" }, "required", "Issuer"),
            (Guarantee with { CurrencyCode = "" }, "required", "CurrencyCode"),
            (Guarantee with { Amount = 0 }, "amount-not-positive", "Amount"),
            (Guarantee with { ExpiresOn = null }, "required", "ExpiresOn"),
            (Guarantee with { ReleasedOn = Today.AddDays(1) }, "date-in-future", "ReleasedOn"),
        })
        {
            var refused = Assert.Single((await house.AddGuaranteeAsync(input)).Refusals);
            Assert.Equal((code, field), (refused.Code, refused.Field));
        }
        Assert.Equal(0, await house.World.ReadAsync(db => db.Deadlines.CountAsync(d => d.PartCode == Deadline.Guarantees)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Progress_AsItIsRead_StandsOnTheContract(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);

        Assert.Equal("bad-percentage Percentage", await ReadAsync(100.1m, Today, 0));
        Assert.Equal("required Percentage, required On", await ReadAsync(null, null, 0));
        Assert.Equal("date-in-future On", await ReadAsync(10, Today.AddDays(1), 0));
        Assert.Equal("date-before On", await ReadAsync(10, Signed.AddDays(-1), 0));
        Assert.Equal("", await ReadAsync(42.5m, Today, 0));
        Assert.Equal("changed-meanwhile ", await ReadAsync(43, Today, 0));
        Assert.Equal("date-before On", await ReadAsync(43, Today.AddDays(-1), 1));
        Assert.Equal("", await ReadAsync(41, Today, 1)); // measured anew

        Assert.Equal((0.41m, Today), await house.World.ReadAsync(db => db.Contracts.Select(c => new ValueTuple<decimal, DateOnly?>(c.PhysicalProgress, c.ProgressOn)).SingleAsync()));

        async Task<string> ReadAsync(decimal? percentage, DateOnly? on, int version)
        {
            var read = await house.AsAsync<ReadProgress, Outcome<Done>>(r => r.HandleAsync(house.Contract.Id, new ProgressInput { Percentage = percentage, On = on }, version, default));
            return string.Join(", ", read.Refusals.Select(r => $"{r.Code} {r.Field}"));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_OfAContractThatIsNotSigned_AreRefused(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var plan = ContractSamples.Contract(house.Category, "CW-09");
        (plan.State, plan.SignedOn, plan.AwardOn) = (ContractState.Planned, null, null);
        await house.World.AddAsync(plan);

        var variation = await house.AddVariationAsync(Variation with { ContractId = plan.Id });
        var progress = await house.AsAsync<ReadProgress, Outcome<Done>>(r => r.HandleAsync(plan.Id, new ProgressInput { Percentage = 1, On = Today }, 0, default));

        Assert.Equal("contract-not-signed", Assert.Single(variation.Refusals).Code);
        Assert.Equal("contract-not-signed", Assert.Single(progress.Refusals).Code);
        Assert.True((await house.AddGuaranteeAsync(Guarantee with { ContractId = plan.Id, Kind = GuaranteeKind.Bid })).Succeeded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_OfAClosedPeriod_StayAsTheyAre(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var variation = (await house.AddVariationAsync(Variation)).Value;
        await house.World.WriteAsync(async db => (await db.Financings.SingleAsync(f => f.Id == house.Financing.Id)).ClosedUntil = Signed.AddDays(10));

        var added = await house.AddVariationAsync(Variation with { Number = "CCO-2" });
        var changed = await house.AsAsync<SaveVariation, Outcome<Done>>(s => s.ChangeAsync(variation, Variation with { On = Signed.AddDays(11) }, 0, default));
        var removed = await house.AsAsync<SaveVariation, Outcome<Done>>(s => s.RemoveAsync(variation, 0, default));
        var open = await house.AddVariationAsync(Variation with { Number = "CCO-3", On = Signed.AddDays(11) });

        Assert.Equal(["period-closed", "period-closed", "period-closed"], new[] { added.Refusals, changed.Refusals, removed.Refusals }.Select(r => Assert.Single(r).Code));
        Assert.True(open.Succeeded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Contracts_OfAnotherAgreement_AreNotForItsObservers(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var agreement = Samples.Agreement(house.World.Partner);
        await house.World.AddAsync(agreement);
        var (_, category) = await house.World.FinanceAsync(Code, agreement, number: 2);
        var secret = ContractSamples.Contract(category, "SECRET-1");
        await house.World.AddAsync(secret, ContractSamples.Invoice(secret, "SECRET-INV", 10_00), ContractSamples.Invoice(house.Contract, "INV-1", 20_00));
        var project = house.Financing.ProjectId;

        var staff = await RegisterAsync(Role.Staff);
        var observer = await RegisterAsync(Role.Observer);
        var invoices = await house.World.AsAsync<InvoiceList, InvoicePage>(Role.Observer, l => l.PageAsync(new InvoiceFilter { ProjectId = project }, default));

        Assert.Equal(["CW-01", "SECRET-1"], staff.Lines.Rows.Select(line => line.Contract.PackageNumber));
        Assert.Equal(["CW-01"], observer.Lines.Rows.Select(line => line.Contract.PackageNumber));
        Assert.Equal((1, 20_00L), (observer.Sums.Single().Contracts, observer.Sums.Single().Invoiced));
        Assert.Equal(["INV-1"], invoices.Lines.Rows.Select(line => line.Invoice.Number));
        Assert.Equal(20_00, invoices.Sums.Single().Gross);
        Assert.Null(await house.World.AsAsync<ContractSheet, ContractDetails?>(Role.Observer, s => s.FindAsync(secret.Id, project, default)));
        Assert.NotNull(await house.World.AsAsync<ContractSheet, ContractDetails?>(Role.Observer, s => s.FindAsync(house.Contract.Id, project, default)));

        Task<ContractPage> RegisterAsync(Role role) =>
            house.World.AsAsync<ContractRegister, ContractPage>(role, r => r.PageAsync(new ContractFilter { ProjectId = project }, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Balance_OfWhatTheDonorFinances_FallsWithTheClaims(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var invoices = Enumerable.Range(1, 3).Select(i => ContractSamples.Invoice(house.Contract, $"INV-{i}", 100_000_00)).ToList();
        var staff = house.World.Person(Role.Finance).Id;
        var (live, first) = ContractSamples.Claim(invoices[0], staff);
        var (partly, second) = ContractSamples.Claim(invoices[1], staff, number: 2, disallowed: 20_000_00);
        var (gone, third) = ContractSamples.Claim(invoices[2], staff, number: 3);
        await house.World.AddAsync([.. invoices, live, first, partly, second, gone, third, ContractSamples.Variation(house.Contract, "CCO-1", 50_000_00)]);
        await house.World.ReadAsync(db => db.Withdrawals.Where(a => a.Id == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, WithdrawalState.Cancelled)));

        var balance = (await house.SheetAsync()).FinancedBalance;
        var without = (await house.AsAsync<ContractBalance, IReadOnlyDictionary<Guid, Money>>(b => b.OfAsync([house.Contract.Id], default, without: first.Id)))[house.Contract.Id];

        // 80 % of 1,050,000, less 80,000 and the 60,000 that were allowed of the other 80,000.
        Assert.Equal("EUR 700000.00", $"{balance}");
        Assert.Equal("EUR 780000.00", $"{without}");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Contract_OfAnotherUnit_IsNeitherSeenNorChanged(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var stranger = await house.World.AddPersonAsync("stranger@demo.local", house.World.OtherUnit, Role.Manager);
        var input = Package with { FinancingId = house.Financing.Id, CategoryId = house.Category.Id };

        Assert.Equal("not-found", (await house.World.AsAsync<SaveContract, Outcome<Guid>>(stranger, s => s.AddAsync(Code, input, default))).Refusals[0].Code);
        Assert.Equal("not-found", (await house.World.AsAsync<SaveContract, Outcome<Done>>(stranger, s => s.RemoveAsync(house.Contract.Id, 0, default))).Refusals[0].Code);
        Assert.Equal("not-found", (await house.World.AsAsync<SaveVariation, Outcome<Guid>>(stranger, s => s.AddAsync(Code, Variation with { ContractId = house.Contract.Id }, default))).Refusals[0].Code);
        Assert.Equal("not-allowed", (await house.World.AsAsync<SaveContract, Outcome<Guid>>(Role.Reviewer, s => s.AddAsync(Code, input, default))).Refusals[0].Code);
        Assert.Equal(0, (await house.World.AsAsync<ContractRegister, ContractPage>(stranger, r => r.PageAsync(new ContractFilter(), default))).Lines.Total);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Add_OfTheSamePackageAtTheSameTime_TellsTheSecond(DatabaseProvider provider)
    {
        await using var house = await HouseAsync(provider);
        var wanted = Package with { FinancingId = house.Financing.Id, CategoryId = house.Category.Id };

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => house.AsAsync<SaveContract, Outcome<Guid>>(s => s.AddAsync(Code, wanted, default)))));

        Assert.Equal("package-taken", Assert.Single(Assert.Single(both, one => !one.Succeeded).Refusals).Code);
    }

    private static Task<ContractHouse> HouseAsync(DatabaseProvider provider) => ContractHouse.CreateAsync(provider, Code);
}
