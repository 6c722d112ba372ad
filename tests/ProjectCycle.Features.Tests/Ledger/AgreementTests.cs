using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reports;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;
using static ProjectCycle.Features.Tests.Ledger.AgreementHouse;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>What agreements pay for a project: what is refused, what follows from their dates, and what they add up to.</summary>
public sealed class AgreementTests
{
    private static readonly DateOnly Tomorrow = Today.AddDays(1);

    [Fact]
    public async Task Fund_WhenInputIsBad_SaysWhy()
    {
        await using var house = await BuildAsync(DatabaseProvider.Sqlite);
        await house.FundAsync();
        var sound = Terms with { AgreementId = house.Other.Id };

        await RefusedAsync<SaveFinancing, Financing, FinancingInput>(
            house,
            (sound with { AgreementId = null }, "unknown-agreement", "AgreementId"),
            (sound with { AgreementId = Guid.NewGuid() }, "unknown-agreement", "AgreementId"),
            (sound with { AgreementId = house.World.Agreement.Id }, "agreement-twice", "AgreementId"),
            (sound with { Kind = (FinancingKind)77 }, "bad-value", "Kind"),
            (sound with { Lender = new string('x', 201) }, "too-long", "Lender"),
            (sound with { LoanCode = new string('x', 201) }, "too-long", "LoanCode"),
            (sound with { SignedOn = new DateOnly(1, 1, 1) }, "date-out-of-range", "SignedOn"),
            (sound with { SignedOn = new DateOnly(2026, 2, 11) }, "effective-before-signed", "EffectiveOn"),
            (sound with { SignedOn = null }, "effective-before-signed", "EffectiveOn"),
            (sound with { OriginalClosingOn = new DateOnly(2026, 2, 9) }, "closing-before-effective", "OriginalClosingOn"),
            (sound with { ClosingOn = new DateOnly(2026, 2, 9) }, "closing-before-effective", "ClosingOn"),
            (sound with { ClosingOn = new DateOnly(2027, 12, 31), DisbursementDeadline = new DateOnly(2027, 12, 30) }, "disbursement-before-closing", "DisbursementDeadline"),
            (sound with { DisbursementDeadline = new DateOnly(2027, 6, 29) }, "disbursement-before-closing", "DisbursementDeadline"),
            (sound with { ClosedUntil = Tomorrow }, "date-in-future", "ClosedUntil"),
            (sound with { RetroactiveFrom = new DateOnly(1, 1, 1) }, "date-out-of-range", "RetroactiveFrom"),
            (sound with { RetroactiveFrom = new DateOnly(2026, 2, 11) }, "retroactive-after-effective", "RetroactiveFrom"),
            (sound with { EffectiveOn = null, RetroactiveFrom = new DateOnly(2026, 2, 10) }, "retroactive-after-effective", "RetroactiveFrom"),
            (sound with { CurrencyCode = "" }, "required", "CurrencyCode"),
            (sound with { CurrencyCode = "XXY" }, "unknown-currency", "CurrencyCode"),
            (sound with { Amount = null }, "required", "Amount"),
            (sound with { Amount = 0 }, "amount-not-positive", "Amount"),
            (sound with { Amount = 1.005m }, "bad-amount", "Amount"),
            (sound with { Amount = 1e15m }, "amount-too-large", "Amount"),
            (sound with { MinimumApplication = -1 }, "amount-negative", "MinimumApplication"),
            (sound with { SoeCeiling = 5 }, "required", "SoeCurrencyCode"),
            (sound with { SoeCeiling = -5, SoeCurrencyCode = "USD" }, "amount-negative", "SoeCeiling"),
            (sound with { SoeCurrencyCode = "XXY" }, "unknown-currency", "SoeCurrencyCode"),
            (sound with { ClaimWindowDays = -1 }, "number-out-of-range", "ClaimWindowDays"));
    }

    [Fact]
    public async Task AddRow_WhenInputIsBad_SaysWhy()
    {
        await using var house = await BuildAsync(DatabaseProvider.Sqlite);
        var id = await house.FundAsync(terms: Terms with { ClosedUntil = new DateOnly(2025, 12, 31) });
        var other = await house.FundAsync(house.Other);
        var works = await house.CategoryAsync(id, "1A", 600);
        var goods = await house.CategoryAsync(id, "1B", 100);
        var foreign = await house.CategoryAsync(other, "1A", 100);
        await house.AddAsync<SaveCounterpart, CounterpartYear, CounterpartInput>(new() { FinancingId = id, Year = 2026, CurrencyCode = "IDR", Pledged = 1 });
        var change = new AmountChangeInput { FinancingId = id, Kind = AmountChangeKind.Cancellation, On = Today, Amount = 10 };
        var category = new CategoryInput { FinancingId = id, Code = "2", Name = "Works", Amount = 10, Percentage = 80 };
        var reallocation = new ReallocationInput { FinancingId = id, FromId = works, ToId = goods, On = Today, Amount = 10 };
        var counterpart = new CounterpartInput { FinancingId = id, Year = 2027, CurrencyCode = "IDR", Pledged = 10 };
        var covenant = new CovenantInput { FinancingId = id, Requirement = "Audit" };
        var closed = new DateOnly(2025, 12, 31);

        await RefusedAsync<SaveAmountChange, AmountChange, AmountChangeInput>(
            house,
            (change with { FinancingId = Guid.NewGuid() }, "unknown-financing", "FinancingId"),
            (change with { Kind = (AmountChangeKind)9 }, "bad-value", "Kind"),
            (change with { On = null }, "required", "On"),
            (change with { On = Tomorrow }, "date-in-future", "On"),
            (change with { On = closed }, "period-closed", "On"),
            (change with { Amount = 0 }, "amount-not-positive", "Amount"),
            (change with { Amount = 301 }, "net-below-allocated", "Amount"),
            (change with { Amount = 1001 }, "net-below-zero", "Amount"),
            (change with { Reference = new string('x', 201) }, "too-long", "Reference"));
        await RefusedAsync<SaveCategory, ExpenditureCategory, CategoryInput>(
            house,
            (category with { Code = " " }, "required", "Code"),
            (category with { Code = " 1A " }, "code-taken", "Code"),
            (category with { Code = "1a" }, "code-taken", "Code"),
            (category with { Name = "" }, "required", "Name"),
            (category with { Amount = null }, "required", "Amount"),
            (category with { Amount = -1 }, "amount-negative", "Amount"),
            (category with { Amount = 300.01m }, "allocation-above-net", "Amount"),
            (category with { Percentage = null }, "required", "Percentage"),
            (category with { Percentage = 100.1m }, "bad-percentage", "Percentage"),
            (category with { Percentage = 33.33333m }, "bad-percentage", "Percentage"),
            (category with { Basis = (TaxBasis)9 }, "bad-value", "Basis"));
        await RefusedAsync<SaveReallocation, Reallocation, ReallocationInput>(
            house,
            (reallocation with { ToId = works }, "reallocation-same", "ToId"),
            (reallocation with { FromId = null, ToId = null }, "reallocation-same", "ToId"),
            (reallocation with { FromId = foreign }, "unknown-category", "FromId"),
            (reallocation with { ToId = Guid.NewGuid() }, "unknown-category", "ToId"),
            (reallocation with { On = null }, "required", "On"),
            (reallocation with { On = Tomorrow }, "date-in-future", "On"),
            (reallocation with { On = closed }, "period-closed", "On"),
            (reallocation with { Amount = 0 }, "amount-not-positive", "Amount"),
            (reallocation with { Amount = 600.01m }, "reallocation-above-balance", "Amount"),
            (reallocation with { FromId = null, Amount = 300.01m }, "reallocation-above-balance", "Amount"));
        await RefusedAsync<SaveCounterpart, CounterpartYear, CounterpartInput>(
            house,
            (counterpart with { Year = 2026 }, "counterpart-taken", "Year"),
            (counterpart with { Year = null }, "required", "Year"),
            (counterpart with { Year = 20270 }, "year-out-of-range", "Year"),
            (counterpart with { Year = 2025 }, "period-closed", "Year"),
            (counterpart with { Kind = (CounterpartKind)9 }, "bad-value", "Kind"),
            (counterpart with { CurrencyCode = "" }, "required", "CurrencyCode"),
            (counterpart with { Pledged = null }, "required", "Pledged"),
            (counterpart with { Budgeted = -1 }, "amount-negative", "Budgeted"),
            (counterpart with { Realised = 0.001m }, "bad-amount", "Realised"),
            (counterpart with { BudgetNumber = new string('x', 101) }, "too-long", "BudgetNumber"));
        await RefusedAsync<SaveCovenant, Covenant, CovenantInput>(
            house,
            (covenant with { Requirement = "" }, "required", "Requirement"),
            (covenant with { Kind = (CovenantKind)77 }, "bad-value", "Kind"),
            (covenant with { State = (CovenantState)77 }, "bad-value", "State"),
            (covenant with { State = CovenantState.Complied }, "required", "MetOn"),
            (covenant with { MetOn = Today }, "covenant-not-met", "MetOn"),
            (covenant with { State = CovenantState.Waived, MetOn = Tomorrow }, "date-in-future", "MetOn"),
            (covenant with { ResponsibleId = Guid.NewGuid() }, "owner-not-in-unit", "ResponsibleId"),
            (covenant with { EvidenceId = Guid.NewGuid() }, "unknown-document", "EvidenceId"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fund_TheFirstAgreement_GivesTheProjectItsDatesAndDeadlines(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);

        var first = await house.FundAsync();
        var second = await house.FundAsync(house.Other, Terms with { SignedOn = Terms.SignedOn!.Value.AddYears(-1), OriginalClosingOn = new DateOnly(2031, 1, 1) });
        var begun = await DueAsync(house, "extension-request");
        var moved = await house.ChangeAsync<SaveFinancing, Financing, FinancingInput>(first, f => f with { ClosingOn = new DateOnly(2027, 12, 31) });
        await house.World.EditAsync(Code, Role.Staff, c => c.Details = c.Details with { NameEn = "Edited", Dates = KeyDates.Unknown with { CompletedOn = Today } });

        var project = (await house.World.ViewAsync(Code))!.Project;
        Assert.Equal(new DateOnly(2026, 12, 30), begun);
        Assert.True(moved.Succeeded);
        Assert.Equal(new DateOnly(2027, 6, 30), await DueAsync(house, "extension-request"));
        Assert.Equal(KeyDates.Unknown with { SignedOn = Terms.SignedOn, EffectiveOn = Terms.EffectiveOn, ClosingOn = new DateOnly(2027, 12, 31), CompletedOn = Today }, project.Dates);
        Assert.Equal(("Edited", house.World.Agreement.Id), (project.Name.En, project.AgreementId!.Value));
        Assert.Equal([1, 2], project.Financings.OrderBy(f => f.Number).Select(f => f.Number));

        var removed = await house.RemoveAsync<SaveFinancing, Financing, FinancingInput>(first);
        Assert.True(removed.Succeeded);
        Assert.Equal(new DateOnly(2031, 1, 1), (await house.World.ViewAsync(Code))!.Project.Dates.ClosingOn);
        Assert.True((await house.SheetAsync(second))!.IsLeading);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Sheet_OfAnAgreement_AddsUpWhatWasMovedPaidAndPromised(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var id = await house.FundAsync();
        var (works, goods) = (await house.CategoryAsync(id, "1A", 600), await house.CategoryAsync(id, "1B", 100));
        await house.AddAsync<SaveAmountChange, AmountChange, AmountChangeInput>(new() { FinancingId = id, Kind = AmountChangeKind.Addition, On = Today, Amount = 200 });
        await house.AddAsync<SaveAmountChange, AmountChange, AmountChangeInput>(new() { FinancingId = id, Kind = AmountChangeKind.Cancellation, On = Today, Amount = 50.5m });
        await house.AddAsync<SaveReallocation, Reallocation, ReallocationInput>(new() { FinancingId = id, FromId = works, ToId = goods, On = Today, Amount = 40 });
        await house.AddAsync<SaveReallocation, Reallocation, ReallocationInput>(new() { FinancingId = id, ToId = goods, On = Today, Amount = 60 });
        await house.PayAsync(id, works, 12_345);
        await house.PromiseAsync(id, goods, 5_000, 1_000, WithdrawalState.PartlyPaid);
        await house.PromiseAsync(id, goods, 7_000, 0, WithdrawalState.WithDonor); // not undertaken yet
        await house.PromiseAsync(id, goods, 9_000, 0, WithdrawalState.Approved, "USD");

        var sheet = (await house.SheetAsync(id))!;

        Assert.Equal((114_950, 13_345, 101_605, 38_950), (sheet.Sums.Net, sheet.Sums.Disbursed, sheet.Sums.Undisbursed, sheet.Sums.Unallocated));
        Assert.Equal(
            [("1A", 60_000L, -4_000L, 56_000L, 12_345L, 0L, 43_655L), ("1B", 10_000L, 10_000L, 20_000L, 1_000L, 4_000L, 15_000L)],
            sheet.Categories.Select(l => (l.Category.Code, l.Original.MinorUnits, l.Reallocated.MinorUnits, l.Current.MinorUnits, l.Disbursed.MinorUnits, l.Outstanding.MinorUnits, l.Balance.MinorUnits)));
        Assert.Equal(1, sheet.LeftOut);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_WhatIsUsedOrBooked_IsRefused(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var id = await house.FundAsync();
        var recoded = await house.ChangeAsync<SaveFinancing, Financing, FinancingInput>(id, f => f with { CurrencyCode = "usd" });
        var (works, goods) = (await house.CategoryAsync(id, "1A", 600), await house.CategoryAsync(id, "1B", 100));
        var addition = await house.AddAsync<SaveAmountChange, AmountChange, AmountChangeInput>(new() { FinancingId = id, On = Today, Amount = 50 });
        await house.CategoryAsync(id, "2", 350);
        var move = await house.AddAsync<SaveReallocation, Reallocation, ReallocationInput>(new() { FinancingId = id, FromId = works, ToId = goods, On = Today, Amount = 40 });
        await house.PayAsync(id, goods, 12_000);

        Assert.True(recoded.Succeeded);
        await ToldAsync("currency-fixed", house.ChangeAsync<SaveFinancing, Financing, FinancingInput>(id, f => f with { CurrencyCode = "EUR" }));
        await ToldAsync("net-below-allocated", house.ChangeAsync<SaveFinancing, Financing, FinancingInput>(id, f => f with { Amount = 999 }));
        await ToldAsync("net-below-disbursed", house.ChangeAsync<SaveFinancing, Financing, FinancingInput>(id, f => f with { Amount = 60 }));
        await ToldAsync("net-below-allocated", house.ChangeAsync<SaveAmountChange, AmountChange, AmountChangeInput>(addition, c => c with { Amount = 49 }));
        await ToldAsync("net-below-allocated", house.RemoveAsync<SaveAmountChange, AmountChange, AmountChangeInput>(addition));
        await ToldAsync("category-below-used", house.ChangeAsync<SaveCategory, ExpenditureCategory, CategoryInput>(goods, c => c with { Amount = 79 }));
        await ToldAsync("category-in-use", house.RemoveAsync<SaveCategory, ExpenditureCategory, CategoryInput>(goods));
        await ToldAsync("reallocation-spent", house.ChangeAsync<SaveReallocation, Reallocation, ReallocationInput>(move, r => r with { Amount = 19 }));
        await ToldAsync("reallocation-spent", house.ChangeAsync<SaveReallocation, Reallocation, ReallocationInput>(move, r => r with { ToId = null }));
        await ToldAsync("reallocation-spent", house.RemoveAsync<SaveReallocation, Reallocation, ReallocationInput>(move));
        await ToldAsync("financing-has-rows", house.RemoveAsync<SaveFinancing, Financing, FinancingInput>(id));
        Assert.True((await house.ChangeAsync<SaveReallocation, Reallocation, ReallocationInput>(move, r => r with { Amount = 640 })) is { Succeeded: false });
        Assert.True((await house.ChangeAsync<SaveReallocation, Reallocation, ReallocationInput>(move, r => r with { Amount = 600 })).Succeeded);
        Assert.True((await house.ChangeAsync<SaveCategory, ExpenditureCategory, CategoryInput>(goods, c => c with { Name = "Goods" })).Succeeded);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Allocate_WhenSomebodyElseAllocatesAtTheSameMoment_OneIsTold(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var id = await house.FundAsync();
        CategoryInput Category(string code) => new() { FinancingId = id, Code = code, Name = "Works", Amount = 600, Percentage = 80 };

        var both = await Task.WhenAll(new[] { "1", "2" }.Select(code => Task.Run(() => house.TryAddAsync<SaveCategory, ExpenditureCategory, CategoryInput>(Category(code)))));

        Assert.Equal("allocation-above-net", Assert.Single(Assert.Single(both, one => !one.Succeeded).Refusals).Code);
        Assert.Equal(60_000, await house.World.ReadAsync(db => db.Categories.Select(c => c.MinorUnits).SingleAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fund_WhenSomebodyElseFundsAtTheSameMoment_OneLeadsAndTheOtherFollows(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);

        var both = await Task.WhenAll(new[] { house.World.Agreement, house.Other }.Select(agreement =>
            Task.Run(() => house.TryAddAsync<SaveFinancing, Financing, FinancingInput>(Terms with { AgreementId = agreement.Id }))));

        Assert.All(both, one => Assert.True(one.Succeeded));
        Assert.Equal([1, 2], await house.World.ReadAsync(db => db.Financings.Select(f => f.Number).OrderBy(n => n).ToListAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Observer_OfOneOfTwoAgreements_ReadsThatOneAlone(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var (own, other) = (await house.FundAsync(), await house.FundAsync(house.Other));
        var (mine, theirs) = (await house.CategoryAsync(own, "1A", 600), await house.CategoryAsync(other, "1A", 500));
        await house.ContractAsync(own, mine, "W1", 10_000);
        await house.ContractAsync(other, theirs, "W1", 20_000);
        await house.AddAsync<SaveCovenant, Covenant, CovenantInput>(new() { FinancingId = other, Requirement = "Secret", DueOn = Tomorrow });

        var standings = await house.StandingsAsync(Role.Observer);

        Assert.Equal(2, (await house.StandingsAsync()).Count);
        Assert.Equal(own, Assert.Single(standings).Financing.Id);
        var sum = Assert.Single(MoneySum.ByCurrency(standings.Select(row => row.Sum)));
        Assert.Equal((100_000, 8_000), (sum.Net.MinorUnits, sum.Contracted.MinorUnits));
        Assert.NotNull(await house.SheetAsync(own, Role.Observer));
        Assert.Null(await house.SheetAsync(other, Role.Observer));
        Assert.NotNull(await house.SheetAsync(other));
        Assert.Equal([mine], await house.World.AsAsync<MoneyRows, List<Guid>>(Role.Observer, rows => rows.Of<ExpenditureCategory>().Select(c => c.Id).ToListAsync()));
        Assert.Equal(0, await house.World.AsAsync<MoneyRows, int>(Role.Observer, rows => rows.Of<Covenant>().CountAsync()));
        Assert.Equal((true, false), (await SeesAsync(house, Role.Finance, "Secret"), await SeesAsync(house, Role.Observer, "Secret")));
        await house.AddAsync<SaveCovenant, Covenant, CovenantInput>(new() { FinancingId = own, Requirement = "Told", DueOn = Tomorrow });
        Assert.True(await SeesAsync(house, Role.Observer, "Told"));
        foreach (var financing in new[] { own, other })
        {
            var contract = await house.World.ReadAsync(db => db.Contracts.Where(c => c.FinancingId == financing).Select(c => c.Id).SingleAsync());
            await house.AddAsync<SaveGuarantee, Guarantee, GuaranteeInput>(
                new() { ContractId = contract, Number = financing == own ? "Bond A" : "Bond B", Issuer = "Bank", CurrencyCode = "EUR", Amount = 1, ExpiresOn = Tomorrow });
        }
        var (bond, theirBond) = ("Jaminan Bond A (Bank) berakhir", "Jaminan Bond B (Bank) berakhir");
        Assert.Equal((true, true), (await SeesAsync(house, Role.Finance, bond), await SeesAsync(house, Role.Finance, theirBond)));
        Assert.Equal((true, false), (await SeesAsync(house, Role.Observer, bond), await SeesAsync(house, Role.Observer, theirBond)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Observer_OfOneOfTwoAgreements_GetsNoPaperOfTheOther(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var (own, other) = (await house.FundAsync(), await house.FundAsync(house.Other));
        var papers = new List<Guid>();
        for (var i = 0; i < 4; i++)
            papers.Add((await house.World.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(Code, World.TextFile(AttachDocument.Other), default))).Value);
        var (free, mine, theirs, shared) = (papers[0], papers[1], papers[2], papers[3]);
        foreach (var (financing, paper) in new[] { (own, mine), (other, theirs), (own, shared), (other, shared) })
            await house.AddAsync<SaveCovenant, Covenant, CovenantInput>(new() { FinancingId = financing, Requirement = "Audit", DueOn = Tomorrow, EvidenceId = paper });

        Assert.Equal(papers.Order(), (await PapersAsync(house, Role.Staff)).Order());
        Assert.Equal(new[] { free, mine, shared }.Order(), (await PapersAsync(house, Role.Observer)).Order());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_OfTheCurrencyWithAPlan_IsRefused(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var id = await house.FundAsync();
        Assert.True((await house.ChangeAsync<SaveFinancing, Financing, FinancingInput>(id, terms => terms with { CurrencyCode = "USD" })).Succeeded);
        await house.AddAsync<SaveProjection, Projection, ProjectionInput>(new() { FinancingId = id, Points = [new(Today, 600)] });

        await ToldAsync("currency-fixed", house.ChangeAsync<SaveFinancing, Financing, FinancingInput>(id, terms => terms with { CurrencyCode = "JPY" }));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Remove_OfAnAgreementWithAnAdvanceAccount_IsRefused(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var id = await house.FundAsync();
        await house.AddAsync<SaveAdvanceAccount, AdvanceAccount, AdvanceAccountInput>(new() { FinancingId = id, Bank = "Bank", Number = "1" });

        await ToldAsync("financing-has-rows", house.RemoveAsync<SaveFinancing, Financing, FinancingInput>(id));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Rows_OfAnotherUnit_AreNeitherSeenNorChanged(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var id = await house.FundAsync();
        var stranger = await house.World.AddPersonAsync("stranger@demo.local", house.World.OtherUnit, Role.Manager);
        var input = Terms with { AgreementId = house.Other.Id };

        Assert.Equal("not-found", Assert.Single((await house.World.AsAsync<SaveFinancing, Outcome<Guid>>(stranger, s => s.AddAsync(Code, input, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await house.World.AsAsync<SaveFinancing, Outcome<Done>>(stranger, s => s.ChangeAsync(id, input, 0, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await house.World.AsAsync<SaveFinancing, Outcome<Done>>(stranger, s => s.RemoveAsync(id, 0, default))).Refusals).Code);
        Assert.Equal("not-allowed", Assert.Single((await house.World.AsAsync<SaveFinancing, Outcome<Guid>>(Role.Staff, s => s.AddAsync(Code, input, default))).Refusals).Code);
        Assert.Null(await house.World.AsAsync<FinancingSheet, FinancingView?>(stranger, s => s.FindAsync(house.ProjectId, id, Today, new MonitoringRules(), default)));
        Assert.Empty(await house.World.AsAsync<MoneyOverview, IReadOnlyList<FinancingStanding>>(stranger, o => o.LoadAsync(house.ProjectId, Today, new MonitoringRules(), default)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Overview_WithTheNumbersOfTheMinistrysReport_SaysWhatItSays(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var id = await house.FundAsync(terms: Terms with
        {
            Amount = 13_400_000,
            SignedOn = new DateOnly(2022, 3, 1),
            EffectiveOn = new DateOnly(2022, 3, 1),
            OriginalClosingOn = new DateOnly(2027, 2, 28),
            ClosingOn = new DateOnly(2028, 2, 28),
        });
        var works = await house.CategoryAsync(id, "1", 13_000_000);
        await house.PayAsync(id, works, 428_800_000);
        await house.ContractAsync(id, works, "W1", 100_000_000, progress: 0.5m, variation: 100_000_000);
        await house.ContractAsync(id, works, "W2", 200_000_000, progress: 0.1m);
        await house.ContractAsync(id, works, "W3", 900_000_000, "IDR", progress: 1);

        var standing = Assert.Single(await house.StandingsAsync(today: new DateOnly(2024, 6, 30)));

        Assert.Equal((0.467m, 0.389m), (Rounded(standing.Performance.Time.Original), Rounded(standing.Performance.Time.Current)));
        Assert.Equal((0.32m, -0.069m, -0.147m), (standing.Performance.Disbursement, Rounded(standing.Performance.Variance), Rounded(standing.Performance.OriginalVariance)));
        Assert.Equal((ScheduleClass.Behind, Light.ForAttention), (standing.Performance.Class, standing.Light));
        Assert.Equal((320_000_000, 1), (standing.Contracted.MinorUnits, standing.LeftOut));
        Assert.Equal(new PhysicalProgress(0.3m, 1), standing.Physical);
        Assert.Equal(911_200_000, standing.Undisbursed.MinorUnits);
    }

    [Fact]
    public async Task Overview_OfAnAgreementWithoutDatesAndContracts_SaysThatNothingCanBeSaid()
    {
        await using var house = await BuildAsync(DatabaseProvider.Sqlite);
        await house.FundAsync(terms: Terms with { SignedOn = null, EffectiveOn = null, OriginalClosingOn = null });

        var standing = Assert.Single(await house.StandingsAsync());

        Assert.Equal((LoanStatus.NotEffective, null, null, null), (standing.Performance.Time.Status, standing.Performance.Class, standing.Light, standing.Physical.Share));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Queries_HoweverManyRows_AreAsMany(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var id = await house.FundAsync();
        var few = await CountAsync(house, id);
        for (var i = 0; i < 4; i++)
        {
            var category = await house.CategoryAsync(id, $"{i}", 100);
            await house.AddAsync<SaveAmountChange, AmountChange, AmountChangeInput>(new() { FinancingId = id, On = Today, Amount = 10 });
            await house.AddAsync<SaveReallocation, Reallocation, ReallocationInput>(new() { FinancingId = id, FromId = category, On = Today, Amount = 10 });
            await house.AddAsync<SaveCounterpart, CounterpartYear, CounterpartInput>(new() { FinancingId = id, Year = 2026 + i, CurrencyCode = "IDR", Pledged = 10 });
            await house.AddAsync<SaveCovenant, Covenant, CovenantInput>(new() { FinancingId = id, Requirement = $"Audit {i}" });
            await house.ContractAsync(id, category, $"W{i}", 10_000, variation: 1);
            await house.PayAsync(id, category, 100);
        }
        await house.FundAsync(house.Other);

        var many = await CountAsync(house, id);

        Assert.Equal(few, many);
        Assert.Equal((6, 2), many);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Covenant_WithADate_StandsAmongTheDeadlinesUntilItIsMet(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var id = await house.FundAsync();
        var evidence = (await house.World.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(Code, World.TextFile(AttachDocument.Other), default))).Value;
        var covenant = await house.AddAsync<SaveCovenant, Covenant, CovenantInput>(
            new() { FinancingId = id, Number = "4.02", Requirement = "Audited accounts", DueOn = Tomorrow, ResponsibleId = house.World.Person(Role.Finance).Id });
        Task<Deadline> Deadline() => house.World.ReadAsync(db => db.Deadlines.SingleAsync(d => d.PartCode == Covenant.PartCode));

        var begun = await Deadline();
        Assert.Equal(("4.02: Audited accounts", Tomorrow, house.World.Person(Role.Finance).Id, true), (begun.Title.Id, begun.DueOn, begun.ResponsibleId!.Value, begun.IsOpen));
        Assert.True((await house.ChangeAsync<SaveCovenant, Covenant, CovenantInput>(covenant, c => c with { DueOn = Tomorrow.AddDays(9) })).Succeeded);
        Assert.Equal(Tomorrow.AddDays(9), (await Deadline()).DueOn);
        Assert.True((await house.ChangeAsync<SaveCovenant, Covenant, CovenantInput>(covenant, c => c with { State = CovenantState.Complied, MetOn = Today, EvidenceId = evidence })).Succeeded);
        Assert.Equal(Today, (await Deadline()).DoneOn);
        var line = Assert.Single((await house.SheetAsync(id))!.Covenants);
        Assert.Equal(("finance", World.TextFile(AttachDocument.Other).Title), (line.Responsible, line.Evidence));
        Assert.NotNull(line.File);
        Assert.True((await house.ChangeAsync<SaveCovenant, Covenant, CovenantInput>(covenant, c => c with { State = CovenantState.NotComplied, MetOn = null })).Succeeded);
        Assert.True((await house.RemoveAsync<SaveCovenant, Covenant, CovenantInput>(covenant)).Succeeded);
        Assert.NotNull((await Deadline()).CancelledAt);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Counterpart_WithLittleRealised_IsFlaggedForYearsThatHaveBegun(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var id = await house.FundAsync();
        foreach (var (year, realised) in new[] { (2024, 80m), (2025, 79.99m), (2027, 0m) })
        {
            await house.AddAsync<SaveCounterpart, CounterpartYear, CounterpartInput>(
                new() { FinancingId = id, Year = year, CurrencyCode = "IDR", Pledged = 100, Budgeted = 90, Realised = realised, Kind = CounterpartKind.InKind });
        }

        var sheet = (await house.SheetAsync(id))!;

        Assert.Equal([(0.8m, false), (0.7999m, true), ((decimal?)null, false)], sheet.Counterpart.Select(l => (l.Funds.Share, l.IsShort)));
        var sum = Assert.Single(sheet.CounterpartSums);
        Assert.Equal((30_000, 27_000, 15_999, 0.79995m), (sum.Pledged.MinorUnits, sum.Budgeted.MinorUnits, sum.Realised.MinorUnits, sum.Funds.Share));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Audit_OfARowOfTheLedger_SaysInWhichCurrency(DatabaseProvider provider)
    {
        await using var house = await BuildAsync(provider);
        var id = await house.FundAsync();
        var category = await house.CategoryAsync(id, "1A", 600);
        await house.ChangeAsync<SaveCategory, ExpenditureCategory, CategoryInput>(category, c => c with { Amount = 500 });

        var entries = await house.World.ReadAsync(db => db.AuditEntries.Where(e => e.Entity == "ExpenditureCategory").OrderBy(e => e.Id).Select(e => e.Changes).ToListAsync());

        Assert.Contains("\"CurrencyCode\":[null,\"EUR\"]", entries[0], StringComparison.Ordinal);
        Assert.Equal("""{"MinorUnits":[60000,50000],"CurrencyCode":["EUR","EUR"]}""", entries[1]);
    }

    /// <summary>In the list of deadlines and in the export alike.</summary>
    /// <summary>The documents in the list, each of which must open, as no other does.</summary>
    private static async Task<IReadOnlyList<Guid>> PapersAsync(AgreementHouse house, Role role)
    {
        var listed = (await house.World.AsAsync<DocumentQueries, IReadOnlyList<DocumentRow>>(role, q => q.ListAsync(house.ProjectId, default))).Select(d => d.Id).ToList();
        foreach (var version in await house.World.ReadAsync(db => db.DocumentVersions.AsNoTracking().ToListAsync()))
        {
            var opens = await house.World.AsAsync<DocumentQueries, bool>(role, async queries =>
            {
                var download = await queries.OpenAsync(version.Id, default);
                if (download is not null)
                    await download.Content.DisposeAsync();
                return download is not null;
            });
            Assert.Equal(listed.Contains(version.DocumentId), opens);
        }
        return listed;
    }

    private static async Task<bool> SeesAsync(AgreementHouse house, Role role, string title)
    {
        var listed = (await house.World.AsAsync<DeadlineList, Paged<DeadlineRow>>(role, l => l.PageAsync(new DeadlineFilter { PageSize = 100 }, default))).Rows.Any(r => r.Title.Id == title);
        var exported = await house.World.AsAsync<PortfolioQuery, List<string>>(role, async query =>
        {
            var titles = new List<string>();
            await foreach (var row in (await query.LoadAsync(new ProjectListFilter(), "id", null, default)).Report.Deadlines)
                titles.Add(row.Title);
            return titles;
        });
        Assert.Equal(listed, exported.Contains(title));
        return listed;
    }

    private static decimal? Rounded(decimal? number) => number is { } one ? Math.Round(one, 3, MidpointRounding.AwayFromZero) : null;

    private static async Task<(int Sheet, int Overview)> CountAsync(AgreementHouse house, Guid id)
    {
        house.World.Services.Queries.Reset();
        await house.SheetAsync(id);
        var sheet = house.World.Services.Queries.Count;
        house.World.Services.Queries.Reset();
        await house.StandingsAsync();
        return (sheet, house.World.Services.Queries.Count);
    }

    private static Task<DateOnly> DueAsync(AgreementHouse house, string rule) =>
        house.World.ReadAsync(db => db.OpenDeadlines.Where(d => d.RuleCode == rule).Select(d => d.DueOn).SingleAsync());

    private static async Task ToldAsync(string code, Task<Outcome<Done>> outcome) => Assert.Equal(code, Assert.Single((await outcome).Refusals).Code);

    private static async Task RefusedAsync<TSave, TRow, TInput>(AgreementHouse house, params (TInput Input, string Code, string Field)[] cases)
        where TSave : SaveMoneyRow<TRow, TInput>
        where TRow : class, IMoneyRow
    {
        foreach (var (input, code, field) in cases)
        {
            var outcome = await house.TryAddAsync<TSave, TRow, TInput>(input);
            Assert.True(outcome.Refusals.Any(r => r.Code == code && r.Field == field), $"{code} of {field} is missing: {string.Join(", ", outcome.Refusals.Select(r => $"{r.Code} of {r.Field}"))}");
        }
    }
}
