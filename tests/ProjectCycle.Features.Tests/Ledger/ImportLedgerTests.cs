using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.Ledger.Import;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>A ledger from a workbook: checked without a trace, taken as a whole or not at all, and undone.</summary>
public sealed class ImportLedgerTests
{
    private const string Code = "IMP-1";
    private static readonly DateOnly Before = DateOnly.FromDateTime(FakeClock.Start).AddDays(-60);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Import_OfWhatWasBefore_TakesItToItsEndWithEveryAmount(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);

        var check = (await ImportAsync(money, History(money))).Value;

        Assert.Empty(check.Faults);
        Assert.Equal(["Contracts 1", "Invoices 1", "Applications 2", "Lines 2", "Payments 2"], check.Effects.Select(effect => $"{effect.Sheet} {effect.Added}"));
        var applications = await world.ReadAsync(db => db.Withdrawals.AsNoTracking().OrderBy(a => a.Number).ToListAsync());
        Assert.Equal([(1, WithdrawalState.Closed, "ND-1"), (2, WithdrawalState.Draft, "")], applications.Select(a => (a.Number, a.State, a.NoticeNumber)));
        Assert.Equal((Before, Before.AddDays(10), Before.AddDays(30)), (applications[0].SubmittedOn, applications[0].ApprovedOn, applications[0].StateSince));
        var line = await world.ReadAsync(db => db.WithdrawalLines.AsNoTracking().SingleAsync(l => l.ApplicationId == applications[0].Id));
        // 1,572,500,000 rupiah at 15,725 for a dollar are 100,000; 80 % of it are 80,000, of which 5,000 are not paid.
        Assert.Equal((1_572_500_000_00L, 0.8m, 80_000_00L, 5_000_00L, IneligibleReason.TaxNotFinanced), (line.Eligible, line.Percentage, line.Claimed, line.Disallowed, line.DisallowedFor));
        var paid = await world.ReadAsync(db => db.Disbursements.AsNoTracking().OrderBy(d => d.ValueDate).ToListAsync());
        Assert.Equal([(40_000_00L, 632_000_000_00L), (35_000_00L, 553_000_000_00L)], paid.Select(d => (d.Paid, d.Rupiah)));
        Assert.Equal(Before.AddDays(15), await world.ReadAsync(db => db.Projects.Select(p => p.Dates.FirstPaymentOn).SingleAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Check_OfASoundWorkbook_ChangesNoRow(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);
        var before = await HashAsync(world);

        var check = await CheckAsync(money, History(money));

        Assert.Equal((true, 8), (check.IsReady, check.Count));
        Assert.Equal(before, await HashAsync(world));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Undo_OfAnImport_LeavesEveryRowAsItWas(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);
        var before = await HashAsync(world);
        var changed = await ChangedContractAsync(money, "Pekerjaan tambahan");
        Assert.Equal(9, (await ImportAsync(money, [.. History(money), changed])).Value.Count);

        Assert.True((await UndoAsync(world)).Succeeded);

        // The contract that was changed and changed back has a higher version; everything else is byte for byte as before.
        var after = await HashAsync(world);
        Assert.Equal([nameof(Contract)], after.Where(table => before[table.Key] != table.Value).Select(table => table.Key).Except([nameof(LedgerImport), nameof(LedgerImportRow), nameof(Domain.Projects.Project)]));
        Assert.Equal("", await world.ReadAsync(db => db.Contracts.Select(c => c.Note).SingleAsync()));
        Assert.Null(await world.ReadAsync(db => db.Projects.Select(p => p.Dates.FirstPaymentOn).SingleAsync()));
        Assert.Equal(["import-undone"], Codes(await UndoAsync(world)));
    }

    [Fact]
    public async Task Import_WithOneFault_TakesNothing()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var before = await HashAsync(world);

        var rows = History(money);
        rows[^1] = With(rows[^1], "Paid", 35_000.01m);
        var check = (await ImportAsync(money, rows)).Value;

        var fault = Assert.Single(check.Faults);
        Assert.Equal((LedgerSheet.Payments, 3, "Paid", "paid-over-approved"), (fault.Sheet, fault.Row, fault.Field, fault.Problem.Code));
        Assert.Equal(before, await HashAsync(world));
    }

    [Theory]
    [InlineData(LedgerSheet.Contracts, "CategoryId", "9", "unknown-category")]
    [InlineData(LedgerSheet.Contracts, "PackageNumber", "W-1", "package-taken")]
    [InlineData(LedgerSheet.Contracts, "CurrencyCode", "XXX", "unknown-currency")]
    [InlineData(LedgerSheet.Invoices, "ContractId", "W-9", "unknown-contract")]
    [InlineData(LedgerSheet.Invoices, "CurrencyCode", "USD", "not-as-in-contract")]
    [InlineData(LedgerSheet.Applications, "Number", 3, "number-not-next")]
    [InlineData(LedgerSheet.Lines, "InvoiceId", "T-9", "unknown-invoice")]
    [InlineData(LedgerSheet.Lines, "ApplicationId", 9, "unknown-withdrawal")]
    [InlineData(LedgerSheet.Payments, "CategoryId", "2", "unknown-category")]
    public async Task Check_OfAWrongCell_NamesItOnce(LedgerSheet sheet, string field, object value, string problem)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var rows = History(money);
        var i = rows.FindIndex(row => row.Sheet == sheet);
        rows[i] = With(rows[i], field, value);

        var check = await CheckAsync(money, rows);

        Assert.Contains(check.Faults, fault => (fault.Sheet, fault.Row, fault.Problem.Code) == (sheet, rows[i].Number, problem));
        Assert.Equal(check.Faults.Count, check.Faults.DistinctBy(fault => (fault.Sheet, fault.Row, fault.Field)).Count());
    }

    /// <summary>A spreadsheet copies the hidden key along with the row.</summary>
    [Fact]
    public async Task Import_OfACopiedRow_IsRefusedAndLeavesTheOneItWasCopiedFrom()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var original = (await RowsAsync(money)).Single(row => row.Sheet == LedgerSheet.Contracts);
        var copy = With(With(original, "PackageNumber", "W-9"), "Amount", 5m) with { Number = 3 };

        var fault = Assert.Single((await ImportAsync(money, [original, copy])).Value.Faults);

        Assert.Equal((LedgerSheet.Contracts, 3, LedgerLayout.Key, "row-key-twice"), (fault.Sheet, fault.Row, fault.Field, fault.Problem.Code));
        Assert.Equal([2], fault.Problem.Args);
        Assert.Equal(("W-1", money.Contract.MinorUnits), await world.ReadAsync(db => db.Contracts.Select(c => ValueTuple.Create(c.PackageNumber, c.MinorUnits)).SingleAsync()));
    }

    [Fact]
    public async Task Check_OfACopiedPayment_SaysThatItIsACopy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        _ = (await ImportAsync(money, History(money))).Value;
        var rows = await RowsAsync(money);
        var copy = With(rows.First(row => row.Sheet == LedgerSheet.Payments), "Paid", 7m) with { Number = 9 };

        var fault = Assert.Single((await CheckAsync(money, [.. rows, copy])).Faults);

        Assert.Equal((LedgerSheet.Payments, 9, "row-key-twice"), (fault.Sheet, fault.Row, fault.Problem.Code));
    }

    /// <summary>What hangs on a row that cannot be taken is not blamed for it.</summary>
    [Fact]
    public async Task Check_OfAContractAtFault_DoesNotBlameItsInvoices()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var rows = History(money);
        rows[0] = With(rows[0], "Amount", 0m);

        var fault = Assert.Single((await CheckAsync(money, rows)).Faults);

        Assert.Equal((LedgerSheet.Contracts, "Amount", "amount-not-positive"), (fault.Sheet, fault.Field, fault.Problem.Code));
    }

    [Fact]
    public async Task Check_OfABlankCellThatMustBeThere_NamesIt()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);

        var check = await CheckAsync(money, [.. LedgerLayoutSheets().Select(sheet => Row(sheet, 2))]);

        var named = check.Faults.Where(fault => fault.Problem.Code == "required").Select(fault => (fault.Sheet, fault.Field));
        Assert.Empty(LedgerLayoutSheets().SelectMany(sheet => LedgerLayout.Columns(sheet).Where(column => column.IsRequired).Select(column => (sheet, column.Field))).Except(named));
    }

    /// <summary>Download, upload: nothing happens, whatever the ledger holds.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Check_OfTheRowsAsTheyWereGiven_FindsThemAllTheSame(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);
        _ = (await ImportAsync(money, History(money))).Value;
        var invoice = await money.InvoiceAsync(money.Consulting, "EUR", 1_234.56m, i => (i.Tax, i.PaidFrom, i.PaidOn) = (100, PaymentSource.Unpaid, null));
        await money.AddAsync(money.Line(await money.BeginAsync(), invoice) with { Eligible = 1000, Rate = money.Rate(1.1m, isInverse: false) });
        var rows = await RowsAsync(money);

        var check = await CheckAsync(money, rows);

        Assert.Empty(check.Faults);
        Assert.Equal((0, rows.Count), (check.Count, check.Effects.Sum(effect => effect.Same)));
        Assert.Equal(12, rows.Count);
    }

    /// <summary>A workbook ends its lines as Excel does; what was typed in a browser before ended them otherwise.</summary>
    [Fact]
    public async Task Check_OfATextOfTwoLines_FindsItTheSame()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var application = await ClaimedAsync(money);
        await money.SubmitAsync(application);
        await world.ReadAsync(db => db.Withdrawals.ExecuteUpdateAsync(set => set.SetProperty(a => a.Remarks, "satu\r\ndua")));
        var rows = (await RowsAsync(money)).Select(row => row.Sheet == LedgerSheet.Applications ? With(row, "Remarks", "satu\ndua") : row).ToList();

        var check = await CheckAsync(money, rows);

        Assert.Empty(check.Faults);
        Assert.Equal((0, rows.Count), (check.Count, check.Effects.Sum(effect => effect.Same)));
    }

    /// <summary>An invoice bears the name it was written under.</summary>
    [Fact]
    public async Task Check_AfterAContractorWasRenamed_FindsItsInvoicesTheSame()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        await ClaimedAsync(money);
        await world.WriteAsync(async db => (await db.Contracts.SingleAsync()).Contractor = "PT Contoh Tbk");
        var rows = await RowsAsync(money);

        var check = await CheckAsync(money, rows);

        Assert.Empty(check.Faults);
        Assert.Equal((0, rows.Count), (check.Count, check.Effects.Sum(effect => effect.Same)));
    }

    /// <summary>As they could be entered before: the row as written counts, else the only one that differs in case alone.</summary>
    [Fact]
    public async Task Check_OfCodesThatDifferOnlyInCase_FindsTheOneThatIsMeant()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        await world.WriteAsync(async db =>
        {
            var (small, large) = (ContractSamples.Category(money.Financing, "c"), ContractSamples.Category(money.Financing, "C"));
            var contract = await db.Contracts.SingleAsync();
            var other = ContractSamples.Contract(large, "w-1");
            (other.Description, other.Number, other.CurrencyCode, other.NoObjectionOn) = (contract.Description, "K-9", "IDR", contract.NoObjectionOn);
            contract.CategoryId = small.Id;
            db.AddRange(small, large, other);
        });
        await money.InvoiceAsync();
        var rows = await RowsAsync(money);

        var check = await CheckAsync(money, rows);
        Assert.Empty(check.Faults);
        Assert.Equal((0, 3), (check.Count, check.Effects.Sum(effect => effect.Same)));

        var noted = With(rows.Single(row => row.Value<string>("PackageNumber") == "w-1"), "Note", "Kecil");
        Assert.Empty((await ImportAsync(money, [noted, Invoice("w-1")])).Value.Faults);
        Assert.Equal("w-1", await world.ReadAsync(db => db.Invoices.Where(i => i.Number == "T-1").Select(i => db.Contracts.First(c => c.Id == i.ContractId).PackageNumber).SingleAsync()));

        LedgerSheetRow Invoice(string package) => Row(
            LedgerSheet.Invoices, 2, ("ContractId", package), ("CategoryId", "1"), ("Number", "T-1"), ("On", money.Today), ("Description", "Termin 1"), ("Gross", 1_000m), ("PaidFrom", PaymentSource.Unpaid));
    }

    /// <summary>Whoever presses Back and then the button again has the same file and a note that was checked.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Import_OfTheSameFileAgain_IsRefusedUntilItIsUndone(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);
        await money.ApproveAsync(await ClaimedAsync(money));
        var file = NewFile();
        List<LedgerSheetRow> rows = [Payment(2, money.Today, 100m)];
        Assert.Empty((await ImportAsync(money, rows, file)).Value.Faults);

        var again = Assert.Single((await ImportAsync(money, rows, file)).Refusals);
        var looked = await CheckAsync(money, rows, file);

        Assert.Equal(("file-imported", world.Person(Role.Finance).Name), (again.Code, again.Args[0]));
        Assert.Equal(await world.ReadAsync(db => db.LedgerImports.Select(i => i.At).SingleAsync()), again.Args[1]);
        Assert.Equal(["file-imported"], Codes(looked));
        Assert.Equal([100_00L], await world.ReadAsync(db => db.Disbursements.Select(d => d.Paid).ToListAsync()));

        Assert.True((await UndoAsync(world)).Succeeded);
        Assert.Empty((await ImportAsync(money, rows, file)).Value.Faults);
    }

    /// <summary>The file was saved again, so that its hash is another one.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Import_OfAPaymentThatIsBooked_IsRefusedUnlessItWasTakenBack(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var money = await BeginAsync(world);
        var application = await ClaimedAsync(money);
        await money.ApproveAsync(application);
        Assert.Empty((await ImportAsync(money, [Payment(2, money.Today, 100m)])).Value.Faults);

        var fault = Assert.Single((await ImportAsync(money, [Payment(2, money.Today, 100m)])).Value.Faults);
        Assert.Equal(("Paid", "payment-known"), (fault.Field, fault.Problem.Code));
        Assert.Empty((await CheckAsync(money, [Payment(2, money.Today, 101m)], NewFile())).Value.Faults);

        var booked = await world.ReadAsync(db => db.Disbursements.Select(d => d.Id).SingleAsync());
        Assert.True((await money.ReverseAsync(application, booked)).Succeeded);
        Assert.Empty((await ImportAsync(money, [Payment(2, money.Today, 100m)])).Value.Faults);
    }

    [Theory]
    [OnSqlite(true)]
    [OnSqlite(false)]
    [OnPostgres(true)]
    [OnPostgres(false)]
    public async Task Import_InTwoWindowsAtOnce_TakesOne(DatabaseProvider provider, bool isSameFile)
    {
        var meeting = new Meeting();
        await using var world = await World.CreateAsync(provider, meeting.Register);
        var money = await BeginAsync(world);
        var file = NewFile();
        List<LedgerSheetRow> rows =
        [
            Row(LedgerSheet.Applications, 2, ("Number", 1), ("On", money.Today), ("Procedure", WithdrawalProcedure.Advance), ("CurrencyCode", "USD")),
            Row(LedgerSheet.Lines, 2, ("ApplicationId", 1), ("CategoryId", "1"), ("Amount", 20_000m)),
        ];

        meeting.Of(2);
        var imports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => ImportAsync(money, rows, isSameFile ? file : NewFile()))));

        Assert.Single(imports, import => import.Succeeded && import.Value.IsReady);
        var told = imports.Single(import => !import.Succeeded || !import.Value.IsReady);
        Assert.Equal([isSameFile ? "file-imported" : "number-not-next"], told.Succeeded ? told.Value.Faults.Select(fault => fault.Problem.Code).Distinct() : Codes(told));
        Assert.Equal((1, 1, 1), await world.ReadAsync(async db => (await db.LedgerImports.CountAsync(), await db.Withdrawals.CountAsync(), await db.WithdrawalLines.CountAsync())));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Import_WhileSomebodyBeginsAnApplication_GivesNoneAnotherNumber(DatabaseProvider provider)
    {
        var meeting = new Meeting();
        await using var world = await World.CreateAsync(provider, meeting.Register);
        var money = await BeginAsync(world);

        meeting.Of(2);
        var import = Task.Run(() => ImportAsync(money, [Row(LedgerSheet.Applications, 2, ("Number", 1), ("On", money.Today), ("Procedure", WithdrawalProcedure.Advance), ("CurrencyCode", "USD"))]));
        var typed = await Task.Run(() => money.BeginAsync());
        var faults = (await import).Value.Faults;

        var numbers = await world.ReadAsync(db => db.Withdrawals.OrderBy(a => a.Number).Select(a => a.Id).ToListAsync());
        Assert.Equal(faults.Count == 0 ? 2 : 1, numbers.Count);
        Assert.Equal(typed, numbers[^1]); // who waits for the import gets the number after its own; else the import is told
        Assert.All(faults, fault => Assert.Equal(("Number", "number-not-next"), (fault.Field, fault.Problem.Code)));
    }

    [Fact]
    public async Task Import_OfAStaleRow_TellsWhoChangedItSince()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var stale = await ChangedContractAsync(money, "Catatan lama");
        _ = (await ImportAsync(money, [await ChangedContractAsync(money, "Catatan baru")])).Value;

        var fault = Assert.Single((await ImportAsync(money, [stale])).Value.Faults);

        Assert.Equal((LedgerSheet.Contracts, 2, "changed-meanwhile"), (fault.Sheet, fault.Row, fault.Problem.Code));
        Assert.Equal("Catatan baru", await world.ReadAsync(db => db.Contracts.Select(c => c.Note).SingleAsync()));
    }

    [Fact]
    public async Task Import_OfARowOfAnotherProject_IsRefused()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        await world.RegisterAsync("IMP-2");
        var other = await WithdrawalSamples.CreateAsync(world, "IMP-2");

        var fault = Assert.Single((await CheckAsync(money, [Row(LedgerSheet.Contracts, 2, ("Note", "Curi")) with { Key = new LedgerKey(other.Contract.Id, 0) }])).Faults);

        Assert.Equal("unknown-row-key", fault.Problem.Code);
        Assert.Equal(["not-found"], Codes(await world.AsAsync<ImportLedger, Outcome<LedgerCheck>>(Role.Finance, import => import.CheckAsync(Code, other.Financing.Id, Upload(History(money)), NewFile(), default))));
    }

    /// <summary>Nobody may take two signatures for granted since the project is here.</summary>
    [Fact]
    public async Task Import_OfAnApplicationSentSinceTheProjectIsHere_IsRefused()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var rows = History(money).Where(row => row.Sheet != LedgerSheet.Payments).ToList();
        var sent = rows.FindIndex(row => row.Sheet == LedgerSheet.Applications);
        rows[sent] = Row(LedgerSheet.Applications, 2, ("Number", 1), ("On", Before), ("Procedure", WithdrawalProcedure.Reimbursement), ("CurrencyCode", "USD"), ("SubmittedOn", money.Today));
        rows = [.. rows.Select(row => row.Sheet == LedgerSheet.Lines ? With(row, "Disallowed", null) : row)];

        var fault = Assert.Single((await CheckAsync(money, rows)).Faults);

        Assert.Equal(("SubmittedOn", "sent-after-registration"), (fault.Field, fault.Problem.Code));
    }

    [Fact]
    public async Task Import_IntoAClosedPeriod_IsRefused()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world, f => f.ClosedUntil = Before.AddDays(18));

        var faults = (await CheckAsync(money, History(money))).Faults;

        Assert.Equal([(LedgerSheet.Invoices, "On", "period-closed"), (LedgerSheet.Invoices, "PaidOn", "period-closed")], faults.Select(fault => (fault.Sheet, fault.Field, fault.Problem.Code)));
    }

    [Fact]
    public async Task Import_OfAPaymentInAClosedPeriod_IsRefusedAndChangesNothing()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        await money.ApproveAsync(await ClaimedAsync(money));
        await world.WriteAsync(async db => (await db.Financings.SingleAsync()).ClosedUntil = money.Today);
        var before = await HashAsync(world);

        var fault = Assert.Single((await ImportAsync(money, [Payment(2, money.Today, 100m)])).Value.Faults);

        Assert.Equal((LedgerSheet.Payments, 2, "ValueDate", "period-closed"), (fault.Sheet, fault.Row, fault.Field, fault.Problem.Code));
        Assert.Equal(before, await HashAsync(world));
    }

    [Theory]
    [InlineData(Role.Staff, "not-allowed")]
    [InlineData(Role.Auditor, null)]
    [InlineData(Role.Administrator, null)]
    public async Task Import_ByWhoMayNot_IsRefused(Role role, string? problem)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);

        var looked = await world.AsAsync<ImportLedger, Outcome<LedgerCheck>>(role, import => import.CheckAsync(Code, money.Financing.Id, Upload(History(money)), NewFile(), default));

        if (problem is null)
            Assert.Equal(["not-allowed"], Codes(looked));
        else
            Assert.All([LedgerSheet.Applications], sheet => Assert.Contains(looked.Value.Faults, fault => fault.Sheet == sheet && fault.Problem.Code == problem));
    }

    [Fact]
    public async Task Undo_OfWhatSomebodyBuiltOn_IsRefusedAndChangesNothing()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        _ = (await ImportAsync(money, History(money))).Value;
        await money.BeginAsync();
        var before = await HashAsync(world);

        Assert.Equal(["import-numbers-follow"], Codes(await UndoAsync(world)));
        Assert.Equal(before, await HashAsync(world));

        await world.WriteAsync(db => db.Invoices.ExecuteUpdateAsync(set => set.SetProperty(i => i.Version, i => i.Version + 1)));
        Assert.Equal(["import-changed-since"], Codes(await UndoAsync(world)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Undo_WhileSomebodyBooksAPayment_LosesNone(DatabaseProvider provider)
    {
        var meeting = new Meeting();
        await using var world = await World.CreateAsync(provider, meeting.Register);
        var money = await BeginAsync(world);
        var rows = History(money).Where(row => row.Sheet != LedgerSheet.Payments || row.Number == 2).ToList();
        var sent = rows.FindIndex(row => row.Sheet == LedgerSheet.Applications);
        rows[sent] = With(With(rows[sent], "Notice", null), "ClosedOn", null);
        Assert.Empty((await ImportAsync(money, rows)).Value.Faults);
        var application = await world.ReadAsync(db => db.Withdrawals.Where(a => a.Number == 1).Select(a => a.Id).SingleAsync());

        meeting.Of(2);
        var payment = Task.Run(() => money.PayAsync(application, money.Payment(1_000m)));
        var undone = await Task.Run(() => UndoAsync(world));
        var paid = await payment;

        Assert.True(paid.Succeeded ^ undone.Succeeded);
        if (paid.Succeeded)
            Assert.Equal(["import-changed-since"], Codes(undone));
        else
            Assert.Equal(["not-found"], Codes(paid));
        long[] stand = paid.Succeeded ? [40_000_00, 1_000_00] : [];
        Assert.Equal(stand, await world.ReadAsync(db => db.Disbursements.OrderBy(d => d.ValueDate).Select(d => d.Paid).ToListAsync()));
    }

    [Fact]
    public async Task Undo_OnceEvidenceWasAttached_IsRefused()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        _ = (await ImportAsync(money, History(money))).Value;
        var application = await world.ReadAsync(db => db.Withdrawals.Where(a => a.Number == 2).Select(a => a.Id).SingleAsync());
        var document = (await world.AsAsync<Features.Documents.AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(Code, World.TextFile("other"), default))).Value;
        Assert.True((await world.AsAsync<SaveWithdrawalEvidence, Outcome<Done>>(Role.Finance, s => s.AddAsync(application, document, default))).Succeeded);

        Assert.Equal(["import-changed-since"], Codes(await UndoAsync(world)));
        Assert.Equal(1, await world.ReadAsync(db => db.WithdrawalEvidence.CountAsync()));
    }

    /// <summary>A payment on an application that was there before stays in the ledger, with the row that takes it back.</summary>
    [Fact]
    public async Task Undo_OfAPaymentOnAnOlderApplication_TakesItBackByASecondRow()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await BeginAsync(world);
        var application = await ClaimedAsync(money);
        await money.ApproveAsync(application);
        _ = (await ImportAsync(money, [Payment(2, money.Today, 80_000m)])).Value;
        Assert.Equal(WithdrawalState.Paid, (await money.ReadAsync(application)).State);

        Assert.True((await UndoAsync(world)).Succeeded);

        Assert.Equal(WithdrawalState.Approved, (await money.ReadAsync(application)).State);
        Assert.Equal([-80_000_00L, 80_000_00L], await world.ReadAsync(db => db.Disbursements.Select(d => d.Paid).Order().ToListAsync()));
    }

    /// <summary>Each column fills an input of its sheet's use case, or is seen to by name.</summary>
    [Fact]
    public void Columns_OfEverySheet_AreInputsOfTheirUseCase()
    {
        var inputs = new Dictionary<LedgerSheet, Type>
        {
            [LedgerSheet.Contracts] = typeof(ContractInput),
            [LedgerSheet.Invoices] = typeof(InvoiceInput),
            [LedgerSheet.Applications] = typeof(WithdrawalInput),
            [LedgerSheet.Lines] = typeof(WithdrawalLineInput),
        };
        var beside = inputs.SelectMany(sheet => LedgerLayout.Columns(sheet.Key).Where(column => sheet.Value.GetProperty(column.Field.Split('.')[0]) is null).Select(column => $"{sheet.Key}.{column.Field}"));

        Assert.Equal(
            ["Applications.Number", "Applications.SubmittedOn", "Applications.ApprovedOn", "Applications.NoticeNumber", "Applications.NoticeOn", "Applications.ClosedOn", "Lines.ContractId", "Lines.Disallowed", "Lines.DisallowedFor"],
            beside);
    }

    private static async Task<WithdrawalSamples> BeginAsync(World world, Action<Financing>? change = null)
    {
        await world.RegisterAsync(Code);
        var money = await WithdrawalSamples.CreateAsync(world, Code, change: change);
        await world.WriteAsync(async db =>
        {
            var contract = await db.Contracts.SingleAsync();
            (contract.Description, contract.Number, contract.NoObjectionOn) = ("Pembangunan TPA", "K-1", new DateOnly(2025, 1, 20));
        });
        return money;
    }

    private static async Task<LedgerCheck> CheckAsync(WithdrawalSamples money, IReadOnlyList<LedgerSheetRow> rows) => (await CheckAsync(money, rows, NewFile())).Value;

    private static Task<Outcome<LedgerCheck>> CheckAsync(WithdrawalSamples money, IReadOnlyList<LedgerSheetRow> rows, LedgerFile file) =>
        money.World.AsAsync<ImportLedger, Outcome<LedgerCheck>>(Role.Finance, import => import.CheckAsync(Code, money.Financing.Id, Upload(rows), file, default));

    private static Task<Outcome<LedgerCheck>> ImportAsync(WithdrawalSamples money, IReadOnlyList<LedgerSheetRow> rows, LedgerFile? file = null) =>
        money.World.AsAsync<ImportLedger, Outcome<LedgerCheck>>(Role.Finance, import => import.ImportAsync(Code, money.Financing.Id, Upload(rows), file ?? NewFile(), default));

    private static LedgerFile NewFile() => new("register.xlsx", $"{Guid.NewGuid():N}{Guid.NewGuid():N}");

    /// <summary>What the workbook with the rows that exist says.</summary>
    private static async Task<IReadOnlyList<LedgerSheetRow>> RowsAsync(WithdrawalSamples money) =>
        (await money.World.AsAsync<ImportLedger, Outcome<LedgerLayoutReport>>(Role.Finance, import => import.LayoutAsync(Code, money.Financing.Id, isFilled: true, "id", default))).Value.Rows;

    /// <summary>A draft that claims 80,000 dollars for an invoice.</summary>
    private static async Task<Guid> ClaimedAsync(WithdrawalSamples money)
    {
        var application = await money.BeginAsync();
        await money.AddAsync(money.Line(application, await money.InvoiceAsync()));
        return application;
    }

    private static async Task<Outcome<Done>> UndoAsync(World world)
    {
        var import = await world.ReadAsync(db => db.LedgerImports.AsNoTracking().SingleAsync());
        return await world.AsAsync<UndoImport, Outcome<Done>>(Role.Finance, undo => undo.HandleAsync(import.Id, import.Version, default));
    }

    private static Task<SortedDictionary<string, string>> HashAsync(World world) =>
        world.ReadAsync(db => RowHash.OfAsync(db, typeof(AuditEntry), typeof(OutboxMessage)));

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome) => outcome.Refusals.Select(refusal => refusal.Code);

    private static LedgerSheet[] LedgerLayoutSheets() => Enum.GetValues<LedgerSheet>();

    private static LedgerUpload Upload(IReadOnlyList<LedgerSheetRow> rows) => new(LedgerLayoutSheets().ToDictionary(sheet => sheet, sheet => $"{sheet}"), rows, []);

    private static LedgerSheetRow Row(LedgerSheet sheet, int number, params (string Field, object Value)[] values) =>
        new(sheet, number, null, values.ToDictionary(value => value.Field, value => value.Value));

    private static LedgerSheetRow With(LedgerSheetRow row, string field, object? value)
    {
        var values = row.Values.Where(cell => cell.Key != field && (value is not null || !cell.Key.StartsWith(field, StringComparison.Ordinal))).ToDictionary();
        if (value is not null)
            values[field] = value;
        return row with { Values = values };
    }

    /// <summary>The contract of the samples with another note, as the workbook gives it now.</summary>
    private static async Task<LedgerSheetRow> ChangedContractAsync(WithdrawalSamples money, string note)
    {
        var version = await money.World.ReadAsync(db => db.Contracts.Where(c => c.Id == money.Contract.Id).Select(c => c.Version).SingleAsync());
        return Row(LedgerSheet.Contracts, 2, ("Note", note)) with { Key = new LedgerKey(money.Contract.Id, version) };
    }

    /// <summary>A contract, an application that is paid and closed since before the project was registered, and a draft.</summary>
    private static List<LedgerSheetRow> History(WithdrawalSamples money) =>
    [
        Row(LedgerSheet.Contracts, 3, ("PackageNumber", "W-2"), ("Description", "TPA tahap 2"), ("CategoryId", "1"), ("Method", ProcurementMethod.NationalBidding), ("Review", ReviewType.Prior),
            ("State", ContractState.Running), ("Contractor", "PT Contoh Dua"), ("Number", "K-2"), ("NoObjectionOn", Before.AddDays(-110)), ("SignedOn", Before.AddDays(-100)), ("CurrencyCode", "IDR"), ("Amount", 5_000_000_000m), ("Percentage", 80m)),
        Row(LedgerSheet.Invoices, 2, ("ContractId", "w-2"), ("Number", "T-1"), ("On", Before.AddDays(-9)), ("Description", "Termin 1"), ("Gross", 1_572_500_000m), ("PaidFrom", PaymentSource.OwnFunds), ("PaidOn", Before.AddDays(-4))),
        Row(LedgerSheet.Applications, 2, ("Number", 1), ("On", Before), ("Procedure", WithdrawalProcedure.Reimbursement), ("CurrencyCode", "USD"), ("Payee", "Kas Daerah"), ("SubmittedOn", Before),
            ("ApprovedOn", Before.AddDays(10)), ("NoticeNumber", "ND-1"), ("NoticeOn", Before.AddDays(25)), ("ClosedOn", Before.AddDays(30))),
        Row(LedgerSheet.Applications, 3, ("Number", 2), ("On", money.Today), ("Procedure", WithdrawalProcedure.Advance), ("CurrencyCode", "USD")),
        Row(LedgerSheet.Lines, 2, ("ApplicationId", 1), ("ContractId", "W-2"), ("InvoiceId", "t-1"), ("Rate.Rate", 15_725m), ("Rate.IsInverse", true), ("Rate.Type", RateType.BankConversion), ("Rate.On", Before),
            ("Disallowed", 5_000m), ("DisallowedFor", IneligibleReason.TaxNotFinanced)),
        Row(LedgerSheet.Lines, 3, ("ApplicationId", 2), ("CategoryId", "1"), ("Amount", 20_000m)),
        Payment(2, Before.AddDays(15), 40_000m),
        Payment(3, Before.AddDays(20), 35_000m),
    ];

    private static LedgerSheetRow Payment(int number, DateOnly on, decimal paid) => Row(
        LedgerSheet.Payments, number, ("ApplicationId", 1), ("CategoryId", "1"), ("ValueDate", on), ("Paid", paid), ("Rupiah.Rate", 15_800m), ("Rupiah.Type", RateType.BiMiddle), ("Rupiah.On", on));
}
