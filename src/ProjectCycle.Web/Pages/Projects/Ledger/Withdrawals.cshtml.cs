using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>The withdrawal applications of a project.</summary>
[Authorize(Policy = "project.view")]
public sealed class WithdrawalsModel(ProjectPage projects, CurrentUser me, WithdrawalCockpit cockpit) : MoneyPageModel(projects, me)
{
    public override string Part => MoneyParts.Withdrawals;

    public WithdrawalFilter Filter { get; private set; } = new();
    public WithdrawalPage List { get; private set; } = null!;
    public IReadOnlyList<Choice> Financings { get; private set; } = [];

    protected override Right EditRight => Rights.EditWithdrawal;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Filter = WithdrawalFilter.Parse(Request.QueryString.Value) with { Search = "" };
        if (Request.Query.Any(pair => pair.Value == ""))
            return LocalRedirect(Here + Filter.ToQuery());
        List = await cockpit.PageAsync(Filter with { ProjectId = Project.Id }, cancellation);
        Financings = await cockpit.FinancingsAsync(Project.Id, cancellation);
        return Page();
    }
}
