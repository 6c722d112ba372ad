using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.Ledger.Portfolio;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Ledger;

public sealed class LedgerSumsTests
{
    private const string Code = "JMB-01";
    private const int Batch = 2_500;

    /// <summary>Of each kind: ten thousand where every push waits for it, 250,000 with PROJECTCYCLE_LEDGER_ROWS=250000.</summary>
    private static readonly int Rows = int.Parse(Environment.GetEnvironmentVariable("PROJECTCYCLE_LEDGER_ROWS") ?? "10000", CultureInfo.InvariantCulture);

    /// <summary>Half of the rows are payments, half are lines of applications, up to ten billion units each, some taken back or disallowed.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Sums_OfRandomRows_AreTheSameInSqlAndHere(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RegisterAsync(Code);
        var money = await WithdrawalSamples.CreateAsync(world, Code);
        var application = await money.BeginAsync(money.Draft(WithdrawalProcedure.Advance));
        await money.AddAsync(money.Advance(application, 1));
        await money.ApproveAsync(application);
        _ = (await money.PayAsync(application, money.Payment(1))).Value;
        var random = new Random(20261122);

        var paid = await FillAsync<Disbursement>(world, provider, ["Paid", "Charged", "Rupiah"], () =>
        {
            var amount = random.NextInt64(-1_000_000_000_00, 1_000_000_000_000);
            return [amount, amount - random.NextInt64(1_000), amount / 3];
        });
        var claimed = await FillAsync<WithdrawalLine>(world, provider, ["Claimed", "Disallowed"], () =>
        {
            var amount = random.NextInt64(0, 1_000_000_000_000);
            return [amount, random.Next(10) == 0 ? random.NextInt64(0, amount + 1) : 0];
        });

        var sheet = (await world.AsAsync<FinancingSheet, FinancingView?>(
            Role.Finance, s => s.FindAsync(money.Financing.ProjectId, money.Financing.Id, money.Today, new MonitoringRules(), default)))!;
        var cockpit = (await world.AsAsync<WithdrawalCockpit, WithdrawalPage>(Role.Finance, c => c.PageAsync(new WithdrawalFilter { Show = WithdrawalFilter.All }, default))).Rows.Rows.Single();
        var portfolio = (await world.AsAsync<MoneyPortfolio, PortfolioView>(Role.Finance, p => p.PageAsync(new PortfolioFilter(), default))).Sums.Single();
        var page = (await world.AsAsync<WithdrawalSheets, WithdrawalSheet?>(Role.Finance, s => s.FindAsync(application, money.Financing.ProjectId, default)))!;
        Assert.Equal(100 + paid[1], sheet.Sums.Disbursed);
        Assert.Equal(100 + paid[1], sheet.Categories.Sum(category => category.DisbursedUnits));
        Assert.Equal(100 + paid[1], portfolio.Disbursed.MinorUnits);
        Assert.Equal(
            (100 + paid[0], 100 + claimed[0], 100 + claimed[0] - claimed[1]),
            (cockpit.Paid.MinorUnits, cockpit.Claimed.MinorUnits, cockpit.Approved.MinorUnits));
        Assert.Equal((100 + paid[0], 100 + paid[1], 15_800_00 + paid[2]), (page.Paid.Paid.MinorUnits, page.Paid.Charged.MinorUnits, page.Paid.Rupiah.MinorUnits));
    }

    /// <summary>The donor's share is rounded contract by contract; what is unpaid, kept back or recovered is not among what payees got.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Sums_OfRandomContractsInvoicesAndStatementLines_AreTheSameInSqlAndHere(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RegisterAsync(Code);
        var money = await WithdrawalSamples.CreateAsync(world, Code);
        var (project, financing) = (money.Financing.ProjectId, money.Financing.Id);
        var invoice = await money.InvoiceAsync(1m);
        var account = new AdvanceAccount { ProjectId = project, FinancingId = financing, CurrencyCode = "USD" };
        await world.AddAsync(account, new StatementLine { ProjectId = project, FinancingId = financing, AccountId = account.Id, On = money.Today, Amount = -1, Kind = StatementLineKind.Charge });
        var random = new Random(20261123);
        var (package, position) = (0, 0);
        var donor = money.Contract.MinorUnits / 10 * 8;

        var contracts = await FillAsync<Contract>(world, provider, ["MinorUnits", "PackageNumber"], () =>
        {
            var price = random.NextInt64(1, 1_000_000_000_000);
            donor += new FinancingShare(money.Contract.Percentage).Of(new Money(price, money.Contract.Currency)).MinorUnits;
            return [price, ++package];
        });
        var invoices = await FillAsync<Invoice>(world, provider, ["Gross", "Tax", "Retention", "AdvanceRecovered"], () =>
        {
            var gross = random.NextInt64(1, 1_000_000_000_000);
            return [gross, gross / 11, gross / random.Next(10, 20), gross / random.Next(5, 50)];
        });
        var lines = await FillAsync<StatementLine>(world, provider, ["Amount", "Position"], () => [random.NextInt64(-1_000_000_000_000, 1_000_000_000_000), ++position]);

        var register = (await world.AsAsync<ContractRegister, ContractPage>(Role.Finance, r => r.PageAsync(new ContractFilter { ProjectId = project }, default))).Sums.Single();
        var list = (await world.AsAsync<InvoiceList, InvoicePage>(Role.Finance, l => l.PageAsync(new InvoiceFilter { ProjectId = project }, default))).Sums.Single();
        var figures = (await world.AsAsync<AdvanceSheet, AdvanceDetails?>(Role.Finance, s => s.FindAsync(account.Id, project, money.Today, null, 1, default)))!.Figures.Sheet;
        var got = invoice.Gross + invoices[0] - invoices[2] - invoices[3];
        Assert.Equal((Rows + 1, money.Contract.MinorUnits + contracts[0], donor), (register.Contracts, register.Original, register.Donor));
        Assert.Equal((invoice.Gross + invoices[0], got, invoices[2]), (register.Invoiced, register.Paid, register.RetentionHeld));
        Assert.Equal((invoice.Gross + invoices[0], invoices[1], invoices[2], invoices[3], got), (list.Gross, list.Tax, list.Retention, list.AdvanceRecovered, list.Paid));
        Assert.Equal((lines[0] - 1, 1 - lines[0]), (figures.BankBalance.MinorUnits, figures.BankCharges.MinorUnits));
    }

    /// <summary>Copies the only row of a table with other amounts; the sums of these.</summary>
    private static async Task<long[]> FillAsync<T>(World world, DatabaseProvider provider, string[] amounts, Func<long[]> next)
        where T : class
    {
        var sums = new long[amounts.Length];
        var id = provider == DatabaseProvider.Postgres ? "CAST(v.column1 AS uuid)" : "v.column1"; // one after the other: no index is torn up
        await world.WriteAsync(async db =>
        {
            var table = db.Model.FindEntityType(typeof(T))!.GetTableMappings().Single().Table;
            var same = table.Columns.Select(column => column.Name).Where(name => name != "Id" && !amounts.Contains(name)).ToList();
            var template = await db.Set<T>().Select(row => EF.Property<Guid>(row, "Id")).SingleAsync();
            var columns = string.Join(", ", same.Select(name => $"\"{name}\""));
            var values = string.Join(", ", amounts.Select((_, index) => $"CAST(v.column{index + 2} AS BIGINT)"));
            for (var batch = 0; batch < Rows / Batch; batch++)
            {
                var rows = Enumerable.Range(0, Batch).Select(_ => next()).ToList();
                rows.ForEach(row => sums = [.. sums.Zip(row, (sum, amount) => checked(sum + amount))]);
                var list = string.Join(", ", rows.Select((row, index) =>
                    string.Create(CultureInfo.InvariantCulture, $"('{(batch * Batch) + index:x8}-0000-7000-8000-000000000000', {string.Join(", ", row)})")));
                var insert =
                    $"INSERT INTO \"{table.Name}\" (\"Id\", {string.Join(", ", amounts.Select(name => $"\"{name}\""))}, {columns}) " +
                    $"SELECT {id}, {values}, {string.Join(", ", same.Select(name => $"t.\"{name}\""))} FROM \"{table.Name}\" t, (VALUES {list}) AS v WHERE t.\"Id\" = {{0}}";
                await db.Database.ExecuteSqlRawAsync(insert, template);
            }
        });
        return sums;
    }
}
