using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>What the database sums is what sums by hand, to the last minor unit, however many rows there are.</summary>
public sealed class ContractRegisterTests
{
    private const int Contracts = 250;
    private const int Rows = 20_000;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Sums_OverRandomRows_AreThoseOfTheRows(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, "JMB-01");
        await house.World.ReadAsync(db => db.Contracts.ExecuteDeleteAsync());
        var (contracts, variations, invoices) = Rolled(house.Category, new Random(20261122));
        await house.World.Services.Database.AddAsync([.. contracts]);
        await house.World.Services.Database.AddAsync([.. variations, .. invoices]);

        house.World.Services.Queries.Reset();
        var page = await house.AsAsync<ContractRegister, ContractPage>(r => r.PageAsync(new ContractFilter { ProjectId = house.Financing.ProjectId }, default));
        var queries = house.World.Services.Queries.Count;
        var last = await house.AsAsync<ContractRegister, ContractPage>(r => r.PageAsync(new ContractFilter { Page = 3 }, default));

        var expected = contracts.Select(contract => ByHand(contract, variations.Where(v => v.ContractId == contract.Id), invoices.Where(i => i.ContractId == contract.Id))).ToList();
        Assert.Equal(2, queries);
        Assert.Equal(Contracts, page.Lines.Total);
        Assert.Equal(page.Sums, last.Sums);
        Assert.Equal(
            expected.GroupBy(line => line.Contract.CurrencyCode).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ContractSum
            {
                CurrencyCode = g.Key,
                Contracts = g.Count(),
                Original = g.Sum(line => line.Contract.MinorUnits),
                Variations = g.Sum(line => line.Variations),
                Donor = g.Sum(line => line.Donor),
                Invoiced = g.Sum(line => line.Invoiced),
                Paid = g.Sum(line => line.Paid),
                RetentionHeld = g.Sum(line => line.RetentionHeld),
                AdvanceUnrecovered = g.Sum(line => line.AdvanceUnrecovered),
            }),
            page.Sums);
        Assert.Equal(
            expected.OrderBy(line => line.Contract.PackageNumber, StringComparer.Ordinal).Skip(2 * ContractFilter.PageSize).Select(Told),
            last.Lines.Rows.Select(Told));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Page_ByStateAndAgreement_ShowsJustThose(DatabaseProvider provider)
    {
        await using var house = await ContractHouse.CreateAsync(provider, "JMB-01");
        var cancelled = ContractSamples.Contract(house.Category, "CW-02");
        (cancelled.State, cancelled.SignedOn) = (ContractState.Cancelled, null);
        await house.World.AddAsync(
            cancelled,
            ContractSamples.Guarantee(house.Contract, "BG-1", new DateOnly(2026, 6, 1)),
            ContractSamples.Guarantee(house.Contract, "BG-2", new DateOnly(2026, 5, 1)),
            Released(ContractSamples.Guarantee(house.Contract, "BG-3", new DateOnly(2026, 4, 1))));

        Assert.Equal("CW-01", await ListAsync(new ContractFilter()));
        Assert.Equal("CW-02", await ListAsync(new ContractFilter { State = ContractState.Cancelled }));
        Assert.Equal("", await ListAsync(new ContractFilter { FinancingId = house.Other.Id }));
        Assert.Equal(new DateOnly(2026, 5, 1), (await house.SheetAsync()).Line.GuaranteeExpiresOn);

        async Task<string> ListAsync(ContractFilter filter) =>
            string.Join(' ', (await house.World.AsAsync<ContractRegister, ContractPage>(Role.Auditor, r => r.PageAsync(filter, default))).Lines.Rows.Select(line => line.Contract.PackageNumber));

        static Guarantee Released(Guarantee guarantee)
        {
            guarantee.ReleasedOn = new DateOnly(2026, 3, 1);
            return guarantee;
        }
    }

    private static string Told(ContractLine line) =>
        $"{line.Contract.PackageNumber} {line.Value} {line.Donor} {line.Invoiced} {line.Paid} {line.RetentionHeld} {line.Recovered} {line.RevisedCompletionOn}";

    private static ContractLine ByHand(Contract contract, IEnumerable<ContractVariation> variations, IEnumerable<Invoice> invoices)
    {
        var (changes, papers) = (variations.ToList(), invoices.ToList());
        return new ContractLine
        {
            Contract = contract,
            ProjectCode = "",
            AgreementNumber = "",
            CategoryCode = "",
            CategoryName = "",
            Variations = changes.Sum(v => v.MinorUnits),
            RevisedCompletionOn = changes.Where(v => v.CompletionOn is not null).OrderByDescending(v => v.On).ThenByDescending(v => v.Id.ToString(), StringComparer.OrdinalIgnoreCase).FirstOrDefault()?.CompletionOn,
            Invoiced = papers.Sum(i => i.Gross),
            Paid = papers.Where(i => i.PaidOn is not null).Sum(i => i.Payable),
            RetentionHeld = papers.Sum(i => i.Retention),
            Recovered = papers.Sum(i => i.AdvanceRecovered),
            GuaranteeExpiresOn = null,
        };
    }

    /// <summary>Odd percentages and odd amounts, of a few cents up to the highest that an amount may be.</summary>
    private static (List<Contract> Contracts, List<ContractVariation> Variations, List<Invoice> Invoices) Rolled(ExpenditureCategory category, Random dice)
    {
        string[] codes = ["EUR", "IDR", "JPY", "KWD"];
        var contracts = Enumerable.Range(0, Contracts).Select(i =>
        {
            var contract = ContractSamples.Contract(category, $"P-{i:D4}");
            contract.CurrencyCode = codes[dice.Next(codes.Length)];
            contract.MinorUnits = Amount(dice, dice.Next(2, 17));
            contract.Percentage = dice.Next(1_000_001) / 1_000_000m;
            contract.Advance = contract.MinorUnits / 7;
            if (dice.Next(5) == 0)
                (contract.State, contract.SignedOn) = (ContractState.Planned, null);
            return contract;
        }).ToList();
        var (variations, invoices) = (new List<ContractVariation>(), new List<Invoice>());
        for (var i = 0; i < Rows - Contracts; i++)
        {
            var contract = contracts[dice.Next(Contracts)];
            if (dice.Next(10) == 0)
            {
                var variation = ContractSamples.Variation(contract, $"V-{i}", Amount(dice, dice.Next(1, 12)));
                variation.On = variation.On.AddDays(dice.Next(300));
                variation.CompletionOn = dice.Next(3) == 0 ? variation.On.AddDays(dice.Next(900)) : null;
                variations.Add(variation);
            }
            else
            {
                var invoice = ContractSamples.Invoice(contract, $"I-{i}", Amount(dice, dice.Next(1, 13)));
                invoice.Retention = invoice.Gross / 19;
                invoice.AdvanceRecovered = invoice.Gross / 23;
                if (dice.Next(2) == 0)
                    (invoice.PaidFrom, invoice.PaidOn) = (PaymentSource.OwnFunds, invoice.On);
                invoices.Add(invoice);
            }
        }
        return (contracts, variations, invoices);
    }

    private static long Amount(Random dice, int digits) => Math.Min(Financing.HighestAmount, dice.NextInt64((long)Math.Pow(10, digits - 1), (long)Math.Pow(10, digits)));
}
