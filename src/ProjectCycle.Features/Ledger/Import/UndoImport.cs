using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Import;

/// <summary>
/// Undoes an import as a whole, while nobody has changed any of its rows or built on them: added rows go, changed ones say again what
/// they said, and payments on applications that were there before are taken back by a second row, as any payment is.
/// </summary>
public sealed class UndoImport(AppDbContext db, Workbench bench, CurrentUser user, ImportLedger import, PaymentDates dates, TimeProvider clock)
{
    /// <param name="importId">The import.</param>
    /// <param name="version">The version the person looked at.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<Done>> HandleAsync(Guid importId, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<LedgerImport>(importId, Rights.EditContract, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (found.Value.Row.UndoneAt is not null)
            return new Refusal("import-undone");
        var rows = await db.LedgerImportRows.AsNoTracking().Where(r => r.ImportId == importId).OrderByDescending(r => r.Position).ToListAsync(cancellation);
        var refusals = await TryAsync(found.Value.Row, rows, version, cancellation);
        return refusals.Count == 0 ? default(Done) : refusals.DistinctBy(refusal => refusal.Code).ToList();
    }

    /// <summary>All of it or nothing, in turn: the versions that are compared are those that go.</summary>
    private async Task<IReadOnlyList<Refusal>> TryAsync(LedgerImport done, IReadOnlyList<LedgerImportRow> rows, int version, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.TakeTurnAsync(done.ProjectId, cancellation);
        var refusals = await UndoAsync(done, rows, version, cancellation);
        db.ChangeTracker.Clear();
        if (refusals.Count == 0)
            await transaction.CommitAsync(cancellation);
        return refusals;
    }

    private async Task<IReadOnlyList<Refusal>> UndoAsync(LedgerImport done, IReadOnlyList<LedgerImportRow> rows, int version, CancellationToken cancellation)
    {
        if (await ChangedSinceAsync(rows, cancellation) is { } changed)
            return [changed];
        if (await RemoveApplicationsAsync(done, rows, cancellation) is { Count: > 0 } kept)
            return kept;
        foreach (var sheet in import.Sheets.Reverse())
        {
            foreach (var row in rows.Where(row => row.Sheet == sheet.Sheet && !IsNewApplication(row)))
            {
                if (await sheet.UndoAsync(row, done.FileName, cancellation) is { Count: > 0 } refusals)
                    return refusals;
                db.ChangeTracker.Clear();
            }
        }
        var undone = await db.LedgerImports.FirstAsync(i => i.Id == done.Id, cancellation);
        (undone.UndoneAt, undone.UndoneById) = (clock.GetUtcNow().UtcDateTime, user.Id);
        db.Expect(undone, version);
        return (await db.SaveOrTellAsync(nameof(LedgerImport), undone.Id, cancellation)).Refusals;
    }

    private static bool IsNewApplication(LedgerImportRow row) => row is { Sheet: LedgerSheet.Applications, Before: null };

    /// <summary>The refusal for the first row that is no longer as the import left it.</summary>
    private async Task<Refusal?> ChangedSinceAsync(IReadOnlyList<LedgerImportRow> rows, CancellationToken cancellation)
    {
        foreach (var sheet in import.Sheets)
        {
            var of = rows.Where(row => row.Sheet == sheet.Sheet).ToList();
            var versions = await sheet.VersionsAsync(of.ConvertAll(row => row.RowId), cancellation);
            if (of.Exists(row => !versions.TryGetValue(row.RowId, out var version) || version != row.RowVersion))
                return new Refusal("import-changed-since", null, sheet.Sheet);
        }
        return null;
    }

    /// <summary>
    /// Applications that came with the import go with everything that hangs on them, since none of it can go by itself once they are sent.
    /// Their numbers must be the last ones, so that none is missing.
    /// </summary>
    private async Task<IReadOnlyList<Refusal>> RemoveApplicationsAsync(LedgerImport done, IReadOnlyList<LedgerImportRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Where(IsNewApplication).Select(row => row.RowId).ToList();
        if (ids.Count == 0)
            return [];
        if (!user.Can(Rights.EditWithdrawal))
            return [Refusals.NotAllowed];
        var financing = await db.Financings.FirstAsync(f => f.Id == done.FinancingId, cancellation);
        var applications = await db.Withdrawals.Where(a => ids.Contains(a.Id)).ToListAsync(cancellation);
        var first = applications.Min(a => a.Number);
        if (await db.Withdrawals.AnyAsync(a => a.FinancingId == done.FinancingId && a.Number > first && !ids.Contains(a.Id), cancellation))
            return [new Refusal("import-numbers-follow", null, first)];
        var payments = await db.Disbursements.Where(d => ids.Contains(d.ApplicationId)).ToListAsync(cancellation);
        if (payments.Count > 0 && !user.Can(Rights.BookPayment))
            return [Refusals.NotAllowed];
        if (applications.Exists(a => financing.IsClosedOn(a.On)) || payments.Exists(d => financing.IsClosedOn(d.ValueDate)))
            return [new Refusal("period-closed", null, financing.ClosedUntil!)];
        db.RemoveRange(await db.WithdrawalLines.Where(l => ids.Contains(l.ApplicationId)).ToListAsync(cancellation));
        db.RemoveRange(await db.WithdrawalMoves.Where(m => ids.Contains(m.ApplicationId)).ToListAsync(cancellation));
        db.RemoveRange(payments);
        db.RemoveRange(applications);
        await db.SaveChangesAsync(cancellation);
        foreach (var payment in payments)
            await dates.ReversedAsync(payment, cancellation);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return [];
    }
}
