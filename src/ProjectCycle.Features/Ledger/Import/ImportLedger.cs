using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Import;

/// <summary>The file an upload was read from.</summary>
/// <param name="Name">As the person's file is called.</param>
/// <param name="Hash">Of the file in the store.</param>
public sealed record LedgerFile(string Name, string Hash);

/// <summary>
/// Takes contracts, invoices, applications and payments from a workbook, all of it or nothing. Every row goes through the use case that
/// a person would use on the page, with its right and its rules, inside one transaction. A check does all of that too and then takes
/// the transaction back: what it finds is what the import would find. A file that was imported is refused until that import is undone.
/// </summary>
public sealed class ImportLedger(
    AppDbContext db, Workbench bench, CurrentUser user, SaveContract contracts, SaveInvoice invoices, SaveWithdrawal applications, SaveWithdrawalLine lines,
    BookPayment payments, ReverseDisbursement reverse, PaperTrail paper, TimeProvider clock)
{
    private readonly IReadOnlyList<IImportSheet> _sheets =
    [
        new ContractsSheet(db, contracts), new InvoicesSheet(db, invoices), new ApplicationsSheet(db, applications), new LinesSheet(db, lines), new PaymentsSheet(db, payments, reverse),
    ];

    /// <summary>The sheets in the order in which they are taken.</summary>
    internal IReadOnlyList<IImportSheet> Sheets => _sheets;

    /// <summary>What the workbook to fill in says, blank or with the rows that exist; refused where these are more than one workbook may hold.</summary>
    public async Task<Outcome<LedgerLayoutReport>> LayoutAsync(string projectCode, Guid financingId, bool isFilled, string language, CancellationToken cancellation)
    {
        var found = await FindAsync(projectCode, financingId, new LedgerUpload(new Dictionary<LedgerSheet, string>(), [], []), "", cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        await found.Value.BeginAsync(db, cancellation);
        var rows = isFilled ? await RowsAsync(found.Value, cancellation) : [];
        if (rows.Count > LedgerLayout.MaxRows)
            return new Refusal("ledger-too-large", null, rows.Count, LedgerLayout.MaxRows);
        var project = await db.Projects.Where(p => p.Code == projectCode)
            .Select(p => new { p.Name, Zone = db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Zone).First() }).FirstAsync(cancellation);
        var agreement = await db.Agreements.Where(a => a.Id == found.Value.Financing.AgreementId).Select(a => a.Number).FirstAsync(cancellation);
        var cover = new ReportCover { Language = language, MadeAt = clock.GetUtcNow().UtcDateTime, MadeBy = user.Name, Zone = project.Zone };
        return new LedgerLayoutReport(cover, $"{projectCode} {project.Name.In(language)}", agreement, [.. found.Value.Categories.Keys], rows);
    }

    /// <summary>Says what <see cref="ImportAsync"/> would do; changes nothing.</summary>
    public async Task<Outcome<LedgerCheck>> CheckAsync(string projectCode, Guid financingId, LedgerUpload upload, LedgerFile file, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var found = await BeginAsync(projectCode, financingId, upload, file, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        await TakeAsync(found.Value, cancellation);
        await transaction.RollbackAsync(cancellation);
        db.ChangeTracker.Clear();
        return CheckOf(found.Value);
    }

    /// <summary>Takes everything that is new or says something else; with a single fault nothing is taken, and the check names it.</summary>
    /// <param name="projectCode">The project.</param>
    /// <param name="financingId">To which new rows belong.</param>
    /// <param name="upload">What was read from the file.</param>
    /// <param name="file">The file, kept with the history.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<LedgerCheck>> ImportAsync(string projectCode, Guid financingId, LedgerUpload upload, LedgerFile file, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var found = await BeginAsync(projectCode, financingId, upload, file, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        await TakeAsync(found.Value, cancellation);
        var check = CheckOf(found.Value);
        if (!check.IsReady)
        {
            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            return check;
        }
        await WriteHistoryAsync(found.Value, check, file, cancellation);
        await transaction.CommitAsync(cancellation);
        return check;
    }

    private async Task<Outcome<ImportRun>> FindAsync(string projectCode, Guid financingId, LedgerUpload upload, string fileName, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditContract, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (await db.Financings.AsNoTracking().FirstOrDefaultAsync(f => f.Id == financingId && f.ProjectId == opened.Value.Id, cancellation) is not { } financing)
            return Refusals.NotFound;
        return new ImportRun(projectCode, financing, upload, fileName);
    }

    /// <summary>Waits for its turn, and only then reads what is there.</summary>
    private async Task<Outcome<ImportRun>> BeginAsync(string projectCode, Guid financingId, LedgerUpload upload, LedgerFile file, CancellationToken cancellation)
    {
        var found = await FindAsync(projectCode, financingId, upload, file.Name, cancellation);
        if (!found.Succeeded)
            return found;
        await db.TakeTurnAsync(found.Value.Financing.ProjectId, cancellation);
        if (await ImportedAsync(financingId, file, cancellation) is { } imported)
            return imported;
        await found.Value.BeginAsync(db, cancellation);
        return found;
    }

    /// <summary>The refusal that names who imported this very file.</summary>
    private async Task<Refusal?> ImportedAsync(Guid financingId, LedgerFile file, CancellationToken cancellation)
    {
        var standing = await db.LedgerImports.Where(i => i.FinancingId == financingId && i.FileHash == file.Hash && i.UndoneAt == null)
            .Select(i => new { i.At, By = db.Users.Where(u => u.Id == i.ById).Select(u => u.DisplayName).First() }).FirstOrDefaultAsync(cancellation);
        return standing is null ? null : new Refusal("file-imported", null, standing.By, standing.At);
    }

    private async Task<IReadOnlyList<LedgerSheetRow>> RowsAsync(ImportRun run, CancellationToken cancellation)
    {
        await run.LookAsync(db, cancellation);
        var rows = new List<LedgerSheetRow>();
        foreach (var sheet in _sheets)
            rows.AddRange(await sheet.RowsAsync(run, cancellation));
        return rows;
    }

    private async Task TakeAsync(ImportRun run, CancellationToken cancellation)
    {
        foreach (var sheet in _sheets)
        {
            if (sheet.Sheet == LedgerSheet.Payments)
                await paper.SendAsync(run, cancellation);
            await run.LookAsync(db, cancellation);
            await sheet.TakeAsync(run, cancellation);
        }
        await paper.CloseAsync(run, cancellation);
    }

    private static LedgerCheck CheckOf(ImportRun run) => new(
        run.Faults,
        [.. Enum.GetValues<LedgerSheet>().Where(run.Upload.Tabs.ContainsKey).Select(sheet => new LedgerEffect(
            sheet,
            run.Taken.Count(taken => taken.Row.Sheet == sheet && taken.Before is null),
            run.Taken.Count(taken => taken.Row.Sheet == sheet && taken.Before is not null),
            run.Same.Count(row => row.Sheet == sheet)))],
        [.. run.Categories.Keys]);

    private async Task WriteHistoryAsync(ImportRun run, LedgerCheck check, LedgerFile file, CancellationToken cancellation)
    {
        var import = new LedgerImport
        {
            ProjectId = run.Financing.ProjectId,
            FinancingId = run.Financing.Id,
            FileName = file.Name,
            FileHash = file.Hash,
            At = clock.GetUtcNow().UtcDateTime,
            ById = user.Id,
            Added = check.Effects.Sum(effect => effect.Added),
            Changed = check.Effects.Sum(effect => effect.Changed),
        };
        db.Add(import);
        var versions = new Dictionary<Guid, int>();
        foreach (var sheet in _sheets)
        {
            var ids = run.Taken.Where(taken => taken.Row.Sheet == sheet.Sheet).Select(taken => taken.Id).ToList();
            foreach (var (id, version) in await sheet.VersionsAsync(ids, cancellation))
                versions[id] = version;
        }
        db.AddRange(run.Taken.Select((taken, i) => new LedgerImportRow
        {
            ImportId = import.Id,
            Sheet = taken.Row.Sheet,
            Position = i + 1,
            RowId = taken.Id,
            RowVersion = versions[taken.Id],
            Before = taken.Before,
        }));
        await db.SaveChangesAsync(cancellation);
    }
}
