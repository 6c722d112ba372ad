using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Ledger;

/// <summary>A financing with its agreement.</summary>
public sealed record FinancingRow(Financing Financing, Agreement Agreement);

/// <summary>Reads rows of the ledger that the person may see: those of their units' projects, or of their own agreements.</summary>
public sealed class MoneyRows(AppDbContext db, CurrentUser user)
{
    /// <summary>Rows of one kind within the person's reach.</summary>
    public IQueryable<T> Of<T>()
        where T : class, IMoneyRow => Of<T>(Rights.ViewProject);

    /// <summary>Rows of one kind on which the person may use a right.</summary>
    public IQueryable<T> Of<T>(Right right)
        where T : class, IMoneyRow =>
        db.Set<T>().AsNoTracking().Within(db, user.Scope(right));

    /// <summary>One row of a project; null when it is not there or not for this person.</summary>
    public Task<T?> RowAsync<T>(Guid id, Guid projectId, CancellationToken cancellation)
        where T : class, IMoneyRow =>
        Of<T>().FirstOrDefaultAsync(row => row.Id == id && row.ProjectId == projectId, cancellation);

    /// <summary>What agreements pay for a project, the leading one first.</summary>
    public async Task<IReadOnlyList<FinancingRow>> FinancingsAsync(Guid projectId, CancellationToken cancellation) =>
        await Of<Financing>().Where(f => f.ProjectId == projectId)
            .OrderBy(f => f.Number).ThenBy(f => f.Id)
            .Join(db.Agreements.AsNoTracking(), f => f.AgreementId, a => a.Id, (f, a) => new FinancingRow(f, a))
            .ToListAsync(cancellation);
}
