using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Advance;

/// <summary>What an import of a statement would do, or why it cannot be done.</summary>
/// <param name="Faults">By line; while there is one nothing is taken.</param>
/// <param name="Added">The lines it adds, sorted where the ledger knows what they are.</param>
/// <param name="Known">How many of the file are stored already.</param>
public sealed record StatementCheck(IReadOnlyList<LineFault> Faults, IReadOnlyList<StatementLine> Added, int Known)
{
    /// <summary>What people still have to sort out.</summary>
    public int Unsorted => Added.Count(line => line.Kind == StatementLineKind.Unsorted);
}

/// <summary>
/// Takes a bank's statement: looked at first, then all of it or nothing. Statements overlap: a line that is stored already is passed
/// over. Nothing comes into days that were called reconciled.
/// </summary>
public sealed class ImportStatement(AppDbContext db, Workbench bench)
{
    /// <summary>Says what the import would do; changes nothing.</summary>
    public async Task<Outcome<StatementCheck>> CheckAsync(Guid accountId, string text, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<AdvanceAccount>(accountId, Rights.EditWithdrawal, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        return await CheckAsync(found.Value.Row, text, found.Value.Place, cancellation);
    }

    /// <summary>Takes all lines that are new; how many. Refused with the number of faults when there are any.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="text">The statement.</param>
    /// <param name="version">The account's when the check was shown: of two who import at the same time the second checks again.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<Outcome<int>> ImportAsync(Guid accountId, string text, int version, CancellationToken cancellation) =>
        db.InTurnAsync(() => ImportInTurnAsync(accountId, text, version, cancellation), cancellation);

    private async Task<Outcome<int>> ImportInTurnAsync(Guid accountId, string text, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<AdvanceAccount>(accountId, Rights.EditWithdrawal, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var account = found.Value.Row;
        await db.TakeTurnAsync(account.ProjectId, cancellation);
        var check = await CheckAsync(account, text, found.Value.Place, cancellation);
        if (!check.Succeeded)
            return check.Refusals.ToList();
        if (check.Value.Faults.Count > 0)
            return new Refusal("import-faults", null, check.Value.Faults.Count);
        if (check.Value.Added.Count == 0)
            return new Refusal("statement-known");
        db.AddRange(check.Value.Added);
        db.Entry(account).Property(a => a.Version).IsModified = true;
        var saved = await bench.SaveAsync(account, version, cancellation);
        return saved.Succeeded ? check.Value.Added.Count : saved.Refusals.ToList();
    }

    private async Task<Outcome<StatementCheck>> CheckAsync(AdvanceAccount account, string text, WorkPlace place, CancellationToken cancellation)
    {
        if (text.Length > StatementSheet.MaxSize)
            return new Refusal("statement-file-too-large", "Text", StatementSheet.MaxSize / 1024);
        var financing = await db.Financings.AsNoTracking().FirstAsync(f => f.Id == account.FinancingId, cancellation);
        var sheet = StatementSheet.Read(text, account.Currency, CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator[0]);
        if (sheet.Entries.Count == 0)
            return new StatementCheck(sheet.Faults, [], 0);
        var fresh = await FreshAsync(account, sheet.Entries, cancellation);
        var closed = fresh.SelectMany(entry => ClosedFaults(entry, account, financing, bench.Today(place)));
        var lines = await LinesAsync(account, fresh, cancellation);
        return new StatementCheck([.. sheet.Faults.Concat(closed).OrderBy(fault => fault.Line)], lines, sheet.Entries.Count - fresh.Count);
    }

    /// <summary>Lines beyond those stored: two that are equal may both be true, where the bank wrote both.</summary>
    private async Task<List<StatementEntry>> FreshAsync(AdvanceAccount account, IReadOnlyList<StatementEntry> entries, CancellationToken cancellation)
    {
        var (from, until) = (entries.Min(entry => entry.On), entries.Max(entry => entry.On));
        var stored = await db.StatementLines.AsNoTracking().Where(l => l.AccountId == account.Id && l.On >= from && l.On <= until)
            .Select(l => new { l.On, l.Amount, l.Balance, l.Reference, l.Description }).ToListAsync(cancellation);
        var left = stored.GroupBy(l => (l.On, l.Amount, l.Balance, l.Reference, l.Description)).ToDictionary(same => same.Key, same => same.Count());
        var fresh = new List<StatementEntry>();
        foreach (var entry in entries)
        {
            var key = (entry.On, entry.Amount, entry.Balance, entry.Reference, entry.Description);
            if (left.GetValueOrDefault(key) > 0)
                left[key]--;
            else
                fresh.Add(entry);
        }
        return fresh;
    }

    private static IEnumerable<LineFault> ClosedFaults(StatementEntry entry, AdvanceAccount account, Financing financing, DateOnly today)
    {
        var problem = account.IsReconciledOn(entry.On) ? new Refusal("account-reconciled", "On", account.ReconciledUntil!)
            : financing.IsClosedOn(entry.On) ? new Refusal("period-closed", "On", financing.ClosedUntil!)
            : entry.On > today ? new Refusal("date-in-future", "On")
            : null;
        return problem is null ? [] : [new LineFault(entry.Line, entry.On.Iso(), problem)];
    }

    private async Task<List<StatementLine>> LinesAsync(AdvanceAccount account, List<StatementEntry> entries, CancellationToken cancellation)
    {
        var last = await db.StatementLines.Where(l => l.AccountId == account.Id).MaxAsync(l => (int?)l.Position, cancellation) ?? 0;
        var sorting = await StatementSorting.ForAsync(db, account, cancellation);
        return entries.ConvertAll(entry =>
        {
            var line = new StatementLine
            {
                ProjectId = account.ProjectId,
                FinancingId = account.FinancingId,
                AccountId = account.Id,
                Position = ++last,
                On = entry.On,
                Description = entry.Description,
                Reference = entry.Reference,
                Amount = entry.Amount,
                Balance = entry.Balance,
                IsImported = true,
            };
            sorting.Sort(line, account.CurrencyCode);
            return line;
        });
    }
}
