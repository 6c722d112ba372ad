using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Features.Ledger.Advance;

/// <summary>A line of a statement as the sheet shows it.</summary>
/// <param name="Invoice">The number of the invoice it settled; null for none.</param>
public sealed record StatementRow(StatementLine Line, string? Invoice);

/// <summary>An advance account with all that hangs on it.</summary>
/// <param name="Agreement">Number of its agreement.</param>
/// <param name="Figures">Of the day asked for.</param>
/// <param name="Lines">The page of its statement, the newest first.</param>
/// <param name="Reconciliations">The newest first.</param>
public sealed record AdvanceDetails(
    AdvanceAccount Account, string Agreement, AdvanceFigures Figures, Paged<StatementRow> Lines, IReadOnlyList<AccountReconciliation> Reconciliations);

/// <summary>Reads the advance accounts of a project, within the person's reach.</summary>
public sealed class AdvanceSheet(MoneyRows rows, AdvanceReckoning reckoning)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The accounts of a project, in the order of its agreements.</summary>
    public async Task<IReadOnlyList<AdvanceAccount>> AccountsAsync(Guid projectId, CancellationToken cancellation) =>
        await rows.Of<AdvanceAccount>().Where(a => a.ProjectId == projectId)
            .Join(rows.Of<Financing>(), a => a.FinancingId, f => f.Id, (a, f) => new { a, f.Number })
            .OrderBy(row => row.Number).Select(row => row.a).ToListAsync(cancellation);

    /// <summary>One account; null when it is not there or not for this person.</summary>
    /// <param name="id">The account.</param>
    /// <param name="projectId">Its project.</param>
    /// <param name="day">Of the figures.</param>
    /// <param name="kind">Lines of one kind; null for all.</param>
    /// <param name="page">Of the statement, from 1.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<AdvanceDetails?> FindAsync(
        Guid id, Guid projectId, DateOnly day, StatementLineKind? kind, int page, CancellationToken cancellation)
    {
        if (await rows.RowAsync<AdvanceAccount>(id, projectId, cancellation) is not { } account)
            return null;
        var agreement = (await rows.FinancingsAsync(projectId, cancellation)).First(row => row.Financing.Id == account.FinancingId).Agreement.Number;
        return new AdvanceDetails(
            account,
            agreement,
            await reckoning.OnAsync(account, day, cancellation),
            await LinesAsync(id, kind, page, cancellation),
            await rows.Of<AccountReconciliation>().Where(r => r.AccountId == id).OrderByDescending(r => r.On).ToListAsync(cancellation));
    }

    private async Task<Paged<StatementRow>> LinesAsync(Guid account, StatementLineKind? kind, int page, CancellationToken cancellation)
    {
        var lines = rows.Of<StatementLine>().Where(l => l.AccountId == account);
        if (kind is not null)
            lines = lines.Where(l => l.Kind == kind);
        var total = await lines.CountAsync(cancellation);
        var shown = Paging.Shown(page, PageSize, total);
        var found = await lines.OrderByDescending(l => l.On).ThenByDescending(l => l.Position)
            .Skip((shown - 1) * PageSize).Take(PageSize)
            .GroupJoin(rows.Of<Invoice>(), l => l.InvoiceId, i => i.Id, (l, i) => new { l, i })
            .SelectMany(row => row.i.DefaultIfEmpty(), (row, i) => new StatementRow(row.l, i == null ? null : i.Number))
            .ToListAsync(cancellation);
        return new Paged<StatementRow>([.. found.OrderByDescending(row => row.Line.On).ThenByDescending(row => row.Line.Position)], total, shown, PageSize);
    }
}
