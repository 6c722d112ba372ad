using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Ledger;

public sealed class AdvanceAccountTests
{
    private const string Code = "JMB-01";

    /// <summary>domain.md 4.6: A 500,000, L 320,000, O 180,000; B 61,500 + S 70,000 + P 45,000 + U 4,000 + C 0 - N 500 = 180,000.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Reconcile_OfTheWorkedExample_FindsEveryFigureAndNoGap(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (money, account) = await WorkedExampleAsync(world);

        var figures = await FiguresAsync(world, account, money.Today);
        var sheet = figures.Sheet;
        Assert.Equal(
            (500_000_00, 320_000_00, 180_000_00, 61_500_00, 70_000_00, 45_000_00),
            (sheet.Advanced.MinorUnits, sheet.Liquidated.MinorUnits, sheet.Outstanding.MinorUnits, sheet.BankBalance.MinorUnits, sheet.Submitted.MinorUnits, sheet.PaidNotClaimed.MinorUnits));
        Assert.Equal((4_000_00, 0, 500_00, 0), (sheet.SubAccounts.MinorUnits, sheet.BankCharges.MinorUnits, sheet.Interest.MinorUnits, sheet.Gap.MinorUnits));
        Assert.Equal(0, figures.Unsorted);

        var input = SaveReconciliation.From(account, money.Today, sheet);
        var id = (await AddAsync(world, input)).Value;
        Assert.Equal("statement-missing", Assert.Single((await ReconcileAsync(world, id, 0)).Refusals).Code);
        var paper = (await world.AsAsync<AttachDocument, Outcome<Guid>>(Role.Finance, a => a.HandleAsync(Code, World.TextFile("other"), default))).Value;
        var document = await world.ReadAsync(db => db.Documents.Select(d => d.Id).FirstAsync());
        Assert.NotEqual(Guid.Empty, paper);
        Assert.True((await ChangeAsync(world, id, input with { StatementId = document }, 0)).Succeeded);
        Assert.True((await ReconcileAsync(world, id, 1)).Succeeded);

        var stored = await world.ReadAsync(db => db.AdvanceAccounts.AsNoTracking().SingleAsync());
        Assert.Equal(money.Today, stored.ReconciledUntil);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Reconcile_WithAGap_IsRefusedAndShowsIt(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (money, account) = await WorkedExampleAsync(world);
        var sheet = (await FiguresAsync(world, account, money.Today)).Sheet;
        var input = SaveReconciliation.From(account, money.Today, sheet) with { BankBalance = 61_400m };

        Assert.Equal([("reconciliation-note", "Note")], (await AddAsync(world, input)).Refusals.Select(r => (r.Code, r.Field!)));
        var id = (await AddAsync(world, input with { Note = "Bank memotong 100" })).Value;
        var refused = Assert.Single((await ReconcileAsync(world, id, 0)).Refusals);

        Assert.Equal(("advance-not-reconciled", "USD -100.00"), (refused.Code, $"{refused.Args[0]}"));
        Assert.Null(await world.ReadAsync(db => db.AdvanceAccounts.Select(a => a.ReconciledUntil).SingleAsync()));
    }

    [Fact]
    public async Task Statement_UpToAReconciledDay_NoLongerChanges()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var (money, account) = await WorkedExampleAsync(world);
        await world.WriteAsync(async db => (await db.AdvanceAccounts.SingleAsync()).ReconciledUntil = money.Today);
        var line = await world.ReadAsync(db => db.StatementLines.AsNoTracking().FirstAsync(l => l.Kind == StatementLineKind.Interest));

        var check = await world.AsAsync<ImportStatement, Outcome<StatementCheck>>(Role.Finance, i => i.CheckAsync(account.Id, $"Date;Description;Amount\n{money.Today.Iso()};Late;1.00", default));
        var changed = await world.AsAsync<SaveStatementLine, Outcome<Done>>(Role.Finance, s => s.ChangeAsync(line.Id, new() { AccountId = account.Id, Kind = StatementLineKind.Unsorted }, line.Version, default));
        var removed = await world.AsAsync<SaveStatementLine, Outcome<Done>>(Role.Finance, s => s.RemoveAsync(line.Id, line.Version, default));
        var added = await AddAsync(world, SaveReconciliation.From(account, money.Today, (await FiguresAsync(world, account, money.Today)).Sheet));

        Assert.Equal("account-reconciled", Assert.Single(check.Value.Faults).Problem.Code);
        Assert.All([changed.Refusals, removed.Refusals, added.Refusals], refusals => Assert.Equal("account-reconciled", Assert.Single(refusals).Code));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Import_OfAStatementThatOverlaps_TakesOnlyWhatIsNew(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RegisterAsync(Code);
        var money = await WithdrawalSamples.CreateAsync(world, Code);
        var account = await OpenAsync(world, money);
        var day = money.Today.AddDays(-3).Iso();
        var first = $"Date;Description;Amount\n{day};Same;5.00\n{day};Same;5.00";

        Assert.Equal(2, (await ImportAsync(world, account.Id, first, 0)).Value);
        Assert.Equal("statement-known", Assert.Single((await ImportAsync(world, account.Id, first, 1)).Refusals).Code);
        Assert.Equal(1, (await ImportAsync(world, account.Id, $"{first}\n{day};Same;5.00", 1)).Value);
        var late = await ImportAsync(world, account.Id, $"Date;Description;Amount\n{day};Other;5.00", 1);

        Assert.Equal("changed-meanwhile", Assert.Single(late.Refusals).Code);
        Assert.Equal([1, 2, 3], await world.ReadAsync(db => db.StatementLines.OrderBy(l => l.Position).Select(l => l.Position).ToListAsync()));
    }

    [Fact]
    public async Task Line_WhenInputIsBad_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        await world.RegisterAsync(Code);
        var money = await WithdrawalSamples.CreateAsync(world, Code);
        var account = await OpenAsync(world, money);
        var foreign = await money.InvoiceAsync();
        var sound = new StatementLineInput { AccountId = account.Id, On = money.Today, Description = "Mutasi", Amount = -5, Kind = StatementLineKind.Payment };

        foreach (var (input, code, field) in new[]
        {
            (sound with { On = null }, "required", "On"),
            (sound with { On = money.Today.AddDays(1) }, "date-in-future", "On"),
            (sound with { Description = " " }, "required", "Description"),
            (sound with { Amount = 0 }, "amount-not-positive", "Amount"),
            (sound with { Amount = 0.005m }, "bad-amount", "Amount"),
            (sound with { Kind = StatementLineKind.Advance }, "statement-kind-left", "Kind"),
            (sound with { Amount = 5 }, "statement-kind-came", "Kind"),
            (sound with { Kind = (StatementLineKind)99 }, "bad-value", "Kind"),
            (sound with { InvoiceId = foreign.Id }, "statement-invoice", "InvoiceId"),
            (sound with { InvoiceId = foreign.Id, Kind = StatementLineKind.Charge }, "statement-invoice-of-payment", "InvoiceId"),
        })
        {
            var refusals = (await world.AsAsync<SaveStatementLine, Outcome<Guid>>(Role.Finance, s => s.AddAsync(Code, input, default))).Refusals;
            Assert.Contains((code, field), refusals.Select(r => (r.Code, r.Field!)));
        }
        Assert.Equal("advance-account-twice", Assert.Single((await world.AsAsync<SaveAdvanceAccount, Outcome<Guid>>(Role.Finance, s => s.AddAsync(Code, Terms(money), default))).Refusals).Code);
    }

    [Fact]
    public async Task Accounts_ForAnObserver_AreThoseOfTheirAgreement()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        await world.RegisterAsync(Code, change: d => d.Details = d.Details with { AgreementId = world.Agreement.Id });
        var other = Samples.Agreement(world.Partner);
        await world.AddAsync(other);
        var money = await WithdrawalSamples.CreateAsync(world, Code, other);
        var account = await OpenAsync(world, money);

        Task<AdvanceDetails?> Look(Role role) => world.AsAsync<AdvanceSheet, AdvanceDetails?>(role, s => s.FindAsync(account.Id, account.ProjectId, money.Today, null, 1, default));

        Assert.NotNull(await Look(Role.Auditor));
        Assert.Null(await Look(Role.Observer));
        Assert.Empty(await world.AsAsync<AdvanceSheet, IReadOnlyList<AdvanceAccount>>(Role.Observer, s => s.AccountsAsync(account.ProjectId, default)));
    }

    /// <summary>An advance of 180,000; 320,000 paid, claimed and filled up again; 70,000 claimed; 45,000 paid only; 4,000 handed on; 500 of interest.</summary>
    private static async Task<(WithdrawalSamples Money, AdvanceAccount Account)> WorkedExampleAsync(World world)
    {
        await world.RegisterAsync(Code);
        var money = await WithdrawalSamples.CreateAsync(world, Code);
        var account = await OpenAsync(world, money);
        var advance = await money.BeginAsync(money.Draft(WithdrawalProcedure.Advance));
        await money.AddAsync(money.Advance(advance, 180_000));
        await money.ApproveAsync(advance);
        _ = (await money.PayAsync(advance, money.Payment(180_000))).Value;
        await LiquidateAsync(money, "TRF-1", 320_000, isPaid: true);
        await LiquidateAsync(money, "TRF-2", 70_000, isPaid: false);
        await PaidAsync(money, "TRF-3", 45_000);
        var day = money.Today.Iso();
        var text = $"""
            Date;Description;Reference;Debit;Credit;Balance
            {day};Advance;;;180000.00;180000.00
            {day};Payment;TRF-1;320000.00;;-140000.00
            {day};Replenishment;;;320000.00;180000.00
            {day};Payment;TRF-2;70000.00;;110000.00
            {day};Payment;TRF-3;45000.00;;65000.00
            {day};To the district;;4000.00;;61000.00
            {day};Bunga;;;500.00;61500.00
            """;
        Assert.Equal(7, (await ImportAsync(world, account.Id, text, 0)).Value);
        var unsorted = await world.ReadAsync(db => db.StatementLines.AsNoTracking().SingleAsync(l => l.Kind == StatementLineKind.Unsorted));
        _ = (await world.AsAsync<SaveStatementLine, Outcome<Done>>(
            Role.Finance, s => s.ChangeAsync(unsorted.Id, new() { AccountId = account.Id, Kind = StatementLineKind.SubAccount }, unsorted.Version, default))).Value;
        return (money, await world.ReadAsync(db => db.AdvanceAccounts.AsNoTracking().SingleAsync()));
    }

    private static async Task LiquidateAsync(WithdrawalSamples money, string reference, decimal amount, bool isPaid)
    {
        var invoice = await PaidAsync(money, reference, amount);
        var application = await money.BeginAsync(money.Draft(WithdrawalProcedure.Liquidation));
        await money.AddAsync(money.Line(application, invoice));
        await money.SubmitAsync(application);
        if (!isPaid)
            return;
        _ = (await money.StepAsync(application, WithdrawalStep.Approve)).Value;
        _ = (await money.PayAsync(application, money.Payment(amount) with { Parts = [new PaymentPart { CategoryId = money.Consulting.Id, Paid = amount }] })).Value;
    }

    private static Task<Invoice> PaidAsync(WithdrawalSamples money, string reference, decimal amount) =>
        money.InvoiceAsync(money.Consulting, "USD", amount, i => (i.PaidFrom, i.PaymentReference) = (PaymentSource.AdvanceAccount, reference));

    private static AdvanceAccountInput Terms(WithdrawalSamples money) => new() { FinancingId = money.Financing.Id, Bank = "Bank Contoh", Number = "123" };

    private static async Task<AdvanceAccount> OpenAsync(World world, WithdrawalSamples money)
    {
        _ = (await world.AsAsync<SaveAdvanceAccount, Outcome<Guid>>(Role.Finance, s => s.AddAsync(Code, Terms(money), default))).Value;
        return await world.ReadAsync(db => db.AdvanceAccounts.AsNoTracking().SingleAsync());
    }

    private static Task<AdvanceFigures> FiguresAsync(World world, AdvanceAccount account, DateOnly day) =>
        world.AsAsync<AdvanceReckoning, AdvanceFigures>(Role.Finance, r => r.OnAsync(account, day, default));

    private static Task<Outcome<int>> ImportAsync(World world, Guid account, string text, int version) =>
        world.AsAsync<ImportStatement, Outcome<int>>(Role.Finance, i => i.ImportAsync(account, text, version, default));

    private static Task<Outcome<Guid>> AddAsync(World world, ReconciliationInput input) =>
        world.AsAsync<SaveReconciliation, Outcome<Guid>>(Role.Finance, s => s.AddAsync(Code, input, default));

    private static Task<Outcome<Done>> ChangeAsync(World world, Guid id, ReconciliationInput input, int version) =>
        world.AsAsync<SaveReconciliation, Outcome<Done>>(Role.Finance, s => s.ChangeAsync(id, input, version, default));

    private static Task<Outcome<Done>> ReconcileAsync(World world, Guid id, int version) =>
        world.AsAsync<SaveReconciliation, Outcome<Done>>(Role.Finance, s => s.ReconcileAsync(id, version, default));
}
