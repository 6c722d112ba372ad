using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Advance;

/// <summary>The advance accounts of a project: one for each agreement that pays in advance.</summary>
[Authorize(Policy = "project.view")]
public sealed class AccountsModel(ProjectPage projects, CurrentUser me, AdvanceSheet sheet, MoneyRows rows) : MoneyPageModel(projects, me)
{
    public override string Part => MoneyParts.Advance;

    protected override Right EditRight => Rights.EditWithdrawal;

    public IReadOnlyList<FinancingRow> Financings { get; private set; } = [];

    public IReadOnlyList<AdvanceAccount> Accounts { get; private set; } = [];

    /// <summary>Agreements without an account.</summary>
    public IEnumerable<FinancingRow> Without => Financings.Where(row => Accounts.All(account => account.FinancingId != row.Financing.Id));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Financings = await rows.FinancingsAsync(Project.Id, cancellation);
        Accounts = await sheet.AccountsAsync(Project.Id, cancellation);
    }
}
