using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>Which invoices a line may be for, and how much of each may be claimed (domain.md 4.4).</summary>
public sealed class ClaimableInvoicesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Load_OfTheWorkedInvoice_TellsTheLowestOfTheThreeBounds(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-01"));
        await money.InvoiceAsync();
        await world.WriteAsync(db => db.AddAsync(new ExchangeRate
        {
            FromCode = "USD",
            ToCode = "IDR",
            On = money.Today,
            Type = RateType.BiMiddle,
            Rate = 15_725,
            Source = "bi.go.id",
        }).AsTask());

        Assert.Equal("INV-1 IDR 1258000000.00 FinancingShare", Assert.Single(await WordsAsync(money)));

        await world.ReadAsync(db => db.Categories.Where(c => c.Id == money.Works.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.MinorUnits, 70_000_00)));
        Assert.Equal("INV-1 IDR 1100750000.00 CategoryBalance", Assert.Single(await WordsAsync(money)));

        await world.ReadAsync(db => db.Contracts.ExecuteUpdateAsync(set => set.SetProperty(c => c.MinorUnits, 1_000_000_000_00)));
        Assert.Equal("INV-1 IDR 800000000.00 ContractBalance", Assert.Single(await WordsAsync(money)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Load_WhenPartIsClaimed_OffersTheRestUntilNothingIsLeft(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-01"));
        var invoice = await money.InvoiceAsync(money.Consulting, "USD", 1_100m, i => i.Tax = 100_00);
        var half = await money.BeginAsync();
        var line = await money.AddAsync(money.Line(half, invoice) with { Eligible = 400m });
        Assert.Equal("INV-1 USD 600.00 FinancingShare", Assert.Single(await WordsAsync(money))); // taxes are not financed

        var rest = await money.BeginAsync();
        await money.AddAsync(money.Line(rest, invoice) with { Eligible = 600m });
        Assert.Empty(await WordsAsync(money));
        Assert.Equal("INV-1 USD 0.00 FinancingShare", Assert.Single(await WordsAsync(money, kept: invoice.Id)));
        Assert.Equal("INV-1 USD 400.00 FinancingShare", Assert.Single(await WordsAsync(money, line)));

        _ = (await money.StepAsync(rest, WithdrawalStep.Cancel, note: "Keliru")).Value;
        Assert.Equal("INV-1 USD 600.00 FinancingShare", Assert.Single(await WordsAsync(money)));
    }

    [Fact]
    public async Task Load_OfMoreThanIsOffered_TakesTheNewestWithAsManyQueries()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-01"));
        await money.InvoiceAsync();
        var few = await QueriesAsync(money);
        await world.WriteAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, 350).Select(i => ContractSamples.Invoice(money.Contract, $"N-{i:000}", 1_000_00)));
            return Task.CompletedTask;
        });

        Assert.Equal(few, await QueriesAsync(money));
        var offered = await LoadAsync(money);
        Assert.Equal((ClaimableInvoices.Most, "INV-1", "N-000"), (offered.Count, offered[0].Invoice.Number, offered[1].Invoice.Number));
    }

    private static async Task<int> QueriesAsync(WithdrawalSamples money)
    {
        money.World.Services.Queries.Reset();
        await LoadAsync(money);
        return money.World.Services.Queries.Count;
    }

    private static async Task<IEnumerable<string>> WordsAsync(WithdrawalSamples money, Guid? line = null, Guid kept = default) =>
        (await LoadAsync(money, line, kept)).Select(row => $"{row.Invoice.Number} {row.Claimable.Amount} {row.Claimable.LimitedBy}");

    private static Task<IReadOnlyList<ClaimableInvoice>> LoadAsync(WithdrawalSamples money, Guid? line = null, Guid kept = default) =>
        money.World.AsAsync<ClaimableInvoices, IReadOnlyList<ClaimableInvoice>>(Role.Finance, c => c.LoadAsync(money.Financing.Id, default, line, kept));
}
