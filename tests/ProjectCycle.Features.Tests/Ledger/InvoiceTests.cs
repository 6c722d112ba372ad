using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>Invoices of contracts and of running costs: what is taken, what is refused, what stays once it is claimed or closed.</summary>
public sealed class InvoiceTests
{
    private const string Code = "JMB-01";
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);
    private static readonly DateOnly Signed = ContractSamples.Signed;

    private static readonly InvoiceInput Costs = new()
    {
        Number = "L-7",
        On = Signed.AddDays(10),
        Description = "Office rent",
        Payee = "CV Sewa",
        CurrencyCode = "IDR",
        Gross = 12_000_000,
    };

    private static readonly InvoiceInput Claim = new() { Number = "INV-1", On = Signed.AddDays(30), Description = "Cell one", Gross = 200_000m };

    [Theory, OnSqlite, OnPostgres]
    public async Task Add_OfABadInvoice_SaysWhy(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, Code);
        await house.World.AddAsync(ContractSamples.Invoice(house.Contract, "INV-0", 850_000_00));
        var plan = ContractSamples.Contract(house.Category, "CW-09");
        (plan.State, plan.SignedOn, plan.AwardOn) = (ContractState.Planned, null, null);
        await house.World.AddAsync(plan);
        var claim = Claim with { ContractId = house.Contract.Id, Gross = 150_000 };
        foreach (var (input, code, field) in new (InvoiceInput, string, string)[]
        {
            (Costs with { FinancingId = house.Other.Id }, "unknown-financing", "FinancingId"),
            (Costs with { Number = "" }, "required", "Number"),
            (Costs with { Description = "" }, "required", "Description"),
            (Costs with { Payee = "" }, "required", "Payee"),
            (Costs with { CurrencyCode = "" }, "required", "CurrencyCode"),
            (Costs with { CountryCode = "QQ" }, "unknown-country", "CountryCode"),
            (Costs with { CategoryId = null }, "unknown-category", "CategoryId"),
            (Costs with { Gross = null }, "required", "Gross"),
            (Costs with { Gross = 0 }, "amount-not-positive", "Gross"),
            (Costs with { Gross = 1.001m }, "bad-amount", "Gross"),
            (Costs with { Tax = 12_000_000.01m }, "tax-above-gross", "Tax"),
            (Costs with { Retention = 1 }, "only-of-contract", "Retention"),
            (Costs with { AdvanceRecovered = 1 }, "only-of-contract", "AdvanceRecovered"),
            (Costs with { On = null }, "required", "On"),
            (Costs with { On = Today.AddDays(1) }, "date-in-future", "On"),
            (Costs with { PaidFrom = PaymentSource.OwnFunds }, "required", "PaidOn"),
            (Costs with { PaidOn = Today }, "payment-without-source", "PaidFrom"),
            (Costs with { PaymentReference = "T-1" }, "payment-without-source", "PaidFrom"),
            (Costs with { PaidFrom = PaymentSource.OwnFunds, PaidOn = Signed }, "date-before", "PaidOn"),
            (Costs with { PaidFrom = PaymentSource.OwnFunds, PaidOn = Today.AddDays(1) }, "date-in-future", "PaidOn"),
            (Costs with { DocumentId = Guid.NewGuid() }, "unknown-document", "DocumentId"),
            (claim with { ContractId = plan.Id }, "contract-not-signed", "ContractId"),
            (claim with { On = Signed.AddDays(-1) }, "date-before", "On"),
            (claim with { Gross = 150_000.01m }, "contract-exceeded", "Gross"),
            (claim with { AdvanceRecovered = 100_000.01m }, "advance-exceeded", "AdvanceRecovered"),
            (claim with { AdvanceRecovered = 100_000, Retention = 50_000.01m }, "deductions-above-gross", "Retention"),
            (claim with { Number = "inv-0" }, "invoice-twice", "Number"),
        })
        {
            var wanted = input.ContractId is null ? input with { FinancingId = input.FinancingId ?? house.Financing.Id, CategoryId = input.Number == "L-7" && code != "unknown-category" ? house.Category.Id : input.CategoryId } : input;
            Assert.Contains((code, field), (await house.AddInvoiceAsync(wanted)).Refusals.Select(r => (r.Code, r.Field!)));
        }
        Assert.Equal(1, await house.World.ReadAsync(db => db.Invoices.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Add_WhenTwoShareWhatIsLeftOfAContract_OneIsTold(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, Code);
        var wanted = Claim with { ContractId = house.Contract.Id, Gross = 600_000m };

        var all = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => Task.Run(() => house.AddInvoiceAsync(wanted with { Number = $"INV-{i}" }))));

        Assert.Single(all, one => one.Succeeded);
        Assert.All(all.Where(one => !one.Succeeded), late => Assert.Equal("contract-exceeded", Assert.Single(late.Refusals).Code));
        Assert.Equal(600_000_00, await house.World.ReadAsync(db => db.Invoices.SumAsync(i => i.Gross)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Add_WhenTheSameInvoiceComesFromTwoTabs_IsTakenOnce(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, Code);
        var wanted = Costs with { FinancingId = house.Financing.Id, CategoryId = house.Category.Id };

        var all = await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => Task.Run(() => house.AddInvoiceAsync(wanted))));

        Assert.Single(all, one => one.Succeeded);
        Assert.Equal(1, await house.World.ReadAsync(db => db.Invoices.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Add_OfAContractsInvoice_FollowsTheContract(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, Code);
        var wanted = Claim with
        {
            ContractId = house.Contract.Id,
            Payee = "Somebody else",
            CurrencyCode = "USD",
            CountryCode = "DE",
            Tax = 20_000,
            Retention = 10_000,
            AdvanceRecovered = 20_000,
            PaidFrom = PaymentSource.AdvanceAccount,
            PaidOn = Signed.AddDays(40),
            PaymentReference = "T-9",
        };

        var id = (await house.AddInvoiceAsync(wanted)).Value;
        var row = await house.World.ReadAsync(db => db.Invoices.SingleAsync(i => i.Id == id));
        var line = (await house.SheetAsync()).Line;

        Assert.Equal(("PT Contoh", "ID", "EUR", house.Category.Id, house.Financing.Id), (row.Payee, row.CountryCode, row.CurrencyCode, row.CategoryId, row.FinancingId));
        Assert.Equal((200_000_00L, 170_000_00L, 10_000_00L, 80_000_00L), (line.Invoiced, line.Paid, line.RetentionHeld, line.AdvanceUnrecovered));
        Assert.Equal((0.2m, 800_000_00L, 200_000_00L), (line.FinancialProgress!.Value, line.Donor, line.Counterpart));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Add_OfTheSamePaperTwice_NamesTheDateOfTheOther(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, Code);
        var costs = Costs with { FinancingId = house.Financing.Id, CategoryId = house.Category.Id };
        var first = (await house.AddInvoiceAsync(costs)).Value;

        var twice = await house.AddInvoiceAsync(costs with { Number = " l-7 ", Payee = "cv sewa", On = Signed.AddDays(12) });
        var other = await house.AddInvoiceAsync(costs with { Payee = "CV Lain" });
        var same = await house.AsAsync<SaveInvoice, Outcome<Done>>(s => s.ChangeAsync(first, costs with { Gross = 11_000_000 }, 0, default));
        var moved = await house.AsAsync<SaveInvoice, Outcome<Done>>(s => s.ChangeAsync(other.Value, costs, 0, default));

        Assert.Equal(("invoice-twice", Signed.AddDays(10)), (twice.Refusals[0].Code, twice.Refusals[0].Args[2]));
        Assert.True(other.Succeeded && same.Succeeded);
        Assert.Equal("invoice-twice", Assert.Single(moved.Refusals).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Add_OfRunningCostsAfterAContractsInvoice_HasNothingOfTheContract(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, Code);
        var costs = Costs with { FinancingId = house.Financing.Id, CategoryId = house.Category.Id };

        await house.AsAsync<SaveInvoice, Outcome<Guid>>(async s => // one use case for both, as in an import or the demo
        {
            _ = (await s.AddAsync(Code, Claim with { ContractId = house.Contract.Id }, default)).Value;
            return await s.AddAsync(Code, costs, default);
        });

        var row = await house.World.ReadAsync(db => db.Invoices.SingleAsync(i => i.Number == "L-7"));
        Assert.Equal((null, "CV Sewa", "IDR"), (row.ContractId, row.Payee, row.CurrencyCode));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Change_OfAClaimedInvoice_TakesOnlyItsPayment(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, Code);
        var wanted = Claim with { ContractId = house.Contract.Id };
        var id = (await house.AddInvoiceAsync(wanted)).Value;
        var row = await house.World.ReadAsync(db => db.Invoices.AsNoTracking().SingleAsync());
        var (application, line) = ContractSamples.Claim(row, house.World.Person(Role.Finance).Id);
        await house.World.AddAsync(application, line);
        var paid = wanted with { PaidFrom = PaymentSource.Donor, PaidOn = Today };

        var figures = await ChangeAsync(wanted with { Gross = 190_000 }, 0);
        var payment = await ChangeAsync(paid, 0);
        var removed = await house.AsAsync<SaveInvoice, Outcome<Done>>(s => s.RemoveAsync(id, 1, default));
        await house.World.ReadAsync(db => db.Withdrawals.ExecuteUpdateAsync(set => set.SetProperty(a => a.State, WithdrawalState.Rejected)));
        var afterwards = await ChangeAsync(paid with { Gross = 190_000 }, 1);

        Assert.Equal("invoice-claimed", Assert.Single(figures.Refusals).Code);
        Assert.True(payment.Succeeded);
        Assert.Equal("invoice-claimed", Assert.Single(removed.Refusals).Code);
        Assert.True(afterwards.Succeeded);

        Task<Outcome<Done>> ChangeAsync(InvoiceInput input, int version) => house.AsAsync<SaveInvoice, Outcome<Done>>(s => s.ChangeAsync(id, input, version, default));
    }

    /// <summary>It bears the name it was written under: a corrected name of the contractor is no change of its figures.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Change_OfAClaimedInvoiceOnceItsContractorWasRenamed_TakesItsPayment(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, Code);
        var wanted = Claim with { ContractId = house.Contract.Id };
        var id = (await house.AddInvoiceAsync(wanted)).Value;
        var row = await house.World.ReadAsync(db => db.Invoices.AsNoTracking().SingleAsync());
        var (application, line) = ContractSamples.Claim(row, house.World.Person(Role.Finance).Id);
        await house.World.AddAsync(application, line);
        await house.World.WriteAsync(async db => (await db.Contracts.SingleAsync(c => c.Id == house.Contract.Id)).Contractor = "Another Name Ltd");

        var changed = await house.AsAsync<SaveInvoice, Outcome<Done>>(s => s.ChangeAsync(id, wanted with { PaidFrom = PaymentSource.Donor, PaidOn = Today }, 0, default));
        var next = await house.AddInvoiceAsync(wanted with { Number = "INV-2" });

        Assert.Empty(changed.Refusals);
        Assert.True(next.Succeeded);
        Assert.Equal([row.Payee, "Another Name Ltd"], await house.World.ReadAsync(db => db.Invoices.OrderBy(i => i.Number).Select(i => i.Payee).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Change_OfAnInvoiceOfAClosedPeriod_TakesOnlyItsPayment(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, Code);
        var costs = Costs with { FinancingId = house.Financing.Id, CategoryId = house.Category.Id };
        var id = (await house.AddInvoiceAsync(costs)).Value;
        await house.World.WriteAsync(async db => (await db.Financings.SingleAsync(f => f.Id == house.Financing.Id)).ClosedUntil = costs.On!.Value.AddDays(5));

        Assert.Equal("period-closed", (await house.AddInvoiceAsync(costs with { Number = "L-8" })).Refusals[0].Code);
        Assert.Equal("period-closed", await ChangeAsync(costs with { Gross = 1 }, 0));
        Assert.Equal("period-closed", await ChangeAsync(costs with { On = Today }, 0));
        Assert.Equal("period-closed", await ChangeAsync(costs with { PaidFrom = PaymentSource.OwnFunds, PaidOn = costs.On!.Value.AddDays(5) }, 0));
        Assert.Equal("period-closed", (await house.AsAsync<SaveInvoice, Outcome<Done>>(s => s.RemoveAsync(id, 0, default))).Refusals[0].Code);
        Assert.Equal("", await ChangeAsync(costs with { PaidFrom = PaymentSource.OwnFunds, PaidOn = costs.On!.Value.AddDays(6), PaymentReference = "T-1" }, 0));

        async Task<string> ChangeAsync(InvoiceInput input, int version) =>
            string.Join(", ", (await house.AsAsync<SaveInvoice, Outcome<Done>>(s => s.ChangeAsync(id, input, version, default))).Refusals.Select(r => r.Code));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task List_ByWhatIsLeftToDo_ShowsAndSumsJustThose(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, Code);
        var invoices = Enumerable.Range(1, 4).Select(i => ContractSamples.Invoice(house.Contract, $"INV-{i}", i * 10_000_00)).ToList();
        foreach (var (invoice, from) in invoices.Skip(1).Zip([PaymentSource.OwnFunds, PaymentSource.AdvanceAccount, PaymentSource.Donor]))
            (invoice.PaidFrom, invoice.PaidOn) = (from, Today);
        var (application, line) = ContractSamples.Claim(invoices[2], house.World.Person(Role.Finance).Id);
        await house.World.AddAsync([.. invoices, application, line]);

        Assert.Equal("INV-4 INV-3 INV-2 INV-1: 10000000, 9000000", await ListAsync("all"));
        Assert.Equal("INV-1: 1000000, 0", await ListAsync(InvoiceFilter.Unpaid));
        Assert.Equal("INV-2: 2000000, 2000000", await ListAsync(InvoiceFilter.Unclaimed));

        async Task<string> ListAsync(string show)
        {
            var page = await house.AsAsync<InvoiceList, InvoicePage>(l => l.PageAsync(new InvoiceFilter { ProjectId = house.Financing.ProjectId, Show = show }, default));
            var sum = page.Sums.Single();
            return $"{string.Join(' ', page.Lines.Rows.Select(row => row.Invoice.Number).OrderDescending())}: {sum.Gross}, {sum.Paid}";
        }
    }
}
