using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Contracts;

/// <summary>What the forms of contracts and invoices choose from, within the person's reach.</summary>
public sealed class LedgerChoices(MoneyRows rows)
{
    /// <summary>Categories of expenditure by agreement.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="financingId">Only of this one; null for all.</param>
    /// <param name="financings">Those of the project.</param>
    /// <param name="blank">The word for no choice.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<SelectListItem>> CategoriesAsync(
        Guid projectId, Guid? financingId, IReadOnlyList<FinancingRow> financings, string blank, CancellationToken cancellation)
    {
        var groups = financings.ToDictionary(row => row.Financing.Id, row => new SelectListGroup { Name = row.Agreement.Number });
        var categories = await rows.Of<ExpenditureCategory>().Where(c => c.ProjectId == projectId).OrderBy(c => c.Code).ThenBy(c => c.Id).ToListAsync(cancellation);
        return
        [
            new SelectListItem(blank, ""),
            .. categories.Where(c => groups.ContainsKey(c.FinancingId) && (financingId is null || c.FinancingId == financingId))
                .OrderBy(c => financings.ToList().FindIndex(row => row.Financing.Id == c.FinancingId))
                .Select(c => new SelectListItem($"{c.Code} {c.Name}", $"{c.Id}") { Group = groups[c.FinancingId] }),
        ];
    }

    /// <summary>The financing of a category; the leading one of the project where none is chosen, so that the missing choice is what is told.</summary>
    public async Task<Guid?> FinancingOfAsync(Guid? categoryId, Guid projectId, CancellationToken cancellation) =>
        await rows.Of<ExpenditureCategory>().Where(c => c.Id == categoryId && c.ProjectId == projectId).Select(c => (Guid?)c.FinancingId).FirstOrDefaultAsync(cancellation)
        ?? await rows.Of<Financing>().Where(f => f.ProjectId == projectId).OrderBy(f => f.Number).Select(f => (Guid?)f.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>Contracts on which money may be paid, and the one that is chosen already.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ContractsAsync(Guid projectId, Guid? chosen, string blank, CancellationToken cancellation)
    {
        var contracts = await rows.Of<Contract>()
            .Where(c => c.ProjectId == projectId && ((c.SignedOn != null && c.State != ContractState.Cancelled) || c.Id == chosen))
            .OrderBy(c => c.PackageNumber).ThenBy(c => c.Id).Select(c => new { c.Id, c.PackageNumber, c.Contractor }).ToListAsync(cancellation);
        return [new SelectListItem(blank, ""), .. contracts.Select(c => new SelectListItem($"{c.PackageNumber} · {c.Contractor}", $"{c.Id}"))];
    }
}
